"""Words of time in a language, from CLDR (babel) and `[time]` of its table; the Jalali calendar.

Parts of `[time]`, each a list of words; `*` at the end matches any ending, `|` parts forms of one day or month:

- weekdays (7, Monday first), months (12), jalali (12 months of the Persian calendar)
- numbers `word=7` · days `yesterday=-1`, `?1` when the tense decides the side · fused `fortnight=2 week`
- turned `去年=year-1` · hour day week month year decade: units; in_units `word=day`: units whose form says "in"
- plural: forms of units that mean several · vague: several
- last next this · ago in_after earlier later (after the unit) · ago_first in_first (before the number)
- since until on (before), since_after until_after on_after month_after (after), of (between), parts (of the day)
- year_word beside a year, year_first before one, decade_first and decade_after; decades: whole ones
- not_ago: what before "two days before" denies that it counts from today · each: before a day that recurs
- year_ending month_ending decade_ending since_ending until_ending: endings on the word itself; bare_year: years stand alone
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.errors import KnowledgeError
from dragoman.knowledge.load import language as language_table
from dragoman.knowledge.names import locale_of

PARTS = {"numbers": "n", "days": "D", "fused": "F", "turned": "R", "in_units": "J", "plural": "P", "vague": "V",
         "last": "L", "next": "X", "this": "T", "ago": "A", "ago_first": "a", "in_first": "I", "in_after": "i",
         "earlier": "E", "later": "l", "since": "S", "until": "B", "since_after": "s", "until_after": "b", "on": "O",
         "on_after": "h", "month_after": "g", "of": "o", "parts": "p", "year_word": "Y", "year_first": "Z",
         "decade_first": "G", "decade_after": "H", "decades": "K", "not_ago": "x", "each": "w"}
"""The letter by which the grammar of `recognize/expressions.py` knows a part."""
UNITS = ("hour", "day", "week", "month", "year", "decade")
ENDINGS = ("year_ending", "month_ending", "decade_ending", "since_ending", "until_ending", "bare_year")
JALALI = 100
"""Added to the number of a Jalali month."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word of time means: its part's letter, a number and a unit where it has them."""

    part: str
    number: int = 0
    unit: str = ""


@cache
def time_words(language: str) -> tuple[tuple[str, Sense], ...]:
    """(words, sense) pairs; CLDR's days and months alone for a language without a table.

    Raises: KnowledgeError for an unknown part or a value that is none.
    """
    own = language_table(language)
    table = own.time if own else {}
    found = _named(language)
    for part, rows in table.items():
        if part in ("weekdays", "months", "jalali"):
            letter, first = ("W", 0) if part == "weekdays" else ("M", 1 if part == "months" else JALALI + 1)
            found += [(form, Sense(letter, n)) for n, row in enumerate(rows, first) for form in row.split("|")]
        elif part in UNITS:
            found += [(word, Sense("U", 0, part)) for word in rows]
        elif part in PARTS:
            found += [_valued(part, row, language) for row in rows]
        elif part not in ENDINGS:
            raise KnowledgeError(f"languages/{language}.toml: [time] has an unknown part {part!r}")
    return tuple(dict.fromkeys(found))


def endings(language: str, kind: str) -> tuple[str, ...]:
    """The endings of one kind of `ENDINGS`."""
    own = language_table(language)
    return own.time.get(kind, ()) if own else ()


def _named(language: str) -> list[tuple[str, Sense]]:
    """The full names of days and months in CLDR."""
    locale = locale_of(language)
    if locale is None:
        return []
    found = []
    for context in ("format", "stand-alone"):
        found += [(str(name), Sense("W", n)) for n, name in locale.days[context]["wide"].items()]
        found += [(str(name), Sense("M", n)) for n, name in locale.months[context]["wide"].items()]
    return [(name, sense) for name, sense in found if not name.isdigit() and len(name) > 1]


def _valued(part: str, row: str, language: str) -> tuple[str, Sense]:
    word, _, value = row.partition("=")
    letter = PARTS[part]
    try:
        if part == "fused":
            count, unit = value.split()
            return word, Sense(letter, int(count), unit)
        if part == "turned":
            sign = max(value.find("+"), value.find("-"))
            return word, Sense(letter, int(value[sign:]), value[:sign])
        if part == "days":
            return word, Sense(letter, int(value.lstrip("?")), "?" if value.startswith("?") else "")
        if part == "numbers":
            return word, Sense(letter, int(value))
    except ValueError:
        raise KnowledgeError(f"languages/{language}.toml: [time] {part} has {row!r}; it must be like fortnight=2 week, "
                             "last=year-1, yesterday=-1 or two=2") from None
    return word, Sense(letter, 0, value)


def gregorian(year: int, month: int, day: int) -> date:
    """The date of a day of the Jalali calendar, by the 33-year cycle (Birashk), right for 1244–1472 (1865–2093).

    Raises: ValueError for a day that the calendar has not.
    """
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        raise ValueError(f"no day {day} of month {month}")
    past = (year - 1) * 365 + (8 * year + 21) // 33 + (31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6) + day
    return date(622, 3, 21) + timedelta(past - 1)
