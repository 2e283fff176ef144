"""Words and phrases of a language's tables, found in a text."""

import re
from functools import cache

from dragoman.knowledge.load import language as language_table
from dragoman.recognize.lexicon import UNSPACED
from dragoman.recognize.wording import WORD, normal, words

LETTER = WORD.pattern.removesuffix("+")
JOINED = {"ar": "[وف]?", "he": "[וש]?"}
"""Letters that are words of their own and may stand before a phrase, written together with it: and, so, that."""
BEFORE = {"ar": "[وف]?[بلك]?", "he": "[וש]?[בלמכ]?"}
"""The same before a noun: in, to, from, as too."""
NEVER = re.compile(r"(?!)")


@cache
def phrases(language: str, table: str, key: str) -> re.Pattern[str]:
    """Finds the entries of `[table] key` in a text that `normal` has folded; never anything when there are none.

    A `*` at the end of an entry matches any ending. Of two entries at one place the longer wins. Group 1 is the entry
    without what is written together with it.
    """
    known = language_table(language)
    entries: tuple[str, ...] = getattr(known, table).get(key, ()) if known else ()
    if not entries:
        return NEVER
    if language in UNSPACED:
        return re.compile(f"({'|'.join(re.escape(normal(e)) for e in sorted(entries, key=len, reverse=True))})")
    ready = sorted((_pattern(normal(entry)) for entry in entries), key=len, reverse=True)
    joined = (BEFORE if table == "reference" else JOINED).get(language, "")
    return re.compile(f"(?<!{LETTER}){joined}({'|'.join(ready)})(?!{LETTER})")


def _pattern(entry: str) -> str:
    parts = WORD.findall(entry.rstrip("*"))
    return r"[^\w\n]{1,3}".join(re.escape(p) for p in parts) + (f"{LETTER}*" if entry.endswith("*") else "")


def size(text: str, language: str) -> int:
    """Words of a text; where a script has no spaces, two characters count as one."""
    return len(text) // 2 if language in UNSPACED else len(words(text))
