"""Read office holders out of the Phoenix actor dictionaries (openeventdata/petrarch2, MIT); used by facts/leaders.py.

An entry is a name in capitals with underscores, other spellings on lines that begin with "+", and codes in brackets
with the days they hold: `[KENGOV 780822-021230]`, `[KENGOV >080501]` (since), `[KENELI <020101]` (until).
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from reign import Reign, surname  # type: ignore[import-not-found]

FIRST, LAST = "2000-01-01", "2014-12-31"
"""Terms that ended before are left out; the dictionaries stop in 2014, and so does what they say of an open term."""
DAYS = 180
"""Shortest term that is taken, in days: shorter ones are mostly the gaps of monthly lists."""
LONG = 5 * 365
"""Shortest time in a government, in days, for which a minister without a rank of note is taken."""
GAP = 400
"""Two terms in one office that lie nearer (days) are one: the lists they come from were made every few months."""
CODE = re.compile(r"\[([A-Z]{6,12})\s*([<>]?)(\d{6,8})?(?:-(\d{6,8}))?\]")
TITLE = re.compile(r"(?i)\b(president|minister|king|queen|secretary|senator|general|prime|mr|dr|chancellor|pope|premier|of|the|"
                   r"gov|lt|col|gen|sir|mrs|ms)\b|_")
SMALL_WORDS = {"al", "bin", "ben", "bint", "de", "la", "del", "da", "dos", "do", "van", "von", "der", "den", "el", "ould",
               "ibn", "y", "e", "du", "des", "af", "ter", "zu"}


@dataclass
class Entry:
    """A person or body with other spellings and (code, since, until), days as ISO."""

    name: str
    others: list[str] = field(default_factory=list)
    codes: list[tuple[str, str, str]] = field(default_factory=list)


def entries(path: Path) -> list[Entry]:
    """All entries of a dictionary."""
    found: list[Entry] = []
    for line in path.read_text("latin-1").splitlines():
        text = line.partition("#")[0].rstrip()
        if not text.strip():
            continue
        if text[0] == "+" and found:
            found[-1].others.append(_readable(text[1:].partition("[")[0]))
        elif text[0] not in " \t[!+":
            found.append(Entry(_readable(text.partition("[")[0])))
        if found:
            found[-1].codes += [_term(*m.groups()) for m in CODE.finditer(text)]
    return found


def _term(code: str, mark: str, first: str | None, last: str | None) -> tuple[str, str, str]:
    """Without a mark the days are from–to; "<" leaves the first open, ">" the last."""
    if mark == "<":
        return code, "", _day(first or "")
    return code, _day(first or ""), _day(last or "")


def _day(text: str) -> str:
    """"080501" → 2008-05-01; two-digit years up to 30 are of this century; "" for what is no day."""
    if len(text) == 6:
        text = ("20" if int(text[:2]) <= 30 else "19") + text
    if len(text) != 8:
        return ""
    year, month, day = text[:4], max(1, min(12, int(text[4:6]))), max(1, min(28, int(text[6:])))
    return f"{year}-{month:02}-{day:02}"


def _readable(text: str) -> str:
    """"ASIF_ALI_ZARDARI_" → Asif Ali Zardari."""
    words = re.sub(r"\(.*?\)", "", text).replace("_", " ").split()
    made = []
    for n, word in enumerate(words):
        low = word.lower()
        made.append(low if n and low in SMALL_WORDS else "-".join(
            p if k and p in SMALL_WORDS else p[:1].upper() + p[1:] for k, p in enumerate(low.split("-"))))
    return " ".join(made)


def officers(reference: Path) -> list["Row"]:  # type: ignore[name-defined]  # noqa: F821
    """Heads of state and government, ministers of defence and the interior, and long-standing ministers since 2000.

    The dictionaries mark a head by codes of his time before and after (ELI); other members of a government they have
    month by month. A head's days are REIGN's where it has the surname in the same state at the same time.
    """
    from leaders import Row
    from reign import reigns

    ruled: dict[tuple[str, str], list[Reign]] = {}
    for term in reigns(reference / "reign_leaders_2021-03.csv"):
        ruled.setdefault((surname(term.name), term.country), []).append(term)
    found, state = [], _states()
    for entry in entries(reference / "phoenix" / "Phoenix.Countries.actors.txt"):
        terms = [(state[c[:3]], since, until) for c, since, until in entry.codes
                 if c[3:] in ("GOV", "GOVMIL") and since and (until or LAST) >= FIRST and c[:3] in state]
        words = entry.name.split()
        if not terms or not 2 <= len(words) <= 5 or any(len(w) < 2 and "." not in w for w in words):
            continue
        head = any("ELI" in code for code, _, _ in entry.codes)
        least = DAYS if head else 2 * 365 if any("MIL" in code for code, _, _ in entry.codes) else LONG
        others = tuple(o for o in entry.others if 2 <= len(o.split()) <= 4 and not TITLE.search(o))
        for country, since, until in _joined(terms, least):
            mine = next((r for r in ruled.get((surname(entry.name), country), ()) if _meet(r, since, until)), None)
            row = Row("", entry.name, country, "GOV", since, until or LAST[:4], "", "phoenix 2014", "person", "", others)
            found.append(replace(row, since=mine.since, until=mine.until, source="phoenix 2014, reign 2021")
                         if mine and head else row)
    return found


def _states() -> dict[str, str]:
    """Code of the state that a code of the dictionaries counts as: dependencies fold."""
    import pycountry
    from english import states  # type: ignore[import-not-found]

    return {c.alpha_3: states()[c.alpha_2] for c in pycountry.countries if c.alpha_2 in states()} | {"KOS": "KOS", "ROM": "ROU"}


def _joined(terms: list[tuple[str, str, str]], least: int) -> list[tuple[str, str, str]]:
    """Terms in one state that nearly touch made one; those that stay shorter than `least` days go."""
    found: list[tuple[str, str, str]] = []
    for country, since, until in sorted(terms):
        last = found[-1] if found else None
        if last and last[0] == country and (not last[2] or _days(last[2], since) <= GAP):
            found[-1] = country, last[1], "" if not (until and last[2]) else max(until, last[2])
        else:
            found.append((country, since, until))
    return [t for t in found if _days(t[1], t[2] or LAST) >= least]


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _meet(term: Reign, since: str, until: str) -> bool:
    return term.since <= (until or LAST) and since <= (term.until or LAST)
