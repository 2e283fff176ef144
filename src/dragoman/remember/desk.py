"""A version of a record laid out in memory for readers: short questions, answered in milliseconds, from many threads.

What the site asks (`report.site.library.Library`) is answered here in records; neither knows the other.
"""

from datetime import date, datetime, timedelta
from typing import Any

from dragoman.asked import Asked, Day, Edge, Outlet, Spot, Trend
from dragoman.records import Article, Event, Incident, Report, Skipped, Statement, Tie
from dragoman.remember.query import Memory, Record
from dragoman.remember.schema import Row, from_row

PAIRS = """SELECT event, date, source, target, source_sector, target_sector, type, quad, intensity, modality,
    place, place_country, site, article, incident, least(source, target) AS a, greatest(source, target) AS b
    FROM pairs LEFT JOIN reports USING (event) ORDER BY a, b, date"""
TABLES = {"pairs": PAIRS, "events": "SELECT * FROM events", "incidents": "SELECT * FROM incidents",
          "articles": "SELECT * FROM articles", "statements": "SELECT * FROM statements", "ties": "SELECT * FROM ties",
          "skipped": "SELECT * FROM skipped"}
THEN = (*(f"CREATE TABLE {name} AS SELECT * FROM given_{name}" for name in TABLES),
        "CREATE INDEX event_id ON events(id)", "CREATE INDEX incident_id ON incidents(id)",
        "CREATE INDEX article_id ON articles(id)")
YEAR = 365
COOPERATION = "quad IN ('verbal-cooperation', 'material-cooperation')"


class Desk:
    """One version of a record for readers. Raises: InputError when its incidents are not stored and too many to make."""

    def __init__(self, record: Record) -> None:
        self.version = record.version
        self.changed: datetime | None = record.changed
        self.folder = record.folder
        last = record.units[-1] if record.units else None
        self.made = (last.model, last.tables, last.coder) if last else ("", "", "")
        self._memory = Memory({name: record.table(sql) for name, sql in TABLES.items()}, THEN)
        ends = self._rows("SELECT max(published) AS last, min(published) AS first FROM articles")[0]
        self.last: date | None = ends["last"]
        self.first: date | None = ends["first"]

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Rows of each table."""
        names = ("articles", "events", "incidents", "statements", "ties", "skipped")
        return tuple((name, self._rows(f"SELECT count(*) AS n FROM {name}")[0]["n"]) for name in names)

    def reports(self, asked: Asked, limit: int, offset: int = 0) -> tuple[Report, ...]:
        """Events with what their articles say of themselves, the newest first."""
        where, values = _where(asked)
        found = self._rows(f"""SELECT event FROM pairs WHERE {where} GROUP BY event
            ORDER BY max(date) DESC NULLS LAST, event LIMIT {int(limit)} OFFSET {int(offset)}""", *values)
        return self.reports_of(tuple(row["event"] for row in found))

    def reports_of(self, events: tuple[str, ...]) -> tuple[Report, ...]:
        """The events of these ids, in their order."""
        by_id = {row["id"]: row for row in self._by_id("events", events)}
        rows = (by_id[name] for name in events if name in by_id)
        return tuple(Report(from_row(Event, row), row["site"], row["language"], row["published"]) for row in rows)

    def count(self, asked: Asked, what: str = "event") -> int:
        """How many reports (`event`), incidents (`incident`) or articles (`article`) match."""
        column = {"event": "event", "incident": "incident", "article": "article"}[what]
        where, values = _where(asked)
        return int(self._rows(f"SELECT count(DISTINCT {column}) AS n FROM pairs WHERE {where}", *values)[0]["n"])

    def incidents(self, asked: Asked, limit: int, offset: int = 0) -> tuple[Incident, ...]:
        """Incidents of which a report matches, the newest first."""
        where, values = _where(asked)
        found = self._rows(f"""SELECT incident FROM pairs WHERE {where} AND incident IS NOT NULL GROUP BY incident
            ORDER BY max(date) DESC NULLS LAST, count(DISTINCT event) DESC, incident
            LIMIT {int(limit)} OFFSET {int(offset)}""", *values)
        names = tuple(row["incident"] for row in found)
        by_id = {row["id"]: row for row in self._by_id("incidents", names)}
        return tuple(from_row(Incident, by_id[name]) for name in names)

    def incident(self, name: str) -> Incident | None:
        """The incident of that id."""
        found = self._by_id("incidents", (name,))
        return from_row(Incident, found[0]) if found else None

    def incident_of(self, event: str) -> str:
        """Id of the incident that an event reports; empty when there is none."""
        found = self._rows("SELECT incident FROM pairs WHERE event = ? LIMIT 1", event)
        return str(found[0]["incident"] or "") if found else ""

    def trends(self, days: int, limit: int) -> tuple[Trend, ...]:
        """Pairs with the most reports lately against their own history, of the record's last `days` days."""
        return self._trends(days, "now >= 2 AND burst > 0 ORDER BY burst DESC, now DESC, a, b", limit)

    def reversals(self, days: int, limit: int) -> tuple[Trend, ...]:
        """Pairs whose reports were mostly cooperation and are mostly conflict lately, or the other way."""
        return self._trends(days, "past >= 2 AND before * lately < 0 AND abs(before - lately) >= 2 "
                            "ORDER BY abs(before - lately) * sqrt(least(now, 25)) DESC, a, b", limit)

    def _trends(self, days: int, chosen: str, limit: int) -> tuple[Trend, ...]:
        if self.last is None or self.first is None:
            return ()
        begin = self.last - timedelta(days=days - 1)
        past = max(min(YEAR, (begin - self.first).days), days)
        found = self._rows(f"""
            WITH own AS (SELECT a, b, event, any_value(date) AS date, avg(intensity) AS intensity FROM pairs
                         WHERE a <> '' AND a <> b AND date <= ? AND date >= ? GROUP BY ALL),
                 sums AS (SELECT a, b, count(*) FILTER (date >= ?) AS now, count(*) FILTER (date < ?) AS past,
                                 coalesce(avg(intensity) FILTER (date < ?), 0) AS before,
                                 coalesce(avg(intensity) FILTER (date >= ?), 0) AS lately FROM own GROUP BY ALL),
                 rated AS (SELECT *, past * {days} / {past} AS usual FROM sums WHERE now > 0)
            SELECT *, (now - usual) / sqrt(usual + 1) AS burst FROM rated WHERE {chosen} LIMIT {int(limit)}""",
            self.last, begin - timedelta(days=past), begin, begin, begin, begin)
        return tuple(Trend((r["a"], r["b"]), r["now"], round(r["usual"], 2), round(r["burst"], 2), round(r["before"], 2),
                           round(r["lately"], 2)) for r in found)

    def days(self, asked: Asked) -> tuple[Day, ...]:
        """Reports by day, cooperation and conflict apart; days without reports have no row."""
        where, values = _where(asked)
        found = self._rows(f"""SELECT date, count(DISTINCT event) FILTER ({COOPERATION}) AS cooperation,
            count(DISTINCT event) FILTER (NOT {COOPERATION}) AS conflict, avg(intensity) AS intensity
            FROM pairs WHERE {where} AND date IS NOT NULL GROUP BY date ORDER BY date""", *values)
        return tuple(Day(r["date"], r["cooperation"], r["conflict"], round(r["intensity"], 2)) for r in found)

    def edges(self, asked: Asked, limit: int) -> tuple[Edge, ...]:
        """Who acts on whom, the most frequent first; countries only."""
        where, values = _where(asked)
        found = self._rows(f"""SELECT source, target, count(DISTINCT event) AS reports, avg(intensity) AS intensity
            FROM pairs WHERE {where} AND source <> '' AND target <> '' AND source <> target GROUP BY ALL
            ORDER BY reports DESC, source, target LIMIT {int(limit)}""", *values)
        return tuple(Edge(r["source"], r["target"], r["reports"], round(r["intensity"], 2)) for r in found)

    def spots(self, asked: Asked, limit: int) -> tuple[Spot, ...]:
        """Places with coordinates and what happened there, the most reported first."""
        where, values = _where(asked)
        found = self._rows(f"""SELECT place.name AS name, place.country AS country, any_value(place.latitude) AS latitude,
            any_value(place.longitude) AS longitude, count(*) AS reports, avg(intensity) AS intensity
            FROM events WHERE place.latitude IS NOT NULL AND id IN (SELECT event FROM pairs WHERE {where})
            GROUP BY ALL ORDER BY reports DESC, name LIMIT {int(limit)}""", *values)
        return tuple(Spot(r["name"], r["country"], r["latitude"], r["longitude"], r["reports"], round(r["intensity"], 2))
                     for r in found)

    def mediators(self, first: str, second: str, limit: int) -> tuple[tuple[str, int], ...]:
        """Third countries that talked with or made demands of both: how often (the lesser of both counts)."""
        found = self._rows("""
            WITH acts AS (SELECT source AS who, target AS whom, count(DISTINCT event) AS n FROM pairs
                          WHERE type IN ('CONSULT', 'REQUEST', 'AGREE') AND target IN (?, ?) GROUP BY ALL)
            SELECT x.who AS who, least(x.n, y.n) AS n FROM acts x JOIN acts y ON x.who = y.who
            WHERE x.whom = ? AND y.whom = ? AND x.who NOT IN ('', ?, ?) ORDER BY n DESC, who LIMIT ?""",
            first, second, first, second, first, second, limit)
        return tuple((r["who"], r["n"]) for r in found)

    def statements(self, first: str, second: str, limit: int) -> tuple[tuple[Statement, str, str], ...]:
        """What the first said in articles that report on both, the newest first, each with site and language."""
        found = self._rows("""SELECT * FROM statements WHERE speaker.country = ? AND (? = '' OR article IN
            (SELECT article FROM pairs WHERE a = least(?, ?) AND b = greatest(?, ?)))
            ORDER BY published DESC NULLS LAST, id LIMIT ?""", first, second, first, second, first, second, limit)
        return tuple((from_row(Statement, row), row["site"], row["language"]) for row in found)

    def statements_in(self, article: str) -> tuple[Statement, ...]:
        """What is said in an article, in text order."""
        return tuple(from_row(Statement, row) for row in
                     self._rows("SELECT * FROM statements WHERE article = ? ORDER BY start", article))

    def ties(self, first: str, second: str, limit: int) -> tuple[Tie, ...]:
        """Standing relations of a country, or between two, the newest first."""
        found = self._rows("""SELECT * FROM ties WHERE (source.country = ? AND (? = '' OR target.country = ?))
            OR (target.country = ? AND (? = '' OR source.country = ?)) ORDER BY published DESC NULLS LAST, id LIMIT ?""",
            first, second, second, first, second, second, limit)
        return tuple(from_row(Tie, row) for row in found)

    def article(self, name: str) -> Article | None:
        """The article of that id."""
        found = self._by_id("articles", (name,))
        return from_row(Article, found[0]) if found else None

    def articles(self, names: tuple[str, ...]) -> tuple[Article, ...]:
        """The articles of these ids."""
        return tuple(from_row(Article, row) for row in self._by_id("articles", names))

    def articles_from(self, site: str, limit: int, offset: int = 0) -> tuple[Article, ...]:
        """Articles of a site, the newest first."""
        found = self._rows(f"""SELECT * FROM articles WHERE site = ? ORDER BY published DESC NULLS LAST, id
            LIMIT {int(limit)} OFFSET {int(offset)}""", site)
        return tuple(from_row(Article, row) for row in found)

    def outlets(self, site: str = "") -> tuple[Outlet, ...]:
        """The sites, or one of them, those with most articles first."""
        found = self._rows("""SELECT site, count(*) AS n, list_sort(list(DISTINCT language)) AS languages,
            max(published) AS last, max(fetched) AS fetched FROM articles WHERE ? = '' OR site = ?
            GROUP BY site ORDER BY n DESC, site""", site, site)
        return tuple(Outlet(r["site"], r["n"], tuple(r["languages"]), r["last"], r["fetched"]) for r in found)

    def skipped(self, limit: int) -> tuple[Skipped, ...]:
        """Pages that could not be read, with the reason."""
        return tuple(from_row(Skipped, row) for row in
                     self._rows("SELECT * FROM skipped ORDER BY fetched DESC NULLS LAST, address LIMIT ?", limit))

    def _by_id(self, table: str, names: tuple[str, ...]) -> list[Row]:
        if not names:
            return []
        return self._rows(f"SELECT * FROM {table} WHERE id IN ({', '.join('?' for _ in names)})", *names)

    def _rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._memory.table(sql, *values).to_pylist()
        return found


def _where(asked: Asked) -> tuple[str, list[object]]:
    """What is asked as SQL over `pairs`, with its values."""
    parts, values = ["true"], list[object]()

    def add(sql: str, *own: object) -> None:
        parts.append(sql)
        values.extend(own)

    if asked.actor and asked.other:
        add("a = least(?::VARCHAR, ?::VARCHAR) AND b = greatest(?::VARCHAR, ?::VARCHAR)", *(asked.actor, asked.other) * 2)
    elif asked.actor and asked.sector:
        add("((source = ? AND source_sector = ?) OR (target = ? AND target_sector = ?))",
            *(asked.actor, asked.sector) * 2)
    elif asked.actor:
        add("(source = ? OR target = ?)", asked.actor, asked.actor)
    for column in ("source", "target", "type", "modality", "quad", "site", "article"):
        if getattr(asked, column):
            add(f"{column} = ?", getattr(asked, column))
    if asked.place:
        add("place_country = ?", asked.place)
    if asked.words:
        add("event IN (SELECT id FROM events WHERE contains(lower(sentence.text), lower(?::VARCHAR)))", asked.words)
    if asked.since:
        add("date >= ?", asked.since)
    if asked.until:
        add("date <= ?", asked.until)
    return " AND ".join(parts), values
