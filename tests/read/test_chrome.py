"""Furniture is told from text by tables, in every language that has one."""

import pytest

from dragoman.knowledge.load import FURNITURE, languages
from dragoman.read.chrome import clean, kind_of

BODY = {
    "en": "The foreign minister of Ghana arrived in Lomé on Monday for talks on the disputed stretch of sea, officials said.",
    "id": "Menteri Luar Negeri Ghana tiba di Lome pada Senin untuk merundingkan wilayah laut yang disengketakan, kata pejabat.",
    "ru": "Министр иностранных дел Ганы прибыл в понедельник в Ломе на переговоры о спорном участке моря, сообщили чиновники.",
    "tr": "Gana Dışişleri Bakanı, tartışmalı deniz alanını görüşmek üzere pazartesi günü Lome'ye geldi, dedi yetkililer bugün.",
}


@pytest.mark.parametrize("code", sorted(languages()))
def test_every_table_has_every_kind_of_furniture(code: str) -> None:
    furniture = languages()[code].furniture
    assert set(furniture) == set(FURNITURE)
    assert all(len(furniture[kind]) >= 3 for kind in FURNITURE)


@pytest.mark.parametrize("code", sorted(languages()))
def test_furniture_words_are_recognised_as_lines(code: str) -> None:
    furniture = languages()[code].furniture
    for kind in ("connect", "share", "advertisement", "trending", "comments"):
        missed = [words for words in furniture[kind] if not kind_of(words.capitalize(), code)]
        assert not missed


@pytest.mark.parametrize("code", sorted(BODY))
def test_a_page_of_furniture_around_one_paragraph(code: str) -> None:
    words = languages()[code].furniture
    lines = [words["navigation"][0], words["connect"][0], words["share"][0].upper() + ":", BODY[code],
             words["advertisement"][0], words["trending"][0], words["comments"][0]]
    cleaned = clean("\n\n".join(lines), code)
    assert cleaned.paragraphs == (BODY[code],)


def test_a_page_that_is_one_sentence_stays() -> None:
    assert clean("Moscow asks Baku to negotiate", "en").paragraphs == ("Moscow asks Baku to negotiate",)


def test_hard_wrapped_paragraphs_are_joined() -> None:
    text = ("Ghana asks Togo for talks\n\nThe foreign minister of Ghana arrived in Lomé on Monday for talks\n"
            "on the disputed stretch of sea, officials of both countries said after\nthe meeting.")
    cleaned = clean(text, "en")
    assert cleaned.headline == "Ghana asks Togo for talks"
    assert cleaned.paragraphs[0].endswith("said after the meeting.")


def test_notes_of_the_site_are_kept_apart() -> None:
    note = "We use your sign-up to provide content in ways you have consented to. You can unsubscribe at any time."
    cleaned = clean(f"Ghana asks Togo for talks\n\n{note}\n\n{BODY['en']}", "en")
    assert cleaned.notes == (note,)
    assert cleaned.paragraphs == (BODY["en"],)


def test_the_list_after_trending_is_no_text() -> None:
    cleaned = clean(f"{BODY['en']}\n\nTrending\n\nOnion prices fall in Tahoua market\n\nWrestling: champion retires", "en")
    assert cleaned.paragraphs == (BODY["en"],)


def test_byline_by_label_and_by_correspondent() -> None:
    assert clean(f"Ghana asks Togo for talks\n\nBy Ama Mensah\n\n{BODY['en']}", "en").byline == "Ama Mensah"
    told = "Tensions grow along the coast, writes our correspondent Kofi Boateng. " + BODY["en"]
    assert clean(f"Ghana asks Togo for talks\n\n{told}", "en").byline == "Kofi Boateng"
