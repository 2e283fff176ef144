"""Make more of the corpus at training time, so that the network learns the frame and not the names.

Each function takes a sentence and a random generator and returns a sentence; marks move with the text.
"""

from collections import defaultdict
from dataclasses import replace
from random import Random

from training.corpus import MarkedEvent, MarkedMention, MarkedSentence

Pool = dict[tuple[str, str, str], list[tuple[str, MarkedMention]]]

SWAP_SHARE = 0.35
"""Share of the mentions whose name is swapped for another of the pool."""


JOIN_SHARE = 0.25
"""Share of the short sentences that are joined with another."""
JOIN_LENGTH = 110
"""Characters under which a sentence is short."""
JOIN_MENTIONS = 3
"""Most mentions of a sentence to be joined: pairs grow with their square."""


def ending(text: str) -> str:
    """What a swapped name must share with the old one: its last two letters, for case and number."""
    return text[-2:].lower()


def pool_of(sentences: list[MarkedSentence]) -> Pool:
    """All mentions by language, sector and ending."""
    pool: Pool = defaultdict(list)
    for sentence in sentences:
        for mention in sentence.mentions:
            words = sentence.text[mention.start:mention.end]
            pool[sentence.language, mention.sector, ending(words)].append((words, mention))
    return pool


def swap(sentence: MarkedSentence, pool: Pool, random: Random) -> MarkedSentence:
    """Swap some mentions for others of the same sector and word ending in the same language."""
    edits = []
    for mention in sentence.mentions:
        old = sentence.text[mention.start:mention.end]
        choices = pool[sentence.language, mention.sector, ending(old)]
        if choices and random.random() < SWAP_SHARE:
            new, _ = random.choice(choices)
            if mention.start and new[:4] in ("The ", "An ", "A "):
                new = new[0].lower() + new[1:]
            edits.append((mention, new))
    return _rewrite(sentence, edits) if edits else sentence


def _rewrite(sentence: MarkedSentence, edits: list[tuple[MarkedMention, str]]) -> MarkedSentence:
    edits = sorted(edits, key=lambda e: e[0].start)
    text, position, moves = "", 0, []
    for mention, new in edits:
        text += sentence.text[position:mention.start] + new
        position = mention.end
        moves.append((mention.end, len(new) - (mention.end - mention.start)))
    text += sentence.text[position:]

    def moved(at: int) -> int:
        return at + sum(by for end, by in moves if end <= at)

    new_of = {mention.id: words for mention, words in edits}
    mentions = []
    for mention in sentence.mentions:
        start = moved(mention.start)
        words = new_of.get(mention.id)
        length = len(words) if words is not None else mention.end - mention.start
        mentions.append(replace(mention, start=start, end=start + length))
    events = tuple(replace(e, trigger=(moved(e.trigger[0]), moved(e.trigger[0]) + e.trigger[1] - e.trigger[0]))
                   if e.trigger else e for e in sentence.events)
    return replace(sentence, text=text, mentions=tuple(mentions), events=events)


def join(sentence: MarkedSentence, other: MarkedSentence, random: Random) -> MarkedSentence:
    """Two short sentences of a language as one: nothing happens between the actors of one and those of the other."""
    head = sentence.text.rstrip(" .।。։۔") + random.choice(("; ", ". ", " – "))
    shift = max((m.id for m in sentence.mentions), default=0)

    def moved(event: MarkedEvent) -> MarkedEvent:
        trigger = (event.trigger[0] + len(head), event.trigger[1] + len(head)) if event.trigger else None
        sources, targets = (tuple(n + shift for n in side) for side in (event.sources, event.targets))
        speaker = event.speaker + shift if event.speaker else event.speaker
        return replace(event, sources=sources, targets=targets, speaker=speaker, trigger=trigger)

    mentions = tuple(replace(m, id=m.id + shift, start=m.start + len(head), end=m.end + len(head)) for m in other.mentions)
    return replace(sentence, text=head + other.text, mentions=sentence.mentions + mentions,
                   events=sentence.events + tuple(moved(event) for event in other.events))


def joined(sentences: list[MarkedSentence], random: Random) -> list[MarkedSentence]:
    """Some short sentences together with another of their language; as many sentences as before."""
    short: dict[str, list[MarkedSentence]] = defaultdict(list)
    for sentence in sentences:
        if len(sentence.text) < JOIN_LENGTH and len(sentence.mentions) <= JOIN_MENTIONS:
            short[sentence.language].append(sentence)
    return [join(s, random.choice(short[s.language]), random)
            if len(s.text) < JOIN_LENGTH and len(s.mentions) <= JOIN_MENTIONS and random.random() < JOIN_SHARE else s
            for s in sentences]


def noise(sentence: MarkedSentence, random: Random) -> MarkedSentence:
    """Casing and punctuation as careless sites have them; lengths stay, so marks stay."""
    text, chance = sentence.text, random.random()
    if chance < 0.03:
        changed = text.upper()
    elif chance < 0.06:
        changed = text.lower()
    elif chance < 0.12 and text[-1] in ".。।։":
        changed = text[:-1] + " "
    elif chance < 0.20:
        changed = text.translate(str.maketrans("“”‘’«»", "\"\"''\"\""))
    else:
        return sentence
    return replace(sentence, text=changed) if len(changed) == len(text) else sentence
