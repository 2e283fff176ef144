"""Fetching, against a real server on loopback that misbehaves."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.read import fetch as module
from dragoman.read.fetch import PAGE_BYTES, fetch
from dragoman.records import Hints, Page, Skipped


class Site(BaseHTTPRequestHandler):
    """One path a kind of behaviour."""

    def do_GET(self) -> None:
        name = self.path.strip("/")
        getattr(self, f"answer_{name}", self.answer_missing)()

    def answer_missing(self) -> None:
        self.send(404, "text/html", b"gone")

    def answer_page(self) -> None:
        self.send(200, "text/html; charset=utf-8", b"<html><body>Ghana asks Togo.</body></html>")

    def answer_plain(self) -> None:
        self.send(200, "text/plain", b"Ghana asks Togo.")

    def answer_picture(self) -> None:
        self.send(200, "image/png", b"\x89PNG")

    def answer_loop(self) -> None:
        self.move("/loop")

    def answer_moved(self) -> None:
        self.move("/page")

    def answer_elsewhere(self) -> None:
        self.move("file:///etc/passwd")

    def answer_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(PAGE_BYTES // 100_000 + 5):
                self.wfile.write(b"a" * 100_000)
        except OSError:  # the reader hung up, as it should
            return

    def answer_slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        stop = threading.Event()
        try:
            for _ in range(40):
                self.wfile.write(b"a")
                self.wfile.flush()
                stop.wait(0.05)
        except OSError:
            return

    def move(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_and_its_charset(site: str) -> None:
    page = fetch(f"{site}/page", Hints(), allow_private=True)
    assert isinstance(page, Page)
    assert (page.media, page.charset) == ("html", "utf-8")


def test_plain_text_and_redirects(site: str) -> None:
    plain, moved = (fetch(f"{site}/{name}", Hints(), allow_private=True) for name in ("plain", "moved"))
    assert isinstance(plain, Page)
    assert plain.media == "text"
    assert isinstance(moved, Page)
    assert moved.address == f"{site}/page"


@pytest.mark.parametrize(("name", "reason"), [
    ("nothing", "answered 404"), ("picture", "image/png"), ("loop", "more than 5 redirects"),
    ("elsewhere", "no http address"), ("huge", "larger than 10 MB")])
def test_what_is_no_page_is_skipped(site: str, name: str, reason: str) -> None:
    found = fetch(f"{site}/{name}", Hints(), allow_private=True)
    assert isinstance(found, Skipped)
    assert reason in found.reason


def test_a_server_that_trickles_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.3)
    found = fetch(f"{site}/slow", Hints(), allow_private=True)
    assert isinstance(found, Skipped)
    assert "still sending" in found.reason


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "0.0.0.0", "2130706433"])
def test_private_addresses_are_refused(host: str) -> None:
    found = fetch(f"http://{host}:9/", Hints())
    assert isinstance(found, Skipped)
    assert "private address" in found.reason


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.rpartition(":")[2]
    monkeypatch.setattr(Site, "answer_moved", lambda self: self.move(f"http://localhost:{port}/page"))
    real = module._Guarded.connect_tcp

    def only_first(self: object, host: str, *rest: object, **more: object) -> object:
        if host == "127.0.0.1":  # stands for a public host that redirects inwards
            return module.httpcore.SyncBackend().connect_tcp(host, *rest, **more)
        return real(self, host, *rest, **more)

    monkeypatch.setattr(module._Guarded, "connect_tcp", only_first)
    found = fetch(f"{site}/moved", Hints())
    assert isinstance(found, Skipped)
    assert "private address" in found.reason


@pytest.mark.parametrize("url", ["http://nowhere.invalid/", "http://127.0.0.1:1/", "http:///x", "https://[broken"])
def test_unreachable_addresses_are_skipped(url: str) -> None:
    found = fetch(url, Hints(), allow_private=True)
    assert isinstance(found, Skipped)
    assert found.reason.startswith("unreachable")
