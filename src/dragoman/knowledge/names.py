"""Country names and capitals in a language, from CLDR (babel) and `countries.csv`."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from babel import Locale, UnknownLocaleError

from dragoman.knowledge.load import language_codes


@dataclass(frozen=True, slots=True)
class Country:
    """A territory: CLDR's alpha-2, the code of the state it counts as, English name and capital, the capital's zone."""

    territory: str
    code: str
    name: str
    capital: str
    zone: str


@cache
def countries() -> tuple[Country, ...]:
    """All territories of ISO 3166-1 and Kosovo."""
    with (files("dragoman.knowledge") / "countries.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple(Country(r["territory"], r["code"], r["name"], r["capital"], r["zone"]) for r in rows)


@cache
def english_names() -> dict[str, str]:
    """English name of a state by its code."""
    states: dict[str, str] = {}
    for country in sorted(countries(), key=lambda c: c.code[:2] != c.territory):
        if _is_state(country) or country.code not in states:
            states[country.code] = country.name
    return states


def _is_state(country: Country) -> bool:
    return country.zone != "" or country.capital != ""


WRITTEN = {"sr": ("sr_Latn",), "pt": ("pt_PT",), "zh": ("zh_Hant",), "fa": ("fa_AF",), "es": ("es_419",), "uz": ("uz_Cyrl",)}
"""Other scripts and countries in which a language has names of its own."""


def _locales(language: str) -> list[Locale]:
    """CLDR's data of a language in all scripts; none when it has none."""
    found = (locale_of(code) for code in (language, *WRITTEN.get(language, ())))
    return [locale for locale in found if locale]


def locale_of(language: str) -> Locale | None:
    """CLDR's data of a language; None when it has none."""
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


def country_names(language: str) -> tuple[tuple[str, str], ...]:
    """(name, code) pairs in a language as CLDR has them; empty for a language that CLDR does not know."""
    return _names(language, "country") if language in language_codes() else cldr_countries(language)


def capital_names(language: str) -> tuple[tuple[str, str], ...]:
    """(city, code) pairs: capitals as CLDR names them in the language, by the time zone they give their name to."""
    return _names(language, "capital") if language in language_codes() else cldr_capitals(language)


def _names(language: str, kind: str) -> tuple[tuple[str, str], ...]:
    """A language's rows of names.csv; the file is read for each language, so that none is kept."""
    start = f"{language},{kind},"
    with (files("dragoman.knowledge") / "names.csv").open(encoding="utf-8") as file:
        rows = csv.reader(line for line in file if line.startswith(start))
        return tuple((name, code) for _, _, code, name in rows)


@cache
def cldr_countries(language: str) -> tuple[tuple[str, str], ...]:
    """`country_names` from CLDR itself.

    Names with a bracket or a hyphenated capital ("Myanmar (Burma)", "Congo - Kinshasa") count as each of their parts.
    """
    found = []
    for locale, country in product(_locales(language), countries()):
        name = str(locale.territories.get(country.territory, ""))
        for part in (name, name.partition("(")[0].strip(), name.partition("(")[2].strip(" )")):
            if len(part) > 1:
                found.append((part, country.code))
    return tuple(dict.fromkeys(found))


@cache
def cldr_capitals(language: str) -> tuple[tuple[str, str], ...]:
    """`capital_names` from CLDR itself."""
    found = []
    for locale, country in product(_locales(language), countries()):
        city = str(locale.time_zones.get(country.zone, {}).get("city", "")) if country.zone else ""
        if city:
            found.append((city, country.code))
        if country.capital and language == "en":
            found.append((country.capital, country.code))
    return tuple(dict.fromkeys(found))
