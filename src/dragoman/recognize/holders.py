"""Office holders by date: which of several rows is meant, and what its bearer is on a day."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from dragoman.knowledge.load import KnownActor, actors

OWN = "own"
"""Source of rows of a user's file, which stand for themselves."""
LEAVES = ("GOV", "LEG", "JUD", "COP", "SPY", "MIL")
"""Sectors that end with the office: who has left it is ELI."""


@cache
def _named() -> dict[str, list[KnownActor]]:
    """Rows by name: an office held twice has two, a career several."""
    found: dict[str, list[KnownActor]] = {}
    for row in actors().values():
        found.setdefault(row.name, []).append(row)
    return found


def in_office(row: KnownActor, day: date | None) -> bool:
    """True on a day of the term. Without a day: when the term has not ended, as far as the table knows."""
    if day is None:
        return row.until is None
    return (row.since or date.min) <= day <= (row.until or date.max)


def meant(rows: Iterable[KnownActor], day: date | None, country: str = "") -> KnownActor:
    """Of the rows that bear a name the one that a text of that day means: of the country said beside it, in office,
    lately in office, first in the table. The further terms of the same persons count too."""
    given = list(rows)
    further = () if given[0].source == OWN else given
    every = dict.fromkeys([*given, *(r for row in further for r in _named().get(row.name, ()) if r.kind == row.kind)])

    def rank(row: KnownActor) -> tuple[bool, bool, int]:
        return bool(country) and row.country != country, not in_office(row, day), _distance(row, day)

    return min(every, key=rank)


def _distance(row: KnownActor, day: date | None) -> int:
    """Days between a day and the term, of ended ones the last; without a day, the later it began the less."""
    if day is None:
        return -(row.since or date.min).toordinal()
    if row.since and day < row.since:
        return (row.since - day).days
    return (day - row.until).days if row.until and day > row.until else -(row.since or date.min).toordinal()


def office(row: KnownActor, day: date | None, roles: tuple[str, ...], former: bool) -> tuple[str, tuple[str, ...]]:
    """The sector of a person of a row on a day, and all that hold. roles: sectors of the words beside the name.

    In office the row decides; outside it what the text calls the person, else ELI. "Former" makes ELI of both.
    """
    said = tuple(r for r in roles if r != row.sector)
    leaves = row.sector in LEAVES
    if leaves and (former or not in_office(row, day)):
        undated = day is None and row.sector in roles and not former
        if undated:
            return row.sector, (row.sector, *said)
        if said and not former and said[0] not in LEAVES:
            return said[0], (*said, "ELI")
        if roles and not former and day is not None and day < (row.since or date.min):
            return roles[0], roles
        return "ELI", ("ELI", row.sector, *said)
    return row.sector, (row.sector, *said)
