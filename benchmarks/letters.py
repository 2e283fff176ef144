"""Measure a run of letters on this machine: `python -m benchmarks.letters [--readers 10000 --topics 50]`.

Makes a record of made-up events and readers who confirmed, each of one pair in one language, and runs `dragoman letters
send` twice against a mail server on loopback: the first run writes and sends every letter, the second must send none.
Prints one JSON object: seconds, processor seconds and peak memory of the command, letters a second, and
what the server took.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import combinations, islice
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from benchmarks.site import fill
from dragoman.knowledge.names import english_names
from dragoman.report.letters import keys
from dragoman.report.letters.database import Database
from dragoman.report.letters.subscriptions import Subscriptions


class Server:
    """Takes every letter and notes its name, its reader and its size."""

    def __init__(self) -> None:
        self.names: Counter[bytes] = Counter()
        self.readers: Counter[str] = Counter()
        self.size = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Note one letter."""
        self.names[next(line for line in envelope.content.splitlines() if line.lower().startswith(b"message-id"))] += 1
        self.readers[envelope.rcpt_tos[0]] += 1
        self.size += len(envelope.content)
        return "250 OK"


def sign_up(path: Path, topics: list[str], languages: list[str], readers: int) -> None:
    """Readers with a subscription each, as if they had confirmed; letters of the whole record are due to them.

    They are written straight into the file: the forms take 500 an hour.
    """
    kept, dice, now = Subscriptions(Database(path, keys.keys())), random.Random(3), int(time.time())
    with kept.database.writing() as own:
        for n in range(readers):
            language = dice.choice(languages)
            person = kept._person(own, f"reader{n}@example.org", language)
            own.execute("INSERT INTO subscriptions(id, person, topic, language, rhythm, threshold, empty, alerts, state, "
                        "created, confirmed, told) VALUES (?, ?, ?, ?, 'daily', 1, 0, 0, 'active', ?, ?, 0)",
                        (f"{n:032x}", person, dice.choice(topics), language, now, now))
    kept.database.close()


def send(record: Path, config: Path) -> tuple[float, Any, str]:
    """Seconds, resources and answer of one `dragoman letters send`."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "dragoman", "letters", "send", "--record", str(record), "--config", str(config)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    said = run.stdout.read().strip()
    _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise SystemExit(f"letters send ended with {run.returncode}")
    return time.perf_counter() - started, used, said


def measure(folder: Path, given: argparse.Namespace) -> dict[str, object]:
    """The figures."""
    os.environ[keys.VARIABLE] = keys.new_secret()
    record, config = folder / "record", folder / "letters.toml"
    fill(record, given.events)
    topics = [f"actor={a}&other={b}" for a, b in islice(combinations(sorted(english_names()), 2), given.topics)]
    sign_up(folder / "letters.db", topics, given.languages.split(","), given.readers)
    server = Server()
    controller = Controller(server, hostname="127.0.0.1", port=given.port)
    controller.start()
    config.write_text('database = "letters.db"\nsender = "letters@example.org"\nsite = "https://events.example.org"\n'
                      f'host = "127.0.0.1"\nport = {given.port}\ntls = "none"\n', "utf-8")
    seconds, used, said = send(record, config)
    again, _, nothing = send(record, config)
    controller.stop()
    taken = sum(server.names.values())
    return {"readers": given.readers, "topics": given.topics, "languages": given.languages.count(",") + 1,
            "events": given.events,
            "seconds": round(seconds, 1), "letters_a_second": round(taken / seconds, 1),
            "processor_seconds": round(used.ru_utime + used.ru_stime, 1), "peak_memory_mb": round(used.ru_maxrss / 1024),
            "taken": taken, "readers_reached": len(server.readers), "sent_twice": taken - len(server.names),
            "kilobytes_a_letter": round(server.size / max(taken, 1) / 1000, 1), "said": said,
            "second_run_seconds": round(again, 1), "second_run_said": nothing}


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--readers", type=int, default=10_000)
    parser.add_argument("--topics", type=int, default=50)
    parser.add_argument("--languages", default="en,ru,ar,id")
    parser.add_argument("--events", type=int, default=50_000)
    parser.add_argument("--port", type=int, default=8475)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(Path(folder), given), indent=2))


if __name__ == "__main__":
    main()
