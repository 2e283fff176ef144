"""Letters in words: HTML and plain text in the reader's language, with the drawn picture inside, every event with its
original sentence and source. What readers of one topic share is made once.
"""

import hashlib
import unicodedata
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from functools import cache, lru_cache
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from dragoman.asked import Day
from dragoman.news import Digest, Fresh, News, Span, Topic
from dragoman.records import Event
from dragoman.report import charts
from dragoman.report.letters.outbox import Letter
from dragoman.report.letters.settings import Settings
from dragoman.report.letters.subscriptions import Subscriptions
from dragoman.report.letters.tokens import HOUR, LASTS, Purpose
from dragoman.report.letters.words import Texts, texts

KEPT = 256
"""Contents kept. Letters of one topic and language lie together in the outbox, but those put off come in between."""
PICTURE_DAYS = 120
COLORS = {"source": "#cfe6f3", "target": "#f6dccb", "act": "#e3e6b8"}
"""As on the site."""
CONFLICT = ("verbal-conflict", "material-conflict")


@dataclass(frozen=True, slots=True)
class Content:
    """What the readers of a topic in a language share."""

    subject: str
    html: str
    text: str
    picture: bytes
    """PNG; empty where there is nothing to draw."""


@dataclass(frozen=True, slots=True)
class Item:
    """An incident as a letter shows it."""

    said: str
    facts: str
    marked: tuple[tuple[str, str], ...]
    sentence: str
    language: str
    origin: str
    url: str
    link: str
    good: bool


class Renderer:
    """Makes letters. news: what the record tells."""

    def __init__(self, kept: Subscriptions, settings: Settings, news: News | None = None) -> None:
        self.kept, self.settings, self.news = kept, settings, news
        self.base = settings.site.rstrip("/")
        self._content = lru_cache(KEPT)(self._made)
        self._picture = lru_cache(KEPT)(self._drawn)

    def message(self, letter: Letter) -> EmailMessage:
        """A letter as it goes out. Raises: BadToken when its subscription is gone."""
        if letter.kind in ("confirm", "open"):
            return self._service(letter)
        return self._letter(letter)

    def content(self, kind: str, topic: Topic, span: Span, language: str) -> Content:
        """The part that all readers share."""
        return self._content(kind, topic, span, language)

    def message_id(self, letter: Letter) -> str:
        """The same whenever the letter is made."""
        return f"<{letter.id}@{self.settings.sender.rpartition('@')[2]}>"

    def digest(self, topic: Topic, span: Span) -> Digest:
        """What a letter tells."""
        if self.news is None:
            raise ValueError("letters on topics need a record")
        return self.news.digest(topic, span, self.settings.incidents)

    def _letter(self, letter: Letter) -> EmailMessage:
        own = self.kept.get(letter.subscription)
        say = texts(own.wish.language)
        span = Span(letter.since, letter.until, own.wish.threshold)
        content = self.content(letter.kind, own.wish.topic, span, say.language)
        stop = f"{self.base}/{say.language}/letters/stop/{self.kept.token(Purpose.stop, own.id)}"
        mine = f"{self.base}/{say.language}/letters/mine"
        day = datetime.fromtimestamp(own.confirmed or own.created, UTC).date()
        foot = tuple(filter(None, (say.say("because", date=say.words.day(day), topic=say.topic(own.wish.topic)),
                                   self.settings.about)))
        message = self._headed(letter, say, content.subject, self.kept.address(letter.person))
        host = urlsplit(self.base).hostname
        name = hashlib.sha256(own.wish.topic.text.encode()).hexdigest()[:12]
        message["List-Id"] = f"<{name}.letters.{host}>"
        message["List-Unsubscribe"] = f"<{stop}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message["Precedence"] = "bulk"
        links = {"stop": say.say("stop"), "mine": say.say("mine"), "stop_link": stop, "mine_link": mine}
        plain = "\n".join((content.text, "-- ", *foot, f"{links['stop']}: {stop}", f"{links['mine']}: {mine}", ""))
        html = _frame(say, content.subject, content.html, foot, links)
        return _filled(message, plain, html, content.picture)

    def _service(self, letter: Letter) -> EmailMessage:
        """The letters that somebody waits for: to confirm, and to see one's data."""
        if letter.kind == "confirm":
            own = self.kept.get(letter.subscription)
            say, purpose, name = texts(own.wish.language), Purpose.confirm, own.id
            topic = say.topic(own.wish.topic)
            subject, button = say.say("confirm-subject", topic=topic), say.say("confirm")
            text = say.say("confirm-text", topic=topic, hours=LASTS[purpose] // HOUR)
            path = "confirm"
        else:
            say, purpose, name = texts(self.kept.language(letter.person)), Purpose.open, letter.person
            subject, button, path = say.say("link-subject"), say.say("open"), "mine"
            text = say.say("link-text", hours=LASTS[purpose] // HOUR)
        link = f"{self.base}/{say.language}/letters/{path}/{self.kept.token(purpose, name)}"
        foot = tuple(filter(None, (self.settings.about,)))
        message = self._headed(letter, say, subject, self.kept.address(letter.person))
        html = _environment().get_template("ask.html").render(title=subject, text=text, link=link, button=button)
        plain = "\n".join((text, "", f"{button}: {link}", "", "-- ", self.settings.name, *foot, ""))
        return _filled(message, plain, _frame(say, subject, html, foot, None), b"")

    def _headed(self, letter: Letter, say: Texts, subject: str, to: str) -> EmailMessage:
        message = EmailMessage(SMTP.clone(max_line_length=78))
        message["From"] = formataddr((self.settings.name, self.settings.sender))
        message["To"] = to
        message["Subject"] = subject
        message["Date"] = format_datetime(datetime.fromtimestamp(self.kept.now(), UTC))
        message["Message-ID"] = self.message_id(letter)
        message["Auto-Submitted"] = "auto-generated"
        message["Content-Language"] = say.language
        return message

    def _made(self, kind: str, topic: Topic, span: Span, language: str) -> Content:
        say = texts(language)
        name = say.topic(topic)
        digest = self.digest(topic, span)
        items = tuple(self._item(one, say) for one in digest.items)
        subject, lead, lines = self._alert(say, topic, name) if kind == "alert" else _told(say, digest, name)
        picture = self._picture(topic, language)
        start = "right" if say.words.direction == "rtl" else "left"
        values = {"title": name, "lead": lead, "items": items, "lines": lines, "link": self._page(topic, language),
                  "start": start, "worded": say.words.text("ui-worded"),
                  "alt": say.words.text("ui-curve"), "picture": bool(picture),
                  "colors": COLORS}
        html = _environment().get_template("digest.html").render(values)
        return Content(subject, html, _environment().get_template("digest.txt").render(values), picture)

    def _alert(self, say: Texts, topic: Topic, name: str) -> tuple[str, str, tuple[str, ...]]:
        if self.news is None:
            raise ValueError("alerts need a record")
        rise = self.news.rise(topic)
        reason = say.say("rise", days=rise.days, now=rise.now, usual=rise.usual)
        return say.say("rise-subject", topic=name), reason, ()

    def _item(self, one: Fresh, say: Texts) -> Item:
        words, event, incident = say.words, one.report.event, one.incident
        day = words.day(incident.date, incident.precision)
        facts = " · ".join((day, words.type(event.type, event.mode), words.modality(incident.modality),
                            f"{words.text('ui-reports')}: {words.number(len(incident.events))}"))
        origin = " · ".join(filter(None, (clean(one.report.site), words.short_day(one.report.published))))
        url = one.url if urlsplit(one.url).scheme in ("http", "https") and one.url.isprintable() else ""
        return Item(words.event(event), facts, marked(event), clean(event.sentence.text), one.report.language, origin,
                    url, f"{self.base}/{say.language}/incident/{incident.id}", event.quad not in CONFLICT)

    def _page(self, topic: Topic, language: str) -> str:
        if topic.other and not (topic.type or topic.words or topic.place):
            return f"{self.base}/{language}/dyad/{topic.actor}/{topic.other}"
        return f"{self.base}/{language}/search?{urlencode({k: v for k, v in _fields(topic) if v})}"

    def _drawn(self, topic: Topic, language: str) -> bytes:
        """The curve of the topic's last days as PNG."""
        days = self.news.days(topic, PICTURE_DAYS) if self.news else ()
        if not days:
            return b""
        spec = charts.curve([Day(day, good, bad, 0.0) for day, good, bad in days], texts(language).words)
        return charts.png({**spec, "background": "white"}, 1.5)


def _told(say: Texts, digest: Digest, name: str) -> tuple[str, str, tuple[str, ...]]:
    """Subject, first line and last lines of a digest. Nothing reported and no data are two sentences."""
    since = say.words.day(digest.since) if digest.since else ""
    count = len(digest.items) + digest.more
    again = (say.say("again", count=digest.again),) if digest.again else ()
    if not count:
        return say.say("none-subject", topic=name), say.say("none" if digest.pages else "no-data", date=since), again
    more = (say.say("more", count=digest.more),) if digest.more else ()
    return say.say("new-subject", topic=name, count=count), say.say("since", date=since) if since else "", (*more, *again)


def _fields(topic: Topic) -> tuple[tuple[str, str], ...]:
    return tuple((f.name, getattr(topic, f.name)) for f in fields(topic))


def marked(event: Event) -> tuple[tuple[str, str], ...]:
    """The sentence cut at its marks: (source, target, act or empty; text)."""
    base, text, out, at = event.sentence.start, event.sentence.text, list[tuple[str, str]](), 0
    spans = [(a.mention.start - base, a.mention.end - base, "source") for a in event.sources]
    spans += [(a.mention.start - base, a.mention.end - base, "target") for a in event.targets]
    if (event.start, event.end) != (event.sentence.start, event.sentence.end):
        spans.append((event.start - base, event.end - base, "act"))
    for start, end, kind in sorted(spans):
        if at <= start < end <= len(text):
            out += [("", text[at:start]), (kind, text[start:end])]
            at = end
    return tuple((kind, part) for kind, part in ((kind, clean(part)) for kind, part in (*out, ("", text[at:]))) if part)


def clean(text: str) -> str:
    """Text of a page on one line, without control characters and without those that turn the direction of what follows."""
    return "".join(" " if c in "\n\r\t" else c for c in text if c in "\n\r\t\u200c\u200d" or
                   unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))


def _frame(say: Texts, subject: str, content: str, foot: tuple[str, ...], links: dict[str, str] | None) -> str:
    values = {"language": say.language, "direction": say.words.direction, "subject": subject, "content": Markup(content),
              "foot": foot, **(links or {"stop_link": ""})}
    return _environment().get_template("frame.html").render(values)


def _filled(message: EmailMessage, plain: str, html: str, picture: bytes) -> EmailMessage:
    message.set_content(plain, cte="base64")
    message.add_alternative(html, subtype="html", cte="base64")
    if picture:
        part = list(message.iter_parts())[1]
        part.add_related(picture, "image", "png", cid="<picture>", disposition="inline", filename="picture.png")
    return message


@cache
def _environment() -> Environment:
    """The templates. What goes into HTML is escaped; a name that is not there is an error."""
    return Environment(loader=PackageLoader("dragoman.report.letters"), autoescape=select_autoescape(("html",)),
                       undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
