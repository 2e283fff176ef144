"""Dates from the words of a sentence: `tests/recognize/time/<code>.jsonl` and the rules that they rest on."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from benchmarks.times import accuracy, languages
from dragoman.errors import KnowledgeError
from dragoman.knowledge import calendar, load
from dragoman.recognize.expressions import expressions
from dragoman.recognize.time import dated
from dragoman.records import Article, Event, Sentence
from tests.conftest import made

FLOORS = json.loads((Path(__file__).parents[2] / "benchmarks" / "floors.json").read_text("utf-8"))["times"]
DAY = date(2026, 3, 31)


@pytest.mark.parametrize("language", languages())
def test_dates_of_each_language_keep_their_floor(language: str) -> None:
    figures = accuracy(language)
    assert figures["sentences"] >= 20
    assert figures["date_and_words"] >= FLOORS[language]


def article(text: str, published: date | None = DAY, language: str = "en") -> Article:
    return made(text, "clean", language=language, published=published)


def event(text: str, act: str, modality: str = "asserted") -> Event:
    at = text.index(act)
    return Event(act, "a", Sentence(0, len(text), text), (), (), (), False, "CONSULT", "", "", 0.0, modality, None, at,
                 at + len(act), None, 1.0, "m")


def when(text: str, *acts: str, modality: str = "asserted", published: date | None = DAY) -> list[tuple[date | None, str]]:
    found = dated([event(text, act, modality) for act in acts], article(text, published))
    assert all(e.date == e.when.date for e in found if e.when)
    return [(e.when.date, e.when.precision) for e in found if e.when]


def test_each_act_takes_the_nearest_words() -> None:
    text = "Russia attacked Kharkiv on Saturday, and Ukraine struck back on Sunday."
    assert when(text, "attacked", "struck back") == [(date(2026, 3, 28), "day"), (date(2026, 3, 29), "day")]


def test_history_belongs_to_the_act_it_stands_beside() -> None:
    text = "Armenia condemned the killings of 1915."
    assert when(text, "condemned", "killings") == [(DAY, "day"), (date(1915, 1, 1), "year")]


def test_what_is_past_is_not_dated_by_a_day_to_come() -> None:
    assert when("They agreed to meet on 5 April.", "agreed") == [(DAY, "day")]
    assert when("They will meet on 5 April.", "meet", modality="future") == [(date(2026, 4, 5), "day")]


def test_a_term_is_no_date_of_the_demand() -> None:
    assert when("It told the troops to leave by Friday.", "told") == [(DAY, "day")]
    assert when("The troops will leave by Friday.", "leave", modality="future") == [(date(2026, 4, 3), "day")]


def test_since_dates_its_own_clause() -> None:
    text = "Both states reopened three crossings that had been closed since January, a minister said on Sunday."
    assert when(text, "reopened", "closed") == [(date(2026, 3, 29), "day"), (date(2026, 1, 1), "month")]
    assert when("Since 27 September the two capitals have kept talking.", "talking") == [(date(2025, 9, 27), "day")]


def test_without_publication_only_whole_dates_are_known() -> None:
    for text, expected in (("They met on Sunday.", (None, "day")), ("They met on 27 September.", (None, "day")),
                           ("They met on 27 September 2020.", (date(2020, 9, 27), "day")), ("They met.", (None, "unknown"))):
        assert when(text, "met", published=None) == [expected]


@pytest.mark.parametrize("text", ["It sentenced him to five years in prison.", "He leads 1500 troops.", "They march every Friday.",
                                  "They met two days before the vote.", "He may march.", "At 10.30 they met 2,000 men."])
def test_no_expression(text: str) -> None:
    assert not [e for e in expressions(text, "en") if e.kind != "vague"]


@pytest.mark.parametrize(("text", "expected"), [("28.06.2024", date(2024, 6, 28)), ("2024-06-28", date(2024, 6, 28))])
def test_figures(text: str, expected: date) -> None:
    assert when(f"They met on {text}.", "met") == [(expected, "day")]


def test_an_english_date_that_could_be_either_is_none() -> None:
    assert when("They met on 03/04/2024.", "met") == [(DAY, "day")]
    assert when("They met on 03/24/2024.", "met") == [(date(2024, 3, 24), "day")]


@pytest.mark.parametrize(("year", "month", "day", "expected"), [
    (1357, 11, 22, date(1979, 2, 11)), (1403, 12, 30, date(2025, 3, 20)), (1405, 1, 1, date(2026, 3, 21))])
def test_the_jalali_calendar(year: int, month: int, day: int, expected: date) -> None:
    assert calendar.gregorian(year, month, day) == expected


def test_chinese_weekdays_are_of_their_week() -> None:
    for text, expected in (("双方上周五会晤。", date(2026, 3, 27)), ("双方本周一会晤。", date(2026, 3, 30)), ("双方周五会晤。", date(2026, 3, 27))):
        (found,) = dated([event(text, "会晤")], article(text, DAY, "zh"))
        assert found.date == expected


def test_an_act_between_takes_a_coarse_date() -> None:
    text = "Algeria condemned the expulsion of its consul in February."
    assert when(text, "condemned", "expulsion") == [(DAY, "day"), (date(2026, 2, 1), "month")]


def test_a_language_without_a_table_has_its_days_and_months() -> None:
    (found,) = expressions("Ministrene møttes søndag 27. september 2020.", "nb")
    assert (found.year, found.month, found.day) == (2020, 9, 27)


@pytest.mark.parametrize("text", ["1 of " * 240, "of " * 400, "in 3 " * 240, "last year of " * 90, "May " * 300, "1994 " * 240])
def test_a_hostile_sentence_takes_no_long_time(text: str) -> None:
    begin = process_time()
    expressions(text, "en")
    assert process_time() - begin < 0.5


def test_a_broken_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = replace(load.languages()["en"], time={"days": ("yesterday",)})
    monkeypatch.setattr(calendar, "language_table", lambda _: broken)
    with pytest.raises(KnowledgeError, match=r"\[time\] days has 'yesterday'"):
        calendar.time_words.__wrapped__("en")
