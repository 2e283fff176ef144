"""What commands share: their common options, progress, and one line and an exit code for whatever goes wrong."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dragoman import pipeline
from dragoman.crew import Crew, processes
from dragoman.errors import DragomanError, WorkerError
from dragoman.records import Skipped
from dragoman.report.table import safe

Item = TypeVar("Item")
errors = Console(stderr=True, highlight=False, soft_wrap=True)
GO_ON_ADDING = "what was added is in; the same command goes on where it left off"
GO_ON = "the same command with --output goes on where it left off"

Inputs = Annotated[list[str], typer.Argument(help="Files (HTML, plain text, .jsonl, .warc, .wet, .parquet), folders, - for "
                                                  "standard input, http(s) addresses.", show_default=False)]
Language = Annotated[str, typer.Option(help="ISO 639-1 code of the inputs' language; told from the text when left out.")]
Published = Annotated[str, typer.Option(help="Publication date (2026-03-31) or time for pages that do not say.")]
Output = Annotated[Path | None, typer.Option(help="Write to this file; a stopped run goes on where it left off.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Fetch private and local addresses too.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes that share the work; what comes out is the same.")]
Cluster = Annotated[str, typer.Option(help="Address of a Dask scheduler (tcp://host:8786) whose workers do the work; "
                                      "see docs/cluster.md.")]
Actors = Annotated[Path | None, typer.Option(help="CSV of your own actors; see docs/actors.md.")]
Model = Annotated[Path | None, typer.Option(help="Folder of another model than the one shipped.")]


@contextmanager
def crew_of(workers: int, cluster: str, model: Path | None = None, actors: Path | None = None) -> Iterator[Crew | None]:
    """Who does the work: the cluster where one is named, else processes here."""
    if not cluster:
        with processes(workers) as crew:
            yield crew
        return
    try:
        from dragoman.cluster import joined  # noqa: PLC0415  an extra, and slow to import
    except ImportError:
        raise WorkerError("--cluster needs Dask: pip install 'dragoman[cluster]'") from None
    with joined(cluster, pipeline.made_by(model, actors), partial(pipeline.made_by, model, actors)) as crew:
        yield crew


class Answer:
    """Counts what was skipped, so that the exit code tells."""

    def __init__(self) -> None:
        self.count = 0

    def skipped(self, item: Skipped) -> None:
        """Say so on standard error."""
        self.count += 1
        errors.print(f"{safe(item.address)}: {safe(item.reason)}", markup=False)


@contextmanager
def answering(stopped: str = GO_ON) -> Iterator[Answer]:
    """Turn what went wrong into one line and an exit code: 1 something was skipped, 130 stopped by the user."""
    answer = Answer()
    try:
        yield answer
    except DragomanError as error:
        errors.print(f"dragoman: {safe(str(error))}", markup=False)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        errors.print(f"stopped; {stopped}", markup=False)
        raise typer.Exit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None
    except OSError as error:
        errors.print(f"{error.filename or 'output'}: {error.strerror}", markup=False)
        raise typer.Exit(1) from None
    if answer.count:
        raise typer.Exit(1)


def shown(items: Iterator[Item]) -> Iterator[Item]:
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
