"""A record with two additions, subscriptions, and a real mail server on this machine."""

import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

import dragoman
from dragoman.news import topic
from dragoman.read.page import pages as found
from dragoman.records import Hints
from dragoman.remember.news import Newsroom
from dragoman.report.letters import keys
from dragoman.report.letters.database import Database
from dragoman.report.letters.outbox import Outbox
from dragoman.report.letters.render import Renderer
from dragoman.report.letters.send import Post
from dragoman.report.letters.settings import Settings
from dragoman.report.letters.subscriptions import Subscriptions, Wish
from dragoman.report.letters.tokens import Purpose

PAGES = Path(__file__).parent.parent.parent / "pages"
FIRST, SECOND = "dili.id.txt", "niamey.en.html"


class Clock:
    def __init__(self) -> None:
        self.time = datetime.now(UTC).timestamp()

    def __call__(self) -> float:
        return self.time


@dataclass
class Inbox:
    """What a mail server took, and what it shall answer."""

    messages: list[EmailMessage] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    secure: list[bool] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    """Answer to RCPT by address."""
    fail: list[str] = field(default_factory=list)
    """Answers to the next texts."""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.fail:
            return self.fail.pop(0)
        made = message_from_bytes(envelope.content, policy=default)
        assert isinstance(made, EmailMessage)
        self.messages.append(made)
        self.senders.append(envelope.mail_from)
        self.secure.append(session.ssl is not None and session.authenticated)
        return "250 OK"


def certificate(folder: Path, host: str = "localhost") -> tuple[Path, ssl.SSLContext]:
    """A certificate for this machine: its file, and a server's context with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(host), x509.IPAddress(ip_address("127.0.0.1"))]), False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), True).sign(key, hashes.SHA256()))
    path, secret = folder / "ca.pem", folder / "key.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                         serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path, secret)
    return path, context


def free_port() -> int:
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return int(own.getsockname()[1])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Subscriptions:
    return Subscriptions(Database(tmp_path / "letters.db", keys.Keys(keys.new_secret())), clock)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def settings(tmp_path: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """Of a server that wants TLS and a password."""
    ca, context = certificate(tmp_path)

    def check(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        return AuthResult(handled=False, success=(data.login, data.password) == (b"dragoman", b"open sesame"))

    server = Controller(inbox, hostname="127.0.0.1", port=free_port(), tls_context=context, require_starttls=True, authenticator=check,
                        auth_required=True, auth_require_tls=True)
    server.start()
    monkeypatch.setenv("DRAGOMAN_SMTP_PASSWORD", "open sesame")
    yield Settings("letters.db", "letters@example.org", "https://events.example.org", "localhost", server.port, "starttls", "dragoman",
                   str(ca), about="Example Institute, 1 Example Street")
    server.stop()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two versions."""
    made = tmp_path_factory.mktemp("news") / "record"
    for name in (FIRST, SECOND):
        for _ in dragoman.add(found([str(PAGES / name)], Hints()), made):
            pass
    return made


@pytest.fixture(scope="session")
def news(folder: Path) -> Newsroom:
    return Newsroom(folder)


@pytest.fixture
def outbox(kept: Subscriptions, clock: Clock) -> Outbox:
    return Outbox(kept.database, clock)


@pytest.fixture
def post(kept: Subscriptions, outbox: Outbox, settings: Settings, news: Newsroom) -> Post:
    return Post(kept, outbox, Renderer(kept, settings, news))


@pytest.fixture
def reader(kept: Subscriptions) -> Callable[..., tuple[str, str]]:
    """Makes a confirmed reader whose letters begin after a version."""
    def made(address: str = "reader@example.org", told: int | None = 0, **wanted: Any) -> tuple[str, str]:
        wish = replace(Wish(topic("actor=IDN&other=TLS"), "en"), **wanted)
        kept.sign_up(wish, address, kept.form_token(), f"192.0.{len(kept.database.rows('SELECT * FROM people'))}.1")
        row = kept.database.rows("SELECT * FROM subscriptions ORDER BY rowid DESC LIMIT 1")[0]
        kept.confirm(kept.token(Purpose.confirm, row["id"]))
        kept.database.connection.execute("UPDATE subscriptions SET told = ? WHERE id = ?", (told, row["id"]))
        kept.database.connection.execute("UPDATE outbox SET state = 'sent'")
        return row["person"], row["id"]

    return made


