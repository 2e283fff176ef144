"""How fast the site answers: cached pages, pages that nobody has asked before, and both while a writer adds.

    python -m benchmarks.site --events 100000 --readers 50

Makes a record of made-up events, serves it by two processes (`dragoman serve`, each with its own port), and lets
readers ask, each as soon as it has its answer. Prints pages a second, median and 99th percentile in milliseconds,
and failed requests.
"""

import argparse
import http.client
import random
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dragoman.knowledge.load import event_types
from dragoman.knowledge.names import english_names
from dragoman.records import Actor, Article, Event, Kept, Made, Mention, Page, Sentence, When
from dragoman.remember.table import Store

MADE = Made("made-up", "0" * 12, "0")
TOGETHER = 5_000
PORTS = (8471, 8472)


def page(n: int, rng: random.Random, names: list[str]) -> Kept:
    """An article with five events of one pair; a few pairs have most of them, as in the news."""
    day = date(2021, 1, 1) + timedelta(days=rng.randrange(1900))
    text = f"Report {n}: one country did something to another."
    first, second = names[int(len(names) * rng.random() ** 3)], names[int(len(names) * rng.random() ** 3)]
    one, two = (Actor("", code, "GOV", "made", Mention(0, 6, "Report", "GOV", 1.0)) for code in (first, second))
    article = Article(f"{n:016x}", f"https://example.org/{n}", f"Site {n % 300}", "", text, "", day, "en", text, (),
                      "0" * 64, f"made/{n}")
    when = When(day, "day", "published", None, None)
    kinds = rng.sample(sorted(event_types()), 5)
    events = tuple(Event(f"{n * 5 + k:016x}", article.id, Sentence(0, len(text), text), (one,), (two,), ((0, 0),), False,
                         kind, "", event_types()[kind].quad, event_types()[kind].intensity, "asserted", None, 0, 6, day, .9,
                         "made-up", when) for k, kind in enumerate(kinds))
    return Kept(Page(article.address, text.encode(), "clean"), article, events)


def fill(folder: Path, events: int) -> None:
    """Write the record."""
    rng, names, store = random.Random(7), sorted(english_names()), Store(folder)
    for first in range(0, events // 5, TOGETHER):
        store.append([page(n, rng, names) for n in range(first, min(first + TOGETHER, events // 5))], MADE)


def ask(port: int, path: str) -> tuple[float, bool]:
    """Milliseconds for a page, and whether it came."""
    started = time.perf_counter()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        good = answer.status == 200
        connection.close()
    except OSError:
        good = False
    return (time.perf_counter() - started) * 1000, good


def load(name: str, paths: list[str], readers: int) -> None:
    """Ask for the pages, so many at a time, and print how it went."""
    started = time.perf_counter()
    with ThreadPoolExecutor(readers) as pool:
        took = list(pool.map(lambda item: ask(PORTS[item[0] % 2], item[1]), enumerate(paths)))
    seconds, times = time.perf_counter() - started, sorted(ms for ms, _ in took)
    last = times[min(len(times) - 1, int(.99 * len(times)))]
    print(f"| {name} | {len(paths) / seconds:.0f} | {statistics.median(times):.0f} | {last:.0f} "
          f"| {sum(not good for _, good in took)} |", flush=True)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--requests", type=int, default=1_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record"
        fill(record, given.events)
        subprocess.run([sys.executable, "-m", "dragoman", "tidy", "--record", str(record)], check=True,
                       stdout=subprocess.DEVNULL)
        servers = [subprocess.Popen([sys.executable, "-m", "dragoman", "serve", "--record", str(record), "--port", str(port),
                                     "--rate", "0"], stdout=subprocess.PIPE) for port in PORTS]
        try:
            for server in servers:
                assert server.stdout is not None
                server.stdout.readline()
            measure(record, given.readers, given.requests)
        finally:
            for server in servers:
                server.terminate()


def measure(record: Path, readers: int, requests: int) -> None:
    """The table."""
    rng, names = random.Random(1), sorted(english_names())
    pairs = [sorted(rng.sample(names[:60], 2)) for _ in range(requests)]
    print("| pages | a second | median, ms | p99, ms | failed |\n|---|---|---|---|---|")
    for path in ("/en/", "/en/search"):
        load(f"{path}, first time, one reader", [path, path], 1)
    load("front, cached", ["/en/"] * requests, readers)
    fresh = [f"/ru/dyad/{a}/{b}" for a, b in dict.fromkeys(map(tuple, pairs))][:requests // 4]
    load("dyad, never asked before", fresh, readers)
    load("dyad, cached", ["/ru/dyad/AFG/ALB"] * requests, readers)
    load("search, never asked before", [f"/id/search?actor={a}&type=AID" for a, _ in pairs[:requests // 10]], readers)
    with ThreadPoolExecutor(1) as writer:
        store = Store(record)
        new = [replace(page(n, rng, names), page=Page(f"made/{n}", b"x", "clean")) for n in range(10**9, 10**9 + 500)]
        adding = writer.submit(store.append, new, MADE)
        mixed = [path for a, b in pairs[:requests // 8] for path in ("/en/", f"/ka/dyad/{a}/{b}")]
        load("mixed, while a writer adds", mixed, readers)
        adding.result()


if __name__ == "__main__":
    main()
