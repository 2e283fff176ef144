"""Who a mention is: its country by the tables, its sector by the tables or the network."""

from dataclasses import replace
from datetime import date, datetime

from dragoman.recognize.around import PLACES, Background, background_of, by_context, place_of
from dragoman.recognize.lexicon import Found, lexicon
from dragoman.recognize.phrase import SUPRANATIONAL, Phrase, read_phrase
from dragoman.records import Actor, Article, Mention, Sentence

BORROWED = {"place": 0.7, "introduced": 0.7, "known": 0.8, "beside": 0.6, "word": 0.5, "dateline": 0.6, "article": 0.5}
"""How sure a country is that an actor takes from elsewhere. On the corpus' unnamed actors a city in the sentence was
right for 64 %, a capital for 57 %, the nearest actor for 50 %, another country's name or adjective for 40 %."""
GROUPS = ("REB", "PRM", "OPP", "PTY", "PRE", "UAF", "CRM")
"""Sectors whose unnamed members are first looked for among those introduced before: the rebels in talks in Doha are
not Qatari, the police in Dhaka are Bangladeshi."""


def background(article: Article) -> Background:
    """What an article says outside of its mentions; see `around`."""
    return background_of(article.text, article.language, _day(article.published))


def resolve(mentions: tuple[Mention, ...], sentence: Sentence, article: Article, around: Background) -> tuple[Actor, ...]:
    """The actors behind the mentions of one sentence, in the same order.

    A mention without a country of its own takes it from what stands beside its name in the article, from a group of
    its kind introduced before, from the nearest place of the sentence, from its fellow actors, from another country
    word, from the dateline, from the article; `how` says which and `score` how sure.
    """
    own = [_own(m, around) for m in mentions]
    if all(a.country for a, _ in own):
        return tuple(a for a, _ in own)
    loose = [f for f in lexicon(article.language).find(sentence.text) if not any(
        m.start <= sentence.start + f.start < m.end for m in mentions)]
    fellows = [a for a, _ in own if a.country and a.country not in SUPRANATIONAL]
    return tuple(a if a.country else _lend(a, phrase, (sentence, loose, fellows), around) for a, phrase in own)


def resolve_text(text: str, context: str, day: date | None, language: str, known_country: str) -> Actor:
    """The actor of a phrase on its own. context: text it stands in, or ""; known_country: code, the fallback."""
    around = background_of(context or text, language, day)
    at = context.find(text)
    mention = Mention(max(at, 0), max(at, 0) + len(text), text, "", 0.0)
    actor, phrase = _own(mention, around)
    if actor.country:
        return actor
    if known_country:
        return replace(actor, country=known_country, how="known from elsewhere", score=BORROWED["known"],
                       **_shared(phrase, known_country))
    loose = [f for f in lexicon(language).find(around.text) if not (at >= 0 and mention.start <= f.start < mention.end)]
    return _lend(actor, phrase, (Sentence(0, len(context), context), loose, []), around)


def _day(published: date | datetime | None) -> date | None:
    return published.date() if isinstance(published, datetime) else published


def _own(mention: Mention, around: Background) -> tuple[Actor, Phrase]:
    """By the mention's words and by what stands beside its name."""
    phrase = read_phrase(mention.text, around.language, around.day)
    if not phrase.country and phrase.rest:
        said = by_context(phrase, mention.text, around)
        if said:
            exact = said.exact and said.row is not None
            phrase = replace(said, name=said.name if exact else phrase.rest, how=f"beside it: {said.how}", score=0.9,
                             sectors=phrase.sectors or said.sectors, title=phrase.title or said.title, rest=phrase.rest)
    return _actor(phrase, mention), phrase


def _actor(phrase: Phrase, mention: Mention) -> Actor:
    """The network's sector decides where no row names this very actor."""
    told = phrase.sectors if phrase.exact or not mention.sector else (mention.sector, *phrase.sectors)
    every = tuple(dict.fromkeys(told)) or ("UNK",)
    row = phrase.row
    return Actor(phrase.name or mention.text, phrase.country, every[0], phrase.how, mention, every, phrase.title,
                 phrase.kind, row.since if row else None, row.until if row else None, row.wikidata if row else "",
                 phrase.score if phrase.country else 0.0)


def _lend(actor: Actor, phrase: Phrase, near: tuple[Sentence, list[Found], list[Actor]], around: Background) -> Actor:
    """A country for an actor without one: from a group of its kind, a place, a fellow actor, a country word, the
    dateline, the article."""
    sentence, loose, fellows = near
    mention = actor.mention
    first, last = mention.start - sentence.start, mention.end - sentence.start

    def nearest(kinds: tuple[str, ...]) -> Found | None:
        fitting = (f for f in loose if f.entry.kind in kinds)
        return min(fitting, key=lambda f: _gap(f.start, f.end, first, last), default=None)

    def lent(code: str, kind: str, how: str) -> Actor:
        return replace(actor, country=code, how=how, score=BORROWED[kind], **_shared(phrase, code))

    if actor.sector in GROUPS and (group := _introduced(actor, around)):
        return lent(group[0], "introduced", f"introduced before: {group[1]}")
    other = min(fellows, key=lambda a: _gap(a.mention.start, a.mention.end, mention.start, mention.end), default=None)
    place = nearest(PLACES)
    if place:
        return lent(place_of(place), "place", f"sentence: {place.entry.row}")
    if other:
        return lent(other.country, "beside", f"sentence: beside {other.mention.text}")
    word = nearest(("country", "nationality"))
    if word:
        return lent(word.entry.id, "word", f"sentence: {word.entry.row}")
    if actor.sector not in GROUPS and (group := _introduced(actor, around)):
        return lent(group[0], "introduced", f"introduced before: {group[1]}")
    for kind, code in (("dateline", around.dateline), ("article", around.country)):
        if code:
            return lent(code, kind, kind)
    if phrase.places:
        return lent(phrase.places[0], "word", "other side of the phrase")
    return actor


def _shared(phrase: Phrase, code: str) -> dict[str, str]:
    """The body of many states' bodies that is this state's: Congress in a text about the United States."""
    row = phrase.shared
    return {"name": row.name, "wikidata": row.wikidata} if row and row.country == code else {}


def _introduced(actor: Actor, around: Background) -> tuple[str, str] | None:
    """Country and words of the last actor of a sector that the text introduced before this one."""
    before = [i for i in around.introduced if i.start < actor.mention.start and i.sector == actor.sector
              and i.country not in SUPRANATIONAL]
    return (before[-1].country, before[-1].words) if before else None


def _gap(start: int, end: int, first: int, last: int) -> int:
    """Characters between two stretches of text; what stands before counts as nearer by a third."""
    return first - end if end <= first else 3 * (start - last) // 2
