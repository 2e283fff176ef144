"""Articles, events, ties and statements as JSON lines: one object a line; an event has one line a pair of actors."""

import json
from collections.abc import Iterator
from datetime import date, datetime

from dragoman.records import Actor, Article, Event, Place, Report, Statement, Tie, When

Json = dict[str, object]


def event_lines(article: Article, events: tuple[Event, ...]) -> Iterator[str]:
    """One line for each pair of each event; the lines of a joint act share `event_id`. `id` is the text's id, as scorers of
    coded events have it; the lines of ties and statements have an `id` of their own, and `article` is the text's in all.

    All offsets are half-open characters into the article's `text`, as `dragoman read --format json` prints it.
    """
    for event in events:
        for source, target in event.pairs:
            yield _dump({
                "record": "event",
                "id": article.id,
                "event_id": event.id,
                "article": article.id,
                "source": _actor(event.sources[source] if source is not None else None),
                "target": _actor(event.targets[target] if target is not None else None),
                "type": event.type,
                "mode": event.mode or None,
                "quad": event.quad,
                "intensity": event.intensity,
                "modality": event.modality,
                "reciprocal": event.reciprocal,
                "contexts": list(event.contexts),
                "speaker": _actor(event.speaker),
                "sentence": event.sentence.text,
                "start": event.sentence.start,
                "end": event.sentence.end,
                "trigger": _span(article, event.start, event.end),
                **_when(article, event.when),
                "place": _place(event.place),
                "language": article.language,
                "url": article.url or None,
                "confidence": event.confidence,
                "model": event.model,
            })


def tie_lines(article: Article, ties: tuple[Tie, ...]) -> Iterator[str]:
    """One line a tie; `trigger` are the words that state it."""
    for tie in ties:
        yield _dump({
            "record": "tie", "id": tie.id, "article": article.id, "kind": tie.kind, "source": _actor(tie.source),
            "target": _actor(tie.target), "since": _time(tie.since), "until": _time(tie.until),
            "sentence": tie.sentence.text, "start": tie.sentence.start, "end": tie.sentence.end,
            "trigger": _span(article, tie.start, tie.end), "language": article.language, "url": article.url or None,
            "confidence": tie.confidence, "model": tie.model,
        })


def statement_lines(article: Article, statements: tuple[Statement, ...]) -> Iterator[str]:
    """One line a statement: `text` are the exact words at `start`–`end`, without their quotation marks."""
    for said in statements:
        yield _dump({
            "record": "statement", "id": said.id, "article": article.id, "speaker": _actor(said.speaker),
            "text": said.text, "start": said.start, "end": said.end, "direct": said.direct, "verb": said.verb or None,
            "addressees": [_actor(a) for a in said.addressees], "language": article.language, "url": article.url or None,
            "confidence": said.confidence,
        })


def article_line(article: Article) -> str:
    """The article alone; `published` is null when the page does not say."""
    return _dump({
        "record": "article", "id": article.id, "url": article.url or None, "site": article.site or None,
        "section": article.section or None, "headline": article.headline or None, "byline": article.byline or None,
        "published": _time(article.published), "language": article.language, "text": article.text,
        "notes": list(article.notes), "digest": article.digest,
    })


def _actor(actor: Actor | None) -> Json | None:
    if actor is None:
        return None
    mention = actor.mention
    return {"name": actor.name, "country": actor.country, "sector": actor.sector, "text": mention.text,
            "start": mention.start, "end": mention.end, "how": actor.how}


def _when(article: Article, when: When | None) -> Json:
    if when is None:
        return {"date": None, "date_precision": "unknown", "date_reason": None, "date_text": None}
    words = None if when.start is None or when.end is None else _span(article, when.start, when.end)
    return {"date": _time(when.date), "date_precision": when.precision, "date_reason": when.reason, "date_text": words}


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {"name": place.name, "country": place.country or None, "admin1": place.admin1 or None,
            "latitude": place.latitude, "longitude": place.longitude, "geonames": place.geonames,
            "resolution": place.resolution, "start": place.start, "end": place.end}


def _span(article: Article, start: int, end: int) -> Json:
    return {"text": article.text[start:end], "start": start, "end": end}


def _time(moment: datetime | date | None) -> str | None:
    return moment.isoformat() if moment else None


def _dump(row: Json) -> str:
    return json.dumps(row, ensure_ascii=False)


def plain_row(report: Report | None, said: str) -> Json:
    """A flat row of an event in words and codes, for CSV and JSON files; without a report its column names alone."""
    if report is None:
        columns = ("id", "said", "date", "sources", "targets", "type", "mode", "quad", "intensity", "modality", "speaker",
                   "place", "sentence", "language", "site", "published", "article", "start", "end", "confidence", "model")
        return dict.fromkeys(columns)
    event = report.event
    return {"id": event.id, "said": said, "date": _time(event.date), "sources": _codes(event.sources),
            "targets": _codes(event.targets), "type": event.type, "mode": event.mode, "quad": event.quad,
            "intensity": event.intensity, "modality": event.modality,
            "speaker": _codes((event.speaker,)) if event.speaker else "", "place": event.place.name if event.place else "",
            "sentence": event.sentence.text, "language": report.language, "site": report.site,
            "published": _time(report.published), "article": event.article, "start": event.sentence.start,
            "end": event.sentence.end, "confidence": event.confidence, "model": event.model}


def _codes(actors: tuple[Actor, ...]) -> str:
    return "; ".join("/".join(part for part in (actor.country, actor.sector) if part) for actor in actors)
