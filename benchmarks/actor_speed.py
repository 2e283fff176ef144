"""Measure actor resolution on one core: `python -m benchmarks.actor_speed`.

Resolves the mentions of the corpus by `dragoman.resolve`, each within its sentence and alone, as they come (first), and
the 5,000 last again (cached). Prints one JSON object: mentions a second; seconds of processor time until the first
English and the first Russian actor are resolved; megabytes that all languages' tables and caches take.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from dragoman import resolve
from training.corpus import corpus_files, load

AGAIN = 5_000
FIRST = ("import time, dragoman; began = time.process_time(); dragoman.resolve('Moscow', language={!r}); "
         "print(time.process_time() - began)")


def memory() -> float:
    """Megabytes this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def first(language: str) -> float:
    """Seconds of processor time to load a language's tables, in a fresh process."""
    done = subprocess.run([sys.executable, "-c", FIRST.format(language)], capture_output=True, text=True, check=True)
    return round(float(done.stdout), 3)


def rate(given: list[tuple[str, str, str]], context: bool = True) -> float:
    """Mentions a second. given: (mention, sentence, language)."""
    began = time.process_time()
    for text, sentence, language in given:
        resolve(text, sentence if context else "", None, language)
    return round(len(given) / (time.process_time() - began))


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    given = [(s.text[m.start:m.end], s.text, s.language) for s in load(corpus_files()) for m in s.mentions]
    before = memory()
    for language in dict.fromkeys(language for _, _, language in given):
        resolve("Moscow", "", None, language)
    tables = memory() - before
    rates = {"first": rate(given), "again": rate(given[-AGAIN:]), "alone_first": rate(given, context=False),
             "alone_again": rate(given[-AGAIN:], context=False)}
    print(json.dumps({
        "mentions": len(given), "per_second": rates, "seconds_to_first": {"en": first("en"), "ru": first("ru")},
        "tables_mb": round(tables, 1), "with_caches_mb": round(memory() - before, 1)}))


if __name__ == "__main__":
    main()
