"""The corpus keeps its own guide."""

import random
from collections import Counter
from pathlib import Path

import pytest

from dragoman.recognize.lexicon import normal
from training import check
from training.augment import join, noise, pool_of, swap
from training.corpus import MODALITIES, TYPES, CorpusError, corpus_files, held_out, language_of, load, parse_line

LINE = '[1:RUS/GOV|Moscow] asks [2:AZE/GOV|Baku] to talk, [3:RUS/JRN|Tass] said. => 1 REQUEST/meet 2 "asks" by 3; 1 ally 2 hypothetical'


def test_a_line() -> None:
    sentence = parse_line(LINE, "en")
    assert sentence.text == "Moscow asks Baku to talk, Tass said."
    assert [sentence.text[m.start:m.end] for m in sentence.mentions] == ["Moscow", "Baku", "Tass"]
    request, tie = sentence.events
    assert (request.sources, request.type, request.mode, request.targets, request.speaker) == ((1,), "REQUEST", "meet", (2,), 3)
    assert sentence.text[slice(*request.trigger)] == "asks"
    assert (tie.type, tie.modality) == ("ally", "hypothetical")


@pytest.mark.parametrize(("line", "message"), [
    ("no arrow", "no '=>'"), ("[1:RUS/GOV|a] b =>", "nothing after"), ("[1:RUS/XXX|a] => -", "unknown sector"),
    ("[1:QQQ/GOV|a] => -", "unknown country"), ("[1:RUS/GOV|a => -", "unbalanced"),
    ("[1:RUS/GOV|a] => 1 JUMP -", "unknown type"), ("[1:RUS/GOV|a] => 1 AID/jump -", "no mode"),
    ("[1:RUS/GOV|a] => 2 AID -", "no mention 2"), ('[1:RUS/GOV|a] => 1 AID - "zzz"', "does not stand"),
    ("[1:RUS/GOV|a] => - AID -", "neither"), ("[1:RUS/GOV|a] => 1 AID 1", "both sides"),
    ("[1:RUS/GOV|a] => 1 AID - loudly", "unknown word"), ("[1:RUS/GOV|a] [1:RUS/GOV|b] => -", "twice"),
])
def test_faults_are_named(line: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        parse_line(line, "en")


LANGUAGES = sorted({language_of(path) for path in corpus_files()})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_sound_and_broad(language: str) -> None:
    paths = [path for path in corpus_files() if language_of(path) == language]
    sentences = load(paths)
    events = [e for s in sentences for e in s.events]
    assert len(sentences) >= 300
    assert {e.type for e in events} >= set(TYPES)
    assert {e.modality for e in events} == set(MODALITIES)
    assert 0.12 <= sum(not s.events for s in sentences) / len(sentences) <= 0.35
    assert not check.near_duplicates([(f"{language}:{n}", s) for n, s in enumerate(sentences)])


def test_no_run_of_words_stands_in_the_benchmark(benchmark: Path) -> None:
    shingles = check.benchmark_shingles()
    assert shingles
    english = [s for s in load(corpus_files()) if s.language == "en"]
    assert not [s.text for s in english if check.shingles(s.text) & shingles]


def test_there_is_enough_of_every_language() -> None:
    counts = Counter(language_of(p) for p in corpus_files() for _ in load([p]))
    assert counts["en"] >= 3000
    assert counts.total() >= 10_000
    assert len(counts) >= 22


def test_a_tenth_is_held_out() -> None:
    sentences = load(corpus_files())
    share = sum(held_out(s) for s in sentences) / len(sentences)
    assert 0.08 < share < 0.12


def test_swapping_moves_the_marks() -> None:
    sentences = load(corpus_files()[:3])
    pool, generator = pool_of(sentences), random.Random(1)
    changed = [noise(swap(s, pool, generator), generator) for s in sentences]
    assert any(a.text != b.text for a, b in zip(sentences, changed))
    for before, after in zip(sentences, changed):
        assert [m.sector for m in before.mentions] == [m.sector for m in after.mentions]
        for old, new in zip(before.events, after.events):
            if old.trigger and before.text[slice(*old.trigger)].isalpha():
                inside = any(m.start < old.trigger[1] and old.trigger[0] < m.end for m in before.mentions)
                assert inside or normal(before.text[slice(*old.trigger)]) == normal(after.text[slice(*new.trigger)])


def test_joining_keeps_both_sentences_apart() -> None:
    first = parse_line("[1:FRA/GOV|Paris] thanked [2:GHA/GOV|Accra]. => 1 SUPPORT 2 \"thanked\"", "en")
    second = parse_line("[1:PER/COP|Police] beat [2:PER/AGR|farmers], [3:PER/MED|a nurse] said. => 1 ASSAULT 2 \"beat\" by 3", "en")
    both = join(first, second, random.Random(1))
    assert [both.text[m.start:m.end] for m in both.mentions] == ["Paris", "Accra", "Police", "farmers", "a nurse"]
    event = both.events[1]
    assert (event.sources, event.targets, event.speaker, both.text[slice(*event.trigger)]) == ((3,), (4,), 5, "beat")
