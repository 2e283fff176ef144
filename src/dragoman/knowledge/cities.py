"""Names of the world's larger cities and of provinces with their states: `cities/<SCRIPT>.csv`, by facts/cities.py."""

import csv
from collections.abc import Iterator
from importlib.resources import files

SCRIPTS = {"ru": ("CYRILLIC",), "uk": ("CYRILLIC",), "sr": ("CYRILLIC", "LATIN"), "bg": ("CYRILLIC",), "kk": ("CYRILLIC",),
           "ky": ("CYRILLIC",), "mk": ("CYRILLIC",), "hy": ("ARMENIAN",), "ka": ("GEORGIAN",), "ar": ("ARABIC",),
           "fa": ("ARABIC",), "ur": ("ARABIC",), "ps": ("ARABIC",), "he": ("HEBREW",), "hi": ("DEVANAGARI",),
           "bn": ("BENGALI",), "zh": ("CJK",), "el": ("GREEK",)}
"""Scripts of a language's city names; Latin where it is not listed."""


def scripts(language: str) -> tuple[str, ...]:
    """Unicode's names of the scripts that a language's city names are written in."""
    return SCRIPTS.get(language, ("LATIN",))


def city_names(script: str) -> Iterator[tuple[str, str]]:
    """(name, code) pairs in a script: normalized words, joined by blanks."""
    with (files("dragoman.knowledge") / "cities" / f"{script}.csv").open(encoding="utf-8") as file:
        rows = csv.reader(line for line in file if not line.startswith("#"))
        next(rows)
        yield from ((key, code) for key, code in rows)
