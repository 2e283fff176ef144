"""What an article says of its actors outside of single mentions: where it is told from, who was introduced, and what
stands beside a name."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.knowledge.own import current, known_actor
from dragoman.recognize.holders import meant
from dragoman.recognize.lexicon import UNSPACED, Found, lexicon, rows
from dragoman.recognize.phrase import SUPRANATIONAL, Phrase, read_phrase
from dragoman.recognize.wording import normal

PLACES = ("city", "capital", "seat")
ARTICLE_SHARE = 0.5
"""A country named in this share of the article's country words or more lends itself to unnamed actors."""
READ = 20_000
"""Characters of an article that are looked at for its countries and names."""
BESIDE = 90
"""Characters on either side of a name in which its apposition stands."""
OCCURRENCES = 4
"""Places of a name that are looked at."""
STOP = re.compile(r"[.;:!?…\n\"“”„«»()\[\]—–,،、，。؛।]")
DATELINE = re.compile(r"[^\n]{0,45}?(?:—|–| - |\(|/|電|电)")


GIVEN = re.compile(r"(?:[^\W\d_][\w.'’-]*\s*){1,3}")
"""Given names between a title and a surname."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """An actor that the text names with its country, at a character of the text."""

    start: int
    country: str
    sector: str
    words: str


@dataclass(frozen=True, slots=True)
class Background:
    """What an article says about countries outside of single mentions."""

    country: str
    """The one that dominates it, or ""."""
    dateline: str = ""
    """The state of the place it is told from, or ""."""
    introduced: tuple[Introduced, ...] = ()
    text: str = ""
    language: str = ""
    day: date | None = None


def background_of(text: str, language: str, day: date | None) -> Background:
    """The background of an article's text."""
    return _background(text[:READ], language, day, current().digest)


@lru_cache(maxsize=256)
def _background(text: str, language: str, day: date | None, own: str) -> Background:
    found = lexicon(language).find(text)
    counts = Counter(code for code in (country_of(f) for f in found) if code and code not in SUPRANATIONAL)
    code, most = counts.most_common(1)[0] if counts else ("", 0)
    main = code if counts and most / counts.total() >= ARTICLE_SHARE else ""
    return Background(main, _dateline(text, found), _introduced(text, language, found, day), text, language, day)


def country_of(found: Found) -> str:
    """The country of a name, by its first row."""
    return known_actor(found.entry.id).country if found.entry.kind == "actor" else found.entry.id


def place_of(found: Found) -> str:
    """The state that a place lies in: Brussels stands for the EU, but lies in Belgium."""
    return "BEL" if found.entry.id == "EUR" and found.entry.kind in PLACES else found.entry.id


def _dateline(text: str, found: tuple[Found, ...]) -> str:
    """"DHAKA (Reuters) - ", "Jakarta, 3 Maret —": a place at the start of one of the first lines."""
    at = 0
    for line in text.split("\n", 4)[:4]:
        first = next((f for f in found if at <= f.start <= at + 2), None)
        if first and first.entry.kind in PLACES and DATELINE.match(text, first.end):
            return place_of(first)
        at += len(line) + 1
    return ""


def _introduced(text: str, language: str, found: tuple[Found, ...], day: date | None) -> tuple[Introduced, ...]:
    """Known bodies, and words of roles right beside a country's name."""
    made = []
    for name in found:
        if name.entry.kind == "actor":
            row = meant(rows(name.entry), day)
            made.append(Introduced(name.start, row.country, row.sector, text[name.start:name.end]))
    named = [f for f in found if country_of(f) not in SUPRANATIONAL]
    n = 0
    for role in lexicon(language).roles(text):
        while n < len(named) and named[n].end <= role.start:
            n += 1
        beside = [f for f in named[max(0, n - 1):n + 2] if _beside(text, f, role.start, role.end)]
        if role.sector and beside:
            made.append(Introduced(role.start, country_of(beside[0]), role.sector, text[role.start:role.end]))
    return tuple(sorted(made, key=lambda i: i.start))


def _beside(text: str, name: Found, start: int, end: int) -> bool:
    """Nothing but a word or two between a country's name and a role."""
    between = text[name.end:start] if name.end <= start else text[end:name.start]
    return len(between) <= 14 and not STOP.search(between)


def by_context(phrase: Phrase, around: Background) -> Phrase | None:
    """Who a name is by what stands beside it in the text; None when the text does not say.

    A title or nationality in front of the name ("Foreign Minister Retno Marsudi"), an
    apposition after it (", the foreign minister of Indonesia,"), the long form of a bracketed acronym, or the full
    name of a known holder whose surname it is.
    """
    name = phrase.rest
    if not name or not around.text or name == around.text:
        return None
    if name.isupper() and len(name) <= 8 and (long := _long_form(name, around)):
        return long
    full = _full_name(name, around)
    if full:
        return full
    best = None
    for spot in _spots(name, around.text):
        said = _apposition(spot, spot + len(name), around)
        if said and (best is None or len(said.sectors) > len(best.sectors)):
            best = said
            if said.sectors:
                break
    return best


def _spots(name: str, text: str) -> list[int]:
    """Where the name stands; where its last word does, if the whole does not stand with a title anywhere."""
    spots: list[int] = []
    for wanted in dict.fromkeys((name, name.rsplit(" ", 1)[-1])):
        if len(wanted) > 2:
            spots += [m.start() for m in re.finditer(re.escape(wanted), text)][:OCCURRENCES]
    return spots


def _apposition(start: int, end: int, around: Background) -> Phrase | None:
    """The phrase made of what stands right before and right after a name."""
    text = around.text
    before = STOP.split(text[max(0, start - BESIDE):start])[-1]
    after = _after(text[end:end + BESIDE])
    ahead, behind = _near_end(before, around), read_phrase(after, around.language, around.day) if after else Phrase()
    for said, more in ((ahead, behind), (behind, ahead)):
        if said.country and said.sectors and (said is behind or said.kind != "state"):
            return said
        if said.sectors and more.country and not said.country:
            return Phrase(said.name, more.country, said.sectors, more.how, "person", said.title)
    return None


def _near_end(before: str, around: Background) -> Phrase:
    """What is said right in front of a name: words of roles and nationalities that reach up to it."""
    if not before or (before[-1] not in " \u00a0" and around.language not in UNSPACED):
        return Phrase()
    table = lexicon(around.language)
    ends = [(f.start, f.end) for f in table.find(before)] + [(r.start, r.end) for r in table.roles(before)]
    first = len(before)
    for start, end in sorted(ends, key=lambda e: -e[1]):
        gap = before[end:first].strip()
        if gap and not (GIVEN.fullmatch(gap) if first == len(before) else len(gap) <= 12):
            break
        first = min(first, start)
    return read_phrase(before[first:], around.language, around.day) if first < len(before) else Phrase()


def _after(text: str) -> str:
    """An apposition: ", the minister of X," or " (the minister of X)" or " of X"."""
    match = re.match(r"\s?[,،，、(–—-]\s?([^,،，、()–—.;:\n]{3,80})", text)
    if match:
        return match[1]
    link = re.match(r"\s+(?:of|from|de|von|di|du|do|из|z)\s+(?:the\s+)?([\w'’-]+(?:\s+[A-Z][\w'’-]+)*)", text)
    return link[1] if link else ""


def _long_form(acronym: str, around: Background) -> Phrase | None:
    """What stands before an acronym in brackets: "Front for the Liberation of X (FLX)"."""
    match = re.search(rf"([^.;:!?()\n]{{4,100}})\s?[(（]{re.escape(acronym)}[)）]", around.text)
    if not match:
        return None
    parts = match[1].split()
    for size in range(min(len(parts), len(acronym) + 4), 0, -1):
        first = parts[-size]
        if normal(first)[:1] == normal(acronym)[:1] or size == 1:
            long = read_phrase(" ".join(parts[-size:]), around.language, around.day)
            if long.country:
                return long
    long = read_phrase(" ".join(parts[-len(acronym) - 3:]), around.language, around.day)
    return long if long.country else None


def _full_name(name: str, around: Background) -> Phrase | None:
    """A known holder named in full in the text whose last word is this name."""
    if " " in name or len(name) < 4:
        return None
    wanted = normal(name)
    for found in lexicon(around.language).find(around.text):
        words = normal(around.text[found.start:found.end]).split()
        if found.entry.kind == "actor" and len(words) > 1 and words[-1] == wanted and rows(found.entry)[0].kind == "person":
            return read_phrase(around.text[found.start:found.end], around.language, around.day)
    return None
