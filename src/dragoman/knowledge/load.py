"""Read the tables of `knowledge/` into records. Nothing is read at import; every table is read once."""

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from sys import intern
from typing import Any

from dragoman.errors import KnowledgeError

FURNITURE = ("connect", "share", "published", "signup", "advertisement", "trending", "related", "comments",
             "navigation", "disclaimer", "sections", "byline", "correspondent")
"""Kinds of site furniture a language table lists; docs/languages.md says what each is."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type: quad class, intensity (−10 to 10) and its modes with theirs."""

    name: str
    quad: str
    intensity: float
    meaning: str
    modes: dict[str, float]


@dataclass(frozen=True, slots=True)
class Language:
    """The word lists of one language. An entry that ends in `*` matches any ending."""

    code: str
    name: str
    furniture: dict[str, tuple[str, ...]]
    nationality: dict[str, tuple[str, ...]]
    capitals: dict[str, tuple[str, ...]]
    roles: dict[str, tuple[str, ...]]
    former: tuple[str, ...]
    saying: dict[str, tuple[str, ...]]
    """verbs, plain (those that need no "that"), denials, that, sources ("according to"), after (the same behind its noun),
    to (before whom is spoken to), titles (words before a title or a name in quotation marks)."""
    reference: dict[str, tuple[str, ...]]
    """both ("both countries"), all ("the parties"), we, and."""
    ties: dict[str, tuple[str, ...]]
    """member: words that make a list of countries members of an organization."""
    time: dict[str, tuple[str, ...]]
    """Words of time by their part, as `knowledge/calendar.py` reads them."""
    where: dict[str, tuple[str, ...]]
    """Prepositions, postpositions, endings and filling words around the name of a place."""


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A row of `actors.csv`: an organization, armed group or office holder."""

    id: str
    name: str
    country: str
    sector: str
    since: date | None
    until: date | None
    wikidata: str
    source: str
    line: int
    kind: str = "organization"
    """person or organization."""
    title: str = ""
    """The office that the dates are of; empty when the table does not say."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A row of `aliases.csv`: another name of a known actor; language empty: any."""

    name: str
    actor: str
    language: str
    line: int


@dataclass(frozen=True, slots=True)
class IncidentRules:
    """When two reports can tell of one incident: types taken for each other, mutual types, days of play by precision."""

    close: frozenset[frozenset[str]]
    mutual: frozenset[str]
    days: dict[str, int]


def _folder() -> Traversable:
    return files("dragoman.knowledge")


@cache
def digest() -> str:
    """First 12 hex digits of SHA-256 over all tables here: the version of the knowledge that made a row."""
    found = hashlib.sha256()
    for path in sorted(_files(_folder()), key=lambda p: p[0]):
        found.update(path[0].encode() + b"\0" + path[1].read_bytes() + b"\0")
    return found.hexdigest()[:12]


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    for path in folder.iterdir():
        if path.is_dir() and path.name != "__pycache__":
            yield from _files(path, f"{above}{path.name}/")
        elif path.is_file() and not path.name.endswith(".py"):
            yield f"{above}{path.name}", path


def read_toml(path: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: {error}; mend the line") from error


@cache
def event_types() -> dict[str, EventType]:
    """The 16 types by name, in the codebook's order."""
    table = read_toml(_folder() / "event_types.toml")
    return {name: EventType(name, row["quad"], float(row["intensity"]), row["meaning"], dict(row["modes"]))
            for name, row in table.items() if isinstance(row, dict)}


@cache
def incident_rules() -> IncidentRules:
    """`incidents.toml`. Raises: KnowledgeError for a type that is none."""
    table: dict[str, Any] = read_toml(_folder() / "incidents.toml")
    unknown = {name for pair in (*table["close"], table["mutual"]) for name in pair} - set(event_types())
    if unknown:
        raise KnowledgeError(f"incidents.toml: unknown types {sorted(unknown)}; known are {', '.join(event_types())}")
    close = frozenset(frozenset(pair) for pair in table["close"])
    return IncidentRules(close, frozenset(table["mutual"]), dict(table["days"]))


@cache
def sectors() -> dict[str, int]:
    """The 25 sectors with their order: of several, the lowest is primary."""
    return {name: int(row["order"]) for name, row in read_toml(_folder() / "sectors.toml").items() if isinstance(row, dict)}


@cache
def language_codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a table."""
    names = (path.name for path in (_folder() / "languages").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def language(code: str) -> Language | None:
    """The table of a language, kept; None when it has none."""
    return read_language(code)


def read_language(code: str) -> Language | None:
    """The table of a language, read anew; None when it has none."""
    return _language(code, _folder() / "languages" / f"{code}.toml") if code in language_codes() else None


@cache
def languages() -> dict[str, Language]:
    """All languages that have a table, by ISO 639-1 code."""
    return {code: table for code in language_codes() if (table := language(code))}


def _language(code: str, path: Traversable) -> Language:
    table = read_toml(path)

    def lists(key: str) -> dict[str, tuple[str, ...]]:
        part = table.get(key, {})
        if not isinstance(part, dict):
            raise KnowledgeError(f"{path}: [{key}] must be a table of lists")
        for name, words in part.items():
            if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
                raise KnowledgeError(f"{path}: {key}.{name} must be a list of words")
        return {name: tuple(words) for name, words in part.items()}

    furniture = lists("furniture")
    unknown = set(furniture) - set(FURNITURE)
    if unknown:
        raise KnowledgeError(f"{path}: unknown furniture {sorted(unknown)}; known are {', '.join(FURNITURE)}")
    return Language(code, str(table.get("name", code)), furniture, lists("nationality"), lists("capitals"),
                    lists("roles"), lists("former").get("words", ()), lists("saying"), lists("reference"), lists("ties"),
                    lists("time"), lists("where"))


def _rows(name: str, columns: tuple[str, ...], optional: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and cells of a table; the last `optional` columns may be missing, and are empty then."""
    path = _folder() / name
    least, most = len(columns) - optional, len(columns)
    with path.open(encoding="utf-8") as file:
        reader = csv.reader(file)
        head = next((row for row in reader if row and not row[0].startswith("#")), [])
        if tuple(head) != columns[:max(least, len(head))]:
            raise KnowledgeError(f"{path}: columns must be {','.join(columns)}")
        for row in reader:
            if row and not row[0].startswith("#"):
                if not least <= len(row) <= most:
                    raise KnowledgeError(f"{path}: row {reader.line_num} has not {most} columns")
                yield reader.line_num, row + [""] * (most - len(row))


@cache
def state_names() -> dict[str, list[tuple[str, str]]]:
    """(name, code) pairs that CLDR does not have, by language; "" holds in any."""
    found: dict[str, list[tuple[str, str]]] = {}
    for _, (name, code, language) in _rows("states.csv", ("name", "code", "language")):
        found.setdefault(language, []).append((name, code))
    return found


ACTOR_COLUMNS = ("id", "name", "country", "sector", "since", "until", "wikidata", "source", "kind", "title")


@cache
def actors() -> dict[str, KnownActor]:
    """The known actors by id. A row with dates and no kind is a person's."""
    found: dict[str, KnownActor] = {}
    for line, row in _rows("actors.csv", ACTOR_COLUMNS, optional=2):
        id, name, country, sector, since, until, wikidata, source, kind, title = row
        if sector not in sectors():
            raise KnowledgeError(f"actors.csv: row {line}: unknown sector {sector!r}")
        kind = kind or ("person" if since or until else "organization")
        found[id] = KnownActor(id, name, intern(country), intern(sector), _date(since, line), _date(until, line, last=True),
                               wikidata, intern(source), line, intern(kind), intern(title))
    return found


def _date(text: str, line: int, last: bool = False) -> date | None:
    """A day; of a bare year the first, or the last."""
    if not text:
        return None
    try:
        return date.fromisoformat(text + ("-12-31" if last else "-01-01") if len(text) == 4 else text)
    except ValueError:
        raise KnowledgeError(f"actors.csv: row {line}: {text!r} is no date (YYYY or YYYY-MM-DD)") from None


def aliases() -> Iterator[Alias]:
    """Other names of known actors, read anew: they are too many to keep twice."""
    known = actors()
    for line, (name, actor, language) in _rows("aliases.csv", ("alias", "actor", "language")):
        if actor not in known:
            raise KnowledgeError(f"aliases.csv: row {line}: no actor {actor!r} in actors.csv")
        yield Alias(name, actor, language, line)


def aliases_of(code: str) -> Iterator[tuple[str, str]]:
    """Names and ids of known actors in one language alone."""
    end, known = f",{code}\n", actors()
    with (_folder() / "aliases.csv").open(encoding="utf-8") as file:
        for name, actor, _ in csv.reader(line for line in file if line.endswith(end) and line[0] != "#"):
            if actor in known:
                yield name, known[actor].id


@cache
def memberships() -> dict[str, dict[str, tuple[int, int]]]:
    """By organization (a row of actors.csv) and country: first and last year of membership; 9999 while it lasts."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for line, row in _rows("memberships.csv", ("organization", "country", "since", "until")):
        organization, country, since, until = row
        if organization not in actors():
            raise KnowledgeError(f"memberships.csv: row {line}: no actor {organization!r} in actors.csv")
        if not since.isdigit() or (until and not until.isdigit()):
            raise KnowledgeError(f"memberships.csv: row {line}: since and until must be years")
        found.setdefault(organization, {})[country] = int(since), int(until or 9999)
    return found


@cache
def contexts() -> dict[str, dict[str, tuple[str, ...]]]:
    """PLOVER's 37 contexts in the codebook's order: by language the words, stems and phrases that speak of each."""
    path = _folder() / "contexts.toml"
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, rows in read_toml(path).items():
        if not isinstance(rows, dict) or not all(isinstance(w, list) for w in rows.values()):
            raise KnowledgeError(f"{path}: [{name}] must be lists of words by language")
        found[name] = {language: tuple(words) for language, words in rows.items()}
    return found
