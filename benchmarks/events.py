"""Score whole events against gold: `python -m benchmarks.events GOLD.jsonl [--by-language]`.

A GOLD line: {"id", "language", "published", "text", "events": [{"source": {"country", "sector"} | null, "type",
"target", "modality", "direction_free", "speaker"?}]};
a sector of null is not scored, a country of "*" matches any actor or none.
Prints one JSON object: precision, recall and F1 of (source country, type, target country); of the matched ones
the share whose sectors and whose modality agree; false alarms in texts without gold events. By language also how many
of each modality are right, and how many speakers.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dragoman import Skipped, code
from dragoman.report.lines import event_lines

Event = dict[str, Any]


def country(actor: Event | None) -> str | None:
    return actor.get("country") if actor else None


def sides(event: Event) -> tuple[str | None, str | None]:
    return country(event.get("source")), country(event.get("target"))


def same(want: Iterable[str | None], have: Iterable[str | None]) -> bool:
    return all(w in ("*", h) for w, h in zip(want, have))


def matches(gold: Event, event: Event) -> bool:
    """Type and both countries agree, in either direction where gold leaves it free."""
    if gold["type"] != event["type"]:
        return False
    forward = same(sides(gold), sides(event))
    return forward or (bool(gold.get("direction_free")) and same(sides(gold), sides(event)[::-1]))


def sectors_agree(gold: Event, event: Event) -> bool:
    """Every sector that gold names is the event's."""
    turned = gold.get("direction_free") and not same(sides(gold)[:1], sides(event)[:1])
    for ours in ("source", "target"):
        theirs = {"source": "target", "target": "source"}[ours] if turned else ours
        want = (gold[ours] or {}).get("sector")
        if want and want != (event.get(theirs) or {}).get("sector"):
            return False
    return True


def distinct(events: list[Event]) -> list[Event]:
    """Events without those that say the same again."""
    return list({json.dumps([e.get("source") and [e["source"]["country"], e["source"]["sector"]], e["type"],
                             e.get("target") and [e["target"]["country"], e["target"]["sector"]], e["modality"]]): e
                 for e in events}.values())


def taken(gold: Event, rest: list[Event]) -> Event | None:
    """The event that fits a gold one best, taken out of the rest; None when none fits."""
    fitting = [e for e in rest if matches(gold, e)]
    if not fitting:
        return None
    best = max(fitting, key=lambda e: (sectors_agree(gold, e), e["modality"] == gold["modality"]))
    rest.remove(best)
    return best


def score(texts: list[Event], coded: dict[str, list[Event]]) -> dict[str, Any]:
    """The figures of score_events.py: each coded event matches one gold event at most."""
    found = expected = produced = sectors = modality = alarms = quiet = 0
    for text in texts:
        rest = distinct(coded.get(text["id"], []))
        expected, produced = expected + len(text["events"]), produced + len(rest)
        if not text["events"]:
            quiet, alarms = quiet + 1, alarms + bool(rest)
        for gold in text["events"]:
            best = taken(gold, rest)
            if best:
                found, sectors = found + 1, sectors + sectors_agree(gold, best)
                modality += best["modality"] == gold["modality"]
    precision, recall = found / max(1, produced), found / max(1, expected)
    return {"texts": len(texts), "gold": expected, "coded": produced, "found": found, "precision": round(precision, 4),
            "recall": round(recall, 4), "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
            "sectors_right": round(sectors / max(1, found), 4), "modality_right": round(modality / max(1, found), 4),
            "false_alarms": f"{alarms}/{quiet}"}


def attributed(texts: list[Event], coded: dict[str, list[Event]]) -> dict[str, Any]:
    """Of the events found: how many that gold has not as asserted have its modality, by modality; and how many have its
    speaker, by country (null: the paper itself), of all and of those where somebody speaks."""
    kinds: dict[str, list[int]] = {}
    told = [0, 0]
    named = [0, 0]
    for text in texts:
        rest = distinct(coded.get(text["id"], []))
        for gold in text["events"]:
            best = taken(gold, rest)
            if best is None:
                continue
            own = kinds.setdefault(gold["modality"], [0, 0])
            own[0], own[1] = own[0] + (best["modality"] == gold["modality"]), own[1] + 1
            if "speaker" in gold:
                right = country(gold["speaker"]) == country(best.get("speaker"))
                for tally in (told, named) if gold["speaker"] else (told,):
                    tally[0], tally[1] = tally[0] + right, tally[1] + 1
    return {"modality": {kind: f"{a}/{b}" for kind, (a, b) in sorted(kinds.items())},
            "speaker_right": round(told[0] / max(1, told[1]), 4), "speaker_where_one_is": f"{named[0]}/{named[1]}"}


def by_language(texts: list[Event], coded: dict[str, list[Event]]) -> dict[str, dict[str, Any]]:
    groups: dict[str, list[Event]] = defaultdict(list)
    for text in texts:
        groups[text["language"]].append(text)
    return {name: {**score(group, coded), **attributed(group, coded)} for name, group in sorted(groups.items())}


def coded_events(gold: Path, model: Path | None = None) -> dict[str, list[Event]]:
    """Code the texts of a gold file: events by the text's id."""
    found: dict[str, list[Event]] = defaultdict(list)
    for item in code(str(gold), model=model):
        if isinstance(item, Skipped):
            print(f"{item.address}: {item.reason}", file=sys.stderr)
        else:
            found[item.article.id] += [json.loads(line) for line in event_lines(item.article, item.events)]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--model", type=Path, default=None)
    given = parser.parse_args()
    if not given.file.exists():
        sys.exit(f"{given.file}: no such file")
    texts = [json.loads(line) for line in given.file.read_text("utf-8").splitlines() if line.strip()]
    coded = coded_events(given.file, given.model)
    result = score(texts, coded)
    if given.by_language:
        result["by_language"] = by_language(texts, coded)
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
