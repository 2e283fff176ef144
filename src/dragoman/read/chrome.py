"""Tell an article from the furniture of its site, by tables of words in the page's language.

A page of plain text goes through three stages: lines are named (furniture of some kind, or not), the header
gives section, headline, byline and date, and of the rest the paragraphs stay.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from dragoman.knowledge.load import FURNITURE, languages
from dragoman.read.dates import page_date

NOTE_KINDS = ("signup", "disclaimer")
LABEL_CHARACTERS = 60
"""A line that only begins with furniture words counts as furniture up to this length ("Share this: Facebook X")."""
PARAGRAPH_CHARACTERS = 80
"""A line this long that ends like a sentence is body text. Half for scripts without spaces."""
ORPHAN_WORDS = 2
"""Lines of so few words and no full stop are never text: labels cut in two ("Published" / "on")."""
HEADLINE_CHARACTERS = 250
LINE_CHARACTERS = 1_500
"""Characters of a line that are looked at for furniture words."""
NOTE_LENGTHS = (30, 1_500)
"""Characters of a note worth keeping; shorter ones are buttons."""
NAME_CHARACTERS = 60
"""How far after "our correspondent" the name may stand."""
STOPS = tuple(".!?…。！？।։؟۔\"”»’)")
DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A page's text sorted into what it is."""

    section: str = ""
    headline: str = ""
    byline: str = ""
    published: datetime | date | None = None
    paragraphs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Work:
    """What the header stage has gathered so far (local to this module)."""

    section: str = ""
    headline: str = ""
    byline: str = ""
    published: datetime | date | None = None
    paragraphs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    listing: bool = False
    dated: bool = False


def bare(line: str) -> str:
    """Lower case, NFKC, without punctuation, digits in brackets and pictures at the edges."""
    text = " ".join(unicodedata.normalize("NFKC", line[:LINE_CHARACTERS]).casefold().replace("i̇", "i").split())
    first = next((n for n, c in enumerate(text) if c.isalnum()), len(text))
    last = next((n for n in range(len(text), first, -1)
                 if text[n - 1].isalnum() or unicodedata.category(text[n - 1])[0] == "M"), first)
    return text[first:last]


@cache
def _table(language: str) -> dict[str, tuple[str, ...]]:
    """Furniture words by kind: the language's own and English, which sites of all languages leave in."""
    known = languages()
    found: dict[str, tuple[str, ...]] = {}
    for kind in FURNITURE:
        gathered: dict[str, None] = {}
        for code in (language, "en"):
            if code in known:
                gathered.update(dict.fromkeys(bare(w) for w in known[code].furniture.get(kind, ())))
        found[kind] = tuple(w for w in gathered if w)
    return found


def kind_of(line: str, language: str) -> str:
    """Which kind of furniture a line is; empty when it is none."""
    table, plain = _table(language), bare(line)
    if not plain:
        return "navigation"
    for kind, words in table.items():
        if kind not in ("byline", "correspondent", *NOTE_KINDS) and plain in words:
            return kind
    for kind in NOTE_KINDS:
        if any(words in plain for words in table[kind] if len(words) > 8) or plain in table[kind]:
            return kind
    short = len(line) <= LABEL_CHARACTERS and not line.endswith(STOPS)
    for kind in ("share", "connect", "published", "related", "advertisement", "comments", "trending"):
        for label in table[kind]:
            rest = plain[len(label):]
            if plain.startswith(label) and rest and not rest[0].isalnum():
                labelled = bool(re.match(r"\s*[:：|]", rest))
                if labelled or (short and len(label) > 5):
                    return kind
    return ""


def is_paragraph(line: str) -> bool:
    """Long enough, and ends like a sentence."""
    need = PARAGRAPH_CHARACTERS / (2.5 if DENSE.search(line) else 1)
    return len(line) >= need and line.rstrip().endswith(STOPS)


def blocks(text: str) -> list[str]:
    """Paragraphs and single lines; hard-wrapped paragraphs are joined again."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [" ".join(line.split()) for line in block.split("\n")]
        lines = [line for line in lines if line]
        wrapped = len(lines) > 1 and all(45 <= len(line) <= 110 for line in lines[:-1]) and \
            sum(line.endswith(STOPS) for line in lines[:-1]) <= len(lines) / 2
        found += [" ".join(lines)] if wrapped else lines
    return found


def clean(text: str, language: str, headline: str = "") -> Cleaned:
    """Sort a page's text. `headline`: when it is known already, lines before the body are not searched for one."""
    lines = blocks(text)
    kinds = [kind_of(line, language) for line in lines]
    body = _body_start(lines, kinds)
    if body is None:
        return _short(lines, kinds, headline)
    work = _Work(headline=headline)
    for n in range(body):
        _header_line(work, lines[n], kinds[n], language)
    for n in range(body, len(lines)):
        _body_line(work, lines[n], kinds[n], language)
    if not work.byline:
        work.byline = _correspondent(" ".join(work.paragraphs), language)
    return Cleaned(work.section, work.headline, work.byline, work.published, tuple(work.paragraphs), tuple(work.notes))


def notes_among(lines: Iterable[str], language: str) -> tuple[str, ...]:
    """Those lines in which a site speaks of itself, each once: sign-up notices, syndication, disclaimers."""
    return tuple(dict.fromkeys(line for line in lines
                               if NOTE_LENGTHS[0] <= len(line) <= NOTE_LENGTHS[1] and kind_of(line, language) in NOTE_KINDS))


def _body_start(lines: list[str], kinds: list[str]) -> int | None:
    """Index of the first paragraph; None when the page has none."""
    return next((n for n, line in enumerate(lines) if not kinds[n] and is_paragraph(line)), None)


def _short(lines: list[str], kinds: list[str], headline: str) -> Cleaned:
    """A page of short lines only: a headline, a sentence, a ticker. All that is no furniture stays."""
    notes = tuple(line for line, kind in zip(lines, kinds) if kind in NOTE_KINDS)
    return Cleaned(headline=headline, notes=notes, paragraphs=tuple(
        line for line, kind in zip(lines, kinds) if not kind and line != headline))


def _header_line(work: _Work, line: str, kind: str, language: str) -> None:
    if kind in NOTE_KINDS:
        work.notes.append(line)
        return
    if kind == "sections" and not work.headline:
        work.section = work.section or line
        return
    was_dated, work.dated = work.dated, kind == "published"
    if kind == "published" or (not kind and len(line) <= LABEL_CHARACTERS):
        found = page_date(_after_label(line, language), language, labelled=was_dated or bool(kind))
        work.published = work.published or found
        if found:
            return
    if kind:
        return
    name = _byline(line, language)
    if name:
        work.byline = work.byline or name
    elif not work.headline and _headline(line):
        work.headline = line
    elif not work.headline and not work.section and len(line.split()) <= ORPHAN_WORDS and line[0].isalpha():
        work.section = line
    elif work.headline and len(line) >= PARAGRAPH_CHARACTERS / 2 and line != work.headline:
        work.paragraphs.append(line)


def _body_line(work: _Work, line: str, kind: str, language: str) -> None:
    if kind in NOTE_KINDS and not (is_paragraph(line) and len(line) > 800):
        work.notes.append(line)
    elif kind:
        work.listing = kind in ("trending", "related", "comments", "navigation")
    elif line == work.headline:
        return
    elif is_paragraph(line):
        work.listing = False
        work.paragraphs.append(line)
    elif _byline(line, language):
        work.byline = work.byline or _byline(line, language)
    elif len(line) <= LABEL_CHARACTERS and page_date(line, language, labelled=False):
        return
    elif not work.listing and (line.endswith(STOPS) or _words(line) > ORPHAN_WORDS):
        work.paragraphs.append(line)


def _words(line: str) -> int:
    """Words of a line; for scripts without spaces, pairs of characters."""
    return len(line) // 2 if DENSE.search(line) else len(line.split())


def _headline(line: str) -> bool:
    return _words(line) > ORPHAN_WORDS and len(line) <= HEADLINE_CHARACTERS and not line.endswith(".")


def _after_label(line: str, language: str) -> str:
    """The line without a leading "Published on:" or the like."""
    plain = line.strip()
    for words in sorted(_table(language)["published"], key=len, reverse=True):
        if plain.casefold().startswith(words) and not plain[len(words):len(words) + 1].isalnum():
            plain = plain[len(words):].lstrip(" :：|-–—,")
    return plain


def _byline(line: str, language: str) -> str:
    """The author's name, when the line is "By NAME" in the language."""
    if len(line) > LABEL_CHARACTERS:
        return ""
    for words in sorted(_table(language)["byline"], key=len, reverse=True):
        match = re.match(re.escape(words) + r"(?![\w’'])\s*[:：]?\s*(.+)", line.casefold())
        if match:
            name = line[len(line.casefold()) - len(match[1]):].strip(" .,;|")
            parts = name.split()
            if 1 <= len(parts) <= 6 and _looks_like_name(name):
                return name
    return ""


def _looks_like_name(name: str) -> bool:
    cased = [p for p in name.split() if p[0].isalpha() and p[0].lower() != p[0].upper()]
    return not any(c.isdigit() for c in name) and sum(p[0].isupper() for p in cased) >= len(cased) / 2


def _correspondent(text: str, language: str) -> str:
    """The name in "…, writes our Moscow correspondent NAME."; a place name before it is not part of it."""
    folded = text.casefold()
    for words in sorted(_table(language)["correspondent"], key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", folded):
            ahead = re.split(r"[.;!?\n(«“\"]", text[match.end():match.end() + NAME_CHARACTERS])[0]
            run = re.search(r"(?:[^\W\d_a-z][\w’'-]+\s+){1,2}[^\W\d_a-z][\w’'-]+", ahead)
            if run and all(part[0].isupper() for part in run[0].split()):
                return " ".join(run[0].split()[-2:])
    return ""
