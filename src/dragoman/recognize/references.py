"""Whom "both countries", "the parties" and "we" mean inside an article, and joint acts once.

"Both countries" are the two actors paired most lately and most often before it (named together, or acting on each
other) among whom the other side of the act is not. They never take the country of an actor beside them. "We" in a
quotation is who says it.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from dragoman.recognize.scene import Scene
from dragoman.recognize.wordlists import phrases
from dragoman.records import Actor, Event, Mention, Statement

MUTUAL = ("AGREE", "CONSULT", "COOPERATE")
"""Types that two actors named together do with each other when the text names no target."""
JOINED = 8
"""Characters of an "and" or a comma between two actors named together."""
WHOLE = 0.6
"""Share of a mention that the words of reference take up when it says nothing else ("officials of both countries" does)."""
ONE_WAY, HALF, LATELY = 0.5, 250, 40
"""What an act of one on the other weighs beside two named together or acting on each other; characters after which a
pairing weighs half; pairings looked back at."""
Pair = tuple[Actor | None, Actor | None]


@dataclass(frozen=True, slots=True)
class _Group:
    """Actors paired up to a character of the text."""

    end: int
    actors: tuple[Actor, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class _Reference:
    """Words that mean others: both, all or we, at half-open characters."""

    start: int
    end: int
    kind: str


def refer(scene: Scene, events: tuple[Event, ...], said: tuple[Statement, ...]) -> tuple[Event, ...]:
    """The events with their references resolved; events that this makes equal are kept once."""
    found = _references(scene)
    groups = sorted([*_named(scene, found), *_acting(events, found)], key=lambda g: g.end)
    resolved = [_spoken(scene, event, said, found) for event in events]
    return _once(tuple(e for e in (_expanded(event, groups, found) for event in resolved) if e.pairs))


def _references(scene: Scene) -> list[_Reference]:
    language = scene.article.language
    found = [_Reference(*m.span(1), kind) for kind in ("both", "all", "we")
             for m in phrases(language, "reference", kind).finditer(scene.folded)]
    return sorted(found, key=lambda r: (r.start, -r.end))


def _reference(actor: Actor, found: list[_Reference]) -> _Reference | None:
    """The words of reference in a mention, unless it says a country of its own ("both Turkish parties")."""
    if actor.country and actor.score >= 1:
        return None
    at = bisect_left(found, actor.mention.start, key=lambda r: r.end)
    return next((r for r in found[at:at + 3] if r.start < actor.mention.end and actor.mention.start < r.end), None)


def _named(scene: Scene, found: list[_Reference]) -> Iterator[_Group]:
    """Actors of one sentence with nothing but commas and an "and" between them."""
    joined = phrases(scene.article.language, "reference", "and")
    for cast in scene.casts:
        row: list[Actor] = []
        for actor in cast:
            gap = scene.folded[row[-1].mention.end:actor.mention.start] if row else ""
            if row and not (len(gap) <= JOINED and not joined.sub("", gap).strip(" ,،，、")):
                yield from _group(row, 1.0)
                row = []
            if _reference(actor, found) is None and actor.country:
                row.append(actor)
        yield from _group(row, 1.0)


def _acting(events: tuple[Event, ...], found: list[_Reference]) -> Iterator[_Group]:
    """The two sides of an act."""
    for event in events:
        sides = [*event.sources, *event.targets]
        if event.sources and event.targets and not any(_reference(a, found) for a in sides):
            yield from _group(sides, 1.0 if event.reciprocal else ONE_WAY)


def _group(actors: list[Actor], weight: float) -> Iterator[_Group]:
    unlike = {(a.country, "" if a.sector == "GOV" else a.sector): a for a in reversed(actors)}
    if len(unlike) > 1:
        kept = sorted(unlike.values(), key=lambda a: a.mention.start)
        yield _Group(max(a.mention.end for a in actors), tuple(kept), weight)


def _spoken(scene: Scene, event: Event, said: tuple[Statement, ...], found: list[_Reference]) -> Event:
    """An event with "we" put right: inside a quotation they are its speaker."""
    speaker = next((s.speaker for s in said if s.direct and s.start <= event.start and event.end <= s.end), None)
    if speaker is None:
        return event

    def meant(actor: Actor) -> Actor:
        word = _reference(actor, found)
        return _as(speaker, actor.mention, "we") if word and word.kind == "we" else actor

    event = replace(event, sources=tuple(map(meant, event.sources)), targets=tuple(map(meant, event.targets)))
    at = bisect_left(found, event.sentence.start, key=lambda r: r.start)
    ours = [r for r in found[at:at + 20] if r.kind == "we" and r.end <= event.start]
    if event.sources or not ours:
        return event
    mention = Mention(ours[-1].start, ours[-1].end, scene.article.text[ours[-1].start:ours[-1].end], speaker.sector, 0.0)
    return replace(event, sources=(_as(speaker, mention, "we"),), pairs=tuple((0, t) for _, t in event.pairs))


def _expanded(event: Event, groups: list[_Group], found: list[_Reference]) -> Event:
    """An event whose references are the actors they mean, and no act of an actor upon itself."""
    pairs: dict[Pair, bool] = {}
    for s, t in event.pairs:
        source = event.sources[s] if s is not None else None
        target = event.targets[t] if t is not None else None
        for pair, mutual in _meant(event, source, target, groups, found):
            if not _same(*pair):
                pairs[pair] = pairs.get(pair, False) or mutual
    sources = tuple(dict.fromkeys(s for s, _ in pairs if s))
    targets = tuple(dict.fromkeys(t for _, t in pairs if t))
    ways = tuple((sources.index(s) if s else None, targets.index(t) if t else None) for s, t in pairs)
    return replace(event, sources=sources, targets=targets, pairs=ways,
                   reciprocal=event.reciprocal or (bool(pairs) and all(pairs.values())))


def _meant(event: Event, source: Actor | None, target: Actor | None, groups: list[_Group],
           found: list[_Reference]) -> Iterator[tuple[Pair, bool]]:
    """The pairs that a pair with references stands for, and whether each is an act of both sides."""
    own, other = (_reference(a, found) if a else None for a in (source, target))
    sides = (own if own and own.kind != "we" else None), (other if other and other.kind != "we" else None)
    if source and sides[0] and (sides[1] or event.type in MUTUAL):
        all_of = _actors(source, sides[0], None, groups)
        one_of_them = target is None or sides[1] or target.country in {a.country for a in all_of}
        if len(all_of) > 1 and one_of_them:
            yield from (((a, b), True) for a, b in combinations(all_of, 2))
            return
    sources = _actors(source, sides[0], target, groups) if source and sides[0] else [source]
    targets = _actors(target, sides[1], source, groups) if target and sides[1] else [target]
    yield from (((s, t), event.reciprocal) for s in sources for t in targets)


def _actors(actor: Actor, word: _Reference, other: Actor | None, groups: list[_Group]) -> list[Actor]:
    """The actors that words of reference mean: of the group named most lately without the other side."""
    before = groups[:bisect_left(groups, actor.mention.end, key=lambda g: g.end)]
    away = other.country if other and other.country else None
    states = word.kind == "both" and actor.sector == "GOV"
    group = _nearest([g for g in before if (word.kind != "both" or len(g.actors) == 2)
                      and (not states or len({a.country for a in g.actors}) == 2)
                      and (away is None or not any(a.country == away for a in g.actors))], actor.mention.start)
    if group is None:
        return [actor]
    whole = word.end - word.start >= WHOLE * len(actor.mention.text)
    return [_as(one, actor.mention, actor.mention.text) if whole and actor.sector != "GOV"
            else replace(actor, name=one.name if whole else actor.name, country=one.country,
                         how=f"reference: {one.mention.text}", score=min(one.score, 0.8)) for one in group.actors]


def _nearest(groups: list[_Group], at: int) -> _Group | None:
    """The group of the countries paired most often and most lately before a character."""
    weights: dict[frozenset[str], float] = {}
    for group in groups[-LATELY:]:
        key = frozenset(a.country for a in group.actors)
        weights[key] = weights.get(key, 0.0) + group.weight * 0.5 ** ((at - group.end) / HALF)
    return max(groups[-LATELY:], key=lambda g: (weights[frozenset(a.country for a in g.actors)], g.end), default=None)


def _as(actor: Actor, mention: Mention, word: str) -> Actor:
    """An actor under the words that refer to it."""
    return replace(actor, mention=mention, how=f"{word}: {actor.mention.text}", score=min(actor.score, 0.8))


def _same(source: Actor | None, target: Actor | None) -> bool:
    """An actor and itself, or a state and its own government: "the ministry" and "Kenya"."""
    if source is None or target is None or (source.country, source.sector) != (target.country, target.sector):
        return False
    return source.name == target.name or (source.sector == "GOV" and "state" in (source.kind, target.kind))


def _once(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Without events that another one of the same words, type and modality holds already."""
    kept: list[Event] = []
    for event in events:
        near = [k for k in kept[-6:] if (k.type, k.modality) == (event.type, event.modality)
                and k.start < event.end and event.start < k.end]
        if not any(_ways(event) <= _ways(k) for k in near):
            kept = [k for k in kept if not (k in near and _ways(k) < _ways(event))]
            kept.append(event)
    return tuple(kept)


def _ways(event: Event) -> set[tuple[str, str]]:
    """Who acts on whom, by country and sector; both ways of a reciprocal act."""
    def code(actor: Actor | None) -> str:
        return f"{actor.country}/{actor.sector}/{'' if actor.country else actor.mention.text}" if actor else ""

    ways = {(code(event.sources[s] if s is not None else None), code(event.targets[t] if t is not None else None))
            for s, t in event.pairs}
    return ways | {(t, s) for s, t in ways} if event.reciprocal else ways
