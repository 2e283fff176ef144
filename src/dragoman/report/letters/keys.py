"""The one secret: from it come the keys that seal addresses, that look them up, and that sign tokens.

It is 32 random bytes, base64, in DRAGOMAN_LETTERS_KEY. Without it the file of subscriptions tells nobody who reads.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re
import secrets
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dragoman.errors import InputError, LetterError

VARIABLE = "DRAGOMAN_LETTERS_KEY"
NONCE = 12
LONGEST_ADDRESS = 254
"""Characters, RFC 5321 with its erratum."""
LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


class Keys:
    """Seals, looks up and signs. Raises: LetterError when the secret is not 32 bytes in base64."""

    def __init__(self, secret: str) -> None:
        try:
            raw = base64.b64decode(secret.encode("ascii"), altchars=b"-_", validate=True)
        except (binascii.Error, UnicodeEncodeError):
            raw = b""
        if len(raw) != 32:
            raise LetterError(f"{VARIABLE} must hold 32 bytes in base64; make them once with `dragoman letters key`")
        self._sealing = AESGCM(_derived(raw, b"seal"))
        self._looking, self._signing = _derived(raw, b"look up"), _derived(raw, b"sign")

    def seal(self, text: str, owner: str) -> bytes:
        """A text encrypted for the row of `owner` (AES-256-GCM); moved to another row it cannot be opened."""
        nonce = os.urandom(NONCE)
        return nonce + self._sealing.encrypt(nonce, text.encode(), owner.encode())

    def open(self, sealed: bytes, owner: str) -> str:
        """The text of `seal`. Raises: LetterError when it is another key's or was tampered with."""
        try:
            return self._sealing.decrypt(sealed[:NONCE], sealed[NONCE:], owner.encode()).decode()
        except InvalidTag:
            raise LetterError(f"an address cannot be decrypted: {VARIABLE} is not the key it was sealed with") from None

    def look_up(self, text: str, kind: str = "address") -> bytes:
        """The keyed hash by which a row is found (HMAC-SHA256)."""
        return hmac.digest(self._looking, f"{kind}\0{text}".encode(), hashlib.sha256)

    def sign(self, content: bytes) -> bytes:
        """A signature of a token (HMAC-SHA256)."""
        return hmac.digest(self._signing, content, hashlib.sha256)


def _derived(secret: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), 32, None, b"dragoman letters: " + use).derive(secret)


def new_secret() -> str:
    """A new secret for the environment."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def keys() -> Keys:
    """The keys of the environment. Raises: LetterError without a secret."""
    secret = os.environ.get(VARIABLE, "")
    if not secret:
        raise LetterError(f"{VARIABLE} is not set; make it once with `dragoman letters key` and keep it apart from the file")
    return Keys(secret)


def address(text: str) -> str:
    """An e-mail address with its host in ASCII. Raises: InputError for what is none, or has a local part outside ASCII."""
    plain = unicodedata.normalize("NFC", text.strip())
    local, at, host = plain.rpartition("@")
    try:
        host = host.rstrip(".").encode("idna").decode().lower()
    except UnicodeError:
        host = ""
    if not at or len(local) > 64 or len(plain) > LONGEST_ADDRESS or not LOCAL.fullmatch(local) or not HOST.fullmatch(host):
        raise InputError("this is no e-mail address such as name@example.org")
    return f"{local}@{host}"


def same(text: str) -> str:
    """What two spellings of one address share: small letters. Only for looking up; mail goes to the spelling given."""
    return text.lower()
