"""Names of places in a language, in the forms that a text gives them."""

from functools import lru_cache
from itertools import product

from dragoman.knowledge.calendar import time_words
from dragoman.knowledge.load import language as language_table
from dragoman.knowledge.places import Spot, area_spots, capital_spots, city, city_tables, country_spots, own_cities
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
        self._cities = city_tables(language)
        self._own: dict[str, tuple[Spot, ...]] = {}
        self._firsts = {name.partition(" ")[0] for names in self._cities for name in names if " " in name}
        self._not_names = {self._key(word.rstrip("*")) for word, _ in time_words(language)}
        if table:
            roles = (word for own in table.roles.values() for word in own if not word.endswith("*"))
            self._not_names |= {self._key(word) for word in (*table.where.get("not_names", ()), *roles)}
        for spots in (area_spots, country_spots, capital_spots, own_cities):
            for name, spot in spots(language):
                self._add(self._key(name), spot)

    def _key(self, name: str) -> str:
        return "".join(w for w, _, _ in words(name)) if self.unspaced else " ".join(w for w, _, _ in words(name))

    def _add(self, key: str, spot: Spot) -> None:
        known = self._own.get(key, ())
        if key and all(spot.geonames != other.geonames or spot.name != other.name for other in known):
            self._own[key] = (*known, spot)
            if " " in key:
                self._firsts.add(key.partition(" ")[0])

    @lru_cache(maxsize=20_000)  # noqa: B019  (gazetteers live as long as the process)
    def exact(self, name: str) -> tuple[Spot, ...]:
        """The places of a normalized name: areas, states and the language's own names, then cities."""
        found = self._own.get(name, ())
        if name in self._not_names or (self.plain and len(name) < (2 if self.unspaced else LETTERS)):
            return found
        numbers = {spot.geonames for spot in found}
        spots = [city(int(number)) for names in self._cities for number in names.get(name, "").split()
                 if int(number) not in numbers]
        return (*found, *(s for s in spots if not self.plain or s.population >= PEOPLE))

    @lru_cache(maxsize=20_000)  # noqa: B019  (gazetteers live as long as the process)
    def look_up(self, name: tuple[str, ...]) -> tuple[Spot, ...]:
        """The places of normalized words as they stand, or without the endings that the language's cases give them."""
        found = self.exact(" ".join(name))
        if found or not self._cases:
            return found
        forms = [self._forms(word) for word in name[:1]]
        if len(name) > 1 and self._firsts.isdisjoint(forms[0]):
            return ()
        forms += [self._forms(word) for word in name[1:]]
        for _, row in zip(range(FORMS), product(*forms)):
            found = self.exact(" ".join(row))
            if found:
                return found
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
    """The names of a language, made once (some 50 ms)."""
    return Gazetteer(language)
