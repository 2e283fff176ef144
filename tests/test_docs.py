"""The README's commands print what it says, and its Python runs."""

import doctest
import importlib.util
from pathlib import Path

import pytest

import dragoman.pipeline

ROOT = Path(__file__).parent.parent


def test_readme_output_is_real() -> None:
    spec = importlib.util.spec_from_file_location("fill", ROOT / "docs" / "fill.py")
    assert spec is not None
    assert spec.loader is not None
    fill = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fill)
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(fill.BLOCK.findall(text)) == 2
    assert fill.filled(text) == text


def test_readme_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried > 3
    assert failed == 0


def test_docstring_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testmod(dragoman.pipeline)
    assert tried > 0
    assert failed == 0


def test_the_data_dictionary_is_that_of_the_records() -> None:
    spec = importlib.util.spec_from_file_location("data", ROOT / "docs" / "data.py")
    assert spec is not None
    assert spec.loader is not None
    data = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(data)
    assert (ROOT / "docs" / "data.md").read_text("utf-8") == data.page(), "run python docs/data.py"


def test_examples_of_the_actors_page_run() -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs" / "actors.md"), module_relative=False)
    assert tried > 2
    assert failed == 0
