"""Check corpus files against GUIDE.md: `python -m training.check FILE…`.

Lists lines that do not parse, near-duplicates, sentences of the development benchmark, and
what the file lacks (types, modalities, lengths, share of lines without or with several events).
Exit code 1 when a line is broken or doubled.
"""

import csv
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from training.corpus import MODALITIES, TYPES, CorpusError, MarkedSentence, language_of, lines, parse_line

BENCHMARK = Path(__file__).parent.parent.parent / "shared" / "dev" / "plv_dev.tsv"
NEAR_DUPLICATE = 0.6
"""Share of common word pairs above which two sentences count as one. Chosen by reading: at 0.6 the
pairs listed were the same frame with other names."""


def skeleton(sentence: MarkedSentence) -> frozenset[str]:
    """Word (or, for unspaced scripts, character) bigrams with the mentions left out."""
    text, cut = sentence.text, ""
    position = 0
    for mention in sorted(sentence.mentions, key=lambda m: m.start):
        cut += text[position:mention.start] + " _ "
        position = mention.end
    cut += text[position:]
    words = re.findall(r"\w+", cut.lower())
    if sentence.language == "zh":
        words = list("".join(words))
    return frozenset(f"{a} {b}" for a, b in pairwise(words))


def near_duplicates(sentences: list[tuple[str, MarkedSentence]]) -> list[str]:
    """Pairs of places whose sentences share most of their word pairs."""
    by_pair: dict[str, list[int]] = {}
    shapes = [skeleton(s) for _, s in sentences]
    found = []
    for index, shape in enumerate(shapes):
        common: Counter[int] = Counter()
        for pair in shape:
            for other in by_pair.setdefault(pair, []):
                common[other] += 1
            by_pair[pair].append(index)
        for other, shared in common.items():
            union = len(shape) + len(shapes[other]) - shared
            if len(shape) > 3 and shared / union > NEAR_DUPLICATE:
                found.append(f"{sentences[index][0]}: nearly the same as {sentences[other][0]}")
    return found


def benchmark_shingles() -> frozenset[str]:
    """Runs of seven words of the development benchmark, empty where it is not at hand."""
    if not BENCHMARK.exists():
        return frozenset()
    with BENCHMARK.open(newline="", encoding="utf-8") as file:
        texts = [row["sentence"] for row in csv.DictReader(file, delimiter="\t")]
    return frozenset(run for text in texts for run in shingles(text))


def shingles(text: str, size: int = 7) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i:i + size]) for i in range(len(words) - size + 1)}


def summary(name: str, sentences: list[MarkedSentence]) -> list[str]:
    """What the file holds and lacks, for a person to read."""
    total = len(sentences)
    events = [event for s in sentences for event in s.events]
    types = Counter(e.type for e in events)
    modalities = Counter(e.modality for e in events)
    lengths = [len(s.text.split()) for s in sentences]
    none = sum(not s.events for s in sentences)
    several = sum(len(s.events) > 1 for s in sentences)
    report = [
        f"{name}: {total} sentences, {len(events)} events; none {none / total:.0%} (want 20 %), "
        f"several {several / total:.0%} (want 33 %); words {min(lengths)}–{max(lengths)}, mean {sum(lengths) / total:.1f}",
        "  types " + " ".join(f"{t}:{types[t]}" for t in TYPES) + " | ties "
        + " ".join(f"{t}:{n}" for t, n in types.items() if t not in TYPES),
        "  modality " + " ".join(f"{m}:{modalities[m]}" for m in MODALITIES)
        + f" | speaker {sum(e.speaker is not None for e in events)} trigger {sum(e.trigger is not None for e in events)}"
        f" recip {sum(e.reciprocal for e in events)} mode {sum(bool(e.mode) for e in events)}",
    ]
    missing = [t for t in TYPES if not types[t]] + [m for m in MODALITIES if not modalities[m]]
    return report + ([f"  missing: {' '.join(missing)}"] if missing else [])


def main(paths: list[Path]) -> int:
    wrong, everything = [], []
    benchmark = benchmark_shingles()
    for path in paths:
        sentences = []
        for number, line in lines(path):
            place = f"{path}:{number}"
            try:
                sentence = parse_line(line, language_of(path))
            except CorpusError as error:
                wrong.append(f"{place}: {error}")
                continue
            if shingles(sentence.text) & benchmark:
                wrong.append(f"{place}: seven words in a row stand in the development benchmark; write another")
            sentences.append(sentence)
            everything.append((place, sentence))
        if sentences:
            print("\n".join(summary(path.name, sentences)))
    wrong += near_duplicates(everything)
    print("\n".join(wrong) if wrong else "no faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main([Path(p) for p in sys.argv[1:]]))
