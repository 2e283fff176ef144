"""What a live record has seen of its sources: lists with their marks of change, pages wanted and done. SQLite."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dragoman.errors import InputError
from dragoman.read.feeds import Link
from dragoman.read.texts import parse_time
from dragoman.records import Hints

TRIES = 5
"""Times that a page is tried in all before it is given up."""
AGAIN = 300.0
"""Seconds until a page or list is tried again, doubled each time: 5, 10, 20, 40 minutes."""
TABLES = """
CREATE TABLE IF NOT EXISTS lists (address TEXT PRIMARY KEY, etag TEXT, modified TEXT, due REAL, tries INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pages (address TEXT PRIMARY KEY, stamp TEXT, published TEXT, language TEXT, state TEXT, due REAL,
                                  tries INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS wanted ON pages (due) WHERE state = 'wanted';
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page that is to be read."""

    address: str
    hints: Hints
    tries: int = 0
    """Times it was tried before."""


class State:
    """The state in a file, or in memory for a run that need not be remembered. Times are seconds since 1970.

    Raises: InputError when the file is no state or cannot be written.
    """

    def __init__(self, path: str = ":memory:") -> None:
        try:
            self._base = sqlite3.connect(path, timeout=30)
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.executescript(TABLES)
        except sqlite3.Error as error:
            raise InputError(f"{path}: cannot keep the state of the sources: {error}") from None

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def marks(self, address: str) -> Mapping[str, str]:
        """The header fields of a conditional request for a list."""
        row = self._base.execute("SELECT etag, modified FROM lists WHERE address = ?", (address,)).fetchone()
        names = ("If-None-Match", "If-Modified-Since")
        return {name: value for name, value in zip(names, row or ()) if value}

    def due(self, address: str, now: float) -> bool:
        """Whether a list may be asked for again."""
        row = self._base.execute("SELECT due FROM lists WHERE address = ?", (address,)).fetchone()
        return row is None or row[0] <= now

    def seen(self, address: str, fields: Mapping[str, str], found: Iterable[Link], language: str) -> int:
        """A list was read: its marks and its new or changed pages, in one step. Returns: how many those are."""
        with self._base:
            before = self._base.total_changes
            self._base.executemany(
                "INSERT INTO pages VALUES (?, ?, ?, ?, 'wanted', 0, 0) ON CONFLICT (address) DO UPDATE SET "
                "state = 'wanted', stamp = excluded.stamp, due = 0, tries = 0 "
                "WHERE stamp <> excluded.stamp AND state <> 'wanted'",
                [(link.address, link.stamp, link.published.isoformat() if link.published else "", language)
                 for link in found])
            count = self._base.total_changes - before
            self._base.execute("INSERT OR REPLACE INTO lists VALUES (?, ?, ?, 0, 0)",
                               (address, fields.get("etag", "")[:500], fields.get("last-modified", "")[:100]))
        return count

    def later(self, address: str, now: float, wait: float | None) -> None:
        """A list could not be read: not before `wait` seconds, or a doubled time when nobody said how long."""
        with self._base:
            row = self._base.execute("SELECT etag, modified, tries FROM lists WHERE address = ?", [address]).fetchone()
            etag, modified, tries = row or ("", "", 0)
            due = now + (AGAIN * 2 ** min(tries, 8) if wait is None else wait)
            self._base.execute("INSERT OR REPLACE INTO lists VALUES (?, ?, ?, ?, ?)",
                               (address, etag, modified, due, tries + 1))

    def wanted(self, now: float) -> list[Wanted]:
        """Pages to read now, in order of address."""
        rows = self._base.execute("SELECT address, published, language, tries FROM pages "
                                  "WHERE state = 'wanted' AND due <= ? ORDER BY address", (now,))
        return [Wanted(address, Hints(language=language, published=_when(published)), tries)
                for address, published, language, tries in rows]

    def done(self, addresses: Iterable[str]) -> None:
        """These pages are in, or will never be."""
        with self._base:
            self._base.executemany("UPDATE pages SET state = 'done' WHERE address = ?", ([address] for address in addresses))

    def retry(self, page: Wanted, now: float, wait: float | None) -> None:
        """A page could not be had for now; after the last try it is given up."""
        due = now + max(AGAIN * 2 ** page.tries, wait or 0.0)
        state = "wanted" if page.tries + 1 < TRIES else "done"
        with self._base:
            self._base.execute("UPDATE pages SET tries = tries + 1, due = ?, state = ? WHERE address = ?",
                               (due, state, page.address))


def _when(text: str) -> datetime | date | None:
    return parse_time(text) if text else None
