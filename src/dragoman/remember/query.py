"""Questions to a record: DuckDB over its tables. The only module that imports duckdb.

What a user asks runs in a database of its own in memory that can touch no file, load nothing and change no setting.
"""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from pyarrow.dataset import Dataset, dataset

from dragoman.errors import InputError
from dragoman.records import Article, Event, Report, Unit
from dragoman.remember.incidents import incidents
from dragoman.remember.rows import INCIDENTS, TABLES, UNITS
from dragoman.remember.schema import from_row, table, to_row
from dragoman.remember.table import Snapshot, keep_incidents, nothing, snapshot, stored_incidents
from dragoman.remember.views import NAMES, NEEDED, TABLE_VIEWS, VIEWS, WANTED

SETTINGS: dict[str, Any] = {"enable_external_access": "false", "python_enable_replacements": "false",
                            "autoload_known_extensions": "false", "autoinstall_known_extensions": "false",
                            "memory_limit": "4GB", "threads": 2}

LARGE = 100_000
"""Events from which incidents are not made while somebody waits: a busy core makes those of so many in half a minute."""
SCREEN = ("date", "source", "sources", "type", "mode", "target", "targets", "modality", "place", "events", "sites",
          "sentence")


def _word(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("name")
    if isinstance(value, list):
        return ", ".join(value[:3]) + (f" and {len(value) - 3} more" if len(value) > 3 else "")
    return value


class Record:
    """A record as it stood when it was opened; what is added later is not seen. Safe to share between threads.

    Views: see `dragoman.remember.views`. Raises: RecordError when there is no record or no such version.

    >>> record = dragoman.open("record")                                            # doctest: +SKIP
    >>> record.sql("SELECT type, count(*) AS reports FROM events GROUP BY ALL").df()  # doctest: +SKIP
    """

    def __init__(self, folder: str | Path, at: str | int | None = None) -> None:
        self.snapshot: Snapshot = snapshot(folder, at)
        self._begin({name: own.to_pyarrow_dataset() for name, own in self.snapshot.tables.items()})

    @classmethod
    def empty(cls) -> "Record":
        """A record with nothing in it, for those who want the views' columns."""
        made = cls.__new__(cls)
        made.snapshot = nothing()
        made._begin({kind.name: dataset(kind.schema.empty_table()) for kind in TABLES})
        return made

    def _begin(self, data: dict[str, Dataset]) -> None:
        self._data = data
        self._local = threading.local()
        self._lock = threading.Lock()
        self._incidents: pa.Table | None = None

    @property
    def folder(self) -> str:
        """Where it is."""
        return self.snapshot.folder

    @property
    def version(self) -> int:
        """Its version: the number of its last unit; 0 while it is empty."""
        return self.snapshot.units[-1].number if self.snapshot.units else 0

    @property
    def units(self) -> tuple[Unit, ...]:
        """Its history, first to last."""
        return self.snapshot.units

    @property
    def changed(self) -> datetime | None:
        """When its version was written, UTC; None while it is empty."""
        return self.snapshot.units[-1].time if self.snapshot.units else None

    @staticmethod
    def brief(answer: pa.Table) -> pa.Table:
        """The columns of pairs or incidents that fit a screen; lists in words, of a list of ids their number."""
        kept = [name for name in SCREEN if name in answer.column_names]
        found = {name: [len(one) if name == "events" else _word(one) for one in answer[name].to_pylist()] for name in kept}
        return pa.table({"reports" if name == "events" else name: column for name, column in found.items()})

    def versions(self) -> pa.Table:
        """Its history as a table, one row a version."""
        return table([to_row(unit) for unit in self.units], UNITS.schema).drop_columns(["unit"])

    def sql(self, query: str, *values: object) -> duckdb.DuckDBPyRelation:
        """The answer to a SELECT over the views, with `?` for values; `.df()`, `.pl()`, `.arrow()`, `.fetchall()` read it.

        Raises: InputError with DuckDB's words when the query is none, or would change anything.
        """
        connection = self._connection()
        if WANTED.search(query):
            self._with_incidents(connection, bool(NEEDED.search(query)))
        try:
            statements = connection.extract_statements(query)
            if len(statements) != 1 or statements[0].type not in (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN):
                raise InputError("give one SELECT; a record is changed by `dragoman add` alone")
            return connection.sql(query, params=list(values) or None)
        except duckdb.Error as error:
            raise question(error) from None

    def table(self, query: str, *values: object) -> pa.Table:
        """The answer to a SELECT as an Arrow table. Raises: InputError as `sql`, and for what fails while it runs."""
        try:
            answer = self.sql(query, *values).to_arrow_table()
        except duckdb.Error as error:
            raise question(error) from None
        return answer

    def article(self, name: str) -> Article | None:
        """The article of that id, or None."""
        found = self.table("SELECT * FROM articles WHERE id = ?", name).to_pylist()
        return from_row(Article, found[0]) if found else None

    def events(self, where: str = "true", *values: object) -> list[Event]:
        """The events for which a condition over the view `events` holds, in order of article and place in it."""
        found = self.table(f"SELECT * FROM events WHERE {where} ORDER BY article, sentence.start, start, id", *values)
        return [from_row(Event, row) for row in found.to_pylist()]

    def reports(self) -> Iterator[Report]:
        """Every event with what its article says of itself."""
        for batch in self._connection().sql("SELECT * FROM events").to_arrow_reader(10_000):
            for row in batch.to_pylist():
                yield Report(from_row(Event, row), row["site"], row["language"], row["published"])

    def incidents(self) -> pa.Table:
        """The incidents of this version, as the view has them: stored ones, or made now.

        Raises: InputError when they would have to be made of more than LARGE events.
        """
        with self._lock:
            if self._incidents is None:
                self._incidents = stored_incidents(self.snapshot, self.version)
            if self._incidents is None:
                if self.size > LARGE:
                    raise InputError(f"the incidents of version {self.version} are not stored, and {self.size:,} events are "
                                     f"too many to make them now; run `dragoman tidy --record {self.folder}` once")
                self._incidents = self.make_incidents()
            return self._incidents

    @property
    def size(self) -> int:
        """Events ever added, replaced ones too."""
        return sum(unit.events for unit in self.units)

    def _quick(self) -> bool:
        """Whether the incidents are at hand or quickly made."""
        with self._lock:
            if self._incidents is None:
                self._incidents = stored_incidents(self.snapshot, self.version)
            return self._incidents is not None or self.size <= LARGE

    def make_incidents(self) -> pa.Table:
        """Make the incidents of this version from its events."""
        rows = [{**to_row(one), "version": self.version} for one in incidents(self.reports())]
        return table(rows, INCIDENTS.schema)

    def keep_incidents(self) -> None:
        """Make and store the incidents of this version, for those who ask later. Raises: RecordError."""
        if stored_incidents(self.snapshot, self.version) is None:
            keep_incidents(self.snapshot, self.make_incidents())

    def _with_incidents(self, connection: duckdb.DuckDBPyConnection, needed: bool) -> None:
        if not getattr(self._local, "incidents", False) and (needed or self._quick()):
            connection.register("all_incidents", self.incidents())
            self._local.incidents = True

    def _connection(self) -> duckdb.DuckDBPyConnection:
        made: duckdb.DuckDBPyConnection | None = getattr(self._local, "connection", None)
        if made is None:
            made = duckdb.connect(config=SETTINGS)
            for name, data in self._data.items():
                made.register(f"all_{name}", data)
            made.register("hidden", self.snapshot.hidden)
            keep = "WHERE entry NOT IN (SELECT entry FROM hidden)" if len(self.snapshot.hidden) else ""
            for view in TABLE_VIEWS:
                made.execute(view.sql.format(keep=keep))
            made.register("all_incidents", INCIDENTS.schema.empty_table())
            for view in VIEWS:
                made.execute(view.sql)
            made.execute("SET TimeZone = 'UTC'")
            made.execute("SET lock_configuration = true")
            self._local.connection = made
        return made


def question(error: duckdb.Error) -> InputError:
    """DuckDB's complaint in one line, with the views there are when it misses a table."""
    text = " ".join(str(error).split("\n\n")[0].split())
    return InputError(f"{text[:400]} (views: {', '.join(NAMES)})" if "Table with name" in text else text[:400])


class Memory:
    """Tables copied into memory, for many short questions from many threads. Nothing in it can be changed from outside."""

    def __init__(self, tables: dict[str, pa.Table], then: tuple[str, ...] = ()) -> None:
        self._database = duckdb.connect(config=SETTINGS | {"threads": 1})
        for name, data in tables.items():
            self._database.register(f"given_{name}", data)
        for sql in then:
            self._database.execute(sql)
        for name in tables:
            self._database.unregister(f"given_{name}")
        self._database.execute("SET TimeZone = 'UTC'")
        self._database.execute("SET lock_configuration = true")

    def table(self, sql: str, *values: object) -> pa.Table:
        """The answer to one of our own questions; what users give comes as values only. Raises: InputError."""
        try:
            answer: pa.Table = self._database.cursor().sql(sql, params=list(values) or None).to_arrow_table()
            return answer
        except duckdb.Error as error:
            raise question(error) from None
