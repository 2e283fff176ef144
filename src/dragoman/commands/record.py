"""`dragoman add`, `query`, `versions`, `cite`, `verify`, `tidy`: pages into a record, questions out of it, its care."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from dragoman import pipeline
from dragoman.commands.door import (
    GO_ON_ADDING,
    Actors,
    Answer,
    Cluster,
    Inputs,
    Language,
    Model,
    Private,
    Published,
    Workers,
    answering,
    crew_of,
    errors,
)
from dragoman.commands.output import File, Form, put
from dragoman.errors import InputError
from dragoman.read.page import count, pages
from dragoman.records import Skipped
from dragoman.report.table import events_table, safe

if TYPE_CHECKING:
    from dragoman.remember.query import Record

Folder = Annotated[str, typer.Option("--record", help="Folder of the record.", show_default=False)]
SMALL, SHARE = 15_000, 100
"""An incident pass takes 0.3 ms an event, coding an event 30 ms or more: so it is done up to 5 s, or to the time of the
coding. The rest is left to `dragoman tidy`."""
At = Annotated[str | None, typer.Option("--at", help="As it was at this version (a number) or date (2026-03-31).")]


def register(app: typer.Typer) -> None:
    """Name the commands of this group."""
    app.command(epilog="Example: dragoman add pages/ https://example.org/news.html --record record")(add)
    app.command(epilog="Example: dragoman tidy --record record")(tidy)
    app.command(epilog="Example: dragoman versions --record record")(versions)
    app.command(epilog="Example: dragoman cite --record record --at 12")(cite)
    app.command(epilog="Example: dragoman verify --record record --event 7b65319894ea4817")(verify)
    app.command(epilog='Example: dragoman query "SELECT type, count(*) FROM events GROUP BY ALL" --record record')(query)


def add(inputs: Inputs, record: Folder, language: Language = "", published: Published = "",
        allow_private: Private = False, model: Model = None, actors: Actors = None, workers: Workers = 1,
        cluster: Cluster = "") -> None:
    """Read and code pages into a record; pages that are in already are passed over, changed ones replaced."""
    with answering(GO_ON_ADDING) as answer, crew_of(workers, cluster, model, actors) as crew:
        found = pages(inputs, pipeline.hints(language, published), allow_private)
        tally(pipeline.add(found, record, model, crew, actors), record, answer, count(inputs))


def tally(units: Iterator[pipeline.Added], record: str, answer: Answer, total: int | None = None) -> None:
    """Take units in, name what was skipped, and say at the end what came in."""
    kept = skipped = unchanged = events = 0
    version = None
    for unit in _progress(units, total):
        for item in unit.items:
            if isinstance(item, Skipped):
                answer.skipped(item)
                skipped += 1
            else:
                kept, events = kept + 1, events + len(item.events)
        unchanged += unit.unchanged
        version = unit.unit.number if unit.unit else version
    if version is not None:
        _incidents(record, events)
    now = f"version {version}" if version else "nothing new"
    print(f"{record}: {kept} pages added with {events} events, {unchanged} unchanged, {skipped} skipped; {now}", flush=True)


def _incidents(record: str, events: int) -> None:
    """Store the incidents of what is in now, for those who ask, where that costs little beside the events just coded."""
    now = pipeline.open_record(record)
    if now.size <= max(SMALL, SHARE * events):
        now.keep_incidents()


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


def tidy(record: Folder) -> None:
    """Make a record quick to read: join small files, store the incidents. Its versions stay as they are."""
    from dragoman.remember.table import tidy as tidied  # noqa: PLC0415

    with answering("nothing is lost"):
        before, after = tidied(record)
        pipeline.open_record(record).keep_incidents()
        print(f"{record}: {before} files before, {after} now")


def versions(record: Folder, form: Form = None, output: File = None) -> None:
    """List the versions of a record: when, how many pages and events came in, what made them."""
    with answering():
        put(pipeline.open_record(record).versions(), form, output)


def cite(record: Folder, at: At = None, title: Annotated[str, typer.Option(help="Its name; that of the folder.")] = "",
         bibtex: Annotated[bool, typer.Option("--bibtex", help="For BibTeX.")] = False) -> None:
    """Print a citation of a record's version, with the digest by which others see that they have the same."""
    from dragoman.remember import cite as citing  # noqa: PLC0415

    with answering():
        opened = pipeline.open_record(record, at)
        print(citing.bibtex(opened, title) if bibtex else citing.citation(opened, title))


def verify(record: Folder, event: Annotated[str, typer.Option(help="Show this event with its sentence, and check its "
                                                              "article alone.")] = "",
           at: At = None, model: Model = None, actors: Actors = None) -> None:
    """Read the stored pages again and name every row that does not come out as it stands."""
    with answering("the record is unchanged") as answer:
        opened = pipeline.open_record(record, at)
        article = _show(opened, event) if event else ""
        pages = rows = wrong = other = 0
        for verdict in pipeline.verified(opened, model, article, actors):
            pages, rows, other = pages + 1, rows + verdict.rows, other + bool(verdict.other)
            for line in verdict.wrong:
                wrong += 1
                errors.print(f"{safe(verdict.address)}: {safe(line)}", markup=False)
            if verdict.other and other == 1:
                errors.print(f"{safe(verdict.address)}: made by {verdict.other}; not read again", markup=False)
        answer.count += wrong
        more = f"; {other} pages were made by another coder, model or tables and not read again" if other else ""
        print(f"{record}: {pages} pages with {rows} rows, {wrong} wrong{more}")


def _show(record: "Record", name: str) -> str:
    """Print an event with its sentence, marked, and where it comes from; the id of its article."""
    found = record.events("id = ?", name)
    article = record.article(found[0].article) if found else None
    if article is None:
        raise InputError(f"no event {name!r} in version {record.version}")
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    console.print(events_table(article, tuple(found)))
    origin = "SELECT address, url, digest, fetched, model, tables, coder FROM events WHERE id = ?"
    (row,) = record.table(origin, name).to_pylist()
    for key, value in row.items():
        console.print(f"{key:8} {safe(str(value)) if value not in (None, '') else '–'}", markup=False)
    console.print(f"{'text':8} characters {found[0].start}–{found[0].end} of {len(article.text)}", markup=False)
    return article.id
