"""Lists of pages, rules of robots.txt, sources files."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.read.feeds import links, listing
from dragoman.read.robots import parse
from dragoman.read.sources import Source, sources

ATOM = b"""<?xml version="1.0" encoding="utf-8"?><!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>
<entry><link href="/a b?q=1#top"/><published>2026-01-02T03:04:05+02:00</published><updated>2026-01-03T00:00:00Z</updated></entry>
<entry><link href="http://news.example/b"/></entry><entry><link href="javascript:alert(1)"/></entry>
<entry><link href="http://[broken"/></entry><entry><title>no link</title></entry></feed>"""


def test_a_feed() -> None:
    first, second = links(ATOM, "https://news.example/feed")
    assert (first.address, first.published) == ("https://news.example/a%20b?q=1", datetime(2026, 1, 2, 1, 4, 5, tzinfo=UTC))
    assert (second.address, second.published) == ("http://news.example/b", None)


@pytest.mark.parametrize(("body", "kind"), [
    (ATOM, "feed"), (b"<rss version='2.0'>", "feed"), (b"<rdf:RDF xmlns:rdf='x'>", "feed"), (b"<urlset>", "sitemap"),
    (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<sitemapindex>", "index"), (b"<html><rss>", ""), (b"", ""), (b"\x1f\x8bxx", ""),
    (b"http://127.0.0.1/", "")])
def test_what_is_a_list(body: bytes, kind: str) -> None:
    assert listing(body) == kind


def test_a_sitemap_reads_nothing_from_elsewhere() -> None:
    bomb = (b'<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
            b"<urlset><url><loc>http://x.example/&f;</loc></url><url><loc>http://x.example/b</loc></url></urlset>")
    assert [link.address for link in links(bomb.replace(b"<!DOCTYPE", b"<!--x--><!DOCTYPE"), "http://x.example")
            if "root" in link.address] == []


def test_a_tag_that_the_parser_mangled_is_passed_over() -> None:
    broken = b"<urlset><url xmlns='{http://x}y'><loc>http://x.example/a</loc></url><url><loc>http://x.example/b</loc></url></urlset>"
    assert [link.address for link in links(broken, "http://x.example")][-1] == "http://x.example/b"


@pytest.mark.parametrize(("path", "allowed"), [
    ("/", True), ("/news/1", True), ("/private/1", False), ("/private/open/1", True), ("/a/print", False), ("/a/print/b", True),
    ("/x?session=1", False), ("/%70rivate/1", False)])
def test_robots(path: str, allowed: bool) -> None:
    rules = parse(b"User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Dragoman # us\nCrawl-delay: 3\n"
                  b"Disallow: /private/\nAllow: /private/open/\nDisallow: /*/print$\nDisallow: /*session=\n"
                  b"Sitemap: http://x.example/map.xml\n")
    assert rules.allows(f"http://x.example{path}") is allowed
    assert (rules.delay, rules.sitemaps) == (3.0, ("http://x.example/map.xml",))


def test_no_pattern_is_slow() -> None:
    assert parse(b"User-agent: *\nDisallow: /" + b"*a" * 5000 + b"$").allows("http://x.example/" + "a" * 4000)


GOOD = """# ours
[[source]]
name = "Example"
address = "https://news.example/feed.xml"
kind = "feed"
language = "en"
country = "GBR"
"""


def test_sources(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(GOOD)
    assert sources(path) == (Source("Example", "https://news.example/feed.xml", "feed", "en", "GBR"),)


@pytest.mark.parametrize(("more", "line", "message"), [
    ("[[source]]\nname = 'x'\n", 8, "has no address"), ("[[source]]\nname = 'x'\naddress = 'ftp://x'\n", 10, "no http address"),
    ("[[source]]\nname = 'x'\naddress = 'https://news.example/feed.xml'\n", 10, "'Example' has this address already"),
    ("kinds = 'x'\n", 8, "unknown field 'kinds'"), ("\n[[source]]\nname = 3\n", 10, "must be text"), ("x = \n", 8, "not TOML"),
    ("[[source]]\nname = 'x'\naddress = 'http://x'\ncountry = 'UK'\n", 11, "unknown country 'UK'"),
    ("[[source]]\nname = 'x'\naddress = 'http://x'\nlanguage = 'xx'\n", 11, "unknown language"),
    ("[[source]]\nname = 'x'\naddress = 'http://x'\nkind = 'blog'\n", 11, "unknown kind"), ("[other]\n", 1, "nothing else")])
def test_a_fault_in_the_sources_is_told_with_its_line(tmp_path: Path, more: str, line: int, message: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(GOOD + more)
    with pytest.raises(InputError) as error:
        sources(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert message in str(error.value)
