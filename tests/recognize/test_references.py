"""Whom "both countries", "the parties" and "we" mean."""

import json
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.knowledge.load import languages
from dragoman.recognize.encoder import network
from dragoman.recognize.wording import normal
from dragoman.recognize.wordlists import phrases
from tests.conftest import made

CASES = [json.loads(line) for line in (Path(__file__).parent / "references.jsonl").read_text("utf-8").splitlines()]


def coded(*texts: tuple[str, str]) -> list[pipeline.Coded]:
    return pipeline.code_articles([made(text, "clean", language=language) for language, text in texts], network())


def test_both_countries_in_every_language() -> None:
    """The network misses some of the requests; what it finds has both targets or none."""
    right = []
    for case, item in zip(CASES, coded(*((c["language"], c["text"]) for c in CASES))):
        for event in item.events:
            meant = [a.country for a in event.targets if phrases(case["language"], "reference", "both").search(
                normal(a.mention.text))]
            assert meant in ([], case["meant"]), (case, meant)
            if meant and event.type == "REQUEST":
                assert [a.country for a in event.sources] == [case["by"]]
                right.append(case["language"])
    assert len(set(right)) >= 15, right
    assert {c["language"] for c in CASES} == set(languages())


def test_the_other_side_is_not_one_of_both() -> None:
    """The two actors named last are Iran and Iraq, but Iran is the one who asks."""
    item, = coded(("en", "Armenia and Azerbaijan clashed on Monday. Iran and Iraq held talks. Iran urged both countries to "
                         "stop fighting."))
    asked = [e for e in item.events if e.type == "REQUEST"]
    assert asked
    assert all({a.country for a in e.targets} <= {"ARM", "AZE"} for e in asked)


def test_nobody_paired_means_no_country() -> None:
    item, = coded(("en", "Kenya urged both countries to negotiate."))
    assert all(a.country == "" for e in item.events for a in e.targets)


def test_both_sides_act_on_each_other_once() -> None:
    item, = coded(("en", "Armenia and Azerbaijan share a border. The two countries traded fire on Monday, and both sides "
                         "accused each other of starting it."))
    blame = [e for e in item.events if e.type == "ACCUSE"]
    assert len(blame) == 1
    assert blame[0].reciprocal
    assert ([a.country for a in blame[0].sources], [a.country for a in blame[0].targets]) == (["ARM"], ["AZE"])


def test_nobody_meets_himself() -> None:
    item, = coded(("en", "Kenya told Kenya's farmers that Kenya would talk to Kenya."))
    assert not [p for e in item.events for p in e.pairs if None not in p and
                e.sources[p[0]].name == e.targets[p[1]].name]  # type: ignore[index]


def test_we_are_who_speaks() -> None:
    item, = coded(("en", 'Kenyan Foreign Minister Musalia Mudavadi said: "We are grateful. We urge Uganda to release the '
                         'fishermen."'))
    asked = [e for e in item.events if e.type == "REQUEST"]
    assert asked
    assert {a.country for e in asked for a in e.sources} == {"KEN"}


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_has_words_of_reference(language: str) -> None:
    table = languages()[language]
    assert len(table.reference["both"]) >= 8
    assert table.reference["all"]
    assert table.reference["we"]
    assert len(table.saying["verbs"]) >= 15
