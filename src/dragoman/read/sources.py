"""The sources file: which feeds, sitemaps and sites are read.

    [[source]]
    name = "Example News"
    address = "https://news.example/feed.xml"
    kind = "feed"          # feed, sitemap or site; left out: told from what is there
    language = "en"        # optional, ISO 639-1
    country = "GBR"        # optional, ISO 3166-1 alpha-3
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dragoman.errors import InputError
from dragoman.knowledge.names import countries
from dragoman.read.language import known

KINDS = ("feed", "sitemap", "site")
FIELDS = ("name", "address", "kind", "language", "country")


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the file."""

    name: str
    address: str
    kind: str = ""
    """feed, sitemap, site; empty: told from what is there."""
    language: str = ""
    """ISO 639-1 code; empty: told from each text."""
    country: str = ""
    """Where it is published, ISO 3166-1 alpha-3; empty when it is not said."""


def sources(path: Path) -> tuple[Source, ...]:
    """The entries of a sources file. Raises: InputError naming file, line and remedy."""
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        raise InputError(f"{path}:{found[1] if found else 1}: not TOML: {str(error).partition(' (at')[0]}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8") from None
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    entries = data.get("source")
    if not isinstance(entries, list) or not entries or set(data) != {"source"}:
        raise InputError(f"{path}:1: needs entries that begin with [[source]], and nothing else")
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines, 1) if re.match(r"\s*\[\[\s*source\s*\]\]", line)]
    if len(heads) != len(entries):
        raise InputError(f"{path}:1: begin each entry with [[source]] on a line of its own")
    made: dict[str, Source] = {}
    for head, entry in zip(heads, entries):
        field, wrong = _fault(entry, made) if isinstance(entry, dict) else ("", "no entry")
        if wrong:
            raise InputError(f"{path}:{_line(lines, head, field)}: {wrong}")
        made[entry["address"]] = Source(**entry)
    return tuple(made.values())


def _line(lines: list[str], head: int, field: str) -> int:
    """The line of a field below the entry's head; the head's where the field is missing."""
    for number in range(head + 1, len(lines) + 1):
        line = lines[number - 1].strip()
        if line.startswith("["):
            break
        if field and re.match(rf"[\"']?{re.escape(field)}[\"']?\s*=", line):
            return number
    return head


def _fault(entry: dict[str, object], others: dict[str, Source]) -> tuple[str, str]:
    """The field that is wrong, and how; empty when nothing is."""
    for field, value in entry.items():
        if field not in FIELDS:
            return field, f"unknown field {field!r}; fields are {', '.join(FIELDS)}"
        if not isinstance(value, str) or not value.strip():
            return field, f"{field} must be text in quotation marks"
    for field in ("name", "address"):
        if field not in entry:
            return field, f"the entry has no {field}"
    address, kind, language, country = (str(entry.get(field, "")) for field in ("address", "kind", "language", "country"))
    faults = (
        ("address", urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname,
         f"{address!r} is no http address"),
        ("address", address in others, f"{others[address].name!r} has this address already" if address in others else ""),
        ("kind", kind and kind not in KINDS, f"unknown kind {kind!r}; choose of {', '.join(KINDS)}"),
        ("language", language and not known(language),
         f"unknown language {language!r}; give an ISO 639-1 code such as en, id or ru"),
        ("country", country and country not in {one.code for one in countries()},
         f"unknown country {country!r}; give an ISO 3166-1 alpha-3 code such as AZE"))
    return next(((field, message) for field, wrong, message in faults if wrong), ("", ""))
