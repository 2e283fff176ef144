"""The date a page gives itself in its own words ("Diterbitkan pada 3 Maret 2026 10.15")."""

import re
from datetime import UTC, date, datetime

import dateparser

CHARACTERS = 60
"""A date line is short; longer lines are sentences."""
CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.h]([0-5]\d)\b")
YEAR = re.compile(r"(?<![\d])(19|20)\d\d(?![\d])|[١٢۱۲][٠-٩۰-۹]{3}|[१२][०-९]{3}|[১২][০-৯]{3}")


def page_date(line: str, language: str, labelled: bool) -> datetime | date | None:
    """The date a header line gives, or None.

    line: the line without its label; labelled: a label such as "Published" stands before it. A line without a
    full date (day, month and year) is none: the missing part is never supplied.
    Returns: a UTC time when the line gives a time and a zone, else the bare date.
    """
    if not line or len(line) > CHARACTERS or not YEAR.search(line):
        return None
    if not labelled and sum(c.isalpha() for c in line) > 30:
        return None
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False, "PARSERS": ["absolute-time"]}
    known = _parse(line, language, settings)
    if known is None:
        return None
    if known.tzinfo is not None and CLOCK.search(line):
        return known.astimezone(UTC)
    return known.date()


def _parse(line: str, language: str, settings: dict[str, object]) -> datetime | None:
    for codes in ([language], None):
        try:
            found = dateparser.parse(line, languages=codes, settings=settings)
        except (ValueError, OverflowError):  # a language or a number that dateparser does not know
            continue
        if isinstance(found, datetime):
            return found
    return None
