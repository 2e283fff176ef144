"""Other spellings of names that the tables have: Пашинян, Paşinyan, باشينيان. The only anyascii and rapidfuzz import.

A name is written in plain letters, letters that scripts mix up are taken for one, and vowels are left out to find who
could be meant; what then is too unlike, or fits two people, is nobody. Short names have no other spelling.
"""

import re
from collections import defaultdict
from datetime import date
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from dragoman.knowledge.grammar import grammar
from dragoman.knowledge.load import KnownActor, actors, state_names
from dragoman.knowledge.names import country_names
from dragoman.recognize.holders import in_office
from dragoman.recognize.lexicon import ENDINGS, UNSPACED
from dragoman.recognize.wording import normal, words

ALIKE = 84
"""Least likeness (0–100) of folded full names. Of the 7,214 names of persons in aliases.csv that are not English, with
their case forms, 2,615 are found by spelling alone and 25 taken for another row, nearly all the same person's."""
ALIKE_ALONE = 88
"""The same for a surname alone."""
LETTERS = 6
"""Letters from which a surname alone has other spellings."""
STATE_LETTERS, STATE_CONSONANTS = 4, 4
"""The least of a state's name: letters where they are the same, consonants where the vowels may differ. Scripts that
leave vowels out need one less."""
STATE_ALIKE = {False: 84, True: 72}
"""Least likeness of two folded names of a state with the same consonants; True: in scripts that leave vowels out or
write them in several ways (Arabic, Hebrew, Indic)."""
WORD_ALIKE, WORD_ALONE, WORD_BONES, MOST_WORDS = 72, 84, 70, 5
"""The same for each of several telling words of a name, for a single one, for one with the same consonants; names of more
words are not compared."""
SOUNDS = (("tsch", "c"), ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "z"), ("sh", "s"), ("ch", "c"), ("zh", "z"),
          ("kh", "h"), ("gh", "g"), ("dj", "z"), ("ph", "f"), ("ck", "k"), ("ts", "c"), ("tz", "c"), ("ou", "u"),
          ("oo", "u"), ("ee", "i"), ("q", "k"), ("x", "h"), ("y", "i"), ("j", "i"), ("w", "v"), ("b", "p"), ("z", "s"))
"""Letters of Latin transcriptions, longer ones first, and the sound that is taken for them."""
VOWELS = re.compile(r"[aeiou'h]")


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """A name in plain small letters, one for each sound, words parted by blanks."""
    plain = " ".join(re.findall(r"[a-z]+", anyascii(name).lower().replace("'", "")))
    for letters, sound in SOUNDS:
        plain = plain.replace(letters, sound)
    return re.sub(r"([a-z])\1", r"\1", plain)


def skeleton(plain: str) -> str:
    """The consonants of a folded word; its first letter stays."""
    return plain[:1] + VOWELS.sub("", plain[1:])


@cache
def _holders() -> dict[str, list[KnownActor]]:
    """Persons by the skeleton of their last name, and of their last two."""
    found: dict[str, list[KnownActor]] = defaultdict(list)
    for row in actors().values():
        if row.kind == "person":
            found[skeleton(folded(row.name).split(" ")[-1])].append(row)
    return dict(found)


@lru_cache(maxsize=8_192)
def holder(name: str, language: str) -> KnownActor | None:
    """The one person of the table whose name this is another spelling of; None when none or several are."""
    plain = folded(name).split(" ")
    last = plain[-1]
    if len(last) < (LETTERS if len(plain) == 1 else 4) or language in UNSPACED:
        return None
    fitting: dict[str, float] = {}
    rows: dict[str, KnownActor] = {}
    for key in _keys(last, language):
        for row in _holders().get(key, ()):
            likeness = _likeness(plain, folded(row.name).split(" "), language)
            if likeness:
                fitting[row.name] = max(likeness, fitting.get(row.name, 0.0))
                rows.setdefault(row.name, row)
    return rows[next(iter(fitting))] if len(fitting) == 1 else None


def _keys(last: str, language: str) -> list[str]:
    """The skeleton, and in languages with case endings what is left without one or two letters of it."""
    whole = skeleton(last)
    cut = 2 if ENDINGS.get(language, 0) >= 3 else 0
    return [whole[:len(whole) - n] for n in range(cut + 1) if len(whole) - n >= 3 or n == 0]


def _likeness(asked: list[str], known: list[str], language: str) -> float:
    """How alike two folded names are (0–100); 0 when a given name differs or too much does."""
    last = _without_ending(asked[-1], known[-1], language, 2 if len(asked) == 1 else 3)
    alone = float(ratio(last, known[-1]))
    if len(asked) == 1:
        return alone if alone >= ALIKE_ALONE and last[0] == known[-1][0] else 0.0
    first = max((ratio(asked[0], other) for other in known[:-1]), default=0.0)
    same = first >= 70 or (first >= 55 and skeleton(asked[0])[:3] == skeleton(known[0])[:3])
    return (alone + float(first)) / 2 if alone >= ALIKE and same else 0.0


def _without_ending(word: str, known: str, language: str, room: int) -> str:
    """A word cut to the known one's length, where it goes on for no more than its language's endings do."""
    over = len(word) - len(known)
    ends = 0 < over <= min(room, ENDINGS.get(language, 0)) and ratio(word[:len(known)], known) >= ALIKE
    return word[:len(known)] if ends else word


@cache
def _surnames() -> dict[str, list[KnownActor]]:
    """Persons by their last name, folded."""
    found: dict[str, list[KnownActor]] = defaultdict(list)
    for row in actors().values():
        if row.kind == "person":
            found[folded(row.name.rsplit(" ", 1)[-1])].append(row)
    return dict(found)


def titled(name: str, title: str, sectors: tuple[str, ...], day: date | None) -> KnownActor | None:
    """The only holder of that last name who was in such an office on a day: "Prime Minister Harper" in 2010. Without
    a title (no sectors) nobody else in the table may bear the name, and it must be long enough."""
    last = folded(name.rsplit(" ", 1)[-1])
    rows = _surnames().get(last, [])
    if not rows or day is None or " " in name.strip():
        return None
    if not sectors and (len({r.name for r in rows}) > 1 or len(last) < LETTERS - 1):
        return None
    said = set(normal(title).split())
    fitting = {row.name: row for row in rows if in_office(row, day) and (not sectors or row.sector in sectors) and (
        not said or not row.title or said & set(normal(row.title).split()))}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


@cache
def _states(language: str) -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Codes by folded name where one state has it; (folded name, code) by skeleton."""
    whole: dict[str, set[str]] = defaultdict(set)
    bare: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, code in (*country_names(language), *state_names().get(language, ())):
        plain = folded(name).replace(" ", "")
        whole[plain].add(code)
        bare[skeleton(plain)].append((plain, code))
    return {k: next(iter(v)) for k, v in whole.items() if len(v) == 1 and len(k) >= STATE_LETTERS}, dict(bare)


@lru_cache(maxsize=8_192)
def state(name: str, language: str) -> str:
    """Code of the one state whose name in a language this is another spelling of, else ""."""
    plain = folded(name).replace(" ", "")
    whole, bare = _states(language)
    if len(plain) < STATE_LETTERS or plain in whole:
        return whole.get(plain, "")
    bald, key = "\u0590" <= normal(name)[:1] < "\u0e00", skeleton(plain)
    if len(key) < STATE_CONSONANTS - bald:
        return ""
    fitting = {code for known, code in bare.get(key, ()) if ratio(known, plain) >= STATE_ALIKE[bald]}
    return next(iter(fitting)) if len(fitting) == 1 else _by_words(name, language)


@cache
def _in_words(language: str) -> list[tuple[tuple[str, ...], str]]:
    """The words of states' names that tell them apart, folded and sorted, with the code."""
    names = (*country_names(language), *state_names().get(language, ()), *country_names("en"))
    return [(told, code) for name, code in names if (told := _telling(name, language))]


@cache
def _common(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that many states' names have: whole ones, and beginnings."""
    own = grammar(language)
    every = [normal(w) for w in (*own.forms, *own.lands, *own.joined)]
    return frozenset(w for w in every if w[-1] != "*"), tuple(w[:-1] for w in every if w[-1] == "*")


def _telling(name: str, language: str) -> tuple[str, ...]:
    """The words of a name without brackets and without "islands", "republic", "and"."""
    whole, beginnings = _common(language)
    kept = [word for word, _, _ in words(re.sub(r"[(（].*", "", name))
            if word not in whole and not (beginnings and word.startswith(beginnings))]
    bare = (word[2:] if word.startswith("ال") and len(word) > 4 else word for word in kept)
    return tuple(sorted(plain for word in bare if (plain := folded(word)) and len(plain) > 1))


def _same_bones(a: str, b: str) -> bool:
    """True for two words of the same four consonants or more that are not too unlike: Moldova is not the Maldives."""
    return len(skeleton(a)) >= STATE_CONSONANTS and skeleton(a) == skeleton(b) and ratio(a, b) >= WORD_BONES


def _by_words(name: str, language: str) -> str:
    """Code of the one state whose name's telling words are these in any order, each nearly: "Острва Кук"."""
    asked = _telling(name, language)
    if not asked or len(asked) > MOST_WORDS or sum(map(len, asked)) < STATE_LETTERS + 1 or language in UNSPACED:
        return ""
    least = WORD_ALIKE if len(asked) > 1 else WORD_ALONE
    fitting = {code for known, code in _in_words(language) if len(known) == len(asked) and all(
        a[0] == k[0] and (ratio(a, k) >= least or _same_bones(a, k)) for a, k in zip(asked, known))}
    return next(iter(fitting)) if len(fitting) == 1 else ""
