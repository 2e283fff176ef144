"""From the network's answers about pairs of mentions to events."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dragoman.knowledge.load import event_types
from dragoman.recognize.encoder import Array, Card, Integers, Related
from dragoman.recognize.mentions import Span
from dragoman.records import Actor, Article, Event, Sentence

FLOOR = 0.5
"""Probability from which a pair has a type, where the card names no threshold for it."""
SECOND = 0.3
"""Probability from which a pair has a second type beside its first; of one pair's labels the network
spreads its belief over all, so that two true ones have about a half each."""
LOOK_SHARE = 0.35
"""Tokens beside the trigger's best one belong to it from this share of its weight."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One type of one ordered pair: span indices within the sentence (None: nobody), trigger tokens (inclusive)."""

    source: int | None
    target: int | None
    type: str
    score: float
    modality: str
    mode: str
    trigger: tuple[int, int]
    speaker: int | None


def all_pairs(spans: list[Span]) -> Integers:
    """Every ordered pair of spans of one sentence, and each span with nobody: (P, 3) of sentence, source, target.

    spans: of the whole batch, in order; span n has index n + 1, 0 is nobody.
    """
    by_row: dict[int, list[int]] = {}
    for n, span in enumerate(spans, 1):
        by_row.setdefault(span.row, []).append(n)
    pairs = [(row, i, j) for row, own in by_row.items() for i in [0, *own] for j in [0, *own] if i != j]
    return np.array(pairs or [(0, 0, 0)], np.int64)


def findings(related: Related, pairs: Integers, card: Card, first_of_row: dict[int, int]) -> dict[int, list[Finding]]:
    """What the network finds in each sentence (row) of a batch; pairs as `all_pairs` gives them.

    first_of_row: index of each sentence's first span, so that findings count spans from the sentence's own first.
    """
    found: dict[int, list[Finding]] = {}
    none = card.types.index("none")
    for p, (row, i, j) in enumerate(pairs.tolist()):
        probabilities = related.types[p]
        if not (i or j) or probabilities[none] > 1 - SECOND:
            continue
        first = first_of_row[row]
        for t in _chosen(probabilities, card):
            found.setdefault(row, []).append(Finding(
                i - first if i else None, j - first if j else None, card.types[t], float(probabilities[t]),
                card.modalities[int(related.modality[p, t].argmax())], _mode(related.mode[p], card, card.types[t]),
                _trigger(related.look[p]), _speaker(related.speaker[p], first)))
    return {row: _without_shadows(items) for row, items in found.items()}


def _chosen(probabilities: Array, card: Card) -> list[int]:
    """Types above their threshold; a second one only beside a first, or when both together leave no room for none."""
    order = np.argsort(-probabilities)
    kinds = [int(t) for t in order if card.types[t] != "none"]
    floor = card.thresholds.get(card.types[kinds[0]], FLOOR)
    together = float(probabilities[kinds[0]] + probabilities[kinds[1]])
    if probabilities[kinds[0]] < floor and together < floor + 0.15:
        return []
    return kinds[:1] + [t for t in kinds[1:2] if probabilities[t] >= SECOND]


def _mode(logits: Array, card: Card, kind: str) -> str:
    own = [n for n, (name, _) in enumerate(card.modes) if name == kind]
    return card.modes[max(own, key=lambda n: float(logits[n]))][1] if own else ""


def _trigger(look: Array) -> tuple[int, int]:
    best = int(look.argmax())
    first = last = best
    while first > 1 and look[first - 1] >= LOOK_SHARE * look[best]:
        first -= 1
    while last + 1 < len(look) and look[last + 1] >= LOOK_SHARE * look[best]:
        last += 1
    return first, last


def _speaker(speaker: Array, first: int) -> int | None:
    best = int(speaker.argmax())
    return best - first if best else None


def _without_shadows(items: list[Finding]) -> list[Finding]:
    """Drop "A did it to nobody" beside "A did it to B", and the same for a missing source."""
    whole = [f for f in items if f.source is not None and f.target is not None]
    acting = {(f.source, f.type) for f in whole}
    suffering = {(f.target, f.type) for f in whole}
    return [f for f in items if (f.source is not None and f.target is not None)
            or (f.target is None and (f.source, f.type) not in acting)
            or (f.source is None and (f.target, f.type) not in suffering)]


def groups(items: Iterable[Finding]) -> list[list[Finding]]:
    """Findings of one sentence that are one act: same type, modality and trigger, with a side in common."""
    grouped: list[list[Finding]] = []
    for item in items:
        home = next((g for g in grouped if any(_together(item, other) for other in g)), None)
        if home is None:
            grouped.append([item])
        else:
            home.append(item)
    return grouped


def _together(a: Finding, b: Finding) -> bool:
    if a.type != b.type or a.modality != b.modality:
        return False
    if (a.source, a.target) == (b.target, b.source):
        return True
    meet = a.trigger[0] <= b.trigger[1] and b.trigger[0] <= a.trigger[1]
    sides = {a.source, a.target} & {b.source, b.target} - {None}
    return meet and bool(sides)


def event(group: list[Finding], actors: tuple[Actor, ...], sentence: Sentence, article: Article,
          place: tuple[tuple[tuple[int, int], ...], str]) -> Event:
    """One event from the findings of one act, not dated yet. place: the sentence's token offsets, and the model's name."""
    offsets, model = place
    best = max(group, key=lambda f: f.score)
    ways = {(f.source, f.target) for f in group}
    mutual = any((t, s) in ways for s, t in ways if s is not None and t is not None)
    pairs = sorted({_forward(way) if mutual else way for way in ways}, key=_text_order)
    sources = tuple(dict.fromkeys(s for s, _ in pairs if s is not None))
    targets = tuple(dict.fromkeys(t for _, t in pairs if t is not None))
    start, end = words(best.trigger, offsets, sentence)
    kind = event_types()[best.type]
    own = best.speaker in sources and best.modality != "negated"  # who denies a deed of his own says so himself
    told = best.speaker if best.speaker is not None and not own else None
    spans = [(actors[n].mention.start, actors[n].mention.end) for n in (*sources, -1, *targets) if n >= 0]
    key = f"{article.id}|{best.type}|{best.modality}|{start}-{end}|{spans}|{len(sources)}"
    return Event(
        id=hashlib.sha256(key.encode("utf-8")).hexdigest()[:16], article=article.id, sentence=sentence,
        sources=tuple(actors[n] for n in sources), targets=tuple(actors[n] for n in targets),
        pairs=tuple((sources.index(s) if s is not None else None, targets.index(t) if t is not None else None)
                    for s, t in pairs),
        reciprocal=mutual, type=best.type, mode=best.mode, quad=kind.quad,
        intensity=kind.modes.get(best.mode, kind.intensity), modality=best.modality,
        speaker=actors[told] if told is not None else None, start=start, end=end,
        date=None, confidence=round(best.score, 4), model=model)


def _forward(way: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    """A two-way pair in text order."""
    source, target = way
    if source is None or target is None or source < target:
        return way
    return target, source


def _text_order(way: tuple[int | None, int | None]) -> tuple[int, int]:
    return (-1 if way[0] is None else way[0]), (-1 if way[1] is None else way[1])


def words(trigger: tuple[int, int], offsets: tuple[tuple[int, int], ...], sentence: Sentence) -> tuple[int, int]:
    """The trigger's characters in the article, whole words, without punctuation; the sentence when none is left."""
    first, last = (min(n, len(offsets) - 1) for n in trigger)
    start, end = offsets[first][0], offsets[last][1]
    text = sentence.text
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum() and ord(text[end]) < 0x2E80:
        end += 1
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum() and ord(text[start]) < 0x2E80:
        start -= 1
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (sentence.start + start, sentence.start + end) if start < end else (sentence.start, sentence.end)
