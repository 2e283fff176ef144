"""Names of places in a language, in the forms that a text gives them."""

from functools import lru_cache
from itertools import product

from dragoman.knowledge.calendar import time_words
from dragoman.knowledge.load import language as language_table
from dragoman.knowledge.places import Spot, area_spots, capital_spots, city_spots, country_spots
from dragoman.recognize.lexicon import UNSPACED
from dragoman.recognize.wording import words

PLAIN = {"ar", "fa", "ur", "he", "hi", "bn", "ka", "zh"}
"""Languages whose script has no capitals: there a name can be an ordinary word."""
PEOPLE = 30_000
"""Smallest city that counts in those."""
LETTERS = 3
"""Shortest name there, except in Chinese, where it is 2."""
STEM = 3
"""Letters that a form keeps without its ending."""
FORMS = 40
"""Combinations of forms that are tried for a name of several words."""


class Gazetteer:
    """All names of places of one language."""

    def __init__(self, language: str) -> None:
        self.unspaced, self.plain = language in UNSPACED, language in PLAIN
        table = language_table(language)
        rules = [row.partition("=") for row in (table.where.get("cases", ()) if table else ())]
        self._cases = tuple((self._key(ending), tuple(map(self._key, others.split("|")))) for ending, _, others in rules)
        self._spots: dict[str, list[Spot]] = {}
        self._firsts: set[str] = set()
        not_names = {self._key(word.rstrip("*")) for word, _ in time_words(language)}
        if table:
            roles = (word for own in table.roles.values() for word in own if not word.endswith("*"))
            not_names |= {self._key(word) for word in (*table.where.get("not_names", ()), *roles)}
        for name, spot in (*area_spots(language), *country_spots(language), *capital_spots(language)):
            self._add(self._key(name), spot)
        for name, spot in city_spots(language):
            key = self._key(name)
            if key not in not_names and not (self.plain and (spot.population < PEOPLE or len(key) < self._shortest)):
                self._add(key, spot)

    @property
    def _shortest(self) -> int:
        return 2 if self.unspaced else LETTERS

    def _key(self, name: str) -> str:
        return "".join(w for w, _, _ in words(name)) if self.unspaced else " ".join(w for w, _, _ in words(name))

    def _add(self, key: str, spot: Spot) -> None:
        if not key:
            return
        known = self._spots.setdefault(key, [])
        if all(spot.geonames != other.geonames or spot.name != other.name for other in known):
            known.append(spot)
        first, blank, _ = key.partition(" ")
        if blank:
            self._firsts.add(first)

    def exact(self, name: str) -> tuple[Spot, ...]:
        """The places of a normalized name."""
        return tuple(self._spots.get(name, ()))

    @lru_cache(maxsize=20_000)  # noqa: B019  (gazetteers live as long as the process)
    def look_up(self, name: tuple[str, ...]) -> tuple[Spot, ...]:
        """The places of normalized words as they stand, or without the endings that the language's cases give them."""
        found = self._spots.get(" ".join(name))
        if found or not self._cases:
            return tuple(found or ())
        forms = [self._forms(word) for word in name[:1]]
        if len(name) > 1 and self._firsts.isdisjoint(forms[0]):
            return ()
        forms += [self._forms(word) for word in name[1:]]
        for _, row in zip(range(FORMS), product(*forms)):
            found = self._spots.get(" ".join(row))
            if found:
                return tuple(found)
        return ()

    def begins(self, word: str) -> bool:
        """Whether a name of several words begins with this one, in some form."""
        return not self._firsts.isdisjoint(self._forms(word))

    @lru_cache(maxsize=20_000)  # noqa: B019
    def _forms(self, word: str) -> list[str]:
        forms = [word]
        for ending, others in self._cases:
            if word.endswith(ending) and len(word) - len(ending) >= STEM:
                forms += [word[:len(word) - len(ending)] + other for other in others]
        return list(dict.fromkeys(forms))


@lru_cache(maxsize=40)
def gazetteer(language: str) -> Gazetteer:
    """The names of a language, made once (some 0.4 s; the first of a process 1 s more)."""
    return Gazetteer(language)
