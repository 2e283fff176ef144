"""Visits to a real site on loopback that misbehaves."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.read import fetch, visits
from dragoman.read.page import pages
from dragoman.read.sources import Source
from dragoman.read.state import State
from dragoman.read.visits import Visits
from dragoman.records import Hints, Page, Skipped
from tests.read.site import Server, serving


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(visits, "DELAY", 0.01)
    monkeypatch.setattr(visits, "BACKOFF", 0.01)
    with serving() as server:
        yield server


def round_of(site: Server, state: State, path: str = "feed.xml") -> list[Page | Skipped]:
    """One round in which all that comes is kept."""
    visit = Visits((Source("Site", f"{site.address}/{path}"),), state, True)
    found = list(visit.pages())
    visit.kept(len(found))
    return sorted(found, key=lambda item: item.address)


def told(items: list[Page | Skipped]) -> list[str]:
    return [f"{item.address.split('/', 3)[3]}: {item.reason}" if isinstance(item, Skipped) else item.address.split("/", 3)[3]
            for item in items]


@pytest.mark.parametrize("path", ["feed.xml", "sitemap.xml", "home"])
def test_an_address_of_a_list_stands_for_its_pages(site: Server, path: str) -> None:
    found = sorted(pages([f"{site.address}/{path}"], Hints(), True), key=lambda item: item.address)
    if path == "home":  # a page that a user names is that page
        assert told(found) == ["home"]
        found = round_of(site, State(), path)
    assert told(found) == ["story/1", "story/2", "story/3"]
    first = found[0]
    assert isinstance(first, Page)
    assert str(first.hints.published) == "2026-01-05 08:00:00+00:00"


def test_the_sitemaps_of_robots_txt_are_a_sites_lists(site: Server) -> None:
    site.robots = "Sitemap: SITE/sitemap.xml"
    assert told(round_of(site, State(), "story/0")) == ["story/1", "story/2", "story/3"]


def test_a_page_is_read_once_and_a_list_only_if_it_changed(site: Server, tmp_path: Path) -> None:
    for expected in (["story/1", "story/2", "story/3"], [], ["story/4"]):
        state = State(str(tmp_path / "state"))
        assert told(round_of(site, state)) == expected
        state.close()
        if not expected:
            site.stories = [*site.stories, "story/4"]
    assert site.asked.count("feed.xml") == 3
    assert site.asked.count("story/1") == 1


def test_what_was_not_kept_is_read_again(site: Server) -> None:
    state = State()
    visit = Visits((Source("Site", f"{site.address}/feed.xml"),), state, True)
    coming = visit.pages()
    first = next(coming)
    visit.kept(1)
    coming.close()  # stopped here
    left = {"story/1", "story/2", "story/3"} - {first.address.split("/", 3)[3]}
    assert set(told(round_of(site, state))) == left


def test_robots_txt_is_obeyed(site: Server) -> None:
    site.robots = "User-agent: *\nDisallow: /story/2\n"
    assert told(round_of(site, State())) == ["story/1", "story/2: robots.txt forbids it", "story/3"]
    assert "story/2" not in site.asked


def test_a_site_that_cannot_say_what_it_allows_is_left_alone(site: Server) -> None:
    site.down["robots.txt"] = 503
    assert told(round_of(site, State())) == ["feed.xml: robots.txt forbids it"]
    assert site.asked == ["robots.txt"]


def test_hosts_have_their_pause(site: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "DELAY", 0.2)
    began = time.monotonic()
    assert len(round_of(site, State())) == 3
    assert time.monotonic() - began > 3 * 0.2


def test_a_server_error_is_tried_again_and_then_in_a_later_round(site: Server) -> None:
    site.down["story/2"] = 500
    state = State()
    assert told(round_of(site, state)) == ["story/1", "story/2: the server answered 500; to be tried again", "story/3"]
    assert site.asked.count("story/2") == visits.TRIES
    site.down.clear()
    assert round_of(site, state) == []  # too soon
    assert [page.address.split("/", 3)[3] for page in state.wanted(time.time() + 400)] == ["story/2"]


def test_who_asks_to_wait_is_left_alone(site: Server) -> None:
    site.down["story/1"], site.wait = 429, {"Retry-After": "3600"}
    found = told(round_of(site, state := State()))
    assert found[0] == "story/1: the server answered 429; to be tried again"
    assert len([line for line in found if "429" in line]) == 3
    assert site.asked.count("story/1") == 1
    assert "story/2" not in site.asked
    assert not state.wanted(time.time() + 3500)
    assert len(state.wanted(time.time() + 3700)) == 3


def test_a_short_wait_is_waited(site: Server) -> None:
    site.down["feed.xml"], site.wait = 429, {"Retry-After": "1"}
    began = time.monotonic()
    assert told(round_of(site, State())) == ["feed.xml: the server answered 429"]
    assert time.monotonic() - began > 2
    assert site.asked.count("feed.xml") == 3


def test_misbehaviour_is_named_and_the_rest_goes_on(site: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SECONDS", 1.0)
    site.stories = ["loop", "bomb", "slow", "endless", "missing", "story/9", "charset"]
    found = dict(line.partition(": ")[::2] for line in told(round_of(site, State())))
    assert found["loop"] == "more than 5 redirects"
    assert found["bomb"] == found["endless"] == "larger than 10 MB"
    assert "still sending" in found["slow"]
    assert found["missing"] == "the server answered 404"
    assert found["story/9"] == ""


def test_private_addresses_in_lists_are_refused(site: Server) -> None:
    visit = Visits((Source("Site", f"{site.address}/feed.xml"),), State())
    (skipped,) = visit.pages()
    assert isinstance(skipped, Skipped)
    assert "private address" in skipped.reason
