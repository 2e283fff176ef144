"""The whole path on one screen: input → pages → articles → events, ties and statements → the record.

`read` yields articles; `code` yields each article with what it says; `add` keeps it, `open_record` asks it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.crew import Crew, shared
from dragoman.errors import InputError
from dragoman.knowledge.load import digest
from dragoman.knowledge.own import read_own, using
from dragoman.read.article import article as to_article
from dragoman.read.language import known
from dragoman.read.page import pages
from dragoman.read.texts import parse_time
from dragoman.read.visits import Visits
from dragoman.recognize.contexts import treating
from dragoman.recognize.encoder import Network, network, newest, read_card
from dragoman.recognize.events import event
from dragoman.recognize.places import placed
from dragoman.recognize.reading import Reading, readings
from dragoman.recognize.references import refer
from dragoman.recognize.scene import scene
from dragoman.recognize.statements import statements, told
from dragoman.recognize.ties import ties as ties_of
from dragoman.recognize.time import dated
from dragoman.records import Article, Event, Hints, Kept, Made, Page, Skipped, Statement, Tie, Unit
from dragoman.version import VERSION

if TYPE_CHECKING:
    from dragoman.remember.query import Record
    from dragoman.remember.verify import Verdict

TOGETHER = 64
"""Pages of a unit of work."""
BYTES = 16_000_000
"""A unit is closed early at so many bytes of pages, so that memory stays small."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An article with what it says, each in text order."""

    article: Article
    events: tuple[Event, ...]
    ties: tuple[Tie, ...] = ()
    statements: tuple[Statement, ...] = ()

    def surer(self, confidence: float) -> "Coded":
        """The same without what is less sure than `confidence`, 0–1."""
        return replace(self, events=tuple(e for e in self.events if e.confidence >= confidence),
                       ties=tuple(t for t in self.ties if t.confidence >= confidence),
                       statements=tuple(s for s in self.statements if s.confidence >= confidence))


@dataclass(frozen=True, slots=True)
class Added:
    """A unit that is in."""

    unit: Unit | None
    """None when nothing of it was new."""
    items: tuple[Kept | Skipped, ...]
    unchanged: int
    """Pages passed over, because they were in already."""


def hints(language: str = "", published: str = "") -> Hints:
    """What holds for all inputs. Raises: InputError for an unknown language or a date that is no ISO 8601."""
    if language and not known(language):
        raise InputError(f"unknown language {language!r}; give an ISO 639-1 code such as en, id or ru")
    day: date | datetime | None = None
    if published:
        try:
            day = parse_time(published)
        except ValueError:
            raise InputError(f"published {published!r} is no ISO 8601 date or time such as 2026-03-31") from None
    return Hints(language=language, published=day)


def read(*inputs: str, given: Hints | None = None, allow_private: bool = False,
         done: frozenset[str] = frozenset()) -> Iterator[Article | Skipped]:
    """The articles of files, folders, `-`, JSON lines and http(s) addresses; Skipped for what is none.

    given: what holds for all inputs (see `hints`); done: addresses of pages to pass over.

    >>> article = next(read("tests/pages/niamey.en.html"))
    >>> article.language
    'en'
    """
    for page in pages(inputs, given or Hints(), allow_private):
        if page.address not in done:
            yield page if isinstance(page, Skipped) else to_article(page)


def code(*inputs: str, given: Hints | None = None, allow_private: bool = False,  # noqa: PLR0913  each stands alone
         done: frozenset[str] = frozenset(), model: Path | None = None, actors: Path | None = None,
         crew: Crew | None = None) -> Iterator[Coded | Skipped]:
    """Every article of the inputs with what it says, in the order of the inputs. Arguments as `read` has them;
    model: folder of another model than the one shipped; actors: CSV of the user's own actors (docs/actors.md);
    crew: who does the work (see `crew.processes`).

    Raises: ModelError when the model's folder is broken; InputError naming the line of `actors` that is; WorkerError.
    """
    read_card(model or newest())
    read_own(actors)
    rest = (page for page in pages(inputs, given or Hints(), allow_private) if page.address not in done)
    for _, coded in shared(partial(code_pages, model=model, actors=actors), _chunks(rest), crew):
        yield from coded


def _chunks(items: Iterable[Page | Skipped]) -> Iterator[tuple[Page | Skipped, ...]]:
    """Units of work: so many pages together, fewer where they are large."""
    chosen: list[Page | Skipped] = []
    size = 0
    for item in items:
        chosen.append(item)
        size += len(item.content) if isinstance(item, Page) else 0
        if len(chosen) == TOGETHER or size >= BYTES:
            yield tuple(chosen)
            chosen, size = [], 0
    if chosen:
        yield tuple(chosen)


def code_pages(found: tuple[Page | Skipped, ...], model: Path | None = None,
               actors: Path | None = None) -> tuple[Coded | Skipped, ...]:
    """One unit of work: each page as an article with what it says, or why not. The same wherever it is done."""
    texts = [item if isinstance(item, Skipped) else to_article(item) for item in found]
    with using(read_own(actors)):
        coded = iter(code_articles([text for text in texts if isinstance(text, Article)], network(model)))
    return tuple(next(coded) if isinstance(text, Article) else text for text in texts)


def code_articles(articles: list[Article], loaded: Network) -> list[Coded]:
    """Code articles together. One pass: sentences, findings, actors, events, ties, statements."""
    return [_coded(article, found, loaded.card.name) for article, found in zip(articles, readings(articles, loaded))]


def _coded(article: Article, found: list[Reading], model: str) -> Coded:
    seen = scene(article, found)
    said = statements(seen)
    events: list[Event] = []
    for reading, actors in zip(seen.readings, seen.casts):
        events += [event(list(act), actors, reading.sentence, article, (reading.offsets, model)) for act in reading.acts]
    events.sort(key=lambda e: (e.sentence.start, e.start, e.id))
    there = placed(dated(refer(seen, tuple(events), said), article), article)
    return Coded(article, treating(told(seen, there, said), article), ties_of(seen, model), said)


def add(found: Iterable[Page | Skipped], folder: str | Path, model: Path | None = None,
        crew: Crew | None = None, actors: Path | None = None) -> Iterator[Added]:
    """Code pages into the record in `folder`, unit by unit: what is yielded is in. Pages that are in are passed over.

    Raises: ModelError; InputError as `code`; WorkerError; RecordError when the record cannot be written.
    """
    from dragoman.remember.table import Store  # noqa: PLC0415  pyarrow and deltalake take half a second

    made, record = made_by(model, actors), Store(folder)
    work_on = partial(code_pages, model=model, actors=actors)
    units, work = tee(record.chunks(found, made))
    for (_, coded), chunk in zip(shared(work_on, (unit.items for unit in work), crew), units):
        items = tuple(_kept(chunk.items, coded))
        yield Added(record.append(items, made), items, chunk.unchanged)


def watch(visits: Visits, folder: str | Path, crew: Crew | None = None, actors: Path | None = None) -> Iterator[Added]:
    """One round over the sources of `visits` into the record in `folder`. A stopped round is gone on with by the next.

    Raises: as `add`.
    """
    for added in add(visits.pages(), folder, crew=crew, actors=actors):
        visits.kept(len(added.items) + added.unchanged)
        yield added


def _kept(found: tuple[Page | Skipped, ...], coded: tuple[Coded | Skipped, ...]) -> Iterator[Kept | Skipped]:
    for page, own in zip(found, coded):
        if isinstance(page, Page) and isinstance(own, Coded):
            yield Kept(page, own.article, own.events, own.ties, own.statements)
        elif isinstance(own, Skipped):
            yield own


def made_by(model: Path | None = None, actors: Path | None = None) -> Made:
    """What rows are made with here; the knowledge includes the user's own actors. Raises: ModelError; InputError."""
    known = (digest(), read_own(actors).digest)
    return Made(read_card(model or newest()).name, "+".join(filter(None, known)), VERSION)


def verified(record: "Record", model: Path | None = None, article: str = "",
             actors: Path | None = None) -> "Iterator[Verdict]":
    """Read the stored pages of a record again: a verdict on each, or on that of one article. Raises: ModelError."""
    from dragoman.remember.verify import verify  # noqa: PLC0415

    def again(pages: Iterable[Page]) -> tuple[Kept | Skipped, ...]:
        found = tuple(pages)
        return tuple(_kept(found, code_pages(found, model, actors)))

    return verify(record, made_by(model, actors), again, article)


def open_record(folder: str | Path, at: str | int | None = None) -> "Record":
    """The record in a folder as it is now, or as it was at a version (a number) or a date.

    Raises: RecordError when there is none, or no such version.
    """
    from dragoman.remember.query import Record  # noqa: PLC0415  duckdb and pyarrow take a second

    return Record(folder, at)
