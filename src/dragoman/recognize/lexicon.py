"""Find names of known actors, countries, nationalities and capitals in a text, in one pass over its words.

Entries are sequences of words; the last word of an entry that ends in `*` matches any ending. The longest match
wins, then the exact one, then the kind in the order of `KINDS`.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge.load import Language, actors, aliases, languages
from dragoman.knowledge.names import capital_names, country_names
from dragoman.knowledge.places import city_names

KINDS = ("actor", "country", "capital", "nationality", "seat", "city")
PROPER = ("country", "capital", "city")
"""Kinds of names that are not written small where they are short: Spanish "irán" is a verb, Armenian "կատար" a stem.
Longer ones with endings may be ("ռուսաստանյան")."""
SMALL = len("country ") + 6
CAPITALS = ("en", "id")
"""Languages that write nationalities with a capital too: English "polish" is a verb, Indonesian "baku" an adjective."""
ACRONYM = 3
"""Letters up to which a name in small letters is taken for an ordinary word."""
ENDINGS = {"ru": 4, "uk": 4, "sr": 4, "pl": 4, "tr": 7, "az": 7, "ka": 7, "hy": 7, "hi": 3, "bn": 4, "ur": 2, "fa": 3,
           "de": 2}
"""Letters that a country or city name may take at its end in a language (case, number); others 0."""
STEM = 4
"""A name shorter than this is matched exactly: "Чад", "Мали", "Iran" has four and may take endings."""
CITY_STEM = 6
"""The same for cities, of which there are thousands: "Хама" with endings would take "ХАМАС"."""
PREFIXES = {"ar": ("وال", "بال", "لل", "كال", "فال", "ال", "و", "ف", "ب", "ك", "ل"),
            "he": ("וה", "שה", "מה", "בה", "לה", "כש", "ה", "ו", "ב", "ל", "מ", "ש", "כ")}
"""Letters written together with the next word: the article, and, in, to, from."""
WORD = re.compile(r"[\w\u0300-\u036f\u0900-\u0983\u0981-\u0983\u093c-\u094f\u09bc-\u09d7]+")
UNSPACED = ("zh", "ja", "th")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: `id` is a row of actors.csv for kind "actor", else a country code."""

    kind: str
    id: str
    row: str


@dataclass(frozen=True, slots=True)
class Found:
    """An entry at half-open characters of a text."""

    start: int
    end: int
    entry: Entry


def normal(text: str) -> str:
    """Case folded, without Arabic vowel signs and tatweel, Turkish dotted i as i; one character for one."""
    if text.isascii():
        return text.lower()
    out = []
    for c in text:
        folded = unicodedata.normalize("NFKC", c).casefold()
        out.append(_SAME.get(c) or (folded[0] if folded else c))
    return "".join(out)


_SAME = {"İ": "i", "ı": "i", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ې": "ي", "ё": "е",
         "Ё": "е"}


def words(text: str) -> list[tuple[str, int, int]]:
    """Normalized words with their offsets; apostrophes and hyphens part them ("Ankara'nın" → ankara, nın)."""
    folded = normal(text)
    return [(m[0], m.start(), m.end()) for m in WORD.finditer(folded)]


class Lexicon:
    """All names of one language (and those that hold in any)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.unspaced = language in UNSPACED
        self._exact: dict[tuple[str, ...], Entry] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], int, Entry]]] = {}
        self._plain: dict[str, Entry] = {}
        self._longest = 1
        table = languages().get(language)
        self._add_actors()
        for kind, names in (("country", country_names(language)), ("capital", capital_names(language))):
            for name, code in names:
                self._add_name(name, Entry(kind, code, f"{kind} {name}"))
        if table:
            self._add_table(table)
        roles = {normal(w.rstrip("*")) for own in (table.roles.values() if table else ()) for w in own}
        for name, code in city_names(language):
            if normal(name) not in roles:  # Arabic سلطات, "authorities", is also a town
                self._add_name(name, Entry("city", code, f"city {name}"))

    def _add_actors(self) -> None:
        rows = actors()
        for alias in aliases():
            if alias.language in ("", self.language):
                self._add(alias.name, Entry("actor", alias.actor, f"alias {alias.name}"))
        for row in rows.values():
            self._add(row.name, Entry("actor", row.id, f"actor {row.name}"))

    def _add_table(self, table: Language) -> None:
        for kind, rows in (("nationality", table.nationality), ("seat", table.capitals)):
            for code, names in rows.items():
                for name in names:
                    self._add(name, Entry(kind, code, f"{kind} {name}"))

    def _add_name(self, name: str, entry: Entry) -> None:
        """A CLDR name: as it stands, and with the endings that the language gives it."""
        self._add(name, entry)
        room = min(ENDINGS.get(self.language, 0), 3 if entry.kind == "city" else 99)
        parts = [w for w, _, _ in words(name)]
        if room and parts and len(parts[-1]) >= (CITY_STEM if entry.kind == "city" else STEM):
            last = parts[-1]
            stem = last[:-1] if len(last) > STEM and last[-1] in "аяеіїоьйaeəıiouյიაეოआाीি" else last
            self._stem((*parts[:-1], stem), room, entry)

    def _add(self, name: str, entry: Entry) -> None:
        open_end = name.endswith("*")
        if self.unspaced:
            self._plain.setdefault(normal(name.rstrip("*")), entry)
            return
        parts = tuple(w for w, _, _ in words(name.rstrip("*")))
        if not parts:
            return
        if open_end:
            self._stem(parts, 99, entry)
        else:
            self._exact.setdefault(parts, entry)
            self._longest = max(self._longest, len(parts))

    def _stem(self, parts: tuple[str, ...], room: int, entry: Entry) -> None:
        known = self._stems.get(parts[0][:3] if len(parts) == 1 else parts[0], ())
        if entry.kind == "city" and any(other == parts for other, _, _ in known):
            return
        self._stems.setdefault(parts[0][:3] if len(parts) == 1 else parts[0], []).append((parts, room, entry))
        self._longest = max(self._longest, len(parts))

    @lru_cache(maxsize=50_000)  # noqa: B019  (lexicons live as long as the process)
    def find(self, text: str) -> tuple[Found, ...]:
        """All names in a text, left to right, none inside another."""
        if self.unspaced:
            return self._find_plain(text)
        parts = words(text)
        found: list[Found] = []
        n = 0
        while n < len(parts):
            size, entry = self._at([w for w, _, _ in parts[n:n + self._longest]])
            if entry and _written(text[parts[n][1]:parts[n + size - 1][2]], entry, self.language):
                found.append(Found(parts[n][1], parts[n + size - 1][2], entry))
            n += max(1, size)
        return tuple(found)

    def _find_plain(self, text: str) -> tuple[Found, ...]:
        folded, found, at = normal(text), [], 0
        while at < len(folded):
            size = next((k for k in range(min(16, len(folded) - at), 0, -1) if folded[at:at + k] in self._plain), 0)
            if size > 1 or (size == 1 and ord(folded[at]) > 0x2E80):
                found.append(Found(at, at + size, self._plain[folded[at:at + size]]))
            at += max(1, size)
        return tuple(found)

    def _at(self, ahead: list[str]) -> tuple[int, Entry | None]:
        """The longest entry that begins with the first word: its number of words, and itself."""
        best: tuple[int, int, Entry | None] = (0, 0, None)
        for first in self._forms(ahead[0]):
            row = [first, *ahead[1:]]
            for size in range(len(row), 0, -1):
                entry = self._exact.get(tuple(row[:size]))
                if entry and (size, 1000) > best[:2]:
                    best = (size, 1000, entry)
            for key in {first[:3], first}:
                for parts, room, entry in self._stems.get(key, ()):
                    size = len(parts)
                    if size <= len(row) and tuple(row[:size - 1]) == parts[:-1] and row[size - 1].startswith(parts[-1]) \
                            and len(row[size - 1]) - len(parts[-1]) <= room and (size, len(parts[-1])) > best[:2]:
                        best = (size, len(parts[-1]), entry)
            if best[2]:
                break
        return best[0], best[2]

    def _forms(self, word: str) -> list[str]:
        """The word, and the word without what its language writes together with it."""
        forms = [word]
        for prefix in PREFIXES.get(self.language, ()):
            if word.startswith(prefix) and len(word) - len(prefix) >= 3:
                forms.append(word[len(prefix):])
        return forms


def _written(text: str, entry: Entry, language: str) -> bool:
    """Names and acronyms begin with a capital ("US", not "us"), where a script has them."""
    if not text[0].islower():
        return True
    if entry.kind == "actor" and entry.row.partition(" ")[2][:1].isupper():
        return False  # Meta is a company, Spanish "meta" a goal
    return language not in CAPITALS and len(text) > ACRONYM and not (entry.kind in PROPER and len(entry.row) < SMALL)


@lru_cache(maxsize=40)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, made once (some 0.1 s)."""
    return Lexicon(language)
