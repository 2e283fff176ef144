"""Calibrate a run on the held-out tenth: `python -m training.calibrate --start FOLDER --run NAME`.

Writes `calibration.json` beside the run's weights: the temperature that the types' logits are divided by (least negative
log-likelihood of the held-out pairs), and for each type the probability from which a pair has it: the best F1, drawn
towards the best common threshold where the type is rare, or 0.5 for all where that is hardly worse. Prints what one
half of the tenth's figures are worth on the other.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from training.batches import collate, encode
from training.corpus import corpus_files, held_out, load
from training.labels import EVENT_LABELS
from training.network import Network
from training.train import RUNS, load_run

GRID = [n / 40 for n in range(10, 33)]
"""Thresholds tried: 0.25 to 0.8."""
WORTH = 0.04
"""Sum of the gains in F1 on the two halves from which thresholds by type are kept: n2's gave little, at the price of a
third more false alarms end to end (40 texts of 288 against 30), and no F1 there (0.445 against 0.446)."""
PRIOR = 30
"""Pairs' worth of trust in the common threshold, against a type's own held-out pairs."""


@dataclass(frozen=True)
class Pairs:
    """Held-out pairs: logits (P, 25), gold (P, 25) soft, half (P,) 0 or 1 by the sentence's place in the corpus."""

    logits: Tensor
    gold: Tensor
    half: Tensor

    def of(self, half: int) -> "Pairs":
        rows = self.half == half
        return Pairs(self.logits[rows], self.gold[rows], self.half[rows])


@torch.no_grad()
def held_pairs(network: Network, tokenizer: Tokenizer) -> Pairs:
    """All pairs of the held-out tenth with the mentions given."""
    network.eval()
    pad = tokenizer.token_to_id("<pad>")
    items = encode(tokenizer, [s for s in load(corpus_files()) if held_out(s)])
    logits, gold, half = [], [], []
    for n in range(0, len(items), 16):
        batch = collate(items[n:n + 16], pad)
        hidden, _ = network.encoder(batch.ids, batch.mask)
        logits.append(network.heads(hidden, batch.mask, batch.spans, batch.pairs)[1])
        gold.append(batch.types)
        half.append((batch.pairs[:, 0] + n) % 2)
    return Pairs(torch.cat(logits), torch.cat(gold), torch.cat(half))


def temperature(pairs: Pairs) -> float:
    """The divisor of the logits with the least negative log-likelihood, of 0.8 to 3 in steps of 0.05."""
    def loss(by: float) -> float:
        return float(-(F.log_softmax(pairs.logits / by, -1) * pairs.gold).sum(-1).mean())

    return min((n / 20 for n in range(16, 61)), key=loss)


def thresholds(pairs: Pairs, by: float) -> dict[str, float]:
    """For each type the threshold with the best F1 on its own pairs and PRIOR pairs of the common curve."""
    best, score = (pairs.logits / by).softmax(-1)[:, 1:].max(-1)
    right = pairs.gold[torch.arange(len(best)), score + 1] > 0
    common = torch.tensor([_f1(best, right, pairs.gold[:, 1:] > 0, at) for at in GRID])
    found = {}
    for n, name in enumerate(EVENT_LABELS[1:]):
        own = score == n
        curve = torch.tensor([_f1(best[own], right[own], pairs.gold[:, n + 1:n + 2] > 0, at) for at in GRID])
        weight = float(own.sum()) / (float(own.sum()) + PRIOR)
        found[name] = GRID[int((weight * curve + (1 - weight) * common).argmax())]
    return found


def _f1(best: Tensor, right: Tensor, wanted: Tensor, at: float) -> float:
    taken = best >= at
    return float(2 * (right & taken).sum() / (taken.sum() + wanted.sum()).clamp(min=1))


def f1(pairs: Pairs, by: float, floors: dict[str, float]) -> float:
    """F1 over all types when each has its own threshold."""
    best, label = (pairs.logits / by).softmax(-1)[:, 1:].max(-1)
    taken = best >= torch.tensor([floors[name] for name in EVENT_LABELS[1:]])[label]
    right = (pairs.gold[torch.arange(len(best)), label + 1] > 0) & taken
    return float(2 * right.sum() / (taken.sum() + (pairs.gold[:, 1:] > 0).sum()).clamp(min=1))


def reliability(pairs: Pairs, by: float) -> list[tuple[float, float, int]]:
    """For each tenth of confidence: its mean, the share that is right, the number of pairs (those with a best type)."""
    best, label = (pairs.logits / by).softmax(-1)[:, 1:].max(-1)
    right = (pairs.gold[torch.arange(len(best)), label + 1] > 0).float()
    rows = []
    for low in range(2, 10):
        own = (best >= low / 10) & (best < (low + 1) / 10 + (low == 9))
        if own.any():
            rows.append((round(float(best[own].mean()), 3), round(float(right[own].mean()), 3), int(own.sum())))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True, help="folder with the start weights")
    parser.add_argument("--run", required=True, help="name of the folder under training/runs")
    given = parser.parse_args()
    run = RUNS / given.run
    network, _ = load_run(given.start, run)
    pairs = held_pairs(network, Tokenizer.from_file(str(run / "tokenizer.json")))
    gain = 0.0
    for a, b in ((0, 1), (1, 0)):
        by = temperature(pairs.of(a))
        flat = dict.fromkeys(EVENT_LABELS, 0.5)
        fitted, plain = f1(pairs.of(b), by, thresholds(pairs.of(a), by)), f1(pairs.of(b), by, flat)
        gain += fitted - plain
        print(f"fitted on half {a}, read on half {b}: temperature {by}, F1 {fitted:.4f}; with 0.5 for all {plain:.4f}")
    by = temperature(pairs)
    floors = thresholds(pairs, by) if gain > WORTH else dict.fromkeys(EVENT_LABELS[1:], 0.5)
    made = {"temperature": by, "thresholds": floors, "reliability": reliability(pairs, by)}
    (run / "calibration.json").write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    print(json.dumps(made))


if __name__ == "__main__":
    main()
