"""From an address to what is asked, and back. Parsed here, trusted inside."""

from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Annotated
from urllib.parse import urlencode

from fastapi import HTTPException, Query

from dragoman.asked import Asked
from dragoman.knowledge.load import event_types, sectors
from dragoman.knowledge.names import country_names, english_names
from dragoman.report.wording import MODALITIES, SUPRANATIONAL, languages

QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")
EARLIEST, LATEST = date(1, 1, 2), date(9999, 12, 30)
DEEPEST = 400
"""Last page of a listing; who wants more asks more narrowly or takes the record itself."""
Name = Annotated[str, Query(max_length=80, description="A country: ISO 3166-1 alpha-3 code, or its name in any language.")]
Word = Annotated[str, Query(max_length=200, description="Letters that the sentence holds, in its own language.")]
Id = Annotated[str, Query(max_length=200)]
One = Annotated[str, Query(max_length=40)]
Daily = Annotated[str, Query(max_length=10, description="A day such as 2026-03-31.")]


@cache
def _names() -> dict[str, str]:
    """Code of a country by its name in any of our languages, in small letters."""
    found: dict[str, str] = {}
    for language in ("en", *languages()):
        for name, code in country_names(language):
            found.setdefault(name.casefold(), code)
    return found


@cache
def _codes() -> frozenset[str]:
    return frozenset((*english_names(), *SUPRANATIONAL))


def country(text: str) -> str:
    """The code of a country by code or name; empty for no text. Raises: HTTPException 400 for a name nobody knows."""
    plain = text.strip()
    if not plain or plain.upper() in _codes():
        return plain.upper()
    code = _names().get(plain.casefold())
    if code is None:
        raise HTTPException(400, f"unknown country {plain[:80]!r}; give its name or its ISO 3166-1 alpha-3 code")
    return code


def day(text: str) -> date | None:
    """A date, None for no text. Raises: HTTPException 400."""
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise HTTPException(400, f"{text[:40]!r} is no day such as 2026-03-31") from None
    return min(max(found, EARLIEST), LATEST)


def _one_of(what: str, text: str, known: tuple[str, ...]) -> str:
    if text and text not in known:
        raise HTTPException(400, f"unknown {what} {text[:40]!r}; known are {', '.join(known)}")
    return text


def sides(actor: Name = "", other: Name = "", source: Name = "", target: Name = "", sector: One = "") -> Asked:
    """The part of a question that names actors."""
    first, second = country(actor), country(other)
    if second and not first:
        first, second = second, ""
    return Asked(actor=first, other=second, source=country(source), target=country(target),
                 sector=_one_of("sector", sector.upper(), tuple(sectors())))


def kinds(type: One = "", modality: One = "", quad: One = "", since: Daily = "", until: Daily = "") -> Asked:
    """The part of a question that says what and when."""
    return Asked(type=_one_of("type", type.upper(), tuple(event_types())),
                 modality=_one_of("modality", modality, MODALITIES),
                 quad=_one_of("quad", quad, QUADS), since=day(since), until=day(until))


def whereabouts(place: Name = "", site: Id = "", article: Id = "", words: Word = "") -> Asked:
    """The part of a question that says where and in which words."""
    return Asked(place=country(place), site=site, article=article, words=words.strip())


def together(*parts: Asked) -> Asked:
    """One question of several parts."""
    whole = Asked()
    for part in parts:
        whole = replace(whole, **{f.name: value for f in fields(Asked) if (value := getattr(part, f.name))})
    return whole


def query(asked: Asked, **more: object) -> str:
    """The question as the part of an address after `?`; empty when nothing is asked."""
    values = {f.name: value for f in fields(Asked) if (value := getattr(asked, f.name))}
    text = urlencode({**values, **{key: value for key, value in more.items() if value}})
    return f"?{text}" if text else ""
