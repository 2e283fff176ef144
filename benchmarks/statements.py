"""Statements of our own test sentences, by language: `python -m benchmarks.statements [--misses]`.

tests/recognize/statements/cases.jsonl: {"language", "text", "statements": [{"text", "country", "direct"}]}. A statement
is found when its exact words are; a speaker is right when its country is. Prints one JSON object: share found of direct
and reported ones, share of the found with the right speaker, how many were made up, and the share found by language.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from dragoman import pipeline
from dragoman.read.article import article as to_article
from dragoman.recognize.encoder import network
from dragoman.records import Article, Hints, Page

CASES = Path(__file__).parent.parent / "tests" / "recognize" / "statements" / "cases.jsonl"


def coded(cases: list[dict[str, Any]], model: Path | None = None) -> list[pipeline.Coded]:
    """Each case's text as an article of its own."""
    articles = [to_article(Page(f"case {n}", case["text"].encode(), "clean", "utf-8", Hints(language=case["language"])))
                for n, case in enumerate(cases)]
    return pipeline.code_articles([a for a in articles if isinstance(a, Article)], network(model))


def score(cases: list[dict[str, Any]], items: list[pipeline.Coded]) -> tuple[dict[str, Any], list[str]]:
    """The figures, and a line for each statement missed, made up or laid in another's mouth."""
    count: dict[str, int] = defaultdict(int)
    languages: dict[str, list[bool]] = defaultdict(list)
    lines = []
    for case, item in zip(cases, items):
        rest = list(item.statements)
        for want in case["statements"]:
            kind = "direct" if want["direct"] else "reported"
            hit = next((s for s in rest if s.text == want["text"] and s.direct == want["direct"]), None)
            count[f"{kind} gold"] += 1
            languages[case["language"]].append(hit is not None)
            if hit is None:
                lines.append(f"missed {case['language']} {kind}: {want['text']}")
                continue
            rest.remove(hit)
            right = hit.speaker is not None and hit.speaker.country == want["country"]
            count[f"{kind} found"], count["speaker"] = count[f"{kind} found"] + 1, count["speaker"] + right
            if not right:
                lines.append(f"speaker {case['language']}: {hit.speaker and hit.speaker.mention.text} for {want['country']}")
        count["made up"] += len(rest)
        lines += [f"made up {case['language']}: {s.text}" for s in rest]
    found = count["direct found"] + count["reported found"]
    return {"direct": round(count["direct found"] / max(1, count["direct gold"]), 4),
            "reported": round(count["reported found"] / max(1, count["reported gold"]), 4),
            "speaker_right": round(count["speaker"] / max(1, found), 4), "made_up": count["made up"],
            "gold": count["direct gold"] + count["reported gold"],
            "by_language": {name: round(sum(own) / len(own), 2) for name, own in sorted(languages.items())}}, lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list them")
    parser.add_argument("--model", type=Path, default=None)
    given = parser.parse_args()
    cases = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    figures, lines = score(cases, coded(cases, given.model))
    if given.misses:
        print("\n".join(lines))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
