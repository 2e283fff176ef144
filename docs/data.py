"""Make docs/data.md, the data dictionary, from the records and views: `python docs/data.py`."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "data.md"
HEAD = """\
# The data, column by column

Made by `python docs/data.py` from the records and views themselves; a test sees that it is up to date.

A record is a folder of Delta Lake tables. Each table below is one of its sub-folders; any Delta reader opens it. A row counts
once its `unit` stands in `units` and until a later unit replaces its page: `dragoman.open`, `dragoman query` and the other
commands see to that, and show what counts as the views of the second part. Lists and structs are in square brackets and braces.

- Ids are hashes of content: the same input, model and tables give the same ids on every machine. `entry` and `unit` are drawn
  at each `add` and are not shown in the views.
- Offsets are half-open characters into `articles.text`, in Unicode code points, counted from 0. SQL counts from 1:
  `substring(text, start + 1, "end" - start)`.
- Times are UTC. Scores lie in 0–1. Countries are ISO 3166-1 alpha-3, KOS, or IGO UNO EUR NGO ISM IMG MNC; empty: unknown.
- An empty text says "none" or "unknown" as its column says; null says that there is nothing.
"""


def kind(data: object) -> str:
    """An Arrow type as a reader of SQL knows it."""
    import pyarrow as pa

    names = {pa.string(): "text", pa.int64(): "integer", pa.int32(): "integer", pa.float64(): "number", pa.bool_(): "boolean",
             pa.date32(): "date", pa.binary(): "bytes"}
    if isinstance(data, pa.ListType):
        return f"[{kind(data.value_type)}]"
    if isinstance(data, pa.StructType) and (own := structs().get(data)):
        return own
    if isinstance(data, pa.StructType):
        return "{" + ", ".join(f"{field.name} {kind(field.type)}" for field in data) + "}"
    return names.get(data, "time" if pa.types.is_timestamp(data) else str(data))


def structs() -> dict[object, str]:
    """The records that columns hold, by their Arrow type."""
    import pyarrow as pa

    from dragoman import records
    from dragoman.remember.schema import columns

    return {pa.struct(list(columns(record))): record.__name__ for record in (
        records.Actor, records.Mention, records.Sentence, records.When, records.Place, records.Hints)}


def rows(schema: object, meanings: dict[str, str]) -> str:
    """A table of columns."""
    lines = ["| column | type | meaning |\n|---|---|---|\n"]
    for field in schema:
        said = meanings.get(field.name) or ("The time of day, where the page gives one; else null."
                                            if field.name.endswith("_time") else "")
        if not said:
            raise LookupError(f"column {field.name} has no meaning; write one below the field")
        lines.append(f"| `{field.name}` | {kind(field.type)} | {said.replace('|', chr(92) + '|')} |\n")
    return "".join(lines)


def page() -> str:
    """The whole dictionary. Raises: LookupError for a column without a meaning."""
    sys.path.insert(0, str(ROOT / "src"))
    from dragoman import records
    from dragoman.remember.query import Record
    from dragoman.remember.rows import INCIDENTS, TABLES
    from dragoman.remember.schema import columns, meanings
    from dragoman.remember.views import TABLE_VIEWS, VIEWS

    parts = [HEAD, "\n## Tables\n"]
    of_all: dict[str, str] = {}
    for table in (*TABLES, INCIDENTS):
        said = {name: text for record in reversed(table.records) for name, text in meanings(record).items()}
        of_all = {**said, **of_all}
        parts.append(f"\n### {table.name}\n{table.meaning}\n\n{rows(table.schema, said)}")
    parts.append("\n## Structs in them\n")
    for record in (records.Actor, records.Mention, records.Sentence, records.When, records.Place, records.Hints):
        parts.append(f"\n### {record.__name__}\n{(record.__doc__ or '').splitlines()[0]}\n\n"
                     f"{rows(columns(record), meanings(record))}")
    parts.append("\n## Views\nWhat `dragoman query` and `dragoman.open(FOLDER).sql` ask.\n")
    empty = Record.empty()
    for view in (*TABLE_VIEWS, *VIEWS):
        schema = empty.table(f"SELECT * FROM {view.name}").schema
        said = {**of_all, **dict(view.columns)}
        text = rows(schema, said)
        parts.append(f"\n### {view.name}\n{view.meaning}\n\n{text}")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
