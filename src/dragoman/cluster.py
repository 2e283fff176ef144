"""A crew on a Dask cluster that runs already. The only module that imports distributed (extra `cluster`).

Units of work go out, what was coded comes back, and this process alone writes: a worker that is killed has its units done
again by others, and nothing can be lost or doubled.
"""

import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager

from distributed import Client, KilledWorker
from distributed.comm.core import CommClosedError

from dragoman.crew import Crew
from dragoman.errors import WorkerError
from dragoman.records import Made

SECONDS = 30
"""To reach the scheduler, and for the first worker to be there."""


@contextmanager
def joined(address: str, made: Made, there: Callable[[], Made]) -> Iterator[Crew]:
    """The workers of the cluster whose scheduler listens at `address`; those that come or go later count too.

    made: what rows are made with here; there: says the same on a worker. Raises: WorkerError when the scheduler cannot be
    reached, has no worker, loses them, or they would code otherwise than this machine.
    """
    warnings.filterwarnings("ignore", "Sending large graph", UserWarning)
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise WorkerError(f"no Dask scheduler answers at {address} ({' '.join(str(error).split())[:100]})") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=SECONDS)
        except TimeoutError:
            raise WorkerError(f"{address}: has no worker after {SECONDS} s; start `dask worker {address}`") from None
        _same(client, address, made, there)
        try:
            size = len(client.nthreads())  # type: ignore[no-untyped-call]
            yield Crew(client.get_executor(pure=False), size)  # type: ignore[no-untyped-call]
        except KilledWorker as error:
            raise WorkerError(f"{address}: a unit of work was lost with several workers; give them more memory "
                              f"(about 1 GB each) and run the same command again ({str(error)[:80]})") from None
        except (CancelledError, CommClosedError):
            raise WorkerError(f"{address}: the scheduler is gone; what was added is in; run the command again") from None


def _same(client: Client, address: str, made: Made, there: Callable[[], Made]) -> None:
    """Workers must have one thread each, and code as this machine does."""
    threads = client.nthreads()  # type: ignore[no-untyped-call]
    many = [name for name, count in threads.items() if count != 1]
    if many:
        raise WorkerError(f"{many[0]} has several threads; start workers with --nthreads 1 (one process a core)")
    for name, own in client.run(there).items():
        if own != made:
            raise WorkerError(f"{name} has {own.model}, tables {own.tables}, dragoman {own.coder}; here they are "
                              f"{made.model}, {made.tables}, {made.coder}: install the same version on {address}")
