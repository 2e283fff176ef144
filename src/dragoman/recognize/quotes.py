"""Quotations in quotation marks of all our languages: nested, over several paragraphs, with a mark missing."""

import re
from dataclasses import dataclass, replace

CLOSERS = {"„": "“”\"‟", "“": "”\"“", "«": "»", "»": "«»", "‹": "›", "›": "‹", "‘": "’‘", "‚": "‘’", "「": "」", "『": "』",
           "〝": "〞〟", '"': '"”', "”": "”", "'": "'’", "״": "״", "’": "‘’", "＂": "＂"}
"""Which marks may close a quotation that a mark has opened."""
MARKS = frozenset("".join(CLOSERS) + "".join(CLOSERS.values()))
AMBIGUOUS = "\"”»›’'‘“״＂"
"""Marks that open in one language and close in another, or are apostrophes: they open only before a word and after
none."""
SINGLE = "'’‘"
DIRECTED = "„“«‹「『〝"
"""Marks whose closing one differs from them."""
DEEPEST = 8
"""Quotations inside each other that are followed; a page full of opening marks has more."""
INSET = re.compile(r"(?<=[,.!?…])\s[—–-]\s([^—–«»“”„\n]{3,120}?[,.])\s[—–-]\s")
"""Words of the paper inside a quotation, between dashes: "«Мы ждём, — сказал посол, — ответа»"."""
LONGEST = 4_000
"""Characters from which a quotation that runs over paragraphs is taken for a lost mark."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words at half-open `start`–`end`, between the marks `opened` and `closed` (half-open too, marks included)."""

    start: int
    end: int
    opened: int
    closed: int
    whole: bool
    """False: the closing mark is missing, and the quotation ends with its paragraph."""


def quotes(text: str) -> tuple[Quote, ...]:
    """The outermost quotations of a text, left to right; none overlaps another."""
    found: list[Quote] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        start, end = paragraph.span()
        last = found[-1] if found else None
        if last and not last.whole and _goes_on(text, last, start):
            found[-1] = last = _continued(text, last, start, end)
            start = last.closed if last.whole else end
        found += _of_paragraph(text, start, end)
    return tuple(q for q in found if q.start < q.end)


def _of_paragraph(text: str, start: int, end: int) -> list[Quote]:
    found: list[Quote] = []
    open_marks: list[int] = []
    at = start
    while at < end:
        mark = text[at]
        if mark in MARKS:
            if open_marks and _closes(text, at, open_marks):
                first = open_marks[0]
                if not open_marks[1:]:
                    found.append(_quote(text, first, at + 1, True))
                open_marks.pop()
            elif len(open_marks) < DEEPEST and _opens(text, at, end):
                open_marks.append(at)
        at += 1
    if open_marks and text[open_marks[0]] not in SINGLE:
        found.append(_quote(text, open_marks[0], end, False))
    return found


def _closes(text: str, at: int, open_marks: list[int]) -> bool:
    """The mark closes the innermost quotation; or an outer one, when what is inside was never closed."""
    if _inside_word(text, at):
        return False
    for depth in range(len(open_marks) - 1, -1, -1):
        if text[at] in CLOSERS[text[open_marks[depth]]] and open_marks[depth] + 1 < at:
            if text[at] in "“»”‘" and _opens(text, at, len(text)) and text[at] == text[open_marks[depth]]:
                return False
            del open_marks[depth + 1:]
            return True
    return False


def _opens(text: str, at: int, end: int) -> bool:
    mark = text[at]
    if mark not in CLOSERS:
        return False
    after = text[at + 1] if at + 1 < end else " "
    if mark not in AMBIGUOUS:
        return True
    before = text[at - 1] if at else " "
    return not (after.isspace() or after in ",.;:!?)") and not before.isalnum() and (
        before.isspace() or before in "([{—–-:,/„“«\"'‘¿¡…、，：。" or ord(before) > 0x2E80)


def _inside_word(text: str, at: int) -> bool:
    """An apostrophe, or the mark of a Hebrew acronym."""
    return text[at] in "\"'’״‘" and 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha() \
        and ord(text[at + 1]) < 0x2E80


def _quote(text: str, opened: int, closed: int, whole: bool) -> Quote:
    start, end = opened + 1, closed - whole
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote(start, end, opened, closed, whole)


def _goes_on(text: str, last: Quote, start: int) -> bool:
    """The next paragraph begins with the mark of an unclosed quotation again, or has its closing mark first."""
    if start - last.opened > LONGEST or text[last.closed:start].strip():
        return False
    mark = text[last.opened]
    if text[start] == mark:
        return True
    line = text[start:(text.find("\n", start) + 1 or len(text) + 1) - 1]
    marks = [c for c in line if c not in SINGLE and (c in CLOSERS or c in "」』")]
    return mark in DIRECTED and bool(marks) and marks[0] in CLOSERS[mark] and marks[0] != mark


def _continued(text: str, last: Quote, start: int, end: int) -> Quote:
    again = start + (text[start] == text[last.opened])
    mark, depth = text[last.opened], 0
    for at in range(again, end):
        if text[at] == mark and _opens(text, at, end):
            depth += 1
        elif text[at] in CLOSERS[mark] and not _inside_word(text, at):
            if not depth:
                return _quote(text, last.opened, at + 1, True)
            depth -= 1
    return _quote(text, last.opened, end, False)


def insets(text: str, quote: Quote) -> list[tuple[int, int]]:
    """Half-open stretches between dashes inside a quotation that may be the paper's words."""
    return [m.span() for m in INSET.finditer(text, quote.start, quote.end)]


def parts(text: str, quote: Quote, inset: tuple[int, int]) -> tuple[Quote, Quote]:
    """A quotation as the words before and behind an inset."""
    before = _quote(text, quote.opened, inset[0], False)
    behind = _quote(text, inset[1] - 1, quote.closed, quote.whole)
    return replace(before, whole=True), behind
