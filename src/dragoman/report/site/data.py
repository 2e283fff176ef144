"""What stands beside the pages: their rows as CSV and JSON, feeds, pictures and share cards."""

import csv
import io
import json
from datetime import UTC, datetime

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from dragoman.asked import Asked
from dragoman.report import charts, feeds
from dragoman.report.card import card
from dragoman.report.lines import plain_row
from dragoman.report.site import asking
from dragoman.report.site.view import View

router = APIRouter()
MOST = 5_000
"""Rows of a file; the API gives more, page by page, and the record itself all."""
FEED = 50
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run by a spreadsheet; it gets an apostrophe before it."""
EDGES, SPOTS = 40, 300


def question(sides: Asked = Depends(asking.sides), kinds: Asked = Depends(asking.kinds),
             where: Asked = Depends(asking.whereabouts)) -> Asked:
    """What an address asks."""
    return asking.together(sides, kinds, where)


@router.get("/{language}/events.csv")
def as_csv(request: Request, language: str, asked: Asked = Depends(question)) -> Response:
    """Rows as CSV, UTF-8."""
    view, library = _view(request, language)
    rows = [plain_row(report, view.told(report.event)) for report in library.reports(asked, MOST)]
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(plain_row(None, ""))
    table.writerows([_harmless(value) for value in row.values()] for row in rows)
    return _file(out.getvalue(), "text/csv; charset=utf-8", "events.csv")


@router.get("/{language}/events.json")
def as_json(request: Request, language: str, asked: Asked = Depends(question)) -> Response:
    """Rows as one JSON object."""
    view, library = _view(request, language)
    rows = [plain_row(report, view.told(report.event)) for report in library.reports(asked, MOST)]
    text = json.dumps({"version": library.version, "count": library.count(asked), "rows": rows}, ensure_ascii=False)
    return _file(text, "application/json", "events.json")


@router.get("/{language}/feed.atom")
def as_atom(request: Request, language: str, asked: Asked = Depends(question)) -> Response:
    """The newest rows as an Atom feed."""
    view, library = _view(request, language)
    text = feeds.atom(_feed(view, library.changed, asked, "feed.atom"), library.reports(asked, FEED), view.words)
    return Response(text, media_type="application/atom+xml; charset=utf-8")


@router.get("/{language}/feed.json")
def as_json_feed(request: Request, language: str, asked: Asked = Depends(question)) -> Response:
    """The newest rows as a JSON Feed."""
    view, library = _view(request, language)
    text = feeds.json_feed(_feed(view, library.changed, asked, "feed.json"), library.reports(asked, FEED), view.words)
    return Response(text, media_type="application/feed+json")


@router.get("/{language}/{name}.{form}")
def picture(request: Request, language: str, name: str, form: str, asked: Asked = Depends(question)) -> Response:
    """A picture of what is asked: curve, map, network or card, as svg, png or (but the card) vl.json."""
    view, library = _view(request, language)
    if name == "card" and form == "png":
        drawing = card(headline(view, asked), view.t("tagline"), library.days(asked), view.words)
        return Response(charts.svg_to_png(drawing), media_type="image/png")
    if name == "curve":
        spec = charts.curve(library.days(asked), view.words)
    elif name == "map":
        spec = charts.world(library.spots(asked, SPOTS), view.words)
    elif name == "network":
        spec = charts.network(library.edges(asked, EDGES), view.words)
    else:
        raise HTTPException(404, "no such page")
    if form == "svg":
        return Response(charts.svg(spec), media_type="image/svg+xml")
    if form == "png":
        return Response(charts.png(spec), media_type="image/png")
    if form == "vl":
        return Response(json.dumps(spec), media_type="application/json")
    raise HTTPException(404, "no such page")


def headline(view: View, asked: Asked) -> str:
    """What a question is about, in words."""
    codes = [code for code in (asked.actor, asked.other, asked.source, asked.target, asked.place) if code]
    parts = [" – ".join(view.words.country(code) for code in codes)] if codes else []
    parts += [view.words.type(asked.type)] if asked.type else []
    parts += [f"“{asked.words}”"] if asked.words else []
    parts += [asked.site] if asked.site else []
    return " · ".join(parts) or view.t("front")


def _view(request: Request, language: str):  # type: ignore[no-untyped-def]
    site = request.app.state.site
    return site.view(request, language), site.current()


def _feed(view: View, changed: datetime | None, asked: Asked, name: str) -> feeds.Feed:
    return feeds.Feed(f"{headline(view, asked)} – Dragoman", view.base, view.rows(asked), view.data(name, asked),
                      changed or datetime(1970, 1, 1, tzinfo=UTC))


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULAS) else value


def _file(text: str, media: str, name: str) -> Response:
    return Response(text, media_type=media, headers={"content-disposition": f'inline; filename="{name}"'})
