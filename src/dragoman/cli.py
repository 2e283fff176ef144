"""The door: `dragoman code`, `dragoman read`, and the groups of `commands/`. Nothing else prints."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, RenderableType

from dragoman import pipeline
from dragoman.commands import actors, events, export, letters, plan, record, site, watch
from dragoman.commands.door import (
    Actors,
    Cluster,
    Inputs,
    Language,
    Model,
    Output,
    Private,
    Published,
    Workers,
    answering,
    crew_of,
    shown,
)
from dragoman.errors import InputError
from dragoman.records import Skipped
from dragoman.report.journal import Journal, Plain
from dragoman.report.lines import article_line, event_lines, statement_lines, tie_lines
from dragoman.report.table import LEGEND, article_panel, events_table, statements_table, ties_table

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
                  help="Read the news in any language and keep the record of who did what to whom.\n\n"
                       "Example: dragoman code page.html")
record.register(app)
actors.register(app)
events.register(app)
export.register(app)
site.register(app)
watch.register(app)
plan.register(app)
letters.register(app)
RECORDS = ("event", "tie", "statement")


class EventFormat(StrEnum):
    """How events are printed."""

    table = "table"
    jsonl = "jsonl"


class ArticleFormat(StrEnum):
    """How articles are printed."""

    text = "text"
    json = "json"


Confidence = Annotated[float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out what is less sure, 0-1; "
                                           "docs/confidence.md says what it means.")]
Records = Annotated[str, typer.Option(help="What to print of a page, joined by commas.")]


@app.command(epilog="Example: dragoman code page.html https://example.org/news.html --format jsonl")
def code(inputs: Inputs, form: Annotated[EventFormat | None, typer.Option(
            "--format", help="table (default on a terminal) or jsonl (default in a pipe).")] = None,
         output: Output = None, language: Language = "", published: Published = "", allow_private: Private = False,
         model: Model = None, actors: Actors = None, records: Records = "event,tie,statement",
         min_confidence: Confidence = 0.0, workers: Workers = 1, cluster: Cluster = "") -> None:
    """Code pages: who did what to whom, how they stand to each other, who said what."""
    shape = form or (EventFormat.table if output is None and sys.stdout.isatty() else EventFormat.jsonl)
    with answering() as answer, _sink(output, inputs, shape.value) as sink, crew_of(workers, cluster, model, actors) as crew:
        given, kinds = pipeline.hints(language, published), _kinds(records)
        console = Console(file=sink.file, width=None if sink.file.isatty() else 160, highlight=False)
        coded = 0
        for item in shown(pipeline.code(*inputs, given=given, allow_private=allow_private, done=sink.done,
                                        model=model, actors=actors, crew=crew)):
            if isinstance(item, Skipped):
                answer.skipped(item)
            elif shape is EventFormat.jsonl:
                sink.write(list(_lines(item.surer(min_confidence), kinds)), item.article.address)
            else:
                console.print(*_tables(item.surer(min_confidence), kinds), sep="\n")
                sink.write([], item.article.address)
            coded += not isinstance(item, Skipped)
        if shape is EventFormat.table and coded:
            console.print(f"[dim]{LEGEND}[/dim]")


@app.command(epilog="Example: dragoman read page.html --format json")
def read(inputs: Inputs, form: Annotated[ArticleFormat, typer.Option(
            "--format", help="text, or json: one object a line.")] = ArticleFormat.text,
         output: Output = None, language: Language = "", published: Published = "", allow_private: Private = False) -> None:
    """Print the articles of pages alone, freed from their sites' furniture."""
    with answering() as answer, _sink(output, inputs, f"read-{form.value}") as sink:
        given = pipeline.hints(language, published)
        console = Console(file=sink.file, width=None if sink.file.isatty() else 120, highlight=False)
        for item in shown(pipeline.read(*inputs, given=given, allow_private=allow_private, done=sink.done)):
            if isinstance(item, Skipped):
                answer.skipped(item)
            elif form is ArticleFormat.json:
                sink.write([article_line(item)], item.address)
            else:
                console.print(article_panel(item))
                sink.write([], item.address)


def _kinds(records: str) -> tuple[str, ...]:
    wanted = tuple(name.strip() for name in records.split(",") if name.strip())
    for name in wanted:
        if name not in RECORDS:
            raise InputError(f"unknown record {name!r}; choose of {', '.join(RECORDS)}")
    return wanted


def _lines(item: pipeline.Coded, kinds: tuple[str, ...]) -> Iterator[str]:
    """JSON lines of the records wanted."""
    if "event" in kinds:
        yield from event_lines(item.article, item.events)
    if "tie" in kinds:
        yield from tie_lines(item.article, item.ties)
    if "statement" in kinds:
        yield from statement_lines(item.article, item.statements)


def _tables(item: pipeline.Coded, kinds: tuple[str, ...]) -> Iterator[RenderableType]:
    """Tables of the records wanted; ties and statements only where there are some."""
    if "event" in kinds:
        yield events_table(item.article, item.events)
    if "tie" in kinds and item.ties:
        yield ties_table(item.article, item.ties)
    if "statement" in kinds and item.statements:
        yield statements_table(item.article, item.statements)


def _sink(output: Path | None, inputs: list[str], shape: str) -> "Journal | Plain":
    return Plain(sys.stdout) if output is None else Journal(output, inputs, shape)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
