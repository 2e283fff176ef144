"""More nouns: what a reader asks of a record, and the figures that answer. Frozen, like `records`."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader looks for; empty or None: anything."""

    actor: str = ""
    """Country code of either side."""
    other: str = ""
    """Country code of the other side, when `actor` is one."""
    source: str = ""
    """Country code of the doer."""
    target: str = ""
    """Country code of the one done to."""
    sector: str = ""
    """Sector of `actor`."""
    type: str = ""
    modality: str = ""
    quad: str = ""
    place: str = ""
    """Country code of where it happened."""
    site: str = ""
    article: str = ""
    words: str = ""
    """Letters that the sentence holds, in its own language, upper or lower case."""
    since: date | None = None
    until: date | None = None
    """Last day, itself included."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How a pair of countries fares in the last days, against its own history."""

    pair: tuple[str, str]
    """In alphabetical order."""
    now: int
    """Reports in the last days."""
    usual: float
    """Reports in as many days, on average over the year before."""
    burst: float
    """(now − usual) / √(usual + 1): standard deviations above the pair's own mean, if reports came at random."""
    before: float
    """Mean intensity over the year before, −10 to 10; 0 without reports."""
    lately: float
    """Mean intensity in the last days."""


@dataclass(frozen=True, slots=True)
class Day:
    """What was reported of one day."""

    date: date
    cooperation: int
    """Reports of verbal and material cooperation."""
    conflict: int
    """Reports of verbal and material conflict."""
    intensity: float
    """Mean over the reports, −10 to 10."""


@dataclass(frozen=True, slots=True)
class Edge:
    """How often one country acts on another."""

    source: str
    target: str
    reports: int
    intensity: float
    """Mean over the reports, −10 to 10."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with what happened there."""

    name: str
    country: str
    latitude: float
    longitude: float
    reports: int
    intensity: float
    """Mean over the reports, −10 to 10."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A site that reports."""

    site: str
    articles: int
    languages: tuple[str, ...]
    last: date | None
    """Publication of its last article."""
    fetched: datetime | None
    """When one of its pages was last fetched, UTC; None for pages from files."""
