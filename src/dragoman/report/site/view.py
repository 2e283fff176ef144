"""What a template is given: the words of a language, addresses, and sentences cut at their marks."""

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from urllib.parse import quote, urlsplit

from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from dragoman.asked import Asked
from dragoman.knowledge.load import event_types, sectors
from dragoman.records import Article, Event, Incident, Report
from dragoman.report.site.asking import QUADS, query
from dragoman.report.wording import MODALITIES, SUPRANATIONAL, Wording, languages, wording

LONGEST_WORD = 60
"""Letters after which a word may be broken anywhere; a page cannot push its neighbours off the screen."""
OVERRIDES = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"))


@dataclass(frozen=True, slots=True)
class Country:
    """A country as an actor."""

    country: str
    sector: str = "GOV"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """A row of `state_media.csv`: an outlet that a state owns or steers."""

    host: str
    names: tuple[str, ...]
    country: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """An incident with the report that words it."""

    incident: Incident
    report: Report


@dataclass(frozen=True, slots=True)
class Notice:
    """What the operator has to say, as text: an announcement or an advertisement, labelled as what it is."""

    text: str
    link: str = ""


@cache
def environment() -> Environment:
    """The templates. Everything put into them is escaped; a name that is not there is an error."""
    made = Environment(loader=PackageLoader("dragoman.report.site"),
                       autoescape=select_autoescape(default=True, default_for_string=True),
                       undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["plain"] = plain
    return made


@cache
def state_media() -> tuple[Media, ...]:
    """Outlets that a state owns or steers, with the reason."""
    with (files("dragoman.report.site") / "state_media.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple(Media(r["host"], tuple(name.strip().casefold() for name in r["names"].split(";")), r["country"],
                           r["kind"], r["reason"]) for r in rows)


def media(site: str, url: str = "") -> Media | None:
    """The row of a site, by host or name."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    name = site.casefold().removeprefix("www.")
    for row in state_media():
        if name in (row.host, *row.names) or host == row.host or host.endswith(f".{row.host}"):
            return row
    return None


def plain(text: str) -> str:
    """Text of a page without the characters that turn the direction of what follows; `dir="auto"` and bdi do that."""
    return text.translate(OVERRIDES)


@cache
def static(name: str) -> str:
    """Address of a file of ours, with its digest, so that a new one is fetched."""
    digest = hashlib.sha256((files("dragoman.report.site") / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?{digest}"


class View:
    """Helpers of one page in one language, for its template."""

    def __init__(self, language: str, base: str, path: str) -> None:
        self.words: Wording = wording(language)
        self.language, self.base, self.path = language, base, path
        self.languages = tuple((code, Locale.parse(code).get_display_name(code) or code) for code in languages())
        self.types, self.sectors = tuple(event_types()), tuple(sectors())
        self.modalities, self.quads = MODALITIES, QUADS

    def t(self, key: str, **values: object) -> str:
        """Words of the interface."""
        return self.words.text(f"ui-{key}", **values)

    def to(self, *parts: str) -> str:
        """Address of a page of ours."""
        return "/" + "/".join(quote(part, safe="") for part in (self.language, *parts))

    def rows(self, asked: Asked, **more: object) -> str:
        """Address of the rows behind a number."""
        return f"/{self.language}/search{query(asked, **more)}"

    def data(self, name: str, asked: Asked) -> str:
        """Address of rows or feeds: events.csv, events.json, feed.atom, feed.json, curve.svg, network.svg …"""
        return f"/{self.language}/{name}{query(asked)}"

    def pair(self, first: str, second: str) -> str:
        """A pair's name."""
        return f"{self.words.country(first)} – {self.words.country(second)}"

    def who(self, code: str) -> str:
        """A country's name, or that nobody is named."""
        return self.words.country(code) if code else self.words.actor(Country("", "NONE"))

    def told(self, event: Event) -> str:
        """An event in words."""
        return self.words.event(event)

    def when(self, day: date | None, precision: str = "day") -> str:
        """A day."""
        return self.words.day(day, precision)

    def moment(self, when: date | datetime | None) -> str:
        """A day, or a time to the minute, UTC."""
        text = self.words.day(when)
        return f"{text}, {when:%H:%M} UTC" if isinstance(when, datetime) else text

    def precision(self, event: Event) -> str:
        """How precise an event's date is."""
        return event.when.precision if event.when and event.when.precision in ("month", "year") else "day"

    def pages_of(self, event: Event) -> tuple[str, ...]:
        """Countries of an event that have a page, each once."""
        codes = dict.fromkeys(actor.country for actor in (*event.sources, *event.targets) if actor.country)
        return tuple(codes)

    def dyad_of(self, event: Event) -> tuple[str, str] | None:
        """The pair an event belongs to."""
        for source, target in event.pairs:
            if source is not None and target is not None:
                first, second = event.sources[source].country, event.targets[target].country
                if first and second and first != second:
                    return min(first, second), max(first, second)
        return None

    def marked(self, event: Event) -> tuple[tuple[str, str], ...]:
        """The sentence cut at its marks: (source, target, act or empty; text)."""
        base, text = event.sentence.start, event.sentence.text
        spans = [(a.mention.start, a.mention.end, "source") for a in event.sources]
        spans += [(a.mention.start, a.mention.end, "target") for a in event.targets]
        if (event.start, event.end) != (event.sentence.start, event.sentence.end):
            spans.append((event.start, event.end, "act"))
        return cut(text, [(start - base, end - base, kind) for start, end, kind in spans])

    def highlighted(self, article: Article, events: Sequence[Event]) -> tuple[tuple[str, str], ...]:
        """An article's text cut at the words that say its events."""
        return cut(article.text, [(e.start, e.end, "act") for e in events])

    def media(self, site: str, url: str = "") -> Media | None:
        """Whether a state owns or steers the site, and why we say so."""
        return media(site, url)

    def known(self, code: str) -> bool:
        """Whether a country's code has a page."""
        return bool(code) and (len(code) == 3 or code in SUPRANATIONAL)

    def web(self, url: str) -> str:
        """An address that may be linked: of the web, or empty."""
        return url if urlsplit(url).scheme in ("http", "https") else ""

    def here(self, language: str = "") -> str:
        """This page's path, in another language."""
        parts = self.path.split("/", 2)
        return f"/{language or self.language}/{parts[2] if len(parts) > 2 else ''}"

    def static(self, name: str) -> str:
        """Address of a file of ours."""
        return static(name)


def cut(text: str, spans: Sequence[tuple[int, int, str]]) -> tuple[tuple[str, str], ...]:
    """A text cut at spans; of two that overlap the first counts."""
    out, at = [], 0
    for start, end, kind in sorted(spans):
        if at <= start < end <= len(text):
            out += [("", text[at:start]), (kind, text[start:end])]
            at = end
    return tuple((kind, plain(part)) for kind, part in (*out, ("", text[at:])) if part)
