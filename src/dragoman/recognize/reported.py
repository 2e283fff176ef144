"""Reported speech: what a sentence says that somebody said, in the paper's words."""

import hashlib

from dragoman.recognize.scene import Scene
from dragoman.recognize.speech import VERB_LAST, Saying, attribution, sayings
from dragoman.recognize.wordlists import phrases, size
from dragoman.records import Actor, Sentence, Statement

LEAST = 3
"""Words that somebody's reported words have at least."""
BEHIND = 3
"""Words behind "according to the ministry" from which they are the ministry's, not "on Monday"."""
NEAR = 40
"""Characters between the word of saying and its "that"."""
TAIL = 12
"""Words of an attribution that closes its sentence (", the ministry of defence said on Monday")."""
THAT, PLAIN = 0.6, 0.5
"""Confidence with a "that" or "according to", and without."""
EDGE = " \t\n,;:.,،，。।۔–—-։\"“”«»„"


def reported(scene: Scene) -> list[Statement]:
    """At most one statement a sentence: the first word of saying that has a speaker and words."""
    found = []
    for reading in scene.readings:
        own = sayings(scene, reading.sentence.start, reading.sentence.end)
        one = next((s for s in (_one(scene, saying, reading.sentence) for saying in own) if s), None)
        if one:
            found.append(one)
    return found


def _one(scene: Scene, saying: Saying, sentence: Sentence) -> Statement | None:
    quote = scene.quoted(saying.start)
    if quote:
        return None
    by = _by_phrase if saying.kind != "verb" else _by_verb
    found = by(scene, saying, sentence)
    if found is None:
        return None
    (start, end), speaker, confidence = found
    start, end = _trimmed(scene.article.text, start, end)
    text = scene.article.text[start:end]
    if size(text, scene.article.language) < LEAST:
        return None
    key = f"{scene.article.id}|{start}-{end}"
    return Statement(
        id=hashlib.sha256(key.encode("utf-8")).hexdigest()[:16], article=scene.article.id, speaker=speaker, text=text,
        direct=False, verb=scene.article.text[saying.start:saying.end], addressees=(), start=start, end=end,
        confidence=confidence)


Found = tuple[tuple[int, int], Actor, float]


def _by_phrase(scene: Scene, saying: Saying, sentence: Sentence) -> Found | None:
    """"According to the ministry, …", "…, according to the ministry"."""
    speaker = attribution(scene, saying, (sentence.start, sentence.end)).speaker
    if speaker is None:
        return None
    first = min(saying.start, speaker.mention.start)
    last = max(saying.end, speaker.mention.end)
    if size(scene.article.text[last:sentence.end], scene.article.language) < BEHIND:
        return (sentence.start, first), speaker, THAT
    comma = _comma(scene, last, min(sentence.end, last + NEAR)) if first == sentence.start else None
    return (comma or last, sentence.end), speaker, THAT


def _by_verb(scene: Scene, saying: Saying, sentence: Sentence) -> Found | None:
    language = scene.article.language
    if phrases(language, "saying", "denials").match(scene.folded, saying.start, saying.end):
        return None
    that = phrases(language, "saying", "that").search(scene.folded, saying.end, min(sentence.end, saying.end + NEAR))
    speaker = attribution(scene, saying, (sentence.start, that.start() if that else sentence.end)).speaker
    if speaker is None:
        return None
    if that:
        return (that.end(), sentence.end), speaker, THAT
    span = _plain(scene, saying, sentence, speaker)
    return (span, speaker, PLAIN) if span else None


def _plain(scene: Scene, saying: Saying, sentence: Sentence, speaker: Actor) -> tuple[int, int] | None:
    """The words said without a "that": before ", the ministry announced", or behind "the ministry said"."""
    first, last = min(saying.start, speaker.mention.start), max(saying.end, speaker.mention.end)
    comma = _before(scene, sentence.start, first)
    if comma and size(scene.article.text[last:sentence.end], scene.article.language) <= TAIL:
        return sentence.start, comma
    before = speaker.mention.end <= saying.start
    if not phrases(scene.article.language, "saying", "plain").match(scene.folded, saying.start, saying.end):
        return None
    if scene.article.language in VERB_LAST:
        return (speaker.mention.end, saying.start) if before else None
    return (saying.end, sentence.end) if before else None


def _before(scene: Scene, start: int, end: int) -> int | None:
    """A comma or dash right before the attribution."""
    lead = scene.article.text[start:end].rstrip()
    return start + len(lead) if lead[-1:] in (",", "،", "，", "–", "—", "\"", "”", "»") else None


def _comma(scene: Scene, start: int, end: int) -> int | None:
    at = [start + n for n, c in enumerate(scene.article.text[start:end]) if c in ",،，"]
    return at[0] + 1 if at else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end
