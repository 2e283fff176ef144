"""Pages become articles: what the page says, and nothing it does not say."""

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dragoman.read.article import article
from dragoman.read.page import pages
from dragoman.records import Article, Hints, Page, Skipped
from tests.conftest import made

EXPECTED = {
    "niamey.en.html": ("en", "Niger frees two Algerian drivers as envoys meet in Niamey", "Mariama Issoufou",
                       datetime(2026, 5, 19, 13, 20, tzinfo=UTC), "West Africa"),
    "bishkek.ru.html": ("ru", "Бишкек и Душанбе договорились об обмене участками границы", "Айгуль Сыдыкова",
                        datetime(2026, 3, 11, 3, 5, tzinfo=UTC), "Центральная Азия"),
    "basra.ar.html": ("ar", "بغداد تطالب أنقرة بسحب قواتها من شمال العراق", "سلمى الجبوري", date(2026, 2, 3), "العراق"),
    "bogota.es.html": ("es", "Colombia expulsa a dos diplomáticos nicaragüenses", "Camila Restrepo", date(2026, 7, 22), ""),
    "dili.id.txt": ("id", "Indonesia dan Timor Leste sepakat buka kembali pos lintas batas", "Ratna Wulandari",
                    date(2026, 4, 14), "INTERNASIONAL"),
    "hatay.tr.txt": ("tr", "Türkiye ve Yunanistan Ege'de ortak arama kurtarma tatbikatına başladı", "Selin Aksoy",
                     date(2026, 6, 6), "DÜNYA"),
}
FURNITURE = {
    "niamey.en.html": ("Share", "Read also", "Trending", "cookies", "newsletter", "Log in"),
    "bishkek.ru.html": ("Поделиться", "Читайте также", "рассылку", "Опубликовано", "Главная"),
    "basra.ar.html": ("شارك المقال", "اقرأ أيضا", "جميع الحقوق", "تسجيل الدخول"),
    "bogota.es.html": ("Compartir", "PUBLICIDAD", "Lea también", "boletín", "Iniciar sesión"),
    "dili.id.txt": ("BAGIKAN", "Iklan", "Baca juga", "Terpopuler", "Komentar", "buletin", "Ikuti kami", "Oleh:"),
    "hatay.tr.txt": ("Paylaş", "Reklam", "En çok okunanlar", "çerezler", "Yorumlar", "Haber:"),
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sample_pages(pages: Path, name: str) -> None:
    found = article_of(pages / name)
    assert (found.language, found.headline, found.byline, found.published, found.section) == EXPECTED[name]
    assert found.text.startswith(found.headline)
    assert not [words for words in FURNITURE[name] if words in found.text]


def article_of(path: Path) -> Article:
    found = article(next(p for p in pages_of(str(path))))
    assert isinstance(found, Article)
    return found


def pages_of(name: str) -> list[Page]:
    return [p for p in pages([name], Hints()) if isinstance(p, Page)]


def test_the_first_page(first_page: Path) -> None:
    found = article_of(first_page)
    assert found.headline == "Moskow meminta Baku dan Yerevan untuk bernegosiasi"
    assert (found.language, found.byline, found.published, found.section) == ("id", "Alex Ivanov", None, "EU")
    for words in ("Terhubung dengan kami", "SAHAM", "Diterbitkan", "Bagikan", "iklan\n", "Tren", "berhenti berlangganan",
                  "EU Reporter"):
        assert words not in found.text
    assert len(found.notes) == 2


def test_a_date_is_never_invented() -> None:
    page = "<html><head><title>x</title></head><body><article><h1>Ghana asks Togo for talks</h1>" \
           "<p>The foreign minister of Ghana arrived in Lomé in 2019 for talks on the sea, officials said on Monday.</p>" \
           "</article><footer>© 2024 The Paper</footer></body></html>"
    assert made(page, "html", language="en").published is None
    assert made("Ghana asks Togo for talks on 3 March.", language="en").published is None


def test_the_caller_knows_better() -> None:
    found = made("Ghana asks Togo for talks.", language="en", published=date(2026, 1, 2), id="7")
    assert (found.id, found.language, found.published) == ("7", "en", date(2026, 1, 2))


def test_ids_are_of_the_content() -> None:
    assert made("Ghana asks Togo for talks.").id == made("Ghana asks Togo for talks.").id
    assert made("Ghana asks Togo for talks.").id != made("Togo asks Ghana for talks.").id


def test_malay_detected_as_kin_is_read_as_indonesian() -> None:
    text = "Kerajaan Malaysia dan Indonesia bersetuju untuk mengadakan rundingan mengenai sempadan laut pada hari Isnin."
    assert made(text).language == "id"


@pytest.mark.parametrize(("content", "media", "reason"), [
    (b"", "text", "empty"),
    (b"  \n\t\n", "text", "empty"),
    (b"%PDF-1.7 \x00\x01", "text", "binary"),
    (b"\x89PNG\r\n\x1a\n", "html", "binary"),
    ("Ghana bittet Togo um Gespräche über die Grenze.".encode("latin-1"), "text", "wrong encoding"),
    (b"<html><head></head><body></body></html>", "html", "no article text"),
    (b"12345 67890", "text", "language"),
])
def test_bad_pages_are_skipped_with_a_reason(content: bytes, media: str, reason: str) -> None:
    found = article(Page("bad", content, media))
    assert isinstance(found, Skipped)
    assert reason in found.reason
    assert "\n" not in found.reason


def test_declared_encodings_are_read() -> None:
    text = "<html><head><meta charset='windows-1251'></head><body><article><h1>Россия просит Армению о встрече</h1><p>" \
           "Министр иностранных дел России попросил Армению о встрече в Москве, сообщили в понедельник чиновники.</p>" \
           "</article></body></html>"
    found = article(Page("page", text.encode("cp1251"), "html"))
    assert isinstance(found, Article)
    assert "Армению" in found.text


def test_utf16_with_its_mark_is_read() -> None:
    found = article(Page("page", "Ghana asks Togo for talks.".encode("utf-16"), "text"))
    assert isinstance(found, Article)
    assert found.text == "Ghana asks Togo for talks."


@pytest.mark.parametrize(("name", "content"), [
    ("deep", b"<html><body>" + b"<div>" * 20_000 + b"Ghana asks Togo for talks about the border." + b"</div>" * 20_000),
    ("many", b"<html><body>" + b"<p>a</p>" * 100_000),
    ("brackets", b'<html><head><script type="application/ld+json">' + b"[" * 50_000 + b"</script></head><body></body></html>"),
    ("comments", b"<html><body>" + b"<!--" * 50_000),
    ("controls", b"<html><body><article><p>Ghana asks Togo\x00\x1b[31m for talks about the border.</p></article>"),
    ("lines", b"a\n" * 100_000),
    ("no letters", b"[" * 50_000),
    ("edges", b"By " + b"a" * 5_000 + b"\n\n" + b"- " * 20_000 + b"."),
])
@pytest.mark.parametrize("media", ["html", "text"])
def test_hostile_pages_end_soon_and_in_one_piece(name: str, content: bytes, media: str) -> None:
    began = time.monotonic()
    found = article(Page(name, content, media))
    assert isinstance(found, Article | Skipped)
    assert time.monotonic() - began < 20
