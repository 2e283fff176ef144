"""Read leaders out of REIGN (2021-03): who led a state and when, mostly by surname; used by facts/leaders.py."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LAST = (2021, 3)
"""Year and month of the list: whoever led then was still in office."""


@dataclass(frozen=True)
class Reign:
    """A leader's time in power; until is empty for who led in the last month of the list."""

    name: str
    country: str
    since: str
    until: str


def reigns(path: Path) -> list[Reign]:
    """Terms that ended in 2000 or later. REIGN gives the day of the start and the month of the end."""
    with (HERE / "cow.csv").open(encoding="utf-8") as file:
        code = {r["abbreviation"]: r["code"] for r in csv.DictReader(line for line in file if not line.startswith("#"))}
    found = []
    with path.open(encoding="latin-1") as file:
        for row in csv.DictReader(file):
            if not row["eyear"].isdigit() or int(row["eyear"]) < 2000:
                continue
            since = f"{int(row['syear'])}-{int(row['smonth']):02}-{max(1, int(row['sdate'] or 1)):02}"
            end = int(row["eyear"]), int(row["emonth"])
            until = "" if end >= LAST else f"{end[0]}-{end[1]:02}-28"
            name = re.sub(r"\(.*?\)", "", _mended(row["leader"])).strip()
            found.append(Reign(name, code.get(row["stateabb"], row["stateabb"]), since, until))
    return found


def _mended(name: str) -> str:
    """Undo UTF-8 read as Latin-1 ("JÃ³hannsson")."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


def surname(name: str) -> str:
    """The last word without marks and case, to match lists that spell given names apart."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = [w for w in re.findall(r"[a-z]+", plain.replace("'", "")) if w not in ("jr", "sr", "ii", "iii")]
    return words[-1] if words else ""
