"""Expressions of time in a sentence: what they say, before anybody knows when the page was published.

A rule is a row of atoms, one word of time each: `n o* M` is a number, any words like "of", and a month. Letters are
the parts of `knowledge/calendar.py`; besides: y a year's number (z one that stands alone), N a date in figures, c a comma,
k a month whose form says "in", e a decade, d and m the Chinese signs of day and month. `?` may be missing, `*` up to three.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.knowledge.calendar import JALALI, Sense
from dragoman.recognize.lexicon import UNSPACED
from dragoman.recognize.timewords import Token, table

RULES = (
    ("date", "R o* n m n d", "y Y n m n d", "n o* M M? c? o* y Y?", "M n c? o* y Y?", "y Y? c? o* M n", "y Y? c? o* n M",
     "R o* n M", "R o* M n", "n m n d", "T U n d", "M M? y Y?", "M o* c? y Y?", "y Y? o* c? M", "y Y n m", "R o* n m",
     "R o* O? M", "M o* R", "n o* M M? o* O? U L", "n o* M o* O? L U", "n o* M o* R", "M o* O? X U", "M o* O? U X",
     "n o* M M? o* L", "n o* M M? o* X", "L n o* M", "X n o* M", "n o* M M?", "M n", "N", "n d"),
    ("monthrel", "M o* O? L U", "M o* O? U L", "L U o* O? M", "U L o* O? M", "g U L", "M g U L"),
    ("month", "L M", "X M", "T M", "M M? L", "M M? X", "M T", "O M M?", "S M", "B M", "M h", "M g", "M s", "M b", "k",
     "n m"),
    ("weekday", "L o* W", "X o* W", "T o* W", "W L", "W X", "W T", "W"),
    ("ago", "n o* U A", "n o* U o* A", "a n n? U", "F A", "a F", "U A", "a U", "n U L", "L o* n U", "n L U", "L F", "F L"),
    ("turned", "L o* U", "X o* U", "T o* U", "U o* L", "U o* X", "U o* T", "R"),
    ("ahead", "I n n? U", "n n? U i", "n J", "I F", "F i"),
    ("vague", "V o* U A", "a V o* U", "V o* U L", "L V U", "V L U", "U V L", "U L V", "V U i", "I V U", "n U E", "F E",
     "V U E", "P A", "a P", "V P A", "G n", "G y", "K", "y H", "n H", "e"),
    ("year", "Y y", "y Y", "Z y", "z", "Z e"),
    ("offset", "D"),
)
MANY = 3
"""Words that `*` takes at most; a hostile page may have hundreds in a row."""
BARE = frozenset("WMUDRNFJVPKyzekn")
"""Without a word that can be one of these no rule fits."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of time at half-open characters of the sentence's text. Numbers that are not said are 0, `day` −1 …"""

    start: int
    end: int
    kind: str
    """date, weekday, offset (days from today), turned (units from now), ago (units), vague."""
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    turn: int = 0
    """−1 last, 1 next, 0 neither; of `turned` by how many units."""
    count: int = 0
    """Of `offset` and `ago`: how many; negative is past."""
    unit: str = ""
    """Of `turned` and `ago`; `week` of a weekday whose week is meant (Chinese 上周五 is last week's Friday)."""
    this: bool = False
    relation: str = "at"
    """at, since, until or in (so many units from now: a duration where the act is past)."""


Bound = list[tuple[str, Token]]
Rule = tuple[str, int, tuple[tuple[str, str], ...]]


def _compiled() -> dict[str, list[Rule]]:
    """The rules by the letter of their first atom."""
    found: dict[str, list[Rule]] = {}
    for rank, (kind, *rows) in enumerate(RULES):
        for row in rows:
            atoms = tuple((atom[0], times) for atom in row.split()
                          for times in (("?",) * MANY if atom[1:] == "*" else (atom[1:],)))
            found.setdefault(atoms[0][0], []).append((kind, rank, atoms))
    return found


_BY_FIRST = _compiled()


@lru_cache(maxsize=4_000)
def expressions(text: str, language: str) -> tuple[Expression, ...]:
    """All expressions of time in a sentence, left to right, none inside another."""
    tokens = table(language).tokens(text)
    if not any(sense.part in BARE for token in tokens for sense in token.senses):
        return ()
    found: list[tuple[int, int, int, Expression]] = []
    for first, token in enumerate(tokens):
        for part in dict.fromkeys(s.part for s in token.senses):
            for kind, rank, atoms in _BY_FIRST.get(part, ()):
                bound = _bind(atoms, tokens, first)
                made = _made(kind, bound, tokens, first) if bound else None
                if made and not _denied(kind, first, tokens, text, language):
                    found.append((first - (first + len(bound)), rank, first, made))
    merged = _merged(_best(found, tokens), text)
    if language not in UNSPACED:
        return merged
    return tuple(replace(e, unit="week") if e.kind == "weekday" and (e.turn or e.this) else e for e in merged)


def _bind(atoms: tuple[tuple[str, str], ...], tokens: tuple[Token, ...], at: int) -> Bound:
    """The tokens that fit the atoms from `at` on, with the letters they fit as; empty when they do not."""
    if not atoms:
        return []
    (letter, times), rest = atoms[0], atoms[1:]
    if at < len(tokens) and tokens[at].sense(letter):
        here = [(letter, tokens[at])]
        behind = _bind(rest, tokens, at + 1)
        if behind or all(t for _, t in rest):
            return here + behind
    if times and rest:
        return _bind(rest, tokens, at)
    return []


def _values(bound: Bound, letter: str) -> list[Sense]:
    return [sense for own, token in bound if own == letter and (sense := token.sense(letter))]


def _turn(bound: Bound) -> int:
    letters = {letter for letter, _ in bound}
    return -1 if "L" in letters else 1 if "X" in letters else 0


def _made(kind: str, bound: Bound, tokens: tuple[Token, ...], first: int) -> Expression | None:
    """The expression that a rule's tokens make; None where they make none after all."""
    plain = Expression(bound[0][1].start, bound[-1][1].end, kind)
    around = (*tokens[max(0, first - 1):first], *tokens[first + len(bound):first + len(bound) + 1])
    if kind == "weekday":
        return _weekday(plain, bound, around)
    maker = _MAKERS.get(kind)
    return maker(plain, bound) if maker else plain


def _year(plain: Expression, bound: Bound) -> Expression | None:
    years = [s for _, t in bound for s in t.senses if s.part == "y"]
    return replace(plain, kind="date", year=years[0].number, unit=years[0].unit) if years else None


def _offset(plain: Expression, bound: Bound) -> Expression:
    day = _values(bound, "D")[0]
    return replace(plain, count=day.number, unit=day.unit)


def _date(plain: Expression, bound: Bound) -> Expression | None:
    numbers, months, years = ([s.number for s in _values(bound, letter)] for letter in "nMy")
    figures = _values(bound, "N")
    if figures:
        return replace(plain, kind="date", year=int(figures[0].unit), month=figures[0].number // 100,
                       day=figures[0].number % 100, unit="jalali" if 0 < int(figures[0].unit) < 1431 else "")
    signs = "".join(letter for letter, _ in bound)
    month = months[0] if months else 0
    if "m" in signs:
        month = numbers.pop(0)
    elif not months and "k" in signs:
        month = next((s.number for _, t in bound for s in t.senses if s.part == "M"), 0)
    day = numbers[0] if numbers else 0
    this = "d" in signs and not month
    units = {s.unit for s in (*_values(bound, "U"), *_values(bound, "R"))}
    if day > 31 or month % JALALI > 12 or not (month or this) or units - {"year", "month" if this else "year"}:
        return None
    turned = _values(bound, "R")
    turn = turned[0].number if turned else _turn(bound)
    unit = "jalali" if month > JALALI else "year" if units == {"year"} else ""
    return replace(plain, kind="date", year=years[0] if years else 0, month=month % JALALI, day=day, turn=turn, unit=unit,
                   this=this or "T" in signs)


def _weekday(plain: Expression, bound: Bound, around: tuple[Token, ...]) -> Expression | None:
    token = next(t for letter, t in bound if letter == "W")
    lone = len(bound) == 1
    if lone and token.sense("U") and not any(t.sense(part) for t in around for part in "Ohp"):
        return None  # Urdu ہفتے is Saturday and week, Serbian nedelju Sunday and week
    if not lone and token.sense("U"):
        return None
    day = token.sense("W")
    return replace(plain, weekday=day.number if day else -1, turn=_turn(bound), this=any(k == "T" for k, _ in bound))


def _span(plain: Expression, bound: Bound) -> Expression | None:
    ahead = plain.kind == "ahead"
    fused, units, numbers = _values(bound, "F"), _values(bound, "U") + _values(bound, "J"), _values(bound, "n")
    if not fused and not units:
        return None
    if not numbers and not fused and any(t.sense("P") for _, t in bound):
        return replace(plain, kind="vague")
    total = sum(s.number for s in numbers)
    if len(numbers) == 2 and not (numbers[0].number % 10 == 0 and numbers[1].number < 10):
        return None
    count, unit = (fused[0].number, fused[0].unit) if fused else (total if numbers else 1, units[0].unit)
    return replace(plain, kind="ago", count=count if ahead else -count, unit=unit,
                   relation="in" if ahead else "at")


def _turned(plain: Expression, bound: Bound) -> Expression | None:
    whole = _values(bound, "R")
    if whole:
        return replace(plain, turn=whole[0].number, unit=whole[0].unit)
    unit, token = _values(bound, "U")[0].unit, next(t for letter, t in bound if letter == "U")
    turn = _turn(bound)
    if token.sense("P") or unit in ("hour", "decade"):
        return replace(plain, kind="vague") if turn < 0 else None
    if unit == "day":
        return replace(plain, kind="offset", count=turn, unit="") if turn <= 0 else replace(plain, kind="vague")
    return replace(plain, turn=turn, unit=unit)


def _denied(kind: str, first: int, tokens: tuple[Token, ...], text: str, language: str) -> bool:
    """"Two days before the vote" counts from the vote; "every Friday" is no day."""
    if kind == "weekday" and first > 0 and tokens[first - 1].sense("w"):
        return True
    return kind in ("ago", "ahead") and first > 0 and table(language).denies(text, tokens[first - 1])


def _best(found: list[tuple[int, int, int, Expression]], tokens: tuple[Token, ...]) -> list[Expression]:
    """The longest first, then the earlier rule; each stretched over the small words around it."""
    taken: list[Expression] = []
    for _, _, _, made in sorted(found, key=lambda f: (f[0], f[1], f[2])):
        if all(made.end <= other.start or made.start >= other.end for other in taken):
            taken.append(made)
    taken.sort(key=lambda e: e.start)
    return [_stretched(e, tokens) for e in taken]


def _stretched(made: Expression, tokens: tuple[Token, ...]) -> Expression:
    """With the prepositions before it and the small words after it; they say whether it is a beginning or an end."""
    first = next(n for n, t in enumerate(tokens) if t.start == made.start)
    last = next(n for n, t in enumerate(tokens) if t.end == made.end)
    inside = tokens[first:last + 1]
    relation, start, end = _own_relation(made, inside), made.start, made.end
    for token in reversed(tokens[max(0, first - 2):first]):
        if not any(token.sense(part) for part in "SBO"):
            break
        start = token.start
        if not token.sense("O"):
            relation = "since" if token.sense("S") else "until"
    for token in tokens[last + 1:last + 3]:
        if not any(token.sense(part) for part in "sbhpg"):
            break
        end = token.end
        if token.sense("b"):
            relation = "until"
        elif token.sense("s") and not (token.sense("h") or token.sense("g")):
            relation = "since"
    return replace(made, start=start, end=end, relation=relation)


def _own_relation(made: Expression, inside: tuple[Token, ...]) -> str:
    """What its own first word, or the ending of one of its words, says."""
    if any(s.part == "b" and s.number for t in inside for s in t.senses):
        return "until"
    if any(s.part == "s" and s.number for t in inside for s in t.senses):
        return "since"
    first = inside[0]
    if first.sense("O") or len(inside) == 1 or made.relation == "in":
        return made.relation
    return "since" if first.sense("S") else "until" if first.sense("B") else made.relation


def _merged(found: list[Expression], text: str) -> tuple[Expression, ...]:
    """"Sunday, 27 September" is one date."""
    merged: list[Expression] = []
    for made in found:
        last = merged[-1] if merged else None
        if last and {last.kind, made.kind} == {"weekday", "date"} and not text[last.end:made.start].strip(" ,،(（"):
            date = made if made.kind == "date" else last
            if date.day:
                merged[-1] = replace(date, start=last.start, end=made.end, relation=last.relation)
                continue
        merged.append(made)
    return tuple(merged)


_MAKERS = {"date": _date, "month": _date, "monthrel": _date, "ago": _span, "ahead": _span, "turned": _turned, "year": _year,
           "offset": _offset}
