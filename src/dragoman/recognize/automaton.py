"""Many patterns in one pass over a text: Aho–Corasick over normalized words. The only ahocorasick import.

The automaton knows the first letters of each pattern; those that follow are compared where they stand.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick

from dragoman.recognize.wording import normal, words

ANY = 255
"""Room for any ending."""
HEAD = 7
"""Letters of a pattern that are in the automaton. Whole patterns of 22 languages took 1,218,000 states of some 45 bytes,
their first 7 letters take 391,000; in the mean 7 patterns share a beginning (with 8 letters 5)."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text made ready: its words joined by single blanks, and where each stands."""

    raw: str
    joined: str
    begins: list[int]
    """Index in `joined` of each word's first letter."""
    spans: list[tuple[int, int]]
    """Half-open characters of each word in `raw`."""


def spaced(text: str) -> Text:
    """A text of a script that parts words."""
    parts = words(text)
    begins, at = [], 1
    for word, _, _ in parts:
        begins.append(at)
        at += len(word) + 1
    return Text(text, " " + " ".join([w for w, _, _ in parts]) + " ", begins, [(a, b) for _, a, b in parts])


def unspaced(text: str) -> Text:
    """A text of a script that does not: every character is a word."""
    folded = normal(text)
    return Text(text, folded, list(range(len(folded))), [(n, n + 1) for n in range(len(folded))])


class Patterns:
    """Patterns with a number each. Spaced ones are whole words, the last of a stem with up to `room` letters more.

    Of patterns with the same letters all are kept, in the order of adding. prefixes: letters that the script writes
    together with a word, so that a pattern may begin after them.
    """

    def __init__(self, plain: bool = False, prefixes: tuple[str, ...] = ()) -> None:
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        self._plain = plain
        self._prefixes = frozenset(prefixes)
        self._lengths = array("H")
        self._rooms = array("B")
        self._values = array("I")
        self._next = array("i")  # the pattern after this one with the same first letters, -1 after the last
        self._begins = array("I")  # where in `_rests` the letters stand that follow the first ones
        self._rests = ""
        self._keys: list[str] = []  # until they are in the automaton
        self._known: dict[str, int] = {}
        self._made = False

    def add(self, name: str, value: int, room: int = 0) -> None:
        """A name; one that ends in `*` takes any ending. room: letters that the last word may have more."""
        if name.endswith("*"):
            room = ANY
        whole = name.rstrip("*")
        self.add_words(normal(whole) if self._plain else " ".join([w for w, _, _ in words(whole)]), value, room)

    def add_words(self, joined: str, value: int, room: int = 0) -> None:
        """The same for normalized words, joined by blanks."""
        if not joined:
            return
        key = joined if self._plain else ("" if self._prefixes else " ") + joined + ("" if room else " ")
        number = len(self._values)
        known = self._known.setdefault(key, number)
        if known != number and self._values[known] == value and self._rooms[known] >= room:
            return
        self._keys.append(key)
        self._lengths.append(len(key))
        self._rooms.append(room)
        self._values.append(value)

    def _make(self) -> None:
        """Put all that was added into the automaton."""
        last: dict[str, int] = {}
        at = 0
        for number, key in enumerate(self._keys):
            head = key[:HEAD]
            before = last.get(head, -1)
            if before < 0:
                self._automaton.add_word(head, number)
            else:
                self._next[before] = number
            last[head] = number
            self._next.append(-1)
            self._begins.append(at)
            at += len(key) - len(head)
        self._rests = "".join([key[HEAD:] for key in self._keys])
        self._keys, self._known = [], {}
        self._automaton.make_automaton()
        self._made = True

    def _fitting(self, number: int, joined: str, end: int) -> Iterator[tuple[int, int]]:
        """Of the patterns with the first letters of one, which end at `end`, those that go on as `joined` does: number
        and index of the last letter."""
        while number >= 0:
            more = self._lengths[number] - HEAD
            if more <= 0:
                yield number, end
            else:
                begin = self._begins[number]
                if joined.startswith(self._rests[begin:begin + more], end + 1):
                    yield number, end + more
            number = self._next[number]

    def has(self, word: str) -> bool:
        """True when a pattern is this one word, exactly."""
        if not self._made:
            self._make()
        key = ("" if self._prefixes else " ") + word + " "
        return any(self._lengths[number] >= len(key) - 1 for head in dict.fromkeys((key[:HEAD], key[:-1][:HEAD]))
                   for number, _ in self._fitting(self._automaton.get(head, -1), key, len(head) - 1))

    def find(self, text: Text) -> Iterator[tuple[int, int, int, int]]:
        """First and last word (inclusive) of each match, how closely it fits (letters of ending that the pattern
        does not say: 0 is exact) and its value."""
        if not self._made:
            self._make()
        if not len(self._values):
            return
        joined = text.joined
        match = self._plain_match if self._plain else self._match
        for at, first in self._automaton.iter(joined):
            for number, end in self._fitting(first, joined, at):
                found = match(text, end, number)
                if found:
                    yield (*found, self._values[number])

    def _match(self, text: Text, end: int, number: int) -> tuple[int, int, int] | None:
        joined = text.joined
        start = end - self._lengths[number] + 1
        room = self._rooms[number]
        if not self._prefixes:
            start += 1
        word = bisect_right(text.begins, start) - 1
        if text.begins[word] != start:
            prefix = joined[text.begins[word]:start]
            if prefix not in self._prefixes or joined.index(" ", start) - start < 3:
                return None
        if not room:
            return word, bisect_right(text.begins, end - 1) - 1, 0
        over = joined.index(" ", end + 1) - end - 1
        return (word, bisect_right(text.begins, end) - 1, over) if over <= room else None

    def _plain_match(self, text: Text, end: int, number: int) -> tuple[int, int, int] | None:
        """Signs without blanks between them; letters and digits of ASCII stand as whole words, single signs are signs."""
        start, folded = end - self._lengths[number] + 1, text.joined
        if start == end and folded[start] < "\u2e80":
            return None
        for here, beyond in ((start, start - 1), (end, end + 1)):
            if 0 <= beyond < len(folded) and _latin(folded[here]) and _latin(folded[beyond]):
                return None
        return start, end, 0


def _latin(c: str) -> bool:
    return c.isascii() and c.isalnum()
