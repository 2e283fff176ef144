"""Atom and JSON Feed of events, worded in the reader's language."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from xml.sax.saxutils import escape, quoteattr

from dragoman.records import Report
from dragoman.report.table import safe
from dragoman.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself."""

    title: str
    base: str
    """Public address of the site, without a slash at the end."""
    page: str
    """Path of the page it belongs to."""
    own: str
    """Path of the feed."""
    updated: datetime


def atom(feed: Feed, reports: Sequence[Report], words: Wording) -> str:
    """An Atom feed (RFC 4287)."""
    entries = "".join(_entry(feed, report, words) for report in reports)
    return ('<?xml version="1.0" encoding="utf-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(words.language)}>\n'
            f"<title>{_text(feed.title)}</title>\n<id>{_text(feed.base + feed.own)}</id>\n"
            f"<updated>{feed.updated.isoformat()}</updated>\n<author><name>Dragoman</name></author>\n"
            f'<link rel="self" href={quoteattr(feed.base + feed.own)}/>\n'
            f"<link href={quoteattr(feed.base + feed.page)}/>\n{entries}</feed>\n")


def _entry(feed: Feed, report: Report, words: Wording) -> str:
    event = report.event
    return (f"<entry><title>{_text(words.event(event))}</title><id>urn:dragoman:event:{event.id}</id>"
            f"<updated>{_moment(report.published or event.date, feed)}</updated>"
            f"<link href={quoteattr(feed.base + _path(words, event.id))}/>"
            f"<summary xml:lang={quoteattr(report.language)}>{_text(event.sentence.text)}</summary>"
            f"<source><title>{_text(report.site)}</title></source></entry>\n")


def json_feed(feed: Feed, reports: Sequence[Report], words: Wording) -> str:
    """A JSON Feed (version 1.1)."""
    items = [{"id": f"urn:dragoman:event:{r.event.id}", "url": feed.base + _path(words, r.event.id),
              "title": words.event(r.event),
              "content_text": r.event.sentence.text, "language": r.language, "tags": [r.event.type, r.event.modality],
              "date_published": _moment(r.published or r.event.date, feed)} for r in reports]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": feed.title, "language": words.language,
                       "home_page_url": feed.base + feed.page, "feed_url": feed.base + feed.own, "items": items},
                      ensure_ascii=False)


def _path(words: Wording, event: str) -> str:
    return f"/{words.language}/event/{event}"


def _moment(day: date | None, feed: Feed) -> str:
    if isinstance(day, datetime):
        return (day if day.tzinfo else day.replace(tzinfo=UTC)).isoformat()
    return datetime.combine(day, time(), UTC).isoformat() if day else feed.updated.isoformat()


def _text(text: str) -> str:
    """Text that XML may hold."""
    return escape("".join(c for c in safe(text) if c >= " " and c not in "\ufffe\uffff"))
