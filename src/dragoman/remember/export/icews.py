"""ICEWS' event files: 20 columns, tab-separated, header line; a row a pair of an event. The key is id and date."""

from collections.abc import Iterable, Iterator

from dragoman.knowledge.codes import cameo, sector
from dragoman.knowledge.names import english_names
from dragoman.records import Actor, Place
from dragoman.remember.export.told import Told, flat, number, pairs, settled

COLUMNS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
STEP = 64
"""Pairs of one event get ids one after the other; no event seen here had more than 30 pairs."""


def lines(events: Iterable[Told]) -> Iterator[str]:
    """The header, then a line a pair of an event that has a date."""
    yield "\t".join(COLUMNS)
    for told in events:
        if told.day is None:
            continue
        code = cameo(told.event.type, told.event.mode)
        first = number(told.event.id) // STEP * STEP
        for n, (source, target) in enumerate(pairs(told.event)[:STEP]):
            yield "\t".join(
                (
                    str(first + n),
                    told.day.isoformat(),
                    *_actor(source),
                    code.name,
                    code.code,
                    f"{code.goldstein:.1f}",
                    *_actor(target),
                    str(number(told.event.article)),
                    str(told.ordinal),
                    flat(told.site),
                    *_where(settled(told.event.place)),
                )
            )


def _actor(actor: Actor | None) -> tuple[str, str, str]:
    """Name, sectors, country in English."""
    if actor is None:
        return "", "", ""
    names = (sector(s)[1] for s in (actor.sectors or (actor.sector,)))
    return (
        flat(actor.name),
        ",".join(dict.fromkeys(n for n in names if n)),
        english_names().get(actor.country, actor.country),
    )


def _where(place: Place | None) -> tuple[str, ...]:
    """City, district, province, country in English, latitude, longitude."""
    if place is None:
        return ("",) * 6
    points = [f"{n:.5f}" if n is not None else "" for n in (place.latitude, place.longitude)]
    return (
        flat(place.name) if place.resolution == "city" else "",
        "",
        flat(place.name) if place.resolution == "admin1" else "",
        english_names().get(place.country, place.country),
        *points,
    )
