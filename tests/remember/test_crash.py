"""kill -9 at fifty moments, a full disk, two writers and a reader at once: every page is in once or not at all."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.remember.crash import PAGES


def crash(*arguments: str) -> Any:
    done = subprocess.run([sys.executable, "-m", "tests.remember.crash", *arguments], capture_output=True, text=True, check=True,
                          timeout=300)
    return json.loads(done.stdout)


def test_writers_killed_at_fifty_moments(tmp_path: Path) -> None:
    found = crash("kill", str(tmp_path), "50")
    assert found["wrong"] == []
    assert found["killed"] == 50
    assert found["completed"] == [str(PAGES)]


def test_two_writers_and_a_reader_at_once(tmp_path: Path) -> None:
    found = crash("two", str(tmp_path / "record"))
    assert found["wrong"] == []
    assert found["looks"] > 2
    assert found["completed"] == [str(PAGES)]


def test_a_full_disk_gets_one_line_and_loses_nothing(tmp_path: Path) -> None:
    found = crash("full", str(tmp_path / "record"))
    assert "cannot be used as a record" in found["error"]
    assert "\n" not in found["error"]
    assert found["before"] == ["0"]
    assert found["completed"] == [str(PAGES)]
