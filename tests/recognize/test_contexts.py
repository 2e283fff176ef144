"""Contexts by words in every language; a text about none has none."""

from benchmarks.contexts import score
from dragoman.knowledge.load import contexts as table
from dragoman.knowledge.load import languages
from dragoman.recognize.contexts import contexts
from tests.conftest import made


def test_sentences_of_all_languages() -> None:
    figures, misses = score()
    assert figures["precision"] >= 0.95, misses
    assert figures["recall"] >= 0.95, misses
    assert set(figures["recall_by_language"]) == set(languages())


def test_every_context_has_words_in_every_language() -> None:
    assert len(table()) == 37
    assert all(set(rows) == set(languages()) and all(rows.values()) for rows in table().values())


def test_a_long_text_needs_more_than_one_word() -> None:
    filler = " ".join(["The mayor opened a new road and thanked the builders."] * 12)
    assert contexts(made(f"{filler} A court is nearby.", "clean", language="en")) == ()
    assert contexts(made(f"{filler} The court heard the prosecutor.", "clean", language="en")) == ("legal",)


def test_the_headline_counts_twice() -> None:
    filler = " ".join(["The mayor opened a new road and thanked the builders."] * 12)
    assert contexts(made(filler, "clean", language="en", headline="Cholera in the north")) == ("health",)
