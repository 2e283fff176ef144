"""`dragoman serve`, `dragoman demo`: the site over a record."""

import socket
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman import pipeline
from dragoman.commands.door import answering, errors
from dragoman.commands.record import At, Folder
from dragoman.errors import DragomanError, InputError

if TYPE_CHECKING:
    from fastapi import APIRouter

    from dragoman.remember.desk import Desk
    from dragoman.report.site.app import Settings

EVERY = 10.0
"""Seconds between looks for a newer version of the record."""
Port = Annotated[int, typer.Option(help="Port.", min=0, max=65535)]
Host = Annotated[str, typer.Option(help="Address to listen at; 0.0.0.0 for every one of this machine's.")]
SAMPLES = Path("tests/pages")


class Shelf:
    """The newest version of a record that is laid out for readers; a newer one is laid out beside it and takes its place."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._desk = self._laid_out()
        self._stop = threading.Event()

    def current(self) -> "Desk":
        """The newest version that is laid out."""
        return self._desk

    def watch(self) -> None:
        """Look for newer versions until `stop`; trouble with the record is said once and tried again."""
        said = ""
        while not self._stop.wait(EVERY):
            try:
                if pipeline.open_record(self._folder).version != self._desk.version:
                    self._desk = self._laid_out()
                said = ""
            except DragomanError as error:
                if str(error) != said:
                    said = str(error)
                    errors.print(f"dragoman: {said}", markup=False)

    def stop(self) -> None:
        """End `watch`."""
        self._stop.set()

    def _laid_out(self) -> "Desk":
        from dragoman.remember.desk import Desk  # noqa: PLC0415

        return Desk(pipeline.open_record(self._folder))


def register(app: typer.Typer) -> None:
    """Name the commands of this group."""
    app.command(epilog="Example: dragoman serve --record record --port 8000")(serve)
    app.command(epilog="Example: dragoman demo --once")(demo)
    app.command(epilog="Example: dragoman brief ARM AZE --language id --output brief.html --record record")(brief)


def serve(record: Folder, port: Port = 8000, host: Host = "127.0.0.1",
          title: Annotated[str, typer.Option(help="Name of the site.")] = "Dragoman",
          address: Annotated[str, typer.Option(help="Public address, such as https://events.example.org.")] = "",
          notice: Annotated[str, typer.Option(help="A labelled notice for every page, as text.")] = "",
          notice_link: Annotated[str, typer.Option(help="Where the notice points.")] = "",
          contact: Annotated[str, typer.Option(help="How to reach you; stands on the operator's page.")] = "",
          rate: Annotated[float, typer.Option(help="Requests a second of one reader; 0: no limit.", min=0)] = 20,
          letters: Annotated[Path | None, typer.Option(help="Settings of letters, for readers to sign up.")] = None) -> None:
    """Serve the site: the record, read in the reader's own language."""
    from dragoman.report.site.app import Settings  # noqa: PLC0415
    from dragoman.report.site.view import Notice  # noqa: PLC0415

    with answering("the record is unchanged"):
        told = Notice(notice, notice_link) if notice else None
        own = Settings(title, address, rate, told, contact)
        if letters is None:
            _run(record, (host, port), own)
            return
        from dragoman.commands.letters import routes  # noqa: PLC0415
        from dragoman.report.letters.routes import link  # noqa: PLC0415

        _run(record, (host, port), replace(own, letters=link), more=(routes(letters, title),))


def demo(once: Annotated[bool, typer.Option("--once", help="Ask the site for its first page and end.")] = False,
         port: Port = 8000) -> None:
    """Read the sample pages into a record and serve the site on it."""
    from dragoman.report.site.app import Settings  # noqa: PLC0415

    with answering("nothing was kept"), tempfile.TemporaryDirectory() as folder:
        if not SAMPLES.is_dir():
            raise InputError(f"no sample pages here; run this where {SAMPLES} is, or `dragoman add` your own pages")
        record = str(Path(folder) / "record")
        from dragoman.read.page import pages  # noqa: PLC0415

        for added in pipeline.add(pages([str(SAMPLES)], pipeline.hints(), False), record):
            print(f"{len(added.items)} sample pages read")
        _run(record, ("127.0.0.1", 0 if once else port), Settings(), once)


def brief(countries: Annotated[list[str], typer.Argument(help="One country or two: codes or names.", show_default=False)],
          record: Folder, output: Annotated[Path | None, typer.Option(help="File: .html, .md, .png or .pdf; Markdown on "
                                                                      "standard output when left out.")] = None,
          language: Annotated[str, typer.Option(help="The reader's language: ISO 639-1.")] = "en", at: At = None,
          since: Annotated[str, typer.Option(help="First day, such as 2026-03-01.")] = "") -> None:
    """Write a brief: what happened between two countries, or with one, in the reader's language."""
    from dragoman.remember.desk import Desk  # noqa: PLC0415
    from dragoman.remember.find import day  # noqa: PLC0415
    from dragoman.report import brief as making  # noqa: PLC0415
    from dragoman.report.wording import languages  # noqa: PLC0415

    with answering("nothing was written"):
        if language not in languages():
            raise InputError(f"there is no wording in {language!r}; choose of {', '.join(languages())}")
        if len(countries) > 2:
            raise InputError("give one country or two")
        codes = sorted(_code(name) for name in countries)
        form = output.suffix.removeprefix(".").lower() if output else "md"
        if form not in making.FORMS:
            raise InputError(f"{output}: a brief ends in {', '.join('.' + name for name in making.FORMS)}")
        made = making.brief(Desk(pipeline.open_record(record, at)), codes, language, day(since))
        if output is None:
            print(making.markdown(made), end="")
        elif form in ("png", "pdf"):
            output.write_bytes(making.png(made) if form == "png" else making.pdf(made))
        else:
            output.write_text(making.html(made) if form == "html" else making.markdown(made), "utf-8")


def _code(name: str) -> str:
    from fastapi import HTTPException  # noqa: PLC0415

    from dragoman.report.site.asking import country  # noqa: PLC0415

    try:
        return country(name)
    except HTTPException as error:
        raise InputError(str(error.detail)) from None


def _run(record: str, at: tuple[str, int], settings: "Settings", once: bool = False,
         more: "tuple[APIRouter, ...]" = ()) -> None:
    import uvicorn  # noqa: PLC0415

    from dragoman.report.site.app import application  # noqa: PLC0415

    shelf = Shelf(record)
    sock = _listening(*at)
    config = uvicorn.Config(application(shelf.current, settings, more), log_level="warning", access_log=False,
                            server_header=False,
                            timeout_keep_alive=20, limit_concurrency=1000, h11_max_incomplete_event_size=16_384)
    server = uvicorn.Server(config)
    host, port = sock.getsockname()[:2]
    print(f"the site of {record} is at http://{host}:{port}/ (Ctrl-C ends it)", flush=True)
    threads = [threading.Thread(target=shelf.watch, daemon=True)]
    if once:
        threads.append(threading.Thread(target=_ask_once, args=(f"http://{host}:{port}/", server), daemon=True))
    for thread in threads:
        thread.start()
    try:
        server.run([sock])
    except KeyboardInterrupt:
        pass
    finally:
        shelf.stop()


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=512)
    except OSError as error:
        raise InputError(f"cannot listen at {host}:{port}: {error.strerror}; give another --port") from None


def _ask_once(address: str, server: object) -> None:
    import urllib.request  # noqa: PLC0415

    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            print(f"{answer.url}: {answer.status}, {len(answer.read())} bytes", flush=True)
    except OSError as error:
        errors.print(f"{address}: {error}", markup=False)
    finally:
        server.should_exit = True  # type: ignore[attr-defined]
