"""What tests share: the sample pages, and articles made from a line of text."""

from pathlib import Path

import pytest

from dragoman.read.article import article
from dragoman.records import Article, Hints, Page

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"


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


def made(text: str, media: str = "text", **hints: object) -> Article:
    """An article from text, as if a page had held it."""
    result = article(Page("page", text.encode(), media, "utf-8", Hints(**hints)))  # type: ignore[arg-type]
    assert isinstance(result, Article), result
    return result
