"""Who said what: test sentences in every language we serve, with floors; and events inside what is said."""

import json
from dataclasses import replace

import pytest

from benchmarks.statements import CASES, coded, score
from dragoman import pipeline
from dragoman.knowledge.load import languages
from dragoman.recognize.encoder import network
from dragoman.recognize.reading import readings
from dragoman.recognize.scene import scene
from dragoman.recognize.statements import told
from dragoman.records import Event, Sentence
from tests.conftest import made


def said(text: str, language: str = "en") -> list[tuple[str | None, str, bool]]:
    item, = pipeline.code_articles([made(text, "clean", language=language)], network())
    assert all(item.article.text[s.start:s.end] == s.text for s in item.statements)
    return [(s.speaker and s.speaker.country, s.text, s.direct) for s in item.statements]


def test_statements_of_all_languages() -> None:
    cases = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    figures, misses = score(cases, coded(cases))
    assert figures["direct"] >= 0.93, misses
    assert figures["reported"] >= 0.9, misses
    assert figures["speaker_right"] >= 0.93, misses
    assert figures["made_up"] <= 6, misses
    assert set(figures["by_language"]) == set(languages())


@pytest.mark.parametrize("text", [
    'The "peace" lasted nine days, and Turkey left the "Astana format" in May.',
    "Israel closed the “Gate of Tears” crossing on Monday after Egypt's protest.",
    'The novel "Season of Migration to the North" was read aloud in Khartoum.',
])
def test_names_and_single_words_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_a_denial_is_not_said() -> None:
    assert said("Turkey's defence ministry denied that its soldiers had crossed the border on Sunday.") == []


def test_events_inside_a_quotation_are_its_speakers_claim() -> None:
    text = 'The Kenyan president said: "We will not sign this treaty. Uganda arrested Somali traders in Kampala on Monday."'
    item, = pipeline.code_articles([made(text, "clean", language="en")], network())
    spoken, = item.statements
    seen = scene(item.article, readings([item.article], network())[0])
    inside, before = text.index("arrested"), text.index("said")
    event = Event("e", item.article.id, Sentence(0, len(text), text), (), (), (), False, "COERCE", "arrest",
                  "material-conflict", -7, "asserted", None, inside, inside + 8, None, 0.9, "test-1")
    assert told(seen, (event,), item.statements)[0].speaker == spoken.speaker
    assert told(seen, (replace(event, start=before, end=before + 4),), item.statements)[0].speaker is None


def test_the_same_statement_has_the_same_id() -> None:
    text = 'The Kenyan president said: "We will not sign this treaty."'
    first, second = (pipeline.code_articles([made(text, "clean", language="en")], network())[0].statements[0].id for _ in "ab")
    assert first == second


def test_an_unnamed_speaker_is_of_the_acting_country_and_a_denier_speaks() -> None:
    texts = ("Moscow will station a new army corps in Karelia, the defence minister announced, citing Finland's accession.",
             "Turkey denied sending troops to Azerbaijan.")
    first, second = pipeline.code_articles([made(text, "clean", language="en") for text in texts], network())
    assert [e.speaker and e.speaker.country for e in first.events if e.type == "MOBILIZE"] in ([], ["RUS"])
    assert {e.speaker and e.speaker.country for e in second.events if e.modality == "negated"} <= {"TUR"}
