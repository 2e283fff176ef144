"""Measure a crawl: `python -m benchmarks.crawl [--pages 200] [--workers 2]`.

Writes a WARC of made-up pages (ten corpus sentences each, in the furniture of a site), then codes it here and in so many
processes. Prints one JSON object: pages a second by the clock and by processor time, parallel efficiency (time of one
process over N times that of N, both after start-up), share of the time inside the network, memory (MB) a quarter into the
run and at its end, and whether both came out the same. Where other work runs, the clock's figures mean little.
"""

import argparse
import gzip
import hashlib
import html
import json
import os
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import dragoman
from benchmarks.speed import Timed, texts
from dragoman import pipeline
from dragoman.crew import Crew, processes, shared
from dragoman.read.page import pages
from dragoman.recognize import encoder
from dragoman.records import Hints

PAGE = """<!DOCTYPE html><html lang="{language}"><head><title>{title}</title><meta charset="utf-8">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": {quoted},
"datePublished": "2026-03-0{day}T10:00:00Z"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav><article><h1>{title}</h1>
{body}</article><footer><p>Subscribe to our newsletter. All rights reserved.</p></footer></body></html>"""


def record(number: int, language: str, text: str) -> bytes:
    """One WARC record, a gzip member of its own."""
    lines = text.split("\n")
    body = "\n".join(f"<p>{html.escape(' '.join(lines[n:n + 3]))}</p>" for n in range(1, len(lines), 3))
    page = PAGE.format(language=language, title=html.escape(lines[0]), quoted=json.dumps(lines[0]).replace("</", "<\\/"),
                       body=body, day=number % 9 + 1).encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return gzip.compress(
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/{number}\r\n"
        f"WARC-Date: 2026-03-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(head) + len(page)}\r\n\r\n".encode() + head + page + b"\r\n\r\n")


def archive(path: Path, count: int) -> None:
    """A WARC of so many pages, languages mixed."""
    found = sorted(texts(), key=lambda item: hashlib.sha256(item[1].encode()).digest())
    with path.open("wb") as file:
        for number in range(count):
            language, text = found[number % len(found)]
            file.write(record(number, language, f"{text}\n{number} pages." if number >= len(found) else text))


def memory(process: int) -> int:
    """Resident memory of a process now, MB."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") // 1_000_000


def warm(seconds: float) -> int:
    """Make a worker ready: it loads the network."""
    encoder.network(None)
    time.sleep(seconds)
    return os.getpid()


def coded(path: Path, crew: Crew | None) -> Iterator[str]:
    """A digest for each page."""
    for item in dragoman.code(str(path), crew=crew):
        yield hashlib.sha256(repr(item).encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    pipeline.TOGETHER = max(1, min(pipeline.TOGETHER, given.pages // (given.workers * 8)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc.gz"
        archive(path, given.pages)
        timed = Timed(encoder.newest(), 1)
        first = tuple(islice(pages([str(path)], Hints()), min(50, given.pages)))
        vars(pipeline)["network"] = lambda model=None: timed
        pipeline.code_pages(first)
        timed.spent, began, worked, marks = 0.0, time.perf_counter(), time.process_time(), []
        alone = []
        for digest in coded(path, None):
            alone.append(digest)
            if len(alone) in (given.pages // 4, given.pages):
                marks.append(memory(os.getpid()))
        one, worked = time.perf_counter() - began, time.process_time() - worked
        with processes(given.workers) as crew:
            assert crew is not None
            workers = {process for _, process in shared(warm, [1.0] * given.workers * 2, crew)}
            began = time.perf_counter()
            together = list(coded(path, crew))
            many = time.perf_counter() - began
            peak = max(memory(process) for process in workers)
    print(json.dumps({
        "pages": given.pages, "pages_per_second": round(given.pages / one, 2),
        "pages_per_processor_second": round(given.pages / worked, 2),
        f"pages_per_second_{given.workers}": round(given.pages / many, 2),
        "efficiency": round(one / many / given.workers, 3),
        "network_share": round(timed.spent / one, 3), "memory_mb": marks, "worker_memory_mb": peak,
        "same": alone == together}))


if __name__ == "__main__":
    main()
