"""The tables of a record, each defined once: by the record it holds and what every row says of its origin.

`pages` is the list of what is in: every other row names its page's `entry`, and counts only while that entry does.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pyarrow as pa

from dragoman.records import Article, Event, Hints, Incident, Kept, Made, Page, Skipped, Statement, Tie, Unit
from dragoman.remember.schema import Row, columns, to_row


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as it came in, or what stands for one that could not be read."""

    entry: int
    """Number of this version of the page; drawn anew at each add, so not the same on every machine."""
    unit: str
    """The chunk of pages it was written with; it counts once `units` has it."""
    place: str
    """What makes a page the same page: its address or absolute path; for lines and streams the id or the text."""
    key: str
    """First 16 hex digits of SHA-256 over place, bytes, hints, model, tables and coder (of a skipped page:
    over place and reason): known keys are passed over."""
    article: str
    """Id of the article read from it; empty for a page that was skipped."""
    digest: str
    """SHA-256 of the bytes, hex; empty for a page that was skipped."""
    address: str
    """File path, `path:line` of a JSON lines file, `-`, or URL."""
    content: bytes | None
    """The bytes as they came in."""
    media: str
    """`html`, `text` (may hold site furniture) or `clean` (text and nothing else)."""
    charset: str
    """As the server declared it; empty when it did not."""
    hints: Hints
    """What the caller knew: language, date, headline, id."""
    fetched: datetime | None
    """When a server gave it, UTC; null for files."""
    model: str
    """Name and number of the network: `news-1`."""
    tables: str
    """First 12 hex digits of SHA-256 over the files in `knowledge/`."""
    coder: str
    """Dragoman's version."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row comes from; on every row of articles, events, ties, statements and skipped."""

    entry: int
    """The version of the page in `pages` that the row was read from."""
    unit: str
    """The chunk of pages it was written with."""
    article: str
    """Id of the article; empty for a page that was skipped."""
    url: str
    """Address of the page on the web; empty when it has none."""
    site: str
    """Name of the site or its host."""
    language: str
    """ISO 639-1 code of the article."""
    published: datetime | date | None
    """Of the article: UTC day, and the time where the page gives one."""
    address: str
    """Where the page was read: file path, `path:line`, `-`, or URL."""
    digest: str
    """SHA-256 of the page's bytes, hex."""
    fetched: datetime | None
    """When a server gave the page, UTC; null for files."""
    model: str
    """Name and number of the network: `news-1`."""
    tables: str
    """First 12 hex digits of SHA-256 over the files in `knowledge/`."""
    coder: str
    """Dragoman's version."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """The countries of one pair of an event; empty where nobody is named or the country is unknown."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Joint:
    """Derived columns of events, for questions that need no unnesting."""

    dyads: tuple[Dyad, ...] = field(default=())
    """Countries of the pairs, each once, in the order of `pairs`."""


@dataclass(frozen=True, slots=True)
class Version:
    """What derived rows were made from."""

    version: int
    """Number of the record's version."""


@dataclass(frozen=True, slots=True)
class Table:
    """One Delta table: what a row is, and the records whose fields are its columns, in order."""

    name: str
    meaning: str
    records: tuple[type, ...]
    first: tuple[str, ...] = ()
    """Columns that come before all others."""

    @property
    def schema(self) -> pa.Schema:
        return _schema(self)


@cache
def _schema(table: Table) -> pa.Schema:
    found: dict[str, pa.Field] = {}
    for record in table.records:
        for column in columns(record):
            found.setdefault(column.name, column)
    return pa.schema([found[name] for name in (*table.first, *(n for n in found if n not in table.first))])


PAGES = Table("pages", "Every page ever added, each version of it, bytes and all.", (Entry,))
ARTICLES = Table("articles", "What a page says, freed from its site.", (Article, Origin), ("id", "entry", "unit"))
EVENTS = Table("events", "Who did what to whom: a joint act is one row with several sources or targets.",
               (Event, Joint, Origin), ("id", "entry", "unit"))
TIES = Table("ties", "Standing relations that a text states.", (Tie, Origin), ("id", "entry", "unit"))
STATEMENTS = Table("statements", "Somebody's words in a text.", (Statement, Origin), ("id", "entry", "unit"))
SKIPPED = Table("skipped", "Pages that could not be read, and why.", (Skipped, Origin), ("entry", "unit"))
UNITS = Table("units", "Chunks of pages that are in; the last thing written, and what makes a version.", (Unit,))
INCIDENTS = Table("incidents", "One row a thing that happened, however many pages report it; made anew from the events of a "
                  "version.", (Incident, Version))
TABLES = (PAGES, ARTICLES, EVENTS, TIES, STATEMENTS, SKIPPED, UNITS)


def place(item: Page | Skipped) -> str:
    """What makes it the same page when it comes again (see Entry.place)."""
    address = item.address
    if address.startswith(("http://", "https://")):
        return address
    if isinstance(item, Skipped):
        return address
    if item.media == "clean" or address == "-":
        own = item.hints.id
        return f"id:{own}" if own else f"text:{hashlib.sha256(item.content).hexdigest()}"
    return str(Path(address).resolve())


def key(page: Page, made: Made) -> str:
    """Hash of all that decides what a page becomes (see Entry.key)."""
    parts = (place(page), page.media, page.charset, repr(page.hints), made.model, made.tables, made.coder)
    return hashlib.sha256(b"\0".join((*(p.encode("utf-8", "surrogatepass") for p in parts), page.content))).hexdigest()[:16]


def skip_key(item: Skipped) -> str:
    """The key of a page that was skipped."""
    text = f"skipped|{place(item)}|{item.reason}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def number(unit: str, where: str) -> int:
    """The entry of a place in a unit: 63 bits of a hash."""
    return int.from_bytes(hashlib.sha256(f"{unit}|{where}".encode("utf-8", "surrogatepass")).digest()[:8], "big") >> 1


def rows(item: Kept | Skipped, unit: str, made: Made) -> Iterator[tuple[Table, Row]]:
    """Every row of a page, with the table it belongs to; `pages` comes first."""
    entry = _entry(item, unit, made)
    yield PAGES, to_row(entry)
    origin = _origin(item, entry)
    if isinstance(item, Skipped):
        yield SKIPPED, {**origin, **to_row(item)}
        return
    yield ARTICLES, {**origin, **to_row(item.article)}
    for event in item.events:
        yield EVENTS, {**origin, **to_row(event), "dyads": [to_row(d) for d in dyads(event)]}
    for tie in item.ties:
        yield TIES, {**origin, **to_row(tie)}
    for statement in item.statements:
        yield STATEMENTS, {**origin, **to_row(statement)}


def dyads(event: Event) -> tuple[Dyad, ...]:
    """The countries of an event's pairs, each once."""
    found = [Dyad(event.sources[s].country if s is not None else "", event.targets[t].country if t is not None else "")
             for s, t in event.pairs]
    return tuple(dict.fromkeys(found))


def _entry(item: Kept | Skipped, unit: str, made: Made) -> Entry:
    if isinstance(item, Skipped):
        where = place(item)
        return Entry(number(unit, where), unit, where, skip_key(item), "", "", item.address, None, "", "", Hints(), None,
                     made.model, made.tables, made.coder)
    page, where = item.page, place(item.page)
    return Entry(number(unit, where), unit, where, key(page, made), item.article.id, item.article.digest, page.address,
                 page.content, page.media, page.charset, page.hints, page.fetched, made.model, made.tables, made.coder)


def _origin(item: Kept | Skipped, entry: Entry) -> Row:
    article = item.article if isinstance(item, Kept) else None
    origin = Origin(entry.entry, entry.unit, entry.article, article.url if article else "", article.site if article else "",
                    article.language if article else "", article.published if article else None, entry.address,
                    entry.digest, entry.fetched, entry.model, entry.tables, entry.coder)
    return to_row(origin)
