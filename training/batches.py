"""From marked sentences to tensors: token tags, spans, pairs and their labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.corpus import MarkedSentence
from training.labels import EVENT_LABELS, MODALITIES, MODES, SECTORS
from training.network import LONGEST

IGNORE = -100


@dataclass(frozen=True)
class Batch:
    """B sentences as tensors; shapes as in `network`, with labels beside them (IGNORE: not scored)."""

    ids: Tensor
    mask: Tensor
    tags: Tensor
    spans: Tensor
    sectors: Tensor
    pairs: Tensor
    types: Tensor  # (P, 25) soft
    modality: Tensor  # (P,)
    mode: Tensor  # (P,)
    look: Tensor  # (P, L) soft, zero rows where no trigger is marked
    speaker: Tensor  # (P,) span index


@dataclass(frozen=True)
class Encoded:
    """A sentence with its tokens: ids and half-open character offsets of each."""

    sentence: MarkedSentence
    ids: list[int]
    offsets: list[tuple[int, int]]


def encode(tokenizer: Tokenizer, sentences: list[MarkedSentence]) -> list[Encoded]:
    """Tokenize; the tokenizer adds <s> and </s>, whose offsets are empty."""
    encodings = tokenizer.encode_batch([s.text for s in sentences])
    return [Encoded(s, e.ids[:LONGEST], e.offsets[:LONGEST]) for s, e in zip(sentences, encodings)]


def covering(offsets: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """First and last token that overlap the characters start–end, or None."""
    inside = [n for n, (a, b) in enumerate(offsets) if a < b and a < end and b > start]
    return (inside[0], inside[-1]) if inside else None


def collate(items: list[Encoded], pad: int) -> Batch:
    """One batch of encoded sentences."""
    length = max(len(item.ids) for item in items)
    rows = [_features(item, b, length) for b, item in enumerate(items)]
    spans, sectors, pairs = [[0, 0, 0]], [IGNORE], []
    types, modality, mode, look, speaker = [], [], [], [], []
    for b, row in enumerate(rows):
        base = len(spans) - 1
        spans += row["spans"]
        sectors += row["sectors"]
        pairs += [[b, n, i and i + base, j and j + base] for n, (i, j) in enumerate(row["pairs"])]
        speaker += [s if s <= 0 else s + base for s in row["speaker"]]
        types += row["types"]
        modality += row["modality"]
        mode += row["mode"]
        look += row["look"]
    return Batch(
        torch.tensor([item.ids + [pad] * (length - len(item.ids)) for item in items]),
        torch.tensor([[1] * len(item.ids) + [0] * (length - len(item.ids)) for item in items]),
        torch.tensor([row["tags"] for row in rows]), torch.tensor(spans), torch.tensor(sectors),
        torch.tensor(pairs or [[0, 0, 0, 0]]),
        torch.tensor(types or [[1.0] + [0.0] * (len(EVENT_LABELS) - 1)]),
        torch.tensor(modality or [IGNORE]), torch.tensor(mode or [IGNORE]),
        torch.tensor(look or [[0.0] * length]), torch.tensor(speaker or [IGNORE]))


def _features(item: Encoded, b: int, length: int) -> dict[str, list]:
    tags = [0] * len(item.ids) + [IGNORE] * (length - len(item.ids))
    place: dict[int, int] = {}
    spans, sectors = [], []
    for mention in sorted(item.sentence.mentions, key=lambda m: m.start):
        found = covering(item.offsets, mention.start, mention.end)
        if not found:
            continue
        first, last = found
        tags[first] = 1
        tags[first + 1:last + 1] = [2] * (last - first)
        spans.append([b, first, last])
        sectors.append(SECTORS.index(mention.sector))
        place[mention.id] = len(spans)
    row = {"tags": tags, "spans": spans, "sectors": sectors, "pairs": [], "types": [], "modality": [], "mode": [],
           "look": [], "speaker": []}
    labels = _pair_labels(item.sentence, place)
    for i in range(len(spans) + 1):
        for j in range(len(spans) + 1):
            if i != j:
                row["pairs"].append([i, j])
                _pair(row, item, labels.get((i, j), []), place)
    row["look"] = [look + [0.0] * (length - len(look)) for look in row["look"]]
    return row


def _pair_labels(sentence: MarkedSentence, place: dict[int, int]) -> dict[tuple[int, int], list]:
    labels: dict[tuple[int, int], list] = {}
    for event in sentence.events:
        sources = [place[i] for i in event.sources if i in place] or [0]
        targets = [place[i] for i in event.targets if i in place] or [0]
        for i in sources:
            for j in targets:
                if i or j:
                    labels.setdefault((i, j), []).append(event)
                    if event.reciprocal:
                        labels.setdefault((j, i), []).append(event)
    return labels


def _pair(row: dict[str, list], item: Encoded, events: list, place: dict[int, int]) -> None:
    soft = [0.0] * len(EVENT_LABELS)
    names = {event.type for event in events}
    for name in names:
        soft[EVENT_LABELS.index(name)] = 1.0 / len(names)
    if not events:
        soft[0] = 1.0
    row["types"].append(soft)
    first = events[0] if events else None
    row["modality"].append(MODALITIES.index(first.modality) if first else IGNORE)
    row["mode"].append(MODES.index((first.type, first.mode)) if first and first.type.isupper() else IGNORE)
    row["speaker"].append((place.get(first.speaker, 0) if first.speaker else 0) if first else IGNORE)
    look = [0.0] * len(item.ids)
    tokens = covering(item.offsets, *first.trigger) if first and first.trigger else None
    if tokens:
        for t in range(tokens[0], tokens[1] + 1):
            look[t] = 1.0 / (tokens[1] - tokens[0] + 1)
    row["look"].append(look)


def batches(items: list[Encoded], size: int, pad: int, random: Random) -> Iterator[Batch]:
    """Shuffled batches of sentences of like length."""
    order = sorted(range(len(items)), key=lambda n: len(items[n].ids) + random.random() * 6)
    groups = [order[n:n + size] for n in range(0, len(order), size)]
    random.shuffle(groups)
    for group in groups:
        yield collate([items[n] for n in group], pad)
