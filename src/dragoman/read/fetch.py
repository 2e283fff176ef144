"""Get a page over http(s), never from a private address unless told to."""

import ipaddress
import socket
import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpcore

from dragoman.records import Hints, Page, Skipped

PAGE_BYTES = 10_000_000
"""A page larger than this is skipped: news pages measured for this project stay under 3 MB."""
SECONDS = 30.0
"""Longest time for a page, all redirects together; a server that trickles longer is given up."""
REDIRECTS = 5
USER_AGENT = "dragoman/0.1 (news event coder; obeys robots.txt for dragoman)"
ACCEPT = b"text/html,application/xhtml+xml,text/plain,application/rss+xml,application/atom+xml,application/xml,text/xml"
MOVED = (301, 302, 303, 307, 308)
NOTHING: Mapping[str, str] = {}


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


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said in the end."""

    address: str
    """After redirects."""
    status: int
    fields: Mapping[str, str]
    """Header fields, names in lower case."""
    body: bytes
    """Unzipped; cut just over the cap."""

    @property
    def wait(self) -> float | None:
        """Seconds that the server asks to wait (Retry-After); None when it does not say."""
        text = self.fields.get("retry-after", "").strip()
        if text.isdecimal():
            return float(text[:9])
        try:
            return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()) if text else None
        except (ValueError, TypeError):
            return None


def fetch(url: str, hints: Hints, allow_private: bool = False) -> Page | Skipped:
    """The page at `url`, after at most five redirects.

    Returns: Page, or Skipped when it is unreachable, private, too large, too slow or no text.
    """
    answer = get(url, allow_private)
    return answer if isinstance(answer, Skipped) else page_of(url, answer, hints)


def get(url: str, allow_private: bool = False, fields: Mapping[str, str] = NOTHING) -> Answer | Skipped:
    """What the server answers, whatever its status. fields: header fields to send besides the usual.

    Returns: Answer, or Skipped when it is unreachable, private, too slow or redirects without end.
    """
    backend = httpcore.SyncBackend() if allow_private else _Guarded()
    until = time.monotonic() + SECONDS
    address = url
    with httpcore.ConnectionPool(network_backend=backend) as pool:
        for _ in range(REDIRECTS + 1):
            try:
                answer = _ask(pool, address, until, fields)
            except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError,
                    httpcore.UnsupportedProtocol, OSError, ValueError, zlib.error) as error:
                return Skipped(url, f"unreachable: {error or type(error).__name__}")
            if not (answer.status in MOVED and "location" in answer.fields):
                return answer
            address = urljoin(address, answer.fields["location"])
            if urlsplit(address).scheme not in ("http", "https"):
                return Skipped(url, f"redirects to {address[:80]!r}, which is no http address")
    return Skipped(url, f"more than {REDIRECTS} redirects")


def _ask(pool: httpcore.ConnectionPool, url: str, until: float, more: Mapping[str, str]) -> Answer:
    """One request."""
    seconds = max(0.1, until - time.monotonic())
    timeout = {"connect": min(10.0, seconds), "read": min(10.0, seconds), "write": 10.0, "pool": 10.0}
    headers = [(b"User-Agent", USER_AGENT.encode()), (b"Accept", ACCEPT), (b"Accept-Encoding", b"gzip"),
               (b"Host", _host(url)), *((name.encode("latin-1"), value.encode("latin-1")) for name, value in more.items())]
    with pool.stream("GET", url, headers=headers, extensions={"timeout": timeout}) as answer:
        fields = {name.lower().decode("latin-1"): value.decode("latin-1") for name, value in answer.headers}
        if answer.status in MOVED:
            return Answer(url, answer.status, fields, b"")
        coding = fields.get("content-encoding", "").strip().lower()
        if coding not in ("", "identity", "gzip", "x-gzip"):
            raise ValueError(f"sent in an encoding nobody asked for ({coding[:20]})")
        body, zipped = bytearray(), zlib.decompressobj(31) if "gzip" in coding else None
        for chunk in answer.iter_stream():
            body += zipped.decompress(chunk, PAGE_BYTES + 1 - len(body)) if zipped else chunk
            if len(body) > PAGE_BYTES:
                break
            if time.monotonic() > until:
                raise httpcore.ReadTimeout(f"still sending after {SECONDS:.0f} s")
        return Answer(url, answer.status, fields, bytes(body))


def _host(url: str) -> bytes:
    parts = urlsplit(url)
    if not parts.hostname:
        raise ValueError("the address has no host")
    port = parts.port
    return (parts.hostname if port is None else f"{parts.hostname}:{port}").encode("idna" if port is None else "ascii")


def page_of(url: str, answer: Answer, hints: Hints) -> Page | Skipped:
    """The page that an answer holds. url: as it was asked for, for messages."""
    if answer.status != 200:
        return Skipped(url, f"the server answered {answer.status}")
    if len(answer.body) > PAGE_BYTES:
        return Skipped(url, f"larger than {PAGE_BYTES // 1_000_000} MB")
    media, _, rest = answer.fields.get("content-type", "").partition(";")
    media = media.strip().lower()
    if media and not (media.startswith("text/") or "html" in media or "xml" in media):
        return Skipped(url, f"is {media[:60]}, not a page of text")
    charset = rest.partition("charset=")[2].strip(" \"'").split(";")[0]
    return Page(answer.address, answer.body, "text" if media == "text/plain" else "html", charset, hints,
                datetime.now(UTC).replace(microsecond=0))
