"""Visits to sites that lists name pages of: politely, a few sites at a time, each page once.

Polite is: what robots.txt forbids is not asked for; a pause between two requests to a host; lists are asked for only if
they changed; who asks us to wait is left alone.
"""

import queue
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dragoman.read import robots
from dragoman.read.feeds import LINKS, Link, links, listing, lists_of
from dragoman.read.fetch import NOTHING, Answer, get, page_of
from dragoman.read.sources import Source
from dragoman.read.state import State, Wanted
from dragoman.records import Hints, Page, Skipped

DELAY = 1.0
"""Seconds between two requests to a host whose robots.txt asks for none."""
PATIENCE = 10.0
"""Longest wait within a run, in seconds; who asks for more is visited in a later run."""
TRIES = 3
"""Requests for a page within a run."""
BACKOFF = 1.0
"""Seconds before the second request for a page, doubled before the third."""
ROBOTS = 86_400.0
"""Seconds after which a robots.txt is read again."""
SITES = 8
"""Hosts that are visited at the same time."""
LISTS = 20
"""Sitemaps of an index that are read, the newest first; and depth of indexes in indexes."""
DEPTH = 3
PASSING = (408, 425, 429, 500, 502, 503, 504)
"""Answers that may be another one later."""


@dataclass(frozen=True, slots=True)
class Later:
    """Could not be had for now. wait: seconds that the server asked for."""

    reason: str
    wait: float | None = None


@dataclass(slots=True)
class Host:
    """A host while it is visited; by one thread at a time."""

    allow_private: bool
    stop: threading.Event
    rules: robots.Robots | None = None
    free: float = 0.0
    """When the next request may be made (monotonic seconds)."""
    closed: Later | None = None
    opens: float = 0.0
    """It asked for a longer wait: no requests until then (monotonic seconds)."""
    asked: float = 0.0
    """When its robots.txt was read (monotonic seconds)."""

    def ask(self, url: str, fields: Mapping[str, str] = NOTHING) -> Answer | Skipped | Later:
        """A page or list of this host, after its pause and with few retries."""
        if self.rules is None or time.monotonic() > self.asked + ROBOTS:
            self.rules, self.asked = self._robots(url), time.monotonic()
        if not self.rules.allows(url):
            return Skipped(url, "robots.txt forbids it")
        last: Skipped | Later = Later("stopped")
        for tries in range(TRIES):
            if self.closed and time.monotonic() < self.opens:
                return self.closed
            answer = self._once(url, fields)
            if not isinstance(answer, Later):
                return answer
            last, wait = answer, answer.wait or 0.0
            if wait > PATIENCE:
                self.closed, self.opens = answer, time.monotonic() + wait
            elif tries + 1 < TRIES:
                self.stop.wait(max(wait, BACKOFF * 2 ** tries))
        return last

    def _once(self, url: str, fields: Mapping[str, str]) -> Answer | Skipped | Later:
        self.stop.wait(max(0.0, self.free - time.monotonic()))
        answer = get(url, self.allow_private, fields)
        self.free = time.monotonic() + max(DELAY, self.rules.delay if self.rules else 0.0)
        if isinstance(answer, Answer):
            return Later(f"the server answered {answer.status}", answer.wait) if answer.status in PASSING else answer
        passing = answer.reason.startswith("unreachable") and "private address" not in answer.reason
        return Later(answer.reason) if passing else answer

    def _robots(self, url: str) -> robots.Robots:
        """RFC 9309: no robots.txt, no rules; a server that fails to say forbids everything."""
        parts = urlsplit(url)
        answer = get(f"{parts.scheme}://{parts.netloc}/robots.txt", self.allow_private)
        if isinstance(answer, Skipped):
            return robots.CLOSED if "private address" not in answer.reason else robots.Robots()
        if answer.status >= 500 or answer.status == 429:
            return robots.CLOSED
        return robots.parse(answer.body) if answer.status == 200 else robots.Robots()


@dataclass(slots=True)
class Visits:
    """One round over the sources: first their lists, then the pages wanted. `kept` is told what is in the record.

    state: what earlier rounds have seen; a page counts as done only once it is kept.
    """

    sources: tuple[Source, ...]
    state: State
    allow_private: bool = False
    _hosts: dict[str, Host] = field(default_factory=dict)
    _under_way: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def pages(self) -> Iterator[Page | Skipped]:
        """The pages that are new or changed, as they come in; Skipped for what cannot be had, with the reason."""
        for source in self.sources:
            if self.state.due(source.address, time.time()):
                yield from self._list(source.address, source, 0)
        yield from self.wanted()

    def wanted(self) -> Iterator[Page | Skipped]:
        """The pages that lists have named and that are not in yet."""
        for wanted, found in self._visited(self.state.wanted(time.time())):
            if isinstance(found, Later):
                self.state.retry(wanted, time.time(), found.wait)
                yield from self._told(Skipped(wanted.address, f"{found.reason}; to be tried again"))
            else:
                self._under_way.append(wanted.address)
                yield found

    def _told(self, item: Skipped) -> Iterator[Skipped]:
        self._under_way.append("")
        yield item

    def kept(self, count: int) -> None:
        """So many of the pages given, in order, are in the record now."""
        self.state.done(address for address in self._under_way[:count] if address)
        del self._under_way[:count]

    def _host(self, url: str) -> Host:
        return self._hosts.setdefault(urlsplit(url).netloc, Host(self.allow_private, self._stop))

    def _list(self, address: str, source: Source, depth: int) -> Iterator[Skipped]:
        """Read a list, and the lists that it names."""
        answer = self._host(address).ask(address, self.state.marks(address))
        if isinstance(answer, Answer) and answer.status == 304:
            self.state.seen(address, {"etag": answer.fields.get("etag", ""), **_kept_marks(self.state, address)}, (), "")
            return
        if not isinstance(answer, Answer) or answer.status != 200:
            reason = answer.reason if not isinstance(answer, Answer) else f"the server answered {answer.status}"
            self.state.later(address, time.time(), answer.wait if isinstance(answer, Later) else None)
            yield from self._told(Skipped(address, reason))
            return
        yield from self.taken(answer, (address, source, depth))

    def taken(self, answer: Answer, of: tuple[str, Source, int]) -> Iterator[Skipped]:
        """Take note of the pages that a list names. of: its address, source, and depth below the source."""
        address, source, depth = of
        kind = listing(answer.body)
        found = links(answer.body, answer.address) if kind else self._of_site(answer)
        pages, lists = [link for link in found if not link.listing], [link for link in found if link.listing]
        if not found:
            yield from self._told(Skipped(address, "names no page" if kind else "names no page and is no feed or sitemap"))
        if len(pages) > LINKS:
            yield from self._told(Skipped(address, f"names {len(pages):,} pages; the newest {LINKS:,} are read"))
        for link in lists[:LISTS] if depth < DEPTH else ():
            yield from self._list(link.address, source, depth + 1)
        marks = NOTHING if lists else answer.fields
        self.state.seen(address, marks, pages[:LINKS], source.language)

    def _of_site(self, answer: Answer) -> list[Link]:
        """A site's lists: the feeds that its page names, else the sitemaps of its robots.txt."""
        rules = self._host(answer.address).rules
        return lists_of(answer.body, answer.address) or [
            Link(address, listing=True) for address in (rules.sitemaps if rules else ())]

    def _visited(self, wanted: list[Wanted]) -> Iterator[tuple[Wanted, Page | Skipped | Later]]:
        """Visit several hosts at the same time, each by one thread; answers as they come."""
        by_host: dict[str, list[Wanted]] = {}
        for page in wanted:
            by_host.setdefault(urlsplit(page.address).netloc, []).append(page)
        work: queue.SimpleQueue[tuple[Host, list[Wanted]]] = queue.SimpleQueue()
        for own in by_host.values():
            work.put((self._host(own[0].address), own))
        answers: queue.Queue[tuple[Wanted, Page | Skipped | Later]] = queue.Queue(SITES * 2)
        for _ in range(min(SITES, len(by_host))):
            threading.Thread(target=_visit, args=(work, answers, self._stop), daemon=True).start()
        left = len(wanted)
        try:
            while left:
                yield answers.get()
                left -= 1
        finally:
            if left:
                self._stop.set()


def _kept_marks(state: State, address: str) -> dict[str, str]:
    """The marks of a list that has not changed."""
    marks = state.marks(address)
    return {name: marks[given] for name, given in (("etag", "If-None-Match"), ("last-modified", "If-Modified-Since"))
            if given in marks}


def _visit(work: "queue.SimpleQueue[tuple[Host, list[Wanted]]]",
           answers: "queue.Queue[tuple[Wanted, Page | Skipped | Later]]", stop: threading.Event) -> None:
    """A thread's work: host after host, page after page."""
    while not stop.is_set():
        try:
            host, pages = work.get_nowait()
        except queue.Empty:
            return
        for page in pages:
            if stop.is_set():
                return
            answer = host.ask(page.address)
            answers.put((page, page_of(page.address, answer, page.hints) if isinstance(answer, Answer) else answer))


def visited(url: str, hints: Hints, allow_private: bool = False) -> Iterator[Page | Skipped]:
    """What is at an address that a user names: the page, or all pages that a feed or sitemap names."""
    answer = get(url, allow_private)
    if isinstance(answer, Skipped):
        yield answer
    elif answer.status == 200 and listing(answer.body):
        visits = Visits((), State(), allow_private)
        yield from visits.taken(answer, (url, Source("", url, "", hints.language), 0))
        yield from visits.wanted()
    else:
        yield page_of(url, answer, hints)
