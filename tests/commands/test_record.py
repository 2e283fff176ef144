"""The record's commands, as a user types them."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.recognize.encoder import newest

run = CliRunner()


def ask(folder: Path, sql: str, *more: str) -> str:
    done = run.invoke(app, ["query", sql, "--record", str(folder), *more])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_add_says_what_came_in_and_again_nothing_new(tmp_path: Path, pages: Path) -> None:
    folder = str(tmp_path / "record")
    first = run.invoke(app, ["add", str(pages / "dili.id.txt"), str(tmp_path / "none.txt"), "--record", folder])
    assert first.exit_code == 1
    assert "1 pages added with" in first.stdout
    assert "none.txt: no such file" in first.stderr
    again = run.invoke(app, ["add", str(pages / "dili.id.txt"), "--record", folder])
    assert again.exit_code == 0
    assert "0 pages added with 0 events, 1 unchanged, 0 skipped; nothing new" in again.stdout


def test_answers_in_every_format(record_folder: Path, tmp_path: Path) -> None:
    sql = "SELECT 'Oslo, \"N\"' AS a, '' AS b, NULL AS c, DATE '2026-03-31' AS d, [1, 2] AS e, true AS f"
    assert json.loads(ask(record_folder, sql)) == {"a": 'Oslo, "N"', "b": "", "c": None, "d": "2026-03-31", "e": [1, 2],
                                                   "f": True}
    assert ask(record_folder, sql, "--format", "csv").splitlines() == [
        "a,b,c,d,e,f", '"Oslo, ""N""","",,2026-03-31,"[1, 2]",true']
    assert "Oslo" in ask(record_folder, sql, "--format", "table")
    ask(record_folder, sql, "--output", str(tmp_path / "out.parquet"))
    assert pq.read_table(tmp_path / "out.parquet").column_names == ["a", "b", "c", "d", "e", "f"]


@pytest.mark.parametrize(("sql", "words"), [("SELEC 1", "syntax error"), ("SELECT * FROM nothing", "views: articles"),
                                            ("DROP VIEW events", "one SELECT")])
def test_a_bad_question_gets_one_line(record_folder: Path, sql: str, words: str) -> None:
    done = run.invoke(app, ["query", sql, "--record", str(record_folder)])
    assert done.exit_code == 1
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_no_record_says_how_to_make_one(tmp_path: Path) -> None:
    done = run.invoke(app, ["query", "SELECT 1", "--record", str(tmp_path)])
    assert (done.exit_code, "dragoman add" in done.stderr) == (1, True)


def command(folder: Path, name: str, *more: str, code: int = 0) -> str:
    done = run.invoke(app, [name, *more, "--record", str(folder)])
    assert done.exit_code == code, done.output
    return done.stdout if code == 0 else done.stdout + done.stderr


def test_versions_and_citation(record_folder: Path) -> None:
    (version,) = [json.loads(line) for line in command(record_folder, "versions").splitlines()]
    assert (version["number"], version["pages"], version["model"]) == (1, 6, newest().name)
    text = command(record_folder, "cite", "--title", "Test record")
    assert text.startswith("Test record: event record, version 1, ")
    assert text == command(record_folder, "cite", "--title", "Test record", "--at", "1")
    assert "version = {1}" in command(record_folder, "cite", "--bibtex")
    assert "nothing to cite" in command(record_folder, "cite", "--at", "2001-01-01", code=1)
    assert "no version 9" in command(record_folder, "cite", "--at", "9", code=1)


def test_verify_reads_every_page_again(record_folder: Path) -> None:
    assert "6 pages with " in command(record_folder, "verify")
    event = json.loads(ask(record_folder, "SELECT id, sentence.text AS s FROM events WHERE type = 'PROTEST' LIMIT 1"))
    shown = command(record_folder, "verify", "--event", event["id"])
    assert "PROTEST" in shown
    assert "digest" in shown
    assert "1 pages with " in shown
    assert "no event 'x'" in command(record_folder, "verify", "--event", "x", code=1)


def test_tidy_keeps_every_version(tmp_path: Path, pages: Path) -> None:
    folder = tmp_path / "record"
    for name in ("dili.id.txt", "hatay.tr.txt", "bogota.es.html"):
        assert run.invoke(app, ["add", str(pages / name), "--record", str(folder)]).exit_code == 0
    before = [command(folder, "cite", "--at", str(n)) for n in (1, 2, 3)]
    assert command(folder, "tidy").endswith("now\n")
    assert [command(folder, "cite", "--at", str(n)) for n in (1, 2, 3)] == before


def test_events_are_found_and_counted(record_folder: Path) -> None:
    rows = [json.loads(line) for line in command(record_folder, "events", "--source", "TUR", "--since", "2026").splitlines()]
    assert rows
    assert {row["source"] for row in rows} == {"TUR"}
    incidents = command(record_folder, "events", "--source", "TUR", "--incidents").splitlines()
    assert 0 < len(incidents) < len(rows) + 1
    counted = [json.loads(line) for line in command(record_folder, "events", "--count", "reports", "--by", "type").splitlines()]
    assert sum(row["reports"] for row in counted) == json.loads(ask(record_folder, "SELECT count(*) AS n FROM events"))["n"]


def test_a_table_for_people_has_the_columns_that_fit(record_folder: Path) -> None:
    lines = command(record_folder, "events", "--incidents", "--format", "table", "--limit", "2").splitlines()
    assert [word for word in lines[1].split() if word.isalpha()] == [
        "date", "sources", "type", "mode", "targets", "modality", "place", "reports", "sites"]


def test_no_data_is_not_zero(record_folder: Path) -> None:
    months = command(record_folder, "events", "--type", "PROTEST", "--since", "2026-01", "--until", "2026-03", "--count",
                     "incidents").splitlines()
    counts = {row["month"]: (row["incidents"], row["read"]) for row in map(json.loads, months)}
    assert counts["2026-01-01"] == (None, 0)
    assert counts["2026-02-01"][0] > 0
    none = run.invoke(app, ["events", "--type", "AID", "--since", "1990", "--until", "1991", "--record", str(record_folder)])
    assert "no data: none of the 6 articles was published" in none.stderr
    zero = run.invoke(app, ["events", "--source", "FJI", "--record", str(record_folder)])
    assert "none: 6 articles were read, and none of them tells" in zero.stderr


@pytest.mark.parametrize(("option", "value", "words"), [
    ("--type", "WAR", "known are AGREE"), ("--since", "soon", "no date"), ("--by", "moon", "known are day"),
    ("--source", "RUS/XXX", "unknown sector"), ("--modality", "maybe", "known are asserted"), ("--at", "soon", "neither")])
def test_a_wrong_option_names_the_right_ones(record_folder: Path, option: str, value: str, words: str) -> None:
    assert words in command(record_folder, "events", "--count", "reports", option, value, code=1)


def test_export_writes_a_whole_file_and_says_how_many_rows(record_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.tsv"
    assert "rows" in command(record_folder, "export", "polecat", "--output", str(out), "--since", "2026-03")
    assert {line.split("\t")[1][:7] for line in out.read_text("utf-8").splitlines()[1:]} >= {"2026-03"}
    assert "known are asserted" in command(record_folder, "export", "icews", "--output", str(out), "--modality", "x", code=1)
    assert "No such file" in command(record_folder, "export", "csv", "--output", str(tmp_path / "none" / "x"), code=1)
