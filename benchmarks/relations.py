"""Type the relation of a given source and target: `python -m benchmarks.relations FILE.tsv`.

FILE has the columns marked_sentence (with <s>source</s> and <t>target</t>; a side that is not marked is nobody)
and gold_root, one of 15 types. The best type is given for each pair, never none; modality is folded in (fold.py).
Prints one JSON object: macro-F1 over types and over quad classes, accuracy, the most frequent confusions.
`--errors N` lists N wrong rows too, to read.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.fold import fold_table, quads
from dragoman.recognize.encoder import Network, network
from dragoman.recognize.mentions import covering


@dataclass(frozen=True)
class Row:
    """A sentence with the half-open characters of source and target (None: not marked)."""

    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    gold: str


def rows(path: Path) -> list[Row]:
    """The rows of the file; of an actor marked twice the first place counts."""
    with path.open(newline="", encoding="utf-8") as file:
        return [_row(r["marked_sentence"], r["gold_root"]) for r in csv.DictReader(file, delimiter="\t")]


def _row(marked: str, gold: str) -> Row:
    text = ""
    places: dict[str, int] = {}
    for part in re.split(r"(</?[st]>)", marked):
        if re.fullmatch(r"</?[st]>", part):
            places.setdefault(part, len(text))
        else:
            text += part
    sides = [(places[f"<{s}>"], places[f"</{s}>"]) if f"<{s}>" in places else None for s in "st"]
    return Row(text, sides[0], sides[1], gold)


def predict(items: Sequence[Row], loaded: Network) -> list[str]:
    """The folded type of each row."""
    folded = list(quads())
    kinds = [n for n, name in enumerate(loaded.card.types) if name.isupper()]
    table = fold_table([loaded.card.types[n] for n in kinds], list(loaded.card.modalities), folded)
    found: list[str] = []
    for row in items:
        tagged = loaded.tag(loaded.tokens([row.text]))
        spans, pair = [(0, 0, 0)], [0]
        for side in (row.source, row.target):
            tokens = covering(tagged.tokens[0].offsets, *side) if side else None
            if tokens:
                spans.append((0, *tokens))
            pair.append(len(spans) - 1 if tokens else 0)
        related = loaded.relate(tagged, np.array(spans, np.int64), np.array([pair], np.int64))
        types = related.types[:, kinds] / related.types[:, kinds].sum(-1, keepdims=True)
        best = np.einsum("pt,ptm,tmf->pf", types, related.modality[:, kinds], table).argmax(-1)
        found += [folded[n] for n in best]
    return found


def macro_f1(gold: Sequence[str], given: Sequence[str]) -> float:
    """Mean over gold's classes of the F1 of each."""
    scores = []
    for label in set(gold):
        hit = sum(g == p == label for g, p in zip(gold, given))
        scores.append(2 * hit / (gold.count(label) + given.count(label)))
    return sum(scores) / len(scores)


def score(gold: list[str], given: list[str]) -> dict[str, object]:
    """The figures of score_relations.py."""
    quad = quads()
    wrong = Counter((g, p) for g, p in zip(gold, given) if g != p)
    return {
        "rows": len(gold), "root_macro_f1": round(macro_f1(gold, given), 4),
        "root_accuracy": round(sum(g == p for g, p in zip(gold, given)) / len(gold), 4),
        "quad_macro_f1": round(macro_f1([quad[g] for g in gold], [quad[p] for p in given]), 4),
        "most_confused": [f"{g}>{p} {n}" for (g, p), n in wrong.most_common(10)],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--model", type=Path, default=None)
    given = parser.parse_args()
    if not given.file.exists():
        sys.exit(f"{given.file}: no such file")
    items = rows(given.file)
    found = predict(items, network(given.model, 2))
    for row, kind in [(r, k) for r, k in zip(items, found) if r.gold != k][:given.errors]:
        print(f"{row.gold}>{kind}\t{row.text}")
    print(json.dumps(score([r.gold for r in items], found)))


if __name__ == "__main__":
    main()
