"""Every page stands, in every language; every number leads to its rows, every row to its sentence; what is hostile stays text."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from dragoman.asked import Asked
from dragoman.remember.desk import Desk
from dragoman.report.site.app import Settings, application
from dragoman.report.site.view import media
from dragoman.report.wording import languages
from tests.report.site.made import SCRIPT

PAGES = ("", "dyad/ARM/AZE", "actor/RUS", "search", "map", "network", "sources", "operator", "place/AZE", "source/TASS")


class Tags(HTMLParser):
    """Tags and links of a page; fails for a tag that is closed but not open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def links(self) -> set[str]:
        return {str(found[name]) for _, found in self.tags for name in ("href", "src", "action", "data-spec") if found.get(name)}


@pytest.mark.parametrize("language", languages())
def test_every_page_stands_in_every_language(client: TestClient, language: str) -> None:
    for page in PAGES if language in ("en", "ar") else PAGES[:2]:
        answer = client.get(f"/{language}/{page}")
        assert answer.status_code == 200, page
        tags = Tags(answer.text).tags
        root = next(found for tag, found in tags if tag == "html")
        assert (root["lang"], root["dir"]) == (language, "rtl" if language in ("ar", "fa", "he", "ur") else "ltr")
        assert sum(tag == "h1" for tag, _ in tags) == 1
        assert all(found.get("alt") for tag, found in tags if tag == "img")


def test_the_browser_chooses_the_language(client: TestClient) -> None:
    for header, language in (("uk-UA,uk;q=0.9,en;q=0.5", "uk"), ("xx, he;q=0.7", "he"), ("", "en"), (";;q=x,,", "en"),
                             ("zh-Hant-TW", "zh")):
        assert client.get("/", headers={"accept-language": header}).headers["location"] == f"/{language}/"


def test_front_page_says_what_changed_and_why(client: TestClient) -> None:
    text = client.get("/en/").text
    assert "Armenia – Azerbaijan" in text
    assert re.search(r"Reports in the last 7 days: \d+; usual for this pair: [\d.]+", text)
    assert "/ √(" in text
    assert "Ten years of &lt;b&gt;records&lt;/b&gt;" in text


def test_trending_follows_its_formula(desk: Desk) -> None:
    trend = next(t for t in desk.trends(7, 10) if t.pair == ("ARM", "AZE"))
    assert trend.now == desk.count(Asked(actor="ARM", other="AZE", since=desk.last.replace(day=25))) if desk.last else False
    assert trend.burst == pytest.approx((trend.now - trend.usual) / (trend.usual + 1) ** .5, abs=.02)


def test_every_link_of_ours_leads_somewhere(client: TestClient) -> None:
    """Walk from the front page: no link is dead, and each leads at last to a sentence and its page address."""
    todo, seen, kinds = ["/id/"], set[str](), dict[str, int]()
    while todo:
        address = todo.pop()
        kind = "/".join(re.sub(r"\?.*", "", address).split("/")[2:3])
        if address in seen or kinds.get(kind, 0) >= 2:
            continue
        seen.add(address)
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = client.get(address)
        assert answer.status_code in (200, 301, 302), address
        if answer.status_code != 200:
            todo.append(answer.headers["location"].partition("#")[0])
        elif "html" in answer.headers["content-type"]:
            todo += sorted(link.partition("#")[0] for link in Tags(answer.text).links() if re.match(r"/(id|static)/", link))
    assert {"dyad", "incident", "article", "search", "actor", "source", "feed.atom", "events.csv", "curve.svg"} <= set(kinds)


def test_a_row_leads_to_its_sentence_in_its_own_script(client: TestClient, desk: Desk) -> None:
    report = next(r for r in desk.reports(Asked(actor="AZE", words="обстрелял"), 5))
    text = client.get(f"/id/event/{report.event.id}", follow_redirects=True).text
    assert '<blockquote lang="ru" dir="auto" class="original"><mark class="source">Азербайджан</mark>' in text
    assert f'href="https://example.org/{report.event.article}"' in text


def test_nothing_reported_is_not_no_data(client: TestClient, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert "Nothing reported" in client.get("/en/search?actor=BRA").text
    import dragoman  # noqa: PLC0415
    from dragoman.records import Made  # noqa: PLC0415
    from dragoman.remember.table import Store  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("empty") / "record"
    Store(folder).append([], Made("", "", ""))
    empty = Desk(dragoman.open(folder))
    with TestClient(application(lambda: empty, Settings(rate=0))) as bare:  # type: ignore[arg-type]
        for page in PAGES[:-1]:
            assert bare.get(f"/en/{page}").status_code == 200, page
        assert "No data for this time" in bare.get("/en/search").text


def test_what_is_hostile_stays_text(client: TestClient, desk: Desk) -> None:
    attacks = desk.reports(Asked(words="village in Azerbaijan. "), 100)
    assert len(attacks) == 6
    for report in attacks:
        for page in (f"/en/article/{report.event.article}", f"/he/incident/{desk.incident_of(report.event.id)}"):
            answer = client.get(page)
            assert answer.status_code == 200
            tags = Tags(answer.text).tags
            assert not [found for tag, found in tags if tag == "script" and not str(found.get("src")).startswith("/static/")]
            assert not [found for _, found in tags for name in found if name.startswith("on") or name == "style"]
            assert not [link for link in Tags(answer.text).links() if link.lower().startswith(("javascript:", "data:"))]
            assert not set("\u202a\u202b\u202d\u202e\u2066") & set(answer.text)
            assert "49 $" not in answer.text and SCRIPT not in answer.text


@pytest.mark.parametrize("attack", ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//x", "\\..\\x",
                                    "style.css%00.html", "templates/base.html", "state_media.csv"])
def test_no_path_leads_out_of_the_static_files(client: TestClient, attack: str) -> None:
    for place in ("/static/", "/en/", "/en/article/", "/"):
        assert client.get(place + attack).status_code in (302, 307, 400, 404), place


@pytest.mark.parametrize("attack", ["' OR 1=1 --", "ARM'; DROP TABLE pairs; --", "\" UNION SELECT * FROM articles --", "%' OR '%'='", "%00"])
def test_sql_stays_a_value(client: TestClient, desk: Desk, attack: str) -> None:
    before = desk.counts()
    for name in ("actor", "other", "source", "target", "type", "modality", "place", "since", "sector"):
        assert client.get("/en/search", params={name: attack}).status_code == 400
    for name in ("words", "site", "article"):
        assert "0</strong>" in client.get("/en/search", params={name: attack}).text
    for place in ("incident", "article", "source", "actor", "place", "dyad/ARM", "event"):
        assert client.get(f"/en/{place}/{attack}").status_code in (400, 404)
    assert desk.counts() == before


def test_headers_forbid_all_that_is_not_needed(client: TestClient) -> None:
    for page in ("/en/", "/en/nothing", "/static/style.css", "/api/v1/events"):
        headers = client.get(page).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")
        assert "set-cookie" not in headers


def test_a_page_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/tr/dyad/ARM/AZE")
    again = client.get("/tr/dyad/ARM/AZE", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head("/tr/dyad/ARM/AZE").content == b""
    assert client.get("/tr/dyad/ARM/AZE").text == first.text


def test_a_page_that_many_ask_for_at_once_is_made_once(desk: Desk) -> None:
    import asyncio  # noqa: PLC0415

    from dragoman.report.site.front import Front  # noqa: PLC0415

    made, sent = [], []

    async def slow(scope: object, receive: object, send: object) -> None:
        made.append(scope)
        await asyncio.sleep(.05)
        await send({"type": "http.response.start", "status": 200, "headers": []})  # type: ignore[operator]
        await send({"type": "http.response.body", "body": b"page"})  # type: ignore[operator]

    async def many() -> None:
        async def send(message: dict[str, object]) -> None:
            sent.append(message.get("body"))

        scope = {"type": "http", "path": "/en/", "query_string": b"", "headers": [], "method": "GET"}
        front = Front(slow, lambda: 1, 0)  # type: ignore[arg-type]
        await asyncio.gather(*(front(scope, None, send) for _ in range(20)))  # type: ignore[arg-type]

    asyncio.run(many())
    assert len(made) == 1
    assert sent.count(b"page") == 20


def test_who_asks_too_often_waits(desk: Desk) -> None:
    with TestClient(application(lambda: desk, Settings(rate=1))) as hurried:  # type: ignore[arg-type]
        answers = [hurried.get("/static/icon.svg") for _ in range(8)]
    assert [a.status_code for a in answers] == [200] * 4 + [429] * 4
    assert int(answers[-1].headers["retry-after"]) >= 1


def test_an_address_is_read_in_any_language(client: TestClient) -> None:
    assert client.get("/fr/dyad/AZE/ARM").headers["location"] == "/fr/dyad/ARM/AZE"
    assert "Azerbaïdjan" in client.get("/fr/search", params={"actor": "Азербайджан"}).text
    assert client.get("/en/actor/Nowhere").status_code == 400
    assert client.get("/xx/").status_code == 404
    assert client.get("/en/" + "a" * 5000).status_code == 414


def test_files_feeds_and_cards(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/ru/events.csv?actor=ARM&other=AZE").text)))
    assert rows[0]["said"] and {row["language"] for row in rows} == {"en", "ru", "hy", "id", "ar"} & {r["language"] for r in rows}
    assert not [value for row in rows for value in row.values() if value.startswith(("=", "@"))]
    data = client.get("/ru/events.json?actor=ARM&other=AZE").json()
    assert data["count"] == len(data["rows"]) == len(rows)
    feed = ET.fromstring(client.get("/az/feed.atom?actor=ARM").text)
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 50
    assert client.get("/az/feed.json?actor=ARM").json()["items"][0]["title"]
    assert client.get("/he/card.png?actor=ARM&other=AZE").content.startswith(b"\x89PNG")
    assert "<svg" in client.get("/he/curve.svg?actor=ARM").text
    assert client.get("/en/curve.exe").status_code == 404


def test_state_media_are_marked_with_the_reason(client: TestClient) -> None:
    found = media("TASS")
    assert found and found.reason in client.get("/en/source/TASS").text
    assert media("The Foothill Herald") is None
    assert media("", "https://news.rt.com/x") and not media("", "https://smart.com/x")
    assert "State media" in client.get("/en/search?words=meminta").text


def test_the_operator_sees_what_was_skipped(client: TestClient) -> None:
    text = client.get("/en/operator").text
    assert "https://example.org/gone" in text and "404 Not Found" in text and "news-0" in text
