"""What is added is in once, whatever happens."""

from hashlib import sha256
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import RecordError
from dragoman.read.page import pages as found
from dragoman.records import Article, Hints, Kept, Made, Page, Skipped
from dragoman.remember import table
from dragoman.remember.query import Record
from dragoman.remember.rows import ARTICLES, UNITS
from dragoman.remember.table import Store, snapshot, tidy
from tests.remember.conftest import page

MADE = Made("news-1", "t", "0.1.0")


def kept(given: Page, text: str = "") -> Kept:
    words = text or given.content.decode()
    return Kept(given, Article(given.hints.id or words, "", "", "", "", "", given.hints.published, "en", words, (),
                               sha256(given.content).hexdigest(), given.address))


def texts(folder: Path, at: str | int | None = None) -> list[str]:
    rows = dragoman.open(folder, at).sql("SELECT text FROM articles ORDER BY text").fetchall()
    return [text for (text,) in rows]


def test_the_same_page_twice_is_in_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (chunk,) = store.chunks([page("one", "a"), page("one", "a"), page("two", "b")], MADE)
    assert (len(chunk.items), chunk.unchanged) == (2, 1)
    store.append([kept(p) for p in chunk.items if isinstance(p, Page)], MADE)
    (again,) = Store(tmp_path).chunks([page("one", "a"), page("two", "b")], MADE)
    assert (again.items, again.unchanged) == ((), 2)
    (other,) = Store(tmp_path).chunks([page("one", "a")], Made("news-2", "t", "0.1.0"))
    assert len(other.items) == 1


def test_a_changed_page_takes_the_place_of_the_old_one_which_stays_reachable(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.append([kept(page("old", "a")), kept(page("other", "b"))], MADE)
    store.append([kept(page("new", "a"))], MADE)
    assert texts(tmp_path) == ["new", "other"]
    assert texts(tmp_path, 1) == texts(tmp_path, "1") == ["old", "other"]
    assert texts(tmp_path, "1999-12-31") == []
    versions = dragoman.open(tmp_path).sql("SELECT content, current FROM pages ORDER BY content").fetchall()
    assert versions == [(b"new", True), (b"old", False), (b"other", True)]


def test_a_file_that_changed_replaces_what_was_read_from_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "record")
    for text in ("old", "new"):
        store.append([kept(Page(str(tmp_path / "a.txt"), text.encode(), "text"), text)], MADE)
    assert texts(tmp_path / "record") == ["new"]


def test_two_files_with_one_text_are_one_article(tmp_path: Path) -> None:
    store = Store(tmp_path / "record")
    store.append([kept(Page("a.txt", b"same", "text")), kept(Page("b.txt", b"same", "text"))], MADE)
    store.append([kept(Page("c.txt", b"same", "text"))], MADE)
    assert texts(tmp_path / "record") == ["same"]


def test_a_failed_visit_does_not_remove_the_article(tmp_path: Path) -> None:
    store = Store(tmp_path)
    url = "https://example.org/a"
    store.append([Skipped(url, "unreachable")], MADE)
    assert dragoman.open(tmp_path).sql("SELECT reason FROM skipped").fetchall() == [("unreachable",)]
    store.append([kept(Page(url, b"text", "html"))], MADE)
    assert dragoman.open(tmp_path).sql("SELECT reason FROM skipped").fetchall() == []
    store.append([Skipped(url, "the server answered 500")], MADE)
    assert texts(tmp_path) == ["text"]
    assert store.append([Skipped(url, "the server answered 500")], MADE) is None


def test_rows_without_their_unit_are_not_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.append([kept(page("one", "a"))], MADE)
    monkeypatch.setattr(store, "_commit", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(RecordError, match="disk is full"):
        store.append([kept(page("two", "b"))], MADE)
    assert texts(tmp_path) == ["one"]
    assert len(snapshot(tmp_path).hidden) == 1
    Store(tmp_path).append([kept(page("two", "b"))], MADE)
    assert texts(tmp_path) == ["one", "two"]


def test_a_reader_sees_what_was_there_when_it_opened(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.append([kept(page("one", "a"))], MADE)
    before = dragoman.open(tmp_path)
    store.append([kept(page("two", "b"))], MADE)
    assert before.sql("SELECT count(*) FROM articles").fetchall() == [(1,)]
    assert (before.version, dragoman.open(tmp_path).version) == (1, 2)


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("x")
    with pytest.raises(RecordError, match=r"thesis\.doc"):
        Store(tmp_path)
    with pytest.raises(RecordError, match="dragoman add"):
        dragoman.open(tmp_path)
    with pytest.raises(RecordError, match="no version 7"):
        Store(tmp_path / "new")
        dragoman.open(tmp_path / "new", 7)


def test_ids_and_rows_are_the_same_whoever_adds(record: Record, record_folder: Path, tmp_path: Path, pages: Path) -> None:
    for _ in dragoman.add(found([str(pages / "niamey.en.html")], Hints()), tmp_path / "other"):
        pass
    ((article,),) = dragoman.open(tmp_path / "other").sql("SELECT id FROM articles").fetchall()
    assert dragoman.open(tmp_path / "other").events("article = ?", article) == record.events("article = ?", article) != []


def test_tidying_drops_what_never_came_in_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.append([kept(page("one", "a"))], MADE)
    with monkeypatch.context() as broken:
        broken.setattr(store, "_commit", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        with pytest.raises(RecordError):
            store.append([kept(page("two", "b"))], MADE)
    tidy(tmp_path)
    assert len(snapshot(tmp_path).hidden) == 1, "a writer may still be at it"
    monkeypatch.setattr(table, "DAY", -1)
    tidy(tmp_path)
    assert len(snapshot(tmp_path).hidden) == 0
    assert texts(tmp_path) == ["one"]


def test_many_units_are_few_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "OFTEN", 4)
    monkeypatch.setattr(table, "SELDOM", 8)
    store = Store(tmp_path)
    for n in range(9):
        store.append([kept(page(f"{n}", f"{n}"))], MADE)
    assert dragoman.open(tmp_path).version == 9
    assert [len(texts(tmp_path, n)) for n in (1, 5, 9)] == [1, 5, 9]
    assert len(table.files(str(tmp_path), UNITS)) == len(table.files(str(tmp_path), ARTICLES)) == 2
