"""Pages made from a line of text."""

from datetime import date

from dragoman.records import Hints, Page


def page(text: str, name: str = "", published: str = "2026-03-31") -> Page:
    """A clean English page; `name` is the caller's id."""
    return Page("page.jsonl:1", text.encode(), "clean", "utf-8", Hints("en", date.fromisoformat(published), "", name))
