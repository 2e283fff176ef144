"""All rows of a record, for comparing records."""

from dragoman.remember.query import Record

DRAWN = ("entry", "unit", "time")
"""Columns that differ from one add to the next."""
VIEWS = ("articles", "events", "ties", "statements", "skipped", "pages")


def everything(record: Record) -> dict[str, list[str]]:
    """The rows of each view, without what is drawn anew at each add, sorted."""
    found = {}
    for view in VIEWS:
        rows = record.table(f"SELECT * FROM {view}").to_pylist()
        found[view] = sorted(repr({key: value for key, value in row.items() if key not in DRAWN}) for row in rows)
    return found
