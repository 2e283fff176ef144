"""PETRARCH2's dictionaries become rows of one's own actors."""

from pathlib import Path

import pytest

from dragoman.knowledge.own import read_own
from dragoman.knowledge.petrarch import Row, read_dictionary
from dragoman.records import Skipped

REAL = Path(__file__).parents[3] / "shared" / "reference" / "phoenix"

ACTORS = """\
# Written for this test in the manner of PETRARCH2
ZUBROWKA_NATIONAL_GUARD_ [LUXMIL] # who
+THE_ZNG
+_

MADAME_DESPLAT_
+D._DESPLAT_  # her spelling
\t[LUXELI 320101-331108]
\t[LUXGOV 031108-10730]
\t[LUXGOV >20070101]
\t[LUXELI >090101]
LAKE_COMMISSION_ [IGOUNO] [---]
OLD_REALM_ [KSVREB <991231]
NOWHERE_ARMY_ [SEAREB]
HAUNTED_HOUSE_
CLINIC_FUND_ [NGOHLH]
"""

AGENTS = """\
!FOLK! = MAN, WOMAN
BELLHOP [~LAB]
LOBBY_BOY {} [~LAB]
CHIEF_OF_KEYS {CHIEFS_OF_KEYS} [~GOVMED]
DAIRY!FOLK! [~AGR]
GHOST [~JNK]
NO CODE HERE
"""


def rows(folder: Path, text: str) -> list[Row | Skipped]:
    path = folder / "dictionary.txt"
    path.write_text(text, "utf-8")
    return list(read_dictionary(path))


def test_actors(tmp_path: Path) -> None:
    found = rows(tmp_path, ACTORS)
    made = {(r.name, r.country, r.sector, r.since, r.until) for r in found if isinstance(r, Row)}
    assert made == {("Zubrowka National Guard", "LUX", "MIL", "", ""), ("Madame Desplat", "LUX", "GOV", "2007-01-01", ""),
                    ("Lake Commission", "UNO", "GOV", "", ""), ("Old Realm", "KOS", "REB", "", "1999-12-31"),
                    ("Clinic Fund", "NGO", "MED", "", "")}
    assert {r.aliases for r in found if isinstance(r, Row)} >= {"The Zng", "D. Desplat"}
    assert [r.address.rpartition(":")[2] for r in found if isinstance(r, Skipped)] == ["14", "15"]


def test_agents(tmp_path: Path) -> None:
    found = rows(tmp_path, AGENTS)
    assert [(r.name, r.sector, r.aliases) for r in found if isinstance(r, Row)] == [
        ("bellhop", "LAB", "bellhops"), ("lobby boy", "LAB", ""), ("chief of keys", "GOV", "chiefs of keys"),
        ("dairy man", "AGR", "dairy woman|dairy mans|dairy womans")]
    assert [r.reason for r in found if isinstance(r, Skipped)] == ["no agent: write ROLE {PLURAL} [~GOV]"]


@pytest.mark.skipif(not REAL.exists(), reason="the real dictionaries are not here")
def test_the_real_ones(tmp_path: Path) -> None:
    found = [r for path in sorted(REAL.glob("*.txt")) for r in read_dictionary(path)]
    made = [r for r in found if isinstance(r, Row)]
    assert len(made) > 30_000
    assert len(found) - len(made) < 0.02 * len(found)
    path = tmp_path / "own.csv"
    path.write_text("name,country,sector,aliases\nx,USA,GOV,\n" + "".join(
        f'"{r.name}",{r.country},{r.sector},"{r.aliases}"\n'.replace('""', "") if '"' not in r.name + r.aliases else ""
        for r in made), "utf-8")
    assert len(read_own(path).rows) > 20_000
