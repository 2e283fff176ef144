"""The file of subscriptions: SQLite in WAL mode, apart from the record, readable by its owner alone."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import LetterError
from dragoman.report.letters.keys import Keys

VERSION = 1
WAIT = 30.0
"""Seconds to wait for another writer; a transaction of ours takes milliseconds."""
TABLES = """
CREATE TABLE IF NOT EXISTS about(name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS people(id TEXT PRIMARY KEY, lookup BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL,
  language TEXT NOT NULL, created INTEGER NOT NULL, stopped INTEGER, why TEXT NOT NULL DEFAULT '',
  soft INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS subscriptions(id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  topic TEXT NOT NULL, language TEXT NOT NULL, rhythm TEXT NOT NULL, threshold INTEGER NOT NULL, empty INTEGER NOT NULL,
  alerts INTEGER NOT NULL, state TEXT NOT NULL, created INTEGER NOT NULL, confirmed INTEGER, told INTEGER,
  due INTEGER NOT NULL DEFAULT 0, alerted INTEGER NOT NULL DEFAULT 0, hook BLOB, secret BLOB);
CREATE INDEX IF NOT EXISTS of_person ON subscriptions(person);
CREATE INDEX IF NOT EXISTS when_due ON subscriptions(state, due);
CREATE TABLE IF NOT EXISTS consents(person TEXT NOT NULL REFERENCES people(id) ON DELETE CASCADE, subscription TEXT NOT NULL,
  time INTEGER NOT NULL, act TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS consent_of ON consents(person);
CREATE TABLE IF NOT EXISTS outbox(id TEXT PRIMARY KEY, lane TEXT NOT NULL, kind TEXT NOT NULL, person TEXT NOT NULL
  REFERENCES people(id) ON DELETE CASCADE, subscription TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
  state TEXT NOT NULL, made INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, retry INTEGER NOT NULL DEFAULT 0,
  error TEXT NOT NULL DEFAULT '', sent INTEGER);
CREATE INDEX IF NOT EXISTS to_send ON outbox(lane, state, retry);
CREATE INDEX IF NOT EXISTS letters_of ON outbox(person);
CREATE TABLE IF NOT EXISTS used(nonce BLOB PRIMARY KEY, ends INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS hits(who BLOB NOT NULL, slot INTEGER NOT NULL, n INTEGER NOT NULL, ends INTEGER NOT NULL,
  PRIMARY KEY (who, slot));
"""
SETTINGS = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
"""FULL: what is committed survives a loss of power; secure_delete: what is erased is overwritten."""


class Database:
    """Connections, one a thread. Raises: LetterError when the file is none of ours or belongs to another key."""

    def __init__(self, path: Path, keys: Keys) -> None:
        self.path, self.keys = path, keys
        self._local = threading.local()
        try:
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
            own = self.connection
            own.execute("PRAGMA journal_mode = WAL")
            own.executescript(TABLES)
            self._check()
        except (OSError, sqlite3.Error) as error:
            raise LetterError(f"{path}: cannot be used for subscriptions: {error}") from None

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        made: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if made is None:
            made = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
            made.row_factory = sqlite3.Row
            made.executescript(SETTINGS)
            self._local.connection = made
        return made

    def close(self) -> None:
        """Close this thread's connection."""
        made: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if made is not None:
            made.close()
            self._local.connection = None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is in, or nothing."""
        own = self.connection
        own.execute("BEGIN IMMEDIATE")
        try:
            yield own
        except BaseException:
            own.execute("ROLLBACK")
            raise
        own.execute("COMMIT")

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """The answer to a question."""
        return self.connection.execute(sql, values).fetchall()

    def _check(self) -> None:
        """The first key marks the file; any other is refused, so that no address is sealed with two."""
        mark = self.keys.look_up("", "mark")
        with self.writing() as own:
            own.execute("INSERT OR IGNORE INTO about VALUES ('key', ?), ('version', ?)", (mark, str(VERSION)))
            about = dict(own.execute("SELECT name, value FROM about").fetchall())
        if about["key"] != mark:
            raise LetterError(f"{self.path} was made with another key; set the one it was made with")
        if about["version"] != str(VERSION):
            raise LetterError(f"{self.path} is of version {about['version']}; this Dragoman knows version {VERSION}")
