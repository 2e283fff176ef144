"""The tables say what they must, and a broken one is named."""

import tomllib
from importlib.resources import files

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import load
from dragoman.knowledge.names import countries, country_names, english_names

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
    actors, aliases = load.actors(), load.aliases()
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
