"""Make src/dragoman/knowledge/names.csv: states and capitals as CLDR (babel, Unicode licence) names them.

usage: python facts/names.py

For the languages that have a table, so that none of CLDR's data need be loaded to resolve an actor; tests/knowledge checks
that the file is what this script writes.
"""

import csv
import io
from pathlib import Path

from dragoman.knowledge.load import language_codes
from dragoman.knowledge.names import cldr_capitals, cldr_countries

OUT = Path(__file__).parent.parent / "src" / "dragoman" / "knowledge" / "names.csv"
HEAD = "# Names of states and capitals from CLDR (Unicode licence), by facts/names.py\n"


def table() -> str:
    """The file's text."""
    made = io.StringIO()
    made.write(HEAD)
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(["language", "kind", "code", "name"])
    for language in language_codes():
        for kind, names in (("country", cldr_countries(language)), ("capital", cldr_capitals(language))):
            writer.writerows((language, kind, code, name) for name, code in names)
    return made.getvalue()


if __name__ == "__main__":
    OUT.write_text(table(), "utf-8")
