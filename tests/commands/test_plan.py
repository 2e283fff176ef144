"""`dragoman plan` does its sum and shows it."""

from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.commands.plan import WRITER, core_hours, writers


def test_a_thousand_million_pages() -> None:
    done = CliRunner().invoke(app, ["plan", "--pages", "1e9", "--rate", "10", "--efficiency", "0.8", "--price", "0.02", "--hours", "72"])
    assert done.exit_code == 0
    assert "1,000,000,000 / (10 × 0.8 × 3600) = 34,722.2" in done.stdout
    row = done.stdout.split("\n")[3].split()
    assert row[0] == "483"  # 34,722.2 core-hours in 72 hours
    assert row[-1] == "694.44"


def test_many_cores_need_more_than_one_command_that_writes() -> None:
    assert core_hours(3600, 1, 1) == 1
    assert writers(WRITER * 3600, 1) == 1
    assert writers(WRITER * 3600 * 2.5, 1) == 3


def test_without_hours_it_lists_some_sizes() -> None:
    lines = CliRunner().invoke(app, ["plan", "--pages", "1000"]).stdout.splitlines()
    assert [line.split()[0] for line in lines[3:8]] == ["1", "8", "64", "512", "4,096"]
    assert CliRunner().invoke(app, ["plan", "--pages", "0"]).exit_code == 2
