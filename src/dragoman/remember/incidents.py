"""Reports become incidents: a pure function, the same for the same events in any order.

Reports are taken in order of their day. Each joins the incident it is most like, or begins one. It joins none that has a
member which contradicts it, so that a chain of likenesses cannot tie two things together.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from dragoman.records import Incident, Place, Report
from dragoman.remember.likeness import NO, Facts, facts, likeness

THRESHOLD = 2.1
"""Likeness from which a report joins. Best of 1.3 to 3.1 on the development half of the gold (benchmarks/incidents.py)."""
MEMBERS = 12
"""Latest members that a report is compared with."""
REACH = 31
"""Days after its last report during which an incident can be joined."""
PRECISIONS = ("day", "week", "month", "year", "unknown")
Item = TypeVar("Item")


def incidents(reports: Iterable[Report]) -> tuple[Incident, ...]:
    """One incident for each thing reported, in order of first report.

    reports: events with their articles' data; an event given twice counts once.
    """
    unique = {report.event.id: report for report in reports}
    order = sorted((facts(report) for report in unique.values()), key=lambda f: (f.day or date.min, f.report.event.id))
    groups: list[list[Facts]] = []
    active: dict[str, list[int]] = {}
    for new in order:
        near = sorted({n for key in _sought(new) for n in active.get(key, ()) if _near(new, groups[n][-1])})
        best, group = max(((_fit(new, groups[n]), -n) for n in near), default=(NO, 0))
        number = -group if best >= THRESHOLD else len(groups)
        if number == len(groups):
            groups.append([])
        groups[number].append(new)
        for key in _held(new):
            active[key] = _still(active.get(key, []), groups, new.day, number)
    made = [_incident(sorted(group, key=_seen)) for group in groups]
    return tuple(sorted(made, key=lambda i: (i.first_seen or date.min, i.id)))


def _held(one: Facts) -> list[str]:
    """Keys under which a report's incident is found: its pairs of sides, and each side for those who name but one."""
    sources, targets = one.sides
    if sources and targets:
        return [*_ways(one), *(f"{name}*" for name in sorted(sources | targets))]
    return [f"{name}|" for name in sorted(sources | targets)]


def _sought(one: Facts) -> list[str]:
    """Keys of incidents that a report can belong to."""
    both = sorted(one.sides[0] | one.sides[1])
    if one.sides[0] and one.sides[1]:
        return [*_ways(one), *(f"{name}|" for name in both)]
    return [f"{name}{mark}" for name in both for mark in "|*"]


def _ways(one: Facts) -> list[str]:
    return sorted({"|".join(sorted((s, t))) for s in one.sides[0] for t in one.sides[1]})


def _near(new: Facts, last: Facts) -> bool:
    """Whether the days can be one; those of the last member speak for all, because no member may contradict."""
    return new.day is None or last.day is None or abs((new.day - last.day).days) <= max(new.slack, last.slack)


def _fit(new: Facts, group: list[Facts]) -> float:
    """Mean of the two best likenesses; −∞ when one member contradicts."""
    found = []
    for member in group[-MEMBERS:]:
        found.append(likeness(new, member))
        if found[-1] == NO:
            return NO
    best = sorted(found)[-2:]
    return sum(best) / len(best)


def _still(numbers: list[int], groups: list[list[Facts]], day: date | None, number: int) -> list[int]:
    """The incidents of a key that can still be joined, with the newest."""
    if number in numbers:
        return numbers
    since = (day or date.min) - timedelta(days=REACH) if day and day > date(2, 1, 1) else date.min
    return [n for n in numbers if (groups[n][-1].day or date.min) >= since] + [number]


def _seen(one: Facts) -> tuple[date, str]:
    return one.report.published or one.day or date.max, one.report.event.id


def _most(values: Iterable[Item]) -> list[Item]:
    """Values by how often they come, the first of equals first."""
    return [value for value, _ in Counter(values).most_common()]


def _incident(group: list[Facts]) -> Incident:
    reports = [one.report for one in group]
    events = [report.event for report in reports]
    kinds = _most((e.type, e.quad) for e in events)
    modes = _most(e.mode for e in events if e.type == kinds[0][0] and e.mode)
    days = [r.published for r in reports if r.published]
    when, precision = _when(group)
    ways = Counter(_way(one) for one in group if one.sides[0])
    sources = _usual(group, 0, ways)
    given = [one.numbers for one in group if one.numbers]
    return Incident(
        id=hashlib.sha256(events[0].id.encode("utf-8")).hexdigest()[:16], type=kinds[0][0],
        mode=modes[0] if modes else "", quad=kinds[0][1], intensity=round(sum(e.intensity for e in events) / len(events), 2),
        modality=_modality(group), sources=sources, targets=_usual(group, 1, ways), date=when, precision=precision,
        place=_narrowest([e.place for e in events if e.place]), contexts=_shared(_contexts(reports), len(events)),
        events=tuple(e.id for e in events), articles=tuple(dict.fromkeys(e.article for e in events)),
        sites=tuple(dict.fromkeys(r.site for r in reports if r.site)),
        languages=tuple(dict.fromkeys(r.language for r in reports)),
        first_seen=min(days, default=None), last_seen=max(days, default=None),
        numbers=tuple(sorted({n for own in given for n in own})),
        numbers_agree=bool(frozenset.intersection(*given)) if len(given) > 1 else None,
        other_sources=_others(group, sources), denied_by=tuple(_deniers(reports)))


def _way(one: Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(sorted(one.sides[0])), tuple(sorted(one.sides[1]))


def _usual(group: list[Facts], side: int, ways: Counter[tuple[tuple[str, ...], tuple[str, ...]]]) -> tuple[str, ...]:
    """One side as most reports that name a source have it, so that both sides come from the same reports."""
    whole = [way for way, _ in ways.most_common() if way[0] and way[1]]
    if whole:
        return whole[0][side]
    return next((tuple(sorted(one.sides[side])) for one in group if one.sides[side]), ())


def _others(group: list[Facts], sources: tuple[str, ...]) -> tuple[str, ...]:
    """Sources of reports that name another; in mutual acts the sides may change places."""
    both = {name for one in group for name in one.sides[1]} if any(one.report.event.reciprocal for one in group) else set()
    return tuple(sorted({name for one in group for name in one.sides[0]} - set(sources) - both))


def _modality(group: Sequence[Facts]) -> str:
    found = [one.report.event.modality for one in group]
    return "asserted" if "asserted" in found else found[0]


def _when(group: Sequence[Facts]) -> tuple[date | None, str]:
    given = [(PRECISIONS.index(e.when.precision if e.when else "day"),
              e.when is None or e.when.reason.startswith("published"), e.date)
             for e in (one.report.event for one in group) if e.date]
    if not given:
        return None, "unknown"
    best = min(row[:2] for row in given)
    return _most(row[2] for row in given if row[:2] == best)[0], PRECISIONS[best[0]]


def _narrowest(places: list[Place]) -> Place | None:
    order = ("city", "admin1", "area", "country", "dateline")
    return min(places, key=lambda p: order.index(p.resolution) if p.resolution in order else 9) if places else None


def _contexts(reports: Iterable[Report]) -> Iterator[str]:
    """Contexts of every report, one after the other."""
    for report in reports:
        yield from report.event.contexts


def _shared(contexts: Iterable[str], reports: int) -> tuple[str, ...]:
    return tuple(name for name, count in Counter(contexts).most_common() if 2 * count >= reports)


def _deniers(reports: Iterable[Report]) -> Iterator[str]:
    found = [r.event.speaker for r in reports if r.event.modality == "negated"]
    yield from dict.fromkeys((s.country or s.name) if s else "?" for s in found)
