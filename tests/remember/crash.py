"""Writers that die, run in processes of their own: `python -m tests.remember.crash kill|two FOLDER …`.

`kill`: writers are killed at random moments, each goes on where the last left off, and a reader looks in after each.
`write`: one writer; a second argument limits the size of files, as a full disk does.
The pages are made up; the tables are real. Children are forked before anything starts a thread.
"""

import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow.dataset  # noqa: F401  once here, not in every child

from dragoman.errors import RecordError
from dragoman.pipeline import open_record
from dragoman.records import Kept, Page, Statement
from dragoman.remember import table
from tests.remember.test_schema import EVENT, KENYA, SAID, UGANDA, Tie
from tests.remember.test_table import MADE, kept, page

PAGES = 32
EVENTS = 3


def item(given: Page) -> Kept:
    """A page with three events, a tie and a statement."""
    name = given.hints.id
    events = tuple(replace(EVENT, id=f"{name}-{n}", article=name) for n in range(EVENTS))
    tie = Tie(f"{name}-t", name, SAID, KENYA, UGANDA, "ally", None, None, 0, 4, 0.5, "news-1")
    return replace(kept(given), events=events, ties=(tie,), statements=(Statement(f"{name}-s", name, None, "x", True, "", (), 0, 1,
                                                                                 1.0),))


def write(folder: str, size: int = 100) -> None:
    """Add all pages, four to a unit."""
    table.TOGETHER = 4
    store = table.Store(folder)
    pages = [page(f"{n} " + random.Random(n).randbytes(size).hex(), f"p{n}") for n in range(PAGES)]
    for chunk in store.chunks(pages, MADE):
        store.append([item(p) for p in chunk.items if isinstance(p, Page)], MADE)


def faults(folder: str) -> list[str]:
    """What a reader sees that must not be: pages in part, doubled rows, tables that disagree; and the number of pages."""
    try:
        record = open_record(folder)
    except RecordError:
        return ["0"]
    ((articles,),) = record.sql("SELECT count(*) FROM articles").fetchall()
    wrong = [f"{name}: {count} rows of {distinct} ids for {articles} articles" for name, each in
             (("articles", 1), ("events", EVENTS), ("ties", 1), ("statements", 1))
             for count, distinct in record.sql(f"SELECT count(*), count(DISTINCT id) FROM {name}").fetchall()
             if not count == distinct == each * articles]
    return [str(articles), *wrong]


def child(work: Callable[[], object]) -> int:
    """Run in a forked process; its id."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            sys.stdout.flush()
            os._exit(0)
    return pid


def told(work: Callable[[], list[str]]) -> list[str]:
    """What a forked reader finds."""
    read, written = os.pipe()
    pid = child(lambda: os.write(written, json.dumps(work()).encode()))
    os.close(written)
    with os.fdopen(read) as answer:
        found: list[str] = json.loads(answer.read())
    os.waitpid(pid, 0)
    return found


def kill(folder: str, times: int) -> None:
    """Kill writers at random moments; print what readers found wrong, and how many kills hit a writer at work."""
    dice, hit, number, wrong = random.Random(7), 0, 0, []
    counts = []
    while hit < times:
        where = f"{folder}/{number}"
        pid = child(lambda where=where: write(where))  # type: ignore[misc]
        time.sleep(dice.uniform(0.0, 0.5))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        hit += os.WIFSIGNALED(status)
        count, *found = told(lambda where=where: faults(where))  # type: ignore[misc]
        wrong += found
        counts.append(int(count))
        number += int(count) == PAGES
    where = f"{folder}/{number}"
    os.waitpid(child(lambda: write(where)), 0)
    print(json.dumps({"killed": hit, "wrong": wrong, "completed": told(lambda: faults(where)), "records": number,
                      "counts": counts}))


def two(folder: str) -> None:
    """Two writers of the same pages and a reader at once."""
    writers = [child(lambda: write(folder, 2000)) for _ in range(2)]
    wrong: list[str] = []
    looks = 0
    while writers:
        wrong += told(lambda: faults(folder))[1:]
        looks += 1
        writers = [pid for pid in writers if os.waitpid(pid, os.WNOHANG) == (0, 0)]
    print(json.dumps({"looks": looks, "wrong": wrong, "completed": told(lambda: faults(folder))}))


def full(folder: str) -> None:
    """A writer that can make no file over 30 kB, then one that can."""
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
        try:
            write(folder, 20_000)
        except RecordError as error:
            Path(f"{folder}.error").write_text(str(error))

    os.waitpid(child(limited), 0)
    before = told(lambda: faults(folder))
    os.waitpid(child(lambda: write(folder, 20_000)), 0)
    error = Path(f"{folder}.error")
    print(json.dumps({"error": error.read_text() if error.exists() else "", "before": before,
                      "completed": told(lambda: faults(folder))}))


if __name__ == "__main__":
    name, where_, *more = sys.argv[1:]
    if name == "kill":
        kill(where_, int(more[0]))
    else:
        {"two": two, "full": full}[name](where_)
