"""What readers subscribe to and are told: records that travel from the record of events to the letters.

`remember.news` makes them, `report.letters` words and sends them; neither knows the other.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Protocol
from urllib.parse import parse_qsl, urlencode

from dragoman.errors import InputError
from dragoman.knowledge.load import event_types
from dragoman.knowledge.names import english_names
from dragoman.records import Incident, Report

OTHERS = ("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC")
LONGEST_WORDS = 100
"""Characters of a search."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What somebody wants to be told of; an empty field: anything. All codes are checked by `topic`."""

    actor: str = ""
    """Country code of either side."""
    other: str = ""
    """Country code of the other side: a pair."""
    place: str = ""
    """Country code of where it happened."""
    type: str = ""
    """PLOVER type."""
    words: str = ""
    """Letters that the sentence holds, in its own language, upper or lower case."""

    @property
    def text(self) -> str:
        """The topic in one line, the same for the same topic: `actor=ARM&other=AZE`."""
        return urlencode({f.name: value for f in fields(self) if (value := getattr(self, f.name))})


@dataclass(frozen=True, slots=True)
class Span:
    """From which version of the record (not itself) to which (itself) somebody is told, and how much it takes."""

    since: int
    until: int
    threshold: int = 1
    """Reports that an incident must have to be told."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """An incident that is new to a reader, with the report that words it."""

    incident: Incident
    report: Report
    url: str
    """Address of the report's page; empty when unknown."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What is new on a topic."""

    topic: Topic
    items: tuple[Fresh, ...]
    """The newest, at most as many as were asked for."""
    more: int
    """New incidents beyond them."""
    again: int
    """New reports of incidents told before."""
    pages: int
    """Pages read in this time on anything: with none there is no data, which is not the same as nothing reported."""
    since: date | None
    """Day of the version told last; None at the very beginning."""


@dataclass(frozen=True, slots=True)
class Rise:
    """How much more conflict a topic has than it used to have."""

    now: int
    """Reports of conflict in the last days."""
    usual: float
    """Reports of conflict in as many days, on average over the year before."""
    days: int
    burst: float
    """(now − usual) / √(usual + 1): standard deviations above the topic's own mean, if reports came at random."""


class News(Protocol):
    """What the letters ask of a record. `remember.news.Newsroom` answers it."""

    version: int

    def version_at(self, moment: datetime) -> int: ...
    def digest(self, topic: Topic, span: Span, limit: int) -> Digest: ...
    def rise(self, topic: Topic) -> Rise: ...
    def days(self, topic: Topic, count: int) -> tuple[tuple[date, int, int], ...]: ...


def topic(text: str) -> Topic:
    """The topic of a line such as `actor=ARM&other=AZE`. Raises: InputError for a code or a field that nobody knows."""
    try:
        values = dict(parse_qsl(text, strict_parsing=True, max_num_fields=5))
    except ValueError:
        raise InputError(f"{text[:80]!r} is no topic such as actor=ARM&other=AZE") from None
    known = {f.name for f in fields(Topic)}
    for name, value in values.items():
        if name not in known:
            raise InputError(f"a topic has no {name[:20]!r}; it has {', '.join(sorted(known))}")
        if name in ("actor", "other", "place") and value not in english_names() and value not in OTHERS:
            raise InputError(f"unknown country {value[:20]!r}; give an ISO 3166-1 alpha-3 code")
        if name == "type" and value not in event_types():
            raise InputError(f"unknown type {value[:20]!r}; known are {', '.join(event_types())}")
    made = Topic(**values)
    if len(made.words) > LONGEST_WORDS or not made.words.isprintable():
        raise InputError(f"words of a topic must be {LONGEST_WORDS} printable characters at most")
    if not made.text:
        raise InputError("a topic needs an actor, a place or words")
    if made.other and (not made.actor or made.actor >= made.other):
        raise InputError("a pair has two different actors in alphabetical order: actor=ARM&other=AZE")
    return made
