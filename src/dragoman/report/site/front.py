"""What stands before the pages: security headers, a cache of what was said, ETags and a limit on each reader's rate.

A page depends on its address and the record's version alone, so both make its ETag, and a cached page is sent without
asking anybody.
"""

import asyncio
import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
          "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'")
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
HEADERS = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"), (b"x-frame-options", b"DENY"),
           (b"cross-origin-opener-policy", b"same-origin"),
           (b"permissions-policy", b"geolocation=(), camera=(), microphone=()"))
KEPT_BYTES = 64_000_000
LONGEST = 4_000
"""Characters of an address; longer ones are refused unread."""
BURST = 4
"""Seconds of a reader's rate that may come at once."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was answered."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


class Cache:
    """The last pages, up to a number of bytes."""

    def __init__(self, limit: int = KEPT_BYTES) -> None:
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._size, self._limit, self._lock = 0, limit, threading.Lock()

    def get(self, key: str) -> Page | None:
        """The page of a key; it counts as the newest from now on."""
        with self._lock:
            page = self._pages.get(key)
            if page:
                self._pages.move_to_end(key)
            return page

    def put(self, key: str, page: Page) -> None:
        """Keep a page, and forget the oldest where there is no room."""
        with self._lock:
            if key in self._pages or len(page.body) > self._limit // 8:
                return
            self._pages[key] = page
            self._size += len(page.body)
            while self._size > self._limit:
                self._size -= len(self._pages.popitem(last=False)[1].body)


class Rates:
    """How many requests each reader may make: so many a second, BURST seconds' worth at once; 0: no limit."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, reader: str) -> int:
        """Seconds until the reader may ask again; 0 now."""
        if not self._rate:
            return 0
        now, full = time.monotonic(), self._rate * BURST
        left, before = self._left.pop(reader, (full, now))
        left = min(full, left + (now - before) * self._rate)
        self._left[reader] = (left - 1 if left >= 1 else left, now)
        if len(self._left) > 10_000:
            self._left.popitem(last=False)
        return 0 if left >= 1 else max(1, round((1 - left) / self._rate))


class Front:
    """The application behind its cache. version: gives the record's version, which is part of every key."""

    def __init__(self, app: FastAPI, version: Callable[[], int], rate: float) -> None:
        self._app, self._version = app, version
        self._cache, self._rates = Cache(), Rates(rate)
        self._busy: dict[str, asyncio.Lock] = {}
        """A page that many ask for at once is made once; the others wait for it."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST:
            await _plain(send, 414, b"address too long\n", ())
            return
        if wait := self._rates.wait(scope["client"][0] if scope.get("client") else ""):
            await _plain(send, 429, b"too many requests\n", ((b"retry-after", str(wait).encode()),))
            return
        if scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, _with_headers(send, scope["path"], b""))
            return
        await self._read(scope, receive, send, headers)

    async def _read(self, scope: Scope, receive: Receive, send: Send, headers: dict[bytes, bytes]) -> None:
        key = hashlib.sha256(b"\0".join((str(self._version()).encode(), scope["path"].encode(), scope["query_string"],
                                         headers.get(b"host", b""), headers.get(b"accept-language", b"")
                                         if scope["path"] == "/" else b""))).hexdigest()[:32]
        tag = b'"' + key.encode() + b'"'
        page = self._cache.get(key)
        if page and tag in headers.get(b"if-none-match", b""):
            await send({"type": "http.response.start", "status": 304, "headers": [(b"etag", tag), *HEADERS]})
            await send({"type": "http.response.body", "body": b""})
        elif page:
            await _again(send, page, scope["method"])
        else:
            lock = self._busy.setdefault(key, asyncio.Lock())
            async with lock:
                if page := self._cache.get(key):
                    await _again(send, page, scope["method"])
                else:
                    keep = _Keeping(send, tag, scope["path"])
                    await self._app({**scope, "method": "GET"}, receive, keep.send)
                    if keep.page and scope["path"] != "/":
                        self._cache.put(key, keep.page)
            self._busy.pop(key, None)


async def _again(send: Send, page: Page, method: str) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": list(page.headers)})
    await send({"type": "http.response.body", "body": b"" if method == "HEAD" else page.body})


class _Keeping:
    """Sends an answer on, with the headers, and keeps it when it is whole and good."""

    def __init__(self, send: Send, tag: bytes, path: str) -> None:
        self._send = _with_headers(send, path, tag)
        self._start: Message = {}
        self._tag, self._path = tag, path
        self.page: Page | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif self._start.get("status") == 200 and not message.get("more_body") and not _private(self._start):
            self.page = Page(tuple(_headers(self._start, self._path, self._tag)), message.get("body", b""))
        await self._send(message)


def _private(start: Message) -> bool:
    """Whether an answer is one reader's own."""
    return (b"cache-control", b"no-store") in start.get("headers", [])


def _headers(start: Message, path: str, tag: bytes) -> list[tuple[bytes, bytes]]:
    policy = PICTURE_POLICY if path.endswith(".svg") else POLICY
    own = [*start.get("headers", []), *HEADERS, (b"content-security-policy", policy.encode())]
    if start["status"] == 200 and tag and not _private(start):
        own += [(b"etag", tag), (b"cache-control", b"public, max-age=60" if path.startswith("/static") else b"no-cache")]
    return own


def _with_headers(send: Send, path: str, tag: bytes) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": _headers(message, path, tag)}
        await send(message)

    return sending


async def _plain(send: Send, status: int, text: bytes, more: tuple[tuple[bytes, bytes], ...]) -> None:
    await send({"type": "http.response.start", "status": status,
                "headers": [(b"content-type", b"text/plain; charset=utf-8"), *more, *HEADERS]})
    await send({"type": "http.response.body", "body": text})
