"""Where something happened: the place nearest to the event's trigger, one of several of its name by the article's states."""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from dragoman.knowledge.places import Spot
from dragoman.recognize.gazetteer import gazetteer
from dragoman.recognize.lexicon import lexicon
from dragoman.recognize.locatives import Located, located
from dragoman.recognize.time import CLAUSE, STEP
from dragoman.recognize.wording import words
from dragoman.records import Actor, Article, Event, Place

FAR = 160
"""Characters, clauses' ends counted as `STEP`, beyond which a place says nothing of an act."""
WORDY = ("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
"""Acts of words: a place nearer to another act of the sentence is that one's ("accused Kyiv of shelling Donetsk"), and a
state is what they are about ("demands its troops leave the north of Iraq")."""
THERE = ("PROTEST", "ASSAULT", "COERCE", "CONSULT", "MOBILIZE")
"""Acts that a dateline may place."""
KNOWN, SEAT = 1.2, 0.2
"""What an article's state, and being a capital, add to the decimal logarithm of a city's people: Tripoli in Lebanon passes
Tripoli in Libya when Lebanon is named, London in Canada does not pass London."""
OWN = 0.6
"""The same for a city that the text gives its own name: Puno in Peru is Pune in some language."""
COUNTRY = 25
"""Characters that a state counts for more than a city: "in Gyumri in Armenia" is Gyumri."""
DATELINE = re.compile(r"^\W{0,3}([^\n—–(]{2,60}?)(?:\s*\([^)\n]{1,40}\))?\s*(?:—|–|--|-(?=\s))\s")
MONTH_AND_ON = re.compile(r"[,،].*$")


def placed(events: Iterable[Event], article: Article) -> tuple[Event, ...]:
    """The events with their `place`, in the same order; None where the text does not say."""
    own = list(events)
    found = []
    for event in own:
        rivals = [e for e in own if e.sentence == event.sentence and (e.start, e.end) != (event.start, event.end)]
        place = _where(event, rivals, article) or _town(event, article) or _by_dateline(event, article)
        found.append(replace(event, place=place) if place else event)
    return tuple(found)


def _where(event: Event, rivals: list[Event], article: Article) -> Place | None:
    base, text = event.sentence.start, event.sentence.text
    trigger = (event.start - base, event.end - base)
    fitting = [(n, place) for place in located(text, article.language)
               if (n := _distance(place, trigger, text) + _broad(place)) <= FAR and not _is_actor(place, event)
               and not (place.toward and event.type in WORDY)]
    for distance, place in sorted(fitting, key=lambda f: f[0]):
        nearer = any(_distance(place, (r.start - base, r.end - base), text) + _broad(place) < distance for r in rivals)
        if event.type not in WORDY or not (nearer or _broad(place)):
            return _place(_chosen(place, event, article), place, base)
    return None


def _distance(place: Located, trigger: tuple[int, int], text: str) -> int:
    start, end = (place.end, trigger[0]) if place.end <= trigger[0] else (trigger[1], place.start)
    return max(0, end - start) + STEP * sum(c in CLAUSE for c in text[start:end])


def _broad(place: Located) -> int:
    return COUNTRY if all(s.kind == "country" for s in place.spots) else 0


def _is_actor(place: Located, event: Event) -> bool:
    """The name is a source itself: "in Moscow's view, Moscow said"."""
    base = event.sentence.start
    return any(a.mention.start - base <= place.start and place.end <= a.mention.end - base and
               place.end - place.start >= 0.8 * (a.mention.end - a.mention.start) for a in event.sources)


def _chosen(place: Located, event: Event, article: Article) -> Spot:
    """Of several places of a name the one in the article's states, then the largest; areas and states before cities."""
    spots = place.spots
    broad = [s for s in spots if s.kind != "city"]
    if place.narrowed:
        spots = tuple(s for s in spots if s.country == place.narrowed) or spots
    if len({s.country for s in spots}) == 1:
        return broad[0] if broad else max(spots, key=lambda s: s.population)
    known = {a.country for a in (*event.sources, *event.targets)} | _states(article.text, article.language)
    if broad and not place.narrowed and not any(s.capital and s.country in known for s in spots):
        return broad[0]
    named = " ".join(w for w, _, _ in words(event.sentence.text[place.start:place.end]))
    return max(spots, key=lambda s: math.log10(s.population + 1) + KNOWN * (s.country in known) + SEAT * s.capital
               + OWN * (" ".join(w for w, _, _ in words(s.name)) == named))


@lru_cache(maxsize=64)
def _states(text: str, language: str) -> frozenset[str]:
    """Codes of the states that a text names, by country names and nationalities."""
    return frozenset(f.entry.id for f in lexicon(language).find(text) if f.entry.kind in ("country", "nationality"))


def _place(spot: Spot, place: Located, base: int) -> Place:
    resolution = "admin1" if place.region and spot.kind == "city" else spot.kind
    return Place(spot.name, spot.country, spot.admin1, spot.latitude, spot.longitude, spot.geonames, resolution,
                 base + place.start, base + place.end)


def _town(event: Event, article: Article) -> Place | None:
    """The town that was attacked: "shelled Goris"."""
    if event.type != "ASSAULT":
        return None
    for actor in event.targets:
        spots = tuple(s for s in _named(actor, article) if s.kind != "country")
        if spots:
            place = Located(actor.mention.start, actor.mention.end, spots, False, "")
            return _place(_chosen(place, event, article), place, 0)
    return None


def _named(actor: Actor, article: Article) -> tuple[Spot, ...]:
    names = tuple(w for w, _, _ in words(actor.mention.text))
    table = gazetteer(article.language)
    return table.exact("".join(names)) if table.unspaced else table.look_up(names[:4]) if len(names) <= 4 else ()


def _by_dateline(event: Event, article: Article) -> Place | None:
    """The article's place of reporting, for an act on the ground in the dateline's paragraph whose actors are of there."""
    if event.type not in THERE or event.modality != "asserted" or event.speaker is not None:
        return None
    first = article.text.rfind("\n", 0, event.sentence.start) + 1
    if event.sentence.start - first > FAR:
        return None
    line = DATELINE.match(article.text[first:first + 120])
    if not line:
        return None
    name = MONTH_AND_ON.sub("", line[1])
    spots = gazetteer(article.language).look_up(tuple(w for w, _, _ in words(name))[:4])
    states = {a.country for a in (*event.sources, *event.targets)}
    cities = [s for s in spots if s.kind == "city" and s.country in states]
    if not cities:
        return None
    spot = max(cities, key=lambda s: s.population)
    start = first + line.start(1)
    return Place(spot.name, spot.country, spot.admin1, spot.latitude, spot.longitude, spot.geonames, "dateline",
                 start, start + len(name))
