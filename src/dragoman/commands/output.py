"""Answers as a table for people, CSV, JSON lines or Parquet."""

import io
import json
import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from dragoman.errors import InputError
from dragoman.report.table import safe

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 200
"""A table for people ends here; the other formats give every row."""


class Format(StrEnum):
    """How an answer is printed."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


Form = Annotated[Format | None, typer.Option("--format", help="table (default on a terminal), csv, jsonl (default in a "
                                                              "pipe) or parquet.")]
File = Annotated[Path | None, typer.Option("--output", help="Write to this file instead.")]


def put(answer: "pa.Table", form: Format | None, output: Path | None) -> None:
    """Print an answer, or write it to a file that is whole or not there.

    Raises: InputError for Parquet on a terminal; OSError when the file cannot be written.
    """
    form = chosen(form, output)
    if form is Format.parquet:
        if output is None and sys.stdout.isatty():
            raise InputError("Parquet is no text for a terminal; give --output FILE")
        _write(_parquet(answer), output)
    elif form is Format.table:
        page = io.StringIO()
        plain = output is not None or not sys.stdout.isatty()
        Console(width=160 if plain else None, highlight=False, file=page if plain else None).print(rich_table(answer))
        _write(page.getvalue().encode("utf-8"), output)
    else:
        lines = csv_lines(answer) if form is Format.csv else json_lines(answer)
        _write("".join(f"{line}\n" for line in lines).encode("utf-8"), output)


def chosen(form: Format | None, output: Path | None) -> Format:
    """The format asked for, or that of the file's name; else a table on a terminal and JSON lines in a pipe."""
    return form or _by_name(output) or (Format.table if output is None and sys.stdout.isatty() else Format.jsonl)


def _by_name(output: Path | None) -> Format | None:
    ending = output.suffix.lower().lstrip(".") if output else ""
    return Format(ending) if ending in ("csv", "jsonl", "parquet") else None


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    part = output.with_name(output.name + ".part")
    part.write_bytes(content)
    os.replace(part, output)  # noqa: PTH105  Path.replace is the same call; this one says what matters


def _parquet(answer: "pa.Table") -> bytes:
    from pyarrow import BufferOutputStream, parquet  # noqa: PLC0415

    sink = BufferOutputStream()
    parquet.write_table(answer, sink, compression="zstd")
    return bytes(sink.getvalue())


def json_lines(answer: "pa.Table") -> Iterator[str]:
    """One object a row; dates as ISO 8601, nulls as null."""
    for batch in answer.to_batches(1000):
        for row in batch.to_pylist():
            yield json.dumps(row, ensure_ascii=False, default=_text)


def csv_lines(answer: "pa.Table") -> Iterator[str]:
    """A header, then a row a line: lists and structs as JSON, nulls as nothing at all, an empty text as \"\"."""
    yield ",".join(_quoted(name) for name in answer.column_names)
    for batch in answer.to_batches(1000):
        for row in batch.to_pylist():
            yield ",".join(_quoted(_cell(value)) for value in row.values())


def _quoted(value: object) -> str:
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if text and not any(c in text for c in ',"\r\n'):
        return text
    return '"' + text.replace('"', '""') + '"'


def _cell(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=_text)
    return _text(value) if isinstance(value, (date, bytes)) else value


def _text(value: object) -> str:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def rich_table(answer: "pa.Table", rows: int = ROWS) -> Table:
    """A table for people; what is cut off is said below it."""
    numbers = [str(field.type).startswith(("int", "double", "uint", "decimal", "float")) for field in answer.schema]
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, number in zip(answer.column_names, numbers):
        made.add_column(safe(name), justify="right" if number else "left", overflow="fold")
    for row in answer.slice(0, rows).to_pylist():
        made.add_row(*("–" if value is None else safe(str(_cell(value))) for value in row.values()))
    if answer.num_rows > rows:
        made.caption = f"{rows} of {answer.num_rows:,} rows; --format csv, jsonl or parquet gives all"
    return made
