"""A real scheduler and two worker processes, one of which is killed in mid-run."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman import pipeline
from dragoman.commands.door import crew_of
from dragoman.errors import WorkerError
from dragoman.read.page import pages
from dragoman.records import Hints
from dragoman.remember import table
from tests.remember.rows import everything

pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """Address of the scheduler, and its workers."""
    file = tmp_path / "scheduler.json"
    environment = {**os.environ, "DASK_DISTRIBUTED__WORKER__DAEMON": "False", "OMP_NUM_THREADS": "1"}

    def start(part: str, *more: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen([sys.executable, "-m", f"distributed.cli.{part}", "--scheduler-file", str(file), "--no-dashboard",
                                 *more], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=Path.cwd())

    started = [start("dask_scheduler", "--host", "127.0.0.1", "--port", "0")]
    workers = [start("dask_worker", "--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path)) for _ in "ab"]
    try:
        until = time.monotonic() + 120
        while not file.exists() and time.monotonic() < until:
            time.sleep(0.1)
        yield json.loads(file.read_text())["address"], workers
    finally:
        for process in [*workers, *started]:
            process.kill()
            process.wait()


def test_a_killed_worker_loses_and_doubles_nothing(cluster: tuple[str, list["subprocess.Popen[bytes]"]], tmp_path: Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "TOGETHER", 2)
    texts = tmp_path / "texts.jsonl"
    texts.write_text("broken\n" + "".join(json.dumps(
        {"id": n, "text": f"Ghana asked Togo for {n} trucks on Monday. Togo refused.", "language": "en"}) + "\n" for n in range(29)))
    address, workers = cluster
    with crew_of(1, address) as crew:
        assert crew is not None
        for number, added in enumerate(dragoman.add(pages([str(texts)], Hints()), tmp_path / "many", crew=crew)):
            assert added.unit is not None
            if number == 1:
                workers[0].send_signal(signal.SIGKILL)
    assert workers[0].wait() == -signal.SIGKILL
    list(dragoman.add(pages([str(texts)], Hints()), tmp_path / "one"))
    many, one = (everything(dragoman.open(tmp_path / name)) for name in ("many", "one"))
    assert len(one["articles"]) == 29
    assert many == one


def test_a_cluster_that_is_not_there_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.cluster.SECONDS", 1)
    with pytest.raises(WorkerError, match="no Dask scheduler answers"), crew_of(1, "tcp://127.0.0.1:9"):
        pass
    assert pipeline.made_by().coder == dragoman.__version__
