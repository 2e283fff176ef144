"""One actor asked for on its own: the same tables and rules that the path from page to event goes through."""

import unicodedata
from datetime import date, datetime
from functools import cache, lru_cache

from dragoman.errors import InputError
from dragoman.knowledge.load import language_codes
from dragoman.knowledge.names import countries
from dragoman.knowledge.own import current
from dragoman.read.language import detect, known
from dragoman.read.texts import parse_time
from dragoman.recognize.actors import resolve_text
from dragoman.recognize.phrase import SUPRANATIONAL, read_phrase
from dragoman.records import Actor

REMEMBERED = 10_000
"""Answers that are kept: a mention comes back within an article and from page to page."""
LONGEST = 500
"""Characters of a phrase that are looked at: no actor is longer."""
SCRIPTS = {"CYRILLIC": "ru", "ARABIC": "ar", "DEVANAGARI": "hi", "BENGALI": "bn", "HEBREW": "he", "ARMENIAN": "hy",
           "GEORGIAN": "ka", "CJK": "zh"}
"""The language that a phrase of a few words is read in where the detector names one without a table."""


def resolve(text: str, context: str = "", date: date | datetime | str | None = None, language: str | None = None,
            known_country: str | None = None) -> Actor:
    """Who a phrase names: its country, sectors and office.

    context: the sentence or article that the phrase stands in; date: of the text (ISO 8601 where it is a string);
    language: ISO 639-1 code, told from the text when None; known_country: code to fall back on where neither the
    phrase nor what stands beside it says one. The mention's offsets are into `context`, else into `text`.

    Raises: InputError for an empty phrase, an unknown language or country, a date that is none.

    >>> actor = resolve("the Turkish foreign minister")
    >>> actor.country, actor.sector, actor.how
    ('TUR', 'GOV', 'nationality turkish')
    """
    phrase = unicodedata.normalize("NFC", text[:LONGEST]).strip()
    if not phrase:
        raise InputError("an actor needs a text of one character or more")
    if language and not _known(language):
        raise InputError(f"unknown language {language!r}; give an ISO 639-1 code such as en, id or ru")
    code = (known_country or "").upper()
    if code and code not in _countries():
        raise InputError(f"unknown country {known_country!r}; give an ISO 3166-1 alpha-3 code or one of "
                         f"{' '.join(SUPRANATIONAL)}")
    around = unicodedata.normalize("NFC", context)
    return _resolved((phrase, around), _day(date), language or _language(phrase, around), code, current().digest)


@lru_cache(maxsize=REMEMBERED)
def _resolved(words: tuple[str, str], day: date | None, language: str, country: str, own: str) -> Actor:
    return resolve_text(words, day, language, country)


@cache
def _countries() -> frozenset[str]:
    return frozenset({c.code for c in countries()} | set(SUPRANATIONAL))


_known = cache(known)


def _day(given: date | datetime | str | None) -> date | None:
    if isinstance(given, str):
        try:
            given = parse_time(given) if given else None
        except ValueError:
            raise InputError(f"date {given!r} is no ISO 8601 date or time such as 2026-03-31") from None
    return given.date() if isinstance(given, datetime) else given


def _language(phrase: str, context: str) -> str:
    """Told from the context; else plain letters are English where English knows them, others as the detector says."""
    if context:
        code = detect(context)
        if code in language_codes():
            return code
    if phrase.isascii():
        said = read_phrase(phrase, "en")
        if said.country or said.sectors:
            return "en"
    code = detect(phrase)
    if code in language_codes():
        return code
    letter = next((c for c in phrase if c.isalpha()), "a")
    return SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "en")
