"""GDELT 2.0: events (61 columns) and mentions (16), tab-separated, no header.

A row of events is an incident between one source and one target, as its first report has it; a row of mentions is a report
of one. Where we differ from GDELT: GLOBALEVENTID is a hash (60 bits), country codes of actors are ISO 3166-1, tones are
empty, FeatureID is GeoNames'.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from dragoman.knowledge.codes import cameo, country, language, sector
from dragoman.knowledge.names import english_names
from dragoman.records import Actor, Place
from dragoman.remember.export.told import Told, flat, number, pairs, settled

COLUMNS = (
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    *(
        f"Actor{n}{name}"
        for n in (1, 2)
        for name in (
            "Code",
            "Name",
            "CountryCode",
            "KnownGroupCode",
            "EthnicCode",
            "Religion1Code",
            "Religion2Code",
            "Type1Code",
            "Type2Code",
            "Type3Code",
        )
    ),
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    *(
        f"{who}Geo_{name}"
        for who in ("Actor1", "Actor2", "Action")
        for name in ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    ),
    "DATEADDED",
    "SOURCEURL",
)
MENTIONS = (
    "GLOBALEVENTID",
    "EventTimeDate",
    "MentionTimeDate",
    "MentionType",
    "MentionSourceName",
    "MentionIdentifier",
    "SentenceID",
    "Actor1CharOffset",
    "Actor2CharOffset",
    "ActionCharOffset",
    "InRawText",
    "Confidence",
    "MentionDocLen",
    "MentionDocTone",
    "MentionDocTranslationInfo",
    "Extras",
)
GROUPS = ("IGO", "UNO", "NGO", "ISM", "IMG", "MNC")
"""Supranational codes that are no country in CAMEO."""
LEAD = 400
"""Characters of an article within which a sentence counts as its lead: about headline and first paragraph."""
Pair = tuple[Actor | None, Actor | None]


def lines(events: Iterable[Told]) -> Iterator[str]:
    """A line a pair of an incident's first report. Events without any date are left out."""
    for told in events:
        if told.incident.first and told.day:
            yield from ("\t".join(_event(told, pair, told.day)) for pair in pairs(told.event))


def mentions(events: Iterable[Told]) -> Iterator[str]:
    """A line a report and pair of the incident's first report, so that each names a GLOBALEVENTID of `lines`."""
    known: dict[str, list[int]] = {}
    for told in events:
        if told.incident.first and told.day:
            known[told.incident.id] = [_id(told, pair) for pair in pairs(told.event)]
        for name in known.get(told.incident.id, ()):
            yield "\t".join(_mention(told, name))


def _id(told: Told, pair: Pair) -> int:
    key = "|".join((told.incident.id, *(f"{a.country}/{a.sector}/{a.name}" if a else "" for a in pair)))
    return number(key)


def _event(told: Told, pair: Pair, day: date) -> tuple[str, ...]:
    event, code = told.event, cameo(told.event.type, told.event.mode)
    return (
        str(_id(told, pair)),
        f"{day:%Y%m%d}",
        f"{day:%Y%m}",
        str(day.year),
        f"{day.year + (day.month * 30 + day.day) / 365:.4f}",
        *_actor(pair[0]),
        *_actor(pair[1]),
        str(int(event.sentence.start < LEAD)),
        code.code,
        code.base,
        code.root,
        str(code.quad),
        f"{code.goldstein:.1f}",
        str(told.incident.mentions),
        str(told.incident.sources),
        str(told.incident.articles),
        "",
        *_geo(None),
        *_geo(None),
        *_geo(settled(event.place)),
        _moment(told.published, told.time),
        flat(told.url or told.address),
    )


def _actor(actor: Actor | None) -> tuple[str, ...]:
    if actor is None:
        return ("",) * 10
    group = actor.country in GROUPS
    nation = "" if group else actor.country
    roles = list(dict.fromkeys(role for s in (actor.sector, *actor.sectors) if (role := sector(s)[0])))[:3]
    if group and actor.country != "UNO":
        roles = [actor.country, *roles][:3]
    state = actor.kind == "state" or actor.name == english_names().get(actor.country)
    known = actor.country if actor.country == "UNO" else ""
    first = "" if actor.sector == "GOV" and state else "".join(roles[:1])
    return (
        f"{nation or known}{first}",
        flat(actor.name).upper(),
        nation,
        known,
        "",
        "",
        "",
        *roles,
        *[""] * (3 - len(roles)),
    )


def _geo(place: Place | None) -> tuple[str, ...]:
    """Type, full name, FIPS country, ADM1, ADM2, latitude, longitude, feature id."""
    if place is None:
        return ("0", "", "", "", "", "", "", "")
    american = place.country == "USA"
    kind = {"country": "1", "admin1": "2" if american else "5", "city": "3" if american else "4"}.get(place.resolution, "1")
    nation = english_names().get(place.country, place.country)
    name = nation if kind == "1" else f"{place.name}, {nation}"
    fips = country(place.country).fips
    points = [f"{n:.5f}" if n is not None else "" for n in (place.latitude, place.longitude)]
    return (
        kind,
        flat(name),
        fips,
        f"{fips}{place.admin1}" if place.admin1 else fips,
        "",
        *points,
        str(place.geonames or ""),
    )


def _moment(day: date | None, time: datetime | None) -> str:
    """YYYYMMDDHHMMSS; midnight UTC for a bare date."""
    return f"{time:%Y%m%d%H%M%S}" if time else f"{day:%Y%m%d}000000" if day else ""


def _mention(told: Told, name: int) -> tuple[str, ...]:
    event = told.event
    source, target = pairs(event)[0] if event.pairs else (None, None)
    translated = (
        "" if told.language == "en" else f"srclc:{language(told.language)[0]}; eng:Dragoman {told.coder} {event.model}"
    )
    return (
        str(name),
        _moment(told.day, None),
        _moment(told.published, told.time),
        "1" if told.url else "2",
        flat(told.site),
        flat(told.url or told.address),
        str(told.ordinal),
        *(str(a.mention.start) if a else "-1" for a in (source, target)),
        str(event.start),
        "1",
        str(round(event.confidence * 100)),
        str(told.length),
        "",
        translated,
        "",
    )
