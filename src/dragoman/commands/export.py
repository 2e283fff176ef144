"""`dragoman export`: a record in the formats of the field."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman import pipeline
from dragoman.commands.door import answering
from dragoman.commands.record import At, Folder


class Form(StrEnum):
    """Formats of the field."""

    polecat = "polecat"
    gdelt = "gdelt"
    gdelt_mentions = "gdelt-mentions"
    plover = "plover"
    icews = "icews"
    csv = "csv"
    parquet = "parquet"


def register(app: typer.Typer) -> None:
    """Name the commands of this group."""
    app.command(epilog="Example: dragoman export gdelt --record record --output 2026.export.CSV")(export)


def export(
    form: Annotated[
        Form,
        typer.Argument(
            metavar="FORMAT", help="polecat, gdelt, gdelt-mentions, plover, icews, csv or parquet.", show_default=False
        ),
    ],
    record: Folder,
    output: Annotated[Path, typer.Option(help="File to write.", show_default=False)],
    since: Annotated[str, typer.Option(help="First day: 2020, 2020-09 or 2020-09-27.")] = "",
    until: Annotated[str, typer.Option(help="Last day, the same way.")] = "",
    modality: Annotated[
        str,
        typer.Option(
            help="asserted,negated,future,hypothetical; what the format can tell when "
            "left out: asserted alone for polecat, gdelt and icews."
        ),
    ] = "",
    at: At = None,
) -> None:
    """Write a record's events in a format of the field."""
    from dragoman.remember import find  # noqa: PLC0415
    from dragoman.remember.export.write import export as written  # noqa: PLC0415

    with answering("nothing was written"):
        asked = find.Question(modality=modality, since=find.day(since), until=find.day(until, last=True))
        find.condition(asked)
        count = written(pipeline.open_record(record, at), form.value, output, asked, modality)
        print(f"{output}: {count:,} rows")
