"""Read stored pages again and see whether every row comes out of them as it stands."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from dragoman.records import Article, Event, Hints, Kept, Made, Page, Skipped, Statement, Tie
from dragoman.remember.query import Record
from dragoman.remember.schema import Row, from_row, to_row

TOGETHER = 64
"""Pages that are read again at once."""
PLAY = 0.02
"""Scores may differ by so much between processors; everything else must be the same."""
KINDS: dict[str, type] = {"articles": Article, "events": Event, "ties": Tie, "statements": Statement}
Derive = Callable[[Sequence[Page]], Sequence[Kept | Skipped]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of reading a stored page again."""

    article: str
    address: str
    rows: int
    """Rows that stand in the record for it."""
    wrong: tuple[str, ...]
    """A line for each row that does not come out again as it stands; none: all do."""
    other: str = ""
    """Not empty: it was made by another model, tables or coder than those here, named in it, and was not read again."""


def verify(record: Record, made: Made, derive: Derive, article: str = "") -> Iterator[Verdict]:
    """A verdict on each current page, in order of article id; on that of one article where it is named.

    made: what is installed here; derive: reads and codes pages anew.
    """
    pages = _pages(record, article)
    while chunk := list(islice(pages, TOGETHER)):
        stored = _stored(record, [row["article"] for row in chunk])
        same = [row for row in chunk if _made(row) == made and hashlib.sha256(row["content"]).hexdigest() == row["digest"]]
        again = dict(zip((row["article"] for row in same), derive([_page(row) for row in same]) if same else ()))
        for row in chunk:
            own = stored.get(row["article"], {})
            count = sum(len(rows) for rows in own.values())
            if hashlib.sha256(row["content"]).hexdigest() != row["digest"]:
                yield Verdict(row["article"], row["address"], count, (f"page {row['digest'][:16]}: its bytes have changed",))
            elif _made(row) != made:
                name = _made(row)
                yield Verdict(row["article"], row["address"], count, (), f"{name.coder}, {name.model}, {name.tables}")
            else:
                yield Verdict(row["article"], row["address"], count, tuple(_differences(own, again[row["article"]])))


def _pages(record: Record, article: str) -> Iterator[Row]:
    query = "SELECT * FROM pages WHERE current AND article <> '' AND (article = ? OR ? = '') ORDER BY article"
    for batch in record.sql(query, article, article).to_arrow_reader(TOGETHER):
        yield from batch.to_pylist()


def _page(row: Row) -> Page:
    return Page(row["address"], row["content"], row["media"], row["charset"], from_row(Hints, row["hints"]), row["fetched"])


def _made(row: Row) -> Made:
    return Made(row["model"], row["tables"], row["coder"])


def _stored(record: Record, articles: list[str]) -> dict[str, dict[str, list[Any]]]:
    """Records by article and table."""
    found: dict[str, dict[str, list[Any]]] = {}
    for name, kind in KINDS.items():
        column = "id" if name == "articles" else "article"
        for row in record.table(f"SELECT * FROM {name} WHERE list_contains(?, {column})", articles).to_pylist():
            found.setdefault(row[column], {}).setdefault(name, []).append(from_row(kind, row))
    return found


def _differences(stored: dict[str, list[Any]], again: Kept | Skipped) -> Iterator[str]:
    if isinstance(again, Skipped):
        yield f"page: cannot be read again: {again.reason}"
        return
    derived: dict[str, Sequence[Any]] = {"articles": [again.article], "events": again.events, "ties": again.ties,
                                         "statements": again.statements}
    for name, fresh in derived.items():
        kind = {"ties": "tie"}.get(name, name[:-1])
        old, new = {one.id: one for one in stored.get(name, [])}, {one.id: one for one in fresh}
        if len(old) != len(stored.get(name, [])):
            yield f"{kind}: {len(stored[name]) - len(old)} stand there twice"
        yield from (f"{kind} {name_}: does not come out again" for name_ in sorted(old.keys() - new.keys()))
        yield from (f"{kind} {name_}: comes out but is not stored" for name_ in sorted(new.keys() - old.keys()))
        for name_ in sorted(old.keys() & new.keys()):
            fields = list(_unlike(to_row(old[name_]), to_row(new[name_])))
            if fields:
                yield f"{kind} {name_}: comes out with another {', '.join(fields)}"


def _unlike(old: Row, new: Row) -> Iterator[str]:
    for name in new:
        if not _alike(old.get(name), new[name]):
            yield name


def _alike(old: Any, new: Any) -> bool:
    if isinstance(old, float) and isinstance(new, (float, int)):
        return abs(old - new) <= PLAY
    if isinstance(old, dict) and isinstance(new, dict):
        return all(_alike(old.get(name), value) for name, value in new.items())
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(_alike(a, b) for a, b in zip(old, new))
    return bool(old == new)
