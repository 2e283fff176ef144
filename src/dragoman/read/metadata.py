"""What an HTML page says about itself in JSON-LD and OpenGraph, before its text is looked at."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lxml import html

from dragoman.read.texts import parse_time

ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "OpinionNewsArticle",
            "LiveBlogPosting")
BLOCK_CHARACTERS = 1_000_000
"""A longer JSON-LD block is not read; blocks on news pages stay under 100,000."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty or None where the page does not say."""

    headline: str = ""
    byline: str = ""
    section: str = ""
    site: str = ""
    language: str = ""
    url: str = ""
    published: datetime | date | None = None


def metadata(tree: html.HtmlElement) -> Metadata:
    """JSON-LD first, then OpenGraph and plain meta tags."""
    linked = next((node for node in _linked(tree) if _kind(node) & set(ARTICLES)), {})
    tags = _tags(tree)
    language = str(tree.get("lang") or tags.get("og:locale") or _text(linked.get("inLanguage")))
    return Metadata(
        headline=_text(linked.get("headline")) or tags.get("og:title", ""),
        byline=_names(linked.get("author")) or tags.get("author", "") or tags.get("article:author", ""),
        section=_text(linked.get("articleSection")) or tags.get("article:section", ""),
        site=_names(linked.get("publisher")) or tags.get("og:site_name", ""),
        language=language.replace("_", "-").partition("-")[0].lower(),
        url=_canonical(tree) or tags.get("og:url", ""),
        published=_time(_text(linked.get("datePublished"))) or _time(tags.get("article:published_time", "")),
    )


def _linked(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        block = script.text or ""
        if len(block) > BLOCK_CHARACTERS:
            continue
        try:
            data = json.loads(block, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        queue = data if isinstance(data, list) else [data]
        for node in queue[:50]:
            if isinstance(node, dict):
                graph = node.get("@graph")
                yield from (n for n in ([node, *graph] if isinstance(graph, list) else [node]) if isinstance(n, dict))


def _kind(node: dict[str, Any]) -> set[str]:
    kind = node.get("@type")
    return {k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)}


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _names(value: object) -> str:
    people = value if isinstance(value, list) else [value]
    names = [_text(p.get("name")) if isinstance(p, dict) else _text(p) for p in people[:10]]
    return ", ".join(name for name in names if name and not name.startswith("http"))


def _tags(tree: html.HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iterfind(".//meta"):
        name = (tag.get("property") or tag.get("name") or "").lower()
        content = " ".join((tag.get("content") or "").split())
        if name and content and not content.startswith("http" if name.endswith("author") else "\0"):
            tags.setdefault(name, content)
    return tags


def _canonical(tree: html.HtmlElement) -> str:
    for link in tree.iterfind(".//link[@rel='canonical']"):
        address = link.get("href") or ""
        if address.startswith(("http://", "https://")):
            return str(address)
    return ""


def _time(text: str) -> datetime | date | None:
    try:
        return parse_time(text) if text else None
    except ValueError:
        return None
