"""`dragoman add` and `dragoman query`: pages into a record, questions out of it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from dragoman import pipeline
from dragoman.commands.door import Inputs, Language, Model, Private, Published, answering, errors
from dragoman.commands.output import File, Form, put
from dragoman.read.page import count, pages
from dragoman.records import Skipped

Folder = Annotated[str, typer.Option("--record", help="Folder of the record.", show_default=False)]
At = Annotated[str | None, typer.Option("--at", help="As it was at this version (a number) or date (2026-03-31).")]


def register(app: typer.Typer) -> None:
    """Name the commands of this group."""
    app.command(epilog="Example: dragoman add pages/ https://example.org/news.html --record record")(add)
    app.command(epilog='Example: dragoman query "SELECT type, count(*) FROM events GROUP BY ALL" --record record')(query)


def add(inputs: Inputs, record: Folder, language: Language = "", published: Published = "",
        allow_private: Private = False, model: Model = None) -> None:
    """Read and code pages into a record; pages that are in already are passed over, changed ones replaced."""
    with answering("what was added is in; the same command goes on where it left off") as answer:
        found = pages(inputs, pipeline.hints(language, published), allow_private)
        kept = skipped = unchanged = events = 0
        version = None
        for unit in _progress(pipeline.add(found, record, model), count(inputs)):
            for item in unit.items:
                if isinstance(item, Skipped):
                    answer.skipped(item)
                    skipped += 1
                else:
                    kept, events = kept + 1, events + len(item.events)
            unchanged += unit.unchanged
            version = unit.unit.number if unit.unit else version
        now = f"version {version}" if version else "nothing new"
        print(f"{record}: {kept} pages added with {events} events, {unchanged} unchanged, {skipped} skipped; {now}")


def _progress(units: Iterator[pipeline.Added], total: int | None) -> Iterator[pipeline.Added]:
    """The units, with pages done, rate and time left on a terminal."""
    with _bar(total) as advance:
        for unit in units:
            advance(len(unit.items) + unit.unchanged)
            yield unit


@contextmanager
def _bar(total: int | None) -> Iterator[Callable[[int], None]]:
    if not sys.stderr.isatty():
        yield lambda pages: None
        return
    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("pages, {task.fields[rate]}"),
               TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("pages", total=total, rate="")

        def advance(pages: int) -> None:
            progress.advance(task, pages)
            speed = progress.tasks[0].speed
            progress.update(task, rate=f"{speed:.1f} a second" if speed else "")

        yield advance


def query(sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT over the views events, pairs, dyads_daily, "
                                             "incidents, actors, articles, statements, ties, skipped, pages.")],
          record: Folder, form: Form = None, output: File = None, at: At = None) -> None:
    """Ask a record with SQL."""
    with answering():
        put(pipeline.open_record(record, at).table(sql), form, output)
