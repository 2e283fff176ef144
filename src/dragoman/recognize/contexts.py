"""Which of PLOVER's 37 contexts an article treats, by words and stems of `knowledge/contexts.toml`."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache

from dragoman.knowledge.load import contexts as table
from dragoman.recognize.lexicon import PREFIXES, UNSPACED
from dragoman.recognize.wording import normal, words
from dragoman.records import Article, Event

READ = 8_000
"""Characters of an article that are looked at."""
OFTEN, SHORT = 2, 80
"""Words of a context from which an article treats it; in the headline one counts twice, and a text of fewer words than
the second needs but one."""
LEAST = 2
"""Letters of the shortest stem."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """The further words of a phrase, each with whether any ending fits, and the contexts it speaks for."""

    first_open: bool
    rest: tuple[tuple[str, bool], ...]
    context: str


def contexts(article: Article) -> tuple[str, ...]:
    """The contexts of an article, in the codebook's order."""
    text = article.text[:READ]
    counts: dict[str, int] = defaultdict(int)
    head = len(article.headline) if text.startswith(article.headline) else 0
    for context, start in _found(text, article.language):
        counts[context] += 2 if start < head else 1
    few = len(words(text)) < SHORT if article.language not in UNSPACED else len(text) < 2 * SHORT
    return tuple(name for name in table() if counts.get(name, 0) >= (1 if few else OFTEN))


def treating(events: tuple[Event, ...], article: Article) -> tuple[Event, ...]:
    """The events with the contexts of their article."""
    about = contexts(article) if events else ()
    return tuple(replace(event, contexts=about) for event in events) if about else events


def _found(text: str, language: str) -> set[tuple[str, int]]:
    """(context, where it starts) of all words and phrases; of one word once for a context."""
    if language in UNSPACED:
        pattern, names = _plain(language)
        return {(name, m.start()) for m in pattern.finditer(normal(text)) for name in names[m[0]]}
    index, spoken = _index(language), words(text)
    forms = [word for word, _, _ in spoken]
    return {(entry.context, spoken[n][1]) for n, word in enumerate(forms) for form in _forms(word, language)
            for entry in _starting(form, index) if _goes_on(entry, forms, n + 1)}


def _forms(word: str, language: str) -> list[str]:
    """A word, and without what its language writes together with it."""
    return [word, *(word[len(p):] for p in PREFIXES.get(language, ()) if word.startswith(p) and len(word) > len(p) + 2)]


def _starting(word: str, index: dict[str, list[_Entry]]) -> list[_Entry]:
    found = list(index.get(word, ()))
    return found + [e for k in range(LEAST, len(word)) for e in index.get(word[:k], ()) if e.first_open]


def _goes_on(entry: _Entry, forms: list[str], n: int) -> bool:
    ahead = forms[n:n + len(entry.rest)]
    return len(ahead) == len(entry.rest) and all(
        word.startswith(want) if any_end else word == want for word, (want, any_end) in zip(ahead, entry.rest))


@cache
def _index(language: str) -> dict[str, list[_Entry]]:
    """Entries by their first word or stem."""
    index: dict[str, list[_Entry]] = {}
    for context, by_language in table().items():
        for phrase in by_language.get(language, ()):
            parts = [(word, part.endswith("*") and last) for part in phrase.split()
                     for spoken in [words(part.rstrip("*"))] for n, (word, _, _) in enumerate(spoken)
                     for last in [n == len(spoken) - 1]]
            if parts:
                index.setdefault(parts[0][0], []).append(_Entry(parts[0][1], tuple(parts[1:]), context))
    return index


@cache
def _plain(language: str) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    names: dict[str, list[str]] = {}
    for context, by_language in table().items():
        for phrase in by_language.get(language, ()):
            names.setdefault(normal(phrase), []).append(context)
    ordered = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)"), names
