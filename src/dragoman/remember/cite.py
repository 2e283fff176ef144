"""A version of a record, so that others can name it and see that they have the same."""

import hashlib

from dragoman.errors import RecordError
from dragoman.remember.query import Record

LINES = ("SELECT 'article', id, digest, model, tables, coder FROM articles ORDER BY id",
         "SELECT 'event', id FROM events ORDER BY id", "SELECT 'tie', id FROM ties ORDER BY id",
         "SELECT 'statement', id FROM statements ORDER BY id")


def digest(record: Record) -> str:
    """SHA-256, hex, over a line for each article, event, tie and statement: the same on every machine that has the same.

    A line is the row's kind and id, tab-separated, for articles with page hash, model, tables and coder; lines of a kind
    stand in order of id.
    """
    found = hashlib.sha256()
    for query in LINES:
        for batch in record.sql(query).to_arrow_reader(50_000):
            columns = [column.to_pylist() for column in batch.columns]
            found.update("".join("\t".join(row) + "\n" for row in zip(*columns)).encode())
    return found.hexdigest()


def citation(record: Record, title: str = "") -> str:
    """A citation in one paragraph. Raises: RecordError for an empty record."""
    facts = _facts(record)
    return (f"{title or facts['name']}: event record, version {facts['version']}, {facts['day']}; "
            f"{facts['articles']} articles, {facts['events']} events. Made with {facts['made']}. SHA-256 {facts['digest']}.")


def bibtex(record: Record, title: str = "") -> str:
    """The same for BibTeX. Raises: RecordError for an empty record."""
    facts = _facts(record)
    return (f"@misc{{dragoman-{facts['digest'][:8]},\n  title = {{{_braces(title or facts['name'])}: event record}},\n"
            f"  year = {{{facts['day'][:4]}}},\n  version = {{{facts['version']}}},\n"
            f"  note = {{{facts['articles']} articles, {facts['events']} events; {_braces(facts['made'])}; "
            f"SHA-256 {facts['digest']}}}\n}}")


def _braces(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")


def _facts(record: Record) -> dict[str, str]:
    if not record.units or record.changed is None:
        raise RecordError(f"{record.folder}: nothing to cite; the record is empty at this version")
    (counts,) = record.sql("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM events)").fetchall()
    made = record.sql("SELECT DISTINCT coder, model, tables FROM articles ORDER BY ALL").fetchall()
    return {"name": record.folder.rstrip("/").rpartition("/")[2], "version": str(record.version),
            "day": record.changed.strftime("%Y-%m-%d"), "articles": f"{counts[0]:,}", "events": f"{counts[1]:,}",
            "made": "; ".join(f"Dragoman {coder}, model {model}, tables {tables}" for coder, model, tables in made),
            "digest": digest(record)}
