"""Inputs become pages one by one; whatever is none says why."""

import io
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dragoman.read.fetch import PAGE_BYTES
from dragoman.read.page import pages
from dragoman.read.texts import parse_time
from dragoman.records import Hints, Page, Skipped


def all_of(*names: str) -> list[Page | Skipped]:
    return list(pages(names, Hints()))


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": 7, "text": "Ghana asks Togo.", "language": "en", "published": "2026-01-02",
                                "headline": "Talks"}) + "\n\n")
    (page,) = all_of(str(path))
    assert isinstance(page, Page)
    assert page.hints == Hints("en", date(2026, 1, 2), "Talks", "7")
    assert page.content == b"Ghana asks Togo."


@pytest.mark.parametrize(("line", "reason"), [
    ('{"text": "a"', "not JSON"), ("[1]", "needs an object"), ('{"id": 1}', "needs an object"),
    ('{"text": "a", "language": "xx"}', "unknown language 'xx'"), ('{"text": "a", "published": "soon"}', "no ISO 8601"),
    ('{"text": "a", "headline": 3}', "must be text"), ("[" * 100_000, "not JSON"),
])
def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(f'{line}\n{{"text": "Ghana asks Togo."}}\n')
    bad, good = all_of(str(path))
    assert isinstance(bad, Skipped)
    assert bad.address == f"{path}:1"
    assert reason in bad.reason
    assert isinstance(good, Page)


def test_a_line_longer_than_memory_allows_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * (2 * PAGE_BYTES) + b'"}\n{"text": "Ghana asks Togo."}\n')
    bad, good = all_of(str(path))
    assert isinstance(bad, Skipped)
    assert "longer than 10 MB" in bad.reason
    assert isinstance(good, Page)


def test_folders_give_their_pages_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.bin"):
        (tmp_path / name).write_text("<html>" if name == "a.html" else "text")
    found = all_of(str(tmp_path))
    assert [(Path(p.address).name, p.media) for p in found if isinstance(p, Page)] == [("a.html", "html"), ("b.txt", "text")]


def test_missing_empty_and_huge(tmp_path: Path) -> None:
    (tmp_path / "huge.html").write_bytes(b"<html>" + b"a" * PAGE_BYTES)
    (tmp_path / "none").mkdir()
    found = all_of(str(tmp_path / "nothere.txt"), str(tmp_path / "none"), str(tmp_path / "huge.html"))
    assert [f.reason.split(" (")[0] for f in found if isinstance(f, Skipped)] == [
        "no such file", "holds no page", "larger than 10 MB"]


@pytest.mark.parametrize(("content", "media"), [
    (b'{"text": "Ghana asks Togo."}\n', "clean"), (b"<!DOCTYPE html><html>", "html"), (b"Ghana asks Togo.", "text")])
def test_standard_input_tells_what_it_is(monkeypatch: pytest.MonkeyPatch, content: bytes, media: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    (page,) = all_of("-")
    assert isinstance(page, Page)
    assert page.media == media


def test_times_are_utc() -> None:
    assert parse_time("2026-03-02T10:00:00+03:00") == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert parse_time("2026-03-02") == date(2026, 3, 2)
    assert parse_time("2026-03-02T10:00:00") == datetime(2026, 3, 2, 10, tzinfo=UTC)
