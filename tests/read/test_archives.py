"""Archives: every page of a crawl, and what is broken is skipped with its place while the rest goes on."""

import gzip
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from dragoman.read.fetch import PAGE_BYTES
from dragoman.read.page import count, pages
from dragoman.records import Hints, Page, Skipped
from tests.read.archive import record, zipped

RECORDS = [record(f"http://news.example/{n}", f"<html><body>Ghana asked Togo for {n} trucks.</body></html>".encode() * 9)
           for n in range(5)]


def found(path: Path, content: bytes) -> list[Page | Skipped]:
    path.write_bytes(content)
    return list(pages([str(path)], Hints()))


def addresses(items: list[Page | Skipped]) -> list[str]:
    return [item.address.rpartition("/")[2] for item in items]


@pytest.mark.parametrize(("name", "content"), [
    ("a.warc", b"".join(RECORDS)), ("a.warc.gz", zipped(RECORDS)), ("whole.warc.gz", gzip.compress(b"".join(RECORDS)))])
def test_every_page_with_the_address_and_time_of_its_crawl(tmp_path: Path, name: str, content: bytes) -> None:
    items = found(tmp_path / name, content)
    assert addresses(items) == ["0", "1", "2", "3", "4"]
    first = items[0]
    assert isinstance(first, Page)
    assert (first.address, first.media, first.charset) == ("http://news.example/0", "html", "utf-8")
    assert first.fetched == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert first.content.startswith(b"<html>")


def test_texts_of_a_wet_file(tmp_path: Path) -> None:
    info = record("http://x.example/", b"isPartOf: x", "warcinfo", "application/warc-fields")
    text = record("http://x.example/a", "Гана просит Того о помощи.".encode(), "conversion", "text/plain")
    (page,) = found(tmp_path / "a.warc.wet.gz", zipped([info, text]))
    assert isinstance(page, Page)
    assert (page.address, page.media) == ("http://x.example/a", "text")


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    items = found(tmp_path / "a.warc", b"".join([
        record("http://x.example/a.png", b"PNG", media="image/png"), record("http://x.example/gone", b"gone", status="404 Not Found"),
        record("dns:x.example", b"x", "resource", "text/dns"), record("http://x.example/b", b"GET / HTTP/1.1", "request"),
        record("<http://x.example/c>", b"<html>c</html>")]))
    assert [item.address for item in items] == ["http://x.example/c"]


def test_zipped_bodies_are_unpacked_and_bombs_are_not(tmp_path: Path) -> None:
    small, bomb = gzip.compress(b"<html>Ghana asks Togo.</html>"), gzip.compress(b"a" * (3 * PAGE_BYTES))
    page, skipped = found(tmp_path / "a.warc.gz", zipped(
        [record("http://x.example/z", body, more="Content-Encoding: gzip\r\n") for body in (small, bomb)]))
    assert isinstance(page, Page)
    assert page.content == b"<html>Ghana asks Togo.</html>"
    assert isinstance(skipped, Skipped)
    assert "larger than 10 MB" in skipped.reason


def spoiled(at: int) -> bytes:
    zips = [bytearray(gzip.compress(one)) for one in RECORDS]
    zips[at][len(zips[at]) // 2] ^= 0xFF
    zips[at][len(zips[at]) // 2 + 1] ^= 0xFF
    return b"".join(zips)


LONG = RECORDS[2].replace(b"Content-Length: ", b"Content-Length: 9")
ZIPS = [gzip.compress(one) for one in RECORDS]


@pytest.mark.parametrize(("name", "content", "place"), [
    ("bad.warc.gz", spoiled(2), len(ZIPS[0] + ZIPS[1])),
    ("cut.warc.gz", b"".join([*ZIPS[:2], ZIPS[2][:50], *ZIPS[3:]]), len(ZIPS[0])),
    ("rubbish.warc.gz", b"".join([*ZIPS[:2], b"rubbish " * 30, *ZIPS[3:]]), len(ZIPS[0])),
    ("long.warc", b"".join([*RECORDS[:2], LONG, *RECORDS[3:]]), len(RECORDS[0] + RECORDS[1])),
    ("rubbish.warc", b"".join([*RECORDS[:2], b"rubbish\r\n\r\n", *RECORDS[3:]]), len(RECORDS[0]))])
def test_a_broken_record_is_skipped_with_its_offset_and_the_rest_goes_on(tmp_path: Path, name: str, content: bytes,
                                                                         place: int) -> None:
    items = found(tmp_path / name, content)
    assert addresses(items) == ["0", "1", f"{name}@{place}", "3", "4"]
    assert isinstance(items[2], Skipped)
    assert "broken" in items[2].reason


def test_a_file_that_breaks_off_keeps_what_is_whole(tmp_path: Path) -> None:
    assert addresses(found(tmp_path / "a.warc.gz", b"".join(ZIPS)[:-40])) == ["0", "1", "2", "3", f"a.warc.gz@{sum(map(len, ZIPS[:4]))}"]
    assert addresses(found(tmp_path / "b.warc", b"rubbish")) == ["b.warc@0"]
    assert found(tmp_path / "c.warc.gz", b"") == []


def test_parquet_of_texts(tmp_path: Path) -> None:
    path = tmp_path / "texts.parquet"
    parquet.write_table(pa.table({"id": [1, 2, 3], "text": ["Ghana asks Togo.", None, "Togo thanks Ghana."], "other": [1, 2, 3],
                                  "published": [date(2026, 1, 2)] * 3, "language": ["en", "en", None]}), path, row_group_size=2)
    first, second, third = pages([str(path)], Hints())
    assert isinstance(first, Page)
    assert first.hints == Hints("en", date(2026, 1, 2), "", "1")
    assert (first.address, first.content, first.media) == (f"{path}:1", b"Ghana asks Togo.", "clean")
    assert isinstance(second, Skipped)
    assert second.address == f"{path}:2"
    assert third.address == f"{path}:3"


def test_a_broken_row_group_is_skipped_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "texts.parquet"
    texts = [f"Ghana asked Togo for {n * 7919} trucks on Monday." for n in range(300)]
    parquet.write_table(pa.table({"text": texts}), path, row_group_size=100, compression="zstd", use_dictionary=False)
    content = bytearray(path.read_bytes())
    start = parquet.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    content[start:start + 60] = b"\xff" * 60
    items = found(path, bytes(content))
    assert sum(isinstance(item, Page) for item in items) == 200
    (skipped,) = (item for item in items if isinstance(item, Skipped))
    assert skipped.address == f"{path}:101"
    assert "rows to 200" in skipped.reason
    (no,) = found(tmp_path / "no.parquet", b"no")
    assert isinstance(no, Skipped)


def test_json_lines_under_gzip(tmp_path: Path) -> None:
    content = gzip.compress(b'{"text": "Ghana asks Togo."}\n' * 3000)
    assert len(found(tmp_path / "a.jsonl.gz", content)) == 3000
    cut = found(tmp_path / "b.jsonl.gz", content[:-9])
    assert isinstance(cut[-1], Skipped)
    assert "gzip broken" in cut[-1].reason


def test_folders_hold_archives_and_their_pages_are_not_counted_beforehand(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(RECORDS[0])
    (tmp_path / "b.txt").write_text("Ghana asks Togo.")
    assert len(list(pages([str(tmp_path)], Hints()))) == 2
    assert count([str(tmp_path)]) is None
