"""Make .venv with everything but torch: `python3 setup_venv.py` (or `make setup`).

A plain Debian has python3 without pip and ensurepip. Then the environment is made without pip, and pip's own
wheel, which can run as it is, is fetched from the package index (PIP_INDEX_URL, or PyPI) to install itself.
"""

import html.parser
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
import venv
from pathlib import Path

HERE = Path(__file__).parent
VENV = HERE / ".venv"
INDEX = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple")
OLDEST = (3, 11)


class Links(html.parser.HTMLParser):
    """The addresses of a simple index page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        if tag == "a" and address:
            self.found.append(address)


def has_ensurepip() -> bool:
    return subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0


def has_pip(python: str) -> bool:
    asked = [python, "-m", "pip", "--version"]
    return Path(python).exists() and subprocess.run(asked, capture_output=True, check=False).returncode == 0


def pip_wheel(folder: Path) -> Path:
    """Fetch the newest released wheel of pip."""
    page = INDEX.rstrip("/") + "/pip/"
    links = Links()
    with urllib.request.urlopen(page, timeout=60) as answer:
        links.feed(answer.read().decode())
    wheels = {}
    for link in links.found:
        match = re.search(r"/pip-(\d+(?:\.\d+)*)-py3-none-any\.whl", link)
        if match:
            wheels[tuple(map(int, match[1].split(".")))] = urllib.parse.urljoin(page, link)
    if not wheels:
        sys.exit(f"{page} lists no wheel of pip; set PIP_INDEX_URL to an index that does")
    address = wheels[max(wheels)].partition("#")[0]
    path = folder / address.rpartition("/")[2]
    with urllib.request.urlopen(address, timeout=120) as answer:
        path.write_bytes(answer.read())
    return path


def make(python: str) -> None:
    """A new environment with pip in it."""
    if has_ensurepip():
        venv.create(VENV, with_pip=True)
        return
    venv.create(VENV, with_pip=False)
    with tempfile.TemporaryDirectory() as folder:
        wheel = pip_wheel(Path(folder))
        subprocess.run([python, f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel)], check=True)


def main() -> None:
    if sys.version_info < OLDEST:
        sys.exit(f"Python {'.'.join(map(str, OLDEST))} or newer is needed, this is {sys.version.split()[0]}")
    python = str(VENV / "bin" / "python")
    if not has_pip(python):
        make(python)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "-r", str(HERE / "requirements.lock")], check=True)
    subprocess.run([*install, "--no-deps", "--no-build-isolation", "-e", str(HERE)], check=True)
    (VENV / "ready").touch()


if __name__ == "__main__":
    main()
