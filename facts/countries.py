"""Make src/dragoman/knowledge/countries.csv from ISO 3166 (pycountry), CLDR (babel) and the World Factbook.

usage: python facts/countries.py FACTBOOK_FOLDER
"""

import csv
import json
import sys
from pathlib import Path

import pycountry
from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "dragoman" / "knowledge" / "countries.csv"
CAPITAL_ZONES = {  # where CLDR's exemplar city of the zone is the capital under another English spelling
    "CD": "Africa/Kinshasa", "UA": "Europe/Kiev", "IN": "Asia/Calcutta",
}


HEAD = """\
# territory: ISO 3166-1 alpha-2; code: of the state it counts as (alpha-3, KOS); zone: whose CLDR city is the capital
# Sources: ISO 3166 (pycountry), CLDR (babel), World Factbook 2026 (CC0), facts/dependencies.csv; by facts/countries.py
"""


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def capitals(factbook: Path) -> dict[str, str]:
    """Capital by English country name as the Factbook has it."""
    found = {}
    for path in sorted(factbook.glob("*.json")):
        government = json.loads(path.read_text("utf-8")).get("Government", {})
        names = government.get("Country name", {})
        capital = government.get("Capital", {}).get("name", {}).get("text", "")
        for key in ("conventional short form", "conventional long form"):
            name = names.get(key, {}).get("text", "")
            if name and name != "none":
                found[name.lower()] = capital.split(";")[0].split("(")[0].split(" note")[0].strip()
    return found


def main(factbook: Path) -> None:
    known, state_of = capitals(factbook), {r["territory"]: r["state"] for r in rows_of(HERE / "dependencies.csv")}
    english = Locale("en")
    zones = get_global("territory_zones")
    rows = []
    for country in sorted(pycountry.countries, key=lambda c: c.alpha_2):
        two = country.alpha_2
        names = [country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""),
                 english.territories.get(two, ""), country.name.split(",")[0]]
        capital = next((known[n.lower()] for n in names if n and n.lower() in known), "")
        zone = next((z for z in zones.get(two, []) if capital and _city(english, z) == capital.lower()), "")
        rows.append([two, state_of.get(two, country.alpha_3), english.territories.get(two, country.name), capital,
                     CAPITAL_ZONES.get(two) or zone])
    rows.append(["XK", "KOS", "Kosovo", "Pristina", ""])
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["territory", "code", "name", "capital", "zone"])
        writer.writerows(rows)


def _city(locale: Locale, zone: str) -> str:
    return str(locale.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")).lower()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
