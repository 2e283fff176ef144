"""Codes of other data sets: CAMEO, COW, FIPS 10-4, ISO 639-2. Tables `cameo.toml` and `country_codes.csv`."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.knowledge.load import read_toml


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """FIPS 10-4 code and COW number of a country; empty where it has none."""

    fips: str = ""
    cow: str = ""


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code with its Goldstein score, name and quad class (1 to 4)."""

    code: str
    goldstein: float
    name: str
    quad: int

    @property
    def root(self) -> str:
        """First two digits."""
        return self.code[:2]

    @property
    def base(self) -> str:
        """First three digits."""
        return self.code[:3]


@cache
def _table() -> dict[str, Any]:
    return dict(read_toml(files("dragoman.knowledge") / "cameo.toml"))


@cache
def cameo(kind: str, mode: str) -> Cameo:
    """The CAMEO code of a PLOVER type and mode."""
    table = _table()
    code = table["modes"].get(kind, {}).get(mode) or table["types"][kind]
    goldstein, name = table["codes"][code]
    return Cameo(code, float(goldstein), name, table["quads"][code[:2]])


def sector(code: str) -> tuple[str, str]:
    """CAMEO role (may be empty) and ICEWS name of a PLOVER sector."""
    role, name = _table()["sectors"].get(code, ("", ""))
    return role, name


def language(code: str) -> tuple[str, str]:
    """ISO 639-2/T code and English name of an ISO 639-1 code; the code itself twice where it is not in the table."""
    alpha3, name = _table()["languages"].get(code, (code, code))
    return alpha3, name


@cache
def _countries() -> dict[str, CountryCodes]:
    with (files("dragoman.knowledge") / "country_codes.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["code"]: CountryCodes(row["fips"], row["cow"]) for row in rows}


def country(code: str) -> CountryCodes:
    """The codes of a country by ISO 3166-1 alpha-3 or KOS."""
    return _countries().get(code, CountryCodes())
