"""A news site on loopback that misbehaves: each path has its own way."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORY = ("<html lang=en><head><title>{0}</title></head><body><article><h1>{0} trucks</h1><p>Ghana asked Togo for {0} trucks on "
         "Monday, the foreign ministry in Accra said in a statement to reporters.</p><p>Togo refused to send them and accused "
         "Ghana of lying about the state of its roads, an official in Lome said.</p></article></body></html>")
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


class Site(BaseHTTPRequestHandler):
    """What `server` holds: `asked` (paths, in order), `down` (paths that fail for now), `robots`, `stories`."""

    server: "Server"

    def do_GET(self) -> None:
        path = self.path.strip("/").partition("?")[0]
        self.server.asked.append(path)
        name, _, rest = path.partition("/")
        if path in self.server.down:
            self.send(self.server.down[path], "text/html", b"not now", **self.server.wait)
        elif name == "story":
            self.send(200, "text/html; charset=utf-8", STORY.format(rest).encode())
        else:
            getattr(self, "answer_" + name.replace(".", "_"), self.answer_missing)()

    def answer_missing(self) -> None:
        self.send(404, "text/html", b"gone")

    def answer_robots_txt(self) -> None:
        self.send(200, "text/plain", self.server.robots.replace("SITE", self.server.address).encode())

    def answer_feed_xml(self) -> None:
        if self.headers.get("If-None-Match") == self.mark():
            self.send(304, "application/rss+xml", b"")
            return
        items = "".join(f"<item><title>{s}</title><link>{self.server.address}/{s}</link>"
                        f"<pubDate>Mon, 05 Jan 2026 08:00:00 GMT</pubDate></item>" for s in self.server.stories)
        self.send(200, "application/rss+xml", f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}'
                  "</channel></rss>".encode(), ETag=self.mark())

    def mark(self) -> str:
        return f'"{hash(tuple(self.server.stories))}"'

    def answer_sitemap_xml(self) -> None:
        self.send(200, "application/xml", f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>'
                  f"{self.server.address}/news.xml.gz</loc></sitemap></sitemapindex>".encode())

    def answer_news_xml_gz(self) -> None:
        rows = "".join(f"<url><loc>{self.server.address}/{s}</loc><n:news><n:publication_date>2026-01-05T08:00:00Z"
                       "</n:publication_date><n:title>x</n:title></n:news></url>" for s in self.server.stories)
        body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="{NEWS}">{rows}</urlset>'
        self.send(200, "application/gzip", gzip.compress(body.encode()))

    def answer_home(self) -> None:
        self.send(200, "text/html", b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>'
                  b"<body>News</body></html>")

    def answer_loop(self) -> None:
        self.send(302, "text/html", b"", Location="/loop")

    def answer_bomb(self) -> None:
        self.send(200, "text/html", BOMB, **{"Content-Encoding": "gzip"})

    def answer_charset(self) -> None:
        self.send(200, "text/html; charset=utf-8", STORY.format("dix d\xe9j\xe0 ").encode("cp1252"))

    def answer_slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"a")
                self.server.over.wait(0.05)
        except OSError:  # the reader hung up, as it should
            return

    def answer_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            while not self.server.over.is_set():
                self.wfile.write(b"a" * 200_000)
        except OSError:
            return

    def send(self, status: int, kind: str, body: bytes, **fields: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **fields}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """The site with what tests set and look at."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Site)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.asked: list[str] = []
        self.down: dict[str, int] = {}
        self.wait: dict[str, str] = {}
        self.robots = ""
        self.stories = ["story/1", "story/2", "story/3"]
        self.over = threading.Event()


BOMB = gzip.compress(b"a" * 200_000_000, 9)


@contextmanager
def serving() -> Iterator[Server]:
    """The site while a test lasts."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield server
        server.over.set()
        server.shutdown()
        thread.join()
