"""Actor resolution keeps its floor on our own cases, and the table of actors is what its script makes."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from benchmarks import actors
from dragoman.knowledge import load
from dragoman.recognize.lexicon import lexicon
from tests.conftest import SHARED

ROOT = Path(__file__).parent.parent.parent
FLOORS = json.loads((ROOT / "benchmarks" / "floors.json").read_text("utf-8"))["actors"]


def test_cases_cover_every_language() -> None:
    found = actors.cases()
    assert len(found) >= 650
    assert all(sum(c.language == code for c in found) >= 12 for code in load.languages())


def test_actors_keep_their_floor() -> None:
    figures = actors.figures(actors.run(actors.cases()))
    assert figures["country"] >= FLOORS["country"]
    assert figures["sector"] >= FLOORS["sector"]
    assert all(own["both"] >= FLOORS["both_in_any_language"] for own in figures["by_language"].values())


def test_a_case_may_leave_out_what_it_does_not_know(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text('{"text": "Norwegian nurses", "country": "NOR", "sector": "MED"}\n'
                    '{"text": "Norwegian nurses", "country": "SWE", "sector": ""}\n')
    figures = actors.figures(actors.run(actors.cases(path)))
    assert (figures["cases"], figures["country"], figures["sector"], figures["both"]) == (2, 0.5, 1.0, 0.5)


def test_roles_are_many() -> None:
    tables = load.languages().values()
    assert sum(len(words) for table in tables for words in table.roles.values()) >= 3000
    assert lexicon("en").roles("the striking miners")


def test_the_table_of_actors_is_what_its_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    reference = SHARED / "reference"
    if not reference.exists():
        pytest.skip("the reference files are not at hand")
    monkeypatch.syspath_prepend(str(ROOT / "facts"))
    spec = importlib.util.spec_from_file_location("leaders", ROOT / "facts" / "leaders.py")
    assert spec and spec.loader
    leaders = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "leaders", leaders)
    spec.loader.exec_module(leaders)
    made = {row.id: (row.name, row.country, row.sector, row.title) for row in leaders.rows_made(reference)}
    assert made == {row.id: (row.name, row.country, row.sector, row.title) for row in load.actors().values()}
