"""Spoiled inputs: no crash and no hang. `DRAGOMAN_FUZZ=20000` tries so many of each kind."""

import gzip
import io
import os
import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.read.archives import warc_pages
from dragoman.read.article import article
from dragoman.read.feeds import links, listing, lists_of
from dragoman.read.robots import parse
from dragoman.records import Article, Hints, Page, Skipped
from tests.read.archive import record, zipped

COUNT = int(os.environ.get("DRAGOMAN_FUZZ", "60"))
SECONDS = 5.0 if "DRAGOMAN_FUZZ" in os.environ else 30.0
"""A hang; wider in the suite, where the machine may be busy."""
PAGES = Path(__file__).parent.parent / "pages"
HTML = [path.read_bytes() for path in sorted(PAGES.glob("*.html"))]
TEXT = [path.read_bytes() for path in sorted(PAGES.glob("*.txt"))]
WARC = [record(f"http://news.example/{n}", HTML[n % len(HTML)][:3000]) for n in range(4)]
FEED = [b"<?xml version='1.0'?><rss version='2.0'><channel><item><link>http://a.example/1</link><pubDate>Mon, 05 Jan 2026 "
        b"08:00:00 GMT</pubDate></item></channel></rss>",
        b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>http://a.example/1</loc><lastmod>2026-01-05"
        b"</lastmod></url></urlset>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/a'/><updated>2026-01-05T00:00:00Z</updated></entry></feed>",
        b"User-agent: *\nDisallow: /a*b$\nCrawl-delay: 3\nSitemap: http://a.example/s.xml\n"]
fuzzed = settings(max_examples=COUNT, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@st.composite
def spoiled(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A seed with a few places cut, doubled, overwritten or filled."""
    content = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        size = draw(st.integers(0, 200))
        put = draw(st.one_of(st.binary(max_size=20), st.sampled_from([b"<", b"\x00", b"&#0;", b"\r\n\r\n", b"\xff\xfe"]),
                             st.builds(lambda unit, times: unit * times, st.binary(min_size=1, max_size=4), st.integers(1, 2000)),
                             st.just(content[at:at + size])))
        content = content[:at] + put + content[at + size * draw(st.booleans()):]
    return content


@fuzzed
@given(spoiled([*HTML, *TEXT]), st.sampled_from(["html", "text", "clean"]))
def test_pages(content: bytes, media: str) -> None:
    began = time.monotonic()
    found = article(Page("page", content, media))
    assert isinstance(found, Article | Skipped)
    assert time.monotonic() - began < SECONDS


@fuzzed
@given(spoiled([b"".join(WARC), zipped(WARC), gzip.compress(b"".join(WARC))]))
def test_archives(content: bytes) -> None:
    began = time.monotonic()
    assert all(isinstance(item, Page | Skipped) for item in warc_pages(io.BytesIO(content), "a.warc", Hints()))
    assert time.monotonic() - began < SECONDS


@fuzzed
@given(spoiled(FEED))
def test_lists(content: bytes) -> None:
    began = time.monotonic()
    for link in [*(links(content, "http://a.example/") if listing(content) else ()), *lists_of(content, "http://a.example/")]:
        assert link.address.startswith(("http://", "https://"))
        assert link.address.isascii()
    rules = parse(content)
    assert isinstance(rules.allows("http://a.example/ab?c=d"), bool)
    assert time.monotonic() - began < SECONDS
