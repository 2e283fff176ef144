"""The whole path on one screen: input → pages → articles → events.

`read` yields articles; `code` yields each article with its events. Sentences of several articles go through
the network together, sorted by length, because a batch of like lengths wastes no padding.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

import numpy as np

from dragoman.errors import InputError
from dragoman.read.article import article as to_article
from dragoman.read.language import known
from dragoman.read.page import pages, parse_time
from dragoman.recognize import events as step
from dragoman.recognize.actors import background, resolve
from dragoman.recognize.encoder import Network, network
from dragoman.recognize.mentions import Span, spans
from dragoman.recognize.sentences import sentences
from dragoman.records import Article, Event, Hints, Mention, Sentence, Skipped

TOGETHER = 64
"""Articles whose sentences are batched together."""
BATCH = 1
"""Sentences of one network call. Activations are quantized by the range of a whole call, so with more than one a
sentence's events would depend on its company; one core reads 16 at once only 5 % faster (benchmarks/speed.py)."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An article with its events in text order."""

    article: Article
    events: tuple[Event, ...]


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
    """Every article of the inputs with its events, in the order of the inputs. Arguments as `read` has them;
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
    """Code articles together. One pass: sentences, mentions, pairs, actors, events."""
    work = [(n, s) for n, article in enumerate(articles) for s in sentences(article.text, article.language)]
    work = [(n, s) for n, s in work if any(c.isalpha() for c in s.text)]
    tokens = loaded.tokens([s.text for _, s in work]) if work else []
    order = sorted(range(len(work)), key=lambda k: len(tokens[k].ids))
    around = [background(article) for article in articles]
    found: list[list[tuple[int, Event]]] = [[] for _ in articles]
    for first in range(0, len(order), BATCH):
        batch = order[first:first + BATCH]
        for k, mentions, groups in _recognized(loaded, [work[k][1] for k in batch], [tokens[k] for k in batch]):
            n, sentence = work[batch[k]]
            actors = resolve(mentions, sentence, articles[n], around[n])
            place = (tuple(tokens[batch[k]].offsets), loaded.card.name)
            made = [step.event(group, actors, sentence, articles[n], place) for group in groups]
            found[n] += [(event.start, event) for event in made]
    return [Coded(article, tuple(e for _, e in sorted(own, key=lambda x: (x[1].sentence.start, x[0], x[1].id))))
            for article, own in zip(articles, found)]


def _recognized(loaded: Network, batch: list[Sentence], tokens: list) -> Iterable[  # type: ignore[type-arg]
        tuple[int, tuple[Mention, ...], list[list[step.Finding]]]]:
    """For each sentence with acts: its index in the batch, its mentions, the findings of each act."""
    tagged = loaded.tag(tokens)
    where = spans(tagged, [s.text for s in batch])
    if not where:
        return
    first_of_row: dict[int, int] = {}
    for n, span in enumerate(where, 1):
        first_of_row.setdefault(span.row, n)
    pairs = step.all_pairs(where)
    related = loaded.relate(tagged, np.array([(0, 0, 0), *((s.row, s.first, s.last) for s in where)], np.int64), pairs)
    for row, items in step.findings(related, pairs, loaded.card, first_of_row).items():
        own = [(n, span) for n, span in enumerate(where, 1) if span.row == row]
        mentions = tuple(_mention(batch[row], span, related.sectors[n], loaded.card.sectors) for n, span in own)
        yield row, mentions, step.groups(item for item in items if item.type.isupper())


def _mention(sentence: Sentence, span: Span, sectors: np.ndarray, names: tuple[str, ...]) -> Mention:
    best = int(sectors.argmax())
    return Mention(sentence.start + span.start, sentence.start + span.end, sentence.text[span.start:span.end],
                   names[best], float(sectors[best]))
