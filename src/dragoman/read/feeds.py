"""Lists of pages: feeds (RSS, Atom), sitemaps, news sitemaps and their indexes. The only module that imports feedparser."""

import io
import re
import zlib
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import feedparser
from lxml import etree, html

from dragoman.read.fetch import PAGE_BYTES
from dragoman.read.texts import parse_time

ROOT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,500}\?>\s*|<!--.{0,5000}?-->\s*|<!DOCTYPE[^>\[]{0,500}>\s*)*"
                  rb"<(?:[\w.-]{1,40}:)?(rss|feed|RDF|urlset|sitemapindex)\b", re.DOTALL)
LINKS = 5_000
"""Pages taken from one list, the newest first; a news sitemap has at most 1,000."""
ADDRESS = 2_000
"""Characters of an address; a longer one is passed over."""
FEED_BYTES = 5_000_000
"""A longer feed is cut: feeds of news sites stay under 1 MB."""


@dataclass(frozen=True, slots=True)
class Link:
    """A page that a list names."""

    address: str
    published: datetime | date | None = None
    stamp: str = ""
    """When it was last changed, as the list says; another stamp means that it must be read again."""
    listing: bool = False
    """It is a list itself."""


def listing(body: bytes) -> str:
    """What kind of list these bytes are: feed, sitemap or index; empty for none."""
    found = ROOT.match(_unzipped(body, 20_000))
    name = found[1].decode() if found else ""
    return {"rss": "feed", "feed": "feed", "RDF": "feed", "urlset": "sitemap", "sitemapindex": "index"}.get(name, "")


def links(body: bytes, base: str) -> list[Link]:
    """The pages of a list, newest first, each once. base: the list's own address."""
    body, kind = _unzipped(body, PAGE_BYTES), listing(body)
    found = _feed(body) if kind == "feed" else _sitemap(body, kind == "index")
    whole = [Link(_address(link.address, base), link.published, link.stamp, link.listing) for link in found]
    once = {link.address: link for link in whole if link.address}
    return sorted(once.values(), key=lambda link: link.stamp, reverse=True)


def _address(text: str, base: str) -> str:
    """An http address in full, in ASCII, without its fragment; empty when it is none."""
    try:
        parts = urlsplit(urljoin(base, text.strip()))
        host = parts.hostname.encode("idna" if not parts.hostname.isascii() else "ascii").decode() if parts.hostname else ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or len(text) > ADDRESS:
        return ""
    path, query = (quote(part, safe="%/:?[]@!$&'()*+,;=~") for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, (f"[{host}]" if ":" in host else host) + port, path, query, ""))


def lists_of(body: bytes, base: str) -> list[Link]:
    """The feeds that a site's page names."""
    try:
        tree = html.document_fromstring(body[:PAGE_BYTES])
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    found = (_address(str(node.get("href")), base) for node in tree.iterfind(".//link[@rel='alternate']")
             if node.get("href") and str(node.get("type")).lower() in ("application/rss+xml", "application/atom+xml"))
    return [Link(address, listing=True) for address in dict.fromkeys(found) if address][:10]


def _unzipped(body: bytes, size: int) -> bytes:
    """A list may be a gzip file itself (`sitemap.xml.gz`)."""
    if not body.startswith(b"\x1f\x8b"):
        return body[:size]
    try:
        return zlib.decompressobj(31).decompress(body, size)
    except zlib.error:
        return b""


def _feed(body: bytes) -> Iterator[Link]:
    """feedparser is given a stream: bytes that look like an address it would fetch."""
    for entry in feedparser.parse(io.BytesIO(body[:FEED_BYTES]), sanitize_html=False, resolve_relative_uris=False).entries:
        times = [_time(dict.get(entry, f"{name}_parsed")) for name in ("updated", "published")]
        if entry.get("link"):
            yield Link(str(entry["link"]), times[1], (times[0] or times[1] or datetime.min).isoformat())


def _time(parsed: tuple[int, ...] | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None


def _sitemap(body: bytes, index: bool) -> Iterator[Link]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    for node in root if root is not None else ():
        said = {str(child.tag).rpartition("}")[2]: " ".join((child.text or "").split())
                for child in node.iter(etree.Element)}
        if said.get("loc"):
            yield Link(said["loc"], _moment(said.get("publication_date", "")),
                       said.get("lastmod") or said.get("publication_date", ""), index)


def _moment(text: str) -> datetime | date | None:
    try:
        return parse_time(text) if text else None
    except ValueError:
        return None
