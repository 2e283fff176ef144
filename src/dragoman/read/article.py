"""A page becomes an article: decoded, freed from its site, its language known."""

import codecs
import hashlib
import re
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from urllib.parse import urlsplit

import trafilatura
from htmldate import find_date
from lxml import etree, html

from dragoman.read.chrome import Cleaned, clean, notes_among
from dragoman.read.language import SAME, detect, known
from dragoman.read.metadata import Metadata, metadata
from dragoman.records import Article, Page, Skipped

TEXT_CHARACTERS = 500_000
"""A longer text is no news article (the longest reports run to 60,000 characters) and is skipped."""
TOO_LONG = f"text longer than {TEXT_CHARACTERS:,} characters"
ELEMENTS = 60_000
"""A page of more elements is no article: news pages have 500 to 8,000, and extraction takes a minute for 200,000."""
WRONG_SHARE = 0.002
"""Share of bytes that may fail to decode before a page counts as wrongly encoded (a stray quote is forgiven)."""
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))
BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"RIFF", b"OggS")

JOINERS = {0x200c: "\ua717", 0x200d: "\ua718"}
"""Trafilatura drops the invisible letters that part and join others (می‌گوید): they go through it as two that no page has."""
JOINED = {ord(mark): chr(joiner) for joiner, mark in JOINERS.items()}


def article(page: Page) -> Article | Skipped:
    """The article of a page; Skipped when it is empty, binary, wrongly encoded or in an unknown language."""
    text = _decode(page)
    if isinstance(text, Skipped):
        return text
    if not text.strip():
        return Skipped(page.address, "empty")
    if page.media == "clean":
        meta, cleaned = Metadata(), Cleaned(headline=page.hints.headline, paragraphs=(text,))
    elif len(text) > TEXT_CHARACTERS and page.media == "text":
        return Skipped(page.address, TOO_LONG)
    elif page.media == "html":
        found = _from_html(text, page)
        if isinstance(found, Skipped):
            return found
        meta, cleaned = found
    else:
        meta, cleaned = Metadata(), clean(text, page.hints.language or detect(_longest(text)), page.hints.headline)
    return _article(page, meta, cleaned)


def _decode(page: Page) -> str | Skipped:
    content = page.content
    for mark, name in MARKS:
        if content.startswith(mark):
            return _decoded(page, name)
    if content.startswith(BINARY) or b"\0" in content[:4096]:
        return Skipped(page.address, "binary file, not text")
    declared = page.charset or (_declared(content) if page.media == "html" else "")
    try:
        name = codecs.lookup(declared).name if declared else "utf-8"
    except LookupError:
        name = "utf-8"
    return _decoded(page, "cp1252" if name == "iso8859-1" else name)


def _declared(content: bytes) -> str:
    match = re.search(rb"<meta[^>]{0,200}?charset=[\"']?\s*([\w:-]{2,40})", content[:4096], re.IGNORECASE)
    return match[1].decode("ascii", "replace") if match else ""


def _decoded(page: Page, name: str) -> str | Skipped:
    try:
        return page.content.decode(name)
    except (UnicodeDecodeError, UnicodeError) as error:
        text = page.content.decode(name, "replace")
        wrong = text.count("\N{REPLACEMENT CHARACTER}")
        if name.startswith("utf-8") and text and wrong / len(text) <= WRONG_SHARE:
            return text
        at = getattr(error, "start", 0)
        return Skipped(page.address, f"wrong encoding: not {name} at byte {at}; convert it to UTF-8")


def _longest(text: str) -> str:
    """The longest lines, by which the language is told: furniture may be in another."""
    lines = sorted(text.splitlines(), key=len, reverse=True)
    return "\n".join(lines[:5])


def _from_html(text: str, page: Page) -> tuple[Metadata, Cleaned] | Skipped:
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        return Skipped(page.address, f"not HTML: {str(error)[:100]}")
    if sum(1 for _ in islice(tree.iter(), ELEMENTS + 1)) > ELEMENTS:
        return Skipped(page.address, f"more than {ELEMENTS:,} elements")
    meta = metadata(tree)
    body = (trafilatura.extract(text.translate(JOINERS), include_comments=False, include_tables=False,
                                favor_precision=True, deduplicate=False) or "").translate(JOINED)
    if not body.strip() or len(body) > TEXT_CHARACTERS:
        return Skipped(page.address, TOO_LONG if body.strip() else "no article text found")
    extra = trafilatura.extract_metadata(text)
    headline = page.hints.headline or _first_heading(tree, meta) or (extra.title if extra and extra.title else "")
    language = page.hints.language or detect(_longest(body), meta.language)
    cleaned = clean(body, language, headline)
    cleaned = replace(cleaned, notes=tuple(dict.fromkeys([*cleaned.notes, *notes_among(_leaves(tree), language)])))
    if not meta.published:
        meta = replace(meta, published=_html_date(text))
    byline = meta.byline or (extra.author.replace("; ", ", ") if extra and extra.author else "")
    site = meta.site or (extra.sitename if extra and extra.sitename else "")
    return replace(meta, byline=byline, site=site), cleaned


def _leaves(tree: html.HtmlElement) -> list[str]:
    """Texts of the page's innermost blocks, wherever on the page."""
    blocks = ("p", "div", "footer", "small", "aside", "section", "li")
    return [" ".join(node.text_content().split()) for node in tree.iter(*blocks)
            if not any(child.tag in blocks for child in node.iterdescendants())]


def _first_heading(tree: html.HtmlElement, meta: Metadata) -> str:
    """The page's h1 where it has one; else the title of JSON-LD or OpenGraph."""
    headings = [" ".join(node.text_content().split()) for node in tree.iterfind(".//h1")]
    headings = [h for h in headings if len(h.split()) > 2 or len(h) > 8]
    if meta.headline and meta.headline in headings:
        return meta.headline
    return headings[0] if len(headings) == 1 else meta.headline or (headings[0] if headings else "")


def _html_date(text: str) -> date | None:
    """The date in the page's markup (meta tags, time elements); never one guessed from its text."""
    found = find_date(text, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
    return date.fromisoformat(found) if found else None


def _article(page: Page, meta: Metadata, cleaned: Cleaned) -> Article | Skipped:
    body = "\n\n".join(cleaned.paragraphs).strip("\n") if page.media != "clean" else cleaned.paragraphs[0]
    headline = cleaned.headline.strip()
    text = body if not headline or body.startswith(headline) else f"{headline}\n\n{body}"
    if not text.strip():
        return Skipped(page.address, "no article text found")
    if len(text) > TEXT_CHARACTERS:
        return Skipped(page.address, TOO_LONG)
    language = _language(page, meta, body or text)
    if not language:
        return Skipped(page.address, "no words in it whose language could be told")
    if not known(language):
        return Skipped(page.address, f"unknown language {language!r}")
    url = page.address if page.address.startswith(("http://", "https://")) else meta.url
    key = page.hints.id or hashlib.sha256((url or text).encode("utf-8")).hexdigest()[:16]
    published: datetime | date | None = page.hints.published or meta.published or cleaned.published
    return Article(
        id=key, url=url, site=meta.site or (urlsplit(url).hostname or ""), section=meta.section or cleaned.section,
        headline=headline, byline=meta.byline or cleaned.byline, published=published, language=language, text=text,
        notes=cleaned.notes, digest=hashlib.sha256(page.content).hexdigest(), address=page.address)


def _language(page: Page, meta: Metadata, body: str) -> str:
    """The caller's word, else the detector's; of two that it confuses the page's own."""
    if page.hints.language:
        code = page.hints.language.partition("-")[0].lower()
        return SAME.get(code, code)
    return detect(body, meta.language) or SAME.get(meta.language, meta.language)
