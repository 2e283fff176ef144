"""Read parties, parliaments, forces and police out of the World Factbook (CC0); used by facts/leaders.py.

Only a name that points to one state is taken: "Labour Party" or "National Assembly" takes its country from the text.
"""

import csv
import html
import json
import re
from collections import Counter
from pathlib import Path

from leaders import KNOWLEDGE, Row, hand_aliases, plain

GENERIC = re.compile(r"(?i)^(the )?(parliament|legislature|senate|house|assembly|congress|council|national guard|army|navy|air force|"
                     r"coast guard|police|police force|national police|border guard|(royal )?police force|state police|"
                     r"presidential guard|republican guard|gendarmerie|national gendarmerie|marine corps|armed forces|marines|"
                     r"special forces|people's party|independents?|others?|none|note.*|labou?r|unity|justice|freedom|progress|"
                     r"democracy|solidarity|reform|renewal|greens|the greens|alliance|coalition|harmony|power|voice|hope)$")
POLITICAL = re.compile(r"(?i)\b(party|movement|front|union|alliance|league|congress|democra\w*|national\w*|liberal\w*|social\w*|"
                       r"coalition|labou?r|communist\w*|conservative\w*|republican\w*|green\w*|rally|bloc\w*|people\w*|force|forum|"
                       r"organi[sz]ation|partido|parti|partei|partij|front\w*|uni\w*|jamaat|jamiat)\b")
CIVIL = re.compile(r"(?i)police|gendarmer|border|customs|constabulary|security directorate|prison|carabinieri|coast guard")
MAX_WORDS = 7
COMMON = {
    "a", "air", "aid", "and", "armed", "army", "authority", "bank", "board", "border", "cadet", "central", "chamber",
    "civil", "civilian", "coast", "command", "commission", "committee", "community", "congress", "constabulary",
    "control", "corps", "council", "customs", "defence", "defense", "deputies", "directorate", "district", "division",
    "elite", "emergency", "federal", "fire", "first", "fleet", "force", "forces", "for", "foreign", "frontier",
    "gendarmerie", "general", "government", "ground", "group", "guard", "guards", "high", "home", "house",
    "immigration", "independent", "infantry", "intelligence", "interior", "internal", "investigation", "islamic",
    "joint", "judicial", "land", "legislative", "legislature", "local", "lower", "marine", "maritime", "marines",
    "military", "militia", "ministry", "mobile", "national", "naval", "navy", "new", "of", "office", "operations",
    "paramilitary", "parliament", "people", "people's", "peoples", "permanent", "police", "popular", "presidential",
    "prison", "public", "rapid", "reaction", "regiment", "representatives", "republic", "republican", "rescue",
    "reserve", "response", "revolutionary", "royal", "rural", "sea", "secret", "security", "senate", "senators",
    "service", "services", "special", "state", "states", "sultan's", "supreme", "territorial", "the", "traffic",
    "transitional", "troops", "union", "unit", "units", "upper", "village", "volunteer", "water", "workers",
    "assembly", "auxiliary", "battalion", "cantonal", "combat", "brigade", "field", "strategic", "space", "support",
    "nations'",
}
"""Words that name forces and houses anywhere: a name of these alone points to no state."""
ACRONYM = re.compile(r"[A-Z]{5,8}|[BCDFGHJKLMNPQRSTVWXZ]{3,6}|[A-Z]{2,5}-[A-Z0-9]{1,4}")
"""Acronyms that are no words: longer ones, and short ones without vowels (FAST and HOPE are parties too)."""


def bodies(folder: Path, known: list[Row]) -> list[Row]:
    """Rows for bodies whose name no known row has and only one state."""
    from english import code_of

    taken = {plain(row.name) for row in known} | {plain(n) for n in hand_aliases()} | _places()
    found: list[Row] = []
    for path in sorted(folder.glob("*.json")):
        book = json.loads(path.read_text("utf-8"))
        government = book.get("Government") or {}
        code = code_of(government.get("Country name", {}).get("conventional short form", {}).get("text", ""))
        if code:
            found += _parties(government, code) + _parliament(government, code) + _forces(book, code)
    places = Counter(name for name, _ in {(plain(n), r.country) for r in found for n in (r.name, *r.others)})
    unlike = [Row(r.id, r.name, r.country, r.sector, "", "", "", r.source, r.kind, "",
                  tuple(o for o in r.others if places[plain(o)] == 1 and plain(o) not in taken)) for r in found]
    return list({plain(r.name): r for r in unlike if places[plain(r.name)] == 1 and plain(r.name) not in taken}.values())


def _places() -> set[str]:
    """Names of states, territories and capitals: "Puerto Rico" is no force."""
    return {plain(name) for row in csv.reader((KNOWLEDGE / "countries.csv").read_text("utf-8").splitlines()) for name in row[2:4]}


def _row(names: list[str], code: str, sector: str) -> list[Row]:
    """One row from the names of one body; the first that is no common word names it."""
    good = [n for n in dict.fromkeys(names) if 2 < len(n) < 70 and len(n.split()) <= MAX_WORDS and not GENERIC.match(n)
            and (ACRONYM.fullmatch(n) if len(n.split()) == 1 else sector == "PTY" or _special(n))]
    long = [n for n in good if len(n.split()) > 1]
    return [Row("", long[0], code, sector, "", "", "", "factbook 2026", "organization", "",
                tuple(n for n in good if n != long[0]))] if long else []


def _special(name: str) -> bool:
    return any(word not in COMMON for word in re.findall(r"[^\W\d_][\w'’-]*", name.lower()))


def _text(part: object) -> str:
    text = str(part.get("text", "")) if isinstance(part, dict) else ""
    return html.unescape(re.sub(r"<(?!br)[^>]*>", "", text)).replace("\u00a0", " ").replace("\u2013", "-")


def _split(name: str) -> list[str]:
    """"Institutional Revolutionary Party (Partido Revolucionario Institucional) or PRI" → its three names."""
    name = re.sub(r"(?i)\b(led by|formerly|also known|includes|note|abolished|dissolved|successor|faction|affiliated).*", "", name)
    parts = re.split(r"\s+or\s+|\s*\(|\)|;|\[|\]|/", name)
    return [re.sub(r"\s+", " ", p.removeprefix("aka ")).strip(" ,.:-*\u201c\u201d\"") for p in parts]


def _parties(government: dict, code: str) -> list[Row]:  # type: ignore[type-arg]
    found = []
    for line in re.split(r"<br ?/?>", _text(government.get("Political parties"))):
        names = [n for n in _split(line) if n]
        if names and not line.rstrip().endswith(":") and (len(names) > 1 or POLITICAL.search(names[0])):
            found += _row(names, code, "PTY")
    return found


def _parliament(government: dict, code: str) -> list[Row]:  # type: ignore[type-arg]
    found = []
    for key, part in (government.get("Legislative branch") or {}).items():
        if key in ("legislature name", "chamber name") or key.startswith("Legislative branch"):
            texts = [part] if key.endswith("name") else [v for k, v in part.items() if k.endswith("name")]
            for text in texts:
                found += _row(_split(_text(text)), code, "LEG")
    return found


def _forces(book: dict, code: str) -> list[Row]:  # type: ignore[type-arg]
    """Forces named with their country or in their own tongue: "Royal Thai Armed Forces"; police by its ministry."""
    text = _text((book.get("Military and Security") or {}).get("Military and security forces"))
    found = []
    for line in re.split(r"<br ?/?>", re.sub(r"\(\d{4}\)", "", text)):
        for part in re.split(r"[,:;]|\band\b(?! Security)", line):
            names = _split(part)
            if len(names[0].split()) > 1 and names[0][:1].isupper() and "Ministry" not in part and "Department" not in part:
                found += _row(names, code, "COP" if CIVIL.search(part) else "MIL")
    return found
