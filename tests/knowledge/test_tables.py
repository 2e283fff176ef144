"""The tables say what they must, and a broken one is named."""

import importlib.util
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import load
from dragoman.knowledge.cities import SCRIPTS, city_names
from dragoman.knowledge.names import countries, country_names, english_names
from dragoman.recognize.wording import words

SUPRANATIONAL = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}


def test_the_codebook() -> None:
    types = load.event_types()
    assert len(types) == 16
    assert sum(len(t.modes) for t in types.values()) == 67
    assert {t.quad for t in types.values()} == {"verbal-cooperation", "material-cooperation", "verbal-conflict",
                                                "material-conflict"}
    assert (types["ACCUSE"].intensity, types["SANCTION"].quad) == (-3, "material-conflict")
    assert len(load.sectors()) == 25


@pytest.mark.parametrize("code", sorted(load.languages()))
def test_language_tables_know_their_codes(code: str) -> None:
    table, known = load.languages()[code], {c.code for c in countries()} | SUPRANATIONAL
    assert set(table.nationality) | set(table.capitals) <= known
    assert set(table.roles) <= set(load.sectors())
    assert len(table.nationality) >= 190
    assert sum(map(len, table.roles.values())) >= 120


def test_countries() -> None:
    names = english_names()
    assert (names["NOR"], names["NAM"], names["KOS"], names["TWN"]) == ("Norway", "Namibia", "Kosovo", "Taiwan")
    assert dict(country_names("ru"))["Грузия"] == "GEO"
    assert dict(country_names("en"))["Puerto Rico"] == "USA"
    assert country_names("xx") == ()


def test_actors_and_their_aliases() -> None:
    actors, aliases = load.actors(), list(load.aliases())
    known = {c.code for c in countries()} | SUPRANATIONAL
    assert all(row.country in known for row in actors.values())
    assert all(row.since <= row.until for row in actors.values() if row.since and row.until)
    assert actors["un"].country == "UNO"
    assert any(a.actor == "un" and a.language == "ru" for a in aliases)


def test_a_broken_table_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    path = files("dragoman.knowledge") / "languages" / "en.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    monkeypatch.setattr(load, "read_toml", lambda _: table | {"roles": {"GOV": "minister"}})
    with pytest.raises(KnowledgeError, match=r"roles\.GOV must be a list"):
        load._language("en", path)


def test_made_tables_are_fresh() -> None:
    spec = importlib.util.spec_from_file_location("names", Path(__file__).parents[2] / "facts" / "names.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.OUT.read_text("utf-8") == script.table(), "run python facts/names.py"


@pytest.mark.parametrize("script", sorted({s for own in SCRIPTS.values() for s in own} | {"LATIN"}))
def test_cities_are_written_as_texts_are_compared(script: str) -> None:
    keys = [key for key, _ in city_names(script)]
    assert len(keys) > 1_000
    assert all(" ".join(word for word, _, _ in words(key)) == key for key in keys), "run python facts/cities.py"
