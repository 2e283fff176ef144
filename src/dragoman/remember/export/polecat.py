"""POLECAT's tab-separated table: 40 columns, header line, `None` for what is missing, several values joined by `; `."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from dragoman.knowledge.codes import country, language
from dragoman.records import Actor, Place
from dragoman.remember.export.told import Told, flat, settled

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)
NOTHING = "None"


def lines(events: Iterable[Told]) -> Iterator[str]:
    """The header, then a line an event; the actors of a joint act stand in one cell."""
    yield "\t".join(COLUMNS)
    for _, own in groupby(events, key=lambda told: told.event.article):
        story = list(own)
        everyone = [a for told in story for a in (*told.event.sources, *told.event.targets)]
        people = _joined(a.name for a in everyone if a.kind == "person")
        organizations = _joined(a.name for a in everyone if a.kind in ("organization", "group"))
        places = _joined(told.event.place.name for told in story if told.event.place)
        for told in story:
            yield "\t".join(
                (
                    *_what(told),
                    *_side(told.event.sources),
                    *_side(told.event.targets),
                    *_where(settled(told.event.place)),
                    *_story(told, (people, organizations, places)),
                )
            )


def _what(told: Told) -> tuple[str, ...]:
    event = told.event
    return (
        f"{event.article}_{event.id}",
        told.day.isoformat() if told.day else NOTHING,
        event.type,
        event.mode or NOTHING,
        f"{event.intensity:g}",
        event.quad.replace("-", " ").upper(),
        _joined(event.contexts),
    )


def _side(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    return (
        _joined(a.name for a in actors),
        _joined(a.country for a in actors),
        _joined(country(a.country).cow for a in actors),
        _joined(a.sector for a in actors),
        _joined(s for a in actors for s in (a.sectors or (a.sector,))),
        _joined(a.title for a in actors),
        _joined(a.mention.text for a in actors),
        _joined(a.wikidata for a in actors),
    )


def _where(place: Place | None) -> tuple[str, ...]:
    if place is None:
        return (NOTHING,) * 10
    kinds = {"city": (1, "PPL"), "admin1": (3, "ADM1"), "country": (0, "PCLI"), "area": (0, "AREA")}
    column, feature = kinds.get(place.resolution, (0, place.resolution))
    names = [NOTHING] * 3
    if column:
        names[column - 1] = flat(place.name)
    points = [f"{n:.5f}" if n is not None else NOTHING for n in (place.latitude, place.longitude)]
    return (
        flat(place.name),
        *names,
        place.country or NOTHING,
        *points,
        str(place.geonames or NOTHING),
        flat(place.name),
        feature,
    )


def _story(told: Told, named: tuple[str, str, str]) -> tuple[str, ...]:
    return (
        flat(told.site) or NOTHING,
        told.published.isoformat() if told.published else NOTHING,
        *named,
        language(told.language)[1],
        f"PLOVER 2.0; Dragoman {told.coder} {told.event.model}",
    )


def _joined(values: Iterable[str]) -> str:
    """Each value once, `;` and `|` within it as commas."""
    found = [flat(value).replace(";", ",").replace("|", ",") for value in values if value]
    return "; ".join(dict.fromkeys(found)) or NOTHING
