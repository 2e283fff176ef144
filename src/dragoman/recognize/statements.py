"""Who said what: quotations with their speakers, and reported speech.

A quotation is a statement when somebody is said to say it: a word of saying in its clause (before, inside or after), a
colon behind a name, or a statement just before it in the same paragraph. Names in quotation marks, titles of works and
single words that the paper keeps at a distance are none.
"""

import hashlib
from bisect import bisect_left
from dataclasses import dataclass, replace

from dragoman.recognize.quotes import Quote, insets, parts
from dragoman.recognize.reported import reported
from dragoman.recognize.scene import Scene
from dragoman.recognize.speech import Attribution, Saying, attribution, sayings
from dragoman.recognize.wordlists import phrases, size
from dragoman.records import Actor, Event, Statement

SHORT = 4
"""Words from which a part of a sentence in quotation marks counts as words said."""
TITLE = 8
"""Words up to which a quotation behind "the film" or written in capitals is a name."""
ALONE = 5
"""Words of the next sentence in which the word of saying must come: "Enough!" the minister said."""
FULL, PART, CARRIED, OPEN = 0.9, 0.7, 0.7, 0.5
"""Confidence of a whole sentence quoted, of part of one, of one whose speaker is carried over, of one never closed: an
order, not shares; benchmarks/statements.py has too few of the last three to measure."""
CLAUSE_ENDS = ".,!?…。，！？؟।۔،։"
BACK = 300
"""Characters back to the sentence whose first actor is "he"."""
DASHES = "–—-―"


@dataclass(frozen=True, slots=True)
class _Said:
    quote: Quote
    attribution: Attribution
    confidence: float


def statements(scene: Scene) -> tuple[Statement, ...]:
    """All statements of an article in text order; none overlaps another."""
    said: list[_Said] = []
    for n in range(len(scene.quotes)):
        inside = _inset(scene, scene.quotes[n])
        one = None if inside else _direct(scene, n, said[-1] if said else None)
        said += inside or ([one] if one else [])
    found = [_statement(scene, s) for s in said]
    found += [s for s in reported(scene) if not any(s.start < d.end and d.start < s.end for d in found)]
    return tuple(sorted(found, key=lambda s: s.start))


def told(scene: Scene, events: tuple[Event, ...], said: tuple[Statement, ...]) -> tuple[Event, ...]:
    """The events with their speakers: whom the network named, else who makes the statement that they stand in, else who
    denies them."""
    return tuple(_at_home(_told(scene, event, said)) for event in events)


def _told(scene: Scene, event: Event, said: tuple[Statement, ...]) -> Event:
    if event.speaker is not None:
        return event
    if event.modality == "negated":
        return replace(event, speaker=_denier(scene, event))
    speaker = next((s.speaker for s in said if s.start <= event.start and event.end <= s.end), None)
    if speaker is None or any(speaker.mention == a.mention for a in (*event.sources, *event.targets)):
        return event
    return replace(event, speaker=speaker)


def _denier(scene: Scene, event: Event) -> Actor | None:
    """The subject of a denial before the act: "Uganda denied that it had sent troops"."""
    denials = phrases(scene.article.language, "saying", "denials")
    found = list(denials.finditer(scene.folded, event.sentence.start, event.start))
    if not found:
        return None
    saying = Saying(found[-1].start(), found[-1].end(), "verb")
    return attribution(scene, saying, (event.sentence.start, event.start)).speaker


def _at_home(event: Event) -> Event:
    """An unnamed speaker is of the country whose act he tells: "Moscow will station a corps, the defence minister said".
    Who tells of an attack may be of either side. Of the held-out corpus' 66 speakers 26 were right without this and what a
    denier says, 40 with them."""
    speaker, source = event.speaker, next((a for a in event.sources if a.country and a.score >= 1), None)
    if speaker is None or source is None or event.type == "ASSAULT" or speaker.score >= 1 or not speaker.country:
        return event
    if speaker.country == source.country or speaker.how.startswith(("we", "reference")):
        return event
    return replace(event, speaker=replace(speaker, country=source.country, how=f"of {source.mention.text}"))


def _direct(scene: Scene, n: int, last: _Said | None) -> _Said | None:
    quote = scene.quotes[n]
    before, after = scene.clauses(n)
    if _named(scene, quote, before):
        return None
    found, near = _attributed(scene, quote, before, after)
    sentence = _sentence(scene, quote, before, after)
    size = _size(scene, quote)
    if found is None:
        return _carried(scene, n, last) if sentence and size > 1 else None
    if size < SHORT and not (sentence and near):
        return None
    if found.speaker is None and found.saying.kind == "verb":
        found = replace(found, speaker=_before(scene, quote, last))
    confidence = OPEN if not quote.whole else FULL if sentence and found.speaker else PART
    return _Said(quote, found, confidence)


def _inset(scene: Scene, quote: Quote) -> list[_Said]:
    """A quotation with its attribution between dashes inside: the words before and behind, by one speaker."""
    for start, end in insets(scene.article.text, quote):
        found = sayings(scene, start, end)
        if found:
            by = attribution(scene, found[0], (start, end))
            both = parts(scene.article.text, quote, (start, end))
            return [_Said(part, by, FULL) for part in both if part.start < part.end]
    return []


def _attributed(scene: Scene, quote: Quote, before: tuple[int, int],
                after: tuple[int, int]) -> tuple[Attribution | None, bool]:
    """By the clause before or behind a quotation; whether the word of saying stands next to it."""
    ahead, behind = sayings(scene, *before), sayings(scene, *after)
    text = scene.article.text
    if behind and text[quote.end - 1] in ".。।۔։":
        room = 0 if ahead else ALONE
        behind = [s for s in behind[:1] if size(text[after[0]:s.start], scene.article.language) <= room]
    if behind and _next(scene, after[0], behind[0].start):
        one = attribution(scene, behind[0], after)
        if one.speaker is None:
            one = replace(one, speaker=attribution(scene, behind[0], (before[0], after[1])).speaker)
        return one, True
    if ahead:
        one = attribution(scene, ahead[-1], before)
        if one.speaker is None:
            one = replace(one, speaker=attribution(scene, ahead[-1], (before[0], after[1])).speaker)
        return one, text[ahead[-1].end:quote.opened].strip(" ,:،，：–—-\n") == ""
    people = scene.within(*before)
    if people and text[before[0]:quote.opened].rstrip()[-1:] in ":：":
        return Attribution(Saying(quote.opened, quote.opened, "verb"), people[-1], ()), True
    return None, False


def _next(scene: Scene, start: int, verb: int) -> bool:
    """Between a quotation and a word of saying behind it stands a name or nothing, not another clause."""
    people = scene.within(start, verb)
    between = scene.article.text[start:verb]
    for actor in people:
        between = between.replace(actor.mention.text, " ")
    return size(between, scene.article.language) <= ALONE


def _named(scene: Scene, quote: Quote, before: tuple[int, int]) -> bool:
    """A name in quotation marks: the word before or behind says so ("the film"), or all its words begin with a capital."""
    if _size(scene, quote) > TITLE:
        return False
    lead = scene.folded[max(before[0], quote.opened - 24):quote.opened]
    ends = [m.end() for m in phrases(scene.article.language, "saying", "titles").finditer(lead)]
    if ends and not lead[ends[-1]:].strip():
        return True
    rest = scene.folded[quote.closed:quote.closed + 24].lstrip()
    language = scene.article.language
    if phrases(language, "saying", "titles").match(rest) and not phrases(language, "saying", "verbs").match(rest):
        return True
    text = scene.article.text[quote.start:quote.end]
    long = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    cased = [w for w in long if w[0].isupper() or w[0].islower()]
    return len(cased) > 1 and all(w[0].isupper() for w in cased) and text[-1] not in CLAUSE_ENDS


def _sentence(scene: Scene, quote: Quote, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """The quotation is a sentence of its own: behind a colon, comma or nothing, or closed like one before its mark."""
    text = scene.article.text
    lead = text[before[0]:before[1]].strip()
    whole = not lead or lead[-1] in ":,，：،" + DASHES
    rest = text[after[0]:after[1]].lstrip()
    closed = text[quote.end - 1] in CLAUSE_ENDS or not rest or rest[0] in ",.،，。।۔!?:" + DASHES
    starts = text[quote.start].isupper() or not text[quote.start].islower()
    return (whole and (closed or starts)) or (starts and text[quote.end - 1] in ".!?。！？।۔؟։…")


def _carried(scene: Scene, n: int, last: _Said | None) -> _Said | None:
    """A quotation of its own sentence whose paragraph has a statement just before it: the same speaker goes on."""
    if last is None or last.quote is not scene.quotes[n - 1]:
        return None
    quote = scene.quotes[n]
    (start, _), (_, end) = scene.clauses(n)
    between = scene.article.text[last.quote.closed:quote.opened]
    bare = not any(c.isalpha() for c in scene.article.text[start:quote.opened])
    alone = "\n" not in between or not any(c.isalpha() for c in scene.article.text[quote.closed:end])
    if not bare or not alone or between.count("\n\n") > 1:
        return None
    saying = Saying(quote.opened, quote.opened, "verb")
    return _Said(quote, Attribution(saying, last.attribution.speaker, ()), CARRIED)


def _before(scene: Scene, quote: Quote, last: _Said | None) -> Actor | None:
    """Whom "he said" means: the speaker before, when no more than two paragraphs lie between, else the first actor of
    the sentence before."""
    text = scene.article.text
    if last and len([p for p in text[last.quote.closed:quote.opened].split("\n") if p.strip()]) <= 3:
        return last.attribution.speaker
    at = bisect_left(scene.starts, quote.opened)
    near = [a for a in scene.actors[max(0, at - 8):at] if quote.opened - a.mention.start < BACK]
    own = bisect_left(scene.readings, quote.opened, key=lambda r: r.sentence.end) - 1
    return next((a for a in near if own >= 0 and a.mention.start >= scene.readings[own].sentence.start), None)


def _size(scene: Scene, quote: Quote) -> int:
    return size(scene.article.text[quote.start:quote.end], scene.article.language)


def _statement(scene: Scene, said: _Said) -> Statement:
    quote, saying = said.quote, said.attribution.saying
    key = f"{scene.article.id}|{quote.start}-{quote.end}"
    return Statement(
        id=hashlib.sha256(key.encode("utf-8")).hexdigest()[:16], article=scene.article.id,
        speaker=said.attribution.speaker, text=scene.article.text[quote.start:quote.end], direct=True,
        verb=scene.article.text[saying.start:saying.end], addressees=said.attribution.addressees, start=quote.start,
        end=quote.end, confidence=said.confidence)
