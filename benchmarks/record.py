"""Measure the record on this machine: `python -m benchmarks.record [--events 10000000]`.

Synthetic events, five an article, of 40 countries over ten years, with sentences of 15 to 30 words. Prints JSON objects:
rows a second appended in units as `dragoman add` writes them; bytes a million events of the record, of GDELT's TSV and of
SQLite with the same rows; seconds for the daily dyad counts over all events, cold and warm, beside SQLite's on the part.
"""

import argparse
import json
import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dragoman.knowledge.load import event_types
from dragoman.pipeline import open_record
from dragoman.records import Actor, Article, Event, Hints, Kept, Made, Mention, Page, Sentence
from dragoman.remember import table as tables
from dragoman.remember.export import gdelt
from dragoman.remember.export.told import Incidence, Told
from dragoman.remember.rows import ARTICLES, EVENTS, PAGES, UNITS, Table
from dragoman.remember.schema import Row, table, to_row

COUNTRIES = [
    "USA",
    "RUS",
    "CHN",
    "UKR",
    "ISR",
    "IRN",
    "TUR",
    "IND",
    "PAK",
    "FRA",
    "DEU",
    "GBR",
    "JPN",
    "KOR",
    "PRK",
    "SYR",
    "IRQ",
    "EGY",
    "SAU",
    "YEM",
    "AZE",
    "ARM",
    "GEO",
    "KAZ",
    "BLR",
    "POL",
    "HUN",
    "SRB",
    "KEN",
    "ETH",
    "SDN",
    "NGA",
    "MLI",
    "BRA",
    "COL",
    "VEN",
    "MEX",
    "IDN",
    "PHL",
    "AUS",
]
EACH = 5
MADE = Made("news-1", "synthetic", "0.1.0")
STEM = 100_000
"""Events that are made as records; the millions are these with other ids, articles and days."""


def word(dice: random.Random) -> str:
    """A made-up word of Zipf-like rarity."""
    return f"w{int(dice.paretovariate(0.9)) % 30_000:x}"


def events(count: int) -> Iterator[Event]:
    """Synthetic events, EACH to an article, in order of day."""
    dice, kinds = random.Random(1), list(event_types().values())
    for n in range(count):
        kind = dice.choice(kinds)
        mode = dice.choice(["", *kind.modes])
        sides = [
            Actor(code, code, "GOV", "country", Mention(0, 5, "words", "GOV", 0.9), ("GOV",))
            for code in dice.choices(COUNTRIES, [1 / (k + 1) for k in range(len(COUNTRIES))], k=2)
        ]
        text = " ".join(word(dice) for _ in range(dice.randint(15, 30)))
        yield Event(
            f"{dice.getrandbits(64):016x}",
            f"{n // EACH:016x}",
            Sentence(n % EACH * 200, n % EACH * 200 + len(text), text),
            (sides[0],),
            (sides[1],),
            ((0, 0),),
            False,
            kind.name,
            mode,
            kind.quad,
            kind.modes.get(mode, kind.intensity),
            "asserted",
            None,
            0,
            5,
            date(2016, 1, 1) + timedelta(n * 3650 // count),
            round(dice.random(), 3),
            "news-1",
        )


def kept(own: list[Event]) -> Kept:
    """A page that holds the events."""
    text, name, day = "\n".join(event.sentence.text for event in own), own[0].article, own[0].date
    page = Page(f"https://example.org/{name}", text.encode(), "clean", "utf-8", Hints("en", day, "", name))
    return Kept(
        page, Article(name, page.address, "example.org", "", "", "", day, "en", text, (), name * 4, page.address), tuple(own)
    )


def appended(folder: Path, count: int) -> tuple[float, int]:
    """Rows a second and bytes on disk of a record written as `dragoman add` writes it, then tidied."""
    made = list(events(count))
    pages = [kept(made[n : n + EACH]) for n in range(0, count, EACH)]
    store = tables.Store(folder)
    began = time.perf_counter()
    for n in range(0, len(pages), tables.TOGETHER):
        store.append(pages[n : n + tables.TOGETHER], MADE)
    spent = time.perf_counter() - began
    tables.tidy(folder)
    return count / spent, sum(f.stat().st_size for kind in (EVENTS, UNITS) for f in _live(folder, kind))


def _live(folder: Path, kind: Table) -> list[Path]:
    return [Path(name.removeprefix("file://")) for name in tables.files(str(folder), kind)]


def filled(folder: Path, count: int) -> None:
    """A record of so many events, written in large blocks that repeat the STEM under other ids, articles and days."""
    tables.Store(folder)
    stem = table([_stem(event) for event in events(STEM)], EVENTS.schema)
    for first in range(0, count, STEM):
        numbers = np.arange(first, first + STEM)
        article = pa.array([f"{n:016x}" for n in numbers // EACH])
        unit = pa.array([f"{first:016x}"] * STEM)
        days = pa.array((np.datetime64("2016-01-01") + numbers * 3650 // count).astype("datetime64[D]"))
        url = pc.binary_join_element_wise("https://example.org/", article, "")
        block = stem
        for name, column in {
            "id": pa.array([f"{n * 0x9E3779B97F4A7C15 % 2**64:016x}" for n in range(first, first + STEM)]),
            "article": article,
            "entry": pa.array(numbers // EACH),
            "unit": unit,
            "date": days,
            "url": url,
            "address": url,
            "published": days,
        }.items():
            block = block.set_column(block.schema.get_field_index(name), EVENTS.schema.field(name), column)
        tables.append(str(folder), EVENTS, block)
        own = block.select(["entry", "unit", "url", "article", "date"]).to_pylist()[::EACH]
        _block(
            folder,
            PAGES,
            [
                {"entry": r["entry"], "unit": r["unit"], "place": r["url"], "key": r["article"], "article": r["article"]}
                for r in own
            ],
        )
        _block(
            folder,
            ARTICLES,
            [{"id": r["article"], "entry": r["entry"], "unit": r["unit"], "published": r["date"]} for r in own],
        )
        _block(
            folder, UNITS, [{"number": first // STEM + 1, "unit": f"{first:016x}", "events": STEM, "pages": STEM // EACH}]
        )


def _stem(event: Event) -> Row:
    both = {"source": event.sources[0].country, "target": event.targets[0].country}
    return {
        **to_row(event),
        "language": "en",
        "site": "example.org",
        "digest": event.id * 4,
        "tables": "synthetic",
        "coder": "0.1.0",
        "dyads": [both],
    }


def _block(folder: Path, kind: Table, rows: list[Row]) -> None:
    tables.append(str(folder), kind, table(rows, kind.schema))


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    began = time.perf_counter()
    work()
    return round(time.perf_counter() - began, 2)


def others(folder: Path, count: int) -> dict[str, float]:
    """Bytes of the same events in GDELT's TSV and in SQLite, and SQLite's seconds for the daily counts of them."""
    made = list(events(count))
    lines = gdelt.lines(
        Told(
            e,
            f"https://example.org/{e.article}",
            "",
            "example.org",
            "en",
            e.date,
            None,
            "",
            "0.1.0",
            "",
            1000,
            1,
            Incidence(e.id, 1, 1, 1, True),
        )
        for e in made
    )
    (folder / "gdelt.tsv").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    base = sqlite3.connect(folder / "events.sqlite")
    flat = [
        (
            e.id,
            e.article,
            e.date.isoformat() if e.date else None,
            e.sources[0].country,
            e.sources[0].name,
            e.sources[0].sector,
            e.targets[0].country,
            e.targets[0].name,
            e.targets[0].sector,
            e.type,
            e.mode,
            e.quad,
            e.intensity,
            e.modality,
            e.sentence.text,
            e.sentence.start,
            e.sentence.end,
            e.start,
            e.end,
            e.confidence,
            e.model,
            "en",
            "example.org",
            f"https://example.org/{e.article}",
            e.article * 4,
        )
        for e in made
    ]
    base.execute(f"CREATE TABLE events ({', '.join(f'c{n}' for n in range(len(flat[0])))})")
    base.executemany(f"INSERT INTO events VALUES ({', '.join('?' * len(flat[0]))})", flat)
    base.commit()
    query = "SELECT c2, c3, c6, c9, c13, count(*), count(DISTINCT c1) FROM events GROUP BY 1, 2, 3, 4, 5"
    seconds = timed(lambda: base.execute(query).fetchall())
    base.close()
    return {
        "gdelt_tsv": (folder / "gdelt.tsv").stat().st_size,
        "sqlite": (folder / "events.sqlite").stat().st_size,
        "sqlite_seconds": seconds,
    }


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--part", type=int, default=100_000, help="events for rows a second and bytes")
    parser.add_argument("--folder", type=Path, default=None, help="where to work; a temporary folder when left out")
    given = parser.parse_args(arguments)
    folder = given.folder or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    rate, size = appended(folder / "part", given.part)
    found = others(folder, given.part)
    million = 1_000_000 / given.part
    print(
        json.dumps(
            {
                "rows_a_second": round(rate),
                "bytes_a_million": {
                    "record": round(size * million),
                    "gdelt_tsv": round(found["gdelt_tsv"] * million),
                    "sqlite": round(found["sqlite"] * million),
                },
            }
        ),
        flush=True,
    )
    filled(folder / "all", given.events)
    opening = timed(lambda: open_record(folder / "all"))
    record = open_record(folder / "all")
    for name, columns in (("reports", "reports"), ("reports and articles", "reports, articles")):
        query = f"SELECT date, source, target, type, modality, {columns} FROM dyads_daily"
        cold, warm = (timed(lambda query=query: record.table(query)) for _ in range(2))  # type: ignore[misc]
        print(json.dumps({"daily dyads": name, "seconds": {"cold": cold, "warm": warm}}), flush=True)
    print(
        json.dumps(
            {
                "events": given.events,
                "open_seconds": opening,
                "sqlite_seconds_for_as_many": round(found["sqlite_seconds"] * given.events / given.part, 1),
            }
        )
    )
    if given.folder is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
