"""Columns from records: one rule for every table, both ways.

    str int float bool bytes     the same in Arrow
    date, datetime               date32; timestamp in microseconds, UTC
    datetime | date              two columns: NAME (date) and NAME_time (timestamp, null for a bare date)
    X | None                     nullable
    tuple[X, ...]                list of X
    tuple[A, B]                  struct of `source` and `target` (the pairs of an event)
    a record                     struct of its fields
"""

import ast
import inspect
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from typing import Any

import pyarrow as pa

PLAIN: dict[object, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(),
                                    bytes: pa.binary(), date: pa.date32(), datetime: pa.timestamp("us", "UTC")}
PAIR = ("source", "target")
Row = dict[str, Any]
Turn = Callable[[Any], Any]
Turned = tuple[str, bool | None, Turn | None]


@cache
def hints(record: type) -> dict[str, object]:
    """The types of a record's fields, in order."""
    found = typing.get_type_hints(record)
    return {field.name: found[field.name] for field in fields(record)}


@cache
def columns(record: type) -> pa.Schema:
    """The Arrow schema of a record's table. Raises: TypeError for a field that no rule covers."""
    found = []
    for name, hint in hints(record).items():
        found.append(pa.field(name, arrow_type(hint)))
        if _moment(hint):
            found.append(pa.field(f"{name}_time", PLAIN[datetime]))
    return pa.schema(found)


def _members(hint: object) -> tuple[object, ...]:
    """The types of a union but None; the type itself when it is no union."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return tuple(member for member in typing.get_args(hint) if member is not type(None))
    return (hint,)


def _moment(hint: object) -> bool:
    return set(_members(hint)) == {date, datetime}


def arrow_type(hint: object) -> pa.DataType:
    """The Arrow type of a field's Python type. Raises: TypeError for a type that no rule covers."""
    if _moment(hint):
        return PLAIN[date]
    member: Any = _members(hint)[0]
    if member in PLAIN:
        return PLAIN[member]
    if hasattr(member, "__dataclass_fields__"):
        return pa.struct(list(columns(member)))
    if typing.get_origin(member) is tuple:
        inner = typing.get_args(member)
        if len(inner) == 2 and inner[1] is ...:
            return pa.list_(arrow_type(inner[0]))
        if len(inner) == 2:
            return pa.struct([pa.field(name, arrow_type(one)) for name, one in zip(PAIR, inner)])
    raise TypeError(f"no column for {hint}")


def to_row(record: Any) -> Row:
    """A record as a row of `columns(type(record))`."""
    row: Row = {}
    kind: Any = type(record)
    for name, moment, turn in _writers(kind):
        value = getattr(record, name)
        if moment:
            row[name] = value.date() if isinstance(value, datetime) else value
            row[f"{name}_time"] = value if isinstance(value, datetime) else None
        else:
            row[name] = value if turn is None or value is None else turn(value)
    return row


def from_row(record: type, row: Row) -> Any:
    """The record of a row; columns that the record has not are passed over, fields added since take their default."""
    kind: Any = record
    made = {}
    for name, moment, turn in _readers(kind):
        if name in row:
            value = row[name]
            if moment:
                made[name] = row.get(f"{name}_time") or value
            elif value is None:
                made[name] = () if moment is None else None
            else:
                made[name] = value if turn is None else turn(value)
    return record(**made)


@cache
def _writers(record: Any) -> tuple[Turned, ...]:
    """For each field: name, whether it is a date or time, and how its value becomes a column's; None: as it is."""
    return tuple((name, _moment(hint), None if _moment(hint) else _writer(hint)) for name, hint in hints(record).items())


def _writer(hint: object) -> Turn | None:
    member: Any = _members(hint)[0]
    if hasattr(member, "__dataclass_fields__"):
        return to_row
    if typing.get_origin(member) is tuple:
        inner = typing.get_args(member)
        if inner[1] is not ...:
            return lambda pair: dict(zip(PAIR, pair))
        own = _writer(inner[0])
        return list if own is None else lambda values: [own(one) for one in values]
    return None


@cache
def _readers(record: Any) -> tuple[Turned, ...]:
    """For each field: name, whether it is a date or time (None: a list, empty for null), how a column's value is turned."""
    return tuple((name, True if _moment(hint) else None if typing.get_origin(_members(hint)[0]) is tuple else False,
                  None if _moment(hint) else _reader(hint)) for name, hint in hints(record).items())


def _reader(hint: object) -> Turn | None:
    member: Any = _members(hint)[0]
    if hasattr(member, "__dataclass_fields__"):
        return lambda row: from_row(member, row)
    if typing.get_origin(member) is tuple:
        inner = typing.get_args(member)
        if inner[1] is not ...:
            return lambda pair: (pair[PAIR[0]], pair[PAIR[1]])
        own = _reader(inner[0])
        return tuple if own is None else lambda values: tuple(own(one) for one in values)
    return None


def table(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    """Rows as an Arrow table. Half characters, which no UTF-8 can hold (odd file names), become question marks."""
    given = list(rows)
    try:
        return pa.Table.from_pylist(given, schema=schema)
    except UnicodeEncodeError:
        return pa.Table.from_pylist([_whole(row) for row in given], schema=schema)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {name: _whole(one) for name, one in value.items()}
    return [_whole(one) for one in value] if isinstance(value, list) else value


@cache
def meanings(record: type) -> dict[str, str]:
    """What each field means: the text below it in the record's source, on one line."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(record) or record))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == record.__name__)
    found = {}
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr) \
                and isinstance(below.value, ast.Constant):
            found[field.target.id] = " ".join(str(below.value.value).split())
    return found
