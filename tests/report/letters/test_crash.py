"""Runs that are killed (kill -9) at random moments, and by the server in the midst of a letter: none lost, none repeated."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from dragoman.report.letters import keys
from dragoman.report.letters.database import Database
from dragoman.report.letters.subscriptions import Subscriptions
from tests.report.letters.conftest import free_port

LETTERS, KILLS = 40, 25
SENDER = """
import os, sys, time
from pathlib import Path
from dragoman.report.letters.database import Database
from dragoman.report.letters.keys import keys
from dragoman.report.letters.outbox import Outbox
from dragoman.report.letters.render import Renderer
from dragoman.report.letters.send import Post
from dragoman.report.letters.settings import Settings
from dragoman.report.letters.subscriptions import Subscriptions

folder, port = Path(sys.argv[1]), int(sys.argv[2])
settings = Settings("letters.db", "letters@example.org", "https://events.example.org", "127.0.0.1", port, "none")
for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        kept = Subscriptions(Database(folder / "letters.db", keys()))
        done = Post(kept, Outbox(kept.database, time.time), Renderer(kept, settings)).run("service")
        print(done.doubtful, flush=True)
        os._exit(0)
    print(pid, flush=True)
    print(os.waitpid(pid, 0)[1], flush=True)
"""


class Server:
    """A mail server that can kill the sender at a moment of the dialogue."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()
        self.to: Counter[str] = Counter()
        self.victim = 0
        self.kill_at = ""

    def _maybe(self, moment: str) -> None:
        if self.kill_at == moment and self.victim:
            self.kill_at = ""
            os.kill(self.victim, signal.SIGKILL)

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        self._maybe("mail")
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        self._maybe("rcpt")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        line = next(li for li in envelope.content.decode().splitlines() if li.lower().startswith("message-id"))
        self.taken[line] += 1
        self.to[envelope.rcpt_tos[0]] += 1
        self._maybe("taken")
        return "250 OK"


@pytest.fixture
def waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Subscriptions:
    """Letters that wait in the outbox."""
    monkeypatch.setenv(keys.VARIABLE, keys.new_secret())
    kept = Subscriptions(Database(tmp_path / "letters.db", keys.keys()))
    with kept.database.writing() as own:
        for n in range(LETTERS):
            person = kept._person(own, f"reader{n}@example.org", "en")
            assert person is not None
            kept._queue(own, "open", person, "")
    return kept


class Sender:
    """A process with everything loaded, which forks a run when told."""

    def __init__(self, kept: Subscriptions, port: int) -> None:
        command = [sys.executable, "-c", SENDER, str(kept.database.path.parent), str(port)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def start(self) -> int:
        """Begin a run; its process id."""
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        return int(self._line())

    def end(self) -> tuple[int, int | None]:
        """The signal that ended the run (0: none), and how many letters it said to be in doubt."""
        first = self._line()
        killed = int(first) == signal.SIGKILL
        return (int(first), None) if killed else (int(self._line()), int(first))

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def sender(waiting: Subscriptions, server: Server) -> Iterator[Sender]:
    controller = Controller(server, hostname="127.0.0.1", port=free_port())
    controller.start()
    made = Sender(waiting, controller.port)
    yield made
    made.close()
    controller.stop()


def states(kept: Subscriptions) -> Counter[str]:
    return Counter(row["state"] for row in kept.database.rows("SELECT state FROM outbox"))


def test_killed_at_random_moments(waiting: Subscriptions, server: Server, sender: Sender) -> None:
    """Only a letter whose text the server was getting when the run died may come again, with the same Message-ID."""
    chance, doubtful, kills = random.Random(7), 0, 0
    for _ in range(KILLS):
        victim = sender.start()
        timer = threading.Timer(chance.uniform(0.005, 0.15), os.kill, (victim, signal.SIGKILL))
        timer.start()
        code, _ = sender.end()
        timer.cancel()
        doubtful += states(waiting)["handing"]
        kills += code == signal.SIGKILL
        if code == 0:
            break
    else:
        sender.start()
        assert sender.end()[0] == 0
    assert kills > 2
    assert states(waiting) == {"sent": LETTERS}
    assert len(server.to) == len(server.taken) == LETTERS
    assert sum(server.taken.values()) - LETTERS <= doubtful


@pytest.mark.parametrize(("moment", "repeated"), [("mail", 0), ("rcpt", 0), ("taken", 1)])
def test_killed_in_the_midst_of_a_letter(waiting: Subscriptions, server: Server, sender: Sender, moment: str, repeated: int) -> None:
    """Between two letters and before the text: exactly once. After the server took it and before it said so: twice, one name."""
    server.kill_at = moment
    server.victim = sender.start()
    assert sender.end()[0] == signal.SIGKILL
    sender.start()
    assert sender.end() == (0, repeated)
    assert states(waiting) == {"sent": LETTERS}
    assert len(server.taken) == LETTERS
    assert sum(server.taken.values()) == LETTERS + repeated
