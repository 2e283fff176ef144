"""Score a model on the held-out tenth of the corpus, end to end: `python -m training.evaluate [--model FOLDER]`.

Writes the held-out sentences as a gold file (`--gold FILE` keeps it) and runs benchmarks.events on it.
"""

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks.events import attributed, by_language, coded_events, score
from training.corpus import MarkedEvent, MarkedSentence, corpus_files, held_out, load


def gold_line(number: int, sentence: MarkedSentence) -> str:
    """A sentence as a gold line of benchmarks.events: one event a pair, ties left out."""
    actors = {m.id: {"country": m.country, "sector": m.sector} for m in sentence.mentions}
    events = []
    for event in sentence.events:
        if event.type.isupper():
            events += [_gold(event, actors.get(s), actors.get(t), actors.get(event.speaker or 0))
                       for s in event.sources or (0,) for t in event.targets or (0,)]
    return json.dumps({"id": f"{sentence.language}-{number}", "language": sentence.language, "published": None,
                       "text": sentence.text, "events": events}, ensure_ascii=False)


def _gold(event: MarkedEvent, source: dict[str, str] | None, target: dict[str, str] | None,
          speaker: dict[str, str] | None) -> dict[str, object]:
    return {"source": source, "type": event.type, "target": target, "modality": event.modality, "speaker": speaker,
            "direction_free": event.reciprocal}


def write_gold(path: Path) -> None:
    held = [s for s in load(corpus_files()) if held_out(s)]
    path.write_text("\n".join(gold_line(n, s) for n, s in enumerate(held)) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=None, help="default: the newest in the package")
    parser.add_argument("--gold", type=Path, default=None, help="keep the gold file here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        gold = given.gold or Path(folder) / "heldout.jsonl"
        write_gold(gold)
        texts = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
        coded = coded_events(gold, given.model)
    print(json.dumps({"all": {**score(texts, coded), **attributed(texts, coded)}}))
    for language, figures in by_language(texts, coded).items():
        print(language, json.dumps(figures))


if __name__ == "__main__":
    main()
