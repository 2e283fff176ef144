"""Webhooks: signed JSON to an https address that its owner proved to own, never to a private one.

The proof: we send {"type": "challenge", "challenge": …}, and the address answers 200 with the challenge as its body. Each
request carries `Dragoman-Signature: t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>" under the shared secret>` and
`Dragoman-Delivery`, which is the same when a delivery comes again.
"""

import hashlib
import hmac
import http.client
import ipaddress
import json
import secrets
import socket
import ssl
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from dragoman.news import Digest, Rise
from dragoman.report.letters.words import Texts

SECONDS = 10.0
LONGEST = 2_000
ANSWER = 1_000
"""Bytes of an answer that are read."""
Find = Callable[[str, int], list[str]]


class HookError(Exception):
    """A webhook cannot be used, and why. `permanent`: it will not get better by waiting."""

    def __init__(self, reason: str, permanent: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent


def resolved(host: str, port: int) -> list[str]:
    """IP addresses of a host."""
    try:
        return [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        raise HookError(f"cannot find {host}: {error}") from None


class Hooks:
    """Sends to webhooks. find: resolves names; context: whom to trust; private: private addresses too."""

    def __init__(self, find: Find = resolved, context: ssl.SSLContext | None = None, private: bool = False) -> None:
        self._find, self._context, self._private = find, context, private

    def prove(self, url: str, secret: str) -> None:
        """Have the owner of an address answer a challenge. Raises: HookError when the answer is not it."""
        challenge = secrets.token_urlsafe(24)
        body = json.dumps({"type": "challenge", "challenge": challenge}).encode()
        status, answer = self._post(url, secret, body, secrets.token_hex(16))
        if status != 200 or not hmac.compare_digest(answer.strip(), challenge.encode()):
            raise HookError("the address did not answer the challenge", True)

    def send(self, url: str, secret: str, body: bytes, delivery: str) -> None:
        """Deliver. Raises: HookError for any answer but 2xx; redirects are not followed."""
        status, _ = self._post(url, secret, body, delivery)
        if status == 410:
            raise HookError("the address is gone (410)", True)
        if not 200 <= status < 300:
            raise HookError(f"the address answered {status}")

    def _post(self, url: str, secret: str, body: bytes, delivery: str) -> tuple[int, bytes]:
        host, port, path = checked(url)
        found = self._find(host, port)
        if not found or not (self._private or all(ipaddress.ip_address(ip.partition("%")[0]).is_global for ip in found)):
            raise HookError("the address is private", True)
        moment = int(time.time())
        headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "dragoman-letters/1",
                   "Dragoman-Delivery": delivery, "Dragoman-Signature": signature(secret, body, moment)}
        connection = _Pinned(host, port, found[0], self._context or ssl.create_default_context())
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(ANSWER)
        except (OSError, http.client.HTTPException) as error:
            raise HookError(f"{host}: {error}") from None
        finally:
            connection.close()


class _Pinned(http.client.HTTPSConnection):
    """Connects to the very IP address that was checked, under the host's name."""

    def __init__(self, host: str, port: int, ip: str, context: ssl.SSLContext) -> None:
        super().__init__(host, port, timeout=SECONDS, context=context)
        self._ip, self._trust = ip, context

    def connect(self) -> None:
        plain = socket.create_connection((self._ip, self.port), SECONDS)
        self.sock = self._trust.wrap_socket(plain, server_hostname=self.host)


def checked(url: str) -> tuple[str, int, str]:
    """Host, port and path of a webhook's address. Raises: HookError for what is no plain https address."""
    try:
        parts = urlsplit(url)
        port = parts.port or 443
    except ValueError:
        raise HookError("this is no address", True) from None
    good = parts.scheme == "https" and parts.hostname and not parts.username and not parts.fragment and url.isascii()
    if not good or len(url) > LONGEST or any(c <= " " for c in url):
        raise HookError("a webhook needs a plain https:// address", True)
    return str(parts.hostname), port, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def signature(secret: str, body: bytes, moment: int) -> str:
    """The header that proves who sends."""
    mac = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={moment},v1={mac}"


def payload(kind: str, digest: Digest, rise: Rise | None, say: Texts) -> bytes:
    """A digest or alert as JSON."""
    items = [{"incident": one.incident.id, "said": say.words.event(one.report.event), "type": one.incident.type,
              "modality": one.incident.modality, "sources": list(one.incident.sources),
              "targets": list(one.incident.targets),
              "date": one.incident.date.isoformat() if one.incident.date else None, "precision": one.incident.precision,
              "reports": len(one.incident.events), "event": one.report.event.id, "sentence": one.report.event.sentence.text,
              "language": one.report.language, "site": one.report.site, "url": one.url} for one in digest.items]
    why = {"now": rise.now, "usual": rise.usual, "days": rise.days, "burst": rise.burst} if rise else None
    return json.dumps({"type": kind, "topic": digest.topic.text, "since": digest.since.isoformat() if digest.since else None,
                       "incidents": items, "more": digest.more, "again": digest.again, "pages": digest.pages, "rise": why},
                      ensure_ascii=False).encode()
