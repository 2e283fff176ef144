"""The card that is shown where a page is shared: its title and its curve, drawn as SVG."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from dragoman.asked import Day
from dragoman.report.charts import CONFLICT, COOPERATION
from dragoman.report.drawing import lines
from dragoman.report.wording import Wording

WIDTH, HEIGHT, EDGE = 1200, 630, 70
COLUMNS = 60
"""Bars of the curve; days are summed so that no more are drawn."""


def card(title: str, tagline: str, days: Sequence[Day], words: Wording) -> str:
    """An SVG of 1200 × 630."""
    right = words.direction == "rtl"
    x, anchor = (WIDTH - EDGE, "end") if right else (EDGE, "start")
    mark = "\u200f" if right else ""
    size = 64 if len(title) < 40 else 48
    rows = lines(title, (WIDTH - 2 * EDGE) / size)[:2]
    head = "".join(f'<text x="{x}" y="{150 + n * size * 1.25}" font-size="{size}" font-weight="600" fill="#1d242c" '
                   f'text-anchor="{anchor}">{escape(mark + row)}</text>' for n, row in enumerate(rows))
    small = lines(tagline, (WIDTH - 2 * EDGE) / 26)[:1]
    foot = (f'<text x="{x}" y="{HEIGHT - 40}" font-size="26" fill="#5b6670" text-anchor="{anchor}">'
            f'{escape(small[0] if small else "")}</text>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif">'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f7f5f0"/>'
            f'<rect width="{WIDTH}" height="14" fill="{COOPERATION}"/>'
            f'<text x="{x}" y="70" font-size="28" fill="{COOPERATION}" font-weight="600" '
            f'text-anchor="{anchor}">Dragoman</text>'
            f"{head}{_bars(days)}{foot}</svg>")


def _bars(days: Sequence[Day]) -> str:
    if not days:
        return ""
    first, last = days[0].date.toordinal(), days[-1].date.toordinal()
    step = max(1, -(-(last - first + 1) // COLUMNS))
    sums: dict[int, tuple[int, int]] = {}
    for day in days:
        n = (day.date.toordinal() - first) // step
        a, b = sums.get(n, (0, 0))
        sums[n] = (a + day.cooperation, b + day.conflict)
    width = (WIDTH - 2 * EDGE) / max(COLUMNS // 2, (last - first) // step + 1)
    most = max(max(pair) for pair in sums.values())
    middle, high = 420, 110
    drawn = [f'<rect x="{EDGE}" y="{middle - 1}" width="{WIDTH - 2 * EDGE}" height="2" fill="#b9b4a8"/>']
    for n, (up, down) in sums.items():
        above, below = high * up / most, high * down / most
        across = f'x="{EDGE + n * width:.1f}" width="{width * .7:.1f}"'
        drawn.append(f'<rect {across} y="{middle - above:.1f}" height="{above:.1f}" fill="{COOPERATION}"/>'
                     f'<rect {across} y="{middle}" height="{below:.1f}" fill="{CONFLICT}"/>')
    return "".join(drawn)
