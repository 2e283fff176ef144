"""The shipped model is what its card says, and a broken folder is named."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import ModelError
from dragoman.knowledge.load import event_types, sectors
from dragoman.recognize.encoder import network, newest, read_card
from dragoman.recognize.events import all_pairs
from dragoman.recognize.mentions import spans


def test_the_card_names_the_codebook() -> None:
    card = read_card(newest())
    assert [t for t in card.types if t.isupper()] == list(event_types())
    assert set(card.sectors) == set(sectors())
    assert len([m for m in card.modes if m[1]]) == 67


def test_the_model_is_small() -> None:
    assert sum(p.stat().st_size for p in newest().iterdir()) <= 60e6


def test_shapes() -> None:
    loaded = network()
    texts = ["Russia asked Turkey to wait."]
    tagged = loaded.tag(loaded.tokens(texts))
    found = spans(tagged, texts)
    assert [texts[s.row][s.start:s.end] for s in found] == ["Russia", "Turkey"]
    pairs = all_pairs(found)
    related = loaded.relate(tagged, np.array([(0, 0, 0), *((s.row, s.first, s.last) for s in found)]), pairs)
    assert related.types.shape == (len(pairs), 25)
    assert related.modality.shape == (len(pairs), 25, 4)
    assert np.allclose(related.types.sum(-1), 1, atol=1e-3)


def test_a_sentence_is_read_the_same_alone_and_in_a_batch() -> None:
    loaded = network()
    short, long = "Russia asked Turkey to wait.", "The prime minister of Chad met the king of Jordan in Amman on Monday to talk about water."
    alone, together = (loaded.tag(loaded.tokens(t)) for t in ([short], [short, long]))
    size = alone.tags.shape[1]
    assert np.array_equal(alone.tags[0].argmax(-1), together.tags[0, :size].argmax(-1))


@pytest.mark.parametrize(("break_it", "message"), [
    (lambda p: (p / "card.toml").unlink(), "no card.toml"),
    (lambda p: (p / "heads.onnx").unlink(), "heads.onnx is missing"),
    (lambda p: (p / "heads.onnx").write_bytes(b"x"), "is not the file its card names"),
])
def test_a_broken_model_is_named(tmp_path: Path, break_it: object, message: str) -> None:
    for path in newest().iterdir():
        (tmp_path / path.name).hardlink_to(path) if path.stat().st_dev == tmp_path.stat().st_dev else \
            (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "heads.onnx").unlink()
    (tmp_path / "heads.onnx").write_bytes((newest() / "heads.onnx").read_bytes())
    break_it(tmp_path)  # type: ignore[operator]
    with pytest.raises(ModelError, match=message):
        read_card(tmp_path)
