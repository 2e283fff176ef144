"""The words of time in a sentence: every word or group of words with the senses that its language's table gives it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge.calendar import Sense, endings, time_words
from dragoman.recognize.lexicon import CAPITALS, PREFIXES, UNSPACED
from dragoman.recognize.wording import DROPPED, normal

MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0981-\u09e3"
TOKEN = re.compile(rf"\d+(?:[.,:/٫٬-]\d+)*|[^\W\d_][^\W\d_{MARKS}]*(?:[{MARKS}]+[^\W\d_]*)*"
                   r"|[,،、]|[;:()!?—–\"“”«»؛؟。！？；：（）「」]")
DATE = re.compile(r"(\d{1,4})([./-])(\d{1,2})(?:\2(\d{1,4}))?")
TIED = 10
"""Longest ending that hangs on a number or, behind an apostrophe, on a name ("27-го", "Eylül'de")."""
HAN = dict(zip("一二三四五六七八九两〇零", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 0, 0)))
YEARS = range(1000, 2101)
SOLAR = range(1250, 1431)
"""Years that Persian text counts in its own calendar."""
SUFFIXED = ("tr", "az")
"""Languages that part a name from its case ending by an apostrophe; elsewhere it stands between words ("trent'anni")."""
SMALL = ("es", "fr", "it", "pl", "pt", "ru", "sr", "uk")
"""Languages that write the days of the week small: "Subotica" is a town, not a Saturday."""
LINKS = "'’ʼ`-‐‑־"


@dataclass(frozen=True, slots=True)
class Token:
    """Half-open characters of the sentence and what they may mean; punctuation has the sense `c` or none."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    def sense(self, part: str) -> Sense | None:
        """Its sense as one part, None when it cannot be that."""
        return next((s for s in self.senses if s.part == part), None)


@dataclass(frozen=True, slots=True)
class _Word:
    """A raw piece of text: `key` is normalized without vowel signs."""

    start: int
    end: int
    key: str


def key(text: str) -> str:
    """A word as the tables are searched for it."""
    return DROPPED.sub("", normal(text))


class TimeWords:
    """The table of one language, ready for look-up."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.unspaced = language in UNSPACED
        self._exact: dict[tuple[str, ...], tuple[Sense, ...]] = {}
        self._stems: dict[tuple[str, ...], tuple[Sense, ...]] = {}
        for words, sense in time_words(language):
            table = self._stems if words.endswith("*") else self._exact
            parts = tuple(w.key for w in pieces(words.rstrip("*")) if w.key[:1].isalpha())
            parts = (key(words),) if self.unspaced else parts
            table[parts] = (*table.get(parts, ()), sense)
        self._longest = max(map(len, (*self._exact, *self._stems)), default=1)
        self._widest = max((len(p[0]) for p in self._exact if p), default=1)
        self._endings = {kind: endings(language, kind) for kind in (
            "year_ending", "month_ending", "decade_ending", "since_ending", "until_ending", "bare_year")}
        self._denying = tuple(w.removeprefix("-") for w, s in time_words(language) if s.part == "x" and w[0] == "-")

    @lru_cache(maxsize=4_000)  # noqa: B019  (tables live as long as the process)
    def tokens(self, text: str) -> tuple[Token, ...]:
        """The sentence as tokens; what means nothing has no senses."""
        if self.unspaced:
            return tuple(self._unspaced(text))
        words = pieces(text)
        found: list[Token] = []
        n = 0
        while n < len(words):
            word = words[n]
            if word.key[0].isdigit():
                n = self._number(text, words, n, found)
                continue
            if not word.key[0].isalpha():
                found.append(Token(word.start, word.end, (Sense("c"),) if word.key in ",،、" else ()))
                n += 1
                continue
            size, senses = self._at(words[n:n + self._longest])
            end = words[n + size - 1].end
            n += size
            if senses and self.language in SUFFIXED and n < len(words) and _hangs(text, words[n], end):
                end = words[n].end
                n += 1
            found.append(Token(word.start, end, self._written(text, word, senses)))
        return tuple(found)

    def denies(self, text: str, token: Token) -> bool:
        """Whether the word makes "two days before" count from something else than today."""
        return token.sense("x") is not None or key(text[token.start:token.end]).endswith(self._denying or "\0")

    def _at(self, ahead: list[_Word]) -> tuple[int, tuple[Sense, ...]]:
        """The longest entry at the first word: its number of words and all its senses."""
        keys = [w.key for w in ahead]
        for size in range(len(keys), 0, -1):
            found = self._senses(tuple(keys[:size]))
            for prefix in PREFIXES.get(self.language, ()):
                if keys[0].startswith(prefix) and len(keys[0]) > len(prefix) + 1:
                    own = self._senses((keys[0][len(prefix):], *keys[1:size]))
                    found += tuple(s for s in own if s.part in "WMUDFRVG" and s not in found)
                    if prefix[-1] == "ב" and any(s.part == "M" for s in own):
                        found += (Sense("k"),)
            if found:
                return size, found
        return 1, ()

    def _senses(self, keys: tuple[str, ...]) -> tuple[Sense, ...]:
        found = self._exact.get(keys, ())
        last = keys[-1]
        for k in range(len(last), 1, -1):
            stem = self._stems.get((*keys[:-1], last[:k]))
            if stem:
                found += tuple(s for s in stem if s not in found)
                break
        if any(s.part == "M" for s in found) and last.endswith(self._endings["month_ending"] or "\0"):
            found += (Sense("k"),)
        for kind, part in (("since_ending", "s"), ("until_ending", "b")):
            if found and last.endswith(self._endings[kind] or "\0"):
                found += (Sense(part, 1),)
        return found

    def _written(self, text: str, word: _Word, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
        """English and Indonesian write days and months with a capital ("May", "Minggu", not "may", "minggu")."""
        if self.language in SMALL and word.start and text[word.start].isupper():
            return tuple(s for s in senses if s.part != "W")
        if self.language not in CAPITALS or not senses:
            return senses
        if text[word.start].islower():
            return tuple(s for s in senses if s.part not in "WM")
        if word.start and any(s.part == "W" for s in senses):
            return tuple(s for s in senses if s.part != "U")
        return senses

    def _number(self, text: str, words: list[_Word], n: int, found: list[Token]) -> int:
        """Add the number at word n, with the ending that hangs on it; return the next word's index."""
        word, end, hanging = words[n], words[n].end, ""
        if n + 1 < len(words) and _hangs(text, words[n + 1], end) and not self._at(words[n + 1:n + 1 + self._longest])[1]:
            end, hanging = words[n + 1].end, words[n + 1].key
            n += 1
        found.append(Token(word.start, end, self._numeral(text[word.start:word.end], hanging)))
        return n + 1

    def _numeral(self, digits: str, hanging: str) -> tuple[Sense, ...]:
        if not digits.isdecimal():
            return _numeric(digits, self.language)
        value = int(digits)
        senses: tuple[Sense, ...] = (Sense("n", value),) if value < 1000 else ()
        solar = self.language == "fa" and value in SOLAR
        if len(digits) == 4 and (value in YEARS or solar):
            bare = bool(self._endings["bare_year"]) and value % 100 > 0 and 1800 < value < 2040
            senses += (Sense("y", value, "jalali" if solar else ""),)
            if bare or (hanging and hanging in self._endings["year_ending"]):
                senses += (Sense("z"),)
        if hanging and hanging in self._endings["decade_ending"]:
            senses = (Sense("e"),)
        return senses

    def _unspaced(self, text: str) -> list[Token]:
        folded, found, at = key(text), [], 0
        if len(folded) != len(text):
            folded = normal(text)
        while at < len(folded):
            size, senses = self._longest_at(folded, at)
            if size:
                found.append(Token(at, at + size, senses))
            elif found and not found[-1].senses:
                found[-1] = Token(found[-1].start, at + 1, ())
            else:
                found.append(Token(at, at + 1, (Sense("c"),) if folded[at] in "，," else ()))
            at += max(1, size)
        return found

    def _longest_at(self, text: str, at: int) -> tuple[int, tuple[Sense, ...]]:
        digits = re.compile(r"\d+(?:[-/.]\d+)*").match(text, at)
        if digits:
            return len(digits[0]), self._numeral(digits[0], "")
        for size in range(min(self._widest, len(text) - at), 0, -1):
            senses = self._exact.get((text[at:at + size],))
            if senses:
                return size, senses + _marks(text[at:at + size])
        han = re.compile("[一二三四五六七八九十百两]+").match(text, at)
        if han:
            return len(han[0]), (Sense("n", _han(han[0])),)
        return (1, (Sense("d"),)) if text[at] in "日号號" else (0, ())


def pieces(text: str) -> list[_Word]:
    """Words, numbers and marks with their offsets; blanks, stops and apostrophes fall away."""
    return [_Word(m.start(), m.end(), key(m[0])) for m in TOKEN.finditer(text) if key(m[0])]


def _marks(word: str) -> tuple[Sense, ...]:
    return (Sense("m"),) if word == "月" else ()


def _hangs(text: str, word: _Word, end: int) -> bool:
    """The word hangs on what ends before it, directly or by an apostrophe or hyphen."""
    gap = text[end:word.start]
    behind = text[end - 1].isdigit()
    return word.key[0].isalpha() and len(word.key) <= TIED and gap in (("", *LINKS) if behind else ("'", "’"))


def _numeric(text: str, language: str) -> tuple[Sense, ...]:
    """A date in figures: 2024-06-28, 28.06.2024, 28/6; English ones that could be either way mean no day."""
    found = DATE.fullmatch(text)
    if not found:
        first = re.fullmatch(r"(\d{1,2})-\d{1,2}", text)
        return (Sense("n", int(first[1])),) if first else ()
    a, b, c = int(found[1]), int(found[3]), int(found[4] or 0)
    if found[4] is None:
        if found[2] == "-":
            return (Sense("n", a),)
        return (Sense("N", b * 100 + a, "0"),) if found[2] == "/" and language == "id" and a <= 31 and b <= 12 else ()
    if len(found[1]) == 4:
        year, month, day = a, b, c
    else:
        day, month, year = (b, a, c) if b > 12 >= a else (a, b, c)
        if language == "en" and found[2] == "/" and a <= 12 and b <= 12 and a != b:
            return ()
        year += 2000 if len(found[4]) == 2 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31 and (year in YEARS or year in SOLAR)):
        return ()
    return (Sense("N", month * 100 + day, str(year)),)


def _han(text: str) -> int:
    """The value of a Chinese numeral up to 999."""
    total = digit = 0
    for c in text:
        if c in HAN:
            digit = HAN[c]
        else:
            total += max(1, digit) * (10 if c == "十" else 100)
            digit = 0
    return total + digit


@lru_cache(maxsize=40)
def table(language: str) -> TimeWords:
    """The table of a language, made once."""
    return TimeWords(language)
