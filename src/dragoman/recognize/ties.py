"""Standing relations between actors, from the network's findings with a tie's label."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.knowledge.load import actors, memberships
from dragoman.recognize.events import Finding, words
from dragoman.recognize.expressions import expressions
from dragoman.recognize.memberships import members, tie_id
from dragoman.recognize.phrase import SUPRANATIONAL
from dragoman.recognize.reading import Reading
from dragoman.recognize.scene import Scene
from dragoman.recognize.time import day_of, resolved
from dragoman.records import Actor, Article, Sentence, Tie

SYMMETRIC = ("ally", "partner", "trades-with")
"""Kinds that hold both ways: kept once, in text order. The others go from source to target: a member to its
organization, a host to the guest whose forces it hosts, a supplier to the armed, a mediator to a side, a state to
its kin abroad."""

SURE = 0.95
"""Confidence from which a membership stands against the table: "a partner of NATO since 1994, but no member" had 0.6."""
FRIENDS = ("ally", "partner")
"""Of these two a pair has one, the surer."""


def ties(scene: Scene, model: str) -> tuple[Tie, ...]:
    """The ties that an article states as so, each once, where it is stated first; what it denies, plans or supposes is
    none. model: the network's name."""
    found: dict[tuple[str, ...], Tie] = {}
    for reading, cast in zip(scene.readings, scene.casts):
        own = [*_stated(reading, cast, scene.article.id, model), *members(reading, cast, scene.article)]
        for tie in sorted(own, key=lambda t: (t.source.mention.start, t.target.mention.start, t.kind)):
            ends = _who(tie.source), _who(tie.target)
            if "" in ends or ends[0] == ends[1] or (tie.kind == "member" and (_state(tie.target) or _contradicted(tie))):
                continue
            kind = "ally" if tie.kind in FRIENDS else tie.kind
            key = (kind, *(sorted(ends) if tie.kind in SYMMETRIC else ends))
            if key not in found or (kind == "ally" and found[key].confidence < tie.confidence):
                found[key] = _dated(tie, reading.sentence, scene.article)
    return tuple(found.values())


def _state(actor: Actor) -> bool:
    """A state, or words whose country is borrowed: nothing that has members."""
    return bool(actor.country) and actor.country not in SUPRANATIONAL and (actor.sector == "GOV" or actor.score < 1)


def _contradicted(tie: Tie) -> bool:
    """The network is not sure, and the table has the organization without the state."""
    return tie.confidence < SURE and any(
        row.name == tie.target.name and row.id in memberships() and tie.source.country not in memberships()[row.id]
        for row in actors().values())


def _who(actor: Actor) -> str:
    """An actor as others of the article are compared with it; empty for words of reference that nothing resolved."""
    if actor.how == "reference":
        return ""
    return f"{actor.country}/{actor.sector}" if actor.country and actor.country not in SUPRANATIONAL else actor.name


def _stated(reading: Reading, cast: tuple[Actor, ...], article: str, model: str) -> Iterator[Tie]:
    """The network's findings with a tie's label."""
    kept: dict[tuple[int, int, str], Finding] = {}
    for finding in sorted(reading.ties, key=lambda f: -f.score):
        if finding.modality != "asserted" or finding.source is None or finding.target is None:
            continue
        source, target = finding.source, finding.target
        if finding.type in SYMMETRIC and source > target:
            source, target = target, source
        kept.setdefault((source, target, finding.type), finding)
    for (source, target, kind), finding in kept.items():
        start, end = words(finding.trigger, reading.offsets, reading.sentence)
        ends = cast[source], cast[target]
        yield Tie(id=tie_id(article, kind, (start, end), ends), article=article, sentence=reading.sentence, source=ends[0],
                  target=ends[1], kind=kind, since=None, until=None, start=start, end=end,
                  confidence=round(finding.score, 4), model=model)


def _dated(tie: Tie, sentence: Sentence, article: Article) -> Tie:
    """With the days that "since" and "until" in its sentence name."""
    days = {e.relation: resolved(e, day_of(article), e.relation == "until")[0]
            for e in expressions(sentence.text, article.language) if e.relation in ("since", "until")}
    return replace(tie, since=days.get("since"), until=days.get("until")) if days else tie
