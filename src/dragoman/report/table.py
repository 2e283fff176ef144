"""Articles, events, ties and statements for a person at a terminal, by rich."""

import unicodedata

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dragoman.records import Actor, Article, Event, Place, Statement, Tie

COLOURS = {"verbal-cooperation": "green", "material-cooperation": "bright_green", "verbal-conflict": "yellow",
           "material-conflict": "red"}
MARKS = {"source": ("⟦", "⟧", "bold cyan"), "target": ("⟪", "⟫", "bold magenta"), "trigger": ("*", "*", "bold")}
"""How spans are marked in a sentence: brackets tell them apart without colours too."""
OVERRIDES = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
LEGEND = "⟦source⟧ *act* ⟪target⟫"


def safe(text: str) -> str:
    """Without control and direction-override characters, with which a hostile page could rewrite the screen."""
    flat = text.replace("\n", " ").replace("\t", " ")
    return "".join(c for c in flat if unicodedata.category(c) not in ("Cc", "Cs") and c not in OVERRIDES)


def events_table(article: Article, events: tuple[Event, ...]) -> RenderableType:
    """An article's events: a row a pair, under each event its sentence with the spans marked."""
    table = _table("Source", "Type", "Target", "Modality", "Date", "Place", "Says")
    parts: list[RenderableType] = [_title(article)]
    if not events:
        return Group(*parts, Text("  no events found", style="dim"), Text())
    for event in events:
        for source, target in event.pairs:
            table.add_row(_who(event.sources[source] if source is not None else None), _what(event),
                          _who(event.targets[target] if target is not None else None), event.modality,
                          _day(event), _where(event.place), _who(event.speaker) if event.speaker else "")
    parts.append(table)
    seen = dict.fromkeys(event.sentence for event in events)
    for sentence in seen:
        own = [event for event in events if event.sentence == sentence]
        parts += [_marked(event) for event in own]
    return Group(*parts, Text())


def ties_table(article: Article, ties: tuple[Tie, ...]) -> RenderableType:
    """What stands between actors, a row a tie."""
    table = _table("Source", "Tie", "Target", "Since", "Until", "Says")
    for tie in ties:
        table.add_row(_who(tie.source), tie.kind, _who(tie.target), tie.since.isoformat() if tie.since else "–",
                      tie.until.isoformat() if tie.until else "–", safe(article.text[tie.start:tie.end]))
    return Group(table, Text())


def statements_table(article: Article, statements: tuple[Statement, ...]) -> RenderableType:
    """Who said what, a row a statement; words that the paper reports without quoting stand in brackets."""
    table = _table("Speaker", "Verb", "Words")
    for said in statements:
        words = safe(article.text[said.start:said.end])
        words = f"“{words}”" if said.direct else f"({words})"
        table.add_row(_who(said.speaker), safe(said.verb) or "–", words)
    return Group(table, Text())


def article_panel(article: Article) -> RenderableType:
    """The article alone, with what the page says about itself."""
    facts = Table.grid(padding=(0, 2))
    for name, value in (("url", article.url), ("site", article.site), ("section", article.section),
                        ("byline", article.byline), ("language", article.language),
                        ("published", article.published.isoformat() if article.published else "unknown")):
        if value:
            facts.add_row(Text(name, style="dim"), safe(value))
    body: list[RenderableType] = [facts, Text(), Text("\n\n".join(safe(p) for p in article.text.split("\n\n")))]
    body += [Text(f"note: {safe(note)}", style="dim italic") for note in article.notes]
    return Panel(Group(*body), title=safe(article.headline) or article.id, title_align="left")


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False, expand=False)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in ("Type", "Modality", "Date", "Tie", "Since", "Until"))
    return table


def _title(article: Article) -> Text:
    day = article.published.isoformat() if article.published else "date unknown"
    return Text.assemble((safe(article.headline or article.id), "bold"), (f"  {article.language} · {day}", "dim"))


def _who(actor: Actor | None) -> Text:
    if actor is None:
        return Text("–", style="dim")
    code = "/".join(part for part in (actor.country or "?", actor.sector) if part)
    return Text.assemble((code, "cyan"), " ", safe(actor.mention.text))


def _day(event: Event) -> str:
    """As much of the date as is known: 2026-03-28, 2026-03-23 w (that week), 2026-03, 2026."""
    if event.date is None:
        return "–"
    precision = event.when.precision if event.when else "day"
    written = event.date.isoformat()
    return {"week": f"{written} w", "month": written[:7], "year": written[:4]}.get(precision, written)


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    return safe(place.name if place.resolution == "country" or not place.country else f"{place.name}, {place.country}")


def _what(event: Event) -> Text:
    arrow = "↔" if event.reciprocal else "→"
    mode = f"/{event.mode}" if event.mode else ""
    return Text(f"{event.type}{mode} {arrow}", style=COLOURS[event.quad])


def _marked(event: Event) -> Text:
    """The sentence with the event's spans in their brackets."""
    spans = [(a.mention.start, a.mention.end, "source") for a in event.sources]
    spans += [(a.mention.start, a.mention.end, "target") for a in event.targets]
    if (event.start, event.end) != (event.sentence.start, event.sentence.end):
        spans.append((event.start, event.end, "trigger"))
    out, at, base = Text("  ", style="dim"), event.sentence.start, event.sentence.start
    for start, end, kind in sorted(spans):
        if start < at:
            continue
        before, after, style = MARKS[kind]
        out.append(safe(event.sentence.text[at - base:start - base]))
        out.append(f"{before}{safe(event.sentence.text[start - base:end - base])}{after}", style=f"not dim {style}")
        at = end
    out.append(safe(event.sentence.text[at - base:]))
    return out
