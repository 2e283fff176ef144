"""The network's pass over the sentences of articles: from text to mentions and findings.

A sentence is read alone, so that it always reads the same; what was read lately is not read again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from tokenizers import Encoding

from dragoman.recognize import events as step
from dragoman.recognize.encoder import Network
from dragoman.recognize.lexicon import Lexicon, lexicon
from dragoman.recognize.mentions import Span, covering, spans
from dragoman.recognize.sentences import sentences
from dragoman.recognize.wording import normal
from dragoman.recognize.wordlists import phrases
from dragoman.records import Article, Mention, Sentence

REMEMBERED = 4_096
"""Sentences whose reading is kept, about 10 kB each: the same agency text stands on many sites, whole or in part.

A sentence goes through the network alone. Activations are quantized by the range of a whole call, so with others its
events would depend on its company; one core reads 16 at once only 5 % faster (benchmarks/speed.py)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network found in one sentence. Findings count mentions from 0."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    acts: tuple[tuple[step.Finding, ...], ...]
    """The findings of each act: event types."""
    ties: tuple[step.Finding, ...]
    """Findings of standing relations: `type` is a tie's kind."""
    offsets: tuple[tuple[int, int], ...]
    """The half-open characters of each token in the sentence's text."""


def readings(articles: list[Article], network: Network) -> list[list[Reading]]:
    """For each article its sentences that name an actor, in text order."""
    found: list[list[Reading]] = [[] for _ in articles]
    for own, article in zip(found, articles):
        words = lexicon(article.language)
        for sentence in sentences(article.text, article.language):
            if any(c.isalpha() for c in sentence.text):
                reading = _alone(network, words, (article.language, sentence.text))
                if reading:
                    own.append(_at(sentence, reading))
    return found


@lru_cache(maxsize=REMEMBERED)
def _alone(network: Network, words: Lexicon, sentence: tuple[str, str]) -> Reading | None:
    """The reading of a sentence (language, text) that stands alone; None when it names no actor. words: the lexicon in
    use, which decides with the network."""
    language, text = sentence
    found = list(_read(network, [(language, Sentence(0, len(text), text))], network.tokens([text])))
    return found[0][1] if found else None


def _at(sentence: Sentence, reading: Reading) -> Reading:
    """The reading at the sentence's place in an article."""
    mentions = tuple(replace(m, start=m.start + sentence.start, end=m.end + sentence.start) for m in reading.mentions)
    return replace(reading, sentence=sentence, mentions=mentions)


def _read(network: Network, work: list[tuple[str, Sentence]], tokens: list[Encoding]) -> Iterator[tuple[int, Reading]]:
    """The sentences of one batch that name an actor, each with its index in the batch. work: language, sentence."""
    batch = [sentence for _, sentence in work]
    tagged = network.tag(tokens)
    where = spans(tagged, [s.text for s in batch])
    where = [span for row, (language, sentence) in enumerate(work) for span in _with_names(
        [s for s in where if s.row == row], row, (language, sentence.text), tokens[row].offsets)]
    if not where:
        return
    first_of_row: dict[int, int] = {}
    for n, span in enumerate(where, 1):
        first_of_row.setdefault(span.row, n)
    pairs = step.all_pairs(where)
    related = network.relate(tagged, np.array([(0, 0, 0), *((s.row, s.first, s.last) for s in where)], np.int64), pairs)
    found = step.findings(related, pairs, network.card, first_of_row)
    for row in first_of_row:
        own = [(n, span) for n, span in enumerate(where, 1) if span.row == row]
        mentions = tuple(_mention(batch[row], span, related.sectors[n], network.card.sectors) for n, span in own)
        acts = step.groups(item for item in found.get(row, []) if item.type.isupper())
        yield row, Reading(batch[row], mentions, tuple(tuple(act) for act in acts),
                           tuple(item for item in found.get(row, []) if item.type.islower()),
                           tuple(tokens[row].offsets))


def _with_names(own: list[Span], row: int, text: tuple[str, str], offsets: list[tuple[int, int]]) -> list[Span]:
    """The spans of a sentence, with "both countries" as one more: the network was taught names, and marks such words in
    part or not at all. A known name of which it marked two parts is one."""
    named = [(f.start, f.end) for f in lexicon(text[0]).find(text[1]) if f.entry.kind == "actor"
             and sum(s.start < f.end and f.start < s.end for s in own) > 1]
    for start, end in [*(m.span(1) for m in phrases(text[0], "reference", "both").finditer(normal(text[1]))), *named]:
        meeting = [s for s in own if s.start < end and start < s.end]
        tokens = covering(offsets, start, end)
        if tokens and tokens[1] < len(offsets) - 1 and all(start <= s.start and s.end <= end for s in meeting):
            own = [s for s in own if s not in meeting] + [Span(row, *tokens, start, end)]
    return sorted(own, key=lambda s: s.start)


def _mention(sentence: Sentence, span: Span, sectors: np.ndarray, names: tuple[str, ...]) -> Mention:
    best = int(sectors.argmax())
    return Mention(sentence.start + span.start, sentence.start + span.end, sentence.text[span.start:span.end],
                   names[best], float(sectors[best]))
