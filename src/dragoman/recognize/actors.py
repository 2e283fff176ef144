"""Who a mention is: its country by the tables, its sector by the tables or the network."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from dragoman.knowledge.grammar import grammar
from dragoman.recognize.around import PLACES, READ, Background, Introduced, background_of, by_context, place_of
from dragoman.recognize.lexicon import Found, lexicon
from dragoman.recognize.phrase import SUPRANATIONAL, Phrase, by_spelling, read_phrase
from dragoman.records import Actor, Article, Mention, Sentence

BORROWED = {"place": 0.7, "introduced": 0.7, "known": 0.8, "beside": 0.6, "word": 0.5, "dateline": 0.6, "article": 0.5,
            "language": 0.3}
"""How sure a country is that an actor takes from elsewhere. On the corpus' unnamed actors a city in the sentence was
right for 64 %, a capital for 57 %, the nearest actor for 50 %, another country's name or adjective for 40 %."""
ORGANS = ("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "LAB", "JRN", "REL")
"""Sectors whose bodies are those of the language's own state where a text names no state at all."""
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


def resolve_text(words: tuple[str, str], day: date | None, language: str, known_country: str) -> Actor:
    """The actor of a phrase on its own. words: the phrase and the text it stands in, or ""; known_country: code, the
    fallback."""
    text, context = words
    at = context.find(text)
    mention = Mention(max(at, 0), max(at, 0) + len(text), text, "", 0.0)
    actor, phrase = _own(mention, Background("", text=context[:READ], language=language, day=day))
    if actor.country:
        return actor
    if known_country:
        return _lent(actor, phrase, known_country, ("known", "known from elsewhere"))
    around = background_of(context, language, day)
    loose = [f for f in lexicon(language).find(around.text) if not (at >= 0 and mention.start <= f.start < mention.end)]
    return _lend(actor, phrase, (Sentence(0, len(context), context), loose, []), around)


def _day(published: date | datetime | None) -> date | None:
    return published.date() if isinstance(published, datetime) else published


def _own(mention: Mention, around: Background) -> tuple[Actor, Phrase]:
    """By the mention's words and by what stands beside its name."""
    phrase = read_phrase(mention.text, around.language, around.day)
    if not phrase.country and phrase.rest:
        phrase = _named(phrase, around) or phrase
    return _actor(phrase, mention), phrase


def _named(phrase: Phrase, around: Background) -> Phrase | None:
    """Whose name no table has as it is written: by what stands beside it, as another spelling, by its title."""
    said = by_context(phrase, around)
    if said:
        exact = said.exact and said.row is not None
        return replace(said, name=said.name if exact else phrase.rest, how=f"beside it: {said.how}", score=0.9,
                       sectors=said.sectors if exact else phrase.sectors or said.sectors,
                       title=phrase.title or said.title, rest=phrase.rest)
    return by_spelling(phrase, around.language, around.day)


def _actor(phrase: Phrase, mention: Mention) -> Actor:
    """The network's sector decides where no row names this very actor."""
    told = phrase.sectors if phrase.exact or not mention.sector else (mention.sector, *phrase.sectors)
    every = tuple(dict.fromkeys(told)) or ("UNK",)
    row = phrase.row
    return Actor(phrase.name or mention.text, phrase.country, every[0], phrase.how, mention, every, phrase.title,
                 phrase.kind, row.since if row else None, row.until if row else None, row.wikidata if row else "",
                 phrase.score if phrase.country else 0.0)


def _lend(actor: Actor, phrase: Phrase, near: tuple[Sentence, list[Found], list[Actor]], around: Background) -> Actor:
    """A country for an actor without one: the first that `_lenders` names."""
    code, kind, how = next(_lenders(actor, near, around), ("", "", ""))
    if phrase.places and kind in ("", "language"):
        code, kind, how = phrase.places[0], "word", "other side of the phrase"
    return _lent(actor, phrase, code, (kind, how)) if code else actor


def _lenders(actor: Actor, near: tuple[Sentence, list[Found], list[Actor]], around: Background) -> Iterator[
        tuple[str, str, str]]:
    """Country, key of BORROWED and reason: from a group of its kind, a place, a fellow actor, a country word, the
    dateline, the article."""
    sentence, loose, fellows = near
    mention = actor.mention
    first, last = mention.start - sentence.start, mention.end - sentence.start
    group = [(i.country, "introduced", f"introduced before: {i.words}") for i in _introduced(actor, around)]
    if actor.sector in GROUPS:
        yield from group
    ranked = sorted(loose, key=lambda f: _gap(f.start, f.end, first, last))
    yield from ((place_of(f), "place", f"sentence: {f.entry.row}") for f in ranked if f.entry.kind in PLACES)
    for other in sorted(fellows, key=lambda a: _gap(a.mention.start, a.mention.end, mention.start, mention.end)):
        yield other.country, "beside", f"sentence: beside {other.mention.text}"
    yield from ((f.entry.id, "word", f"sentence: {f.entry.row}") for f in ranked
                if f.entry.kind in ("country", "nationality"))
    yield from group
    yield from ((code, kind, kind) for kind, code in (("dateline", around.dateline), ("article", around.country)) if code)
    if actor.sector in ORGANS:
        yield from ((code, "language", f"language {around.language}") for code in grammar(around.language).home)


def _lent(actor: Actor, phrase: Phrase, code: str, why: tuple[str, str]) -> Actor:
    """The actor with a borrowed country. why: a key of BORROWED, and what `how` says. Of a name that many states'
    bodies bear it is then that state's: Congress in a text about the United States."""
    row = phrase.shared
    own = row if row and row.country == code else None
    return replace(actor, country=code, how=why[1], score=BORROWED[why[0]], name=own.name if own else actor.name,
                   wikidata=own.wikidata if own else "")


def _introduced(actor: Actor, around: Background) -> list[Introduced]:
    """The last actor of a sector that the text introduced before this one."""
    return [i for i in around.introduced if i.start < actor.mention.start and i.sector == actor.sector
            and i.country not in SUPRANATIONAL][-1:]


def _gap(start: int, end: int, first: int, last: int) -> int:
    """Characters between two stretches of text; what stands before counts as nearer by a third."""
    return first - end if end <= first else 3 * (start - last) // 2
