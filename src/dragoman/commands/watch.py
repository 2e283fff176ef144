"""`dragoman watch`: a live record of the sources in a file."""

import time
from pathlib import Path
from typing import Annotated

import typer

from dragoman import pipeline
from dragoman.commands.door import GO_ON_ADDING, Actors, Cluster, Private, Workers, answering, crew_of
from dragoman.commands.record import Folder, tally
from dragoman.read.sources import sources
from dragoman.read.state import State
from dragoman.read.visits import Visits


def register(app: typer.Typer) -> None:
    """Name the commands of this group."""
    app.command(epilog="Example: dragoman watch sources.toml --record record --once")(watch)


def watch(listed: Annotated[Path, typer.Argument(metavar="SOURCES", help="TOML file of [[source]] entries: name, address; "
                                                 "kind (feed, sitemap or site), language, country.", show_default=False)],
          record: Folder,
          once: Annotated[bool, typer.Option("--once", help="One round, then end: for cron and timers.")] = False,
          every: Annotated[float, typer.Option(min=1, help="Minutes from the start of a round to that of the next.")] = 15,
          state: Annotated[Path | None, typer.Option(help="File that remembers what was seen; SOURCES.state.")] = None,
          workers: Workers = 1, cluster: Cluster = "", allow_private: Private = False, actors: Actors = None) -> None:
    """Read feeds, sitemaps and sites into a record, politely, round after round; a stopped run is gone on with."""
    with answering(GO_ON_ADDING) as answer, crew_of(workers, cluster, None, actors) as crew:
        visits = Visits(sources(listed), State(str(state or f"{listed}.state")), allow_private)
        while True:
            began = time.monotonic()
            tally(pipeline.watch(visits, record, crew, actors), record, answer)
            if once:
                return
            time.sleep(max(0.0, began + every * 60 - time.monotonic()))
