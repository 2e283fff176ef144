"""Who a mention is: its country by the tables, its sector by the tables or the network."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from dragoman.knowledge.load import KnownActor, actors, languages
from dragoman.knowledge.names import english_names
from dragoman.recognize.lexicon import Found, lexicon, words
from dragoman.records import Actor, Article, Mention, Sentence

SUPRANATIONAL = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
PLACES = ("city", "capital", "seat")
"""Places lend their country first: on the corpus' unnamed actors a city in the sentence was right for 64 %, a capital
for 57 %, the nearest actor for 50 %, another country's name or adjective for 40 %."""
ARTICLE_SHARE = 0.5
"""A country named in this share of the article's country words or more lends itself to unnamed actors."""


@dataclass(frozen=True, slots=True)
class Background:
    """What an article says about countries outside of single mentions: the code that dominates it, or ""."""

    country: str


def background(article: Article) -> Background:
    """The country most named in an article, when it has half of all country words."""
    counts = Counter(code for code in (_country(f) for f in lexicon(article.language).find(article.text))
                     if code and code not in SUPRANATIONAL)
    if not counts:
        return Background("")
    code, most = counts.most_common(1)[0]
    return Background(code if most / counts.total() >= ARTICLE_SHARE else "")


def resolve(mentions: tuple[Mention, ...], sentence: Sentence, article: Article, around: Background) -> tuple[Actor, ...]:
    """The actors behind the mentions of one sentence, in the same order.

    A mention without a country of its own takes it from the nearest country word of the sentence that is no other
    actor's, else from its fellow actors when they agree, else from the article; `how` says which.
    """
    table = lexicon(article.language)
    own = [_own(m, article) for m in mentions]
    loose = [f for f in table.find(sentence.text) if not any(
        m.start <= sentence.start + f.start < m.end for m in mentions)]
    fellows = [a for a in own if a.country and a.country not in SUPRANATIONAL]
    return tuple(a if a.country else _lend(a, sentence, loose, fellows, around) for a in own)


def _own(mention: Mention, article: Article) -> Actor:
    """By the mention's words alone."""
    table = lexicon(article.language)
    found = table.find(mention.text)
    known = next((f for f in found if f.entry.kind == "actor"), None)
    first = found[0] if found else None
    if known and (first is known or _names(known, first, mention)):
        return _known(actors()[known.entry.id], known, mention, article)
    if first is None:
        return Actor(mention.text, "", mention.sector, "", mention)
    code = first.entry.id
    whole = len(words(mention.text)) <= len(words(mention.text[first.start:first.end])) + 1
    state = whole and first.entry.kind in ("country", "capital", "seat")
    name = english_names().get(code, mention.text) if state else mention.text
    return Actor(name, code, mention.sector, first.entry.row, mention)


def _names(known: Found, first: Found | None, mention: Mention) -> bool:
    """The known actor's name closes the mention ("Israeli Prime Minister Netanyahu"), and no other country comes
    before an organization's ("the Chilean Congress" is not the US Congress)."""
    row = actors()[known.entry.id]
    agrees = first is None or bool(row.since or row.until) or _country(first) == row.country
    return agrees and known.end >= len(mention.text) - 2


def _known(row: KnownActor, found: Found, mention: Mention, article: Article) -> Actor:
    exact = found.end - found.start >= 0.6 * len(mention.text)
    sector = row.sector if exact or row.since or row.until else mention.sector
    if row.sector == "GOV" and (row.since or row.until):
        sector = "GOV" if _in_office(row, article) else "ELI"
        if sector == "GOV" and _former(mention.text, article.language):
            sector = "ELI"
    return Actor(row.name if exact or row.since else mention.text, row.country, sector, found.entry.row, mention)


def _in_office(row: KnownActor, article: Article) -> bool:
    day = article.published.date() if isinstance(article.published, datetime) else article.published
    if day is None:
        return True
    return any((term.since or date.min) <= day <= (term.until or date.max) for term in _terms()[row.name, row.country])


@cache
def _terms() -> dict[tuple[str, str], list[KnownActor]]:
    """All rows of a person, by name and country: an office held twice has two."""
    found: dict[tuple[str, str], list[KnownActor]] = {}
    for row in actors().values():
        found.setdefault((row.name, row.country), []).append(row)
    return found


def _former(text: str, language: str) -> bool:
    table = languages().get(language)
    spoken = {w for w, _, _ in words(text)}
    return bool(table and any(w.rstrip("*-") in spoken for w in table.former))


def _lend(actor: Actor, sentence: Sentence, loose: list[Found], fellows: list[Actor], around: Background) -> Actor:
    """A country for an actor without one: from a place, a fellow actor, another country word, the article."""
    mention = actor.mention
    first, last = mention.start - sentence.start, mention.end - sentence.start

    def nearest(kinds: tuple[str, ...]) -> Found | None:
        fitting = (f for f in loose if f.entry.kind in kinds)
        return min(fitting, key=lambda f: _gap(f.start, f.end, first, last), default=None)

    other = min(fellows, key=lambda a: _gap(a.mention.start, a.mention.end, mention.start, mention.end), default=None)
    place = nearest(PLACES)
    named = place or (None if other else nearest(("country", "nationality")))
    if named:
        return replace(actor, country=named.entry.id, how=f"sentence: {named.entry.row}")
    if other:
        return replace(actor, country=other.country, how=f"sentence: beside {other.mention.text}")
    if around.country:
        return replace(actor, country=around.country, how="article")
    return actor


def _gap(start: int, end: int, first: int, last: int) -> int:
    """Characters between two stretches of text; what stands before counts as nearer by a third."""
    return first - end if end <= first else 3 * (start - last) // 2


def _country(found: Found) -> str:
    return actors()[found.entry.id].country if found.entry.kind == "actor" else found.entry.id
