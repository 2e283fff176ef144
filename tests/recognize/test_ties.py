"""Ties from the network's findings: direction kept, symmetric ones once, only what is so."""

from dragoman.recognize.events import Finding
from dragoman.recognize.reading import Reading
from dragoman.recognize.ties import ties
from dragoman.records import Actor, Mention, Sentence

TEXT = "Moscow arms Baku, an ally."
OFFSETS = ((0, 0), (0, 6), (6, 11), (11, 16), (16, 17), (17, 20), (20, 25), (25, 26), (0, 0))


def actor(words: str, country: str) -> Actor:
    at = TEXT.index(words)
    return Actor(words, country, "GOV", "capital", Mention(at, at + len(words), words, "GOV", 1.0))


ACTORS = (actor("Moscow", "RUS"), actor("Baku", "AZE"))


def finding(source: int | None, target: int | None, kind: str, modality: str = "asserted", score: float = 0.9) -> Finding:
    return Finding(source, target, kind, score, modality, "", (2, 2) if kind == "supplies-arms" else (6, 6), None)


def found(*findings: Finding) -> list[tuple[str, str, str]]:
    reading = Reading(Sentence(0, len(TEXT), TEXT), tuple(a.mention for a in ACTORS), (), findings, OFFSETS)
    return [(t.source.country, t.kind, t.target.country) for t in ties(reading, ACTORS, "page", "test-1")]


def test_direction_is_kept() -> None:
    assert found(finding(0, 1, "supplies-arms")) == [("RUS", "supplies-arms", "AZE")]
    assert found(finding(1, 0, "supplies-arms")) == [("AZE", "supplies-arms", "RUS")]


def test_what_holds_both_ways_is_one_tie() -> None:
    assert found(finding(1, 0, "ally"), finding(0, 1, "ally", score=0.6)) == [("RUS", "ally", "AZE")]


def test_denied_and_planned_ties_are_none() -> None:
    assert found(finding(0, 1, "ally", "negated"), finding(0, 1, "member", "future"), finding(0, None, "ally")) == []


def test_the_evidence_are_the_words() -> None:
    reading = Reading(Sentence(0, len(TEXT), TEXT), tuple(a.mention for a in ACTORS), (), (finding(0, 1, "ally"),), OFFSETS)
    one, = ties(reading, ACTORS, "page", "test-1")
    assert TEXT[one.start:one.end] == "ally"
    assert one.id == ties(reading, ACTORS, "page", "test-2")[0].id
    assert one.id != ties(reading, ACTORS, "another", "test-1")[0].id
