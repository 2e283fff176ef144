"""Mentions are whole words, without the punctuation and the small words that cling to them."""

import pytest

from dragoman.recognize.mentions import _whole_words, covering


@pytest.mark.parametrize(("text", "piece", "whole"), [
    ("Azerbaycanın ordusu", "baycan", "Azerbaycanın"),
    ("طائرات تركية", "ية", "تركية"),
    ("دعت وإيران", "إيران", "إيران"),
    ("في أنقرة", "نقر", "أنقرة"),
    ("אמר לישראל", "ישרא", "ישראל"),
    ("भारतीय सेना", "भार", "भारतीय"),
    ("美国要求", "美国", "美国"),
])
def test_whole_words(text: str, piece: str, whole: str) -> None:
    at = text.index(piece)
    start, end = _whole_words(text, at, at + len(piece))
    assert text[start:end] == whole


def test_tokens_that_cover_characters() -> None:
    offsets = [(0, 0), (0, 3), (3, 6), (6, 9), (0, 0)]
    assert covering(offsets, 2, 5) == (1, 2)
    assert covering(offsets, 9, 12) is None
