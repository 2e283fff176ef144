"""`dragoman actor`: who a phrase names, and which row and rule say so."""

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from dragoman.commands.door import answering
from dragoman.records import Actor
from dragoman.report.table import safe
from dragoman.resolving import resolve


class ActorFormat(StrEnum):
    """How an actor is printed."""

    table = "table"
    jsonl = "jsonl"


def register(app: typer.Typer) -> None:
    """Name the commands of this group."""
    app.command(epilog='Example: dragoman actor "the former Kazakh president" --date 2022-01-10')(actor)


def actor(text: Annotated[str, typer.Argument(help="Words that name an actor.", show_default=False)],
          context: Annotated[str, typer.Option(help="The sentence or article they stand in.")] = "",
          date: Annotated[str, typer.Option(help="Date of the text (2026-03-31).")] = "",
          language: Annotated[str, typer.Option(help="ISO 639-1 code; told from the text when left out.")] = "",
          country: Annotated[str, typer.Option(help="Country (alpha-3) to fall back on.")] = "",
          form: Annotated[ActorFormat | None, typer.Option("--format", help="table (default on a terminal) or jsonl "
                                                           "(default in a pipe).")] = None) -> None:
    """Say who words name: country, sectors, office, and why."""
    with answering():
        found = resolve(text, context, date or None, language or None, country or None)
        if (form or (ActorFormat.table if sys.stdout.isatty() else ActorFormat.jsonl)) is ActorFormat.jsonl:
            print(json.dumps(_row(found), ensure_ascii=False))
        else:
            Console(width=None if sys.stdout.isatty() else 120, highlight=False).print(_table(found))


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
