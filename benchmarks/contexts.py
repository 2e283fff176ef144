"""Contexts of our own test sentences: `python -m benchmarks.contexts [--misses]`.

tests/recognize/contexts.jsonl: {"language", "text", "contexts"}. Prints one JSON object: precision and recall over all
(sentence, context) pairs, recall by language.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from dragoman.read.article import article as to_article
from dragoman.recognize.contexts import contexts
from dragoman.records import Article, Hints, Page

CASES = Path(__file__).parent.parent / "tests" / "recognize" / "contexts.jsonl"


def score() -> tuple[dict[str, Any], list[str]]:
    """The figures, and a line for each sentence that is not right."""
    right = found = wanted = 0
    languages: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    lines = []
    for case in map(json.loads, CASES.read_text("utf-8").splitlines()):
        article = to_article(Page("case", case["text"].encode(), "clean", "utf-8", Hints(language=case["language"])))
        assert isinstance(article, Article)
        have, want = set(contexts(article)), set(case["contexts"])
        right, found, wanted = right + len(have & want), found + len(have), wanted + len(want)
        own = languages[case["language"]]
        own[0], own[1] = own[0] + len(have & want), own[1] + len(want)
        if have != want:
            lines.append(f"{case['language']} missed {sorted(want - have)} made up {sorted(have - want)}: {case['text']}")
    return {"precision": round(right / max(1, found), 4), "recall": round(right / max(1, wanted), 4), "wanted": wanted,
            "recall_by_language": {name: round(a / max(1, b), 2) for name, (a, b) in sorted(languages.items())}}, lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list them")
    given = parser.parse_args()
    figures, lines = score()
    if given.misses:
        print("\n".join(lines))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
