"""The read API, documented by its OpenAPI description at /api/openapi.json."""

import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from pydantic import BaseModel

from dragoman.asked import Asked
from dragoman.records import Actor, Event, Incident, Report
from dragoman.report.site import asking
from dragoman.report.site.library import Library
from dragoman.report.wording import Wording, languages, wording

router = APIRouter(prefix="/api/v1", responses={400: {"description": "What is asked cannot be understood."},
                                                429: {"description": "Asked too often; see Retry-After."}})
Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=100_000)]
Language = Annotated[str, Query(max_length=8, description="Language of `said`: ISO 639-1.")]
Name = Annotated[str, Path(max_length=80)]


class Who(BaseModel):
    """An actor."""

    name: str
    country: str
    sector: str
    text: str
    start: int
    end: int


class Where(BaseModel):
    """A place."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None


class EventOut(BaseModel):
    """An event with its sentence; offsets are half-open characters into the article's text."""

    id: str
    said: str
    sources: list[Who]
    targets: list[Who]
    type: str
    mode: str
    quad: str
    intensity: float
    modality: str
    reciprocal: bool
    speaker: Who | None
    date: datetime.date | None
    place: Where | None
    contexts: list[str]
    sentence: str
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    confidence: float
    model: str
    article: str
    site: str
    language: str
    published: datetime.date | None


class Events(BaseModel):
    """A page of events."""

    version: int
    total: int
    limit: int
    offset: int
    rows: list[EventOut]


class IncidentOut(BaseModel):
    """An incident; its reports are events."""

    id: str
    type: str
    mode: str
    quad: str
    intensity: float
    modality: str
    sources: list[str]
    targets: list[str]
    date: datetime.date | None
    first_seen: datetime.date | None
    last_seen: datetime.date | None
    events: list[str]
    articles: list[str]
    sites: list[str]
    denied_by: list[str]


class Incidents(BaseModel):
    """A page of incidents."""

    version: int
    total: int
    limit: int
    offset: int
    rows: list[IncidentOut]


class DayOut(BaseModel):
    """Reports of a day."""

    date: datetime.date
    cooperation: int
    conflict: int
    intensity: float


class TrendOut(BaseModel):
    """How a pair fares lately: burst = (now − usual) / √(usual + 1)."""

    first: str
    second: str
    now: int
    usual: float
    burst: float
    before: float
    lately: float


class ArticleOut(BaseModel):
    """An article's own data; its text stays with its source."""

    id: str
    url: str
    site: str
    headline: str
    byline: str
    published: datetime.date | None
    language: str
    digest: str


def _library(request: Request) -> Library:
    current: Library = request.app.state.site.current()
    return current


def _words(lang: Language = "en") -> Wording:
    if lang not in languages():
        raise HTTPException(400, f"unknown language {lang!r}; known are {', '.join(languages())}")
    return wording(lang)


def _question(sides: Asked = Depends(asking.sides), kinds: Asked = Depends(asking.kinds),
              where: Asked = Depends(asking.whereabouts)) -> Asked:
    return asking.together(sides, kinds, where)


@router.get("/events")
def events(asked: Asked = Depends(_question), words: Wording = Depends(_words), library: Library = Depends(_library),
           limit: Limit = 50, offset: Offset = 0) -> Events:
    """Events, the newest first."""
    rows = [_event(report, words) for report in library.reports(asked, limit, offset)]
    return Events(version=library.version, total=library.count(asked), limit=limit, offset=offset, rows=rows)


@router.get("/incidents")
def incidents(asked: Asked = Depends(_question), library: Library = Depends(_library), limit: Limit = 50,
              offset: Offset = 0) -> Incidents:
    """Incidents of which a report matches, the newest first."""
    rows = [_incident(one) for one in library.incidents(asked, limit, offset)]
    return Incidents(version=library.version, total=library.count(asked, "incident"), limit=limit, offset=offset, rows=rows)


@router.get("/incidents/{name}", responses={404: {"description": "No such incident."}})
def incident(name: Name, library: Library = Depends(_library)) -> IncidentOut:
    """One incident."""
    found = library.incident(name)
    if found is None:
        raise HTTPException(404, "no such incident")
    return _incident(found)


@router.get("/articles/{name}", responses={404: {"description": "No such article."}})
def article(name: Name, library: Library = Depends(_library)) -> ArticleOut:
    """One article's own data."""
    found = library.article(name)
    if found is None:
        raise HTTPException(404, "no such article")
    return ArticleOut(id=found.id, url=found.url, site=found.site, headline=found.headline, byline=found.byline,
                      published=found.published, language=found.language, digest=found.digest)


@router.get("/days")
def days(asked: Asked = Depends(_question), library: Library = Depends(_library)) -> list[DayOut]:
    """Reports by day; days without reports have no row."""
    return [DayOut(date=d.date, cooperation=d.cooperation, conflict=d.conflict, intensity=d.intensity)
            for d in library.days(asked)]


@router.get("/trends")
def trends(library: Library = Depends(_library), days: Annotated[int, Query(ge=1, le=90)] = 7,
           limit: Limit = 20) -> list[TrendOut]:
    """Pairs with more reports lately than usual."""
    return [TrendOut(first=t.pair[0], second=t.pair[1], now=t.now, usual=t.usual, burst=t.burst, before=t.before,
                     lately=t.lately) for t in library.trends(days, limit)]


def _who(actor: Actor) -> Who:
    mention = actor.mention
    return Who(name=actor.name, country=actor.country, sector=actor.sector, text=mention.text, start=mention.start,
               end=mention.end)


def _event(report: Report, words: Wording) -> EventOut:
    event: Event = report.event
    spot = event.place
    place = Where(name=spot.name, country=spot.country, latitude=spot.latitude, longitude=spot.longitude) if spot else None
    return EventOut(id=event.id, said=words.event(event), sources=[_who(a) for a in event.sources],
                    targets=[_who(a) for a in event.targets], type=event.type, mode=event.mode, quad=event.quad,
                    intensity=event.intensity, modality=event.modality, reciprocal=event.reciprocal,
                    speaker=_who(event.speaker) if event.speaker else None, date=event.date, place=place,
                    contexts=list(event.contexts), sentence=event.sentence.text, start=event.sentence.start,
                    end=event.sentence.end, trigger_start=event.start, trigger_end=event.end, confidence=event.confidence,
                    model=event.model, article=event.article, site=report.site, language=report.language,
                    published=report.published)


def _incident(one: Incident) -> IncidentOut:
    return IncidentOut(id=one.id, type=one.type, mode=one.mode, quad=one.quad, intensity=one.intensity,
                       modality=one.modality,
                       sources=list(one.sources), targets=list(one.targets), date=one.date, first_seen=one.first_seen,
                       last_seen=one.last_seen, events=list(one.events), articles=list(one.articles), sites=list(one.sites),
                       denied_by=list(one.denied_by))
