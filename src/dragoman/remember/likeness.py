"""Do two reports tell of one incident? Hard no where they contradict each other, else a sum of small reasons."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from unicodedata import decimal

from dragoman.knowledge.load import incident_rules
from dragoman.records import Actor, Event, Place, Report

FAR = 60.0
"""Kilometres from which two cities contradict each other."""
NEAR = 25.0
"""Kilometres up to which two places are one: suburb and city."""
NO = -math.inf
GENERIC = ("GOV", "UNK", "")
Sides = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a report is compared."""

    report: Report
    sides: Sides
    """Countries, or names where the country is unknown, of sources and targets."""
    day: date | None
    """Of the act; of the article where the act has none."""
    slack: int
    """Days the act may lie off."""
    modality: str
    """asserted and negated tell of one thing: `fact`."""
    names: Sides
    """Names of persons and organizations."""
    sectors: Sides
    numbers: frozenset[int]
    words: frozenset[str]
    """Stems of the sentence without its actors; pairs of characters where words are not parted."""


def facts(report: Report) -> Facts:
    """Prepare a report for comparison."""
    event = report.event
    sides = _sides(event)
    reason = event.when.reason if event.when else "published"
    precision = event.when.precision if event.when else "day"
    days = incident_rules().days
    slack = days["published" if event.date is None or reason.startswith("published") else precision]
    return Facts(report, (who(event.sources, sides[0]), who(event.targets, sides[1])), event.date or report.published, slack,
                 "fact" if event.modality in ("asserted", "negated") else event.modality,
                 (_names(event.sources), _names(event.targets)), (_sectors(event.sources), _sectors(event.targets)),
                 numbers(event.sentence.text), _words(event))


def _sides(event: Event) -> tuple[set[int], set[int]]:
    return {s for s, _ in event.pairs if s is not None}, {t for _, t in event.pairs if t is not None}


def who(actors: tuple[Actor, ...], used: Iterable[int]) -> frozenset[str]:
    """Countries of the actors; the name of one whose country is unknown."""
    return frozenset(actors[n].country or actors[n].name.casefold() for n in used)


def _names(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(a.name.casefold() for a in actors if a.kind in ("person", "organization", "group"))


def _sectors(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(a.sector for a in actors)


def numbers(text: str) -> frozenset[int]:
    """Whole numbers in digits of any script, thousands marks taken out; years and numbers below 2 left out."""
    plain = text if text.isascii() else "".join(str(decimal(c)) if c.isdecimal() else c for c in text)
    found = {int(re.sub(r"\D", "", n)) for n in re.findall(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d{1,9}", plain)}
    return frozenset(n for n in found if n >= 2 and not 1900 <= n <= 2100)


def _words(event: Event) -> frozenset[str]:
    text, first = event.sentence.text.casefold(), event.sentence.start
    for actor in (*event.sources, *event.targets):
        start, end = actor.mention.start - first, actor.mention.end - first
        if 0 <= start < end <= len(text):
            text = text[:start] + " " * (end - start) + text[end:]
    found = {word[:5] for word in re.findall(r"[^\W\d_]{4,}", text) if ord(word[0]) < 0x2E80}
    if not re.search(r"[\u2e80-\U0003ffff]", text):
        return frozenset(found)
    return frozenset(found | {a + b for a, b in pairwise(text) if ord(a) >= 0x2E80 and ord(b) >= 0x2E80 and a.isalpha()
                              and b.isalpha()})


def likeness(a: Facts, b: Facts) -> float:
    """How much speaks for one incident; −∞ where the two contradict each other."""
    if a.modality != b.modality:
        return NO
    total = 0.0
    for part in (_type, _date, _dyad, _places):
        found = part(a, b)
        if found == NO:
            return NO
        total += found
    return total + _actors(a, b) + _contexts(a, b) + _told(a, b)


def _dyad(a: Facts, b: Facts) -> float:
    """Sides that meet; a side nobody names meets any, but says little."""
    best = _aligned(a.sides, b.sides)
    if a.report.event.type in incident_rules().mutual or a.report.event.reciprocal or b.report.event.reciprocal:
        best = max(best, _aligned(a.sides, (b.sides[1], b.sides[0])))
    return best


def _aligned(a: Sides, b: Sides) -> float:
    if any(one and other and not one & other for one, other in zip(a, b)):
        return NO
    full = all(one and other for one, other in zip(a, b))
    if not any(one & other for one, other in zip(a, b)):
        return NO
    if not full:
        return 0.2 if a != b else 0.4
    return 0.5 if a[0] & a[1] else 1.3


def _type(a: Facts, b: Facts) -> float:
    one, other = a.report.event, b.report.event
    if one.type != other.type:
        return 0.1 if frozenset((one.type, other.type)) in incident_rules().close else NO
    if not (one.mode and other.mode):
        return 0.7
    return 1.2 if one.mode == other.mode else 0.1


def _date(a: Facts, b: Facts) -> float:
    if a.day is None or b.day is None:
        return -0.5
    apart = abs((a.day - b.day).days)
    if apart > max(a.slack, b.slack):
        return NO
    return (0.8, 0.3, 0.0)[min(apart, 2)]


def _places(a: Facts, b: Facts) -> float:
    return place(a.report.event.place, b.report.event.place)


def place(a: Place | None, b: Place | None) -> float:
    """Places that are one speak for, places that cannot be both speak against."""
    if a is None or b is None or "dateline" in (a.resolution, b.resolution):
        return 0.0
    if a.country and b.country and a.country != b.country:
        return NO
    broad = ("country", "area")
    if a.resolution in broad or b.resolution in broad:
        return 0.1
    if a.resolution == b.resolution == "city":
        apart = kilometres(a, b)
        if (a.geonames and a.geonames == b.geonames) or (apart is not None and apart <= NEAR):
            return 1.1
        return NO if apart is None or apart >= FAR else -0.3
    return 0.5 if a.admin1 == b.admin1 else NO


def kilometres(a: Place, b: Place) -> float | None:
    """Great-circle distance (haversine, radius 6,371 km); None where one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    one, other = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(
        math.radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def _actors(a: Facts, b: Facts) -> float:
    total = 0.0
    for n in (0, 1):
        if a.names[n] and b.names[n]:
            total += 0.7 if a.names[n] & b.names[n] else -0.6
        one, other = a.sectors[n] - set(GENERIC), b.sectors[n] - set(GENERIC)
        if one and other:
            total += 0.2 if one & other else -0.5
    return total


def _contexts(a: Facts, b: Facts) -> float:
    one, other = set(a.report.event.contexts), set(b.report.event.contexts)
    return len(one & other) / len(one | other) - 0.35 if one and other else 0.0


def _told(a: Facts, b: Facts) -> float:
    """Numbers and words in common."""
    total = 0.0
    if a.numbers and b.numbers:
        total += 0.6 if a.numbers & b.numbers else -0.2
    if a.report.language == b.report.language and a.words and b.words:
        share = len(a.words & b.words) / min(len(a.words), len(b.words))
        total += max(-0.6, min(1.5, 2.5 * (share - 0.25)))
    return total
