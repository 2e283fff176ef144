"""Measure speed on one core: `python -m benchmarks.speed [--seconds 20]`; of the record: `… benchmarks.speed record`.

Codes the corpus' sentences, joined into articles of ten, from text to events. Prints one JSON object:
sentences and articles a second, peak memory (MB), share of the time inside the network.
"""

import argparse
import json
import os
import resource
import sys
import time
from itertools import cycle
from pathlib import Path

from benchmarks import record
from dragoman import pipeline
from dragoman.read.article import article as to_article
from dragoman.recognize.encoder import Network, newest
from dragoman.recognize.sentences import sentences
from dragoman.records import Article, Hints, Page
from training.corpus import corpus_files, load

SENTENCES = 10
"""Sentences of an article: about what agency copy has."""


class Timed(Network):
    """A network that adds up the time spent in it (seconds)."""

    spent = 0.0

    def tag(self, tokens):  # type: ignore[no-untyped-def]
        began = time.perf_counter()
        result = super().tag(tokens)
        self.spent += time.perf_counter() - began
        return result

    def relate(self, tagged, spans, pairs):  # type: ignore[no-untyped-def]
        began = time.perf_counter()
        result = super().relate(tagged, spans, pairs)
        self.spent += time.perf_counter() - began
        return result


def texts() -> list[tuple[str, str]]:
    """(language, text) of articles made of ten corpus sentences each."""
    by_language: dict[str, list[str]] = {}
    for sentence in load(corpus_files()):
        by_language.setdefault(sentence.language, []).append(sentence.text)
    return [(language, "\n".join(own[n:n + SENTENCES])) for language, own in sorted(by_language.items())
            for n in range(0, len(own), SENTENCES)]


def article(language: str, text: str) -> Article:
    made = to_article(Page("-", text.encode(), "clean", "utf-8", Hints(language=language)))
    assert isinstance(made, Article)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--model", type=Path, default=None)
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    loaded, inputs = Timed(given.model or newest(), 1), texts()
    for language, text in dict(inputs).items():  # every language's tables are loaded before the clock starts
        pipeline.code_articles([article(language, text)], loaded)
    loaded.spent, count, articles = 0.0, 0, 0
    began, source = time.perf_counter(), cycle(inputs)
    while time.perf_counter() - began < given.seconds:
        chunk = [article(*next(source)) for _ in range(pipeline.TOGETHER)]
        pipeline.code_articles(chunk, loaded)
        count += sum(len(sentences(a.text, a.language)) for a in chunk)
        articles += len(chunk)
    spent = time.perf_counter() - began
    print(json.dumps({
        "sentences_per_second": round(count / spent, 1), "articles_per_second": round(articles / spent, 2),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "network_share": round(loaded.spent / spent, 3), "sentences": count, "seconds": round(spent, 1)}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["record"]:
        record.main(sys.argv[2:])
    else:
        main()
