"""Make src/dragoman/knowledge/languages/en.toml: nationality words and role words from reference files, the rest by hand.

usage: python facts/english.py FACTBOOK_FOLDER PLOVER_AGENTS_FILE

Nationality nouns and adjectives come from the World Factbook (CC0), role nouns from the PLOVER agents file
(openeventdata/petrarch2, MIT); facts/english-hand.toml holds what was written here and wins.
"""

import json
import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pycountry

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "dragoman" / "knowledge" / "languages" / "en.toml"
SECTORS = {"AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PRE",
           "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK"}
NAMES = {"Burma": "MMR", "Congo, Democratic Republic of the": "COD", "Congo, Republic of the": "COG", "Cote d'Ivoire": "CIV",
         "Czechia": "CZE", "Gambia, The": "GMB", "Bahamas, The": "BHS", "Iran": "IRN", "Korea, North": "PRK",
         "Korea, South": "KOR", "Kosovo": "KOS", "Laos": "LAO", "Micronesia, Federated States of": "FSM",
         "Moldova": "MDA", "North Macedonia": "MKD", "Russia": "RUS", "Syria": "SYR", "Taiwan": "TWN", "Tanzania": "TZA",
         "Turkey (Turkiye)": "TUR", "Vietnam": "VNM", "Venezuela": "VEN", "Bolivia": "BOL", "Brunei": "BRN",
         "Holy See (Vatican City)": "VAT", "Cabo Verde": "CPV", "United States": "USA", "United Kingdom": "GBR"}


def code_of(name: str) -> str:
    """ISO alpha-3 of a country as the Factbook names it; empty when it is none."""
    if name in NAMES:
        return NAMES[name]
    country = pycountry.countries.get(name=name) or pycountry.countries.get(common_name=name)
    return states().get(country.alpha_2, "") if country else ""


def states() -> dict[str, str]:
    """Code of the state that a territory (alpha-2) counts as."""
    rows = (OUT.parent.parent / "countries.csv").read_text("utf-8").splitlines()[3:]
    return {row.split(",")[0]: row.split(",")[1] for row in rows}


def nationalities(factbook: Path) -> dict[str, list[str]]:
    """Adjectives and demonyms by country, lower case, plurals written out."""
    found: dict[str, list[str]] = {}
    for path in sorted(factbook.glob("*.json")):
        book = json.loads(path.read_text("utf-8"))
        code = code_of(book.get("Government", {}).get("Country name", {}).get("conventional short form", {}).get("text", ""))
        words = book.get("People and Society", {}).get("Nationality", {})
        text = ", ".join(str(words.get(key, {}).get("text", "")) for key in ("noun", "adjective"))
        forms: dict[str, None] = {}
        for part in re.split(r",|;| or |/| and ", re.sub(r"\((singular|plural)[^)]*\)|note.*|<[^>]*>", "", text)):
            word = part.strip().lower()
            if re.fullmatch(r"[a-zé' -]+(\(s\)|\(es\))?", word) and 3 < len(word) < 30:
                stem, plural = word.partition("(")[0], word.partition("(")[2].rstrip(")")
                forms |= dict.fromkeys([stem, *([stem + plural] if plural else [])])
        if code and forms:
            found[code] = list(dict.fromkeys([*found.get(code, []), *forms]))
    return found


def roles(agents: Path) -> dict[str, list[str]]:
    """Role nouns by primary sector, with their plurals; sets such as !PERSON! are written out."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for line in agents.read_text("utf-8", errors="replace").splitlines():
        match = re.fullmatch(r"([A-Z][A-Z_!]+?|!MINIST! OF_[A-Z_]+?)_?\s*(?:\{([A-Z_]+)_?\}\s*)?\[~([A-Z]{3})[A-Z]*\].*", line.strip())
        if not match or match[3] not in SECTORS or match[1].count("_") > 3:
            continue
        for singular, plural in _written_out(_words(match[1]), _words(match[2] or "")):
            found[match[3]] |= dict.fromkeys([singular, plural])
    return {sector: list(words) for sector, words in found.items()}


SETS = {"!person!": (("man", "men"), ("woman", "women"), ("person", "persons")),
        "!minist!": (("minister", "ministers"), ("ministry", "ministries"))}
"""The agents file's own sets of words, with their plurals."""


def _words(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").split())


def _written_out(name: str, plural: str) -> list[tuple[str, str]]:
    """(singular, plural) of a name; of one that holds a set, of each of its words."""
    held = next((key for key in SETS if key in name), None)
    if held is None:
        return [(name, plural or _plural(name))]
    return [(name.replace(held, one), name.replace(held, many)) for one, many in SETS[held]]


def _plural(name: str) -> str:
    """"trade union leader" → "trade union leaders"; what is plural already, or has none, stays."""
    if re.search(r"(?:men|people|police|press|media|ics|personnel|authorities|[^su]s)$", name):
        return name
    if re.search(r"[^aeiou]y$", name):
        return name[:-1] + "ies"
    if re.search(r"(?:s|sh|ch|x|z)$", name):
        return name + "es"
    return name[:-3] + "men" if name.endswith("man") else name + "s"


def main(factbook: Path, agents: Path) -> None:
    hand = tomllib.loads((HERE / "english-hand.toml").read_text("utf-8"))
    taken = {w for words in hand["nationality"].values() for w in words} | set(hand["not_national"]["words"])
    told = nationalities(factbook)
    national = {code: list(dict.fromkeys([*hand["nationality"].get(code, []),
                                          *(w for w in told.get(code, []) if w not in taken)]))
                for code in {*told, *hand["nationality"]}}
    spoken = {w for words in hand["roles"].values() for w in words}
    barred = set(hand["not_roles"]["words"])
    named = {sector: [w for w in words if not barred & set(w.split())] for sector, words in roles(agents).items()}
    role = {sector: list(dict.fromkeys([*hand["roles"].get(sector, []),
                                        *(w for w in named.get(sector, []) if w not in spoken)]))
            for sector in sorted(SECTORS)}
    made = {"furniture": hand["furniture"], "nationality": national, "capitals": hand["capitals"], "roles": role,
            "former": hand["former"]}
    others = _sections(OUT.read_text("utf-8")) if OUT.exists() else {}
    lines = ["# en: made by facts/english.py from the World Factbook 2026 (CC0), the PLOVER agents file",
             "# (openeventdata, MIT) and facts/english-hand.toml (written for Dragoman, CC0); the sections that the",
             "# script does not make are written here and stay", 'name = "English"', ""]
    lines += [text for title, text in others.items() if title not in made]
    for title, table in made.items():
        lines += [f"[{title}]", *(f"{key} = {json.dumps(words, ensure_ascii=False)}"
                                  for key, words in sorted(table.items()) if words), ""]
    OUT.write_text("\n".join(lines), "utf-8")


def _sections(text: str) -> dict[str, str]:
    """The sections of a table of words by title, as they stand."""
    parts = re.split(r"(?m)^(?=\[[a-z_]+\]$)", text)
    return {part[1:part.index("]")]: part.rstrip("\n") + "\n" for part in parts if part.startswith("[")}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
