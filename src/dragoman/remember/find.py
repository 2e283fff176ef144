"""Common questions without SQL: events by who, what, whom and when, as rows or as counts."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from dragoman.errors import InputError
from dragoman.knowledge.load import event_types, sectors
from dragoman.remember.query import Record

MODALITIES = ("asserted", "negated", "future", "hypothetical")
PERIODS = ("day", "week", "month", "year")
GROUPS = ("source", "target", "type", "mode", "quad", "modality", "language", "site", "place_country")
COUNTS = {"reports": "count(DISTINCT event)", "incidents": "count(DISTINCT incident)", "articles": "count(DISTINCT article)"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for. Empty: anything. Texts may list several values, joined by commas."""

    source: str = ""
    """Country codes, each with or without a sector: `RUS`, `RUS/MIL`."""
    target: str = ""
    type: str = ""
    modality: str = ""
    place: str = ""
    """Country codes of where it happened."""
    since: date | None = None
    until: date | None = None
    """Last day, itself included."""


def day(text: str, last: bool = False) -> date | None:
    """The first or last day of 2020, 2020-09 or 2020-09-27; None for no text. Raises: InputError for anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text.strip())
    if not text:
        return None
    try:
        if not match:
            raise ValueError
        year, month = int(match[1]), int(match[2] or (12 if last else 1))
        return date(year, month, int(match[3] or (calendar.monthrange(year, month)[1] if last else 1)))
    except ValueError:
        raise InputError(f"{text!r} is no date; give 2020, 2020-09 or 2020-09-27") from None


def condition(asked: Question) -> tuple[str, list[object]]:
    """The question as SQL over `pairs`, with its values. Raises: InputError for a type, sector or modality that is none."""
    parts, values = ["true"], list[object]()

    def add(sql: str, *own: object) -> None:
        parts.append(sql)
        values.extend(own)

    for side, text in (("source", asked.source), ("target", asked.target)):
        if text:
            ways = [way.strip().upper().partition("/") for way in text.split(",")]
            for _, _, sector in ways:
                _known("sector", sector, sectors())
            add("(" + " OR ".join(f"({side} = ? AND ({side}_sector = ? OR ? = ''))" for _ in ways) + ")",
                *(value for country, _, sector in ways for value in (country, sector, sector)))
    for column, text, known in (("type", asked.type.upper(), event_types()), ("modality", asked.modality, MODALITIES),
                                ("place_country", asked.place.upper(), ())):
        if text:
            several = [one.strip() for one in text.split(",")]
            for one in several:
                _known(column, one, known)
            add(f"list_contains(?, {column})", several)
    if asked.since:
        add("date >= ?", asked.since)
    if asked.until:
        add("date <= ?", asked.until)
    return " AND ".join(parts), values


def _known(what: str, value: str, known: "tuple[str, ...] | dict[str, int] | object") -> None:
    names = tuple(known) if isinstance(known, (tuple, dict)) else ()
    if value and names and value not in names:
        raise InputError(f"unknown {what} {value!r}; known are {', '.join(names)}")


def rows(record: Record, asked: Question, limit: int | None = None) -> pa.Table:
    """A row a pair of an event, newest first, as the view `pairs` has them."""
    where, values = condition(asked)
    cut = f" LIMIT {int(limit)}" if limit is not None else ""
    order = "date DESC NULLS LAST, event, source, target"
    return record.table(f"SELECT * FROM pairs WHERE {where} ORDER BY {order}{cut}", *values)


def incident_rows(record: Record, asked: Question, limit: int | None = None) -> pa.Table:
    """A row an incident of which a report matches, newest first, as the view `incidents` has them."""
    where, values = condition(asked)
    cut = f" LIMIT {int(limit)}" if limit is not None else ""
    return record.table(f"""SELECT * FROM incidents WHERE id IN (SELECT incident FROM reports WHERE event IN
        (SELECT event FROM pairs WHERE {where})) ORDER BY date DESC NULLS LAST, id{cut}""", *values)


def counts(record: Record, asked: Question, what: str = "reports", by: str = "month") -> pa.Table:
    """How many reports, incidents or articles (the column's name says which) by periods or groups.

    by: one of day, week, month, year, or any of GROUPS, or one of each, joined by commas. With a period alone every period
    from the first to the last has a row: 0 where articles were read and none tells of it, null where no article of the
    record was published (`read` counts them): no data. Raises: InputError for another `what` or `by`.
    """
    _known("count", what, tuple(COUNTS))
    columns = [name.strip() for name in by.split(",")]
    for name in columns:
        _known("group", name, (*PERIODS, *GROUPS))
    periods = [name for name in columns if name in PERIODS]
    if len(periods) > 1:
        raise InputError(f"count by one period, not by {' and '.join(periods)}")
    where, values = condition(asked)
    chosen = [f"date_trunc('{name}', date)::DATE AS {name}" if name in PERIODS else name for name in columns]
    tied = " LEFT JOIN reports USING (event)" if what == "incidents" else ""
    found = (f"SELECT {', '.join(chosen)}, {COUNTS[what]} AS {what} FROM (SELECT * FROM pairs{tied}) WHERE {where}"
             f"{' AND date IS NOT NULL' if periods else ''} GROUP BY ALL")
    if columns != periods:
        return record.table(f"{found} ORDER BY ALL", *values)
    return _with_gaps(record, asked, (found, values), (what, periods[0]))


def _with_gaps(record: Record, asked: Question, found: tuple[str, list[object]], names: tuple[str, str]) -> pa.Table:
    """Every period from the first to the last, with the articles read in it: a zero is a zero only where some were."""
    (sql, values), (what, period) = found, names
    query = f"""
        WITH found AS ({sql}),
             seen AS (SELECT date_trunc('{period}', published)::DATE AS {period}, count(*) AS read FROM articles
                      WHERE published IS NOT NULL GROUP BY 1),
             ends AS (SELECT coalesce(?::DATE, min({period})) AS a, coalesce(?::DATE, max({period})) AS b
                      FROM (SELECT {period} FROM found UNION ALL SELECT {period} FROM seen)),
             every AS (SELECT unnest(generate_series(date_trunc('{period}', a), b, INTERVAL 1 {period}))::DATE AS {period}
                       FROM ends WHERE a IS NOT NULL AND b IS NOT NULL)
        SELECT {period}, CASE WHEN {what} IS NULL AND read IS NULL THEN NULL ELSE coalesce({what}, 0) END AS {what},
               coalesce(read, 0) AS read
        FROM every LEFT JOIN found USING ({period}) LEFT JOIN seen USING ({period}) ORDER BY 1"""
    return record.table(query, *values, asked.since, asked.until)


def why_nothing(record: Record, asked: Question) -> str:
    """Why a question has no rows: nothing was read of that time, or what was read tells of nothing such."""
    since, until = asked.since or date.min, asked.until or date.max
    ((read,),) = record.sql("SELECT count(*) FROM articles WHERE published BETWEEN ? AND ?", since, until).fetchall()
    ((all_read,),) = record.sql("SELECT count(*) FROM articles").fetchall()
    if asked.since or asked.until:
        span = f"{asked.since or 'the beginning'} to {asked.until or 'today'}"
        if not read:
            return f"no data: none of the {all_read:,} articles was published from {span}"
        return f"none: {read:,} articles were published from {span}, and none of them tells of such an event"
    return f"none: {all_read:,} articles were read, and none of them tells of such an event" if all_read else \
        "no data: the record holds no article yet"
