"""Tokens in links: signed, for one purpose and one row, with an end, and useless twice.

A token is base64url of purpose (1 byte), id (16), end (8, seconds UTC), nonce (12) and their HMAC-SHA256 (32). Nothing of it
is stored until it is used; then its nonce is, until its end.
"""

import base64
import binascii
import hmac
import secrets
import struct
from dataclasses import dataclass
from enum import IntEnum

from dragoman.report.letters.keys import Keys

SHAPE = struct.Struct(">B16sQ12s")
HOUR, DAY = 3_600, 86_400
LENGTH = (SHAPE.size + 32) * 4 // 3 + 1
"""Characters of a token."""


class Purpose(IntEnum):
    """What a token allows."""

    form = 1
    """Send the sign-up form once; its id is the network's."""
    confirm = 2
    """Confirm a subscription."""
    stop = 3
    """End a subscription."""
    open = 4
    """See one's data; its id is the person's."""
    act = 5
    """One act upon one's data."""


LASTS = {Purpose.form: 2 * HOUR, Purpose.confirm: 48 * HOUR, Purpose.stop: 400 * DAY, Purpose.open: 2 * HOUR,
         Purpose.act: HOUR // 2}
"""Seconds. A link to leave must outlive the letter's stay in a mailbox; the others only the way from a letter to a click."""


class BadToken(Exception):
    """A token that does not hold; `reason` is wrong, expired or used. A reader is told only that the link is no good."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Ticket:
    """A token that was read and found good, not yet used."""

    id: str
    """32 hex digits."""
    nonce: bytes
    ends: int
    """Seconds since 1970, UTC."""


def token(keys: Keys, purpose: Purpose, name: str, now: int) -> str:
    """A token for the row `name` (32 hex digits)."""
    content = SHAPE.pack(purpose, bytes.fromhex(name), now + LASTS[purpose], secrets.token_bytes(12))
    return base64.urlsafe_b64encode(content + keys.sign(content)).rstrip(b"=").decode()


def read(keys: Keys, purpose: Purpose, text: str, now: int) -> Ticket:
    """What a token says. Raises: BadToken when it is not ours, of another purpose, or past its end."""
    if len(text) > LENGTH + 2:
        raise BadToken("wrong")
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise BadToken("wrong") from None
    content, signature = raw[:SHAPE.size], raw[SHAPE.size:]
    if len(content) != SHAPE.size or not hmac.compare_digest(signature, keys.sign(content)):
        raise BadToken("wrong")
    own, name, ends, nonce = SHAPE.unpack(content)
    if own != purpose:
        raise BadToken("wrong")
    if now >= ends:
        raise BadToken("expired")
    return Ticket(name.hex(), nonce, ends)
