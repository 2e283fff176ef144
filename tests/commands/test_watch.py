"""`dragoman watch`: a live record from a site that is really there."""

from pathlib import Path

from typer.testing import CliRunner

import dragoman
from dragoman.cli import app
from tests.read.site import serving


def test_a_live_record_takes_what_is_new_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    def watch(*more: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, ["watch", str(listed), "--record", str(tmp_path / "record"), "--once", *more])
        return done.exit_code, done.stdout.partition(": ")[2].partition(" with")[0], done.stderr

    listed = tmp_path / "sources.toml"
    with serving() as site:
        listed.write_text(f'[[source]]\nname = "Site"\naddress = "{site.address}/feed.xml"\nlanguage = "en"\n')
        site.stories = ["story/1", "story/2"]
        site.down["story/2"] = 404
        code, out, told = watch("--allow-private")
        assert (code, out) == (1, "1 pages added")
        assert told == f"{site.address}/story/2: the server answered 404\n"
        site.stories = ["story/2", "story/3"]
        assert watch("--allow-private")[:2] == (0, "1 pages added")
        assert watch("--allow-private")[:2] == (0, "0 pages added")
        assert site.asked.count("story/1") == 1
        record = dragoman.open(tmp_path / "record")
        rows = record.table("SELECT DISTINCT url, published FROM events ORDER BY url").to_pylist()
        assert [row["url"] for row in rows] == [f"{site.address}/story/1", f"{site.address}/story/3"]
        assert {str(row["published"]) for row in rows} == {"2026-01-05"}
        assert "private address" in watch("--state", str(tmp_path / "other"))[2]
    listed.write_text("[[source]]\nname = 3\n")
    assert watch() == (1, "", f"dragoman: {listed}:2: name must be text in quotation marks\n")
