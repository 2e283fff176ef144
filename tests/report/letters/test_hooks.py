"""Webhooks: proved, signed, never private."""

import hashlib
import hmac
import json
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from dragoman.report.letters.hooks import HookError, Hooks, checked
from tests.report.letters.conftest import certificate


class Hook(BaseHTTPRequestHandler):
    taken: list[tuple[dict[str, str], bytes]] = []  # noqa: RUF012
    status, echo = 200, True

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Hook.taken.append((dict(self.headers), body))
        self.send_response(Hook.status)
        self.end_headers()
        self.wfile.write(json.loads(body).get("challenge", "").encode() if Hook.echo else b"hello")

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def hook(tmp_path: Path) -> Iterator[tuple[str, Hooks]]:
    ca, context = certificate(tmp_path)
    server = HTTPServer(("127.0.0.1", 0), Hook)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    Hook.taken, Hook.status, Hook.echo = [], 200, True
    yield f"https://localhost:{server.server_port}/in", Hooks(context=ssl.create_default_context(cafile=ca), private=True)
    server.shutdown()
    server.server_close()


def test_a_webhook_is_proved_and_its_deliveries_are_signed(hook: tuple[str, Hooks]) -> None:
    url, hooks = hook
    hooks.prove(url, "secret")
    hooks.send(url, "secret", b'{"type": "digest"}', "a1")
    headers, body = Hook.taken[-1]
    moment, _, mac = headers["Dragoman-Signature"].removeprefix("t=").partition(",v1=")
    assert mac == hmac.new(b"secret", f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    assert headers["Dragoman-Delivery"] == "a1"


def test_who_does_not_answer_the_challenge_is_refused(hook: tuple[str, Hooks]) -> None:
    Hook.echo = False
    with pytest.raises(HookError, match="challenge"):
        hook[1].prove(hook[0], "secret")
    Hook.status = 302
    with pytest.raises(HookError, match="302"):
        hook[1].send(hook[0], "secret", b"{}", "a1")


@pytest.mark.parametrize("ip", ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1", "0.0.0.0"])
def test_private_addresses_are_refused_also_among_public_ones(ip: str) -> None:
    for found in ([ip], ["93.184.216.34", ip]):
        with pytest.raises(HookError, match="private"):
            Hooks(find=lambda host, port, found=found: found).prove("https://hooks.example.org/", "secret")  # type: ignore[misc]


@pytest.mark.parametrize("url", ["http://example.org/", "ftp://example.org", "https://", "https://user:x@example.org/", "https://a b/",
                                 "https://example.org:99999/", "https://example.org/#x", "https://example.org/\r\nX: y"])
def test_what_is_no_plain_https_address_is_refused(url: str) -> None:
    with pytest.raises(HookError):
        checked(url)
