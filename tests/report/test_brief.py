"""A brief says the same in every form and every language."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.remember.desk import Desk
from dragoman.report.brief import brief, drawing, html, markdown
from tests.report.site import made


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.record(tmp_path_factory.mktemp("brief") / "record")


def test_a_brief_in_each_form(record: Path, tmp_path: Path) -> None:
    for name, begins in (("b.html", b"<!doctype html>"), ("b.md", b"# "), ("b.png", b"\x89PNG"), ("b.pdf", b"%PDF")):
        done = CliRunner().invoke(app, ["brief", "ARM", "Azerbaijan", "--language", "id", "--record", str(record),
                                        "--output", str(tmp_path / name)])
        assert done.exit_code == 0, done.output
        assert (tmp_path / name).read_bytes().startswith(begins)
    text = (tmp_path / "b.md").read_text("utf-8")
    assert "Armenia melancarkan serangan terhadap Azerbaijan" in text
    assert "Armenia – Azerbaijan" in text


def test_languages_and_what_is_hostile(record: Path) -> None:
    import dragoman  # noqa: PLC0415

    desk = Desk(dragoman.open(record))
    for language, words in (("ru", "Армения совершила нападение на Азербайджан"), ("ar", "هاجمت أرمينيا أذربيجان")):
        told = brief(desk, ("ARM", "AZE"), language)
        assert words in html(told) and words in markdown(told)
        assert "<script>" not in html(told) + drawing(told)
    assert "Nothing reported" in markdown(brief(desk, ("BRA",), "en"))


@pytest.mark.parametrize(("arguments", "message"), [(["Nowhere"], "unknown country"), (["ARM", "--language", "xx"], "no wording"),
                                                    (["ARM", "--output", "x.doc"], ".html")])
def test_wrong_calls_are_answered_in_one_line(record: Path, arguments: list[str], message: str) -> None:
    done = CliRunner().invoke(app, ["brief", *arguments, "--record", str(record)])
    assert done.exit_code == 1
    assert message in done.output and "Traceback" not in done.output
