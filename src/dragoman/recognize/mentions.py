"""From token tags to mentions: which words name actors."""

import unicodedata
from dataclasses import dataclass

import numpy as np

from dragoman.recognize.encoder import Array, Tagged

BEGIN, INSIDE = 1, 2
EDGE = " \t\n.,;:!?…()[]{}\"“”„«»‹›「」，。、；：！？।۔،؛՝։-–—"
"""Characters that never begin or end a mention, though a token may carry them along."""

TOGETHER = ("و", "ف", "ب", "ك", "ل", "وب", "ول", "ו", "ב", "ל", "מ", "ש", "כ", "וב", "ול", "ומ")
"""Letters of Arabic and Hebrew that are words of their own, written together with the next."""


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens first–last (inclusive) of sentence `row`, and their half-open characters in its text."""

    row: int
    first: int
    last: int
    start: int
    end: int


def spans(tagged: Tagged, texts: list[str]) -> list[Span]:
    """All spans of a batch, in text order. texts: the sentences behind `tagged.tokens`."""
    found: list[Span] = []
    for row, text in enumerate(texts):
        for first, last in _runs(tagged.tags[row], len(tagged.tokens[row].ids)):
            span = _span(row, first, last, tagged, text)
            before = found[-1] if found and found[-1].row == row else None
            if span and before and span.start < before.end:  # one word, tagged as two
                found[-1] = Span(row, before.first, last, before.start, max(before.end, span.end))
            elif span:
                found.append(span)
    return found


def _runs(tags: Array, length: int) -> list[tuple[int, int]]:
    """Token runs that begin with B (or with an I after O) and go on with I."""
    best = np.argmax(tags[:length], -1)
    runs: list[tuple[int, int]] = []
    open_run = False
    for n in range(1, length - 1):
        if best[n] == BEGIN or (best[n] == INSIDE and not open_run):
            runs.append((n, n))
            open_run = True
        elif best[n] == INSIDE:
            runs[-1] = (runs[-1][0], n)
        else:
            open_run = False
    return runs


def _span(row: int, first: int, last: int, tagged: Tagged, text: str) -> Span | None:
    offsets = tagged.tokens[row].offsets
    start, end = offsets[first][0], offsets[last][1]
    start, end = _whole_words(text, start, end)
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE and not _abbreviation(text[start:end]):
        end -= 1
    return Span(row, first, last, start, end) if any(c.isalnum() for c in text[start:end]) else None


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Stretch to the ends of words that the tokenizer cut in two; what Arabic and Hebrew write together with the
    next word ("and", "to") stays outside."""
    while 0 < end < len(text) and _joins(text[end - 1], text[end]):
        end += 1
    first = start
    while 0 < first < len(text) and _joins(text[first - 1], text[first]):
        first -= 1
    return (start if text[first:start] in TOGETHER else first), end


def _joins(a: str, b: str) -> bool:
    """Letters of one word, in scripts that part words by spaces."""
    return all((c.isalpha() or unicodedata.category(c)[0] == "M") and ord(c) < 0x2E80 for c in (a, b))


def _abbreviation(text: str) -> bool:
    """"U.S." and "Г.К." keep their last stop."""
    return len(text) > 3 and text[-1] == "." and text[-3] == "."


def covering(offsets: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """First and last token that overlap the characters start–end, or None."""
    inside = [n for n, (a, b) in enumerate(offsets) if a < b and a < end and b > start]
    return (inside[0], inside[-1]) if inside else None
