"""Where acts happen: `tests/recognize/places.jsonl` and the rules that they rest on."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.places import accuracy, cases
from dragoman.errors import KnowledgeError
from dragoman.knowledge import places as known
from dragoman.recognize.locatives import located
from dragoman.recognize.places import placed
from dragoman.records import Actor, Article, Event, Mention, Place, Sentence
from tests.conftest import made

FLOORS = json.loads((Path(__file__).parents[2] / "benchmarks" / "floors.json").read_text("utf-8"))["places"]


def test_places_keep_their_floors() -> None:
    figures = accuracy()
    assert figures["all"]["sentences"] >= 150
    assert {language: own["place"] for language, own in figures.items() if own["place"] < FLOORS[language]} == {}
    assert len({case.language for case in cases()}) >= 22


def actor(text: str, words: str, country: str) -> Actor:
    at = text.index(words)
    return Actor(words, country, "GOV", "", Mention(at, at + len(words), words, "GOV", 1.0))


def event(article: Article, act: str, kind: str = "ASSAULT", source: str = "", target: str = "") -> Event:
    text = article.text
    at = text.index(act)
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at) if "\n" in text[at:] else len(text)
    names = [tuple(actor(text, *name.split("=")) for name in (side,) if name) for side in (source, target)]
    return Event(act, "a", Sentence(start, end, text[start:end]), names[0], names[1], (), False, kind, "", "", 0.0, "asserted",
                 None, at, at + len(act), None, 1.0, "m")


def where(text: str, act: str, kind: str = "ASSAULT", source: str = "", target: str = "") -> Place | None:
    article = made(text, "clean", language="en")
    (found,) = placed([event(article, act, kind, source, target)], article)
    return found.place


def test_a_place_has_its_point_and_its_characters() -> None:
    text = "Rebels shelled a market near Goma on Monday."
    place = where(text, "shelled")
    assert place
    assert text[place.start:place.end] == "Goma"
    assert (place.country, place.resolution, place.geonames) == ("COD", "city", 216281)
    assert (round(place.latitude or 0), round(place.longitude or 0)) == (-2, 29)


def test_an_act_of_words_leaves_the_place_to_the_act_it_speaks_of() -> None:
    article = made("Moscow accused Kyiv of shelling schools in Donetsk.", "clean", language="en")
    accused, shelling = placed([event(article, "accused", "ACCUSE"), event(article, "shelling")], article)
    assert accused.place is None
    assert shelling.place
    assert shelling.place.name == "Donetsk"


def test_the_town_that_was_attacked_is_the_place() -> None:
    place = where("Gunners shelled Goris.", "shelled", target="Goris=ARM")
    assert place
    assert (place.name, place.country) == ("Goris", "ARM")
    assert where("Gunners praised Goris.", "praised", "SUPPORT", target="Goris=ARM") is None


def test_the_state_behind_a_comma_decides() -> None:
    for state, code in (("Lebanon", "LBN"), ("Libya", "LBY")):
        place = where(f"Gunmen killed a judge in Tripoli, {state}.", "killed")
        assert place
        assert place.country == code


def test_a_dateline_places_what_its_paragraph_tells_of_its_own() -> None:
    text = "NAIROBI, March 3 — Thousands of Kenyan nurses marched for their pay."
    place = where(text, "marched", "PROTEST", "Kenyan nurses=KEN")
    assert place
    assert (place.name, place.resolution, text[place.start:place.end]) == ("Nairobi", "dateline", "NAIROBI")
    assert where(text, "marched", "PROTEST", "Kenyan nurses=UGA") is None
    assert where(text, "marched", "ACCUSE", "Kenyan nurses=KEN") is None


@pytest.mark.parametrize("text", ["They met in May.", "He studied at the University of Chile.", "They asked Tripoli to act.",
                                  "The deal was signed in Union Square."])
def test_no_place(text: str) -> None:
    assert not [place for place in located(text, "en") if place.spots[0].kind == "city"]


def test_a_city_that_geonames_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    english = known.language_table("en")
    assert english
    broken = replace(english, where={"cities": ("Nowhere=1",)})
    monkeypatch.setattr(known, "language_table", lambda _: broken)
    with pytest.raises(KnowledgeError, match=r"\[where\] cities has 'Nowhere=1'"):
        list(known.own_cities("en"))
