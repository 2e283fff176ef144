"""Whole pages against what they say: `python -m benchmarks.pages [--lists]`.

tests/pages/NAME.json beside a page lists what it is expected to give: "events" (source and target as COUNTRY/SECTOR or
COUNTRY lists, type, modality; where they matter reciprocal, mode, speaker's country, place), "ties", "statements". An
event is one row a pair of actors. A row is found when countries, type and kind agree (a reciprocal act either way, a
statement by its exact words); what else is said of it is counted apart. Rows like one that was found are no
inventions. Prints one JSON object: share found of events, ties and statements, details right, how many rows were made
up, and the same by page; `--lists` names them all.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman import Coded, Skipped, code
from dragoman.records import Actor, Event

HERE = Path(__file__).parent.parent
PAGES = HERE / "tests" / "pages"
FIRST = HERE.parent / "shared" / "pages" / "moscow-baku-yerevan.id.txt"
Row = dict[str, Any]


@dataclass
class Result:
    """What a page gave: lines of records found, missed and made up; details right and asked for."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """Found of expected, 0–1."""
        return len(self.found) / max(1, len(self.found) + len(self.missed))


def expected() -> dict[str, tuple[Path, Row]]:
    """Page and expected records by name; the first page only where it is at hand."""
    found = {}
    for path in sorted(PAGES.glob("*.json")):
        page = next((p for p in PAGES.glob(f"{path.stem}.*") if p.suffix != ".json"), FIRST)
        if page.exists():
            found[path.stem] = page, json.loads(path.read_text("utf-8"))
    return found


def compare(item: Coded, wanted: Row) -> Result:
    """An article's records against those expected of its page."""
    result = Result()
    _events(item.events, wanted["events"], result)
    ties = [(t.source.country, t.kind, t.target.country) for t in item.ties]
    for row in wanted["ties"]:
        both = row["kind"] in ("ally", "partner", "trades-with")
        key = (row["source"], row["kind"], row["target"])
        hit = next((t for t in ties if t == key or (both and t == key[::-1])), None)
        _count(result, hit is not None, f"tie {' '.join(key)}")
        if hit:
            ties.remove(hit)
    result.invented += [f"tie {' '.join(t)}" for t in ties]
    said = list(item.statements)
    for row in wanted["statements"]:
        spoken = next((s for s in said if s.text == row["text"] and s.direct == row["direct"]), None)
        _count(result, spoken is not None, f"statement {row['speaker']}: {row['text'][:60]}")
        if spoken:
            said.remove(spoken)
            _detail(result, "speaker of statement", _fits(spoken.speaker, row["speaker"]))
    result.invented += [f"statement {_code(s.speaker)}: {s.text[:60]}" for s in said if s.direct]
    return result


def _events(events: tuple[Event, ...], wanted: list[Row], result: Result) -> None:
    rest = [(e, e.sources[s] if s is not None else None, e.targets[t] if t is not None else None)
            for e in events for s, t in e.pairs]
    for row in wanted:
        for source, target in _pairs(row):
            fitting = [r for r in rest if r[0].type == row["type"] and (
                _ends(r[1], r[2], source, target) or (row.get("reciprocal") and _ends(r[2], r[1], source, target)))]
            name = f"event {source or '-'} {row['type']} {target or '-'} {row['modality']}"
            _count(result, bool(fitting), name)
            if fitting:
                best = max(fitting, key=lambda r: (r[0].modality == row["modality"], _fits(r[1], source)))
                rest.remove(best)
                _details(result, best, row, (source, target))
    again = [(row["type"], *pair) for row in wanted for pair in _pairs(row)]
    result.invented += sorted({f"event {_code(s)} {e.type} {_code(t)} {e.modality}" for e, s, t in rest if not any(
        e.type == kind and (_ends(s, t, a, b) or _ends(s, t, b, a)) for kind, a, b in again)})


def _details(result: Result, coded: tuple[Event, Actor | None, Actor | None], row: Row, ends: tuple[str, str]) -> None:
    event, source, target = coded
    _detail(result, "modality", event.modality == row["modality"])
    turned = row.get("reciprocal") and not _same(source, ends[0])
    for actor, want in zip((target, source) if turned else (source, target), ends):
        if "/" in want:
            _detail(result, "sector", _fits(actor, want))
    if "mode" in row:
        _detail(result, "mode", event.mode == row["mode"])
    if "speaker" in row:
        _detail(result, "speaker", event.speaker is not None and event.speaker.country == row["speaker"])
    if "place" in row:
        _detail(result, "place", event.place is not None and row["place"] in event.place.name)
    if "reciprocal" in row:
        _detail(result, "reciprocal", event.reciprocal)


def _pairs(row: Row) -> Iterator[tuple[str, str]]:
    for source in row["source"] or [""]:
        for target in row["target"] or [""]:
            yield source, target


def _same(actor: Actor | None, want: str) -> bool:
    """Countries agree; `CRM` alone is a sector of any country."""
    if actor is None or not want:
        return actor is None and not want
    return want in (actor.country, actor.sector) if "/" not in want else actor.country == want.partition("/")[0]


def _ends(source: Actor | None, target: Actor | None, *want: str) -> bool:
    return _same(source, want[0]) and _same(target, want[1])


def _fits(actor: Actor | None, want: str) -> bool:
    return actor is not None and want in (f"{actor.country}/{actor.sector}", actor.country)


def _code(actor: Actor | None) -> str:
    return f"{actor.country or '?'}/{actor.sector}" if actor else "-"


def _count(result: Result, hit: bool, name: str) -> None:
    (result.found if hit else result.missed).append(name)


def _detail(result: Result, name: str, right: bool) -> None:
    result.asked[name] += 1
    result.right[name] += right


def run(names: list[str] | None = None, model: Path | None = None) -> dict[str, Result]:
    """The result of each page, or of those named."""
    results = {}
    for name, (page, wanted) in expected().items():
        if names is None or name in names:
            item = next(iter(code(str(page), model=model)))
            assert not isinstance(item, Skipped), item
            results[name] = compare(item, wanted)
    return results


def figures(results: dict[str, Result]) -> Row:
    """All pages together: shares found by record, details right, rows made up."""
    made: Row = {}
    for kind in ("event", "tie", "statement"):
        found = sum(line.startswith(kind) for r in results.values() for line in r.found)
        total = found + sum(line.startswith(kind) for r in results.values() for line in r.missed)
        made[f"{kind}s found"] = f"{found}/{total}"
        made[f"{kind}s made up"] = sum(line.startswith(kind) for r in results.values() for line in r.invented)
    right, asked = sum((r.right for r in results.values()), Counter()), sum((r.asked for r in results.values()), Counter())
    made["right"] = {name: f"{right[name]}/{asked[name]}" for name in sorted(asked)}
    made["found by page"] = {name: round(r.share, 2) for name, r in results.items()}
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lists", action="store_true", help="name what was found, missed and made up")
    parser.add_argument("--model", type=Path, default=None)
    given = parser.parse_args()
    results = run(model=given.model)
    for name, result in results.items() if given.lists else ():
        print(name)
        for kind in ("found", "missed", "invented"):
            print("".join(f"  {kind:9}{line}\n" for line in getattr(result, kind)), end="")
    print(json.dumps(figures(results), ensure_ascii=False))


if __name__ == "__main__":
    main()
