"""Letters that nobody sees are part of the words."""

from tests.conftest import made


def test_joiners_survive_html() -> None:
    text = "سخنگوی وزارت خارجه ایران می‌گوید که گفت‌وگوها در کابل ادامه می‌یابد و همه طرف‌ها حاضرند."
    article = made(f"<html><body><article><h1>خبر مهم امروز از کابل</h1><p>{text}</p><p>{text}</p></article></body></html>", "html")
    assert "می‌گوید" in article.text


def test_the_page_decides_where_the_detector_is_unsure() -> None:
    text = ("O Brasil enviou nesta sexta-feira médicos e 80 toneladas de alimentos à Guiana, atingida por enchentes desde o "
            "início de junho.")
    page = f'<html lang="pt"><body><article><h1>Brasil envia médicos à Guiana</h1><p>{text}</p></article></body></html>'
    assert made(page, "html").language == "pt"
