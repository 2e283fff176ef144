"""Measure actor resolution: `python -m benchmarks.actors FILE.jsonl [--misses]`.

A line is one case: `text` with its `country` and `sector`; `context`, `date` (ISO), `known_country` and `language` may
be empty or missing; `kind` groups the figures. An empty `country` or `sector` asserts nothing. Prints one JSON object:
the shares of countries and of sectors right, of both, by kind and by language. `--misses` prints each case that failed
as a line of JSON first, with what was given instead and why.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import dragoman
from dragoman.records import Actor

CASES = Path(__file__).parent / "actors.jsonl"


@dataclass(frozen=True, slots=True)
class Case:
    """A mention and what it should resolve to."""

    text: str
    context: str
    date: date | None
    known_country: str | None
    language: str | None
    country: str
    sector: str
    kind: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case was resolved to."""

    case: Case
    given: Actor

    @property
    def country_right(self) -> bool:
        return self.case.country in ("", self.given.country)

    @property
    def sector_right(self) -> bool:
        return self.case.sector in ("", self.given.sector)


def cases(path: Path = CASES) -> list[Case]:
    """The cases of a file."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["date"]) if row.get("date") else None
        found.append(Case(row["text"], row.get("context") or "", day, row.get("known_country") or None,
                          row.get("language") or None, row.get("country") or "", row.get("sector") or "",
                          row.get("kind") or ""))
    return found


def run(given: Iterable[Case]) -> list[Outcome]:
    """Resolve every case."""
    return [Outcome(c, dragoman.resolve(c.text, context=c.context, date=c.date, language=c.language,
                                        known_country=c.known_country)) for c in given]


def figures(outcomes: list[Outcome]) -> dict[str, Any]:
    """Shares right, in all and by kind and language."""
    def by(key: Callable[[Outcome], str]) -> dict[str, dict[str, float]]:
        return {name: _shares([o for o in outcomes if key(o) == name]) for name in sorted({key(o) for o in outcomes})}

    return {**_shares(outcomes), "by_kind": by(lambda o: o.case.kind), "by_language": by(lambda o: o.case.language or "")}


def _shares(outcomes: list[Outcome]) -> dict[str, float]:
    def share(right: Callable[[Outcome], bool]) -> float:
        return round(sum(map(right, outcomes)) / max(1, len(outcomes)), 4)

    return {"cases": len(outcomes), "country": share(lambda o: o.country_right), "sector": share(lambda o: o.sector_right),
            "both": share(lambda o: o.country_right and o.sector_right)}


def _miss(outcome: Outcome) -> str:
    case, given = outcome.case, outcome.given
    return json.dumps({"language": case.language, "kind": case.kind, "text": case.text, "date": str(case.date or ""),
                       "gold": f"{case.country}/{case.sector}", "given": f"{given.country}/{given.sector}",
                       "name": given.name, "how": given.how}, ensure_ascii=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=CASES)
    parser.add_argument("--misses", action="store_true", help="print the cases that failed")
    given = parser.parse_args()
    outcomes = run(cases(given.file))
    if given.misses:
        for outcome in outcomes:
            if not (outcome.country_right and outcome.sector_right):
                print(_miss(outcome))
    print(json.dumps(figures(outcomes), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
