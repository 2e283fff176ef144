"""Questions get answers, and nothing but answers."""

import threading
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.records import Article, Event
from dragoman.remember.query import Record
from dragoman.remember.views import NAMES


@pytest.mark.parametrize("view", NAMES)
def test_every_view_answers(record: Record, view: str) -> None:
    assert record.table(f"SELECT * FROM {view} LIMIT 3").num_columns > 1


def test_answers_come_as_pandas_polars_and_arrow(record: Record) -> None:
    query = "SELECT type, count(*) AS reports FROM events GROUP BY ALL"
    rows = record.table(query).num_rows
    assert rows == len(record.sql(query).df()) == len(record.sql(query).pl()) == len(record.sql(query).fetchall()) > 5


def test_a_joint_act_is_one_event_and_several_pairs(record: Record) -> None:
    pairs, events = record.table("SELECT count(*), count(DISTINCT event) FROM pairs").to_pylist()[0].values()
    assert pairs > events == record.table("SELECT count(*) AS n FROM events")["n"][0].as_py()


def test_records_come_out_again(record: Record) -> None:
    events = record.events("type = ?", "PROTEST")
    assert all(isinstance(event, Event) for event in events)
    article = record.article(events[0].article)
    assert isinstance(article, Article)
    sentence = events[0].sentence
    assert article.text[sentence.start:sentence.end] == sentence.text


@pytest.mark.parametrize("query", [
    "SELECT * FROM read_text('/etc/passwd')", "SELECT * FROM '/etc/passwd'", "SELECT * FROM glob('/*')",
    "COPY (SELECT 1) TO '{0}/out.csv'", "ATTACH '{0}/new.db'", "EXPORT DATABASE '{0}/out'", "CREATE TABLE t AS SELECT 1",
    "DROP VIEW events", "SET enable_external_access = true", "INSTALL httpfs", "PRAGMA enable_profiling", "SELECT 1; SELECT 2",
    "", "SELECT * FROM tmp_path", "SELECT no FROM events", "SELECT 1/"])
def test_nothing_else_can_be_done(record: Record, tmp_path: Path, query: str) -> None:
    with pytest.raises(InputError):
        record.table(query.format(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_view_names_those_there_are(record: Record) -> None:
    with pytest.raises(InputError, match="dyads_daily"):
        record.table("SELECT * FROM event")


def test_threads_share_a_record(record: Record) -> None:
    counts: list[int] = []
    threads = [threading.Thread(target=lambda: counts.append(len(record.events()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(counts)) == 1
    assert len(counts) == 4
