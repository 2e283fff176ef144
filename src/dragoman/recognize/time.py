"""When something happened: the event's own expression of time, counted from the day of publication."""

import calendar
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from dragoman.knowledge.calendar import gregorian
from dragoman.recognize.expressions import Expression, expressions
from dragoman.records import Article, Event, When

CLAUSE = ",;:—–()，；：、。،؛।"
STEP = 40
"""Characters that a clause's end counts for when the nearest expression is sought."""
SINCE = 200
"""Characters that "since January" counts for more: it dates the state that its own clause tells, seldom the act of the
sentence. Alone and farther than `STEP` from the trigger it dates nothing, unless it opens the sentence."""
COARSE = 30
"""The same for a week, month or year: the act of a lead has its day."""
BESIDE = 12
"""Up to here an expression stands beside the trigger, whatever it is."""
SLACK = timedelta(1)
"""A page may be dated a day before the day it writes of: time zones."""
NEAR = 45
"""A day and month so many days ahead of publication lies ahead, though the act is past ("agreed to meet on 5 April")."""
OLD = timedelta(366)


def dated(events: Iterable[Event], article: Article) -> tuple[Event, ...]:
    """The events with their `when` and `date`, in the same order.

    An event takes the expression nearest to its trigger, clauses counted; one about history only when no other
    event's trigger is nearer. Asserted and negated events without one take the day of publication.
    """
    own = list(events)
    published = day_of(article)
    found = []
    for event in own:
        rivals = [e for e in own if e.sentence == event.sentence and (e.start, e.end) != (event.start, event.end)]
        when = _when(event, rivals, article.language, published)
        found.append(replace(event, when=when, date=when.date))
    return tuple(found)


def day_of(article: Article) -> date | None:
    """The day of publication, UTC."""
    return article.published.date() if isinstance(article.published, datetime) else article.published


def _when(event: Event, rivals: list[Event], language: str, published: date | None) -> When:
    ahead = event.modality in ("future", "hypothetical")
    base, text = event.sentence.start, event.sentence.text
    known = expressions(text, language)
    trigger = (event.start - base, event.end - base)
    for expression in sorted(known, key=lambda e: _rank(e, trigger, text)):
        day, precision = resolved(expression, published, ahead)
        if not _fits(expression, day, published, ahead) or _far_state(expression, trigger, text):
            continue
        others = [(r.start - base, r.end - base) for r in rivals]
        if _is_history(expression, day, published) and any(
                _distance(expression, other, text) < _distance(expression, trigger, text) for other in others):
            continue
        if precision != "day" and any(_between(other, trigger, expression) for other in others):
            continue
        words = text[expression.start:expression.end]
        return When(day, precision, f"{_reason(expression)} {words}", base + expression.start, base + expression.end)
    if ahead:
        return When(None, "unknown", "still to come", None, None)
    if published is None:
        return When(None, "unknown", "publication unknown", None, None)
    return When(published, "day", "published", None, None)


def _between(other: tuple[int, int], trigger: tuple[int, int], expression: Expression) -> bool:
    """Another act's trigger stands between the act and the expression: "condemned the expulsion in April"."""
    return trigger[1] <= other[0] < expression.start or expression.end <= other[0] < trigger[0]


def _rank(expression: Expression, trigger: tuple[int, int], text: str) -> int:
    """Its distance, made longer for what seldom dates an act from afar."""
    distance = _distance(expression, trigger, text)
    if distance <= BESIDE:
        return distance
    since = SINCE if expression.relation == "since" else 0
    return distance + since + (COARSE if resolved(expression, None, False)[1] != "day" else 0)


def _far_state(expression: Expression, trigger: tuple[int, int], text: str) -> bool:
    return expression.relation == "since" and expression.start > 0 and _distance(expression, trigger, text) > STEP


def _distance(expression: Expression, trigger: tuple[int, int], text: str) -> int:
    """Characters between an expression and the trigger, each end of a clause between them counted as many."""
    start, end = (expression.end, trigger[0]) if expression.end <= trigger[0] else (trigger[1], expression.start)
    if end <= start:
        return 0
    return end - start + STEP * sum(c in CLAUSE for c in text[start:end])


def _fits(expression: Expression, day: date | None, published: date | None, ahead: bool) -> bool:
    """What is told as past lies not ahead and takes no term of time; what is to come lies not behind."""
    if not ahead:
        if expression.relation in ("until", "in"):
            return False
        return not (day and published and day > published + SLACK)
    if expression.relation == "since" or (expression.kind == "ago" and expression.count < 0):
        return False
    return not (day and published and expression.kind in ("offset", "turned") and expression.turn + expression.count < 0)


def _is_history(expression: Expression, day: date | None, published: date | None) -> bool:
    return expression.kind == "vague" or bool(day and (published is None or published - day > OLD))


def _reason(expression: Expression) -> str:
    """The name of the rule, for `When.reason`."""
    if expression.relation in ("since", "until"):
        return expression.relation
    names = {"date": "explicit", "offset": "day", "turned": "relative", "ago": "counted"}
    return names.get(expression.kind, expression.kind)


def resolved(expression: Expression, published: date | None, ahead: bool) -> tuple[date | None, str]:
    """First day and precision of an expression; ahead: the act is to come or supposed."""
    if expression.kind == "vague":
        return None, "unknown"
    if expression.kind == "date":
        return _dated(expression, published, ahead)
    if expression.kind == "weekday":
        return (_weekday(expression, published, ahead) if published else None), "day"
    if expression.kind == "offset":
        count = expression.count * (1 if ahead else -1) if expression.unit == "?" else expression.count
        return (_moved(published, count, "day") if published else None), "day"
    unit, count = expression.unit, expression.turn if expression.kind == "turned" else expression.count
    precision = {"hour": "day", "decade": "year"}.get(unit, unit)
    return (_moved(published, count, unit) if published else None), precision


def _weekday(expression: Expression, published: date, ahead: bool) -> date:
    """The nearest such day on the right side; "last" and "next" never mean the day of publication."""
    if expression.unit == "week":
        return published + timedelta(7 * expression.turn + expression.weekday - published.weekday())
    back = (published.weekday() - expression.weekday) % 7
    if expression.turn < 0 or (not ahead and expression.turn == 0):
        return published - timedelta(7 if back == 0 and expression.turn else back)
    on = (expression.weekday - published.weekday()) % 7
    return published + timedelta(7 if on == 0 and expression.turn else on)


def _moved(day: date, count: int, unit: str) -> date | None:
    """The first day of the unit so many units from the day's own; weeks begin on Monday."""
    if unit == "hour":
        return day + timedelta(round(count / 24) if abs(count) >= 24 else 0)
    if unit in ("day", "week"):
        moved = day + timedelta(count * (7 if unit == "week" else 1)) if abs(count) < 20_000 else None
        return moved - timedelta(moved.weekday()) if moved and unit == "week" else moved
    months = day.year * 12 + day.month - 1 + count * {"month": 1, "year": 12, "decade": 120}[unit]
    if not 12 <= months < 9999 * 12:
        return None
    return date(months // 12, months % 12 + 1 if unit == "month" else 1, 1)


def _dated(expression: Expression, published: date | None, ahead: bool) -> tuple[date | None, str]:
    """A year, month or day of the calendar; a missing year is the last one that fits, or the next for what is ahead."""
    precision = "day" if expression.day else "month" if expression.month else "year"
    if expression.year:
        return _day(expression, expression.year), precision
    if published is None:
        return None, precision
    if not expression.month:
        return _day_of_month(expression, published, ahead), precision
    year = published.year - (621 if expression.unit == "jalali" else 0)
    if expression.unit == "year" or expression.this:
        return _day(expression, year + expression.turn), precision
    near = [day for y in range(year - 2, year + 3) if (day := _day(expression, y))]
    return _nearest(expression, near, published, ahead), precision


def _nearest(expression: Expression, near: list[date], published: date, ahead: bool) -> date | None:
    """Of a day's or month's dates in the years around, the last one that fits, or the next for what is ahead."""
    edge = published if expression.day else _moved(published, 0, "month") or published
    edge += timedelta(expression.turn * (1 if expression.day else 28))
    slack = SLACK if expression.day and not expression.turn else timedelta()
    behind = max((day for day in near if day <= edge + slack), default=None)
    coming = min((day for day in near if day >= edge), default=None)
    if expression.turn > 0 or (expression.turn == 0 and ahead):
        return coming
    if expression.day and coming and SLACK < coming - published <= timedelta(NEAR):
        return coming
    return behind


def _day_of_month(expression: Expression, published: date, ahead: bool) -> date | None:
    """"The 3rd" of this month, or of the month before or after where this month's lies on the wrong side."""
    this = published.year * 12 + published.month - 1
    months = [this] if expression.this else [this, this + (1 if ahead else -1)]
    days = [date(m // 12, m % 12 + 1, expression.day) for m in months
            if 1 <= expression.day <= calendar.monthrange(m // 12, m % 12 + 1)[1]]
    return next((d for d in days if (d >= published if ahead else d <= published + SLACK)), None)


def _day(expression: Expression, year: int) -> date | None:
    """The expression's first day in a year; None where the calendar has none (30 February)."""
    try:
        if expression.unit == "jalali":
            return gregorian(year, expression.month or 1, expression.day or 1)
        return date(year, expression.month or 1, expression.day or 1)
    except ValueError:
        return None
