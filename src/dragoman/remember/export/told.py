"""What exporters get: an event with what its article and its incident say, in order of article."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from dragoman.knowledge.names import english_names
from dragoman.records import Actor, Event, Place
from dragoman.remember.find import Question
from dragoman.remember.query import Record
from dragoman.remember.schema import from_row

ASSERTED = "asserted"
SEPARATORS = str.maketrans("\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)


@dataclass(frozen=True, slots=True)
class Incidence:
    """The incident that an event is a report of, in numbers."""

    id: str
    mentions: int
    sources: int
    articles: int
    first: bool
    """Whether this event is its first report (of those exported)."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event, its article's data, its incident."""

    event: Event
    url: str
    address: str
    site: str
    language: str
    published: date | None
    time: datetime | None
    digest: str
    coder: str
    tables: str
    length: int
    """Characters of the article's text."""
    ordinal: int
    """Number of the sentence in the article's text, from 1, by end marks and line ends before it."""
    incident: Incidence

    @property
    def day(self) -> date | None:
        """Of the act; of the article where the act has none."""
        return self.event.date or self.published


QUERY = """
SELECT events.*, incidents.id AS incident, len(incidents.events) AS n_mentions, len(incidents.sites) AS n_sources,
       len(incidents.articles) AS n_articles, length(articles.text) AS length,
       len(regexp_extract_all(left(articles.text, events.sentence.start::BIGINT),
                              '[.!?。！？؟।։]+["»”’)\\]]*\\s|\\n+')) + 1 AS ordinal
FROM events LEFT JOIN articles ON articles.id = events.article LEFT JOIN reports ON reports.event = events.id
     LEFT JOIN incidents ON incidents.id = reports.incident
WHERE list_contains(?, events.modality) AND (?::DATE IS NULL OR coalesce(events.date, events.published) >= ?::DATE)
      AND (?::DATE IS NULL OR coalesce(events.date, events.published) <= ?::DATE)
ORDER BY coalesce(events.published, events.date), events.article, events.sentence.start, events.id"""


def told(record: Record, asked: Question, modality: str) -> Iterator[Told]:
    """The events of a record, in order of publication.

    asked: `since` and `until` count; modality: several, joined by commas.
    """
    seen: set[str] = set()
    values = (modality.split(","), asked.since, asked.since, asked.until, asked.until)
    for batch in record.sql(QUERY, *values).to_arrow_reader(10_000):
        for row in batch.to_pylist():
            incident = Incidence(
                row["incident"] or row["id"],
                row["n_mentions"] or 1,
                row["n_sources"] or 1,
                row["n_articles"] or 1,
                row["incident"] not in seen,
            )
            seen.add(row["incident"])
            yield Told(
                from_row(Event, row),
                row["url"],
                row["address"],
                row["site"],
                row["language"],
                row["published"],
                row["published_time"],
                row["digest"],
                row["coder"],
                row["tables"],
                row["length"] or 0,
                row["ordinal"] or 1,
                incident,
            )


def flat(text: str) -> str:
    """What a cell of a tab-separated file can hold: no tabs, no line ends, no " (readers take it for a quoted cell)."""
    return " ".join(text.translate(SEPARATORS).split()).replace('"', "'") if text else ""


def number(text: str) -> int:
    """An id as a number of 60 bits: the first 15 hex digits of its SHA-256."""
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:15], 16)


def settled(place: Place | None) -> Place | None:
    """A place for formats that cannot say how sure it is: of a dateline the country alone."""
    if place is None or place.resolution != "dateline":
        return place
    name = english_names().get(place.country, place.country)
    return replace(place, name=name, admin1="", latitude=None, longitude=None, geonames=None, resolution="country")


def pairs(event: Event) -> list[tuple[Actor | None, Actor | None]]:
    """The pairs of an event as actors."""
    return [
        (event.sources[s] if s is not None else None, event.targets[t] if t is not None else None) for s, t in event.pairs
    ]
