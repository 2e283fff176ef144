"""WARC records made by hand, for tests."""

import gzip


def record(url: str, body: bytes, kind: str = "response", media: str = "text/html; charset=utf-8", status: str = "200 OK",
           more: str = "") -> bytes:
    """One record as it stands in an uncompressed file."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n".encode() if kind == "response" else b""
    of = "application/http; msgtype=response" if kind == "response" else media
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: {of}\r\n"
            f"Content-Length: {len(head) + len(body)}\r\n\r\n").encode() + head + body + b"\r\n\r\n"


def zipped(records: list[bytes]) -> bytes:
    """A member a record, as crawls write them."""
    return b"".join(gzip.compress(one) for one in records)
