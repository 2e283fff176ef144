"""Measure dates on our own sentences: `python -m benchmarks.times [--language ru] [--dateparser]`.

`tests/recognize/time/<code>.jsonl` holds a sentence a line: `published`, `modality`, the words of the `act`, the expected
`date`, `precision` and `expression` (null: none; the date is then `published` or nothing). Prints a line a language:
sentences, share with date and precision right, share with the right words too. `--dateparser` measures dateparser's
`search_dates` on the same sentences: the share whose day is right (it tells no precision: any day inside will do).
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dragoman.recognize.time import dated
from dragoman.records import Article, Event, Sentence, When

FOLDER = Path(__file__).parent.parent / "tests" / "recognize" / "time"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the time of one act."""

    language: str
    text: str
    published: date | None
    modality: str
    act: str
    expression: str | None
    date: date | None
    precision: str


def cases(language: str) -> Iterator[Case]:
    """The sentences of one language."""
    for line in (FOLDER / f"{language}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Case(language, row["sentence"], _date(row["published"]), row["modality"], row["act"], row["expression"],
                   _date(row["date"]), row["precision"])


def languages() -> list[str]:
    """The languages that have sentences."""
    return sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def answer(case: Case) -> When:
    """What `dated` says of the act."""
    at = case.text.index(case.act)
    article = Article("case", "", "", "", "", "", case.published, case.language, case.text, (), "", "")
    event = Event("case", "case", Sentence(0, len(case.text), case.text), (), (), (), False, "CONSULT", "", "", 0.0,
                  case.modality, None, at, at + len(case.act), None, 1.0, "none")
    (found,) = dated((event,), article)
    assert found.when is not None
    return found.when


def right(case: Case, when: When) -> tuple[bool, bool]:
    """Whether date and precision are right, and whether the words are: one holds the other, or both are none."""
    words = case.text[when.start:when.end] if when.start is not None else None
    same = words == case.expression or bool(words and case.expression and (
        words in case.expression or case.expression in words))
    return (when.date, when.precision) == (case.date, case.precision), same


def accuracy(language: str) -> dict[str, float]:
    """Sentences, and the shares `date` and `date_and_words`."""
    results = [right(case, answer(case)) for case in cases(language)]
    return {"sentences": len(results), "date": round(sum(a for a, _ in results) / len(results), 4),
            "date_and_words": round(sum(a and b for a, b in results) / len(results), 4)}


def dateparser_accuracy(language: str) -> dict[str, float]:
    """dateparser's share on the same sentences, publication its base, and its milliseconds a sentence."""
    from dateparser.search import search_dates  # noqa: PLC0415  a comparison only

    good = total = 0
    begin = time.perf_counter()
    for case in cases(language):
        base = datetime.combine(case.published, datetime.min.time()) if case.published else datetime.now()
        prefer = "future" if case.modality in ("future", "hypothetical") else "past"
        try:
            found = search_dates(case.text, languages=[language], settings={"RELATIVE_BASE": base,
                                                                            "PREFER_DATES_FROM": prefer})
        except ValueError:
            found = None
        total += 1
        near = min(found or (), key=lambda f: abs(case.text.find(f[0]) - case.text.index(case.act)), default=None)
        day = near[1].date() if near else case.published if prefer == "past" else None
        good += _inside(day, case) if case.published else found is not None
    return {"dateparser": round(good / total, 4), "ms": round((time.perf_counter() - begin) / total * 1000, 1)}


def _inside(day: date | None, case: Case) -> bool:
    if day is None or case.date is None:
        return day is case.date
    if case.precision == "week":
        return 0 <= (day - case.date).days < 7
    sizes = {"day": 10, "month": 7, "year": 4}
    return day.isoformat()[:sizes[case.precision]] == case.date.isoformat()[:sizes[case.precision]]


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default="")
    parser.add_argument("--dateparser", action="store_true")
    given = parser.parse_args()
    totals: dict[str, float] = {}
    for language in [given.language] if given.language else languages():
        figures = accuracy(language) | (dateparser_accuracy(language) if given.dateparser else {})
        print(language, json.dumps(figures))
        for name, value in figures.items():
            totals[name] = totals.get(name, 0) + (value if name == "sentences" else value * figures["sentences"])
    print("all", json.dumps({name: value if name == "sentences" else round(value / totals["sentences"], 4)
                             for name, value in totals.items()}))


if __name__ == "__main__":
    main()
