"""Words of a text as the tables compare them: case folded, without marks that writers leave out."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[\w\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
                  r"\u0900-\u0983\u093a-\u094f\u0951-\u0957\u0981-\u0983\u09bc-\u09d7]+")
DROPPED = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
                     "\u064b-\u065f\u0670\u093c\u09bc]")
"""Marks inside words that do not tell names apart: Arabic and Hebrew vowel signs, tatweel, the nukta of Hindi and
Bengali (one letter or two, as the writer's keyboard has it), accents written as characters of their own."""
_SAME = {"İ": "i", "ı": "i", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ې": "ي", "ё": "е",
         "Ё": "е", "ہ": "ه", "ۃ": "ه", "ھ": "ه", "ۀ": "ه", "ٱ": "ا", "ؤ": "و", "ئ": "ي"}


def normal(text: str) -> str:
    """Case folded, letters of one sound as one letter; one character for one."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(c: str) -> str:
    known = _SAME.get(c)
    if known:
        return known
    folded = unicodedata.normalize("NFKC", c).casefold()
    first = folded[0] if folded else c
    return _SAME.get(first, first)


def small(c: str) -> bool:
    """True for a small letter of a script whose names begin with capitals. Georgian has capitals that nobody writes."""
    return c.islower() and not "\u10d0" <= c <= "\u10ff"


def words(text: str) -> list[tuple[str, int, int]]:
    """Normalized words with their offsets; apostrophes and hyphens part them ("Ankara'nın" → ankara, nın)."""
    folded = normal(text)
    found = [(m[0], m.start(), m.end()) for m in WORD.finditer(folded)]
    if text.isascii():
        return found
    return [(DROPPED.sub("", word) or word, start, end) for word, start, end in found]
