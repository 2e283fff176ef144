"""The pages of letters: sign up, confirm, see, change, export, erase, leave. Mounted by the site.

A page that is only looked at changes nothing, for mail scanners look at every link: whatever acts is a button (POST). What
acts without a page is one-click unsubscribe, a POST by itself (RFC 8058).
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from babel import Locale
from fastapi import APIRouter, BackgroundTasks, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.asked import Asked
from dragoman.errors import InputError
from dragoman.news import LONGEST_WORDS, Topic
from dragoman.news import topic as parsed
from dragoman.report.letters.hooks import HookError, Hooks
from dragoman.report.letters.subscriptions import RHYTHMS, THRESHOLDS, Subscriptions, TooMany, Wish, wish
from dragoman.report.letters.tokens import HOUR, LASTS, BadToken, Purpose
from dragoman.report.letters.words import Texts, texts
from dragoman.report.site.view import static
from dragoman.report.wording import languages

LARGEST = 20_000
"""Bytes of a form."""
HEADERS = {"cache-control": "no-store", "referrer-policy": "no-referrer"}
Fields = dict[str, str]


async def fields(request: Request) -> Fields:
    """The fields of a form. Raises: HTTPException 413 for a large one, 400 for one that is none."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(413, "too large")
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=30))
    except ValueError:
        raise HTTPException(400, "unreadable form") from None


Given = Annotated[Fields, Depends(fields)]


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pages need. nudge: sends the letters that somebody waits for, after the answer."""

    kept: Subscriptions
    title: str
    nudge: Callable[[], None]
    hooks: Hooks

    def show(self, language: str, kind: str, title: str, lines: tuple[str, ...] = (), **more: object) -> HTMLResponse:
        """A page; `status` is its status."""
        say = _say(language)
        values = {"say": say, "kind": kind, "title": title, "lines": lines, "site": self.title, "rhythms": RHYTHMS,
                  "thresholds": THRESHOLDS, "style": static("style.css"), "languages": _names(), "told": False, **more}
        text = _environment().get_template("page.html").render(values)
        return HTMLResponse(text, int(str(more.get("status", 200))), HEADERS)

    def told(self, language: str, key: str, status: int = 200, **values: object) -> HTMLResponse:
        """A page with one message."""
        say = _say(language)
        return self.show(language, "told", say.say("letters"), (say.say(key, **values),), told=True, status=status)

    def form(self, language: str, topic: Topic, lines: tuple[str, ...] = (), status: int = 200) -> HTMLResponse:
        """The form for a topic."""
        say = _say(language)
        return self.show(language, "form", say.say("letters"), (*lines, say.say("intro", topic=say.topic(topic))),
                         topic=topic.text, form=self.kept.form_token(), wish=Wish(topic, language), status=status)

    def mine(self, language: str, person: str, lines: tuple[str, ...] = ()) -> HTMLResponse:
        """A person's own page, with a new token for the next act."""
        say = _say(language)
        return self.show(language, "mine", say.say("mine"), (self.kept.address(person), *lines), told=bool(lines),
                         subscriptions=self.kept.of(person), token=self.kept.token(Purpose.act, person))


def router(kept: Subscriptions, title: str, nudge: Callable[[], None], hooks: Hooks | None = None) -> APIRouter:
    """The routes, for the site to mount before its own."""
    made = APIRouter(include_in_schema=False)
    pages = Pages(kept, title, nudge, hooks or Hooks())
    _strangers(made, pages)
    _links(made, pages)
    _owners(made, pages)
    return made


def _strangers(made: APIRouter, pages: Pages) -> None:
    @made.get("/{language}/letters")
    def form(request: Request, language: str) -> Response:
        say = _say(language)
        if not request.url.query:
            return pages.show(language, "ask", say.say("mine"), form=pages.kept.form_token())
        try:
            return pages.form(language, parsed(request.url.query))
        except InputError:
            return pages.told(language, "refused", 400)

    @made.post("/{language}/letters")
    def sign_up(request: Request, language: str, given: Given, after: BackgroundTasks) -> Response:
        _same_site(request)
        return _asked(pages, language, after, lambda: _sign_up(pages.kept, language, given, _host(request)))

    @made.get("/{language}/letters/mine")
    def ask(language: str) -> Response:
        return pages.show(language, "ask", _say(language).say("mine"), form=pages.kept.form_token())

    @made.post("/{language}/letters/mine")
    def asked(request: Request, language: str, given: Given, after: BackgroundTasks) -> Response:
        _same_site(request)
        address, form = given.get("address", ""), given.get("form", "")
        return _asked(pages, language, after, lambda: pages.kept.ask_link(address, language, form, _host(request)))


def _sign_up(kept: Subscriptions, language: str, given: Fields, host: str) -> None:
    if given.get("website"):
        return
    if given.get("agree") != "1":
        raise InputError("consent is needed")
    kept.sign_up(_wish(given, given.get("topic", ""), language), given.get("address", ""), given.get("form", ""), host)


def _asked(pages: Pages, language: str, after: BackgroundTasks, act: Callable[[], None]) -> Response:
    """The answer to a stranger: the same whatever we know of the address."""
    _say(language)
    try:
        act()
    except InputError:
        return pages.told(language, "refused", 400)
    except BadToken:
        return pages.told(language, "bad-link", 400)
    except TooMany:
        say = _say(language)
        page = pages.show(language, "told", say.say("letters"), (say.words.text("ui-too-many"),), status=429)
        page.headers["retry-after"] = str(HOUR)
        return page
    after.add_task(pages.nudge)
    return pages.told(language, "mailed", hours=LASTS[Purpose.confirm] // HOUR)


def _links(made: APIRouter, pages: Pages) -> None:
    """The links of letters: looked at, they show a button; pressed, they act."""
    @made.get("/{language}/letters/confirm/{token}")
    def look(request: Request, language: str, token: str) -> Response:
        return _button(pages, request, language, "confirm", lambda: pages.kept.peek(Purpose.confirm, token).wish.topic)

    @made.post("/{language}/letters/confirm/{token}")
    def confirm(language: str, token: str) -> Response:
        try:
            pages.kept.confirm(token)
        except BadToken:
            return pages.told(language, "bad-link", 400)
        return pages.told(language, "confirmed")

    @made.get("/{language}/letters/stop/{token}")
    def leaving(request: Request, language: str, token: str) -> Response:
        return _button(pages, request, language, "stop", lambda: pages.kept.peek(Purpose.stop, token).wish.topic)

    @made.post("/{language}/letters/stop/{token}")
    def stop(language: str, token: str) -> Response:
        try:
            pages.kept.stop(token)
        except BadToken as why:
            if why.reason != "used":
                return pages.told(language, "bad-link", 400)
        return pages.told(language, "stopped")

    @made.get("/{language}/letters/mine/{token}")
    def door(request: Request, language: str) -> Response:
        return _button(pages, request, language, "open", None)

    @made.post("/{language}/letters/mine/{token}")
    def enter(language: str, token: str) -> Response:
        try:
            return pages.mine(language, pages.kept.enter(token))
        except BadToken:
            return pages.told(language, "bad-link", 400)


def _button(pages: Pages, request: Request, language: str, key: str, look: Callable[[], Topic] | None) -> Response:
    say = _say(language)
    try:
        lines = (say.topic(look()),) if look else ()
    except BadToken as why:
        return pages.told(language, "stopped" if key == "stop" and why.reason == "used" else "bad-link",
                          200 if key == "stop" and why.reason == "used" else 400)
    return pages.show(language, "button", say.say("mine" if key == "open" else "letters"), lines, action=request.url.path,
                      button=say.say(key))


def _owners(made: APIRouter, pages: Pages) -> None:
    @made.post("/{language}/letters/act")
    def act(request: Request, language: str, given: Given) -> Response:
        """One act of a reader upon own data."""
        _same_site(request)
        try:
            person = pages.kept.enter(given.get("token", ""), Purpose.act)
            return _act(pages, language, person, given)
        except BadToken:
            return pages.told(language, "bad-link", 400)


def _act(pages: Pages, language: str, person: str, given: Fields) -> Response:
    kept, name, act = pages.kept, given.get("subscription", ""), given.get("act", "")
    if act == "export":
        name = f'attachment; filename="{texts("en").say("letters").lower()}.json"'
        return Response(kept.export(person), 200, {**HEADERS, "content-disposition": name}, "application/json")
    if act == "erase":
        kept.erase(person)
        return pages.told(language, "erased")
    lines: tuple[str, ...] = ()
    if act == "leave":
        kept.leave(person, name)
        lines = (_say(language).say("stopped"),)
    elif act == "hook":
        lines = (_hooked(pages, language, person, given),)
    elif act == "save":
        try:
            kept.change(person, name, _wish(given, kept.get(name).wish.topic.text, language))
        except InputError:
            lines = (_say(language).say("refused"),)
    return pages.mine(language, person, lines)


def _hooked(pages: Pages, language: str, person: str, given: Fields) -> str:
    """Prove a webhook and note it; what to tell its owner."""
    say, name, url = _say(language), given.get("subscription", ""), given.get("url", "").strip()
    if name not in {own.id for own in pages.kept.of(person)}:
        raise BadToken("wrong")
    secret = secrets.token_urlsafe(32)
    try:
        if url:
            pages.hooks.prove(url, secret)
    except HookError:
        return say.say("hook-bad")
    pages.kept.set_hook(person, name, url, secret)
    return say.say("hook-secret", secret=secret) if url else say.say("save")


def _wish(given: Fields, topic: str, language: str) -> Wish:
    choices = frozenset(key for key in ("empty", "alerts") if given.get(key) == "1")
    return wish(topic, given.get("language", language), given.get("rhythm", ""), given.get("threshold", ""), choices)


def link(language: str, asked: Asked) -> tuple[str, str] | None:
    """Address and name of the form for what a page of the site shows; None where that is no topic."""
    found = Topic(asked.actor, asked.other, asked.place, asked.type, asked.words[:LONGEST_WORDS])
    whole = not (asked.source or asked.target or asked.sector or asked.modality or asked.quad or asked.site or asked.article)
    return (f"/{language}/letters?{found.text}", texts(language).say("letters")) if whole and found.text else None


def _same_site(request: Request) -> None:
    """Refuse forms that another site sends in a reader's name. Raises: HTTPException 403."""
    origin, kind = request.headers.get("origin"), request.headers.get("sec-fetch-site", "same-origin")
    foreign = origin not in (None, "null") and urlsplit(origin).netloc != request.headers.get("host")
    if foreign or kind not in ("same-origin", "none") or (origin == "null" and "sec-fetch-site" not in request.headers):
        raise HTTPException(403, "this form belongs to another site")


def _host(request: Request) -> str:
    return request.client.host if request.client else ""


def _say(language: str) -> Texts:
    if language not in languages():
        raise HTTPException(404, "no such page")
    return texts(language)


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Each language by its own name."""
    return tuple((code, str(Locale.parse(code).get_display_name(code) or code)) for code in languages())


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("dragoman.report.letters"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True)
