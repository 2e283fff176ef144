"""Find names of known actors, countries, nationalities, capitals and cities in a text, and words of roles.

All names of a language are matched in one pass (Aho–Corasick). The longest match wins, then the exact one, then
the one whose ending is shortest, then the kind in the order of `KINDS`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from sys import intern

from dragoman.knowledge.cities import city_names, scripts
from dragoman.knowledge.grammar import grammar
from dragoman.knowledge.load import KnownActor, Language, actors, aliases_of, read_language, state_names
from dragoman.knowledge.names import capital_names, country_names
from dragoman.knowledge.own import NONE, Own, current, known_actor
from dragoman.recognize.automaton import ANY, Patterns, Text, spaced, unspaced
from dragoman.recognize.wording import normal, small, words

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
CITY_STEM, CITY_ROOM = 6, 3
"""The same for cities, of which there are thousands: "Хама" with endings would take "ХАМАС"."""
VOWELS = "аяеіїоьйaeəıiouյիაეოআाीি"
PREFIXES = {"ar": ("وال", "بال", "لل", "كال", "فال", "ال", "و", "ف", "ب", "ك", "ل"),
            "he": ("וה", "שה", "מה", "בה", "לה", "כש", "ה", "ו", "ב", "ל", "מ", "ש", "כ")}
"""Letters written together with the next word: the article, and, in, to, from."""
UNSPACED = ("zh", "ja", "th")
EXACT, ENDED = "", "~"
"""A city's name as it is written, and with an ending of its language."""
LAND = 6
"""Letters from which one of two lands in a name stands for both: "Wallis", but not "Turks"."""
CACHED = 160
"""Characters of the longest text whose names are remembered: mentions are, sentences and articles are not."""


Match = tuple[tuple[int, int, bool, int, int, bool, int], int, int, int, tuple[str, str, str]]
"""Rank (smaller is better, beginning with the first word), last word, half-open characters, and (kind, id, name)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: `id` is a row of actors.csv for kind "actor", else a country code."""

    kind: str
    id: str
    row: str
    others: tuple[str, ...] = ()
    """Further rows of actors.csv that bear the same name."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry at half-open characters of a text."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Role:
    """A word of a role at half-open characters of a text."""

    start: int
    end: int
    sector: str
    """One of the 25; empty for a word of leading or belonging that tells none ("leader")."""
    weak: bool
    """The role is that of what stands beside it ("chief", "spokesman")."""


class Layer:
    """Patterns with the entries they stand for, kept as columns: there are tens of thousands."""

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns
        self._kinds = bytearray()
        self._ids: list[str] = []
        self._names: list[str] = []

    def entry(self, value: int) -> tuple[str, str, str]:
        """Kind, id and name as the table has it."""
        return KINDS[self._kinds[value]], self._ids[value], self._names[value]

    def new(self, kind: str, id: str, name: str) -> int:
        """The number of a further entry."""
        self._kinds.append(KINDS.index(kind))
        self._ids.append(intern(id))
        self._names.append(name)
        return len(self._ids) - 1

    def add(self, name: str, kind: str, id: str, room: int = 0) -> None:
        """A name; and with `room` the name with endings, from its stem."""
        value = self.new(kind, id, name)
        self.patterns.add(name, value, ANY if name.endswith("*") else 0)
        if room:
            self.patterns.add_words(_stem(" ".join([w for w, _, _ in words(name)]), STEM), value, room)


def _stem(joined: str, least: int) -> str:
    """Words without the vowel at their end; empty when the last is too short to take endings."""
    size = len(joined) - joined.rfind(" ") - 1
    if size < least:
        return ""
    return joined[:-1] if size > STEM and joined[-1] in VOWELS else joined


@cache
def _cities(script: str, language: str) -> Layer:
    """City names of a script; language: only for one whose words stand together or take prefixes.

    A city's entry has no name of its own but EXACT or ENDED: there are too many to keep them twice.
    """
    layer, plain = Layer(Patterns(language in UNSPACED, PREFIXES.get(language, ()))), language in UNSPACED
    values: dict[str, int] = {}
    for key, code in city_names(script):
        if code not in values:
            values[code] = layer.new("city", code, EXACT)
            layer.new("city", code, ENDED)
        layer.patterns.add_words(key, values[code])
        if not plain:
            layer.patterns.add_words(_stem(key, CITY_STEM), values[code] + 1, CITY_ROOM)
    return layer


@cache
def _world(plain: bool) -> Layer:
    """Known actors by the names that hold in every language."""
    layer = Layer(Patterns(plain))
    for name, actor in aliases_of(""):
        layer.add(name, "actor", actor)
    for row in actors().values():
        layer.add(row.name, "actor", row.id)
    return layer


class Lexicon:
    """All names of one language (and those that hold in any)."""

    def __init__(self, language: str, user: Own = NONE) -> None:
        self.language = language
        self.plain = language in UNSPACED
        self._prefixes = PREFIXES.get(language, ())
        room = ENDINGS.get(language, 0)
        own = Layer(Patterns(self.plain, self._prefixes))
        for name, actor in aliases_of(language):
            own.add(name, "actor", actor)
        for kind, names in (("country", country_names(language)), ("capital", capital_names(language))):
            for name, code in names:
                own.add(name, kind, self._europe(name, code), room)
        for name, code in self._joined_names():
            own.add(name, "country", code, room)
        for name, code in (*state_names().get(language, ()), *state_names()[""]):
            own.add(name, "country", code, 0 if name.isupper() else room)
        table = read_language(language)
        if table:
            self._add_table(own, table)
        self.former = table.former if table else ()
        self._city_room = min(room, CITY_ROOM)
        alone = language if self.plain or self._prefixes else ""
        self._layers = [self._own_actors(user), own, _world(self.plain), *(_cities(s, alone) for s in scripts(language))]
        self._roles, self._sectors = self._role_patterns(table, user)
        self._weak = self._patterns(grammar(language).weak)
        self._shared = self._patterns(grammar(language).shared)
        self._forms = self._patterns(grammar(language).forms)
        self._democratic = self._patterns(grammar(language).democratic)
        self.text = lru_cache(maxsize=4)(unspaced if self.plain else spaced)
        self.find_short = lru_cache(maxsize=2_048)(self._find)

    def _joined_names(self) -> Iterator[tuple[str, str]]:
        """Names of two lands written with "and" for CLDR's "&", each land where its name is long; and English names where
        another script leaves them so."""
        for name, code in country_names(self.language):
            lands = name.split(" & ")
            for word in grammar(self.language).joined:
                if len(lands) == 2:
                    yield f" {word} ".join(lands), code
                else:
                    lands = name.split(f" {word} ") if len(lands) != 2 else lands
            yield from ((land, code) for land in lands if len(lands) == 2 and len(land) >= LAND)
        if scripts(self.language)[0] != "LATIN" and not self.plain:
            yield from country_names("en")

    def _add_table(self, layer: Layer, table: Language) -> None:
        for kind, rows in (("nationality", table.nationality), ("seat", table.capitals)):
            for code, names in rows.items():
                for name in names:
                    layer.add(name, kind, self._europe(name, code))

    def _europe(self, name: str, code: str) -> str:
        """EUR for Brussels, which stands for the European Union unless its sentence is Belgian."""
        if code != "BEL":
            return code
        city = next((normal(city) for city, state in capital_names(self.language) if state == "BEL"), "")
        return "EUR" if city and city[:4] in normal(name) else code

    def _patterns(self, names: tuple[str, ...]) -> Patterns:
        made = Patterns(self.plain, self._prefixes)
        for name in names:
            made.add(name, 0, ANY if name.endswith("*") else 0)
        return made

    def _own_actors(self, user: Own) -> Layer:
        """A user's own, before all others."""
        layer = Layer(Patterns(self.plain, self._prefixes))
        for name, id, language in user.names:
            if language in ("", self.language):
                layer.add(name, "actor", id)
        return layer

    def _role_patterns(self, table: Language | None, user: Own) -> tuple[Patterns, list[str]]:
        made, sectors = Patterns(self.plain, self._prefixes), [""]
        for name, sector, language in user.roles:
            if language in ("", self.language):
                sectors.append(sector)
                made.add(name, len(sectors) - 1, ANY if name.endswith("*") else 0)
        for sector, names in table.roles.items() if table else ():
            sectors.append(sector)
            for name in names:
                made.add(name, len(sectors) - 1, ANY if name.endswith("*") else 0)
        for name in grammar(self.language).weak:
            made.add(name, 0, ANY if name.endswith("*") else 0)
        return made, sectors

    def find(self, text: str) -> tuple[Found, ...]:
        """All names in a text, left to right, none inside another."""
        return self.find_short(text) if len(text) <= CACHED else self._find(text)

    def _find(self, text: str) -> tuple[Found, ...]:
        ready = self.text(text)
        found: list[Match] = []
        for order, layer in enumerate(self._layers):
            for first, last, over, value in layer.patterns.find(ready):
                kind, id, name = layer.entry(value)
                start, end = ready.spans[first][0], ready.spans[last][1]
                ended = name == ENDED and kind == "city"
                if ended and (over > self._city_room or not self._city_room):
                    continue
                if kind == "city":
                    name = text[start:end - over] + "*" if ended else text[start:end]
                if self._stands(text[start:end], ready, (first, last), kind, name):
                    other = order > 0 and kind == "actor" and known_actor(id).name != name
                    rank = (first, first - last, over + ended > 0, over, KINDS.index(kind), other, order)
                    found.append((rank, last, start, end, (kind, id, name)))
        found.sort(key=lambda row: row[0])
        return tuple(_longest(found))

    def _stands(self, text: str, ready: Text, where: tuple[int, int], kind: str, name: str) -> bool:
        if where[0] == where[1] and kind == "city" and not self.plain:
            begin = ready.begins[where[0]]
            word = ready.joined[begin:ready.joined.index(" ", begin)]
            if self._roles.has(word) or self._forms.has(word):
                return False  # Arabic سلطات, "authorities", is also a town
        return _written(text, kind, name, self.language)

    def roles(self, text: str) -> tuple[Role, ...]:
        """All words of roles in a text, left to right, none inside another, the longest first."""
        ready = self.text(text)
        weak = {(first, last) for first, last, _, _ in self._weak.find(ready)}
        found = sorted((first, first - last, not self._sectors[value], over, last, value)
                       for first, last, over, value in self._roles.find(ready))
        made, at = [], 0
        for first, _, _, _, last, value in found:
            if first >= at:
                made.append(Role(ready.spans[first][0], ready.spans[last][1], self._sectors[value], (first, last) in weak))
                at = last + 1
        return tuple(made)

    def shared(self, text: str) -> bool:
        """True for a name that bodies of many states bear: "Congress"."""
        ready = self.text(text)
        return any(first == 0 and last == len(ready.spans) - 1 for first, last, _, _ in self._shared.find(ready))


    def democratic(self, text: str) -> bool:
        """True when one of the words of full names stands there that tell apart two states of one name."""
        return any(True for _ in self._democratic.find(self.text(text)))

    def forms(self, text: str) -> list[tuple[int, int]]:
        """Half-open characters of words of states' full names: "Islamic Republic"."""
        ready = self.text(text)
        return [(ready.spans[first][0], ready.spans[last][1]) for first, last, _, _ in self._forms.find(ready)]


def _longest(found: list[Match]) -> list[Found]:
    """Of sorted matches the first at each place; other actors of the same words go with it."""
    made: list[Found] = []
    at, best = 0, None
    for rank, last, start, end, (kind, id, name) in found:
        if rank[0] >= at:
            table = "own" if id in current().rows else "alias" if kind == "actor" else kind
            made.append(Found(start, end, Entry(kind, id, f"{table} {name}")))
            at, best = last + 1, rank[:3]
        elif best == rank[:3] and kind == "actor" == made[-1].entry.kind and _adds(id, _ids(made[-1].entry)):
            made[-1] = replace(made[-1], entry=replace(made[-1].entry, others=(*made[-1].entry.others, id)))
    return made


def _adds(id: str, ids: tuple[str, ...]) -> bool:
    """True for a further row of a name; a user's own row stands alone or with its like."""
    return id not in ids and (id in current().rows or ids[0] not in current().rows)


def _ids(entry: Entry) -> tuple[str, ...]:
    return (entry.id, *entry.others)


def rows(entry: Entry) -> list[KnownActor]:
    """The rows of actors.csv that an entry of kind "actor" may stand for."""
    return [known_actor(id) for id in _ids(entry)]


def _written(text: str, kind: str, name: str, language: str) -> bool:
    """Names and acronyms have a capital ("US", not "us"; "al-Shabab"), where a script has them."""
    if not small(text[0]) or any(c.isupper() for c in text):
        return True
    if kind == "actor" and name[:1].isupper():
        return False  # Meta is a company, Spanish "meta" a goal
    return language not in CAPITALS and len(text) > ACRONYM and not (
        kind in PROPER and len(kind) + 1 + len(name) < SMALL)


def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, with the user's own actors that hold here; made once."""
    own = current()
    return _lexicon(language, own.digest)


@lru_cache(maxsize=40)
def _lexicon(language: str, digest: str) -> Lexicon:
    return Lexicon(language, current())
