"""PLOVER's JSON, a record a line, with the field names of the manual's chapter on data fields (version 2.0, 2024).

Beyond it: `modality`, `reciprocal`, `pairs` and `incident`. The text of the article is left out, its evidence is not.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dragoman.knowledge.names import english_names
from dragoman.records import Actor, Event, Place
from dragoman.remember.export.told import Told

Json = dict[str, object]
QUADS = {"verbal-cooperation": 1, "material-cooperation": 2, "verbal-conflict": 3, "material-conflict": 4}
RESOLUTION = {"city": 4, "admin1": 2, "country": 1, "area": 2}


def lines(events: Iterable[Told]) -> Iterator[str]:
    """A JSON object an event."""
    for told in events:
        yield json.dumps(record(told), ensure_ascii=False)


def record(told: Told) -> Json:
    """An event as the manual's record."""
    event = told.event
    return {
        "id": event.id,
        "has_event": True,
        "date": told.day.isoformat() if told.day else None,
        "time": None,
        "enddate": _end(event),
        "endtime": None,
        "actor": [_entity(a) for a in event.sources],
        "recipient": [_entity(a) for a in event.targets],
        "event": [event.type],
        "event_loc": _place(event.place) if event.place else None,
        "event_text": [event.sentence.text[event.start - event.sentence.start : event.end - event.sentence.start]],
        "quad_code": QUADS[event.quad],
        "event_scale": event.intensity,
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        "link": [told.incident.id],
        "text": event.sentence.text,
        "text_info": {
            "sequence": told.ordinal,
            "start": event.sentence.start,
            "end": event.sentence.end,
            "text_story": event.article,
        },
        "cite_info": _citation(told),
        "coder": f"Dragoman {told.coder} {event.model}",
        "coded_date": None,
        "coded_time": None,
        "comment": _speaker(event),
        "modality": event.modality,
        "reciprocal": event.reciprocal,
        "pairs": [[s, t] for s, t in event.pairs],
        "incident": told.incident.id,
    }


def _end(event: Event) -> str | None:
    """Last day of a week, month or year."""
    precision = event.when.precision if event.when else "day"
    first = event.date
    if first is None or precision not in ("week", "month", "year"):
        return None
    if precision == "week":
        return (first + timedelta(days=6)).isoformat()
    after = date(first.year + 1, 1, 1) if precision == "year" or first.month == 12 else date(first.year, first.month + 1, 1)
    return (after - timedelta(days=1)).isoformat()


def _entity(actor: Actor) -> Json:
    return {
        "code": actor.country or None,
        "sector": list(actor.sectors or (actor.sector,)),
        "entity_text": actor.mention.text,
        "identifier_id": actor.wikidata or None,
        "identifier_text": actor.name,
        "religion": None,
        "ethnicity": None,
        "office": actor.title or None,
        "gender": None,
        "age": None,
    }


def _place(place: Place) -> Json:
    named = place.resolution
    return {
        "extracted_place": place.name,
        "resolved_place": place.name,
        "geonameid": place.geonames,
        "lat": place.latitude,
        "lon": place.longitude,
        "city": place.name if named == "city" else None,
        "district": None,
        "province": place.name if named == "admin1" else place.admin1 or None,
        "country": english_names().get(place.country, place.country),
        "country_code": place.country,
        "feature_class": {"city": "P", "admin1": "A", "country": "A"}.get(named),
        "feature_code": {"city": "PPL", "admin1": "ADM1", "country": "PCLI"}.get(named),
        "resolution": RESOLUTION.get(named),
    }


def _citation(told: Told) -> Json:
    return {
        "corpus": None,
        "citation": told.digest,
        "url": told.url or told.address,
        "title": None,
        "language": told.language,
        "publication": told.site or None,
        "license": None,
        "copyright": None,
        "coder": f"Dragoman {told.coder}",
        "codebook": "PLOVER 2.0",
        "version": f"{told.event.model}, tables {told.tables}",
    }


def _speaker(event: Event) -> str | None:
    return f"according to {event.speaker.name}" if event.speaker else None
