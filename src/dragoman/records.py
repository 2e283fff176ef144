"""The nouns. Frozen records that travel between the steps; nothing is changed in place.

Offsets are half-open characters into `Article.text`; times are UTC; scores lie in 0–1.
"""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller knows about a page and the page may not say. Empty or None: not known."""

    language: str = ""
    """ISO 639-1 code."""
    published: datetime | date | None = None
    """Date or time of publication."""
    headline: str = ""
    """The headline, where the text does not hold it."""
    id: str = ""
    """The caller's own id of the article."""


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as they came in, before anything was understood."""

    address: str
    """File path, `path:line` of a JSON lines file, `-`, or URL."""
    content: bytes
    media: str
    """`html`, `text` (may hold site furniture) or `clean` (text and nothing else)."""
    charset: str = ""
    """As the server declared it; empty when it did not."""
    hints: Hints = field(default_factory=Hints)
    fetched: datetime | None = None
    """When a server gave it, UTC; None for files."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Expected trouble: a page or line that could not be read, and why, in one line."""

    address: str
    reason: str
    """Why, in one line."""


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, freed from its site. `text` begins with the headline where there is one."""

    id: str
    """The caller's id, else the first 16 hex digits of SHA-256 over the URL or, without one, the text."""
    url: str
    site: str
    section: str
    """Section of the site; empty when unknown."""
    headline: str
    """Empty when it has none."""
    byline: str
    """Who wrote it, as the page says; empty when it does not."""
    published: datetime | date | None
    """UTC time; a bare date when the page gives no time of day; None when it does not say."""
    language: str
    """ISO 639-1 code."""
    text: str
    """What all offsets count in: headline, then paragraphs."""
    notes: tuple[str, ...]
    """What the site says about itself: sign-up notice, syndication, disclaimer."""
    digest: str
    """SHA-256 of the page's bytes, hex."""
    address: str
    """Where the page came from, for messages."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `article.text[start:end] == text`."""

    start: int
    """First character in `Article.text`."""
    end: int
    """Character after its last."""
    text: str
    """Its words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor: `article.text[start:end] == text`."""

    start: int
    """First character in `Article.text`."""
    end: int
    """Character after its last."""
    text: str
    """Its words."""
    sector: str
    """The network's guess, one of the 25 of `knowledge/sectors.toml`."""
    score: float
    """How sure the network is of the sector, 0–1."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention is."""

    name: str
    """Of the table of actors or of CLDR; else as the text has it."""
    country: str
    """ISO 3166-1 alpha-3, KOS, or IGO UNO EUR NGO ISM IMG MNC; empty when unknown."""
    sector: str
    """The primary one of the 25 of `knowledge/sectors.toml`."""
    how: str
    """Which table row or rule decided the country: `nationality russian*`, `sentence`, `article` …"""
    mention: Mention
    """The words that name it."""
    sectors: tuple[str, ...] = ()
    """The primary sector and the others that hold too, in PLOVER's order."""
    title: str = ""
    """The office or role beside the name, as the text or the table has it: `foreign minister`."""
    kind: str = ""
    """state, person, organization, group or place; empty when unknown."""
    since: date | None = None
    """First day in the office that the sector comes from."""
    until: date | None = None
    """Last day in that office; None while it lasts or when nobody knows."""
    wikidata: str = ""
    """Item such as Q7747; empty when unknown."""
    score: float = 1.0
    """How sure the country is, 0–1: a table row 1, a country borrowed from the sentence or article less."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened: `article.text[start:end]` names it."""

    name: str
    """GeoNames' or CLDR's English name."""
    country: str
    """ISO 3166-1 alpha-3; empty for an area of several states or none, such as a sea."""
    admin1: str
    """GeoNames admin-1 code within the country; empty when unknown."""
    latitude: float | None
    """Degrees north, WGS 84; None for a place without a point."""
    longitude: float | None
    """Degrees east, WGS 84."""
    geonames: int | None
    """GeoNames id."""
    resolution: str
    """country, admin1, city, area, or dateline: the place of reporting, of an act that its paragraph tells."""
    start: int
    """First character of its name in `Article.text`."""
    end: int
    """Character after its last."""


@dataclass(frozen=True, slots=True)
class When:
    """When something happened, and the words that say so."""

    date: date | None
    """First day of the time; None when the text leaves it open."""
    precision: str
    """day, week, month, year or unknown."""
    reason: str
    """How the date came about: `weekday on Sunday`, `explicit 27 September`, `published` …"""
    start: int | None
    """The expression's characters in `Article.text`; None when no expression gave the date."""
    end: int | None
    """Character after its last."""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. A joint act is one event with several sources or targets."""

    id: str
    """First 16 hex digits of SHA-256 over article id, type and spans: the same on every machine."""
    article: str
    sentence: Sentence
    """The sentence that says it."""
    sources: tuple[Actor, ...]
    """Who does it, in text order."""
    targets: tuple[Actor, ...]
    """To whom, in text order."""
    pairs: tuple[tuple[int | None, int | None], ...]
    """Which source acts on which target: indices into `sources` and `targets`, None for nobody named."""
    reciprocal: bool
    """Both sides do it to each other (met, clashed)."""
    type: str
    """One of the 16 PLOVER types."""
    mode: str
    """PLOVER mode, how it is done; empty when none holds."""
    quad: str
    """verbal-cooperation, material-cooperation, verbal-conflict or material-conflict."""
    intensity: float
    """PLOVER score, −10 to 10."""
    modality: str
    """asserted, negated, future or hypothetical."""
    speaker: Actor | None
    """Who says so, when it is not the paper."""
    start: int
    """First character, into `Article.text`, of the words that say the act; of the whole sentence where none stands out."""
    end: int
    """The words that say the act, into `Article.text`; the whole sentence where none stands out."""
    date: date | None
    """The first day of the time the act is dated to; None when unknown."""
    confidence: float
    """How sure the network is of the type, 0–1."""
    model: str
    when: When | None = None
    """Where `date` comes from, and how precise it is."""
    place: Place | None = None
    """Where; None when the text does not say."""
    contexts: tuple[str, ...] = ()
    """Of PLOVER's 37, those that the article treats."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A standing relation that the text states: `source` <kind> `target`."""

    id: str
    """First 16 hex digits of SHA-256 over article id, kind and spans: the same on every machine."""
    article: str
    sentence: Sentence
    """The sentence that says it."""
    source: Actor
    """One side."""
    target: Actor
    """The other side."""
    kind: str
    """ally, partner, member, hosts-forces, supplies-arms, trades-with, mediates or kin-population."""
    since: date | None
    """From this day on, where the text says."""
    until: date | None
    """Until this day, where the text says."""
    start: int
    """First character, into `Article.text`, of the words that say it."""
    end: int
    """The words that say it, into `Article.text`."""
    confidence: float
    """How sure the network is of the kind, 0–1."""
    model: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words in a text, direct or indirect."""

    id: str
    """First 16 hex digits of SHA-256 over article id and span: the same on every machine."""
    article: str
    speaker: Actor | None
    """Whose words they are; None when the text does not say."""
    text: str
    """The exact words, without the quotation marks: `article.text[start:end]`."""
    direct: bool
    """True: quoted in quotation marks; False: reported in the paper's words."""
    verb: str
    """The word of saying; empty when there is none."""
    addressees: tuple[Actor, ...]
    """To whom they are said."""
    start: int
    """First character in `Article.text`."""
    end: int
    """Character after its last."""
    confidence: float
    """How sure we are that it is a statement, 0–1."""


@dataclass(frozen=True, slots=True)
class Made:
    """What made the rows."""

    model: str
    """Name and number of the network: `news-1`."""
    tables: str
    """First 12 hex digits of SHA-256 over the files in `knowledge/`."""
    coder: str
    """Dragoman's version."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page with all that was read from it."""

    page: Page
    article: Article
    events: tuple[Event, ...] = ()
    ties: tuple[Tie, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A chunk of pages that is in as a whole. Its row is written last; without it nothing of the chunk is seen."""

    number: int
    """1 for the first, without gaps: the version of the record that began with it."""
    unit: str
    """Its name in the other tables; drawn anew at each add."""
    time: datetime
    """When it was committed, UTC."""
    pages: int
    """Articles in it."""
    skipped: int
    """Pages in it that could not be read."""
    events: int
    """Rows of events in it."""
    ties: int
    """Rows of ties in it."""
    statements: int
    """Rows of statements in it."""
    model: str
    """Name and number of the network: `news-1`."""
    tables: str
    """First 12 hex digits of SHA-256 over the files in `knowledge/`."""
    coder: str
    """Dragoman's version."""


@dataclass(frozen=True, slots=True)
class Report:
    """An event with what its article says of itself: what incidents are made of."""

    event: Event
    site: str
    language: str
    """ISO 639-1 code."""
    published: date | None


@dataclass(frozen=True, slots=True)
class Incident:
    """One thing that happened, or is planned or supposed, however many pages report it."""

    id: str
    """First 16 hex digits of SHA-256 over the id of the event first reported: later reports leave it as it is."""
    type: str
    """What most reports say; the first of equals."""
    mode: str
    """The mode that most reports of that type give; empty when none does."""
    quad: str
    """Of that type."""
    intensity: float
    """Mean over the reports, −10 to 10."""
    modality: str
    """asserted where any report asserts it, else negated; future; hypothetical."""
    sources: tuple[str, ...]
    """Countries that most reports name as source; names where the country is unknown."""
    targets: tuple[str, ...]
    """The same for the target."""
    first_seen: date | None
    """Day of the first article."""
    last_seen: date | None
    """Day of the last article."""
    date: date | None
    """The most precise day given; of several the one that most reports give."""
    precision: str
    """day, week, month, year or unknown."""
    place: Place | None
    """The narrowest account of where."""
    contexts: tuple[str, ...]
    """Of half the reports or more."""
    events: tuple[str, ...]
    """Ids of its events, in order of publication."""
    articles: tuple[str, ...]
    """Ids of its articles."""
    sites: tuple[str, ...]
    """Sites that report it."""
    languages: tuple[str, ...]
    """ISO 639-1 codes of the reports."""
    numbers: tuple[int, ...]
    """Numbers that the reports' sentences give, each once, but years."""
    numbers_agree: bool | None
    """Whether all reports that give numbers share one; None when fewer than two give any."""
    other_sources: tuple[str, ...]
    """Who did it by other reports than most: a contradiction."""
    denied_by: tuple[str, ...]
    """Countries or names of those who say that it is not so; `?` for a denial without a speaker."""
