"""What is to be sent: planned, claimed, handed over, sent. A crash between two letters neither loses nor repeats one.

- Planning a letter and moving its subscription's mark is one transaction: no letter is planned twice, none is passed over.
- ready → sending: claimed. A crash here costs nothing: the server has not seen the letter, and it is sent again.
- sending → handing: committed right before the letter's text goes to the server. A crash after it leaves one in doubt:
  the server may have taken it or not, and no protocol tells. It is sent again with the same Message-ID, by which mail stores
  know a letter that they have (or dropped, as `doubt` says).
- handing → sent: committed when the server has said 250.
"""

import fcntl
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from dragoman.news import News, Span
from dragoman.report.letters.database import Database
from dragoman.report.letters.subscriptions import LETTERS, Subscription, subscription
from dragoman.report.letters.tokens import DAY, HOUR

PERIOD = {"at-once": 0, "daily": DAY, "weekly": 7 * DAY}
"""Seconds from one letter to the next."""
EARLY = HOUR // 2
"""A run a little earlier than yesterday's still counts as the next day's."""
BURST, LEAST, QUIET = 3.0, 3, 7 * DAY
"""Alerts: standard deviations above the topic's mean, reports at least, seconds until the next alert on the same topic. With
reports at random 3 deviations come about once in 700 looks; three reports keep single ones of quiet topics out."""
TRIES = 6
WAITS = (60, 300, 1_800, 7_200, 28_800)
"""Seconds until a letter that was put off is tried again."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A row of the outbox."""

    id: str
    """32 random hex digits: the left part of its Message-ID."""
    kind: str
    """confirm, open, digest or alert."""
    person: str
    subscription: str
    since: int
    until: int
    attempts: int


@dataclass(frozen=True, slots=True)
class Planned:
    """What planning found."""

    letters: int
    alerts: int
    passed: int
    """Subscriptions that were due and had nothing new, and whose readers want no empty letter."""


class Outbox:
    """Letters of one file of subscriptions. now: the clock."""

    def __init__(self, database: Database, now: Callable[[], float]) -> None:
        self.database, self._now = database, now

    @contextmanager
    def alone(self, lane: str) -> Iterator[bool]:
        """Whether this process alone sends a lane until the end of the block; the system frees it when a process dies."""
        path = self.database.path.with_name(f"{self.database.path.name}.{lane}.lock")
        with path.open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True

    def recover(self, lane: str, doubt: str) -> tuple[int, int]:
        """Put back what a dead run had claimed: how many, and how many of them are in doubt. Call it when alone."""
        with self.database.writing() as own:
            claimed = own.execute("UPDATE outbox SET state = 'ready' WHERE lane = ? AND state = 'sending'", (lane,)).rowcount
            state = "ready" if doubt == "resend" else "dropped"
            handing = own.execute("UPDATE outbox SET state = ?, error = 'in doubt' WHERE lane = ? AND state = 'handing'",
                                  (state, lane)).rowcount
        return claimed + handing, handing

    def plan(self, news: News) -> Planned:
        """Put every letter that is due into the outbox, those of one topic and language together: they share their words."""
        now = int(self._now())
        due = self.database.rows("SELECT s.* FROM subscriptions s JOIN people p ON p.id = s.person WHERE s.state = 'active' "
                                 "AND p.stopped IS NULL AND (s.due <= ? OR s.alerts) "
                                 "ORDER BY s.topic, s.language, s.threshold", now + EARLY)
        made = {"digest": 0, "alert": 0, "": 0}
        for start in range(0, len(due), 200):
            acts = [act for row in due[start:start + 200] for act in self._acts(row, news, now)]
            with self.database.writing() as own:
                for act in acts:
                    made[act.kind] += self._put(own, act, now)
        return Planned(made["digest"], made["alert"], made[""])

    def _acts(self, row: sqlite3.Row, news: News, now: int) -> Iterator["_Act"]:
        """What is to be done for a subscription."""
        own = subscription(row)
        if own.wish.alerts and own.alerted + QUIET <= now:
            rise = news.rise(own.wish.topic)
            if rise.burst >= BURST and rise.now >= LEAST:
                yield _Act("alert", own, news.version, news.version, row["due"])
        if row["due"] <= now + EARLY:
            since = own.told
            if since is None:
                since = news.version_at(datetime.fromtimestamp(own.confirmed or own.created, UTC))
            digest = news.digest(own.wish.topic, Span(since, news.version, own.wish.threshold), 0)
            something = digest.more or (own.wish.empty and own.wish.rhythm != "at-once")
            yield _Act("digest" if something else "", own, since, news.version, now + PERIOD[own.wish.rhythm])

    def _put(self, own: sqlite3.Connection, act: "_Act", now: int) -> int:
        """Write an act down, unless the subscription changed meanwhile."""
        if act.kind == "alert":
            changed = own.execute("UPDATE subscriptions SET alerted = ? WHERE id = ? AND state = 'active' AND alerted = ?",
                                  (now, act.of.id, act.of.alerted)).rowcount
        else:
            changed = own.execute("UPDATE subscriptions SET told = ?, due = ? WHERE id = ? AND state = 'active' "
                                  "AND told IS ?", (act.until, act.due, act.of.id, act.of.told)).rowcount
        if changed and act.kind:
            own.execute("INSERT INTO outbox(id, lane, kind, person, subscription, since, until, state, made) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, 'ready', ?)", (secrets.token_hex(16), LETTERS, act.kind, act.of.person,
                                                                     act.of.id, act.since, act.until, now))
        return changed

    def claim(self, lane: str) -> Letter | None:
        """The next letter to send; None when there is none. Those whose reader has left are dropped."""
        while True:
            with self.database.writing() as own:
                row = own.execute("UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = "
                                  "(SELECT id FROM outbox WHERE lane = ? AND state = 'ready' AND retry <= ? LIMIT 1) "
                                  "RETURNING *", (lane, int(self._now()))).fetchone()
                if row is None:
                    return None
                if _wanted(own, row):
                    return Letter(*(row[name] for name in Letter.__slots__))
                own.execute("UPDATE outbox SET state = 'dropped' WHERE id = ?", (row["id"],))

    def handing(self, letter: Letter) -> None:
        """The text goes to the server now."""
        self._set(letter, "handing")

    def sent(self, letter: Letter) -> None:
        """The server took it."""
        with self.database.writing() as own:
            own.execute("UPDATE outbox SET state = 'sent', sent = ?, error = '' WHERE id = ?", (int(self._now()), letter.id))

    def release(self, letter: Letter) -> None:
        """Give a claimed letter back untried."""
        with self.database.writing() as own:
            own.execute("UPDATE outbox SET state = 'ready', attempts = attempts - 1 WHERE id = ?", (letter.id,))

    def put_off(self, letter: Letter, why: str) -> None:
        """Try again later; after TRIES never."""
        if letter.attempts >= TRIES:
            self._set(letter, "failed", why)
            return
        with self.database.writing() as own:
            own.execute("UPDATE outbox SET state = 'ready', retry = ?, error = ? WHERE id = ?",
                        (int(self._now()) + WAITS[letter.attempts - 1], why[:200], letter.id))

    def failed(self, letter: Letter, why: str) -> None:
        """The server refuses it for good."""
        self._set(letter, "failed", why)

    def counts(self) -> dict[str, int]:
        """Letters by state."""
        rows = self.database.rows("SELECT state, count(*) AS n FROM outbox GROUP BY state")
        return {row["state"]: row["n"] for row in rows}

    def _set(self, letter: Letter, state: str, why: str = "") -> None:
        with self.database.writing() as own:
            own.execute("UPDATE outbox SET state = ?, error = ? WHERE id = ?", (state, why[:200], letter.id))


def _wanted(own: sqlite3.Connection, row: sqlite3.Row) -> bool:
    """Whether a letter on a topic still has a reader."""
    return row["lane"] != LETTERS or own.execute(
        "SELECT 1 FROM subscriptions s JOIN people p ON p.id = s.person WHERE s.id = ? AND s.state = 'active' "
        "AND p.stopped IS NULL", (row["subscription"],)).fetchone() is not None


@dataclass(frozen=True, slots=True)
class _Act:
    """A digest or alert to write, or (no kind) a mark to move."""

    kind: str
    of: Subscription
    since: int
    until: int
    due: int
