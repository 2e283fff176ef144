"""The site in a real browser, in four languages, one of them right-to-left. Skipped where there is no chromium."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from dragoman.remember.desk import Desk
from dragoman.report.site.app import Settings, application
from dragoman.report.wording import wording

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no chromium here: the site was not tried in a browser")


@pytest.fixture(scope="module")
def address(desk: Desk) -> Iterator[str]:
    sock = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application(lambda: desk, Settings(rate=0)), log_level="warning"))  # type: ignore[arg-type]
    thread = threading.Thread(target=server.run, args=([sock],), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of a browser that fails the test for any message on its console and any request that leaves the machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, said, left = context.new_page(), list[str](), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((address, "data:", "blob:")) else left.append(request.url))
    page.set_default_timeout(60_000)
    yield page
    context.close()
    assert (said, left) == ([], [])


@pytest.mark.parametrize("language", ["id", "ru", "he", "en"])
def test_from_the_front_to_the_original_sentence(page: Page, address: str, language: str) -> None:
    words = wording(language)
    pair = f"{words.country('ARM')} – {words.country('AZE')}"
    page.goto(f"{address}/{language}/")
    page.locator("a.pair", has_text=pair).first.click()
    assert words.country("ARM") in page.locator("h1").inner_text()
    page.wait_for_selector("figure canvas")
    page.locator("article.incident h3 a").first.click()
    sentence = page.locator("blockquote.original").first
    assert sentence.get_attribute("dir") == "auto"
    assert page.locator("blockquote.original mark.source").first.is_visible()
    direction = page.evaluate("getComputedStyle(document.body).direction")
    assert direction == words.direction
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


def test_switching_the_language_stays_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/en/dyad/ARM/AZE")
    page.locator("details.languages summary").click()
    page.locator("details.languages a[hreflang=ka]").click()
    page.wait_for_url("**/ka/dyad/ARM/AZE")
    assert "სომხეთი" in page.locator("h1").inner_text()


def test_searching_with_the_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/uk/search")
    page.locator("input[name=actor]").focus()
    page.keyboard.type("Росія")
    page.keyboard.press("Enter")
    page.wait_for_selector("article.report")
    assert "Росія закликала Азербайджан і Вірменію до переговорів" in page.locator("main").inner_text()
    page.goto(f"{address}/uk/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_share_card_and_small_screens(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}/ar/dyad/ARM/AZE")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    card = page.locator("meta[property='og:image']").get_attribute("content")
    assert card and page.request.get(card).body().startswith(b"\x89PNG")
    assert page.locator("figure img").first.evaluate("image => image.complete || new Promise(done => image.onload = done)") is not None


def test_without_javascript_everything_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/zh/actor/AZE", timeout=60_000)
    assert page.locator("figure img").count() == 1
    assert page.locator("article.incident").count() > 5
    context.close()


def test_what_a_screen_reader_needs(page: Page, address: str) -> None:
    """One heading of the first rank, no rank left out, every field labelled, every picture named, enough contrast."""
    for path in ("", "dyad/ARM/AZE", "search", "network"):
        page.goto(f"{address}/en/{path}")
        ranks = page.evaluate("[...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1])")
        assert ranks.count(1) == 1 and all(b - a <= 1 for a, b in pairwise(ranks))
        assert page.evaluate("[...document.querySelectorAll('input:not([type=hidden]),select')].every(f => f.labels.length)")
        assert page.evaluate("[...document.images].every(i => i.alt)")
        assert page.evaluate("document.querySelectorAll('main, header, footer, nav').length") >= 4
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids))


def test_screens_of_all_sizes_are_lean(page: Page, address: str) -> None:
    started = time.perf_counter()
    page.goto(f"{address}/tr/")
    size = page.evaluate("performance.getEntriesByType('resource').reduce((n, r) => n + r.transferSize, 0)")
    assert size < 60_000, f"{size} bytes besides the page, {time.perf_counter() - started:.1f} s"
