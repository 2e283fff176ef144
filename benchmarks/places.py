"""Measure places on our own sentences: `python -m benchmarks.places [--wrong]`.

`tests/recognize/places.jsonl` holds a sentence a line: `language`, `sentence`, `context` (the rest of the article), the
`type` and words of the `act`, and the expected `words`, English `name`, `country` and `resolution` (null: no place).
Prints a line a language: sentences, share with the right country and resolution, share with the right name too.
`--wrong` lists the others.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.recognize.places import placed
from dragoman.records import Article, Event, Place, Sentence

FILE = Path(__file__).parent.parent / "tests" / "recognize" / "places.jsonl"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the place of one act."""

    language: str
    sentence: str
    context: str
    type: str
    act: str
    words: str | None
    name: str | None
    country: str | None
    resolution: str | None


def cases() -> Iterator[Case]:
    """All sentences."""
    for line in FILE.read_text("utf-8").splitlines():
        yield Case(**json.loads(line))


def answer(case: Case) -> Place | None:
    """What `placed` says of the act."""
    at = case.sentence.index(case.act)
    text = f"{case.sentence} {case.context}".strip()
    article = Article("case", "", "", "", "", "", None, case.language, text, (), "", "")
    event = Event("case", "case", Sentence(0, len(case.sentence), case.sentence), (), (), (), False, case.type, "", "", 0.0,
                  "asserted", None, at, at + len(case.act), None, 1.0, "none")
    return placed((event,), article)[0].place


def right(case: Case, place: Place | None) -> tuple[bool, bool]:
    """Whether country and resolution are right, and whether the name is too."""
    if place is None or case.name is None:
        return (place is None and case.name is None,) * 2
    same = (place.country or None, place.resolution) == (case.country, case.resolution)
    return same, same and place.name == case.name


def accuracy() -> dict[str, dict[str, float]]:
    """By language, and `all`: sentences, and the shares `country` and `place`."""
    results: dict[str, list[tuple[bool, bool]]] = {}
    for case in cases():
        found = right(case, answer(case))
        results.setdefault(case.language, []).append(found)
        results.setdefault("all", []).append(found)
    return {language: {"sentences": len(own), "country": round(sum(a for a, _ in own) / len(own), 4),
                       "place": round(sum(b for _, b in own) / len(own), 4)} for language, own in sorted(results.items())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true")
    if parser.parse_args().wrong:
        for case in cases():
            place = answer(case)
            if not right(case, place)[1]:
                print(case.language, case.sentence, "| want", case.name, case.country, case.resolution, "| found", place)
    for language, figures in accuracy().items():
        print(language, json.dumps(figures))


if __name__ == "__main__":
    main()
