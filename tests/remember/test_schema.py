"""Every record becomes a row and the same record again."""

from datetime import UTC, date, datetime

import pytest

from dragoman.records import Actor, Article, Event, Hints, Mention, Page, Place, Sentence, Skipped, Statement, Tie, When
from dragoman.remember.rows import TABLES, Entry, Origin
from dragoman.remember.schema import columns, from_row, meanings, table, to_row

SAID = Sentence(0, 28, "Kenya and Uganda met in Oslo")
KENYA = Actor("Kenya", "KEN", "GOV", "country Kenya", Mention(0, 5, "Kenya", "GOV", 0.9), ("GOV", "ELI"), "state", "state",
              date(2020, 1, 1), None, "Q114", 0.75)
UGANDA = Actor("Uganda", "UGA", "GOV", "country Uganda", Mention(10, 16, "Uganda", "GOV", 0.9))
EVENT = Event("e1", "a1", SAID, (KENYA, UGANDA), (UGANDA,), ((0, 0), (1, None)), True, "CONSULT", "", "verbal-cooperation",
              2.5, "asserted", KENYA, 17, 20, date(2026, 3, 31), 0.9, "news-1",
              When(date(2026, 3, 31), "day", "published", None, None),
              Place("Oslo", "NOR", "12", 59.9, None, 3143244, "city", 24, 28), ("diplomatic",))
MADE = [EVENT, Tie("t1", "a1", SAID, KENYA, UGANDA, "ally", None, date(2030, 1, 1), 0, 4, 0.5, "news-1"),
        Statement("s1", "a1", None, "We agree.", True, "said", (UGANDA,), 3, 9, 1.0), Skipped("x", "empty"),
        Article("a1", "", "", "", "Kenya", "", datetime(2026, 3, 31, 5, tzinfo=UTC), "en", "Kenya met", ("note",), "d", "x"),
        Article("a1", "", "", "", "Kenya", "", date(2026, 3, 31), "en", "Kenya met", (), "d", "x"),
        Page("p", b"\xff\x00", "html", "", Hints("en", datetime(2026, 3, 31, tzinfo=UTC)))]


@pytest.mark.parametrize("made", MADE, ids=lambda made: type(made).__name__)
def test_a_record_comes_out_of_its_row_as_it_went_in(made: object) -> None:
    (row,) = table([to_row(made)], columns(type(made))).to_pylist()
    assert from_row(type(made), row) == made


def test_a_row_from_before_a_field_was_added_takes_the_default() -> None:
    row = to_row(EVENT)
    del row["contexts"], row["place"]
    assert from_row(Event, row).contexts == ()


def test_a_file_name_that_is_no_unicode_can_be_kept() -> None:
    (row,) = table([to_row(Skipped("caf\udce9.txt", "empty"))], columns(Skipped)).to_pylist()
    assert row["address"] == "caf?.txt"


def test_columns_carry_their_origin_and_their_meaning() -> None:
    for kind in TABLES:
        if kind.name not in ("pages", "units"):
            assert {"digest", "address", "fetched", "model", "tables", "coder"} <= set(kind.schema.names), kind.name
    assert meanings(Event)["intensity"] == "PLOVER score, −10 to 10."
    assert set(meanings(Origin)) == set(Origin.__dataclass_fields__)
    assert "content" in meanings(Entry)
