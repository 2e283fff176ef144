"""Parquet files of texts become pages."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from dragoman.read.texts import FIELDS, text_page
from dragoman.records import Hints, Page, Skipped

ROWS = 64
"""Rows that are in memory at once."""


def parquet_pages(path: Path, name: str, hints: Hints) -> Iterator[Page | Skipped]:
    """The texts of a Parquet file: the columns of JSON lines; times may be dates and timestamps too.

    A row group that cannot be read is skipped as a whole. Addresses are `name:row`, counted from 1.
    """
    try:
        file = parquet.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        yield Skipped(name, f"no Parquet file: {_line(error)}")
        return
    with file:
        columns = [field for field in FIELDS if field in file.schema_arrow.names]
        if "text" not in columns:
            yield Skipped(name, 'has no column "text"')
            return
        first = 1
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            yield from _group(file, (group, columns), (first, rows), (name, hints))
            first += rows


def _group(file: Any, wanted: tuple[int, list[str]], span: tuple[int, int],
           known: tuple[str, Hints]) -> Iterator[Page | Skipped]:
    """wanted: row group and columns; span: number of its first row, and how many it has."""
    (group, columns), (row, rows), (name, hints) = wanted, span, known
    end = row + rows - 1
    try:
        for batch in file.iter_batches(ROWS, row_groups=[group], columns=columns):
            for values in batch.to_pylist():
                yield text_page({key: _plain(value) for key, value in values.items()}, f"{name}:{row}", hints)
                row += 1
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        yield Skipped(f"{name}:{row}", f"rows to {end} cannot be read: {_line(error)}")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, (datetime, date)) else value


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
