"""A file is complete or not there; what a stopped run finished is not done again."""

from pathlib import Path

import pytest

from dragoman.report.journal import Journal


def test_going_on(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt), Journal(out, ["a"], "jsonl") as first:
        first.write(["1", "2"], "page-1")
        first.file.write("half a li")
        first.file.flush()
        raise KeyboardInterrupt
    assert not out.exists()
    with Journal(out, ["a"], "jsonl") as second:
        assert second.done == {"page-1"}
        second.write(["3"], "page-2")
    assert out.read_text() == "1\n2\n3\n"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_another_command_begins_anew(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt), Journal(out, ["a"], "jsonl") as first:
        first.write(["1"], "page-1")
        raise KeyboardInterrupt
    with Journal(out, ["b"], "jsonl") as second:
        assert second.done == frozenset()
        second.write(["9"], "page-1")
    assert out.read_text() == "9\n"
