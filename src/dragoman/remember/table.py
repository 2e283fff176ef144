"""The Delta tables of a record: written in units, seen in units. The only module that imports deltalake.

A unit is a chunk of pages. Its rows go into their tables by one append each, and last of all its own row goes into
`units`. A reader opens `units` first and `pages` last: whatever names an entry whose unit it has not seen is not there
for it. So tables cannot disagree, a killed writer leaves nothing behind that anyone sees, and two writers need no lock:
only `units` is numbered, and of two appends with one number Delta lets one through and the other takes the next.
"""

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from dragoman.errors import RecordError
from dragoman.records import Kept, Made, Page, Skipped, Unit
from dragoman.remember.rows import INCIDENTS, TABLES, UNITS, Table, key, place, rows, skip_key
from dragoman.remember.schema import Row, from_row, table, to_row

TOGETHER = 32
"""Pages of a unit: about three seconds of work on one core, of which its commit takes 0.1."""
BYTES = 16_000_000
"""A unit is closed early at so many bytes of pages, so that memory stays small."""
CONFIGURATION = {"delta.enableExpiredLogCleanup": "false", "delta.logRetentionDuration": "interval 36500 days",
                 "delta.dataSkippingNumIndexedCols": "3"}
SPARE = 2_000_000
"""Bytes that must be free besides three times a unit's pages: its other tables and their logs take 0.2 to 1 MB."""
WEEK, DAY = 168, 24
"""Hours that files nothing names are kept, for readers who opened them; and hours that a writer may need for a unit."""
OFTEN, SELDOM = 32, 256
"""Units after which the small files of `units`, and of all tables, are joined, so that readers open few."""
TRIES = 100
"""Other writers that may get in between before an append is given up."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Pages that will be one unit, and how many of those read were in already."""

    items: tuple[Page | Skipped, ...]
    unchanged: int


class Store:
    """A record's folder, for writing.

    folder: a local path, or an address of an object store that `deltalake` knows (s3://, az://, gs://).
    Raises: RecordError when the folder holds something else or cannot be written.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = _address(folder)
        _own(self.folder)
        try:
            for kind in TABLES:
                with suppress(CommitFailedError):  # another writer was quicker
                    DeltaTable.create(where(self.folder, kind), kind.schema, mode="ignore", name=kind.name,
                                      description=kind.meaning, configuration=CONFIGURATION)
        except (DeltaError, OSError) as error:
            raise broken(self.folder, error) from error
        self._known = current_keys(self.folder)

    def chunks(self, items: Iterable[Page | Skipped], made: Made) -> Iterator[Chunk]:
        """The pages that are not in yet, in chunks; a page given twice is taken once."""
        known = self._known
        chosen: list[Page | Skipped] = []
        size = unchanged = 0
        for item in items:
            if isinstance(item, Page):
                own = key(item, made)
                if own in known:
                    unchanged += 1
                    continue
                known.add(own)
                size += len(item.content)
            chosen.append(item)
            if len(chosen) == TOGETHER or size >= BYTES:
                yield Chunk(tuple(chosen), unchanged)
                chosen, size, unchanged = [], 0, 0
        if chosen or unchanged:
            yield Chunk(tuple(chosen), unchanged)

    def append(self, items: Sequence[Kept | Skipped], made: Made) -> Unit | None:
        """Write a unit; None when there is nothing to write. Skipped pages that are in with the same reason are left out.

        Of two items of one place the later counts. Raises: RecordError when it cannot be written.
        """
        chosen = {place(item.page if isinstance(item, Kept) else item): item for item in items
                  if isinstance(item, Kept) or skip_key(item) not in self._known}
        if not chosen:
            return None
        _room(self.folder, sum(len(item.page.content) for item in chosen.values() if isinstance(item, Kept)))
        unit = secrets.token_hex(8)
        found: dict[str, list[Row]] = {kind.name: [] for kind in TABLES}
        for item in chosen.values():
            for kind, row in rows(item, unit, made):
                found[kind.name].append(row)
        try:
            for kind in TABLES:
                if found[kind.name] and kind is not UNITS:
                    append(self.folder, kind, table(found[kind.name], kind.schema))
            done = self._commit(unit, {name: len(own) for name, own in found.items()}, made)
        except (DeltaError, OSError) as error:
            raise broken(self.folder, error) from error
        self._known |= {row["key"] for row in found["pages"]}
        return done

    def _commit(self, unit: str, counts: dict[str, int], made: Made) -> Unit:
        """Number the unit and append it; when another writer took the number, take the next."""
        address = where(self.folder, UNITS)
        for _ in range(TRIES):
            seen = DeltaTable(address)
            numbers = pa.table(seen.get_add_actions(flatten=True))
            last = max(numbers["max.number"].to_pylist(), default=0) if numbers.num_rows else 0
            made_unit = Unit(last + 1, unit, datetime.now(UTC), counts["articles"], counts["skipped"],
                             counts["events"], counts["ties"], counts["statements"], made.model, made.tables, made.coder)
            try:
                write_deltalake(seen, table([to_row(made_unit)], UNITS.schema), mode="append",
                                commit_properties=CommitProperties(max_commit_retries=0))
            except CommitFailedError:
                continue
            if made_unit.number % OFTEN == 0:
                _compact(self.folder, [UNITS] if made_unit.number % SELDOM else list(TABLES))
            return made_unit
        raise RecordError(f"{self.folder}: {TRIES} other writers got in between; run the same command again")


def _room(folder: str, size: int) -> None:
    """Refuse to begin a unit of so many bytes of pages that the disk has no room for."""
    if "://" not in folder and shutil.disk_usage(folder).free < 3 * size + SPARE:
        raise RecordError(f"{folder}: the disk is full; make room and run the same command again")


def append(folder: str, kind: Table, data: pa.Table) -> None:
    """Append rows to a table; columns that are new since it was made are added to it."""
    write_deltalake(where(folder, kind), data, mode="append", schema_mode="merge")


def keep_incidents(seen: "Snapshot", made: pa.Table) -> None:
    """Store the incidents of a version in place of those stored before. Raises: RecordError when they cannot be written."""
    try:
        write_deltalake(where(seen.folder, INCIDENTS), made, mode="overwrite", schema_mode="overwrite",
                        configuration=CONFIGURATION)
    except (DeltaError, OSError) as error:
        raise broken(seen.folder, error) from error


def stored_incidents(seen: "Snapshot", version: int) -> pa.Table | None:
    """The stored incidents, when they are of that version."""
    try:
        found = DeltaTable(where(seen.folder, INCIDENTS)).to_pyarrow_table()
    except (DeltaError, OSError):
        return None
    return found if found.num_rows and found["version"][0].as_py() == version else None


def files(folder: str, kind: Table) -> list[str]:
    """Addresses of the files that make up a table now."""
    return list(DeltaTable(where(folder, kind)).file_uris())


def tidy(folder: str | Path) -> tuple[int, int]:
    """Join small files, drop rows of units that never came in, and files that nothing has named for a week.

    Versions stay as they are. Others may read and add meanwhile: where they get in between, that table is left for the
    next time. Returns: files before and after. Raises: RecordError.
    """
    seen = snapshot(folder)
    known = {unit.unit for unit in seen.units}
    before = after = 0
    for kind in TABLES:
        address = where(seen.folder, kind)
        try:
            data = DeltaTable(address)
            before += len(data.file_uris())
            lost = sorted(set(_lost(data, known))) if kind is not UNITS else []
            if lost:
                data.delete(f"unit IN ({', '.join(repr(unit) for unit in lost)})")
            data.optimize.compact()
            data.vacuum(retention_hours=WEEK, dry_run=False)
            after += len(DeltaTable(address).file_uris())
        except CommitFailedError:
            after += len(DeltaTable(address).file_uris())
        except (DeltaError, OSError) as error:
            raise broken(seen.folder, error) from error
    return before, after


def _lost(data: DeltaTable, known: set[str]) -> Iterator[str]:
    """Units in a table that are not in `units`, in files of a day ago and before, so that no writer is still at them."""
    since = datetime.now(UTC).timestamp() * 1000 - DAY * 3_600_000
    adds = pa.table(data.get_add_actions(flatten=True)).to_pylist()
    old = {add["path"].rpartition("/")[2] for add in adds if _milliseconds(add["modification_time"]) < since}
    for fragment in data.to_pyarrow_dataset().get_fragments():
        if fragment.path.rpartition("/")[2] in old:
            yield from set(fragment.to_table(columns=["unit"])["unit"].unique().to_pylist()) - known


def _milliseconds(when: object) -> float:
    return when.timestamp() * 1000 if isinstance(when, datetime) else float(str(when))


def where(folder: str, kind: Table) -> str:
    """Address of a table."""
    return f"{folder}/{kind.name}"


def _address(folder: str | Path) -> str:
    text = os.fspath(folder)
    return text.rstrip("/") if "://" in text else str(Path(text).absolute())


def _compact(folder: str, kinds: Iterable[Table]) -> None:
    """Join small files; where another writer is at it, it is left to that one."""
    for kind in kinds:
        with suppress(CommitFailedError):
            DeltaTable(where(folder, kind)).optimize.compact()


def _own(folder: str) -> None:
    """Refuse a local folder that holds anything but a record."""
    path = Path(folder)
    names = {kind.name for kind in (*TABLES, INCIDENTS)}
    try:
        strange = [] if "://" in folder or not path.exists() else [p.name for p in path.iterdir() if p.name not in names]
    except OSError as error:
        raise RecordError(f"{folder}: {error.strerror}; a record needs a folder of its own") from None
    if strange and not (path / "units").is_dir():
        raise RecordError(f"{folder}: holds other files ({sorted(strange)[0]}); a record needs a folder of its own")


def broken(folder: str, error: Exception) -> RecordError:
    """The error for a user, in one line."""
    text = " ".join(str(error).split())
    if "No space left" in text or "Disk quota" in text:
        return RecordError(f"{folder}: the disk is full; make room and run the same command again")
    return RecordError(f"{folder}: cannot be used as a record: {text[:300]}")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What stood in the tables at one moment. All later additions are invisible in it."""

    folder: str
    units: tuple[Unit, ...]
    """In order of number."""
    tables: dict[str, DeltaTable]
    hidden: pa.Table
    """Column `entry`: those of no unit, and those that a later version of the page replaced."""


def snapshot(folder: str | Path, at: str | int | None = None) -> Snapshot:
    """Open a record as it is, or as it was at a version or a date.

    at: a version number; or an ISO 8601 date or time, for all that was in by then (a date: to its end, UTC).
    Raises: RecordError when there is no record or no such version.
    """
    address = _address(folder)
    try:
        units = _until(_units(address), at, address)
        tables = {kind.name: DeltaTable(where(address, kind)) for kind in reversed(TABLES) if kind is not UNITS}
        pages = tables["pages"].to_pyarrow_table(columns=["entry", "unit", "place", "article"])
    except TableNotFoundError:
        raise RecordError(f"{address}: no record here; make one with `dragoman add INPUT --record {address}`") from None
    except (DeltaError, OSError) as error:
        raise broken(address, error) from error
    return Snapshot(address, units, tables, _hidden(pages, units))


def nothing() -> Snapshot:
    """A snapshot with nothing in it."""
    return Snapshot("", (), {}, pa.table({"entry": pa.array([], pa.int64())}))


def _units(address: str) -> list[Unit]:
    found = DeltaTable(where(address, UNITS)).to_pyarrow_table().to_pylist()
    return sorted((from_row(Unit, row) for row in found), key=lambda unit: unit.number)


def _until(units: list[Unit], at: str | int | None, address: str) -> tuple[Unit, ...]:
    if at is None or at == "":
        return tuple(units)
    if isinstance(at, int) or at.isdecimal():
        last = int(at)
        if last > len(units):
            raise RecordError(f"{address}: has no version {last}; the newest is {len(units)}")
        return tuple(unit for unit in units if unit.number <= last)
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        raise RecordError(f"{at!r} is neither a version (a number) nor a date such as 2026-03-31") from None
    if len(at) <= 10:
        moment = moment.replace(hour=23, minute=59, second=59, microsecond=999999)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return tuple(unit for unit in units if unit.time <= moment)


def _hidden(pages: pa.Table, units: tuple[Unit, ...]) -> pa.Table:
    """Entries that do not count: of unknown units, or replaced. A skipped page replaces skips of its place only."""
    known = pc.is_in(pages["unit"], pa.array([unit.unit for unit in units], pa.string()))
    inside = pages.filter(known)
    out = pages.filter(pc.invert(known))["entry"].to_pylist()
    read = inside.filter(pc.not_equal(inside["article"], ""))
    if not all(pc.count_distinct(own[name]).as_py() == len(own)
               for own, name in ((inside, "place"), (read, "article"))):
        out += _replaced(inside, {unit.unit: unit.number for unit in units})
    return pa.table({"entry": pa.array(out, pa.int64())})


def _replaced(pages: pa.Table, numbers: dict[str, int]) -> list[int]:
    entries, owners, places, articles = (pages[name].to_pylist() for name in ("entry", "unit", "place", "article"))
    order = sorted((numbers[unit], n) for n, unit in enumerate(owners))
    last: dict[tuple[str, bool], int] = {}
    for _, n in order:
        last[places[n], bool(articles[n])] = n
        if articles[n]:
            last.pop((places[n], False), None)
    here = [n for _, n in order if last.get((places[n], bool(articles[n]))) == n]
    of_article = {articles[n]: n for n in here if articles[n]}
    shown = {n for n in here if not articles[n]} | set(of_article.values())
    return [entry for n, entry in enumerate(entries) if n not in shown]


def current_keys(folder: str) -> set[str]:
    """Keys of the pages that are in now."""
    seen = snapshot(folder)
    pages = seen.tables["pages"].to_pyarrow_table(columns=["entry", "key"])
    return set(pages.filter(pc.invert(pc.is_in(pages["entry"], seen.hidden["entry"])))["key"].to_pylist())
