"""Archives of web crawls become pages: WARC and WET files. The only module that imports fastwarc.

What is broken in an archive is skipped with its offset, and reading goes on at the next record that begins well:
fastwarc itself stops at the first fault.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dragoman.read.fetch import PAGE_BYTES
from dragoman.records import Hints, Page, Skipped

WANTED = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
PAGES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
"""Media types that are pages; pictures, scripts and the like are passed over in silence, as are answers but 200."""
HEAD_BYTES = 65_536
"""Room for the headers of a record beside its page."""
BLOCK = 1 << 20
"""Bytes that are searched at once for the next record."""
GZIP = b"\x1f\x8b\x08"


@dataclass(frozen=True, slots=True)
class _Broken:
    """A place where reading stopped: the offset of the last record that began well (-1: none), and why."""

    last: int
    reason: str


def warc_pages(file: BinaryIO, name: str, hints: Hints) -> Iterator[Page | Skipped]:
    """The pages of a WARC or WET file, plain or gzip, each with the address and time of its crawl.

    file: open and seekable; name: for messages, in which a broken record is `name@offset`.
    """
    zipped = file.read(len(GZIP)) == GZIP
    start: int | None = 0
    broken: _Broken | None = None
    while start is not None:
        last = -1
        for offset, item in _records(file, start, (name, hints)):
            if isinstance(item, _Broken):
                broken, last = item, offset if offset >= start else last
                break
            if broken is not None and last < 0:
                yield Skipped(f"{name}@{broken.last}", f"broken in or after this record: {broken.reason}")
            broken, last = None, offset
            if item is not None:
                yield item
        else:
            return
        if last < 0:
            yield Skipped(f"{name}@{start}", f"broken record: {broken.reason}")
            broken = None
        start = _next(file, max(start, last) + 1, zipped)
    if broken is not None:
        yield Skipped(f"{name}@{max(broken.last, 0)}", f"broken in or after this record: {broken.reason}")


def _records(file: BinaryIO, start: int,
             known: tuple[str, Hints]) -> Iterator[tuple[int, Page | Skipped | _Broken | None]]:
    """Records from `start` on, with their offsets, up to the first fault; None for what is no page."""
    file.seek(start)
    last = -1
    try:
        for record in ArchiveIterator(file, record_types=WarcRecordType.any_type, parse_http=False):
            last = start + record.stream_pos
            yield last, _record(record, last, known)
    except (OSError, ValueError) as error:
        yield last, _Broken(last, " ".join(str(error).split())[:120] or type(error).__name__)


def _record(record: WarcRecord, offset: int, known: tuple[str, Hints]) -> Page | Skipped | None:
    name, hints = known
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if not record.record_type & WANTED or not url.startswith(("http://", "https://")):
        return None
    if record.content_length > PAGE_BYTES + HEAD_BYTES:
        return Skipped(f"{name}@{offset}", f"{url[:200]}: larger than {PAGE_BYTES // 1_000_000} MB")
    length = record.content_length
    record.freeze()
    if record.content_length < length:
        raise ValueError(f"{record.content_length} bytes of {length}")
    kind, charset = record.headers.get("Content-Type") or "", ""
    if kind.startswith("application/http"):
        record.parse_http(auto_decode="all")
        if record.http_headers is None or record.http_headers.status_code != 200:
            return None
        kind, charset = record.http_content_type or "text/html", record.http_charset or ""
    media = PAGES.get(kind.partition(";")[0].strip().lower())
    content = record.reader.read(PAGE_BYTES + 1) if media else b""
    if len(content) > PAGE_BYTES:
        return Skipped(f"{name}@{offset}", f"{url[:200]}: larger than {PAGE_BYTES // 1_000_000} MB")
    return Page(url, content, media, charset, hints, record.record_date) if media else None


def _next(file: BinaryIO, start: int, zipped: bool) -> int | None:
    """Where the next record begins, at `start` or after; None when there is none."""
    mark = GZIP if zipped else b"\nWARC/1."
    at = start if zipped else start - 1
    while True:
        file.seek(at)
        block = file.read(BLOCK)
        found = block.find(mark)
        while found >= 0:
            if not zipped:
                return at + found + 1
            if _opens(file, at + found):
                return at + found
            found = block.find(mark, found + 1)
        if len(block) < BLOCK:
            return None
        at += len(block) - len(mark) + 1


def _opens(file: BinaryIO, at: int) -> bool:
    """Whether the gzip member at `at` holds the beginning of a record."""
    file.seek(at)
    try:
        return zlib.decompressobj(31).decompress(file.read(4096), 16).startswith(b"WARC/")
    except zlib.error:
        return False
