"""The whole path on one screen: input → pages → articles → events, ties and statements.

`read` yields articles; `code` yields each article with what it says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from dragoman.errors import InputError
from dragoman.read.article import article as to_article
from dragoman.read.language import known
from dragoman.read.page import pages, parse_time
from dragoman.recognize.actors import background, resolve
from dragoman.recognize.encoder import Network, network
from dragoman.recognize.events import event
from dragoman.recognize.reading import Reading, readings
from dragoman.recognize.ties import ties as ties_of
from dragoman.records import Article, Event, Hints, Skipped, Statement, Tie

TOGETHER = 64
"""Articles whose sentences are batched together."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An article with what it says, each in text order."""

    article: Article
    events: tuple[Event, ...]
    ties: tuple[Tie, ...] = ()
    statements: tuple[Statement, ...] = ()


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


def code(*inputs: str, given: Hints | None = None, allow_private: bool = False, done: frozenset[str] = frozenset(),
         model: Path | None = None) -> Iterator[Coded | Skipped]:
    """Every article of the inputs with what it says, in the order of the inputs. Arguments as `read` has them;
    model: folder of another model than the one shipped.

    Raises: ModelError when the model's folder is broken.
    """
    loaded = network(model)
    rest = read(*inputs, given=given, allow_private=allow_private, done=done)
    while chunk := list(islice(rest, TOGETHER)):
        coded = iter(code_articles([a for a in chunk if isinstance(a, Article)], loaded))
        for item in chunk:
            yield next(coded) if isinstance(item, Article) else item


def code_articles(articles: list[Article], loaded: Network) -> list[Coded]:
    """Code articles together. One pass: sentences, mentions, findings, actors, events, ties."""
    return [_coded(article, found, loaded.card.name) for article, found in zip(articles, readings(articles, loaded))]


def _coded(article: Article, found: list[Reading], model: str) -> Coded:
    around = background(article)
    events: list[Event] = []
    ties: list[Tie] = []
    for reading in found:
        actors = resolve(reading.mentions, reading.sentence, article, around)
        events += [event(list(act), actors, reading.sentence, article, (reading.offsets, model)) for act in reading.acts]
        ties += ties_of(reading, actors, article.id, model)
    return Coded(article, tuple(sorted(events, key=lambda e: (e.sentence.start, e.start, e.id))), tuple(ties))
