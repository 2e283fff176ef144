"""Our scorers give the published scorers' figures, and the shipped model keeps its floors."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import events, fold, relations
from dragoman.recognize.encoder import network
from tests.conftest import SHARED
from training.evaluate import write_gold

FLOORS = json.loads((Path(__file__).parent.parent.parent / "benchmarks" / "floors.json").read_text("utf-8"))


@pytest.mark.parametrize(("kind", "modality", "folded"), [
    ("AID", "future", "AGREE"), ("RETREAT", "asserted", "YIELD"), ("ASSAULT", "future", "THREATEN"),
    ("ACCUSE", "future", "ACCUSE"), ("CONSULT", "negated", "REJECT"), ("ASSAULT", "negated", "YIELD"),
    ("ACCUSE", "negated", "AGREE"), ("COOPERATE", "negated", "SANCTION"), ("MOBILIZE", "hypothetical", "THREATEN"),
])
def test_folding(kind: str, modality: str, folded: str) -> None:
    assert fold.fold(kind, modality) == folded


def test_relation_scores_are_the_scorer_s(benchmark: Path, tmp_path: Path) -> None:
    gold = [r.gold for r in relations.rows(benchmark)]
    generator = random.Random(1)
    given = [g if generator.random() < 0.7 else generator.choice(gold) for g in gold]
    (tmp_path / "given.txt").write_text("\n".join(given))
    scorer = SHARED / "tools" / "score_relations.py"
    done = subprocess.run([sys.executable, scorer, benchmark, tmp_path / "given.txt"], capture_output=True, check=True)
    assert json.loads(done.stdout) == relations.score(gold, given)


def test_event_scores_are_the_scorer_s(tmp_path: Path) -> None:
    scorer = SHARED / "tools" / "score_events.py"
    if not scorer.exists():
        pytest.skip("the scorer is not at hand")
    generator = random.Random(2)

    def some(n: int) -> list[dict]:
        return [{"id": str(n), "source": generator.choice([None, {"country": "RUS", "sector": "GOV"}]),
                 "target": {"country": generator.choice(["AZE", "ARM"]), "sector": generator.choice(["GOV", "CVL"])},
                 "type": generator.choice(["REQUEST", "ASSAULT"]), "modality": generator.choice(["asserted", "future"]),
                 "direction_free": generator.random() < 0.3} for _ in range(generator.randrange(3))]

    texts = [{"id": str(n), "language": "en", "text": "x", "events": some(n)} for n in range(200)]
    coded = {str(n): some(n) for n in range(200)}
    (tmp_path / "gold").write_text("\n".join(map(json.dumps, texts)))
    (tmp_path / "coded").write_text("\n".join(json.dumps(e) for own in coded.values() for e in own))
    done = subprocess.run([sys.executable, scorer, tmp_path / "gold", tmp_path / "coded"], capture_output=True, check=True)
    assert json.loads(done.stdout) == events.score(texts, coded)


def test_relations_keep_their_floor(benchmark: Path) -> None:
    items = relations.rows(benchmark)
    figures = relations.score([r.gold for r in items], relations.predict(items, network(None, 2)))
    assert figures["root_macro_f1"] >= FLOORS["relations"]["root_macro_f1"]
    assert figures["quad_macro_f1"] >= FLOORS["relations"]["quad_macro_f1"]


def test_events_keep_their_floor(tmp_path: Path) -> None:
    gold = tmp_path / "heldout.jsonl"
    write_gold(gold)
    texts = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    figures = events.score(texts, events.coded_events(gold))
    assert figures["f1"] >= FLOORS["events"]["f1"]
    assert figures["modality_right"] >= FLOORS["events"]["modality_right"]
