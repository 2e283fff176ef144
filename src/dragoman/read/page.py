"""Files, folders, standard input, JSON lines, archives and addresses become pages, one after the other."""

import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.read.archives import warc_pages
from dragoman.read.fetch import PAGE_BYTES
from dragoman.read.texts import text_page
from dragoman.read.visits import visited
from dragoman.records import Hints, Page, Skipped

JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
WARC = (".warc", ".wet", ".warc.gz", ".wet.gz")
PARQUET = (".parquet",)
HTML = (".html", ".htm", ".xhtml")
TEXT = (".txt", ".text", ".md")


def pages(inputs: Iterable[str], hints: Hints, allow_private: bool = False) -> Iterator[Page | Skipped]:
    """Every page of the inputs: paths of files or folders, `-`, http(s) addresses.

    inputs: what a user types (the address of a feed or sitemap stands for the pages it names); hints: what holds for
    all of them; allow_private: fetch private addresses too.
    Yields: Page, or Skipped with the reason for whatever is none.
    """
    for name in inputs:
        if name.startswith(("http://", "https://")):
            yield from visited(name, hints, allow_private)
        elif name == "-":
            yield from _stream(sys.stdin.buffer, "-", hints)
        elif Path(name).is_dir():
            yield from _folder(Path(name), hints)
        else:
            yield from _file(Path(name), hints)


def count(inputs: Iterable[str]) -> int | None:
    """How many pages `pages` will yield; None when that cannot be told beforehand. Lines of JSON lines files are counted."""
    found = 0
    for name in inputs:
        if name == "-":
            return None
        if name.startswith(("http://", "https://")):
            found += 1
            continue
        for path in _inside(Path(name)) if Path(name).is_dir() else [Path(name)]:
            if _is(path, (*WARC, *PARQUET)) or path.suffix.lower() == ".gz":
                return None
            found += _lines(path) if _is(path, JSON_LINES) and path.is_file() else 1
    return found


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*")
                  if _is(path, (*JSON_LINES, *HTML, *TEXT, *WARC, *PARQUET)) and path.is_file())


def _is(path: Path, endings: tuple[str, ...]) -> bool:
    return path.name.lower().endswith(endings)


def _folder(folder: Path, hints: Hints) -> Iterator[Page | Skipped]:
    """All page files below a folder, in order of name."""
    found = _inside(folder)
    if not found:
        yield Skipped(str(folder), f"holds no page ({', '.join((*HTML, *TEXT, *JSON_LINES, *WARC, *PARQUET))})")
    for path in found:
        yield from _file(path, hints)


def _file(path: Path, hints: Hints) -> Iterator[Page | Skipped]:
    try:
        if _is(path, PARQUET) and path.is_file():
            from dragoman.read.parquet import parquet_pages  # noqa: PLC0415  pyarrow takes 0.2 s

            yield from parquet_pages(path, str(path), hints)
            return
        with path.open("rb") as file:
            if _is(path, WARC):
                yield from warc_pages(file, str(path), hints)
            elif _is(path, JSON_LINES) and path.suffix.lower() == ".gz":
                yield from _zipped_lines(file, str(path), hints)
            else:
                yield from _stream(file, str(path), hints)
    except FileNotFoundError:
        yield Skipped(str(path), "no such file")
    except OSError as error:
        yield Skipped(str(path), f"cannot be read: {error.strerror}")


def _stream(file: BinaryIO, name: str, hints: Hints) -> Iterator[Page | Skipped]:
    suffix = Path(name).suffix.lower()
    if _is(Path(name), JSON_LINES):
        yield from _json_lines(file, name, hints)
        return
    content = file.read(PAGE_BYTES + 1)
    if name == "-" and content.lstrip().startswith(b'{"'):
        yield from _json_lines(_Joined(content, file), name, hints)
        return
    if len(content) > PAGE_BYTES:
        yield Skipped(name, f"larger than {PAGE_BYTES // 1_000_000} MB")
        return
    head = content[:2000].lstrip().lower()
    html = suffix in HTML or (suffix not in TEXT and (head.startswith((b"<!doctype html", b"<html")) or b"<head" in head
                                                      or b"<body" in head))
    yield Page(name, content, "html" if html else "text", "", hints)


def _zipped_lines(file: BinaryIO, name: str, hints: Hints) -> Iterator[Page | Skipped]:
    """JSON lines under gzip; where the file breaks off, what was whole before it is kept."""
    try:
        with gzip.open(file) as unzipped:
            yield from _json_lines(unzipped, name, hints)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Skipped(name, f"gzip broken at byte {file.tell()} or before: {error}")


class _Joined:
    """Bytes already read, then the rest of the file, line by line."""

    def __init__(self, content: bytes, file: BinaryIO) -> None:
        self.content, self.file = content, file

    def readline(self, size: int) -> bytes:
        cut = self.content.find(b"\n") + 1
        if cut:
            line, self.content = self.content[:cut], self.content[cut:]
            return line
        line, self.content = self.content, b""
        return line + self.file.readline(max(0, size - len(line)))


def _json_lines(file: "BinaryIO | gzip.GzipFile | _Joined", name: str, hints: Hints) -> Iterator[Page | Skipped]:
    number = 0
    while line := file.readline(PAGE_BYTES + 1):
        number += 1
        place = f"{name}:{number}"
        if len(line) > PAGE_BYTES:
            yield Skipped(place, f"line longer than {PAGE_BYTES // 1_000_000} MB")
            while line and not line.endswith(b"\n"):
                line = file.readline(PAGE_BYTES)
        elif line.strip():
            yield _json_page(line, place, hints)


def _json_page(line: bytes, place: str, hints: Hints) -> Page | Skipped:
    try:
        row = json.loads(line)
    except UnicodeDecodeError as error:
        return Skipped(place, f"not UTF-8: byte {line[error.start]:#04x} at {error.start}")
    except (json.JSONDecodeError, RecursionError) as error:
        return Skipped(place, f"not JSON: {error}")
    return text_page(row, place, hints)
