"""The network at work: the only module that imports onnxruntime.

A model folder holds `encoder.onnx` (ids → hidden states and tags), `heads.onnx` (spans and pairs → labels),
`tokenizer.json` and `card.toml`, which names the labels in the order of the network's columns.
Shapes: B sentences, L tokens, M spans (span 0 is nobody), P pairs, D wide.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from dragoman.errors import ModelError

TOKENS = 160
"""Longest sentence in tokens; what is beyond is not read. The longest of the corpus has fewer."""
Array = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Card:
    """What the model's card says: its name, labels and thresholds."""

    name: str
    types: tuple[str, ...]
    modalities: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]
    sectors: tuple[str, ...]
    thresholds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Tagged:
    """B sentences read once: hidden (B, L, D), tags (B, L, 3) as probabilities, tokens with offsets."""

    hidden: Array
    tags: Array
    tokens: tuple[Encoding, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Probabilities of spans and pairs: sectors (M, S), types (P, T), modality (P, T, 4), mode (P, modes),
    look (P, L) where the pair looks for its trigger, speaker (P, M)."""

    sectors: Array
    types: Array
    modality: Array
    mode: Array
    look: Array
    speaker: Array


def softmax(x: Array) -> Array:
    """Along the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True), np.float32)


class Network:
    """A loaded model. Raises: ModelError when the folder is not what its card says."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.card = read_card(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(TOKENS)
        self._tokenizer.no_padding()
        self._pad = self._tokenizer.token_to_id("<pad>")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options, ["CPUExecutionProvider"])
        self._heads = onnxruntime.InferenceSession(str(folder / "heads.onnx"), options, ["CPUExecutionProvider"])

    def tokens(self, texts: list[str]) -> list[Encoding]:
        """Tokens of each text, <s> and </s> included, with half-open character offsets."""
        return list(self._tokenizer.encode_batch(texts))

    def tag(self, tokens: list[Encoding]) -> Tagged:
        """One pass over a batch of sentences."""
        length = max(len(t.ids) for t in tokens)
        ids = np.full((len(tokens), length), self._pad, np.int64)
        mask = np.zeros((len(tokens), length), np.int64)
        for row, token in enumerate(tokens):
            ids[row, :len(token.ids)] = token.ids
            mask[row, :len(token.ids)] = 1
        hidden, tags = self._encoder.run(None, {"ids": ids, "mask": mask})
        return Tagged(hidden, softmax(tags), tuple(tokens))

    def relate(self, tagged: Tagged, spans: Integers, pairs: Integers) -> Related:
        """Of one sentence: spans (M, 3) of 0, first and last token, row 0 for nobody; pairs (P, 3) of 0, source, target."""
        ways = np.stack([pairs[:, 0], np.arange(len(pairs)), pairs[:, 1], pairs[:, 2]], 1)
        sector, kind, modality, mode, look, speaker = self._heads.run(
            None, {"hidden": tagged.hidden, "spans": spans, "pairs": ways})
        return Related(softmax(sector), softmax(kind), softmax(modality), np.asarray(mode, np.float32), softmax(look),
                       softmax(speaker))


def read_card(folder: Path) -> Card:
    """The card of a model folder, its digests checked against the files.

    Raises: ModelError naming the file that is missing or differs.
    """
    path = folder / "card.toml"
    if not path.exists():
        raise ModelError(f"{folder} is no model: it has no card.toml")
    card = tomllib.loads(path.read_text("utf-8"))
    for name, digest in card["files"].items():
        file = folder / name
        if not file.exists():
            raise ModelError(f"{folder}: {name} is missing; install the package again")
        if _digest(file) != digest:
            raise ModelError(f"{file} is not the file its card names; install the package again")
    labels = card["labels"]
    modes = tuple((kind, mode) for kind, _, mode in (label.partition("/") for label in labels["modes"]))
    return Card(card["name"], tuple(labels["types"]), tuple(labels["modalities"]), modes, tuple(labels["sectors"]),
                dict(card["thresholds"]))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=2)
def network(folder: Path | None = None, threads: int = 1) -> Network:
    """The network of a folder, by default the newest in the package's `models/`; loaded once.

    Raises: ModelError when there is none.
    """
    return Network(folder or newest(), threads)


def newest() -> Path:
    """The package's model folder with the highest number (`news-2` after `news-1`)."""
    models = Path(__file__).parent.parent / "models"
    found = [path for path in models.iterdir() if (path / "card.toml").exists()] if models.is_dir() else []
    if not found:
        raise ModelError(f"no model in {models}; install the package again, or train one (make train)")
    return max(found, key=lambda path: int(path.name.rpartition("-")[2]))
