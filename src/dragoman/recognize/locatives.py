"""Places that a sentence says something is at: names behind "in" or with an ending that means it."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge.load import language as language_table
from dragoman.knowledge.places import Spot
from dragoman.recognize.gazetteer import Gazetteer, gazetteer
from dragoman.recognize.lexicon import UNSPACED
from dragoman.recognize.wording import normal, words

SPAN = 4
"""Most words of a phrase or a name."""
SURE = 300_000
"""A smaller city's name that the next word, written with a capital, goes on ("in Union Square") is another name."""
NOUNS = ("de", "lb")
"""Languages that write all nouns with a capital."""
Words = list[tuple[str, int, int]]
Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Located:
    """A name at half-open characters of the sentence with the places it may be; region: its province is meant."""

    start: int
    end: int
    spots: tuple[Spot, ...]
    region: bool
    narrowed: str
    """Code of the state that follows behind a comma; empty when none does."""
    toward: bool = False
    """The word before it may also mean "to" (French à): an act of words is then said to the place."""


class Locatives:
    """The prepositions and endings of a language, with its places."""

    def __init__(self, language: str) -> None:
        table = language_table(language)
        where = table.where if table else {}
        self.language = language
        self.places: Gazetteer = gazetteer(language)
        self._before, self._after, self._over, self._fillers = (
            _phrases(where.get(part, ())) for part in ("before", "after", "over", "fillers"))
        self._region = tuple(normal(w) for w in where.get("region", ()))
        self._prefixes = where.get("prefixes", ())
        self._prefixed = _phrases(where.get("prefixed", ()))
        self._toward = _phrases(where.get("toward", ()))
        self._endings = tuple(sorted((p[0] for p in _phrases(where.get("endings", ()))), key=len, reverse=True))
        self._and = tuple(table.reference.get("and", ())) if table else ()

    def find(self, text: str) -> tuple[Located, ...]:
        """All places of a sentence, left to right, none inside another."""
        parts = words(text)
        found: list[Located] = []
        n = 0
        while n < len(parts):
            made = self._at(text, parts, n)
            if made and (not found or made[0].start >= found[-1].end):
                found.append(made[0])
                n = made[1]
                while (more := self._joined(text, parts, n)) is not None:
                    found.append(more[0])
                    n = more[1]
            else:
                n += 1
        return tuple(found)

    def _at(self, text: str, parts: Words, n: int) -> tuple[Located, int] | None:
        """A place whose phrase or name begins at word n, with the index of the word behind it."""
        for phrases in (self._before, self._over):
            size = _longest(phrases, parts, n)
            for at in self._starts(text, parts, n, size):
                made = self._named(text, parts, at, n)
                if made and made[1] - at <= _longest(self._fillers, parts, at):
                    continue  # Arabic مدينة is "city", and the city of Medina
                if made and (phrases is self._before or any(s.kind == "area" for s in made[0].spots)):
                    return made
        return self._suffixed(text, parts, n) or self._prefix(text, parts, n)

    def _starts(self, text: str, parts: Words, n: int, size: int) -> list[int]:
        """Where a name may begin behind a cue of `size` words at n.

        At once, inside a longer cue ("en La Paz" beside "en la"), behind words such as "the city of", or behind one
        more that stands before them ("the Swiss city of").
        """
        if not size:
            return []
        found = [n + k for k in range(1, size + 1) if k == size or tuple(w for w, _, _ in parts[n:n + k]) in self._before]
        at = n + size
        for extra in (0, 0, 0, 1):
            behind = at + extra
            more = _longest(self._fillers, parts, behind)
            if not more or (extra and not _blank(text[parts[at - 1][2]:parts[at][1]])):
                continue
            at = behind + more
            found.append(at)
        return found

    def _filled(self, parts: Words, n: int) -> int:
        """The index behind words such as "the city of"."""
        for _ in range(3):
            size = _longest(self._fillers, parts, n)
            if not size:
                break
            n += size
        return n

    def _named(self, text: str, parts: Words, n: int, cue: int) -> tuple[Located, int] | None:
        """The longest name at word n, behind a cue that begins at word `cue`."""
        if n >= len(parts) or not _blank(text[parts[n - 1][2]:parts[n][1]]):
            return None
        for size in range(min(SPAN, len(parts) - n), 0, -1):
            if any(not _tied(text[parts[k][2]:parts[k + 1][1]]) for k in range(n, n + size - 1)):
                continue
            if not any(self._capital(text, part) for part in parts[n:n + size]):
                continue
            spots = self.places.look_up(tuple(w for w, _, _ in parts[n:n + size]))
            if spots and not self._goes_on(text, parts, n + size, spots):
                return self._located(text, parts, (n, n + size), spots, cue)
        return None

    def _suffixed(self, text: str, parts: Words, n: int) -> tuple[Located, int] | None:
        """A name that begins at word n and whose ending, or the word behind it, says "in"."""
        if not (self._endings or self._after) or not self._capital(text, parts[n]):
            return None
        most = SPAN if n + 1 < len(parts) and self.places.begins(parts[n][0]) else 2
        for size in range(min(most, len(parts) - n), 0, -1):
            if any(not _tied(text[parts[k][2]:parts[k + 1][1]]) for k in range(n, n + size - 1)):
                continue
            own = [w for w, _, _ in parts[n:n + size]]
            behind = n + size
            tied = size > 1 and own[-1] in self._endings and text[parts[behind - 1][1] - 1] in "'’"
            if tied:
                spots = self.places.look_up(tuple(own[:-1]))
                if spots:
                    return self._located(text, parts, (n, behind), spots, n)
            for ending in self._endings:
                if own[-1].endswith(ending) and len(own[-1]) > len(ending) + 1:
                    stem = own[-1][:-len(ending)]
                    spots = self.places.exact(" ".join([*own[:-1], stem])) or self.places.look_up((*own[:-1], stem))
                    if not spots:
                        spots = self.places.look_up((*own[:-1], own[-1])) if self.language in ("ka", "hy", "bn") else ()
                    if spots:
                        return self._located(text, parts, (n, behind), spots, n)
            if _longest(self._after, parts, behind) and _blank(text[parts[behind - 1][2]:parts[behind][1]]):
                spots = self.places.look_up(tuple(own))
                if spots:
                    return self._located(text, parts, (n, behind), spots, n)
        return None

    def _prefix(self, text: str, parts: Words, n: int) -> tuple[Located, int] | None:
        """A name behind a letter written together with it (Hebrew ב, "in")."""
        for prefix in (*self._prefixes, *(("ל", "מ") if n and (parts[n - 1][0],) in self._prefixed else ())):
            word = parts[n][0]
            if not word.startswith(prefix):
                continue
            at = n
            bare = word[len(prefix):]
            if not bare or (bare,) in self._fillers:
                at = self._filled(parts, n + 1)
                bare = parts[at][0] if at < len(parts) else ""
            for size in range(min(SPAN, len(parts) - at), 0, -1):
                spots = self.places.look_up((bare, *(w for w, _, _ in parts[at + 1:at + size]))) if bare else ()
                if spots:
                    return self._located(text, parts, (at, at + size), spots, n)
        return None

    def _joined(self, text: str, parts: Words, n: int) -> tuple[Located, int] | None:
        """A further name behind a comma or "and"."""
        if n >= len(parts) or n == 0:
            return None
        gap = text[parts[n - 1][2]:parts[n][1]].strip()
        at = n if gap in (",", "،", "、") else n + 1 if parts[n][0] in self._and and not gap else len(parts)
        if at >= len(parts) or not self._capital(text, parts[at]):
            return None
        for size in range(min(SPAN, len(parts) - at), 0, -1):
            spots = self.places.look_up(tuple(w for w, _, _ in parts[at:at + size]))
            if spots and spots[0].kind == "city" and not self._goes_on(text, parts, at + size, spots):
                return self._located(text, parts, (at, at + size), spots, at)
        return None

    def _located(self, text: str, parts: Words, span: tuple[int, int], spots: tuple[Spot, ...],
                 cue: int) -> tuple[Located, int]:
        first, behind = span
        around = [w for w, _, _ in (*parts[cue:first], *parts[behind:behind + 1])]
        region = any(_is(word, w) for w in around for word in self._region)
        narrowed = ""
        if behind < len(parts) and text[parts[behind - 1][2]:parts[behind][1]].strip() in (",", "،"):
            for size in range(min(3, len(parts) - behind), 0, -1):
                states = [s for s in self.places.look_up(tuple(w for w, _, _ in parts[behind:behind + size]))
                          if s.kind == "country"]
                if states:
                    narrowed = states[0].country
                    break
        toward = cue < first and (parts[cue][0],) in self._toward
        return Located(parts[first][1], parts[behind - 1][2], spots, region, narrowed, toward), behind

    def _capital(self, text: str, part: tuple[str, int, int]) -> bool:
        return self.places.plain or not text[part[1]].islower()

    def _goes_on(self, text: str, parts: Words, n: int, spots: tuple[Spot, ...]) -> bool:
        """The next word, with a capital, makes a longer name of a small city's."""
        if self.places.plain or self.language in NOUNS or n >= len(parts) or any(
                s.kind != "city" or s.population >= SURE for s in spots):
            return False
        return text[parts[n - 1][2]:parts[n][1]] == " " and text[parts[n][1]].isupper() and not any(
            _is(word, parts[n][0]) for word in self._region)


class Unspaced(Locatives):
    """The same for a language without blanks."""

    def find(self, text: str) -> tuple[Located, ...]:
        """All places behind "in" or before a word that says it."""
        folded, found, at = normal(text), [], 0
        before = sorted(("".join(p) for p in self._before), key=len, reverse=True)
        fillers = sorted(("".join(p) for p in self._fillers), key=len, reverse=True)
        after = tuple("".join(p) for p in self._after)
        while at < len(folded):
            cue = next((c for c in before if folded.startswith(c, at)), "")
            start = at + len(cue)
            filler = next((f for f in fillers if cue and folded.startswith(f, start)), "")
            start += len(filler)
            size = next((k for k in range(min(12, len(folded) - start), 1, -1)
                         if self.places.exact(folded[start:start + k])), 0)
            behind = start + size
            if size and (cue or folded.startswith(after, behind)):
                region = any(folded.startswith(word, behind) for word in self._region)
                found.append(Located(start, behind, self.places.exact(folded[start:behind]), region, ""))
                at = behind
            else:
                at += max(1, size if not cue else 1)
        return tuple(found)


def _phrases(rows: tuple[str, ...]) -> Phrases:
    return frozenset(tuple(w for w, _, _ in words(row)) for row in rows)


def _longest(phrases: Phrases, parts: Words, n: int) -> int:
    """Words of the longest phrase that begins at word n; 0 when none does."""
    return next((size for size in range(min(SPAN, len(parts) - n), 0, -1)
                 if tuple(w for w, _, _ in parts[n:n + size]) in phrases), 0)


def _blank(gap: str) -> bool:
    """Nothing but blanks and the apostrophe of an elision ("dell'Ucraina")."""
    return not gap.strip(" \u00a0\u200c'’-־")


def _tied(gap: str) -> bool:
    """Words of one name stand together, by a blank, a hyphen or an apostrophe."""
    return gap in (" ", "-", "'", "’", "־", "–", "\u00a0", "\u200c", ". ", "")


def _is(entry: str, word: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith("*") else word == entry


@lru_cache(maxsize=40)
def _locatives(language: str) -> Locatives:
    return Unspaced(language) if language in UNSPACED else Locatives(language)


@lru_cache(maxsize=4_000)
def located(text: str, language: str) -> tuple[Located, ...]:
    """The places that a sentence says something is at, left to right."""
    return _locatives(language).find(text)
