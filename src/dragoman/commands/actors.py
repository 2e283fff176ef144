"""`dragoman actor`: who a phrase names, and why. `dragoman actors import`: other dictionaries as one's own actors."""

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.table import Table

from dragoman.commands.door import Actors, answering
from dragoman.knowledge.own import read_own, using
from dragoman.knowledge.petrarch import Row, read_dictionary
from dragoman.records import Actor, Skipped
from dragoman.report.table import safe
from dragoman.resolving import resolve

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Your own actors.")


class ActorFormat(StrEnum):
    """How an actor is printed."""

    table = "table"
    jsonl = "jsonl"


def register(app: typer.Typer) -> None:
    """Name the commands of this group."""
    app.command(epilog='Example: dragoman actor "the former Kazakh president" --date 2022-01-10')(actor)
    group.command("import", epilog="Example: dragoman actors import Phoenix.agents.txt --output own.csv")(take)
    app.add_typer(group, name="actors")


def actor(text: Annotated[str, typer.Argument(help="Words that name an actor.", show_default=False)],
          context: Annotated[str, typer.Option(help="The sentence or article they stand in.")] = "",
          date: Annotated[str, typer.Option(help="Date of the text (2026-03-31).")] = "",
          language: Annotated[str, typer.Option(help="ISO 639-1 code; told from the text when left out.")] = "",
          country: Annotated[str, typer.Option(help="Country (alpha-3) to fall back on.")] = "",
          actors: Actors = None,
          form: Annotated[ActorFormat | None, typer.Option("--format", help="table (default on a terminal) or jsonl "
                                                           "(default in a pipe).")] = None) -> None:
    """Say who words name: country, sectors, office, and why."""
    with answering(), using(read_own(actors)):
        found = resolve(text, context, date or None, language or None, country or None)
        if (form or (ActorFormat.table if sys.stdout.isatty() else ActorFormat.jsonl)) is ActorFormat.jsonl:
            print(json.dumps(_row(found), ensure_ascii=False))
        else:
            Console(width=None if sys.stdout.isatty() else 120, highlight=False).print(_table(found))


def take(paths: Annotated[list[Path], typer.Argument(help="PETRARCH2 actor and agent dictionaries.", show_default=False)],
         output: Annotated[Path | None, typer.Option(help="Write the CSV to this file.")] = None) -> None:
    """Turn PETRARCH2 dictionaries into a CSV for --actors; what says nothing usable gets a line with its place."""
    with answering() as answer, _file(output) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(Row))
        for path in paths:
            for item in read_dictionary(path):
                if isinstance(item, Skipped):
                    answer.skipped(item)
                else:
                    writer.writerow(astuple(item))


@contextmanager
def _file(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
    else:
        with output.open("w", encoding="utf-8", newline="") as file:
            yield file


def _row(found: Actor) -> dict[str, object]:
    return {"text": found.mention.text, "name": found.name, "country": found.country, "sector": found.sector,
            "sectors": list(found.sectors), "title": found.title, "kind": found.kind,
            "since": found.since.isoformat() if found.since else None,
            "until": found.until.isoformat() if found.until else None, "wikidata": found.wikidata or None,
            "how": found.how, "score": found.score}


def _table(found: Actor) -> Table:
    """One line a field; fields that nobody knows are left out."""
    table = Table(show_header=False, box=None, pad_edge=False)
    for field, value in _row(found).items():
        shown = ", ".join(value) if isinstance(value, list) else str(value if value is not None else "")
        if shown:
            table.add_row(f"[dim]{field}[/dim]", safe(shown))
    return table
