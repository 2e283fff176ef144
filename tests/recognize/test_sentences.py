"""Sentences with offsets: headlines, quotations, abbreviations, scripts."""

import pytest

from dragoman.recognize.sentences import LONGEST, sentences


def texts(text: str, language: str) -> list[str]:
    found = sentences(text, language)
    assert all(text[s.start:s.end] == s.text for s in found)
    return [s.text for s in found]


def test_a_headline_is_a_sentence_of_its_own() -> None:
    assert texts("Moscow asks Baku to talk\n\nThe Kremlin said so. Baku refused.", "en") == [
        "Moscow asks Baku to talk", "The Kremlin said so.", "Baku refused."]


@pytest.mark.parametrize(("language", "text", "count"), [
    ("en", "U.S. President J. Smith met Gen. Lee on Jan. 3. He left for St. Petersburg.", 2),
    ("ru", "В 2020 г. президент РФ В. В. Путин прибыл в Ереван. Затем он уехал.", 2),
    ("de", "Am 3. Oktober traf Dr. Weber z. B. den Minister. Er reiste ab.", 2),
    ("ar", "قال الرئيس إن المفاوضات فشلت. ثم غادر؟ نعم.", 3),
    ("hi", "भारत ने बातचीत की मांग की। पाकिस्तान ने मना किया।", 2),
    ("hy", "Մոսկվան կոչ արեց բանակցել։ Բաքուն մերժեց։", 2),
    ("zh", "外交部发言人谴责了袭击。双方同意谈判。", 2),
    ("id", "Presiden tiba di Baku pukul 10.30 WIB. Ia disambut Dr. Aliyev.", 2),
    ("ur", "صدر نے مذاکرات کی اپیل کی۔ وزیر اعظم نے انکار کر دیا۔", 2),
])
def test_languages(language: str, text: str, count: int) -> None:
    assert len(texts(text, language)) == count


def test_a_short_quotation_stays_whole() -> None:
    assert texts("“We are ready. We wait,” the minister said. He left.", "en")[-1] == "He left."


def test_a_long_quotation_is_read_sentence_by_sentence() -> None:
    quote = "«" + " ".join(f"Мы призываем страну номер {n} начать переговоры о мире без всяких условий." for n in range(8)) + "»"
    found = texts(f"Песков сказал: {quote}", "ru")
    assert len(found) == 8


def test_pictures_do_not_shift_offsets() -> None:
    assert texts("😀 Ghana asks Togo. 🎉 Togo refuses.", "en")[-1].endswith("Togo refuses.")


def test_text_without_stops_is_cut() -> None:
    found = sentences("word " * 1000, "en")
    assert all(s.end - s.start <= LONGEST for s in found)
    assert not sentences("  \n\n ", "en")
