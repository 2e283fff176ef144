"""The whole way in a browser: form → confirmation → letter → one-click unsubscribe → silence. And what strangers may not do."""

import re
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest
import uvicorn

from dragoman import pipeline
from dragoman.remember.desk import Desk
from dragoman.remember.news import Newsroom
from dragoman.report.letters.routes import link, router
from dragoman.report.letters.send import Post
from dragoman.report.letters.settings import Settings as LetterSettings
from dragoman.report.letters.subscriptions import Subscriptions
from dragoman.report.site.app import Settings, application
from tests.report.letters.conftest import Inbox, free_port
from tests.report.letters.test_letters import part

CHROMIUM = Path("/usr/bin/chromium")
TOPIC = "actor=IDN&other=TLS"


@pytest.fixture
def here(kept: Subscriptions, post: Post, folder: Path, settings: LetterSettings) -> Iterator[str]:
    """The site with letters, on this machine."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    post.renderer.settings = replace(settings, site=address)
    post.renderer.base = address
    desk = Desk(pipeline.open_record(str(folder)))
    app = application(lambda: desk, Settings(rate=0, letters=link), (router(kept, "Dragoman", lambda: post.run("service") and None),))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield address
    server.should_exit = True
    thread.join(10)


def form(here: str, language: str = "en") -> str:
    page = httpx.get(f"{here}/{language}/letters?{TOPIC}")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    return re.search(r'name="form" value="([^"]+)"', page.text)[1]  # type: ignore[index]


def sign_up(here: str, address: str, **more: str) -> httpx.Response:
    given = {"topic": TOPIC, "form": more.pop("form", "") or form(here), "address": address, "language": "en", "rhythm": "daily",
             "threshold": "1", "agree": "1", **more}
    return httpx.post(f"{here}/en/letters", data=given)


def links(letter: EmailMessage) -> list[str]:
    return re.findall(r"http://\S+/letters/\w+/\S+", part(letter, "text/plain"))


def wait(inbox: Inbox, count: int) -> EmailMessage:
    until = time.monotonic() + 20
    while len(inbox.messages) < count and time.monotonic() < until:
        time.sleep(0.05)
    assert len(inbox.messages) == count
    return inbox.messages[-1]


def test_the_answer_tells_nothing_about_an_address(here: str, inbox: Inbox) -> None:
    first, second = sign_up(here, "reader@example.org"), sign_up(here, "reader@example.org")
    wait(inbox, 2)
    known = httpx.post(f"{here}/en/letters/mine", data={"form": form(here), "address": "reader@example.org"})
    unknown = httpx.post(f"{here}/en/letters/mine", data={"form": form(here), "address": "nobody@example.org"})
    assert first.status_code == second.status_code == 200
    assert first.content == second.content
    assert known.content == unknown.content
    wait(inbox, 3)


def test_what_strangers_send_is_refused(here: str, inbox: Inbox) -> None:
    once = form(here)
    assert sign_up(here, "reader@example.org", form=once).status_code == 200
    assert sign_up(here, "other@example.org", form=once).status_code == 400
    assert sign_up(here, "other@example.org", agree="").status_code == 400
    assert sign_up(here, "other@example.org\nBcc: x@example.org").status_code == 400
    assert sign_up(here, "bot@example.org", website="https://spam.example").status_code == 200
    foreign = httpx.post(f"{here}/en/letters", data={}, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert httpx.post(f"{here}/en/letters", content=b"x" * 30_000).status_code == 413
    assert httpx.get(f"{here}/en/letters?actor=%3Cscript%3E").status_code == 400
    assert "<script>" not in httpx.get(f"{here}/en/letters?words=%3Cscript%3E").text.replace('<script src="', "")
    assert [m["To"] for m in inbox.messages] == ["reader@example.org"]
    codes = [sign_up(here, f"n{n}@example.org").status_code for n in range(12)]
    assert codes[-1] == 429


def test_looking_at_a_link_does_nothing(here: str, inbox: Inbox, kept: Subscriptions) -> None:
    sign_up(here, "reader@example.org")
    (link,) = links(wait(inbox, 1))
    for _ in range(3):
        assert httpx.get(link).status_code == 200
        assert kept.database.rows("SELECT state FROM subscriptions")[0]["state"] == "pending"
    assert httpx.get(link[:-1] + ("A" if link[-1] != "A" else "Q")).status_code == 400
    assert httpx.post(link).status_code == 200
    assert httpx.post(link).status_code == 400


@pytest.mark.skipif(not CHROMIUM.exists(), reason="no /usr/bin/chromium here")
def test_from_the_form_to_silence(here: str, inbox: Inbox, kept: Subscriptions, post: Post, news: Newsroom) -> None:
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.set_default_timeout(90_000)
        page.goto(f"{here}/id/dyad/IDN/TLS", wait_until="domcontentloaded")
        page.click("a.letters")
        page.fill("#address", "reader@example.org")
        page.check("[name=agree]")
        page.click("form.finder button")
        assert "48" in page.inner_text("[role=status]")
        (confirm,) = links(wait(inbox, 1))
        assert post.outbox.plan(news).letters == 0
        page.goto(confirm, wait_until="domcontentloaded")
        page.click("main button")
        assert "Terkonfirmasi" in page.inner_text("main")
        kept.database.connection.execute("UPDATE subscriptions SET told = 0, due = 0")
        post.outbox.plan(news)
        assert post.run("letters").sent == 1
        letter = inbox.messages[-1]
        assert letter["To"] == "reader@example.org"
        browser.close()
    assert errors == []
    target = letter["List-Unsubscribe"].strip("<>")
    answer = httpx.post(target, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    kept.database.connection.execute("UPDATE subscriptions SET told = 0, due = 0")
    assert post.outbox.plan(news).letters == 0
    assert post.run("letters").sent == 0
    assert len(inbox.messages) == 2
    assert "Langganan dihentikan" in httpx.get(target).text


def test_ones_data_seen_changed_exported_and_erased(here: str, inbox: Inbox, kept: Subscriptions) -> None:
    sign_up(here, "reader@example.org")
    httpx.post(links(wait(inbox, 1))[0])
    httpx.post(f"{here}/en/letters/mine", data={"form": form(here), "address": "reader@example.org"})
    (door,) = links(wait(inbox, 2))
    mine = httpx.post(door)

    def act(page: httpx.Response, **given: str) -> httpx.Response:
        token = re.search(r'name="token" value="([^"]+)"', page.text)[1]  # type: ignore[index]
        name = re.search(r'name="subscription" value="([^"]+)"', page.text)
        return httpx.post(f"{here}/en/letters/act", data={"token": token, "subscription": name[1] if name else "", **given})

    assert httpx.post(door).status_code == 400
    saved = act(mine, act="save", language="ru", rhythm="weekly", threshold="3", empty="1")
    row = kept.database.rows("SELECT * FROM subscriptions")[0]
    assert (row["language"], row["rhythm"], row["threshold"], row["empty"], row["alerts"]) == ("ru", "weekly", 3, 1, 0)
    assert act(mine, act="erase").status_code == 400
    hooked = act(saved, act="hook", url="https://127.0.0.1/hook")
    assert "refused, or did not answer" in hooked.text
    exported = act(hooked, act="export")
    assert exported.json()["address"] == "reader@example.org"
    httpx.post(f"{here}/en/letters/mine", data={"form": form(here), "address": "reader@example.org"})
    again = httpx.post(links(wait(inbox, 3))[0])
    assert "erased" in act(again, act="erase").text
    assert kept.find("reader@example.org") is None
