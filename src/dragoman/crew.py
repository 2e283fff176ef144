"""Work shared out: the same units of work in this process, in one for each core, or on a cluster (`cluster.py`).

Answers come in the order of the work, and so few units are under way that memory stays flat.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

from dragoman.errors import WorkerError

Item = TypeVar("Item")
Answer = TypeVar("Answer")
AHEAD = 2
"""Units handed out for each worker: one that it is at, and one so that it need not wait."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Workers, and how many they are."""

    pool: Executor
    size: int


def shared(work: Callable[[Item], Answer], items: Iterable[Item], crew: Crew | None) -> Iterator[tuple[Item, Answer]]:
    """Each item with its answer, in order. crew: who does the work; None: this process.

    Raises: WorkerError when a process dies; and whatever `work` raises.
    """
    if crew is None:
        for item in items:
            yield item, work(item)
        return
    waiting: deque[tuple[Item, Future[Answer]]] = deque()
    try:
        for item in items:
            waiting.append((item, crew.pool.submit(work, item)))
            if len(waiting) > AHEAD * crew.size:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    except BrokenProcessPool:
        raise WorkerError("a worker process died, most likely for want of memory (each needs about 1 GB); run the same "
                          "command again, with fewer --workers") from None


@contextmanager
def processes(count: int) -> Iterator[Crew | None]:
    """So many processes on this machine; None for one, which is this one. At an error they end at once."""
    if count <= 1:
        yield None
        return
    others = set(active_children())
    pool = ProcessPoolExecutor(count, get_context("spawn"), _begin)
    try:
        yield Crew(pool, count)
    except BaseException:
        for child in set(active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """A worker leaves Ctrl-C to its parent, keeps to one core, and ends when its parent does, however that came about."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
