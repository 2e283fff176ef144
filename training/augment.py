"""Make more of the corpus at training time, so that the network learns the frame and not the names.

Each function takes a sentence and a random generator and returns a sentence; marks move with the text.
"""

from collections import defaultdict
from dataclasses import replace
from random import Random

from training.corpus import MarkedMention, MarkedSentence

Pool = dict[tuple[str, str, str], list[tuple[str, MarkedMention]]]

SWAP_SHARE = 0.35
"""Share of the mentions whose name is swapped for another of the pool."""


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
            new, other = random.choice(choices)
            if mention.start and new[:4] in ("The ", "An ", "A "):
                new = new[0].lower() + new[1:]
            edits.append((mention, new, other.country))
    return _rewrite(sentence, edits) if edits else sentence


def _rewrite(sentence: MarkedSentence, edits: list[tuple[MarkedMention, str, str]]) -> MarkedSentence:
    edits = sorted(edits, key=lambda e: e[0].start)
    text, position, moves = "", 0, []
    for mention, new, _ in edits:
        text += sentence.text[position:mention.start] + new
        position = mention.end
        moves.append((mention.end, len(new) - (mention.end - mention.start)))
    text += sentence.text[position:]

    def moved(at: int) -> int:
        return at + sum(by for end, by in moves if end <= at)

    new_of = {mention.id: (words, country) for mention, words, country in edits}
    mentions = []
    for mention in sentence.mentions:
        start = moved(mention.start)
        words, country = new_of.get(mention.id, (None, mention.country))
        length = len(words) if words is not None else mention.end - mention.start
        mentions.append(replace(mention, start=start, end=start + length, country=country))
    events = tuple(replace(e, trigger=(moved(e.trigger[0]), moved(e.trigger[0]) + e.trigger[1] - e.trigger[0]))
                   if e.trigger else e for e in sentence.events)
    return replace(sentence, text=text, mentions=tuple(mentions), events=events)


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
