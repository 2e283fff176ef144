"""A user's own actors: a CSV that adds to the tables and overrides them.

Columns: `name`, `country`, `sector`, and if wanted `aliases` (parted by `|`), `since`, `until` (YYYY-MM-DD or YYYY), `kind`
(person or organization), `title`, `wikidata`, `language` (ISO 639-1; empty: any). A name or alias that ends in `*` takes any
ending. A row with a sector and no country is a word of a role ("picketer"). Lines that begin with `#` are comments.
"""

import csv
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from dragoman.errors import InputError
from dragoman.knowledge.load import KnownActor, actors, sectors
from dragoman.knowledge.names import countries

NEEDED = ("name", "country", "sector")
FURTHER = ("aliases", "since", "until", "kind", "title", "wikidata", "language")
OTHER_CODES = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
KINDS = ("", "person", "organization")


@dataclass(frozen=True, slots=True)
class Own:
    """One file of a user's actors."""

    digest: str
    """First 12 hex digits of SHA-256 over the file: names the version that made a row."""
    rows: dict[str, KnownActor]
    names: tuple[tuple[str, str, str], ...]
    """(name, id of a row, language or "" for any)."""
    roles: tuple[tuple[str, str, str], ...]
    """(word, sector, language or "" for any)."""


NONE = Own("", {}, (), ())
_CURRENT: ContextVar[Own] = ContextVar("own actors", default=NONE)


def current() -> Own:
    """The user's actors that hold here; empty ones where none were given."""
    return _CURRENT.get()


@contextmanager
def using(own: Own) -> Iterator[None]:
    """Let a user's actors hold for what is resolved inside."""
    token = _CURRENT.set(own)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def known_actor(id: str) -> KnownActor:
    """A row of the user's file that holds here, or of actors.csv."""
    return current().rows.get(id) or actors()[id]


def read_own(path: Path | None) -> Own:
    """A user's file; None: no file. Raises: InputError naming file, line and remedy; OSError when it cannot be read."""
    return NONE if path is None else _read(str(path), path.read_bytes())


@lru_cache(maxsize=4)
def _read(path: str, content: bytes) -> Own:
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is no UTF-8; save the file as UTF-8") from None
    digest = hashlib.sha256(content).hexdigest()[:12]
    reader = csv.reader("" if line.startswith("#") else line for line in lines)
    head: list[str] = []
    rows: dict[str, KnownActor] = {}
    names: list[tuple[str, str, str]] = []
    roles: list[tuple[str, str, str]] = []
    for cells in reader:
        place = f"{path}: line {reader.line_num}"
        if not any(cells):
            continue
        if not head:
            head = _head(place, [cell.strip() for cell in cells])
            continue
        row = _row(place, head, cells)
        spoken = [row["name"], *(a.strip() for a in row["aliases"].split("|") if a.strip())]
        if not row["country"]:
            roles += [(word, row["sector"], row["language"]) for word in spoken]
            continue
        known = _actor(f"own:{digest}:{reader.line_num}", place, row, reader.line_num)
        rows[known.id] = known
        names += [(name, known.id, row["language"]) for name in spoken]
    if not head:
        raise InputError(f"{path}: empty; the first line names the columns: {','.join(NEEDED)}")
    return Own(digest, rows, tuple(names), tuple(roles))


def _head(place: str, cells: list[str]) -> list[str]:
    missing, unknown = [c for c in NEEDED if c not in cells], [c for c in cells if c not in (*NEEDED, *FURTHER)]
    if missing or unknown or len(set(cells)) < len(cells):
        wrong = f"no column {missing[0]!r}" if missing else f"column {(unknown or cells)[0]!r} is unknown or stands twice"
        raise InputError(f"{place}: {wrong}; columns are {','.join(NEEDED)} and, if wanted, {','.join(FURTHER)}")
    return cells


def _row(place: str, head: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(head):
        raise InputError(f"{place}: {len(cells)} cells for {len(head)} columns; quote cells that hold a comma")
    row = dict.fromkeys(FURTHER, "") | {name: cell.strip() for name, cell in zip(head, cells)}
    if not any(c.isalnum() for c in row["name"]):
        raise InputError(f"{place}: no name")
    if row["sector"] not in sectors():
        raise InputError(f"{place}: unknown sector {row['sector']!r}; one of {' '.join(sectors())}")
    if row["country"] and row["country"] not in OTHER_CODES and row["country"] not in {c.code for c in countries()}:
        raise InputError(f"{place}: unknown country {row['country']!r}; an ISO 3166-1 alpha-3 code or one of "
                         f"{' '.join(OTHER_CODES)}")
    if row["kind"] not in KINDS:
        raise InputError(f"{place}: kind {row['kind']!r} is neither person nor organization")
    return row


def _actor(id: str, place: str, row: dict[str, str], line: int) -> KnownActor:
    since, until = _day(place, row["since"], False), _day(place, row["until"], True)
    if since and until and until < since:
        raise InputError(f"{place}: until {row['until']} lies before since {row['since']}")
    kind = row["kind"] or ("person" if since or until else "organization")
    return KnownActor(id, row["name"].rstrip("*"), row["country"], row["sector"], since, until, row["wikidata"], "own", line,
                      kind, row["title"])


def _day(place: str, text: str, last: bool) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text + ("-12-31" if last else "-01-01") if len(text) == 4 else text)
    except ValueError:
        raise InputError(f"{place}: {text!r} is no date; write YYYY-MM-DD or YYYY") from None
