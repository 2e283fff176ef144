"""Write an export to a file that is whole or not there."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.remember.export import gdelt, icews, plover, polecat
from dragoman.remember.export.told import ASSERTED, Told, told
from dragoman.remember.find import Question
from dragoman.remember.query import Record
from dragoman.remember.schema import Row

LINES: dict[str, tuple[Callable[[Iterable[Told]], Iterator[str]], str]] = {
    "polecat": (polecat.lines, ASSERTED),
    "gdelt": (gdelt.lines, ASSERTED),
    "gdelt-mentions": (gdelt.mentions, ASSERTED),
    "plover": (plover.lines, "asserted,negated,future,hypothetical"),
    "icews": (icews.lines, ASSERTED),
}
"""Formats of lines with the modalities they hold by default: those without a column for it hold what is asserted."""
TABLES = {
    "csv": "SELECT * FROM pairs",
    "parquet": "SELECT events.*, reports.incident FROM events LEFT JOIN reports ON reports.event = events.id",
}
FORMATS = (*LINES, *TABLES)


def export(record: Record, form: str, output: Path, asked: Question | None = None, modality: str = "") -> int:
    """Write the events of a record; the number of rows written, headers not counted.

    asked: `since` and `until` count; modality: several, joined by commas; the format's own when empty.
    Raises: InputError as `Record.table`; OSError when the file cannot be written.
    """
    part = output.with_name(output.name + ".part")
    asked = asked or Question()
    try:
        if form in LINES:
            write, usual = LINES[form]
            count = _lines(write(told(record, asked, modality or usual)), part)
            count -= form in ("polecat", "icews")
        else:
            count = _table(record, form, asked, (part, modality))
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
    return count


def _lines(lines: Iterable[str], part: Path) -> int:
    count = 0
    with part.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(line + "\n")
            count += 1
    return count


def _table(record: Record, form: str, asked: Question, where: tuple[Path, str]) -> int:
    part, modality = where
    condition = (
        "WHERE (? = '' OR list_contains(string_split(?, ','), modality)) AND (?::DATE IS NULL OR date >= ?::DATE) "
        "AND (?::DATE IS NULL OR date <= ?::DATE)"
    )
    values = (modality, modality, asked.since, asked.since, asked.until, asked.until)
    answer = record.sql(f"SELECT * FROM ({TABLES[form]}) {condition}", *values).to_arrow_reader(50_000)
    if form == "csv":
        return _lines(_csv(answer), part) - 1
    count = 0
    with pq.ParquetWriter(part, answer.schema, compression="zstd") as writer:
        for batch in answer:
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def _csv(answer: pa.RecordBatchReader) -> Iterator[str]:
    """A header, then a line a row: nothing at all for null, \"\" for an empty text."""
    names = answer.schema.names
    yield ",".join(names)
    for batch in answer:
        rows: list[Row] = batch.to_pylist()
        yield from (",".join(cell(row[name]) for name in names) for row in rows)


def cell(value: object) -> str:
    """A value as a cell of CSV (RFC 4180)."""
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if text and not any(c in text for c in ',"\r\n') else '"' + text.replace('"', '""') + '"'
