"""Standing relations between actors, from the network's findings with a tie's label."""

import hashlib

from dragoman.recognize.events import Finding, words
from dragoman.recognize.reading import Reading
from dragoman.records import Actor, Tie

SYMMETRIC = ("ally", "partner", "trades-with")
"""Kinds that hold both ways: kept once, in text order. The others go from source to target: a member to its
organization, a host to the guest whose forces it hosts, a supplier to the armed, a mediator to a side, a state to
its kin abroad."""


def ties(reading: Reading, actors: tuple[Actor, ...], article: str, model: str) -> list[Tie]:
    """The ties that a sentence states as so; what it denies, plans or supposes is none. article, model: their names."""
    kept: dict[tuple[int, int, str], Finding] = {}
    for finding in sorted(reading.ties, key=lambda f: -f.score):
        if finding.modality != "asserted" or finding.source is None or finding.target is None:
            continue
        source, target = finding.source, finding.target
        if finding.type in SYMMETRIC and source > target:
            source, target = target, source
        kept.setdefault((source, target, finding.type), finding)
    found = []
    for (source, target, kind), finding in sorted(kept.items(), key=lambda item: item[0]):
        start, end = words(finding.trigger, reading.offsets, reading.sentence)
        ends = actors[source], actors[target]
        found.append(Tie(
            id=_id(article, kind, (start, end), ends), article=article, sentence=reading.sentence, source=ends[0],
            target=ends[1], kind=kind, since=None, until=None, start=start, end=end,
            confidence=round(finding.score, 4), model=model))
    return found


def _id(article: str, kind: str, span: tuple[int, int], ends: tuple[Actor, Actor]) -> str:
    """First 16 hex digits of SHA-256 over article, kind and spans."""
    key = f"{article}|{kind}|{span}|{[(a.mention.start, a.mention.end) for a in ends]}"
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]
