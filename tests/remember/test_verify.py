"""A row that does not come out of its page is named."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import dragoman
from dragoman.records import Kept, Made, Page, Skipped
from dragoman.remember.cite import digest
from dragoman.remember.query import Record
from dragoman.remember.table import Store
from dragoman.remember.verify import verify
from tests.remember.conftest import page
from tests.remember.test_schema import EVENT
from tests.remember.test_table import MADE, kept


def again(pages: Sequence[Page]) -> list[Kept | Skipped]:
    return [replace(kept(page), events=(EVENT,)) for page in pages]


def filled(folder: Path, *items: Kept) -> Record:
    Store(folder).append(items, MADE)
    return dragoman.open(folder)


def test_what_comes_out_again_is_right(tmp_path: Path) -> None:
    (verdict,) = verify(filled(tmp_path, replace(kept(page("a", "a1")), events=(EVENT,))), MADE, again)
    assert (verdict.rows, verdict.wrong, verdict.other) == (2, (), "")


def test_what_does_not_is_named(tmp_path: Path) -> None:
    other = replace(EVENT, id="e2")
    changed = replace(EVENT, type="AID", confidence=0.905)
    record = filled(tmp_path, replace(kept(page("a", "a1")), events=(changed, other)))
    (verdict,) = verify(record, MADE, again)
    assert verdict.wrong == ("event e2: does not come out again", "event e1: comes out with another type")


def test_a_page_whose_bytes_changed_is_named(tmp_path: Path) -> None:
    given = kept(page("a", "a1"))
    record = filled(tmp_path, replace(given, article=replace(given.article, digest="0" * 64)))
    assert "its bytes have changed" in next(verify(record, MADE, again)).wrong[0]


def test_rows_of_another_model_are_not_called_wrong(tmp_path: Path) -> None:
    (verdict,) = verify(filled(tmp_path, kept(page("a", "a1"))), Made("news-2", "t", "0.1.0"), again)
    assert (verdict.wrong, verdict.other) == ((), "0.1.0, news-1, t")


def test_the_digest_is_of_the_contents_alone(tmp_path: Path) -> None:
    one, two = (replace(kept(page(name, name)), events=(replace(EVENT, id=name, article=name),)) for name in "ab")
    together, apart = filled(tmp_path / "x", one, two), tmp_path / "y"
    first = filled(apart, two)
    assert digest(first) != digest(together)
    assert digest(filled(apart, one)) == digest(together)
