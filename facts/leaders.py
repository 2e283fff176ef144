"""Make src/dragoman/knowledge/actors.csv: `python facts/leaders.py REFERENCE_FOLDER`.

Its rows come, in this order, from facts/actors-hand.csv and facts/people-hand.csv (written for Dragoman), the World
Factbook (May 2026, with the day the leader took office), Wikidata (2022, years since 2000), the Phoenix dictionaries
(2014, days; leaders' terms made exact by REIGN, 2021) and the bodies that facts/bodies.py reads. A person whom an
earlier source has for the same country is not added again. The other names that these sources give, and names without
their marks, go into the last part of aliases.csv.
"""

import csv
import html
import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parent / "src" / "dragoman" / "knowledge"
HEAD = ("# Known actors: written for Dragoman, CC BY 4.0; more from the World Factbook (CC0), Wikidata (CC0), REIGN and the\n"
        "# Phoenix dictionaries (openeventdata, MIT); made by facts/leaders.py\n")
MADE = "# From here on made by facts/leaders.py\n"
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
FIRST_YEAR = 2000
ALIKE = 0.7
"""Likeness of two given names above which they are spellings of one: Mohamed and Muhammad 0.71, Ali and Ardeshir 0.36."""
sys.path.insert(0, str(HERE))


@dataclass(frozen=True)
class Row:
    """A row of actors.csv."""

    id: str
    name: str
    country: str
    sector: str
    since: str
    until: str
    wikidata: str
    source: str
    kind: str = ""
    title: str = ""
    others: tuple[str, ...] = ()


COLUMNS = ("id", "name", "country", "sector", "since", "until", "wikidata", "source", "kind", "title")


def plain(name: str) -> str:
    """Name without marks and case."""
    name = name.translate(str.maketrans("łŁøØđĐıßæÆœðþÞ’‘`", "lLoOdDisaAodtT'''"))
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()


def simple(name: str) -> str:
    """Name in small letters with one kind of apostrophe."""
    return name.lower().replace("’", "'").replace("‘", "'")


def key(name: str) -> str:
    """The last word and the first letter of a name without marks."""
    words = re.findall(r"[a-z]+", plain(name).replace("'", "").replace("-", ""))
    return f"{words[-1]}-{words[0][0]}" if words else ""


def slug(name: str, country: str) -> str:
    return "-".join([*re.findall(r"[a-z0-9]+", plain(name)), country.lower()])


def rows_of(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def hand() -> list[Row]:
    """The rows written for Dragoman; a person's second term in people-hand.csv is a row of its own."""
    found = [Row(**row) for row in rows_of("actors-hand.csv")]
    terms: dict[tuple[str, str], list[Row]] = {}
    for row in found:
        terms.setdefault((key(row.name), row.country), []).append(row)
    for given in rows_of("people-hand.csv"):
        row = Row(slug(given["name"], given["country"]), given["name"], given["country"], given["sector"], given["since"],
                  given["until"], "", "hand", "person", given["title"])
        others = terms.setdefault((key(row.name), row.country), [])
        if not any(_overlap(row, other) for other in others):
            if others and plain(others[0].name) == plain(row.name):
                row = replace(row, name=others[0].name)
            others.append(row)
            found.append(row)
    return found


def _overlap(one: Row, other: Row) -> bool:
    return (one.since or "0") < (other.until or "9") and (other.since or "0") < (one.until or "9")


def factbook(folder: Path) -> list[Row]:
    """"President Emmanuel MACRON (since 14 May 2017)" → Emmanuel Macron, FRA, 2017-05-14."""
    from english import code_of  # type: ignore[import-not-found]

    found = []
    for path in sorted(folder.glob("*.json")):
        government = json.loads(path.read_text("utf-8")).get("Government", {})
        country = code_of(government.get("Country name", {}).get("conventional short form", {}).get("text", ""))
        branch = government.get("Executive branch", {})
        for office in ("chief of state", "head of government"):
            text = html.unescape(re.sub(r"<[^>]*>", "", branch.get(office, {}).get("text", "")))
            match = re.match(r"([^(;]+?)\s*\(since (\d{1,2}) (\w+) (\d{4})", text)
            if country and match and match[3] in MONTHS:
                day = f"{match[4]}-{MONTHS.index(match[3]) + 1:02}-{int(match[2]):02}"
                found.append(Row("", _english(match[1]), country, "GOV", day, "", "", "factbook 2026", "person"))
    return [row for row in found if len(row.name.split()) > 1]


def _english(words: str) -> str:
    """Given name and surname: surnames are in capitals in the Factbook; titles before the given name go."""
    parts = re.sub(r"\b[A-Z]\.\s", "", words).split()
    upper = [n for n, w in enumerate(parts) if w.isupper() and len(w) > 2]
    if not upper:
        return ""
    title = re.compile(r"(?i)president|premier|king|queen|prime|minister|chancellor|general|governor|acting|interim|sir|dame|dr|"
                       r"chairman|chief|state|council|of|the|supreme|leader|emir|amir|sultan|sheikh|shaykh|emperor|commission|affairs|"
                       r"general-?|captain|transition|transitional|colonel|lieutenant|transitional|government|federal|spain|"
                       r"prince|grand|duke|\(.*")
    given = [w for w in parts[:upper[0]] if not title.fullmatch(w.strip(",.'"))]
    surname = [w if re.fullmatch(r"[IVX]+", w) else w.title() for w in (parts[n] for n in upper)]
    after = [w for w in parts[upper[0] + 1:] if not w.isupper()][:2]
    return " ".join([*given[:1], *surname] if given else [*surname, *after])


def wikidata(path: Path) -> list[Row]:
    """Holders of an office with their years; an office that ended before 2000 is left out."""
    import pycountry
    from english import NAMES, states  # type: ignore[import-not-found]

    found = []
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country = pycountry.countries.get(name=row["country"]) or pycountry.countries.get(common_name=row["country"])
            code = states().get(country.alpha_2, "") if country else NAMES.get(row["country"], "")
            if code and (not row["end_year"] or int(row["end_year"]) >= FIRST_YEAR) and "prince" not in row["positionLabel"].lower():
                found.append(Row("", row["officeholderLabel"], code, "GOV", row["start_year"], row["end_year"],
                                 row["officeholder"], "wikidata 2022", "person"))
    return [row for row in found if len(row.name.split()) > 1]


def added(rows: list[Row], more: Iterable[Row]) -> list[Row]:
    """The rows and those persons of `more` whom they lack; a person's other terms in `more` come along.

    A known person takes the other spellings that begin much as the known name does.
    """
    place = {(key(row.name), row.country): n for n, row in reversed(list(enumerate(rows)))}
    found, fresh = list(rows), []
    for row in more:
        n = place.get((key(row.name), row.country))
        if n is None:
            fresh += [row] if row.name else []
        else:
            others = (o for o in (row.name, *row.others) if _alike(o, found[n].name))
            found[n] = replace(found[n], others=tuple(dict.fromkeys([*found[n].others, *others])))
    return [*found, *dict.fromkeys(fresh)]


def _alike(one: str, other: str) -> bool:
    first, second = plain(one).split()[0], plain(other).split()[0]
    return SequenceMatcher(None, first, second).ratio() >= ALIKE


def with_ids(rows: list[Row]) -> list[Row]:
    """Every row with an id of its own."""
    taken, found = {row.id for row in rows if row.id}, []
    for row in rows:
        first = slug(row.name, row.country)
        name = row.id or next(n for n in [first, *(f"{first}-{k}" for k in range(2, 30))] if n not in taken)
        taken.add(name)
        found.append(replace(row, id=name))
    return found


def unique(rows: list[Row]) -> list[Row]:
    """Hand rows whose slug is another row's get a number."""
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        seen[row.id] = seen.get(row.id, 0) + 1
        found.append(row if seen[row.id] == 1 or not row.id else replace(row, id=f"{row.id}-{seen[row.id]}"))
    return found


def hand_aliases() -> set[str]:
    """The names in the hand-written part of aliases.csv."""
    kept = (KNOWLEDGE / "aliases.csv").read_text("utf-8").partition(MADE)[0]
    return {simple(row[0]) for row in csv.reader(line for line in kept.splitlines() if not line.startswith("#")) if row}


def write_aliases(rows: list[Row]) -> None:
    """Replace the made part of aliases.csv: other spellings and plain forms that no hand-written line has."""
    path = KNOWLEDGE / "aliases.csv"
    kept = path.read_text("utf-8").partition(MADE)[0]
    known = hand_aliases() | {simple(row.name) for row in rows}
    made, taken = [], set()
    for row in rows:
        for name in dict.fromkeys([*row.others, _unmarked(row.name)]):
            if simple(name) not in known | taken:
                taken.add(simple(name))
                made.append((name, row.id, "en" if name.isupper() else ""))
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(kept + MADE)
        csv.writer(file, lineterminator="\n").writerows(made)


def _unmarked(name: str) -> str:
    name = name.translate(str.maketrans("łŁøØđĐıæÆœ", "lLoOdDiaAo")).replace("ß", "ss").replace("ð", "d").replace("Þ", "Th")
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def rows_made(reference: Path) -> list[Row]:
    """All rows of actors.csv."""
    from bodies import bodies  # type: ignore[import-not-found]
    from phoenix import officers  # type: ignore[import-not-found]

    rows = unique(hand())
    for more in (factbook(reference / "factbook"), wikidata(reference / "wikidata_leaders_2022.csv"), officers(reference)):
        rows = added(rows, more)
    return with_ids([*rows, *bodies(reference / "factbook", rows)])


def main(reference: Path) -> None:
    rows = rows_made(reference)
    with (KNOWLEDGE / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([getattr(row, name) for name in COLUMNS] for row in rows)
    write_aliases(rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
