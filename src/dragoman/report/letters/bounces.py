"""Letters that came back (RFC 3464) and complaints (RFC 5965): they stop an address.

A report counts only when it holds the Message-ID of a letter that we sent. Nobody but its reader and the mail servers on its
way knows that; so nobody stops another's letters by a forged report.
"""

import email
import re
from collections.abc import Iterator
from email.message import Message
from email.policy import default

from dragoman.report.letters.database import Database

OURS = re.compile(r"<([0-9a-f]{32})@[^>\s]{1,255}>")
LARGEST = 5_000_000
"""Bytes of a report that are looked at."""
DEEPEST = 200
"""Parts of a report that are looked at."""


def verdict(content: bytes) -> tuple[str, str]:
    """What a report says, and the id of the letter it is about: `hard`, `soft` or `complaint`; two empty texts for none."""
    message = email.message_from_bytes(content[:LARGEST], policy=default)
    kind, name = "", ""
    for number, part in enumerate(message.walk()):
        if number > DEEPEST:
            break
        form = part.get_content_type()
        if form == "message/feedback-report":
            kind = "complaint"
        elif form == "message/delivery-status":
            kind = kind or _status(part)
        elif part is not message or form == "text/rfc822-headers":
            name = name or _named(part)
    return (kind, name) if kind and name else ("", "")


def reader(database: Database, name: str) -> str | None:
    """The person that a letter was sent to; None for a letter that is not ours."""
    found = database.rows("SELECT person FROM outbox WHERE id = ? AND state IN ('sent', 'handing')", name)
    return found[0]["person"] if found else None


def _status(part: Message) -> str:
    """hard where a recipient failed with 5.x.x, soft where one is delayed or failed with 4.x.x."""
    kind = ""
    for fields in _blocks(part):
        action, status = str(fields.get("Action", "")).strip().lower(), str(fields.get("Status", "")).strip()
        if action == "failed" and status.startswith("5"):
            return "hard"
        if action in ("failed", "delayed") and status[:1] in "45":
            kind = "soft"
    return kind


def _blocks(part: Message) -> Iterator[Message]:
    inner = part.get_payload()
    if isinstance(inner, list):
        yield from (one for one in inner if isinstance(one, Message))


def _named(part: Message) -> str:
    """The id of our letter in a part that holds it or its headers."""
    own = str(part.get("Message-ID", ""))
    if part.get_content_type() == "text/rfc822-headers":
        raw = part.get_payload(decode=True)
        own = raw.decode("utf-8", "replace")[:20_000] if isinstance(raw, bytes) else ""
    match = OURS.search(own)
    return match[1] if match else ""
