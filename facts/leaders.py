"""Add heads of state and of government to actors.csv: `python facts/leaders.py FACTBOOK_FOLDER WIKIDATA_CSV`.

Reads facts/actors-hand.csv (written for Dragoman), appends office holders of the World Factbook (May 2026, with the
day they took office) and of Wikidata (2022, years since 2000), and writes
src/dragoman/knowledge/actors.csv. A person whom an earlier source has for the same country is not added again.
"""

import csv
import html
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "dragoman" / "knowledge" / "actors.csv"
COLUMNS = ["id", "name", "country", "sector", "since", "until", "wikidata", "source"]
HEAD = "# Known actors: written for Dragoman, CC BY 4.0; terms of office from the World Factbook (CC0), Wikidata (CC0)\n"
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
FIRST_YEAR = 2000
Row = dict[str, str]
sys.path.insert(0, str(HERE))


def key(name: str) -> str:
    """Name without marks and case: the last word and the first letter."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = re.findall(r"[a-z]+", plain)
    return f"{words[-1]}-{words[0][0]}" if words else ""


def slug(name: str, country: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return "-".join([*re.findall(r"[a-z0-9]+", plain), country.lower()])


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
                found.append({"name": _english(match[1]), "country": country, "until": "", "wikidata": "",
                              "since": f"{match[4]}-{MONTHS.index(match[3]) + 1:02}-{int(match[2]):02}",
                              "source": "factbook 2026"})
    return [row for row in found if len(row["name"].split()) > 1]


def _english(words: str) -> str:
    """Given name and surname: surnames are in capitals in the Factbook; titles before the given name go."""
    parts = re.sub(r"\b[A-Z]\.\s", "", words).split()
    upper = [n for n, w in enumerate(parts) if w.isupper() and len(w) > 2]
    if not upper:
        return ""
    title = re.compile(r"(?i)president|premier|king|queen|prime|minister|chancellor|general|governor|acting|interim|sir|dame|dr|"
                       r"chairman|chief|state|council|of|the|supreme|leader|emir|amir|sultan|sheikh|shaykh|emperor|commission|affairs|"
                       r"general-?|captain|transition|transitional|colonel|lieutenant|transitional|government|federal|spain|\(.*")
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
                found.append({"name": row["officeholderLabel"], "country": code, "since": row["start_year"],
                              "until": row["end_year"], "wikidata": row["officeholder"], "source": "wikidata 2022"})
    return [row for row in found if len(row["name"].split()) > 1]


def main(folder: Path, years: Path) -> None:
    with (HERE / "actors-hand.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    seen = {(key(row["name"]), row["country"]) for row in rows}
    for row in [*factbook(folder), *wikidata(years)]:
        mark = key(row["name"]), row["country"]
        if row["name"] and mark not in seen:
            seen.add(mark)
            rows.append({"id": slug(row["name"], row["country"]), "sector": "GOV", **row})
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
