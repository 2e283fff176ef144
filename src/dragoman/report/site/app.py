"""The site's application: addresses to pages. What stands before it (cache, limits, headers) is in `front`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Annotated

from babel import negotiate_locale
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException as AnyHTTPException

from dragoman.asked import Asked
from dragoman.report import charts
from dragoman.report.site import api, asking, data
from dragoman.report.site.front import Front
from dragoman.report.site.library import Library
from dragoman.report.site.view import Country, Notice, Told, View, environment
from dragoman.report.wording import languages

DAYS = 7
"""Days that "lately" means on the front page."""
ROWS = 25
"""Rows of a listing."""
FEW = 12
Number = Annotated[int, Query(ge=1, le=asking.DEEPEST)]
MEDIA = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Settings:
    """How a site is run."""

    title: str = "Dragoman"
    address: str = ""
    """Public address, such as https://events.example.org; taken from each request when empty."""
    rate: float = 20
    """Requests a second that one reader may make on average; 0: no limit."""
    notice: Notice | None = None
    contact: str = ""
    letters: Callable[[str, Asked], tuple[str, str] | None] | None = None
    """Address and name of the page where letters on a question are ordered; None where there are no letters."""


class Site:
    """Pages over whatever version of the record is current."""

    def __init__(self, current: Callable[[], Library], settings: Settings) -> None:
        self.current, self.settings = current, settings

    def view(self, request: Request, language: str) -> View:
        """Helpers for a page. Raises: HTTPException 404 for a language that there is no wording in."""
        if language not in languages():
            raise HTTPException(404, "no such page")
        base = self.settings.address.rstrip("/") or str(request.base_url).rstrip("/")
        return View(language, base, request.url.path)

    def page(self, name: str, view: View, **values: object) -> HTMLResponse:
        """A page from its template; `status` is its status too."""
        text = environment().get_template(name).render(v=view, site=self, library=self.current(), Asked=Asked,
                                                       asked_query=asking.query, replace=replace, **values)
        return HTMLResponse(text, int(str(values.get("status", 200))), {"content-language": view.language})

    def letters(self, language: str, asked: Asked) -> tuple[str, str] | None:
        """Address and name of the page where letters on a question are ordered; None where there are none."""
        return self.settings.letters(language, asked) if self.settings.letters else None

    def told(self, asked: Asked, limit: int, offset: int = 0) -> tuple[Told, ...]:
        """Incidents with the report that words each: the first that has the incident's type."""
        library = self.current()
        found = library.incidents(asked, limit, offset)
        first = tuple(event for one in found for event in one.events[:4])
        reports = {report.event.id: report for report in library.reports_of(first)}
        made = []
        for one in found:
            own = [reports[name] for name in one.events[:4] if name in reports]
            own = [r for r in own if (r.event.type, r.event.modality) == (one.type, one.modality)] or own
            if own:
                made.append(Told(one, own[0]))
        return tuple(made)


def application(current: Callable[[], Library], settings: Settings | None = None,
                more: Sequence[APIRouter] = ()) -> Front:
    """The site as an ASGI application. current: gives the newest version of the record that is laid out; more: further
    routes, such as those of letters."""
    site = Site(current, settings or Settings())
    app = FastAPI(title=site.settings.title, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
                  description="Read access to a record of who did what to whom. All lists are paged; every answer has an "
                              "ETag; a reader who asks too often gets status 429 with Retry-After.")
    app.state.site = site
    app.include_router(api.router)
    for router in more:
        app.include_router(router)
    _errors(app, site)
    _doors(app)
    app.include_router(data.router, include_in_schema=False)
    _pages(app, site)
    return Front(app, lambda: current().version, site.settings.rate)


def _errors(app: FastAPI, site: Site) -> None:
    def wrong(request: Request, status: int, detail: str) -> Response:
        if request.url.path.startswith("/api/"):
            return JSONResponse({"detail": detail}, status)
        language = request.url.path.split("/")[1]
        view = site.view(request, language if language in languages() else _negotiated(request))
        return site.page("error.html", view, status=status, detail=detail, asked=Asked())

    @app.exception_handler(AnyHTTPException)
    def refused(request: Request, error: AnyHTTPException) -> Response:
        return wrong(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    def unreadable(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        return wrong(request, 400, f"{'.'.join(str(part) for part in first['loc'][1:])}: {first['msg']}")


def _negotiated(request: Request) -> str:
    """The language that the browser likes best of ours."""
    wanted: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "")[:500].split(","):
        name, _, quality = part.strip().partition(";q=")
        try:
            wanted.append((-float(quality or 1), name.replace("-", "_")))
        except ValueError:
            continue
    ordered = [name for _, name in sorted(wanted, key=lambda x: x[0])]
    best = negotiate_locale([*ordered, *(name.split("_")[0] for name in ordered)], languages(), sep="_")
    return best or "en"


def _doors(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    def door(request: Request) -> Response:
        return RedirectResponse(f"/{_negotiated(request)}/", 302, {"vary": "accept-language", "cache-control": "no-store"})

    @app.get("/static/vega.js", include_in_schema=False)
    def drawing() -> Response:
        return Response(charts.javascript(), media_type=MEDIA["js"])

    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        kind = MEDIA.get(name.rpartition(".")[2])
        path = files("dragoman.report.site") / "static" / name
        if kind is None or "/" in name or "\\" in name or name.startswith(".") or not path.is_file():
            raise HTTPException(404, "no such file")
        return Response(path.read_bytes(), media_type=kind)

    @app.get("/favicon.ico", include_in_schema=False)
    def icon() -> Response:
        return RedirectResponse("/static/icon.svg", 301)

    @app.get("/robots.txt", include_in_schema=False)
    def robots() -> Response:
        return Response("User-agent: *\nDisallow: /api/\n", media_type="text/plain")


def _pages(app: FastAPI, site: Site) -> None:
    _lists(app, site)
    _things(app, site)

    @app.get("/{language}/dyad/{first}/{second}", include_in_schema=False)
    def dyad(request: Request, language: str, first: str, second: str, page: Number = 1) -> Response:
        view, library = site.view(request, language), site.current()
        a, b = sorted((asking.country(first), asking.country(second)))
        asked = Asked(actor=a, other=b)
        if (a, b) != (first, second):
            return RedirectResponse(view.to("dyad", a, b), 301)
        return site.page("dyad.html", view, a=a, b=b, asked=asked, total=library.count(asked), page=page,
                         incidents=library.count(asked, "incident"), told=site.told(asked, ROWS, (page - 1) * ROWS),
                         mediators=library.mediators(a, b, FEW), ties=library.ties(a, b, FEW),
                         said=((a, library.statements(a, b, FEW)), (b, library.statements(b, a, FEW))), rows=ROWS)

    @app.get("/{language}/actor/{code}", include_in_schema=False)
    def actor(request: Request, language: str, code: str, sector: asking.One = "", page: Number = 1) -> Response:
        view, library = site.view(request, language), site.current()
        own = asking.country(code)
        if own != code:
            return RedirectResponse(view.to("actor", own), 301)
        asked = asking.together(Asked(actor=own), asking.sides(actor=own, sector=sector))
        return site.page("actor.html", view, code=own, asked=asked, total=library.count(asked), page=page, rows=ROWS,
                         incidents=library.count(asked, "incident"), told=site.told(asked, ROWS, (page - 1) * ROWS),
                         edges=library.edges(asked, 2 * FEW), ties=library.ties(own, "", FEW),
                         said=library.statements(own, "", FEW), who=Country(own, sector.upper() or "GOV"))


def _lists(app: FastAPI, site: Site) -> None:
    @app.get("/{language}/", include_in_schema=False)
    def front(request: Request, language: str) -> Response:
        view, library = site.view(request, language), site.current()
        rising, turned = library.trends(DAYS, FEW), library.reversals(DAYS, FEW)
        latest = {t.pair: site.told(Asked(actor=t.pair[0], other=t.pair[1]), 1) for t in (*rising, *turned)}
        return site.page("front.html", view, asked=Asked(), rising=rising, turned=turned, latest=latest, days=DAYS,
                         told=site.told(Asked(), ROWS), counts=library.counts())

    @app.get("/{language}/search", include_in_schema=False)
    def search(request: Request, language: str, page: Number = 1, sides: Asked = Depends(asking.sides),
               kinds: Asked = Depends(asking.kinds), where: Asked = Depends(asking.whereabouts)) -> Response:
        view, library, asked = site.view(request, language), site.current(), asking.together(sides, kinds, where)
        return site.page("search.html", view, asked=asked, page=page, rows=ROWS, total=library.count(asked),
                         incidents=library.count(asked, "incident"), read=any(n for _, n in library.counts()),
                         reports=library.reports(asked, ROWS, (page - 1) * ROWS))

    @app.get("/{language}/map", include_in_schema=False)
    def world(request: Request, language: str) -> Response:
        return site.page("map.html", site.view(request, language), asked=Asked(), spots=site.current().spots(Asked(), 60))

    @app.get("/{language}/network", include_in_schema=False)
    def network(request: Request, language: str) -> Response:
        edges = site.current().edges(Asked(), 40)
        return site.page("network.html", site.view(request, language), asked=Asked(), edges=edges)

    @app.get("/{language}/sources", include_in_schema=False)
    def sources(request: Request, language: str) -> Response:
        return site.page("sources.html", site.view(request, language), asked=Asked(), outlets=site.current().outlets())

    @app.get("/{language}/operator", include_in_schema=False)
    def operator(request: Request, language: str) -> Response:
        library = site.current()
        return site.page("operator.html", site.view(request, language), asked=Asked(), counts=library.counts(),
                         outlets=library.outlets()[:50], skipped=library.skipped(100))


def _things(app: FastAPI, site: Site) -> None:
    @app.get("/{language}/incident/{name}", include_in_schema=False)
    def incident(request: Request, language: str, name: str) -> Response:
        view, library = site.view(request, language), site.current()
        found = library.incident(name)
        if found is None:
            raise HTTPException(404, "no such incident")
        reports = library.reports_of(found.events[:200])
        lead = next((r for r in reports if (r.event.type, r.event.modality) == (found.type, found.modality)), reports[0])
        articles = {article.id: article for article in library.articles(tuple({r.event.article for r in reports}))}
        return site.page("incident.html", view, asked=Asked(), incident=found, reports=reports, lead=lead, articles=articles)

    @app.get("/{language}/event/{name}", include_in_schema=False)
    def event(request: Request, language: str, name: str) -> Response:
        view = site.view(request, language)
        incident = site.current().incident_of(name)
        if not incident:
            raise HTTPException(404, "no such event")
        return RedirectResponse(view.to("incident", incident) + f"#e{name}", 302)

    @app.get("/{language}/article/{name}", include_in_schema=False)
    def article(request: Request, language: str, name: str) -> Response:
        view, library = site.view(request, language), site.current()
        found = library.article(name)
        if found is None:
            raise HTTPException(404, "no such article")
        reports = sorted(library.reports(Asked(article=name), 500), key=lambda r: r.event.start)
        return site.page("article.html", view, asked=Asked(article=name), article=found, reports=reports,
                         said=library.statements_in(name))

    @app.get("/{language}/source/{name:path}", include_in_schema=False)
    def source(request: Request, language: str, name: str, page: Number = 1) -> Response:
        view, library = site.view(request, language), site.current()
        outlets = library.outlets(name) if name else ()
        if not outlets:
            raise HTTPException(404, "no such source")
        return site.page("source.html", view, asked=Asked(site=name), outlet=outlets[0], page=page, rows=ROWS,
                         articles=library.articles_from(name, ROWS, (page - 1) * ROWS), total=outlets[0].articles)

    @app.get("/{language}/place/{code}", include_in_schema=False)
    def place(request: Request, language: str, code: str, page: Number = 1) -> Response:
        view, library = site.view(request, language), site.current()
        asked = Asked(place=asking.country(code))
        return site.page("place.html", view, asked=asked, code=asked.place, total=library.count(asked), page=page, rows=ROWS,
                         told=site.told(asked, ROWS, (page - 1) * ROWS), spots=library.spots(asked, 40))
