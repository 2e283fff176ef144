"""A user's own actors add and override; what is wrong is named by line."""

from pathlib import Path

import pytest

import dragoman
from dragoman.errors import InputError
from dragoman.knowledge.own import NONE, read_own, using

HEAD = "name,country,sector,aliases,since,until,kind\n"


def own(folder: Path, text: str) -> Path:
    path = folder / "own.csv"
    path.write_text(text, "utf-8")
    return path


def test_they_add_and_override(tmp_path: Path) -> None:
    path = own(tmp_path, HEAD + "# ours\nRiver Front,TCD,REB,Front fluvial*|FFL,,,\nHamas,PSE,GOV,,,,\n"
               "Amina Deby,TCD,GOV,,2020,2024-05-01,person\npicketers,,LAB,picketer,,,\n")
    with using(read_own(path)):
        front, hamas, office = (dragoman.resolve(t, date="2023-01-01") for t in ("the FFL", "Hamas", "Amina Deby"))
        later, picket = dragoman.resolve("Amina Deby", date="2025-01-01"), dragoman.resolve("Chadian picketers")
        assert dragoman.resolve("les combattants du Front fluvial", language="fr").country == "TCD"
    assert (front.country, front.sector, front.name, front.how) == ("TCD", "REB", "River Front", "own FFL")
    assert (hamas.sector, office.sector, later.sector) == ("GOV", "GOV", "ELI")
    assert (picket.country, picket.sector) == ("TCD", "LAB")
    assert dragoman.resolve("Hamas").sector == "REB"
    assert dragoman.resolve("the FFL").country == ""


def test_no_file_is_no_actors() -> None:
    assert read_own(None) is NONE


@pytest.mark.parametrize(("text", "said"), [
    ("", "empty"),
    ("name,country\n", r"own\.csv: line 1: no column 'sector'"),
    ("name,country,sector,colour\n", "line 1: column 'colour' is unknown"),
    ("name,country,sector\nX,TCD\n", "line 2: 2 cells for 3 columns"),
    ("name,country,sector\n# x\nX,TCD,XYZ\n", "line 3: unknown sector 'XYZ'"),
    ("name,country,sector\nX,XXX,GOV\n", "line 2: unknown country 'XXX'"),
    (HEAD + "X,TCD,GOV,,soon,,\n", "line 2: 'soon' is no date"),
    (HEAD + "X,TCD,GOV,,2020,2010,\n", "line 2: until 2010 lies before since 2020"),
    (HEAD + "X,TCD,GOV,,,,robot\n", "line 2: kind 'robot'"),
    ("name,country,sector\n ,TCD,GOV\n", "line 2: no name"),
])
def test_faults_are_named_by_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_own(own(tmp_path, text))


def test_other_bytes_are_named(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes("name,country,sector\nÉcole,FRA,EDU\n".encode("latin-1"))
    with pytest.raises(InputError, match="no UTF-8"):
        read_own(path)


def test_events_are_coded_with_them(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The Zubrowka Council accused Turkey of shelling its ships on Monday.")
    path = own(tmp_path, "name,country,sector\nZubrowka Council,LUX,LEG\n")
    item = next(dragoman.code(str(page), actors=path))
    assert isinstance(item, dragoman.Coded)
    named = {(a.country, a.sector) for e in item.events for a in (*e.sources, *e.targets)}
    assert ("LUX", "LEG") in named
