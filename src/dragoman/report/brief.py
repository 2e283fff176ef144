"""A brief on a pair of countries or on one: what happened lately, in the reader's language, to read, print or send.

The same facts as HTML, Markdown, PNG or PDF. HTML holds its picture and needs nothing else; PNG and PDF are one long page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from dragoman.asked import Asked, Day
from dragoman.records import Incident, Report
from dragoman.report import charts
from dragoman.report.drawing import lines
from dragoman.report.site.library import Library
from dragoman.report.site.view import View, environment
from dragoman.report.table import safe
from dragoman.report.wording import Wording

MOST = 15
"""Incidents that a brief tells."""
WIDTH, EDGE = 794, 56
"""An A4 page at 96 dots an inch, and its margin."""
FORMS = ("html", "md", "png", "pdf")


@dataclass(frozen=True, slots=True)
class Line:
    """An incident: its day, its sentence, and the original with its source."""

    day: str
    said: str
    reports: int
    original: str
    language: str
    site: str


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a brief holds."""

    title: str
    as_of: str
    counts: str
    lines: tuple[Line, ...]
    days: tuple[Day, ...]
    mediators: tuple[str, ...]
    ties: tuple[str, ...]
    nothing: str
    viewpoint: str
    worded: str
    words: Wording


def brief(library: Library, codes: Sequence[str], language: str, since: date | None = None) -> Brief:
    """The brief of one country or of two, by their codes."""
    view = View(language, "", "")
    words, asked = view.words, Asked(actor=codes[0], other=codes[1] if len(codes) > 1 else "", since=since)
    told = tuple(_line(view, one, library) for one in library.incidents(asked, MOST))
    title = " – ".join(words.country(code) for code in codes)
    both = len(codes) > 1
    mediators = tuple(words.country(code) for code, _ in library.mediators(codes[0], codes[1], 5)) if both else ()
    ties = library.ties(codes[0], codes[1] if both else "", 5)
    counts = (f"{view.t('incidents')}: {words.number(library.count(asked, 'incident'))} · "
              f"{view.t('reports')}: {words.number(library.count(asked))}")
    as_of = view.t("as-of", date=view.when(library.last))
    return Brief(view.t("brief", who=title), as_of, counts, told, library.days(asked), mediators,
                 tuple(dict.fromkeys(words.tie(tie.kind, tie.source, tie.target) for tie in ties)),
                 view.t("nothing") if library.last else view.t("no-data"), view.t("viewpoint"), view.t("worded"), words)


def _line(view: View, incident: Incident, library: Library) -> Line:
    reports = library.reports_of(incident.events[:4])
    alike = [r for r in reports if (r.event.type, r.event.modality) == (incident.type, incident.modality)]
    lead: Report = (alike or list(reports))[0]
    return Line(view.when(incident.date, incident.precision), view.told(lead.event), len(incident.events),
                safe(lead.event.sentence.text)[:600], lead.language, safe(lead.site))


def html(made: Brief) -> str:
    """One file that holds all it needs."""
    picture = charts.svg(charts.curve(made.days, made.words)) if made.days else ""
    return environment().get_template("brief.html").render(brief=made, w=made.words, picture=picture)


def markdown(made: Brief) -> str:
    """Markdown; what comes from pages is escaped."""
    words = made.words
    parts = [f"# {_md(made.title)}", f"{_md(made.as_of)} · {_md(made.counts)}"]
    for line in made.lines:
        reports = f"{words.text('ui-reports')}: {words.number(line.reports)}"
        parts.append(f"**{_md(line.day)}** · {_md(line.said)} ({_md(reports)})\n\n> {_md(line.original)}\n>\n"
                     f"> — {_md(line.site)}")
    parts += [] if made.lines else [_md(made.nothing)]
    parts += [f"{words.text('ui-mediators')}: {_md(words.list(made.mediators))}"] if made.mediators else []
    parts += [f"- {_md(tie)}" for tie in made.ties]
    return "\n\n".join([*parts, _md(made.worded), _md(made.viewpoint)]) + "\n"


def png(made: Brief) -> bytes:
    """One picture."""
    return charts.svg_to_png(drawing(made), scale=2)


def pdf(made: Brief) -> bytes:
    """One long page."""
    return charts.svg_to_pdf(drawing(made))


def drawing(made: Brief) -> str:
    """The brief as SVG, laid out in lines."""
    sheet = _Sheet(made.words.direction == "rtl")
    sheet.text(made.title, 28, bold=True)
    sheet.text(f"{made.as_of} · {made.counts}", 13, soft=True)
    if made.days:
        sheet.picture(charts.svg(charts.curve(made.days, made.words)))
    for line in made.lines:
        sheet.gap(10)
        sheet.text(line.day, 12, soft=True)
        sheet.text(line.said, 15, bold=True)
        sheet.text(line.original, 12)
        sheet.text(f"— {line.site} ({made.words.text('ui-reports')}: {made.words.number(line.reports)})", 11, soft=True)
    if not made.lines:
        sheet.text(made.nothing, 15)
    sheet.gap(14)
    if made.mediators:
        sheet.text(f"{made.words.text('ui-mediators')}: {made.words.list(made.mediators)}", 13)
    for tie in made.ties:
        sheet.text(tie, 13)
    sheet.text(f"{made.worded} {made.viewpoint}", 11, soft=True)
    return sheet.svg()


class _Sheet:
    """A page that grows downwards."""

    def __init__(self, right: bool) -> None:
        self._parts: list[str] = []
        self._y = float(EDGE)
        self._x, self._anchor = (WIDTH - EDGE, "end") if right else (EDGE, "start")

    def text(self, text: str, size: int, bold: bool = False, soft: bool = False) -> None:
        for line in lines(text, (WIDTH - 2 * EDGE) / size):
            self._y += size * 1.4
            row = f"\u2067{line}\u2069" if self._anchor == "end" else line
            weight, colour = ("600" if bold else "400"), ("#5b6670" if soft else "#1d242c")
            self._parts.append(f'<text x="{self._x}" y="{self._y:.0f}" font-size="{size}" font-weight="{weight}" '
                               f'fill="{colour}" '
                               f'text-anchor="{self._anchor}">{escape(row)}</text>')

    def gap(self, height: int) -> None:
        self._y += height

    def picture(self, svg: str) -> None:
        """Another drawing, as wide as the text."""
        found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
        wide, high = (float(found[1]), float(found[2])) if found else (720.0, 290.0)
        scale = (WIDTH - 2 * EDGE) / wide
        self._parts.append(f'<g transform="translate({EDGE} {self._y + 16:.0f}) scale({scale:.3f})">{svg}</g>')
        self._y += 24 + high * scale

    def svg(self) -> str:
        """The whole page."""
        height = self._y + EDGE
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" '
                f'viewBox="0 0 {WIDTH} {height:.0f}" '
                f'font-family="sans-serif"><rect width="100%" height="100%" fill="#ffffff"/>{"".join(self._parts)}</svg>')


def _md(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#+!|~])", r"\\\1", safe(text))
