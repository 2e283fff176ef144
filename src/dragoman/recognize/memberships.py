"""Lists of countries that a sentence calls members of an organization: each of them a tie.

The table of memberships only supports: a tie needs the organization, a word of membership and the country side by side
in the text, and the table agreeing.
"""

import hashlib
from collections.abc import Iterator

from dragoman.knowledge.load import memberships
from dragoman.knowledge.names import english_names
from dragoman.knowledge.own import known_actor
from dragoman.recognize.lexicon import Found, lexicon
from dragoman.recognize.reading import Reading
from dragoman.recognize.wording import normal, words
from dragoman.recognize.wordlists import phrases
from dragoman.records import Actor, Article, Mention, Tie

ROOM = 2
"""Words between a list of countries and the word of membership: "are", "also", "of the"."""
ORGANIZATION_BETWEEN = ("az", "bn", "hi", "hy", "ka", "tr", "ur", "zh")
"""Languages that write "country organization's member": the organization may stand between."""
JOINED, UNKNOWN = 8, 30
"""Characters of an "and" between two countries; and with a name between them that the tables lack."""
NAMES = ("country", "nationality")
CONFIDENCE = 0.9


def members(reading: Reading, actors: tuple[Actor, ...], article: Article) -> Iterator[Tie]:
    """The ties of membership that a sentence lists."""
    text = reading.sentence.text
    folded = normal(text)
    said = [m.span(1) for m in phrases(article.language, "ties", "member").finditer(folded)]
    if not said:
        return
    found = lexicon(article.language).find(text)
    bodies = [f for f in found if f.entry.kind == "actor" and f.entry.id in memberships()]
    if not bodies:
        return
    lists = list(_lists(found, folded, article.language))
    for body in bodies[:1]:
        known = memberships()[body.entry.id]
        for row in lists:
            near = next((span for span in said if _beside(text, row, span, body, article.language)), None)
            if near:
                for country in row:
                    if country.entry.id in known and _holds(known[country.entry.id], article):
                        yield _tie(reading, (country, body), near, actors, article)


def _lists(found: tuple[Found, ...], folded: str, language: str) -> Iterator[list[Found]]:
    """Countries with nothing but commas and an "and" between them."""
    joined = phrases(language, "reference", "and")
    row: list[Found] = []
    for one in found:
        gap = folded[row[-1].end:one.start] if row else ""
        unknown = len(words(joined.sub("", gap)))
        if one.entry.kind not in NAMES or len(gap) > UNKNOWN or unknown > (len(gap) > JOINED):
            yield from [row] if row else []
            row = []
        if one.entry.kind in NAMES:
            row.append(one)
    yield from [row] if row else []


def _beside(text: str, row: list[Found], said: tuple[int, int], body: Found, language: str) -> bool:
    """The word of membership stands right before or behind a list, no other name between."""
    if row[-1].end <= said[0]:
        between = text[row[-1].end:said[0]]
        if language in ORGANIZATION_BETWEEN and row[-1].end <= body.start < said[0]:
            between = text[row[-1].end:body.start] + " " + text[body.end:said[0]]
        elif row[-1].end <= body.start < said[0]:
            return False
    elif said[1] <= row[0].start:
        between = text[said[1]:row[0].start]
        if said[1] <= body.start < row[0].start:
            between = text[said[1]:body.start] + " " + text[body.end:row[0].start]
    else:
        return False
    return len(words(between)) <= ROOM and not any(c in between for c in ".;")


def _holds(years: tuple[int, int], article: Article) -> bool:
    year = article.published.year if article.published else None
    return years[1] == 9999 if year is None else years[0] <= year <= years[1]


def _tie(reading: Reading, names: tuple[Found, Found], said: tuple[int, int], actors: tuple[Actor, ...],
         article: Article) -> Tie:
    ends = tuple(_actor(name, reading, actors) for name in names)
    start, end = reading.sentence.start + said[0], reading.sentence.start + said[1]
    return Tie(id=tie_id(article.id, "member", (start, end), (ends[0], ends[1])), article=article.id,
               sentence=reading.sentence, source=ends[0], target=ends[1], kind="member", since=None, until=None,
               start=start, end=end, confidence=CONFIDENCE, model="memberships")


def _actor(name: Found, reading: Reading, actors: tuple[Actor, ...]) -> Actor:
    """The actor that the sentence has at a name, else one made from the name's row."""
    start, end = reading.sentence.start + name.start, reading.sentence.start + name.end
    row = _known(name)
    own = next((a for a in actors if a.mention.start <= start and end <= a.mention.end and a.country == row[1]), None)
    if own:
        return own
    mention = Mention(start, end, reading.sentence.text[name.start:name.end], "GOV", 1.0)
    return Actor(row[0], row[1], "GOV", name.entry.row, mention)


def _known(name: Found) -> tuple[str, str]:
    if name.entry.kind == "actor":
        row = known_actor(name.entry.id)
        return row.name, row.country
    return english_names().get(name.entry.id, name.entry.id), name.entry.id


def tie_id(article: str, kind: str, span: tuple[int, int], ends: tuple[Actor, Actor]) -> str:
    """First 16 hex digits of SHA-256 over article, kind and spans."""
    key = f"{article}|{kind}|{span}|{[(a.mention.start, a.mention.end) for a in ends]}"
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]
