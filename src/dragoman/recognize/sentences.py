"""Split an article into sentences with their offsets (sentencex, and two rules of ours)."""

import re

import sentencex

from dragoman.records import Sentence

LONG = 280
"""A sentence of more characters is split again with its quotation marks hidden: sentencex keeps a quotation of
several sentences whole, and the network reads best what it was trained on, up to some 45 words (about 280)."""
QUOTES = str.maketrans(dict.fromkeys('"“”„«»‹›「」『』‚‘’‟', " "))
LONGEST = 1_200
"""A "sentence" without a stop (lists, tables) is cut after so many characters, at a blank."""


def sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """All sentences, without the blanks around them: `text[s.start:s.end] == s.text`."""
    found = []
    position = 0
    for paragraph in re.split(r"(\n+)", text):
        if paragraph.strip():
            found += _paragraph(paragraph, position, language)
        position += len(paragraph)
    return tuple(found)


def _paragraph(text: str, position: int, language: str) -> list[Sentence]:
    found = []
    for start, end in _pieces(text, language):
        if end - start > LONG:
            hidden = text[start:end].translate(QUOTES)
            inner = [(start + a, start + b) for a, b in _pieces(hidden, language)]
        else:
            inner = [(start, end)]
        for a, b in inner:
            found += [_trimmed(text, x, y, position) for x, y in _cut(text, a, b) if text[x:y].strip()]
    return found


def _pieces(text: str, language: str) -> list[tuple[int, int]]:
    """sentencex's segments as half-open offsets; they lie end to end, so their lengths give the offsets."""
    pieces, at = [], 0
    for segment in sentencex.segment(language, text):
        pieces.append((at, at + len(segment)))
        at += len(segment)
    if at != len(text):
        return [(0, len(text))]
    return _joined(text, pieces)


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A piece without a letter (a lone closing quotation mark, a number) belongs to the one before it."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and not any(c.isalpha() for c in text[start:end]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    while end - start > LONGEST:
        at = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        at = at if at > 0 else start + LONGEST
        parts.append((start, at))
        start = at
    return [*parts, (start, end)]


def _trimmed(text: str, start: int, end: int, position: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(position + start, position + end, text[start:end])
