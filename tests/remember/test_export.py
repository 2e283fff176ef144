"""Every format, column by column, read back by what the field reads it with."""

import csv
import importlib.util
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import dragoman
from dragoman.knowledge.codes import cameo, country, sector
from dragoman.knowledge.load import event_types, sectors
from dragoman.knowledge.names import english_names
from dragoman.records import Event, Place, When
from dragoman.remember import likeness
from dragoman.remember.export import gdelt, icews, polecat
from dragoman.remember.export.told import settled
from dragoman.remember.export.write import FORMATS, export
from dragoman.remember.query import Record
from dragoman.remember.schema import from_row
from dragoman.remember.table import Store
from tests.remember.conftest import page
from tests.remember.test_schema import EVENT, KENYA, UGANDA
from tests.remember.test_table import MADE, kept

OSLO = Place("Oslo \"Øst\"\tside", "NOR", "12", 59.9127, 10.7461, 3143244, "city", 24, 28)
ATTACK = replace(EVENT, id="e2", sources=(replace(KENYA, sector="MIL", sectors=("MIL",)),), targets=(), pairs=((0, None),),
                 reciprocal=False, type="ASSAULT", mode="drone", quad="material-conflict", intensity=-9.5, speaker=None, place=OSLO,
                 contexts=("military", "terrorism"))
DENIED = replace(EVENT, id="e3", type="AID", mode="", quad="material-cooperation", modality="negated")
OPEN = replace(EVENT, id="e4", type="ACCUSE", date=None, quad="verbal-conflict", mode="allege",
               when=When(None, "unknown", "none", None, None))
MONTH = replace(EVENT, id="e5", when=When(date(2026, 2, 1), "month", "explicit February", 0, 3), date=date(2026, 2, 1), type="AID",
                sources=(UGANDA,), targets=(KENYA,), pairs=((0, 0),), reciprocal=False, place=None, quad="material-cooperation")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """A record of five events in two articles; the first event is reported twice."""
    folder = tmp_path_factory.mktemp("export") / "record"
    first = replace(kept(page("One. Kenya and Uganda met in Oslo", "a1")),
                    events=tuple(replace(e, article="a1") for e in (EVENT, ATTACK, DENIED, OPEN, MONTH)))
    second = replace(kept(page("Kenya and Uganda met in Oslo", "a2", "2026-04-01")),
                     events=(replace(EVENT, id="e6", article="a2"),))
    Store(folder).append([first, second], MADE)
    return dragoman.open(folder)


def rows(record: Record, form: str, folder: Path, header: tuple[str, ...] = ()) -> list[dict[str, str]]:
    path = folder / "out"
    count = export(record, form, path)
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, fieldnames=header or None, delimiter="," if form == "csv" else "\t"))
    assert len(found) == count
    assert all(None not in row and None not in row.values() for row in found)
    return found


def test_polecat_has_its_forty_columns_and_conventions(told: Record, tmp_path: Path) -> None:
    found = rows(told, "polecat", tmp_path)
    assert len(polecat.COLUMNS) == 40
    meeting, attack = (next(row for row in found if row["Event ID"].endswith(name)) for name in ("_e1", "_e2"))
    assert meeting["Actor Name"] == "Kenya; Uganda"
    assert meeting["Actor COW"] == "501; 500"
    assert (meeting["Event ID"], meeting["Event Mode"], meeting["Quad Code"]) == ("a1_e1", "None", "VERBAL COOPERATION")
    assert (attack["Recipient Name"], attack["Recipient Country"]) == ("None", "None")
    assert (attack["City"], attack["Country"], attack["GeoNames ID"]) == ("Oslo 'Øst' side", "NOR", "3143244")
    assert attack["Contexts"] == "military; terrorism"
    assert not [row for row in found if row["Event ID"].endswith("_e3")], "denied acts are no events there"
    dates = pd.to_datetime([row["Event Date"] for row in found], format="%Y-%m-%d")
    assert dates.notna().all()


def test_gdelt_has_sixty_one_columns_and_a_row_an_incident(told: Record, tmp_path: Path) -> None:
    found = rows(told, "gdelt", tmp_path, gdelt.COLUMNS)
    assert len(gdelt.COLUMNS) == 61
    assert len({row["GLOBALEVENTID"] for row in found}) == len(found)
    assert all(int(row["GLOBALEVENTID"]) < 2**63 for row in found)
    (attack,) = [row for row in found if row["EventRootCode"] == "19"]
    assert (attack["EventCode"], attack["EventBaseCode"], attack["QuadClass"], attack["GoldsteinScale"]) == (
        "1952", "195", "4", "-10.0")
    assert (attack["SQLDATE"], attack["FractionDate"]) == ("20260331", f"{2026 + (3 * 30 + 31) / 365:.4f}")
    assert (attack["Actor1Code"], attack["Actor1CountryCode"], attack["Actor1Type1Code"]) == ("KENMIL", "KEN", "MIL")
    assert (attack["ActionGeo_Type"], attack["ActionGeo_CountryCode"], attack["ActionGeo_ADM1Code"]) == ("4", "NO", "NO12")
    meeting = [row for row in found if row["EventCode"] == "040"]
    assert {row["NumArticles"] for row in meeting} == {"2"}
    assert {row["Actor1Code"] for row in meeting} == {"KEN", "UGA"}


def test_gdelt_mentions_name_the_events(told: Record, tmp_path: Path) -> None:
    events = {row["GLOBALEVENTID"] for row in rows(told, "gdelt", tmp_path, gdelt.COLUMNS)}
    found = rows(told, "gdelt-mentions", tmp_path, gdelt.MENTIONS)
    assert len(gdelt.MENTIONS) == 16
    assert {row["GLOBALEVENTID"] for row in found} == events
    assert {row["MentionTimeDate"] for row in found} == {"20260331000000", "20260401000000"}
    assert all(0 <= int(row["Confidence"]) <= 100 for row in found)


def test_gdelt_is_read_by_the_fields_own_reader(told: Record, tmp_path: Path) -> None:
    spec = importlib.util.find_spec("gdelt")
    if spec is None or spec.submodule_search_locations is None:
        pytest.skip("gdelt is not installed")
    reader = Path(spec.submodule_search_locations[0], "parallel.py")  # importing the package downloads; its reader alone does not
    export(told, "gdelt", tmp_path / "x.export.CSV")
    with zipfile.ZipFile(tmp_path / "20260331.export.CSV.zip", "w") as packed:
        packed.write(tmp_path / "x.export.CSV", "20260331.export.CSV")
    script = """
import http.server, json, runpy, sys, threading
from functools import partial
read = runpy.run_path(sys.argv[2])["_mp_worker"]
class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=sys.argv[1]))
threading.Thread(target=server.serve_forever, daemon=True).start()
frame = read(f"http://127.0.0.1:{server.server_port}/20260331.export.CSV.zip", "events")
print(json.dumps([list(frame.shape), sorted(frame[26].unique())]))
"""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", script, str(tmp_path), str(reader)], capture_output=True, text=True,
                          check=True, timeout=120)
    shape, codes = json.loads(done.stdout)
    assert shape[1] == 61
    assert codes == ["040", "070", "112", "1952"]


def test_icews_has_twenty_columns_and_a_unique_key(told: Record, tmp_path: Path) -> None:
    found = rows(told, "icews", tmp_path)
    assert len(icews.COLUMNS) == 20
    keys = [(row["Event ID"], row["Event Date"]) for row in found]
    assert len(set(keys)) == len(keys)
    (attack,) = [row for row in found if row["CAMEO Code"] == "1952"]
    assert (attack["Source Sectors"], attack["Source Country"], attack["Target Name"]) == ("Military", "Kenya", "")
    assert (attack["City"], attack["Country"], attack["Intensity"]) == ("Oslo 'Øst' side", "Norway", "-10.0")


def test_plover_has_the_manuals_fields(told: Record, tmp_path: Path) -> None:
    export(told, "plover", tmp_path / "out")
    found = {row["id"]: row for row in map(json.loads, (tmp_path / "out").read_text("utf-8").splitlines())}
    assert {"id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc", "event_text",
            "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date",
            "coded_time", "comment"} <= found["e1"].keys()
    assert set(found) == {"e1", "e2", "e3", "e4", "e5", "e6"}
    assert found["e3"]["modality"] == "negated"
    assert found["e1"]["incident"] == found["e6"]["incident"]
    assert (found["e5"]["date"], found["e5"]["enddate"]) == ("2026-02-01", str(date(2026, 3, 1) - timedelta(days=1)))
    assert found["e1"]["event_text"] == ["met"]
    assert found["e2"]["event_loc"]["country_code"] == "NOR"
    assert [entity["code"] for entity in found["e1"]["actor"]] == ["KEN", "UGA"]


def test_csv_and_parquet_bring_everything_back(told: Record, tmp_path: Path) -> None:
    assert {row["event"] for row in rows(told, "csv", tmp_path)} == {"e1", "e2", "e3", "e4", "e5", "e6"}
    export(told, "parquet", tmp_path / "out.parquet")
    back = [from_row(Event, row) for row in pq.read_table(tmp_path / "out.parquet").to_pylist()]
    assert sorted(back, key=lambda e: e.id) == sorted(told.events(), key=lambda e: e.id)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_a_real_record(record: Record, tmp_path: Path, form: str) -> None:
    assert export(record, form, tmp_path / "out") > 10
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_every_type_mode_sector_and_state_has_its_code() -> None:
    for kind in event_types().values():
        for mode in ("", *kind.modes):
            code = cameo(kind.name, mode)
            assert code.name
            assert -10 <= code.goldstein <= 10
            assert (code.goldstein > 0) == (code.quad < 3), (kind.name, mode)
    assert all(country(code).fips for code in english_names())
    assert [code for code in english_names() if not country(code).cow] == ["HKG", "PSE", "VAT", "ATA"]
    assert len({country(code).cow for code in english_names()} - {""}) > 190
    assert all(sector(code)[1] for code in sectors())




def test_a_dateline_gives_its_country_alone() -> None:
    line = replace(OSLO, resolution="dateline")
    place = settled(line)
    assert place is not None
    assert (place.name, place.resolution, place.latitude) == ("Norway", "country", None)
    assert settled(OSLO) is OSLO
    assert likeness.place(line, replace(OSLO, country="SWE")) == 0.0
