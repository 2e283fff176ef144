"""One actor asked for on its own."""

from datetime import date

import pytest

import dragoman
from dragoman.errors import InputError


def codes(text: str, context: str = "", day: str = "", language: str = "") -> tuple[str, str]:
    actor = dragoman.resolve(text, context, day or None, language or None)
    return actor.country, actor.sector


@pytest.mark.parametrize(("text", "expected"), [
    ("the Turkish foreign minister", ("TUR", "GOV")),
    ("members of the Iraqi parliament", ("IRQ", "LEG")),
    ("the Institutional Revolutionary Party", ("MEX", "PTY")),
    ("Putin's spokesman", ("RUS", "GOV")),
    ("the Chilean Congress", ("CHL", "LEG")),
    ("US ambassador to Russia", ("USA", "GOV")),
    ("Syrian refugees in Turkey", ("SYR", "REF")),
    ("South Ossetia", ("GEO", "PRE")),
    ("Security Council", ("UNO", "GOV")),
    ("Tamil Nadu police", ("IND", "COP")),
    ("Brussels", ("EUR", "GOV")),
    ("Brussels police", ("BEL", "COP")),
    ("striking miners", ("", "LAB")),
    ("Congress", ("", "LEG")),
    ("UN peacekeepers", ("UNO", "MIL")),
    ("Кремль", ("RUS", "GOV")),
    ("القوات الإسرائيلية", ("ISR", "MIL")),
    ("日本驻华大使", ("JPN", "GOV")),
    ("भारत में अमेरिकी राजदूत", ("USA", "GOV")),
])
def test_by_its_own_words(text: str, expected: tuple[str, str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(("text", "day", "sector"), [
    ("Barack Obama", "2014-05-01", "GOV"),
    ("Barack Obama", "2020-05-01", "ELI"),
    ("former president Barack Obama", "2014-05-01", "ELI"),
    ("Senator Obama", "2006-05-01", "LEG"),
    ("Nursultan Nazarbayev", "2015-01-01", "GOV"),
    ("former president Nazarbayev", "2022-01-01", "ELI"),
])
def test_by_the_date(text: str, day: str, sector: str) -> None:
    assert codes(text, day=day)[1] == sector


def test_the_office_and_its_days() -> None:
    actor = dragoman.resolve("Foreign Minister Retno Marsudi of Indonesia", date=date(2020, 1, 1))
    assert (actor.name, actor.title, actor.kind, actor.since) == ("Retno Marsudi", "Foreign Minister", "person", date(2014, 10, 27))


@pytest.mark.parametrize(("text", "context", "expected"), [
    ("Joko Smithson", "Joko Smithson, the finance minister of Ghana, resigned.", ("GHA", "GOV")),
    ("Smithson", "Peruvian opposition leader Joko Smithson was heard. Smithson left.", ("PER", "OPP")),
    ("police", "DHAKA (Reuters) - Police fired tear gas at protesters.", ("BGD", "COP")),
    ("the rebels", "Ugandan rebels attacked a town. In Geneva, the rebels said so.", ("UGA", "REB")),
    ("Congress", "The US president left. Congress voted.", ("USA", "LEG")),
    ("the FLX", "The Front for the Liberation of Xanadu of Kenya (FLX) attacked rebels. The FLX said so.", ("KEN", "UNK")),
])
def test_by_the_context(text: str, context: str, expected: tuple[str, str]) -> None:
    assert codes(text, context) == expected


def test_the_country_known_from_elsewhere_is_a_fallback() -> None:
    police, turkish = (dragoman.resolve(text, known_country="bgd") for text in ("police", "Turkish police"))
    assert (police.country, police.how, police.score) == ("BGD", "known from elsewhere", 0.8)
    assert (turkish.country, turkish.score) == ("TUR", 1.0)


def test_what_cannot_be_used_is_said() -> None:
    for given in ({"text": " "}, {"text": "x", "language": "qq"}, {"text": "x", "known_country": "XYZ"}, {"text": "x", "date": "May"}):
        with pytest.raises(InputError):
            dragoman.resolve(**given)
