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
    headline: str = ""
    id: str = ""


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


@dataclass(frozen=True, slots=True)
class Skipped:
    """Expected trouble: a page or line that could not be read, and why, in one line."""

    address: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, freed from its site. `text` begins with the headline where there is one."""

    id: str
    """The caller's id, else the first 16 hex digits of SHA-256 over the URL or, without one, the text."""
    url: str
    site: str
    section: str
    headline: str
    byline: str
    published: datetime | date | None
    """UTC time; a bare date when the page gives no time of day; None when it does not say."""
    language: str
    """ISO 639-1 code."""
    text: str
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
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor: `article.text[start:end] == text`."""

    start: int
    end: int
    text: str
    sector: str
    """The network's guess, one of the 25 of `knowledge/sectors.toml`."""
    score: float
    """How sure the network is of the sector, 0–1."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention is."""

    name: str
    country: str
    """ISO 3166-1 alpha-3, KOS, or IGO UNO EUR NGO ISM IMG MNC; empty when unknown."""
    sector: str
    how: str
    """Which table row or rule decided the country: `nationality russian*`, `sentence`, `article` …"""
    mention: Mention


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. A joint act is one event with several sources or targets."""

    id: str
    """First 16 hex digits of SHA-256 over article id, type and spans: the same on every machine."""
    article: str
    sentence: Sentence
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    pairs: tuple[tuple[int | None, int | None], ...]
    """Which source acts on which target: indices into `sources` and `targets`, None for nobody named."""
    reciprocal: bool
    """Both sides do it to each other (met, clashed)."""
    type: str
    mode: str
    quad: str
    intensity: float
    """PLOVER score, −10 to 10."""
    modality: str
    """asserted, negated, future or hypothetical."""
    speaker: Actor | None
    """Who says so, when it is not the paper."""
    start: int
    end: int
    """The words that say the act, into `Article.text`; the whole sentence where none stands out."""
    date: date | None
    """The day the act is dated to; today the article's day for asserted and negated acts, else None."""
    confidence: float
    model: str
