"""Work shared out among processes: the same answers in the same order, and nobody left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path

import pytest

import dragoman
from dragoman import pipeline
from dragoman.crew import AHEAD, Crew, processes, shared
from dragoman.errors import WorkerError
from dragoman.read.page import pages as found
from dragoman.records import Hints
from dragoman.remember import table
from tests.remember.rows import everything


def square(number: int) -> int:
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.02 * (number % 3))
    return number * number


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew | None]:
    with processes(2) as workers:
        yield workers


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(pipeline, "TOGETHER", 3)
    monkeypatch.setattr(table, "TOGETHER", 3)
    path = tmp_path / "texts.jsonl"
    lines = [{"id": n, "text": f"Ghana asked Togo for {n} trucks on Monday. Togo refused."} for n in range(14)]
    path.write_text("\n".join(["broken", *map(json.dumps, lines)]))
    return str(path)


def test_answers_come_in_order_and_few_units_are_under_way(crew: Crew) -> None:
    taken = 0

    def numbers() -> Iterator[int]:
        nonlocal taken
        while taken < 39:
            taken += 1
            yield taken

    for number, answer in shared(square, numbers(), crew):
        assert answer == number * number
        assert taken - number <= AHEAD * crew.size
    assert taken == 39


def test_coded_by_two_is_coded_by_one(crew: Crew, texts: str) -> None:
    assert list(dragoman.code(texts, crew=crew)) == list(dragoman.code(texts))


def test_a_record_made_by_two_is_that_made_by_one(crew: Crew, texts: str, tmp_path: Path) -> None:
    for name, workers in (("one", None), ("two", crew)):
        added = list(dragoman.add(found([texts], Hints()), tmp_path / name, crew=workers))
        assert sum(len(unit.items) for unit in added) == 15
    one, two = (everything(dragoman.open(tmp_path / name)) for name in ("one", "two"))
    assert len(one["events"]) >= 14
    assert one == two


def test_a_worker_that_dies_is_told_in_one_line() -> None:
    before = set(active_children())
    with pytest.raises(WorkerError, match="fewer --workers"), processes(2) as crew:
        list(shared(square, [1, -1, 2], crew))
    assert set(active_children()) <= before


def test_one_worker_is_this_process() -> None:
    with processes(1) as crew:
        assert crew is None


def alive(group: int) -> list[str]:
    """Processes of a group that still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended meanwhile
            state, _, own, *_ = path.read_text().rpartition(")")[2].split()
            if own == str(group) and state != "Z":
                found.append(path.parent.name)
    return found


def test_ctrl_c_leaves_no_worker_behind(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"id": n, "text": f"Ghana asked Togo for {n} trucks.", "language": "en"}) + "\n"
                            for n in range(4000)))
    run = [sys.executable, "-m", "dragoman", "code", str(many), "--workers", "2", "--output", str(tmp_path / "out.jsonl")]
    with subprocess.Popen(run, stderr=subprocess.PIPE, start_new_session=True) as process:
        log, until = tmp_path / "out.jsonl.done", time.monotonic() + 90
        while time.monotonic() < until and (not log.exists() or log.read_text().count("\n") < 30):
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told.decode().splitlines() == ["stopped; the same command with --output goes on where it left off"]
    until = time.monotonic() + 20
    while (left := alive(process.pid)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left
