"""`dragoman letters …`: what the operator does: send, look, take back, erase."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.door import answering, errors
from dragoman.commands.record import Folder
from dragoman.errors import InputError, LetterError

if TYPE_CHECKING:
    from fastapi import APIRouter

    from dragoman.news import News
    from dragoman.report.letters.outbox import Outbox
    from dragoman.report.letters.render import Renderer
    from dragoman.report.letters.settings import Settings
    from dragoman.report.letters.subscriptions import Subscriptions

Config = Annotated[Path, typer.Option("--config", help="TOML file of docs/letters.md.", show_default=False)]
Address = Annotated[str, typer.Argument(metavar="ADDRESS", help="E-mail address.", show_default=False)]
app = typer.Typer(no_args_is_help=True, help="Letters to readers: who gets which, send them, let people go.")


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that commands use."""

    settings: "Settings"
    kept: "Subscriptions"
    outbox: "Outbox"
    renderer: "Renderer"


def register(door: typer.Typer) -> None:
    """Name the commands of this group."""
    app.command(epilog="Example: export DRAGOMAN_LETTERS_KEY=$(dragoman letters key)")(key)
    app.command(epilog="Example: dragoman letters send --record record --config letters.toml --dry-run")(send)
    app.command(epilog="Example: dragoman letters status --config letters.toml")(status)
    app.command(epilog="Example: dragoman letters bounces mail/*.eml --config letters.toml")(bounces)
    app.command(epilog="Example: dragoman letters export reader@example.org --config letters.toml")(export)
    app.command(epilog="Example: dragoman letters stop reader@example.org --config letters.toml")(stop)
    app.command(epilog="Example: dragoman letters erase reader@example.org --config letters.toml")(erase)
    app.command(epilog="Example: dragoman letters tidy --config letters.toml")(tidy)
    door.add_typer(app, name="letters")


def opened(config: Path, news: "News | None" = None) -> Desk:
    """The parts, as a file of settings says. Raises: LetterError."""
    import time  # noqa: PLC0415

    from dragoman.report.letters.database import Database  # noqa: PLC0415
    from dragoman.report.letters.keys import keys  # noqa: PLC0415
    from dragoman.report.letters.outbox import Outbox  # noqa: PLC0415
    from dragoman.report.letters.render import Renderer  # noqa: PLC0415
    from dragoman.report.letters.settings import settings  # noqa: PLC0415
    from dragoman.report.letters.subscriptions import Subscriptions  # noqa: PLC0415

    found = settings(config)
    database = Database(config.parent / found.database, keys())
    kept = Subscriptions(database)
    return Desk(found, kept, Outbox(database, time.time), Renderer(kept, found, news))


def routes(config: Path, title: str) -> "APIRouter":
    """The pages of letters for the site; letters that somebody waits for are sent right after the answer."""
    from dragoman.report.letters.routes import router  # noqa: PLC0415
    from dragoman.report.letters.send import Post  # noqa: PLC0415
    from dragoman.report.letters.subscriptions import SERVICE  # noqa: PLC0415

    desk = opened(config)
    post = Post(desk.kept, desk.outbox, desk.renderer)

    def nudge() -> None:
        try:
            post.run(SERVICE)
        except LetterError as error:
            errors.print(f"dragoman: {error}", markup=False)

    return router(desk.kept, title, nudge)


def key() -> None:
    """Make a new key for DRAGOMAN_LETTERS_KEY. Keep it apart from the file of subscriptions."""
    from dragoman.report.letters.keys import new_secret  # noqa: PLC0415

    print(new_secret())


def send(record: Folder, config: Config,
         dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the letters that are due, send nothing.")] = False,
         output: Annotated[Path | None, typer.Option(help="With --dry-run: write them here as .eml.")] = None,
         ) -> None:
    """Write and send the letters that are due: once each, however often this is run or stopped."""
    from dragoman.remember.news import Newsroom  # noqa: PLC0415

    with answering("what was sent is noted; the same command goes on where it left off"):
        news = Newsroom(record)
        if dry_run:
            with _copy(config) as there:
                _show(opened(there, news), news, output)
            return
        desk = opened(config, news)
        _send(desk, news)


def _send(desk: Desk, news: "News") -> None:
    from dragoman.report.letters.send import Post  # noqa: PLC0415
    from dragoman.report.letters.subscriptions import LETTERS, SERVICE  # noqa: PLC0415

    desk.kept.tidy()
    planned = desk.outbox.plan(news)
    post = Post(desk.kept, desk.outbox, desk.renderer)
    runs = [post.run(lane) for lane in (SERVICE, LETTERS)]
    sent, put_off, failed = (sum(getattr(run, name) for run in runs) for name in ("sent", "put_off", "failed"))
    print(f"{planned.letters} letters and {planned.alerts} alerts written, {planned.passed} readers without news; "
          f"{sent} sent, {put_off} put off, {failed} failed")
    if doubtful := sum(run.doubtful for run in runs):
        what = "sent again with the same Message-ID" if desk.settings.doubt == "resend" else "dropped"
        errors.print(f"{doubtful} letters were being handed over when a run was stopped, and were {what}", markup=False)
    if any(run.busy for run in runs):
        errors.print("another run is at work; what it had in hand was left to it", markup=False)


@contextmanager
def _copy(config: Path) -> Iterator[Path]:
    """The settings with a copy of the subscriptions, so that a dry run changes nothing."""
    import json  # noqa: PLC0415
    import sqlite3  # noqa: PLC0415
    import tempfile  # noqa: PLC0415
    from dataclasses import asdict, replace  # noqa: PLC0415

    from dragoman.report.letters.settings import settings  # noqa: PLC0415

    found = settings(config)
    with tempfile.TemporaryDirectory() as folder:
        source = config.parent / found.database
        copied = replace(found, database=str(Path(folder) / "letters.db"), ca="")
        if source.exists():
            with sqlite3.connect(source) as before, sqlite3.connect(copied.database) as after:
                before.backup(after)
            before.close()
            after.close()
        there = Path(folder) / "letters.toml"
        there.write_text("".join(f"{k} = {json.dumps(v, ensure_ascii=False)}\n" for k, v in asdict(copied).items()), "utf-8")
        yield there


def _show(desk: Desk, news: "News", output: Path | None) -> None:
    """Print or write what would be sent."""
    from dragoman.report.letters.subscriptions import LETTERS, SERVICE  # noqa: PLC0415

    desk.outbox.plan(news)
    count = 0
    for lane in (SERVICE, LETTERS):
        desk.outbox.recover(lane, desk.settings.doubt)
        while letter := desk.outbox.claim(lane):
            message = desk.renderer.message(letter)
            count += 1
            if output is not None:
                output.mkdir(parents=True, exist_ok=True)
                (output / f"{count:05}-{letter.kind}.eml").write_bytes(message.as_bytes())
                continue
            body = message.get_body(("plain",))
            print(f"To: {message['To']}\nSubject: {message['Subject']}\n\n{body.get_content() if body else ''}")
    print(f"{count} letters would be sent; nothing was")


def status(config: Config) -> None:
    """Count readers, subscriptions and letters by state."""
    with answering("nothing was changed"):
        desk = opened(config)
        rows = desk.kept.database.rows
        print(f"readers: {rows('SELECT count(*) AS n FROM people WHERE stopped IS NULL')[0]['n']}, "
              f"stopped: {rows('SELECT count(*) AS n FROM people WHERE stopped IS NOT NULL')[0]['n']}")
        for row in rows("SELECT state, count(*) AS n FROM subscriptions GROUP BY state ORDER BY state"):
            print(f"subscriptions {row['state']}: {row['n']}")
        for name, n in sorted(desk.outbox.counts().items()):
            print(f"letters {name}: {n}")
        for row in rows("SELECT error, count(*) AS n FROM outbox WHERE state = 'failed' GROUP BY error ORDER BY n DESC"):
            print(f"  failed, {row['n']}: {row['error']}")


def bounces(files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Messages as files; - for standard input.")],
            config: Config) -> None:
    """Take in messages that came back and complaints; they stop the addresses that they are about."""
    from dragoman.report.letters.bounces import reader, verdict  # noqa: PLC0415

    with answering("what was taken in is noted"):
        desk = opened(config)
        found = {"hard": 0, "soft": 0, "complaint": 0, "": 0}
        for path in files:
            kind, name = verdict(sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes())
            person = reader(desk.kept.database, name) if kind else None
            if person is None:
                found[""] += 1
                continue
            found[kind] += 1
            if kind == "complaint":
                desk.kept.halt(person, "complaint")
            else:
                desk.kept.bounced(person, kind == "hard")
        print(f"{found['hard']} hard and {found['soft']} soft bounces, {found['complaint']} complaints, "
              f"{found['']} that are about no letter of ours")


def _person(desk: Desk, address: str) -> str:
    found = desk.kept.find(address)
    if found is None:
        raise InputError(f"nothing is kept of {address}")
    return found


def export(address: Address, config: Config) -> None:
    """Print all that is kept of an address, as JSON."""
    with answering("nothing was changed"):
        desk = opened(config)
        print(desk.kept.export(_person(desk, address)))


def stop(address: Address, config: Config) -> None:
    """Send nothing more to an address, as after a complaint."""
    with answering("nothing was changed"):
        desk = opened(config)
        desk.kept.halt(_person(desk, address), "complaint")
        print("stopped; nothing is sent to it, and nobody can sign it up")


def erase(address: Address, config: Config) -> None:
    """Erase all that is kept of an address."""
    with answering("nothing was changed"):
        desk = opened(config)
        desk.kept.erase(_person(desk, address))
        print("erased")


def tidy(config: Config) -> None:
    """Forget addresses that were never confirmed or have no subscription any more, old letters, tokens and counts."""
    with answering("nothing was changed"):
        desk = opened(config)
        desk.kept.tidy()
        print("tidied")
