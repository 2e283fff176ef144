"""The house rules that a machine can check."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman

SOURCE = Path(dragoman.__file__).parent
STEPS = ("read", "recognize", "remember", "report")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("step", [s for s in STEPS if (SOURCE / s).is_dir()])
def test_no_step_imports_another(step: str) -> None:
    others = tuple(f"dragoman.{other}" for other in STEPS if other != step)
    for path in (SOURCE / step).rglob("*.py"):
        assert not [name for name in imports(path) if name.startswith(others)], path


@pytest.mark.parametrize(("library", "module"), [("onnxruntime", "encoder.py"), ("deltalake", "table.py"),
                                                 ("duckdb", "query.py"), ("fastwarc", "archives.py"), ("feedparser", "feeds.py"), ("distributed", "cluster.py")])
def test_one_module_imports_a_heavy_library(library: str, module: str) -> None:
    users = [p.name for p in SOURCE.rglob("*.py") if any(n.split(".")[0] == library for n in imports(p))]
    assert users == [module]


def test_only_the_command_line_prints() -> None:
    for path in SOURCE.rglob("*.py"):
        if path.name != "cli.py" and path.parent.name != "commands":
            calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
            assert not [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"], path


def test_modules_fit_on_a_few_screens() -> None:
    long = {p.name: n for p in SOURCE.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert not long


def test_importing_does_nothing() -> None:
    script = ("import sys, socket\n"
              "socket.socket.connect = None\n"
              "import dragoman\n"
              "from dragoman.knowledge import load\n"
              "assert load.languages.cache_info().currsize == 0\n")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_public_names_are_few_and_sorted() -> None:
    assert list(dragoman.__all__) == sorted(dragoman.__all__)
    assert len(dragoman.__all__) <= 14
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)
