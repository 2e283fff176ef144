"""The door: `dragoman code`, `dragoman read`. The only module that prints."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console, RenderableType
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dragoman import pipeline
from dragoman.errors import DragomanError, InputError
from dragoman.records import Skipped
from dragoman.report.journal import Journal, Plain
from dragoman.report.lines import article_line, event_lines, statement_lines, tie_lines
from dragoman.report.table import LEGEND, article_panel, events_table, safe, statements_table, ties_table

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
                  help="Read the news in any language and keep the record of who did what to whom.\n\n"
                       "Example: dragoman code page.html")
RECORDS = ("event", "tie", "statement")
Item = TypeVar("Item")
errors = Console(stderr=True, highlight=False, soft_wrap=True)


class EventFormat(StrEnum):
    """How events are printed."""

    table = "table"
    jsonl = "jsonl"


class ArticleFormat(StrEnum):
    """How articles are printed."""

    text = "text"
    json = "json"


Inputs = Annotated[list[str], typer.Argument(help="Files (HTML, plain text, .jsonl), folders, - for standard input, "
                                                  "http(s) addresses.", show_default=False)]
Language = Annotated[str, typer.Option(help="ISO 639-1 code of the inputs' language; told from the text when left out.")]
Published = Annotated[str, typer.Option(help="Publication date (2026-03-31) or time for pages that do not say.")]
Output = Annotated[Path | None, typer.Option(help="Write to this file; a stopped run goes on where it left off.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Fetch private and local addresses too.")]
Model = Annotated[Path | None, typer.Option(help="Folder of another model than the one shipped.")]


Records = Annotated[str, typer.Option(help="What to print of a page, joined by commas.")]


@app.command(epilog="Example: dragoman code page.html https://example.org/news.html --format jsonl")
def code(inputs: Inputs, form: Annotated[EventFormat | None, typer.Option(
            "--format", help="table (default on a terminal) or jsonl (default in a pipe).")] = None,
         output: Output = None, language: Language = "", published: Published = "", allow_private: Private = False,
         model: Model = None, records: Records = "event,tie,statement") -> None:
    """Code pages: who did what to whom, how they stand to each other, who said what."""
    shape = form or (EventFormat.table if output is None and sys.stdout.isatty() else EventFormat.jsonl)
    with _answering() as answer, _sink(output, inputs, shape.value) as sink:
        given, kinds = pipeline.hints(language, published), _kinds(records)
        console = Console(file=sink.file, width=None if sink.file.isatty() else 160, highlight=False)
        coded = 0
        for item in _shown(pipeline.code(*inputs, given=given, allow_private=allow_private, done=sink.done,
                                        model=model)):
            if isinstance(item, Skipped):
                answer.skipped(item)
            elif shape is EventFormat.jsonl:
                sink.write(list(_lines(item, kinds)), item.article.address)
            else:
                console.print(*_tables(item, kinds), sep="\n")
                sink.write([], item.article.address)
            coded += not isinstance(item, Skipped)
        if shape is EventFormat.table and coded:
            console.print(f"[dim]{LEGEND}[/dim]")


@app.command(epilog="Example: dragoman read page.html --format json")
def read(inputs: Inputs, form: Annotated[ArticleFormat, typer.Option(
            "--format", help="text, or json: one object a line.")] = ArticleFormat.text,
         output: Output = None, language: Language = "", published: Published = "", allow_private: Private = False) -> None:
    """Print the articles of pages alone, freed from their sites' furniture."""
    with _answering() as answer, _sink(output, inputs, f"read-{form.value}") as sink:
        given = pipeline.hints(language, published)
        console = Console(file=sink.file, width=None if sink.file.isatty() else 120, highlight=False)
        for item in _shown(pipeline.read(*inputs, given=given, allow_private=allow_private, done=sink.done)):
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


class _Answer:
    """Counts what was skipped, so that the exit code tells."""

    def __init__(self) -> None:
        self.count = 0

    def skipped(self, item: Skipped) -> None:
        self.count += 1
        errors.print(f"{safe(item.address)}: {safe(item.reason)}", markup=False)


@contextmanager
def _answering() -> Iterator[_Answer]:
    """Turn what went wrong into one line and an exit code: 1 something was skipped, 130 stopped by the user."""
    answer = _Answer()
    try:
        yield answer
    except DragomanError as error:
        errors.print(f"dragoman: {safe(str(error))}", markup=False)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        errors.print("stopped; the same command with --output goes on where it left off", markup=False)
        raise typer.Exit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None
    except OSError as error:
        errors.print(f"{error.filename or 'output'}: {error.strerror}", markup=False)
        raise typer.Exit(1) from None
    if answer.count:
        raise typer.Exit(1)


def _sink(output: Path | None, inputs: list[str], shape: str) -> "Journal | Plain":
    return Plain(sys.stdout) if output is None else Journal(output, inputs, shape)


def _shown(items: Iterator[Item]) -> Iterator[Item]:
    """The items, with progress on a terminal while they come."""
    if not sys.stderr.isatty():
        yield from items
        return
    with Progress(SpinnerColumn(), TextColumn("{task.completed} pages"), TimeElapsedColumn(), console=errors,
                  transient=True) as progress:
        task = progress.add_task("pages", total=None)
        for item in items:
            progress.advance(task)
            yield item


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
