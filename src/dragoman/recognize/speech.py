"""Who says a thing: the word of saying in a clause, and the actor it belongs to."""

import re
from dataclasses import dataclass
from itertools import pairwise

from dragoman.recognize.scene import Scene
from dragoman.recognize.wordlists import phrases
from dragoman.records import Actor

VERB_LAST = ("az", "bn", "fa", "hi", "ka", "tr", "ur")
"""Languages whose verb closes the sentence: its subject is the clause's first actor, not the nearest."""
OBLIQUE = 3
"""Characters that an actor behind the verb counts as further away than one before it."""
PERSON = 30
"""Characters that a known person counts as nearer: "Peskov, spokesman of the president, said"."""
REACH = 90
"""Characters between a verb and its subject; one sentence in fifty of the corpus' reported speech has more."""

APPOSITION = 5
"""Words between a name and the next actor within its apposition."""
APPOSED = re.compile(r"\s*[,，،]")
COMMAS = (",", "，", "،")


@dataclass(frozen=True, slots=True)
class Saying:
    """A word or phrase of saying at half-open characters; kind: verb, before ("according to") or after (its mirror)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, by which word, to whom."""

    saying: Saying
    speaker: Actor | None
    addressees: tuple[Actor, ...]


def sayings(scene: Scene, start: int, end: int) -> list[Saying]:
    """The words of saying within half-open characters, in text order; none inside another."""
    language = scene.article.language
    found = [Saying(m.start(), m.end(), kind) for kind, key in (("verb", "verbs"), ("before", "sources"), ("after", "after"))
             for m in phrases(language, "saying", key).finditer(scene.folded, start, end)]
    kept: list[Saying] = []
    for one in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def attribution(scene: Scene, saying: Saying, clause: tuple[int, int]) -> Attribution:
    """The speaker of a word of saying among the actors of its clause; None when the clause names nobody."""
    people = scene.within(*clause)
    told = tuple(a for a in people if _addressed(scene, a, saying))
    rest = [a for a in people if a not in told]
    told += tuple(a for a in rest if len(rest) > 1 and a.sector == "JRN" and 0 <= a.mention.start - saying.end <= OBLIQUE)
    rest = [a for a in rest if a not in told]
    if saying.kind == "before":
        rest = [a for a in rest if saying.end <= a.mention.start <= saying.end + REACH // 2][:1]
    elif saying.kind == "after":
        rest = [a for a in rest if saying.start - REACH // 2 <= a.mention.end <= saying.start][-1:]
    elif scene.article.language in VERB_LAST and any(a.mention.end <= saying.start for a in rest):
        rest = [a for a in rest if a.mention.end <= saying.start]
        return Attribution(saying, _owner(scene, rest[0], rest, saying), told)
    elif saying.kind == "verb":
        before = _same_subject(scene, saying, clause, rest)
        if before:
            return Attribution(saying, before, told)
    best = min(rest, key=lambda a: _distance(scene, a, saying), default=None)
    if best is None or _gap(best, saying) > REACH:
        return Attribution(saying, None, told)
    return Attribution(saying, _owner(scene, best, rest, saying), told)


def _same_subject(scene: Scene, saying: Saying, clause: tuple[int, int], people: list[Actor]) -> Actor | None:
    """Behind a comma and with no actor of its own the verb has the subject of the word of saying before it:
    "The ministry denied the report, and added that"."""
    near = [a for a in people if saying.end <= a.mention.start <= saying.end + 4 * OBLIQUE]
    comma = max(scene.article.text.rfind(c, clause[0], saying.start) for c in COMMAS)
    if near or comma < 0 or any(a.mention.start > comma and a.mention.end <= saying.start for a in people):
        return None
    earlier = sayings(scene, clause[0], comma)
    return attribution(scene, earlier[-1], (clause[0], comma)).speaker if earlier else None


def _addressed(scene: Scene, actor: Actor, saying: Saying) -> bool:
    """A word such as "to" stands right before the actor, behind the verb ("kepada media", "told Reuters")."""
    before = scene.folded[max(0, actor.mention.start - 14):actor.mention.start]
    found = [m.end() for m in phrases(scene.article.language, "saying", "to").finditer(before)]
    near = bool(found) and not before[found[-1]:].strip(" \t'’ـ")
    return near and saying.kind == "verb" and actor.mention.start >= saying.end - 1


def _gap(actor: Actor, saying: Saying) -> int:
    return saying.start - actor.mention.end if actor.mention.end <= saying.start else actor.mention.start - saying.end


def _distance(scene: Scene, actor: Actor, saying: Saying) -> int:
    between = scene.folded[min(actor.mention.end, saying.end):max(saying.start, actor.mention.start)]
    crossed = len(phrases(scene.article.language, "saying", "verbs").findall(between))
    behind = OBLIQUE if actor.mention.start >= saying.end else 0
    return _gap(actor, saying) + behind + 60 * crossed - (PERSON if _person(actor) else 0)


def _person(actor: Actor) -> bool:
    return actor.kind == "person" or actor.since is not None


def _owner(scene: Scene, best: Actor, people: list[Actor], saying: Saying) -> Actor:
    """The name before an apposition or a clause between commas: in "Peskov, the president's press secretary, said"
    and "the ministry, which had warned the rebels, said" the first."""
    text = scene.article.text
    closed = text[best.mention.end:saying.start].strip() in COMMAS
    for one, other in pairwise(people):
        gap = text[one.mention.end:other.mention.start]
        if _lists(scene, one, other) or not APPOSED.match(gap):
            continue
        near = len(gap.split()) <= APPOSITION and one.country == other.country and other is best
        if near or (closed and one.mention.end <= saying.start and other.mention.start <= best.mention.start):
            return one
    return best


def _lists(scene: Scene, one: Actor, other: Actor) -> bool:
    """The comma parts members of a list, not a name and its apposition: an "and" follows."""
    behind = scene.folded[other.mention.end:other.mention.end + 8]
    return bool(phrases(scene.article.language, "reference", "and").match(behind.lstrip(" ,")))
