"""Make `report/wording/forms.csv`: the forms of country names and of sector words that the wording of events needs.

Names come from CLDR; the endings from the rules below, one function a language, and from `facts/forms-hand.csv` where a rule does not
hold. `facts/nouns.csv` has the sector words. Cases: nom gen dat acc ins; `subj` is the form of the doer where it has one of its
own (Georgian ergative, Armenian with its article). In Romance languages gen and dat hold the name with `de` and `a`; in Turkish and
Azerbaijani ins holds the ablative; in Georgian ins holds the comitative (-თან).

    python -m facts.forms
"""

import csv
from collections.abc import Callable
from pathlib import Path

from babel import Locale
from babel.core import get_global

from dragoman.knowledge.names import english_names
from facts import endings

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "dragoman" / "report" / "wording" / "forms.csv"
COLUMNS = ("language", "key", "gender", "nom", "gen", "dat", "acc", "ins", "subj")
RULES: dict[str, Callable[[str], tuple[str, ...]]] = {
    "ru": endings.russian, "uk": endings.ukrainian, "pl": endings.polish, "sr": endings.serbian, "tr": endings.turkish,
    "az": endings.azerbaijani, "hy": endings.armenian, "ka": endings.georgian, "fr": endings.french, "it": endings.italian,
    "pt": endings.portuguese, "de": endings.german, "bn": endings.bengali}


def hand() -> dict[tuple[str, str], tuple[str, ...]]:
    """Rows of `forms-hand.csv`: (language, key) → gender and forms, or a name alone, to which the rule is applied."""
    with (HERE / "forms-hand.csv").open(encoding="utf-8") as file:
        rows = csv.reader(line for line in file if not line.startswith("#"))
        next(rows)
        return {(row[0], row[1]): tuple(row[2:]) for row in rows}


def territory(code: str) -> str:
    """CLDR's alpha-2 of an alpha-3 code."""
    return "XK" if code == "KOS" else str(get_global("territory_aliases")[code][0])


def countries() -> list[tuple[str, ...]]:
    """A row a country and language, where the language has forms or the name is ours."""
    own, rows = hand(), []
    languages = sorted({*RULES, *(language for language, _ in own)})
    for language in languages:
        names = Locale.parse(language).territories
        for code in sorted(english_names()):
            name = str(names.get(territory(code), "")).partition(" (")[0].partition(" [")[0]
            given = own.get((language, code), ())
            if len(given) > 1:
                rows.append((language, code, *given))
            elif name and (language in RULES or given):
                rule = RULES.get(language, lambda name: ("", name))
                rows.append((language, code, *rule(given[0] if given else name)))
    states = english_names()
    return rows + [(language, key, *given) for (language, key), given in own.items() if key not in states]


def nouns() -> list[tuple[str, ...]]:
    """A row a sector word and language; `KEY-alone` is the word without a country."""
    rows, own = [], hand()
    with (HERE / "nouns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if (row["language"], row["key"]) in own:
                continue
            for suffix, forms in endings.noun(row["language"], row["noun"], RULES.get(row["language"])):
                rows.append((row["language"], row["key"] + suffix, *forms))
    return rows


def main() -> None:
    """Write the table."""
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write("# Forms of country names and sector words, made by facts/forms.py; names: CLDR (Unicode licence).\n")
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for row in countries() + nouns():
            table.writerow((*row, *("" for _ in COLUMNS[len(row):])))


if __name__ == "__main__":
    main()
