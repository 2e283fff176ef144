"""The site's commands, from the command line."""

import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from tests.report.site import made


def test_the_demo_serves_its_first_page_and_ends() -> None:
    done = CliRunner().invoke(app, ["demo", "--once"])
    assert done.exit_code == 0, done.output
    assert "sample pages read" in done.output
    assert "/en/: 200" in done.output


def test_serving_needs_a_record_and_a_free_port(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["serve", "--record", str(tmp_path / "none")])
    assert (done.exit_code, "no record here" in done.output) == (1, True)
    record = made.record(tmp_path / "record")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = CliRunner().invoke(app, ["serve", "--record", str(record), "--port", str(taken.getsockname()[1])])
    assert (done.exit_code, "give another --port" in done.output) == (1, True)


def test_a_newer_version_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.commands import site  # noqa: PLC0415
    from dragoman.remember.table import Store  # noqa: PLC0415

    folder = made.record(tmp_path / "record")
    shelf = site.Shelf(str(folder))
    before = shelf.current()
    Store(folder).append([made.kept("ru", made.LAST, 7777, "New")], made.MADE)
    waits = iter([False, True])
    monkeypatch.setattr(shelf._stop, "wait", lambda seconds: next(waits))
    shelf.watch()
    assert shelf.current().version == before.version + 1
    assert [outlet.site for outlet in shelf.current().outlets("New")] == ["New"]
    assert not before.outlets("New")
