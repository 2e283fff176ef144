"""An article with the network's readings and the actors behind their mentions: what the later parts look at."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from dragoman.recognize.actors import background, resolve
from dragoman.recognize.quotes import Quote, quotes
from dragoman.recognize.reading import Reading
from dragoman.recognize.wording import normal
from dragoman.recognize.wordlists import phrases
from dragoman.records import Actor, Article

STOP = re.compile(r"[.!?…]+(?=[\s“”\"«»„]|$)|[。！？।۔؟։]|\n+")
ARMENIAN = re.compile(r"[!?…]+(?=[\s“”\"«»„]|$)|[։:](?=\s|$)|\n+")
"""In Armenian a point is a semicolon or a colon."""
ABBREVIATION = re.compile(r"(?:^|[\s(“\"«„])(?:[^\W\d_]{1,2}|\d{1,2}|Mrs|Gen|Sen|Gov|Col|Prof|Rep|Capt|Sgt|Hon|bzw|Abg|"
                          r"prof|gen|[\w.]*\.\w{1,2})$")
"""What stands before a stop that ends no sentence: "Mr", "U.S", "3" (March), an initial."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of an article once its sentences are read."""

    article: Article
    readings: tuple[Reading, ...]
    casts: tuple[tuple[Actor, ...], ...]
    """The actors of each reading's mentions."""
    folded: str
    """The article's text as phrases are looked for in; character for character."""
    quotes: tuple[Quote, ...]
    stops: tuple[int, ...]
    """Offsets after the sentences that end outside of quotations."""
    actors: tuple[Actor, ...]
    """All actors in text order."""
    starts: tuple[int, ...]
    """Where each actor's mention starts."""

    def within(self, start: int, end: int) -> list[Actor]:
        """The actors named within the half-open characters, in text order."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [a for a in self.actors[first:last] if a.mention.end <= end]

    def quoted(self, at: int) -> Quote | None:
        """The quotation around a character."""
        n = bisect_right(self.quotes, at, key=lambda q: q.opened) - 1
        return self.quotes[n] if n >= 0 and at < self.quotes[n].closed else None

    def clauses(self, n: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """The half-open clauses before and after quotation `n`, within its sentence and up to the next quotation."""
        quote = self.quotes[n]
        before = self.stops[bisect_right(self.stops, quote.opened) - 1] if bisect_right(self.stops, quote.opened) else 0
        if n:
            before = max(before, self.quotes[n - 1].closed)
        at = bisect_left(self.stops, quote.closed)
        after = self.stops[at] if at < len(self.stops) else len(self.folded)
        if n + 1 < len(self.quotes):
            after = min(after, self.quotes[n + 1].opened)
        return (before, quote.opened), (quote.closed, after)


def scene(article: Article, readings: list[Reading]) -> Scene:
    """Resolve the actors of all sentences and find the article's quotations."""
    around = background(article)
    folded = normal(article.text)
    both = [m.span(1) for m in phrases(article.language, "reference", "both").finditer(folded)]
    casts = tuple(tuple(_unborrowed(a, both) for a in resolve(r.mentions, r.sentence, article, around)) for r in readings)
    found = quotes(article.text)
    actors = tuple(a for cast in casts for a in cast)
    return Scene(article, tuple(readings), casts, folded, found, _stops(article, found), actors,
                 tuple(a.mention.start for a in actors))


def _unborrowed(actor: Actor, both: list[tuple[int, int]]) -> Actor:
    """"Both countries" and their officials have no single country; see `references`."""
    if not both or (actor.country and actor.score >= 1):
        return actor
    at = bisect_right(both, (actor.mention.end, 0)) - 1
    if at < 0 or both[at][1] <= actor.mention.start:
        return actor
    return replace(actor, country="", how="reference", score=0.0)


def _stops(article: Article, found: tuple[Quote, ...]) -> tuple[int, ...]:
    text, stop = article.text, ARMENIAN if article.language == "hy" else STOP
    opened = [q.opened for q in found]
    ends = []
    for match in stop.finditer(text):
        n = bisect_right(opened, match.start()) - 1
        inside = n >= 0 and match.start() < found[n].closed - found[n].whole
        if not inside and not (match[0] == "." and ABBREVIATION.search(text[max(0, match.start() - 12):match.start()])):
            ends.append(match.end())
    return tuple(ends)
