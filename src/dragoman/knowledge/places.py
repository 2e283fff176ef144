"""Places with their points: cities (GeoNames, by facts/places.py), states, and the areas of `areas.csv`.

Read on first use: the cities in some 20 ms, the names of a script in as many; all languages of a script share them.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

from dragoman.errors import KnowledgeError
from dragoman.knowledge.cities import scripts
from dragoman.knowledge.load import language as language_table
from dragoman.knowledge.names import capital_names, country_names, english_names


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map; a state has no point of its own."""

    name: str
    """In English, as GeoNames or CLDR write it."""
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


def _lines(name: str) -> Iterator[str]:
    """The lines of a table in `places/`, without its two head lines."""
    text = (files("dragoman.knowledge") / "places" / name).read_text("utf-8")
    return islice(text.splitlines(), 2, None)


@cache
def _cities() -> dict[int, str]:
    """Each city's line by its GeoNames id."""
    return {int(line[:line.index(",")]): line for line in _lines("cities.csv")}


@lru_cache(maxsize=4096)
def city(number: int) -> Spot:
    """The city of a GeoNames id. Raises: KeyError when `cities.csv` has none."""
    _, country, admin1, latitude, longitude, people, capital, name = _cities()[number].split(",", 7)
    return Spot(name, country, admin1, float(latitude), float(longitude), number, int(people), "city", capital == "1")


@cache
def _names(script: str) -> dict[str, str]:
    return dict(line.split(",", 1) for line in _lines(f"{script}.csv"))


def city_tables(language: str) -> tuple[Mapping[str, str], ...]:
    """Normalized names with the GeoNames ids of the cities that bear them ("216281 2332459"), a table a script."""
    return tuple(_names(script) for script in scripts(language))


def own_cities(language: str) -> Iterator[tuple[str, Spot]]:
    """(name, city) pairs of `cities` in the language's `[where]` ("Genf=2660646").

    Raises: KnowledgeError for a number that no city has.
    """
    table = language_table(language)
    for row in table.where.get("cities", ()) if table else ():
        name, _, number = row.partition("=")
        if not number.isdigit() or int(number) not in _cities():
            raise KnowledgeError(f"languages/{language}.toml: [where] cities has {row!r}; it must be a name = a GeoNames id")
        yield name, city(int(number))


@cache
def capitals() -> dict[str, Spot]:
    """Each state's capital by the state's code."""
    found: dict[str, Spot] = {}
    for number, line in _cities().items():
        if line.split(",", 7)[6] == "1":
            spot = city(number)
            known = found.get(spot.country)
            if known is None or known.population < spot.population:
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
        if len(row) != len(head):
            raise KnowledgeError(f"areas.csv: row {number} has {len(row)} columns, not {len(head)}")
        try:
            spot = Spot(row[0], row[1], "", float(row[2]), float(row[3]), None, 0, "area")
        except ValueError:
            raise KnowledgeError(f"areas.csv: row {number}: latitude and longitude must be degrees such as 39.8") from None
        found += [(language, tuple(filter(None, cell.split("|"))), spot) for language, cell in zip(head[4:], row[4:])]
    return tuple(found)


def area_spots(language: str) -> Iterator[tuple[str, Spot]]:
    """(name, area) pairs; a language without a column takes the English names."""
    known = {own for own, _, _ in _areas()}
    for own, names, spot in _areas():
        if own == (language if language in known else "en"):
            for name in names:
                yield name, spot
