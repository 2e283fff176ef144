"""Where output goes: straight to a stream, or to a file that a stopped run can go on with.

While a run lasts, its lines are in `FILE.part`, and `FILE.done` names the pages whose lines are complete, each
with the size of `FILE.part` after it. At the end `FILE.part` becomes `FILE`, in one step.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TextIO


class Plain:
    """A stream; nothing is remembered."""

    done: frozenset[str] = frozenset()

    def __init__(self, file: TextIO) -> None:
        self.file = file

    def __enter__(self) -> "Plain":
        return self

    def __exit__(self, *_: object) -> None:
        self.file.flush()

    def write(self, lines: Sequence[str], address: str) -> None:
        """Write the lines of one page."""
        for line in lines:
            self.file.write(line + "\n")


class Journal:
    """A file that is complete or not there. `done`: addresses of pages a stopped run has finished.

    Raises: OSError when the folder cannot be written.
    """

    def __init__(self, path: Path, inputs: Sequence[str], shape: str) -> None:
        self.path, self.part, self.log = path, Path(f"{path}.part"), Path(f"{path}.done")
        self._head = json.dumps([shape, *inputs], ensure_ascii=False)
        size, done = self._left_off()
        self.done = frozenset(done)
        self.file = self.part.open("r+" if done else "w", encoding="utf-8", newline="\n")
        self.file.seek(size)
        self.file.truncate()
        self._log = self.log.open("a" if done else "w", encoding="utf-8")
        if not done:
            self._log.write(self._head + "\n")
            self._log.flush()

    def _left_off(self) -> tuple[int, list[str]]:
        """Size of the complete part and the pages in it; nothing when another command wrote it."""
        if not (self.log.exists() and self.part.exists()):
            return 0, []
        head, *rows = self.log.read_text("utf-8").split("\n")
        whole = [row.partition("\t") for row in rows[:-1]]
        if head != self._head or not whole or self.part.stat().st_size < int(whole[-1][0]):
            return 0, []
        return int(whole[-1][0]), [address for _, _, address in whole]

    def __enter__(self) -> "Journal":
        return self

    def write(self, lines: Sequence[str], address: str) -> None:
        """Write the lines of one page; only then is it done."""
        for line in lines:
            self.file.write(line + "\n")
        self.file.flush()
        self._log.write(f"{os.fstat(self.file.fileno()).st_size}\t{address}\n")
        self._log.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.file.close()
        self._log.close()
        if kind is None:
            self.part.replace(self.path)
            self.log.unlink()
