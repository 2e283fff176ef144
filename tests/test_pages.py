"""Whole pages against the records expected of them: what is found, missed and made up, with floors.

The floors are what the shipped model gave when they were set, less a record or two; raise them with a better model.
"""

import json
from pathlib import Path

import pytest

from benchmarks.pages import Result, expected, figures, run

FLOORS = json.loads((Path(__file__).parent.parent / "benchmarks" / "floors.json").read_text("utf-8"))["pages"]


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    return run()


@pytest.mark.parametrize("name", sorted(expected()))
def test_page_gives_its_records(name: str, results: dict[str, Result]) -> None:
    result = results[name]
    told = "\n".join(f"{kind} {line}" for kind in ("found", "missed", "invented") for line in getattr(result, kind))
    print(told)  # with `pytest -rP`
    assert result.share >= FLOORS["page"].get(name, FLOORS["least"]), told
    assert len(result.invented) <= FLOORS["invented"], told


def test_every_page_has_the_records_expected_of_it_in_its_own_words() -> None:
    for page, wanted in expected().values():
        text = page.read_text("utf-8")
        assert wanted["events"]
        assert all(row["text"] in text for row in wanted["statements"])


def test_all_pages_together(results: dict[str, Result]) -> None:
    made = figures(results)
    for kind, floor in FLOORS["found"].items():
        found, total = map(int, made[f"{kind}s found"].split("/"))
        assert found / total >= floor, made
