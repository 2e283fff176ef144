"""`dragoman letters …` as the operator runs it, and a subscription that goes to a webhook."""

import json
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.remember.news import Newsroom
from dragoman.report.letters import keys
from dragoman.report.letters.database import Database
from dragoman.report.letters.hooks import Hooks
from dragoman.report.letters.outbox import Outbox
from dragoman.report.letters.render import Renderer
from dragoman.report.letters.send import Post
from dragoman.report.letters.settings import Settings
from dragoman.report.letters.subscriptions import Subscriptions
from tests.report.letters.conftest import Clock, Inbox
from tests.report.letters.test_hooks import Hook, hook  # noqa: F401

Reader = Callable[..., tuple[str, str]]


@pytest.fixture
def kept(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Subscriptions:
    """Subscriptions whose key is where the command looks for it."""
    monkeypatch.setenv(keys.VARIABLE, keys.new_secret())
    return Subscriptions(Database(tmp_path / "letters.db", keys.keys()), clock)


@pytest.fixture
def config(tmp_path: Path, settings: Settings) -> Path:
    path = tmp_path / "letters.toml"
    path.write_text(f'database = "letters.db"\nsender = "{settings.sender}"\nsite = "{settings.site}"\nhost = "{settings.host}"\n'
                    f'port = {settings.port}\nuser = "{settings.user}"\nca = "{settings.ca}"\n', "utf-8")
    return path


def letters(*words: object) -> str:
    done = CliRunner().invoke(app, ["letters", *map(str, words)])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_dry_run_shows_the_letters_and_changes_nothing(reader: Reader, config: Path, folder: Path, inbox: Inbox, tmp_path: Path,
                                                         kept: Subscriptions) -> None:
    reader()
    before = list(kept.database.connection.iterdump())
    said = letters("send", "--record", folder, "--config", config, "--dry-run")
    assert "To: reader@example.org\nSubject: Indonesia – Timor-Leste: new incidents:" in said
    assert said.endswith("1 letters would be sent; nothing was\n")
    letters("send", "--record", folder, "--config", config, "--dry-run", "--output", tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    assert message_from_bytes(file.read_bytes(), policy=default)["To"] == "reader@example.org"
    assert inbox.messages == []
    assert list(kept.database.connection.iterdump()) == before


def test_the_command_sends_once_and_status_counts(reader: Reader, config: Path, folder: Path, inbox: Inbox) -> None:
    reader()
    reader("second@example.org")
    inbox.refuse["second@example.org"] = "550 5.1.1 no such user"
    said = letters("send", "--record", folder, "--config", config)
    assert said == "2 letters and 0 alerts written, 0 readers without news; 1 sent, 0 put off, 1 failed\n"
    assert "0 letters and 0 alerts written" in letters("send", "--record", folder, "--config", config)
    assert [m["To"] for m in inbox.messages] == ["reader@example.org"]
    said = letters("status", "--config", config)
    assert "readers: 1, stopped: 1\n" in said
    assert "letters failed: 1\n" in said
    assert "failed, 1: 550 5.1.1 no such user" in said


def test_a_subscription_goes_to_its_webhook_and_not_to_the_mailbox(reader: Reader, kept: Subscriptions, outbox: Outbox, clock: Clock,
                                                                   settings: Settings, news: Newsroom, inbox: Inbox,
                                                                   hook: tuple[str, Hooks]) -> None:  # noqa: F811
    person, name = reader()
    url, hooks = hook
    kept.set_hook(person, name, url, "shared secret")
    post = Post(kept, outbox, Renderer(kept, settings, news), hooks)
    assert outbox.plan(news).letters == 1
    Hook.status = 503
    assert post.run("letters").put_off == 1
    Hook.status, clock.time = 200, clock.time + 61
    assert post.run("letters").sent == 1
    (first, _), (second, body) = Hook.taken
    told = json.loads(body)
    assert (told["type"], told["topic"]) == ("digest", "actor=IDN&other=TLS")
    assert {one["language"] for one in told["incidents"]} == {"id"}
    assert first["Dragoman-Delivery"] == second["Dragoman-Delivery"]
    assert inbox.messages == []
    Hook.status = 410
    kept.database.connection.execute("UPDATE subscriptions SET told = 0, due = 0")
    outbox.plan(news)
    assert post.run("letters").failed == 1
