"""Ties from the network's findings: direction kept, symmetric ones once, only what is so; lists of members."""

from datetime import date

import pytest

from dragoman import pipeline
from dragoman.knowledge.load import actors, memberships
from dragoman.knowledge.names import english_names
from dragoman.recognize.encoder import network
from dragoman.recognize.events import Finding
from dragoman.recognize.quotes import quotes
from dragoman.recognize.reading import Reading
from dragoman.recognize.scene import Scene
from dragoman.recognize.ties import ties
from dragoman.recognize.wording import normal
from dragoman.records import Actor, Mention, Sentence, Tie
from tests.conftest import made

TEXT = "Moscow arms Baku, an ally."
OFFSETS = ((0, 0), (0, 6), (6, 11), (11, 16), (16, 17), (17, 20), (20, 25), (25, 26), (0, 0))


def actor(words: str, country: str) -> Actor:
    at = TEXT.index(words)
    return Actor(words, country, "GOV", "capital", Mention(at, at + len(words), words, "GOV", 1.0))


ACTORS = (actor("Moscow", "RUS"), actor("Baku", "AZE"))


def finding(source: int | None, target: int | None, kind: str, modality: str = "asserted", score: float = 0.9) -> Finding:
    return Finding(source, target, kind, score, modality, "", (2, 2) if kind == "supplies-arms" else (6, 6), None)


def stated(*findings: Finding) -> tuple[Tie, ...]:
    reading = Reading(Sentence(0, len(TEXT), TEXT), tuple(a.mention for a in ACTORS), (), findings, OFFSETS)
    scene = Scene(made(TEXT, "clean", language="en"), (reading,), (ACTORS,), normal(TEXT), quotes(TEXT), (), ACTORS, (0, 12))
    return ties(scene, "test-1")


def found(*findings: Finding) -> list[tuple[str, str, str]]:
    return [(t.source.country, t.kind, t.target.country) for t in stated(*findings)]


def read(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    item, = pipeline.code_articles([made(text, "clean", language=language)], network())
    return [(t.source.country, t.kind, t.target.country) for t in item.ties]


def test_direction_is_kept() -> None:
    assert found(finding(0, 1, "supplies-arms")) == [("RUS", "supplies-arms", "AZE")]
    assert found(finding(1, 0, "supplies-arms")) == [("AZE", "supplies-arms", "RUS")]


def test_what_holds_both_ways_is_one_tie() -> None:
    assert found(finding(1, 0, "ally"), finding(0, 1, "ally", score=0.6)) == [("RUS", "ally", "AZE")]


def test_ally_or_partner_the_surer() -> None:
    assert found(finding(1, 0, "ally", score=0.6), finding(0, 1, "partner")) == [("RUS", "partner", "AZE")]


def test_denied_and_planned_ties_are_none() -> None:
    assert found(finding(0, 1, "ally", "negated"), finding(0, 1, "member", "future"), finding(0, None, "ally")) == []


def test_the_evidence_are_the_words() -> None:
    one, = stated(finding(0, 1, "ally"))
    assert TEXT[one.start:one.end] == "ally"
    assert one.id == stated(finding(1, 0, "ally"))[0].id
    assert one.id != stated(finding(0, 1, "supplies-arms"))[0].id


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Armenia, Russia and Belarus are members of the CSTO."),
    ("en", "The CSTO, whose members are Armenia, Russia and Belarus, met on Monday."),
    ("id", "Armenia, Rusia, dan Belarus adalah anggota CSTO."),
    ("ru", "Членами ОДКБ являются Армения, Россия и Белоруссия."),
    ("de", "Armenien, Russland und Belarus sind Mitglieder der CSTO."),
    ("tr", "Ermenistan, Rusya ve Belarus CSTO üyesi."),
    ("es", "Armenia, Rusia y Bielorrusia son miembros de la CSTO."),
])
def test_every_member_of_a_list_is_one(language: str, text: str) -> None:
    assert {("ARM", "member", "IGO"), ("RUS", "member", "IGO"), ("BLR", "member", "IGO")} <= set(read(text, language))


def test_membership_needs_the_text_to_say_so() -> None:
    assert read("France criticised NATO member Turkey on Monday.") in ([], [("TUR", "member", "IGO")])
    assert not [t for t in read("Estonia and Latvia met NATO officials in Riga on Monday.") if t[1] == "member"]


def test_since_when() -> None:
    item, = pipeline.code_articles([made("Estonia has been a member of NATO since 2004.", "clean", language="en")], network())
    assert [(t.since, t.until) for t in item.ties] == [(date(2004, 1, 1), None)]


def test_memberships_name_known_organizations_and_states() -> None:
    for organization, members in memberships().items():
        assert organization in actors()
        assert all(code in english_names() and since <= until for code, (since, until) in members.items())
