"""A row of a table of texts (a JSON line, a row of a Parquet file) becomes a page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from dragoman.read.language import known
from dragoman.records import Hints, Page, Skipped

FIELDS = ("id", "text", "language", "published", "headline")
"""What a row may say; of these only `text` must be there."""


def text_page(row: object, place: str, hints: Hints) -> Page | Skipped:
    """The page of a row. place: its address, for messages; hints: what holds where the row says nothing."""
    if not isinstance(row, Mapping) or not isinstance(row.get("text"), str):
        return Skipped(place, 'needs an object with a "text" of characters')
    wrong = _fault(row)
    if wrong:
        return Skipped(place, wrong)
    own = replace(hints, language=row.get("language") or hints.language, headline=row.get("headline") or "",
                  published=parse_time(row["published"]) if row.get("published") else hints.published,
                  id=str(row["id"]) if row.get("id") is not None else "")
    text = row["text"].encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return Page(place, text.encode("utf-8"), "clean", "utf-8", own)


def _fault(row: Mapping[str, object]) -> str:
    """What is wrong with a row; empty when nothing is."""
    for key in ("language", "published", "headline"):
        if row.get(key) is not None and not isinstance(row[key], str):
            return f'"{key}" must be text'
    if row.get("language") and not known(str(row["language"])):
        return f"unknown language {row['language']!r}"
    try:
        parse_time(str(row.get("published") or "2000-01-01"))
    except ValueError:
        return f'"published" {row["published"]!r} is no ISO 8601 date or time'
    return ""


def parse_time(text: str) -> datetime | date:
    """An ISO 8601 date, or a time turned into UTC (taken as UTC when it names no zone).

    Raises: ValueError when it is neither.
    """
    text = text.strip()
    if len(text) <= 10:
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
