"""A record of made-up articles in five languages, some of them hostile, without the network: it is fast and known by heart."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dragoman.knowledge.load import event_types
from dragoman.records import Actor, Article, Event, Kept, Made, Mention, Page, Place, Sentence, Skipped, Statement, Tie, When
from dragoman.remember.table import Store

MADE = Made("news-0", "0123456789ab", "0.0.0")
LAST = date(2026, 3, 31)
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
BIDI = "\u202eevil\u202c \u2066x"
LONG = "w" * 10_000
TEXTS = {"id": "Rusia meminta Azerbaijan dan Armenia untuk bernegosiasi.", "en": "Armenia shelled a village in Azerbaijan.",
         "ru": "Азербайджан обстрелял село в Армении.", "ar": "دعت روسيا أذربيجان وأرمينيا إلى التفاوض.",
         "hy": "Ադրբեջանը հրետակոծեց Հայաստանի գյուղը։"}
WHO = {"id": (("Rusia", "RUS"), ("Azerbaijan", "AZE"), ("Armenia", "ARM")), "en": (("Armenia", "ARM"), ("Azerbaijan", "AZE")),
       "ru": (("Азербайджан", "AZE"), ("Армении", "ARM")), "ar": (("روسيا", "RUS"), ("أذربيجان", "AZE"), ("أرمينيا", "ARM")),
       "hy": (("Ադրբեջանը", "AZE"), ("Հայաստանի", "ARM"))}
BAKU = Place("Baku", "AZE", "", 40.38, 49.89, 587084, "city", 0, 4)


def actor(text: str, words: str, country: str, sector: str = "GOV") -> Actor:
    """An actor named by words of a text."""
    start = text.index(words)
    return Actor("", country, sector, "made", Mention(start, start + len(words), words, sector, 1.0))


def event(article: str, text: str, actors: list[Actor], kind: str, day: date) -> Event:
    """An event of a text of one sentence: the first actor does it to the others."""
    mode = {"REQUEST": "meet", "ASSAULT": "heavy-weapons"}.get(kind, "")
    sources, targets = tuple(actors[:1]), tuple(actors[1:])
    pairs = tuple((0, n) for n in range(len(targets)))
    name = hashlib.sha256(f"{article}{kind}".encode()).hexdigest()[:16]
    table = event_types()[kind]
    place = BAKU if kind == "ASSAULT" else None
    when = When(day, "day", "published", None, None)
    return Event(name, article, Sentence(0, len(text), text), sources, targets, pairs, False, kind, mode, table.quad,
                 table.intensity, "asserted", None, 0, len(text), day, .9, MADE.model, when, place, ("military",))


def kept(language: str, day: date, n: int, site: str = "The Foothill Herald", headline: str = "") -> Kept:
    """An article with one event, a statement and a tie."""
    text = TEXTS[language]
    name = hashlib.sha256(f"{language}{day}{n}{headline}".encode()).hexdigest()[:16]
    article = Article(name, f"https://example.org/{name}", site, "World", headline or text, "A. Writer", day, language, text,
                      ("Views are the author's.",), "0" * 64, f"https://example.org/{name}")
    actors = [actor(text, words, country) for words, country in WHO[language]]
    kind = "REQUEST" if len(actors) == 3 else "ASSAULT"
    own = event(name, text, actors, kind, day)
    said = Statement(f"s{name[1:]}", name, actors[0], text, True, "said", (), 0, len(text), .8)
    tie = Tie(f"t{name[1:]}", name, own.sentence, actors[0], actors[-1], "trades-with", None, None, 0, len(text), .8, MADE.model)
    return Kept(Page(article.address, text.encode(), "clean", "utf-8"), article, (own,), (tie,), (said,))


def hostile() -> list[Kept]:
    """Articles whose headline, site, author and sentence are an attack each."""
    found = []
    for n, attack in enumerate((SCRIPT, BIDI, LONG, "{{ 7*7 }} ${7*7} {% raw %}", "'; DROP TABLE events; --", "=cmd|' /C calc'!A0")):
        item = kept("en", LAST - timedelta(days=1), 1000 + n, site=attack[:200], headline=attack)
        own = item.events[0]
        text = f"{own.sentence.text} {attack}"
        own = replace(own, sentence=Sentence(0, len(text), text))
        page = replace(item.page, address=f"https://example.org/hostile/{n}")
        article = replace(item.article, text=text, byline=attack, url=("javascript:alert(1)" if n == 0 else item.article.url))
        found.append(replace(item, page=page, article=article, events=(own,)))
    return found


def record(folder: Path) -> Path:
    """The record: forty quiet weeks between Armenia and Azerbaijan, a week with many reports, and what is hostile."""
    items: list[Kept | Skipped] = [kept("en", LAST - timedelta(days=7 * n), n) for n in range(2, 42)]
    items += [kept(language, LAST - timedelta(days=n % 5), 100 + n, site)
              for n, (language, site) in enumerate([("id", "TASS"), ("ru", "Вестник"), ("ar", "صحيفة الضفاف"), ("hy", "Լուր"),
                                                    ("en", "The Foothill Herald"), ("ru", "TASS")] * 2)]
    items += hostile()
    items.append(Skipped("https://example.org/gone", "404 Not Found"))
    Store(folder).append(items, MADE)
    return folder
