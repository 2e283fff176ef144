"""The record's commands, as a user types them."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from dragoman.cli import app

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
