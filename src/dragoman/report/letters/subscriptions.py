"""Who wants to be told of what: sign-up, confirmation, change, export, erasure.

Nothing tells a stranger whether an address is known: every request is answered the same, and whatever differs happens in
letters to the address itself. Times are seconds since 1970, UTC.
"""

import json
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from dragoman import news
from dragoman.errors import InputError
from dragoman.news import Topic
from dragoman.report.letters import limits
from dragoman.report.letters.database import Database
from dragoman.report.letters.keys import address as checked
from dragoman.report.letters.keys import same
from dragoman.report.letters.tokens import DAY, LASTS, BadToken, Purpose, Ticket, read, token
from dragoman.report.letters.words import texts
from dragoman.report.wording import languages

RHYTHMS = ("at-once", "daily", "weekly")
THRESHOLDS = (1, 2, 3, 5, 10)
KEPT = 30 * DAY
"""How long an address without a running subscription is kept."""
SOFT = 5
"""Letters put off by the reader's server after which an address is given up."""
SERVICE, LETTERS = "service", "letters"
"""Lanes of the outbox: letters that somebody waits for, and those on topics."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for. `wish` makes it from what a form says."""

    topic: Topic
    language: str
    rhythm: str = "daily"
    threshold: int = 1
    empty: bool = False
    """Write even when nothing is new."""
    alerts: bool = False
    """Write at once when conflict rises."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A row of `subscriptions`."""

    id: str
    person: str
    wish: Wish
    state: str
    """pending, active or ended."""
    created: int
    confirmed: int | None
    told: int | None
    """The record's version told last; None before the first."""
    alerted: int
    hook: bool
    """Whether it goes to a webhook instead of the mailbox."""


class TooMany(Exception):
    """A network asks too often."""


def wish(topic: str, language: str, rhythm: str, threshold: str, choices: frozenset[str] = frozenset()) -> Wish:
    """The wish of a form; choices: `empty`, `alerts`. Raises: InputError for a value that the form does not offer."""
    if language not in languages():
        raise InputError(f"unknown language {language[:20]!r}; known are {', '.join(languages())}")
    if rhythm not in RHYTHMS:
        raise InputError(f"unknown rhythm {rhythm[:20]!r}; known are {', '.join(RHYTHMS)}")
    if threshold not in map(str, THRESHOLDS):
        raise InputError(f"unknown threshold {threshold[:20]!r}; known are {', '.join(map(str, THRESHOLDS))}")
    return Wish(news.topic(topic), language, rhythm, int(threshold), "empty" in choices, "alerts" in choices)


class Subscriptions:
    """All acts of readers. now: the clock."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self.database, self.keys, self._now = database, database.keys, now

    def now(self) -> int:
        """Seconds since 1970, UTC."""
        return int(self._now())

    def form_token(self) -> str:
        """A token for one sending of the form."""
        return token(self.keys, Purpose.form, secrets.token_hex(16), self.now())

    def token(self, purpose: Purpose, name: str) -> str:
        """A token for a row."""
        return token(self.keys, purpose, name, self.now())

    def sign_up(self, wanted: Wish, address: str, form: str, host: str) -> None:
        """Ask for a subscription; the address gets one letter with a link. Raises: InputError, BadToken, TooMany."""
        plain = checked(address)
        with self._form(form, host) as own:
            if not self._may_write(own, plain):
                return
            person = self._person(own, plain, wanted.language)
            if person is None:
                return
            name = secrets.token_hex(16)
            own.execute("INSERT INTO subscriptions(id, person, topic, language, rhythm, threshold, empty, alerts, state, "
                        "created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?)",
                        (name, person, wanted.topic.text, wanted.language, wanted.rhythm, wanted.threshold, wanted.empty,
                         wanted.alerts, self.now()))
            self._consent(own, (person, name), "asked", wanted.language)
            self._queue(own, "confirm", person, name)

    def ask_link(self, address: str, language: str, form: str, host: str) -> None:
        """Ask for a link to one's data; an address that is not known gets nothing. Raises as `sign_up`."""
        plain = checked(address)
        with self._form(form, host) as own:
            allowed = self._may_write(own, plain)
            found = own.execute("SELECT id FROM people WHERE lookup = ?", (self.keys.look_up(same(plain)),)).fetchone()
            if found and allowed:
                own.execute("UPDATE people SET language = ? WHERE id = ?", (language, found["id"]))
                self._queue(own, "open", found["id"], "")

    def confirm(self, text: str) -> Subscription:
        """The second half of double opt-in. One of the same topic is replaced. Raises: BadToken."""
        ticket = read(self.keys, Purpose.confirm, text, self.now())
        with self.database.writing() as own:
            found = self._row(own, ticket)
            if found.state != "pending":
                raise BadToken("used")
            own.execute("UPDATE subscriptions SET state = 'ended' WHERE person = ? AND topic = ? AND state = 'active'",
                        (found.person, found.wish.topic.text))
            own.execute("UPDATE subscriptions SET state = 'active', confirmed = ?, due = ? WHERE id = ?",
                        (self.now(), self.now(), found.id))
            own.execute("UPDATE people SET stopped = NULL, why = '', soft = 0 WHERE id = ?", (found.person,))
            self._consent(own, (found.person, found.id), "confirmed", found.wish.language)
        return found

    def peek(self, purpose: Purpose, text: str) -> Subscription:
        """The subscription of a token, without using it. Raises: BadToken."""
        ticket = read(self.keys, purpose, text, self.now())
        self._unused(self.database.connection, ticket)
        return self._found(self.database.connection, ticket.id)

    def stop(self, text: str) -> Subscription:
        """End a subscription by the link of one of its letters. Raises: BadToken, `used` where it was used before."""
        ticket = read(self.keys, Purpose.stop, text, self.now())
        with self.database.writing() as own:
            found = self._row(own, ticket)
            self._end(own, found)
        return found

    def enter(self, text: str, purpose: Purpose = Purpose.open) -> str:
        """Use a link to one's data; the person's id. Raises: BadToken."""
        ticket = read(self.keys, purpose, text, self.now())
        with self.database.writing() as own:
            self._use(own, ticket)
            if not own.execute("SELECT 1 FROM people WHERE id = ?", (ticket.id,)).fetchone():
                raise BadToken("wrong")
        return ticket.id

    def of(self, person: str) -> tuple[Subscription, ...]:
        """A person's subscriptions that run, oldest first."""
        rows = self.database.rows("SELECT * FROM subscriptions WHERE person = ? AND state = 'active' ORDER BY created, id",
                                  person)
        return tuple(subscription(row) for row in rows)

    def change(self, person: str, name: str, wanted: Wish) -> None:
        """Change a subscription but its topic. Raises: BadToken when it is another's."""
        with self.database.writing() as own:
            found = self._own(own, person, name)
            own.execute("UPDATE subscriptions SET language = ?, rhythm = ?, threshold = ?, empty = ?, alerts = ?, due = ? "
                        "WHERE id = ?", (wanted.language, wanted.rhythm, wanted.threshold, wanted.empty, wanted.alerts,
                                         self.now(), found.id))
            self._consent(own, (person, found.id), "changed", wanted.language)

    def leave(self, person: str, name: str) -> None:
        """End a subscription by its owner. Raises: BadToken when it is another's."""
        with self.database.writing() as own:
            self._end(own, self._own(own, person, name))

    def set_hook(self, person: str, name: str, url: str, secret: str) -> None:
        """Send a subscription to a webhook that was proved; an empty url: to the mailbox again. Raises: BadToken."""
        with self.database.writing() as own:
            found = self._own(own, person, name)
            sealed = (self.keys.seal(url, found.id), self.keys.seal(secret, found.id)) if url else (None, None)
            own.execute("UPDATE subscriptions SET hook = ?, secret = ? WHERE id = ?", (*sealed, found.id))
            self._consent(own, (person, found.id), "webhook" if url else "webhook removed", found.wish.language)

    def export(self, person: str) -> str:
        """All that is kept of a person, as JSON."""
        (row,) = self.database.rows("SELECT * FROM people WHERE id = ?", person)
        mine = self.database.rows("SELECT * FROM subscriptions WHERE person = ? ORDER BY created", person)
        kept = [{**{k: r[k] for k in r.keys() if k not in ("hook", "secret", "person")},  # noqa: SIM118
                 "hook": self.keys.open(r["hook"], r["id"]) if r["hook"] else None,
                 "created": _time(r["created"]), "confirmed": _time(r["confirmed"]), "due": _time(r["due"]),
                 "alerted": _time(r["alerted"])} for r in mine]
        consents = self.database.rows("SELECT subscription, time, act, text, language FROM consents WHERE person = ? "
                                      "ORDER BY time", person)
        letters = self.database.rows("SELECT kind, subscription, state, made, sent FROM outbox WHERE person = ? "
                                     "ORDER BY made", person)
        return json.dumps({
            "address": self.keys.open(row["sealed"], row["id"]), "language": row["language"],
            "created": _time(row["created"]), "stopped": _time(row["stopped"]), "why": row["why"], "subscriptions": kept,
            "consents": [{**dict(r), "time": _time(r["time"])} for r in consents],
            "letters": [{**dict(r), "made": _time(r["made"]), "sent": _time(r["sent"])} for r in letters],
        }, ensure_ascii=False, indent=2)

    def erase(self, person: str) -> None:
        """Forget a person: address, subscriptions, consents, letters."""
        with self.database.writing() as own:
            own.execute("DELETE FROM people WHERE id = ?", (person,))

    def address(self, person: str) -> str:
        """A person's address."""
        (row,) = self.database.rows("SELECT sealed FROM people WHERE id = ?", person)
        return self.keys.open(row["sealed"], person)

    def language(self, person: str) -> str:
        """The language in which a person asked last."""
        return str(self.database.rows("SELECT language FROM people WHERE id = ?", person)[0]["language"])

    def get(self, name: str) -> Subscription:
        """A subscription by id. Raises: BadToken when it is gone."""
        return self._found(self.database.connection, name)

    def hook(self, name: str) -> tuple[str, str]:
        """Address and secret of a subscription's webhook."""
        (row,) = self.database.rows("SELECT hook, secret FROM subscriptions WHERE id = ?", name)
        return self.keys.open(row["hook"], name), self.keys.open(row["secret"], name)

    def halt(self, person: str, why: str) -> None:
        """Send nothing more to an address: it bounced, or its reader complained."""
        with self.database.writing() as own:
            own.execute("UPDATE people SET stopped = ?, why = ? WHERE id = ?", (self.now(), why, person))

    def bounced(self, person: str, hard: bool) -> None:
        """Note a letter that came back: a hard bounce stops the address, so does the fifth soft one."""
        with self.database.writing() as own:
            (soft,) = own.execute("UPDATE people SET soft = soft + 1 WHERE id = ? RETURNING soft", (person,)).fetchone()
        if hard or soft >= SOFT:
            self.halt(person, "bounce")

    def find(self, address: str) -> str | None:
        """The id of a person by address: for the operator alone."""
        found = self.database.rows("SELECT id FROM people WHERE lookup = ?", self.keys.look_up(same(checked(address))))
        return found[0]["id"] if found else None

    def tidy(self) -> None:
        """Forget what has no use any more: addresses never confirmed, or without a subscription; old tokens and counts."""
        now = self.now()
        with self.database.writing() as own:
            own.execute("DELETE FROM subscriptions WHERE state = 'pending' AND created < ?", (now - LASTS[Purpose.confirm],))
            own.execute("DELETE FROM people WHERE stopped IS NULL AND created < ? AND id NOT IN "
                        "(SELECT person FROM subscriptions)", (now - LASTS[Purpose.confirm],))
            own.execute("DELETE FROM people WHERE stopped IS NULL AND id NOT IN (SELECT person FROM subscriptions "
                        "WHERE state <> 'ended') AND id NOT IN (SELECT person FROM consents WHERE time >= ?)", (now - KEPT,))
            own.execute("DELETE FROM outbox WHERE state IN ('sent', 'failed', 'dropped') AND made < ?", (now - 3 * KEPT,))
            own.execute("DELETE FROM used WHERE ends < ?", (now,))
            own.execute("DELETE FROM hits WHERE ends < ?", (now,))

    @contextmanager
    def _form(self, form: str, host: str) -> Iterator[sqlite3.Connection]:
        """A transaction for what a stranger sends: it counts against the network, and the form's token is used."""
        ticket, now = read(self.keys, Purpose.form, form, self.now()), self.now()
        with self.database.writing() as own:
            good = limits.allowed(self.database, own, limits.network(host), limits.NETWORK, now)
            good = limits.allowed(self.database, own, "", limits.ALL, now) and good
        if not good:
            raise TooMany
        with self.database.writing() as own:
            self._use(own, ticket)
            yield own

    def _may_write(self, own: sqlite3.Connection, plain: str) -> bool:
        return limits.allowed(self.database, own, same(plain), limits.ADDRESS, self.now())

    def _person(self, own: sqlite3.Connection, plain: str, language: str) -> str | None:
        """The row of an address, made where there is none; None for one that complained."""
        key = self.keys.look_up(same(plain))
        found = own.execute("SELECT id, why FROM people WHERE lookup = ?", (key,)).fetchone()
        if found:
            return None if found["why"] == "complaint" else str(found["id"])
        name = secrets.token_hex(16)
        own.execute("INSERT INTO people(id, lookup, sealed, language, created) VALUES (?, ?, ?, ?, ?)",
                    (name, key, self.keys.seal(plain, name), language, self.now()))
        return name

    def _queue(self, own: sqlite3.Connection, kind: str, person: str, name: str) -> None:
        own.execute("INSERT INTO outbox(id, lane, kind, person, subscription, since, until, state, made) "
                    "VALUES (?, ?, ?, ?, ?, 0, 0, 'ready', ?)",
                    (secrets.token_hex(16), SERVICE, kind, person, name, self.now()))

    def _consent(self, own: sqlite3.Connection, of: tuple[str, str], act: str, language: str) -> None:
        """Note who agreed to which text, or took it back, and when."""
        own.execute("INSERT INTO consents VALUES (?, ?, ?, ?, ?, ?)",
                    (*of, self.now(), act, texts(language).consent_version(), language))

    def _end(self, own: sqlite3.Connection, found: Subscription) -> None:
        own.execute("UPDATE subscriptions SET state = 'ended' WHERE id = ?", (found.id,))
        own.execute("UPDATE outbox SET state = 'dropped' WHERE subscription = ? AND state = 'ready'", (found.id,))
        self._consent(own, (found.person, found.id), "withdrawn", found.wish.language)

    def _row(self, own: sqlite3.Connection, ticket: Ticket) -> Subscription:
        self._use(own, ticket)
        return self._found(own, ticket.id)

    def _found(self, own: sqlite3.Connection, name: str) -> Subscription:
        row = own.execute("SELECT * FROM subscriptions WHERE id = ?", (name,)).fetchone()
        if row is None:
            raise BadToken("wrong")
        return subscription(row)

    def _own(self, own: sqlite3.Connection, person: str, name: str) -> Subscription:
        found = self._found(own, name)
        if found.person != person or found.state != "active":
            raise BadToken("wrong")
        return found

    def _unused(self, own: sqlite3.Connection, ticket: Ticket) -> None:
        if own.execute("SELECT 1 FROM used WHERE nonce = ?", (ticket.nonce,)).fetchone():
            raise BadToken("used")

    def _use(self, own: sqlite3.Connection, ticket: Ticket) -> None:
        self._unused(own, ticket)
        own.execute("INSERT INTO used VALUES (?, ?)", (ticket.nonce, ticket.ends))


def subscription(row: sqlite3.Row) -> Subscription:
    """A row as a record."""
    wanted = Wish(news.topic(row["topic"]), row["language"], row["rhythm"], row["threshold"], bool(row["empty"]),
                  bool(row["alerts"]))
    return Subscription(row["id"], row["person"], wanted, row["state"], row["created"], row["confirmed"], row["told"],
                        row["alerted"], row["hook"] is not None)


def _time(moment: int | None) -> str | None:
    return datetime.fromtimestamp(moment, UTC).isoformat() if moment else None
