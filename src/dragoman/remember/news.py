"""What is new in a record on a topic, from one version to another: what the letters tell.

An incident is new to a reader when it has as many reports as the reader asks for at the later version and had not at the
earlier one. Both versions stay readable, so a letter that has to be made again comes out the same.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from dragoman.news import Digest, Fresh, Rise, Span, Topic
from dragoman.records import Event, Incident, Report
from dragoman.remember.query import Record
from dragoman.remember.schema import from_row

DAYS = 3
"""Days that a rise of conflict is looked for in: a day is too few for papers that appear weekly or at night."""
YEAR = 365
CONFLICT = "quad IN ('verbal-conflict', 'material-conflict')"
KEPT = 512
"""Topics and versions whose answers are kept; a run asks for each as many times as it has readers."""


class Newsroom:
    """A record's news up to a version (the newest). Raises: RecordError."""

    def __init__(self, folder: str | Path, at: int | None = None) -> None:
        self._folder, self._record = folder, Record(folder, at)
        self.version = self._record.version
        self._reports = lru_cache(KEPT)(self._reports_of)
        self._known = lru_cache(KEPT)(self._known_at)
        self._at = lru_cache(64)(self._record_at)
        self._fresh = lru_cache(KEPT)(self._fresh_of)
        self.digest = lru_cache(KEPT)(self._digest)
        self.rise = lru_cache(KEPT)(self._rise)
        self.days = lru_cache(KEPT)(self._days)

    def version_at(self, moment: datetime) -> int:
        """The version that the record had at a time; 0 before the first."""
        return max((unit.number for unit in self._record.units if unit.time <= moment), default=0)

    def _digest(self, topic: Topic, span: Span, limit: int) -> Digest:
        """What is new on a topic in a span, at most `limit` incidents of it in full, the newest first."""
        if span.until != self.version:
            return newsroom(str(self._folder), span.until).digest(topic, span, limit)
        names, again = self._fresh(topic, span)
        units = [unit for unit in self._record.units if unit.number > span.since]
        since = next((unit.time.date() for unit in self._record.units if unit.number == span.since), None)
        return Digest(topic, self._items(names[:limit]), len(names[limit:]), again, sum(unit.pages for unit in units), since)

    def _fresh_of(self, topic: Topic, span: Span) -> tuple[tuple[str, ...], int]:
        """Incidents that are new, and how many new reports those told before have."""
        known = self._known(topic, span.since) if span.since else frozenset()
        names, again = list[str](), 0
        for incident, events in self._reports(topic):
            before = sum(event in known for event in events)
            if before >= span.threshold:
                again += len(events) - before
            elif len(events) >= span.threshold:
                names.append(incident)
        return tuple(names), again

    def _reports_of(self, topic: Topic) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Incidents of a topic with their reports on it, the newest incident first."""
        where, values = _where(topic)
        found = self._record.table(
            f"""SELECT incident, list(DISTINCT event) AS events FROM (SELECT event, date FROM pairs WHERE {where})
            JOIN reports USING (event) GROUP BY incident
            ORDER BY max(date) DESC NULLS LAST, count(*) DESC, incident""", *values)
        return tuple((row["incident"], tuple(row["events"])) for row in found.to_pylist())

    def _known_at(self, topic: Topic, version: int) -> frozenset[str]:
        where, values = _where(topic)
        found = self._at(version).table(f"SELECT DISTINCT event FROM pairs WHERE {where}", *values)
        return frozenset(found["event"].to_pylist())

    def _record_at(self, version: int) -> Record:
        return Record(self._folder, version)

    def _items(self, names: tuple[str, ...]) -> tuple[Fresh, ...]:
        if not names:
            return ()
        marks = ", ".join("?" for _ in names)
        rows = self._record.table(f"SELECT * FROM incidents WHERE id IN ({marks})", *names).to_pylist()
        found = {row["id"]: from_row(Incident, row) for row in rows}
        firsts = tuple(event for name in names for event in found[name].events[:4])
        marks = ", ".join("?" for _ in firsts)
        events = {row["id"]: row for row in
                  self._record.table(f"SELECT * FROM events WHERE id IN ({marks})", *firsts).to_pylist()}
        return tuple(_fresh(found[name], [events[e] for e in found[name].events[:4] if e in events]) for name in names)

    def _rise(self, topic: Topic) -> Rise:
        """How many reports of conflict the last days have against the year before; denied and planned acts do not count."""
        last, first = self._ends()
        if last is None or first is None:
            return Rise(0, 0.0, DAYS, 0.0)
        begin = last - timedelta(days=DAYS - 1)
        past = max(min(YEAR, (begin - first).days), DAYS)
        where, values = _where(topic)
        (row,) = self._record.table(
            f"""SELECT count(DISTINCT event) FILTER (date >= ?) AS now, count(DISTINCT event) FILTER (date < ?) AS past
            FROM pairs WHERE {where} AND {CONFLICT} AND modality = 'asserted' AND date <= ? AND date >= ?""",
            begin, begin, *values, last, begin - timedelta(days=past)).to_pylist()
        usual = row["past"] * DAYS / past
        return Rise(row["now"], round(usual, 2), DAYS, round((row["now"] - usual) / (usual + 1) ** 0.5, 2))

    def _days(self, topic: Topic, count: int) -> tuple[tuple[date, int, int], ...]:
        """Reports of cooperation and of conflict of the last `count` days; days without any have no row."""
        last, _ = self._ends()
        if last is None:
            return ()
        where, values = _where(topic)
        found = self._record.table(
            f"""SELECT date, count(DISTINCT event) FILTER (NOT {CONFLICT}) AS cooperation,
            count(DISTINCT event) FILTER ({CONFLICT}) AS conflict FROM pairs
            WHERE {where} AND date <= ? AND date > ? GROUP BY date ORDER BY date""",
            *values, last, last - timedelta(days=count))
        return tuple((row["date"], row["cooperation"], row["conflict"]) for row in found.to_pylist())

    def _ends(self) -> tuple[date | None, date | None]:
        (row,) = self._record.table("SELECT max(published) AS last, min(published) AS first FROM articles").to_pylist()
        return row["last"], row["first"]


@lru_cache(8)
def newsroom(folder: str, version: int) -> Newsroom:
    """The news up to an older version."""
    return Newsroom(folder, version)


def _fresh(incident: Incident, rows: list[dict[str, object]]) -> Fresh:
    own = [row for row in rows if (row["type"], row["modality"]) == (incident.type, incident.modality)] or rows
    event = from_row(Event, own[0])
    published = own[0]["published"]
    report = Report(event, str(own[0]["site"]), str(own[0]["language"]), published if isinstance(published, date) else None)
    return Fresh(incident, report, str(own[0]["url"] or ""))


def _where(topic: Topic) -> tuple[str, list[object]]:
    """The topic as SQL over `pairs`, with its values."""
    parts, values = ["true"], list[object]()
    if topic.other:
        parts.append("((source = ? AND target = ?) OR (source = ? AND target = ?))")
        values += [topic.actor, topic.other, topic.other, topic.actor]
    elif topic.actor:
        parts.append("(source = ? OR target = ?)")
        values += [topic.actor, topic.actor]
    for column, value in (("place_country", topic.place), ("type", topic.type)):
        if value:
            parts.append(f"{column} = ?")
            values.append(value)
    if topic.words:
        parts.append("contains(lower(sentence), lower(?::VARCHAR))")
        values.append(topic.words)
    return " AND ".join(parts), values
