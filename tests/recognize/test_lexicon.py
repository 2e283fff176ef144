"""Names are found in their languages' forms, and ordinary words are left alone."""

import pytest

from dragoman.knowledge.load import actors
from dragoman.recognize.lexicon import lexicon


def codes(text: str, language: str) -> list[str]:
    return [actors()[found.entry.id].country if found.entry.kind == "actor" else found.entry.id
            for found in lexicon(language).find(text)]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("en", "Russia's foreign minister", ["RUS"]),
    ("en", "the South Sudanese army", ["SSD"]),
    ("en", "Nigerien soldiers and Nigerian police", ["NER", "NGA"]),
    ("en", "U.S. officials in Pyongyang", ["USA", "PRK"]),
    ("en", "police in Karachi", ["PAK"]),
    ("id", "Moskow meminta Baku dan Yerevan", ["RUS", "AZE", "ARM"]),
    ("ru", "министру иностранных дел Грузии", ["GEO"]),
    ("ru", "в отношениях с Нигерией и Нигером", ["NGA", "NER"]),
    ("ru", "российские военные в Армении", ["RUS", "ARM"]),
    ("tr", "Ankara'nın Suriye'ye çağrısı", ["TUR", "SYR"]),
    ("tr", "Irak İran'ı kınadı", ["IRQ", "IRN"]),
    ("ar", "القوات الإسرائيلية ولبنان", ["ISR", "LBN"]),
    ("hy", "Հայաստանի վարչապետը Մոսկվայում", ["ARM", "RUS"]),
    ("es", "el Gobierno de Nicaragua y los salvadoreños", ["NIC", "SLV"]),
])
def test_countries(language: str, text: str, expected: list[str]) -> None:
    assert codes(text, language) == expected


@pytest.mark.parametrize(("language", "text"), [
    ("en", "they told us to polish the turkey and bring china to the table"),
    ("es", "los médicos irán a la huelga"),
    ("id", "baku tembak"),
    ("es", "la meta del gobierno"),
])
def test_ordinary_words(language: str, text: str) -> None:
    assert codes(text, language) == []


def test_offsets_are_of_the_text() -> None:
    text = "… İstanbul ve Ankara'nın"
    assert [text[f.start:f.end] for f in lexicon("tr").find(text)] == ["İstanbul", "Ankara"]
