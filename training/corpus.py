"""The corpus: sentences written for this project with their marks, as GUIDE.md defines them.

`parse_line` turns one line into a `MarkedSentence`; `load` reads files or folders and says
file and line of whatever is wrong; `held_out` decides which tenth is never trained on.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

KNOWLEDGE = Path(__file__).parent.parent / "src" / "dragoman" / "knowledge"
TYPES: dict[str, list[str]] = {
    name: list(entry["modes"])
    for name, entry in tomllib.loads((KNOWLEDGE / "event_types.toml").read_text("utf-8")).items()
}
SECTORS: list[str] = list(tomllib.loads((KNOWLEDGE / "sectors.toml").read_text("utf-8")))
TIES = ["ally", "partner", "member", "hosts-forces", "supplies-arms", "trades-with", "mediates", "kin-population"]
MODALITIES = ["asserted", "negated", "future", "hypothetical"]
SUPRANATIONAL = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]
COUNTRIES = {row.split(",")[1] for row in (KNOWLEDGE / "countries.csv").read_text("utf-8").splitlines()[3:]}

MENTION = re.compile(r"\[(\d+):([A-Z]{3}|-)/([A-Z]{3})\|([^\[\]|]+)\]")
EVENT_PART = re.compile(r'"[^"]*"|\S+')
HELD_OUT_SHARE = 10
"""One sentence in ten is held out (issue of the first corpus: "a held-out tenth")."""


class CorpusError(ValueError):
    """A line that breaks the guide; the message says where and what to mend."""


@dataclass(frozen=True)
class MarkedMention:
    """One actor in a sentence: half-open characters into `MarkedSentence.text`."""

    id: int
    start: int
    end: int
    country: str
    sector: str


@dataclass(frozen=True)
class MarkedEvent:
    """One event or tie: ids of mentions, the type (upper case) or tie kind (lower case)."""

    sources: tuple[int, ...]
    type: str
    mode: str
    targets: tuple[int, ...]
    modality: str
    reciprocal: bool
    trigger: tuple[int, int] | None
    speaker: int | None


@dataclass(frozen=True)
class MarkedSentence:
    """One corpus line, parsed."""

    language: str
    text: str
    mentions: tuple[MarkedMention, ...]
    events: tuple[MarkedEvent, ...]


def parse_line(line: str, language: str) -> MarkedSentence:
    """Parse `sentence with marks => events`.

    Raises: CorpusError when the marks do not balance or a code is unknown.
    """
    marked, arrow, tail = line.rpartition("=>")
    if not arrow:
        raise CorpusError("no '=>' between the sentence and its events")
    text, mentions = _mentions(marked.strip())
    ids = [m.id for m in mentions]
    if len(set(ids)) != len(ids):
        raise CorpusError("the same mention id stands twice")
    stray = re.search(r".{0,12}[][|].{0,12}", text)
    if stray:
        raise CorpusError(f"unbalanced or misspelt mark near {stray[0]!r}")
    tail = tail.strip()
    if not tail:
        raise CorpusError("nothing after '=>'; write '-' when there is no event")
    parts = [] if tail == "-" else [part for part in _split(tail) if part]
    return MarkedSentence(language, text, mentions, tuple(_event(part, text, set(ids)) for part in parts))


def _mentions(marked: str) -> tuple[str, tuple[MarkedMention, ...]]:
    text, mentions, position = "", [], 0
    for match in MENTION.finditer(marked):
        text += marked[position:match.start()]
        sector = match[3]
        if sector not in SECTORS:
            raise CorpusError(f"unknown sector {sector!r}")
        if match[2] not in COUNTRIES and match[2] not in SUPRANATIONAL and match[2] != "-":
            raise CorpusError(f"unknown country {match[2]!r}")
        words = match[4]
        if words != words.strip():
            raise CorpusError(f"blank at the edge of mention {words!r}")
        mentions.append(MarkedMention(int(match[1]), len(text), len(text) + len(words),
                                      "" if match[2] == "-" else match[2], sector))
        text += words
        position = match.end()
    return text + marked[position:], tuple(mentions)


def _split(tail: str) -> list[str]:
    pieces, inside, current = [], False, ""
    for character in tail:
        inside ^= character == '"'
        if character == ";" and not inside:
            pieces.append(current.strip())
            current = ""
        else:
            current += character
    return [*pieces, current.strip()]


def _event(part: str, text: str, ids: set[int]) -> MarkedEvent:
    words = EVENT_PART.findall(part)
    if len(words) < 3:
        raise CorpusError(f"event {part!r} needs SOURCES TYPE TARGETS")
    sources, targets = _ids(words[0], ids), _ids(words[2], ids)
    type_, _, mode = words[1].partition("/")
    if type_ not in TYPES and type_ not in TIES:
        raise CorpusError(f"unknown type {type_!r}")
    if mode and mode not in TYPES.get(type_, []):
        raise CorpusError(f"{type_} has no mode {mode!r}")
    if not sources and not targets:
        raise CorpusError(f"event {part!r} has neither source nor target")
    if type_ in TIES and not (sources and targets):
        raise CorpusError(f"tie {part!r} needs both sides")
    if set(sources) & set(targets):
        raise CorpusError(f"event {part!r} has one mention on both sides")
    modality, reciprocal, trigger, speaker = _qualities(words[3:], part, text, ids)
    if reciprocal and not (sources and targets):
        raise CorpusError(f"recip needs both sides in {part!r}")
    return MarkedEvent(sources, type_, mode, targets, modality, reciprocal, trigger, speaker)


def _qualities(words: list[str], part: str, text: str,
               ids: set[int]) -> tuple[str, bool, tuple[int, int] | None, int | None]:
    """Modality, recip, trigger and speaker from what follows the targets."""
    modality, reciprocal, trigger, speaker = "asserted", False, None, None
    rest = iter(words)
    for word in rest:
        if word in MODALITIES:
            modality = word
        elif word == "recip":
            reciprocal = True
        elif word.startswith('"'):
            at = text.find(word.strip('"'))
            if at < 0 or not word.strip('"'):
                raise CorpusError(f"trigger {word} does not stand in the sentence")
            trigger = (at, at + len(word) - 2)
        elif word == "by":
            found = _ids(next(rest, "-"), ids)
            if len(found) != 1:
                raise CorpusError(f"'by' needs one mention id in {part!r}")
            speaker = found[0]
        else:
            raise CorpusError(f"unknown word {word!r} in event {part!r}")
    return modality, reciprocal, trigger, speaker


def _ids(word: str, known: set[int]) -> tuple[int, ...]:
    if word == "-":
        return ()
    if not re.fullmatch(r"\d+(,\d+)*", word):
        raise CorpusError(f"expected mention ids or '-', found {word!r}")
    found = tuple(int(n) for n in word.split(","))
    for n in found:
        if n not in known:
            raise CorpusError(f"no mention {n} in the sentence")
    return found


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The sentence lines of a corpus file with their line numbers, comments and blanks left out."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def language_of(path: Path) -> str:
    """`ru.txt` → `ru`; `en-2.txt` → `en`."""
    return path.stem.partition("-")[0]


def load(paths: Iterable[Path]) -> list[MarkedSentence]:
    """All sentences of the files, in order. Raises: CorpusError naming file and line."""
    sentences = []
    for path in paths:
        for number, line in lines(path):
            try:
                sentences.append(parse_line(line, language_of(path)))
            except CorpusError as error:
                raise CorpusError(f"{path}:{number}: {error}") from None
    return sentences


def corpus_files(folder: Path = Path(__file__).parent / "corpus") -> list[Path]:
    """The corpus files in order of name."""
    return sorted(folder.glob("*.txt"))


def held_out(sentence: MarkedSentence) -> bool:
    """True for the tenth that is never trained on, by a hash of the text alone."""
    digest = hashlib.sha256(sentence.text.encode("utf-8")).digest()
    return digest[0] * 256 + digest[1] < 65536 // HELD_OUT_SHARE
