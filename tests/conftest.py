"""What tests share: the sample pages, and articles made from a line of text."""

from pathlib import Path

import pytest

import dragoman
from dragoman.read.article import article
from dragoman.read.page import pages as found
from dragoman.records import Article, Hints, Page
from dragoman.remember.query import Record

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"

RECORDED = ("basra.ar.html", "bishkek.ru.html", "bogota.es.html", "dili.id.txt", "hatay.tr.txt", "niamey.en.html")
"""The sample pages that the record of the tests is made from."""


@pytest.fixture
def pages() -> Path:
    return HERE / "pages"


@pytest.fixture
def first_page() -> Path:
    path = SHARED / "pages" / "moscow-baku-yerevan.id.txt"
    if not path.exists():
        pytest.skip("the first page is not at hand")
    return path


@pytest.fixture
def benchmark() -> Path:
    path = SHARED / "dev" / "plv_dev.tsv"
    if not path.exists():
        pytest.skip("the development benchmark is not at hand")
    return path


@pytest.fixture(scope="session")
def record_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record") / "record"
    for _ in dragoman.add(found([str(HERE / "pages" / name) for name in RECORDED], Hints()), folder):
        pass
    return folder


@pytest.fixture
def record(record_folder: Path) -> Record:
    return dragoman.open(record_folder)


def made(text: str, media: str = "text", **hints: object) -> Article:
    """An article from text, as if a page had held it."""
    result = article(Page("page", text.encode(), media, "utf-8", Hints(**hints)))  # type: ignore[arg-type]
    assert isinstance(result, Article), result
    return result
