"""Quotations are found in every language's marks, and apostrophes are none."""

import pytest

from dragoman.recognize.quotes import quotes


def found(text: str) -> list[str]:
    return [text[q.start:q.end] for q in quotes(text)]


@pytest.mark.parametrize(("text", "words"), [
    ('"We will talk," she said.', ["We will talk,"]),
    ("“We will talk,” she said. “Soon.”", ["We will talk,", "Soon."]),
    ("„Wir reden“, sagte sie. „Bald.“", ["Wir reden", "Bald."]),
    ("„Porozmawiamy” – powiedziała.", ["Porozmawiamy"]),
    ("»Wir reden«, sagte sie, »und zwar bald.«", ["Wir reden", "und zwar bald."]),
    ("« Nous parlerons », a-t-elle dit.", ["Nous parlerons"]),
    ("«Мы поговорим», — сказала она.", ["Мы поговорим"]),
    ("‹Wir reden›, sagte sie.", ["Wir reden"]),
    ("‘We will talk,’ she said. The workers’ union didn’t.", ["We will talk,"]),
    ("'We will talk,' she said. It's John's, and the workers' union's.", ["We will talk,"]),
    ("她表示：“我们会谈。”随后离开。", ["我们会谈。"]),
    ("她說：「我們會談。『很快』。」", ["我們會談。『很快』。"]),
    ("”Vi pratar”, sade hon.", ["Vi pratar"]),
    ('דובר צה"ל אמר: "נדבר בקרוב".', ["נדבר בקרוב"]),
    ("قالت: «سنتحدث قريباً».", ["سنتحدث قريباً"]),
    ('Ia berkata: "Kami bicara. "', ["Kami bicara."]),
])
def test_marks_of_all_languages(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_what_is_nested_stays_inside() -> None:
    assert found("“He told me ‘never again’ and left,” she said.") == ["He told me ‘never again’ and left,"]
    assert found("«Он сказал „никогда“ и ушёл», — вспоминает она.") == ["Он сказал „никогда“ и ушёл"]
    assert found("«La frase «mai più» è sua», ha detto.") == ["La frase «mai più» è sua"]


def test_several_paragraphs() -> None:
    assert found("“We talked all night.\n\n“We will talk again,” she said.") == [
        "We talked all night.\n\n“We will talk again,"]
    assert found("“We talked all night.\n\nWe will talk again,” she said. “Soon.”") == [
        "We talked all night.\n\nWe will talk again,", "Soon."]


def test_a_lost_mark_costs_one_paragraph_at_most() -> None:
    text = '"We talked all night, she said.\n\n"We will talk again," he said.\n\nNothing here.'
    assert found(text)[-1] != "Nothing here."
    assert quotes("“We talked all night, she said.\n\nNothing here.")[0].whole is False
    assert found("“We talked all night, she said.\n\nNothing here.") == ["We talked all night, she said."]


def test_hostile_marks_end_in_time() -> None:
    assert len(quotes("“„«" * 20_000)) <= 1
    assert len(quotes('" a ' * 20_000)) <= 20_000
