"""Another spelling is found; another person is not."""

from datetime import date

import pytest

from dragoman.recognize.spelling import folded, holder, state, titled


@pytest.mark.parametrize(("name", "language"), [
    ("Пашинян", "sr"), ("Nikol Paşinyan", "uz"), ("Pashinian", "it"), ("نيكول باشينيان", "ps"), ("Пашиняном", "ru"), ("Paszyniana", "pl"),
])
def test_one_person_in_many_spellings(name: str, language: str) -> None:
    found = holder(name, language)
    assert found is not None
    assert found.name == "Nikol Pashinyan"


@pytest.mark.parametrize("name", ["Pashayan", "Ivan Putinsky", "Nikola Pashić", "Xi", "Mark Rutter-Smith", "John Smith", "Armen Pashinyan"])
def test_nobody_is_made_somebody_else(name: str) -> None:
    assert holder(name, "en") is None


def test_a_title_and_a_day_tell_whose_last_name_it_is() -> None:
    harper = titled("Harper", "Prime Minister", ("GOV",), date(2010, 1, 1))
    assert harper is not None
    assert harper.country == "CAN"
    assert titled("Harper", "Prime Minister", ("GOV",), date(2020, 1, 1)) is None
    assert titled("Harper", "Prime Minister", ("GOV",), None) is None


@pytest.mark.parametrize(("name", "language", "code"), [
    ("Groënland", "fr", "DNK"), ("Фарерські Острова", "uk", "DNK"), ("Guyana Perancis", "id", "FRA"),
    ("Romina", "en", ""), ("Martiniq", "az", "FRA"),
])
def test_states(name: str, language: str, code: str) -> None:
    assert state(name, language) == code


def test_letters_of_one_sound_are_one() -> None:
    assert folded("Пашинян") == folded("Paşinyan") == folded("Pashinyan")
