"""Get a page over http(s), never from a private address unless told to."""

import ipaddress
import socket
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import httpcore

from dragoman.records import Hints, Page, Skipped

PAGE_BYTES = 10_000_000
"""A page larger than this is skipped: news pages measured for this project stay under 3 MB."""
SECONDS = 30.0
"""Longest time for a page, all redirects together; a server that trickles longer is given up."""
REDIRECTS = 5
USER_AGENT = "dragoman/0.1 (news event coder; reads single pages on a user's request)"


class _Guarded(httpcore.SyncBackend):
    """Connects to public addresses only: the name is resolved once and that very address is used."""

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
                    socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None) -> httpcore.NetworkStream:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(f"cannot find {host}: {error.strerror or error}") from error
        address = str(found[0][4][0])
        if not ipaddress.ip_address(address.partition("%")[0]).is_global:
            raise httpcore.ConnectError(f"{host} is a private address ({address}); allow it with --allow-private")
        return super().connect_tcp(address, port, timeout, local_address, socket_options)


def fetch(url: str, hints: Hints, allow_private: bool = False) -> Page | Skipped:
    """The page at `url`, after at most five redirects.

    Returns: Page, or Skipped when it is unreachable, private, too large, too slow or no text.
    """
    backend = httpcore.SyncBackend() if allow_private else _Guarded()
    until = time.monotonic() + SECONDS
    address = url
    with httpcore.ConnectionPool(network_backend=backend) as pool:
        for _ in range(REDIRECTS + 1):
            try:
                answer = _ask(pool, address, until)
            except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError,
                    httpcore.UnsupportedProtocol, OSError, ValueError) as error:
                return Skipped(url, f"unreachable: {error or type(error).__name__}")
            if isinstance(answer, str):
                address = urljoin(address, answer)
                if urlsplit(address).scheme not in ("http", "https"):
                    return Skipped(url, f"redirects to {address[:80]!r}, which is no http address")
                continue
            return _page(url, address, answer, hints)
    return Skipped(url, f"more than {REDIRECTS} redirects")


def _ask(pool: httpcore.ConnectionPool, url: str, until: float) -> "str | tuple[int, str, bytes]":
    """One request: the Location of a redirect, or status, content type and body (cut just over the cap)."""
    seconds = max(0.1, until - time.monotonic())
    timeout = {"connect": min(10.0, seconds), "read": min(10.0, seconds), "write": 10.0, "pool": 10.0}
    headers = [(b"User-Agent", USER_AGENT.encode()), (b"Accept", b"text/html,text/plain,application/xhtml+xml"),
               (b"Accept-Encoding", b"identity"), (b"Host", _host(url))]
    with pool.stream("GET", url, headers=headers, extensions={"timeout": timeout}) as answer:
        fields = {name.lower().decode("latin-1"): value.decode("latin-1") for name, value in answer.headers}
        if answer.status in (301, 302, 303, 307, 308) and "location" in fields:
            return fields["location"]
        body = b""
        for chunk in answer.iter_stream():
            body += chunk
            if len(body) > PAGE_BYTES:
                break
            if time.monotonic() > until:
                raise httpcore.ReadTimeout(f"still sending after {SECONDS:.0f} s")
        return answer.status, fields.get("content-type", ""), body


def _host(url: str) -> bytes:
    parts = urlsplit(url)
    if not parts.hostname:
        raise ValueError("the address has no host")
    port = parts.port
    return (parts.hostname if port is None else f"{parts.hostname}:{port}").encode("idna" if port is None else "ascii")


def _page(url: str, address: str, answer: tuple[int, str, bytes], hints: Hints) -> Page | Skipped:
    status, kind, body = answer
    if status != 200:
        return Skipped(url, f"the server answered {status}")
    if len(body) > PAGE_BYTES:
        return Skipped(url, f"larger than {PAGE_BYTES // 1_000_000} MB")
    media, _, rest = kind.partition(";")
    media = media.strip().lower()
    if media and not (media.startswith("text/") or "html" in media or "xml" in media):
        return Skipped(url, f"is {media[:60]}, not a page of text")
    charset = rest.partition("charset=")[2].strip(" \"'").split(";")[0]
    return Page(address, body, "text" if media == "text/plain" else "html", charset, hints,
                datetime.now(UTC).replace(microsecond=0))
