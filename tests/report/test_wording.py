"""Events are worded from their codes, in every language, with nothing left open."""

import re
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import product

import pytest
from fluent.syntax import FluentParser, ast

from dragoman.knowledge.load import event_types, sectors
from dragoman.report.wording import MODALITIES, wording
from dragoman.report.wording import languages as worded

LANGUAGES = ["en", "id", "ru", "uk", "az", "hy", "ka", "tr", "ar", "fa", "he", "hi", "bn", "ur", "zh", "es", "fr", "de", "pt", "it", "pl", "sr"]


@dataclass(frozen=True)
class Who:
    country: str = ""
    sector: str = "GOV"
    name: str = ""


@dataclass(frozen=True)
class Did:
    type: str
    sources: tuple[Who, ...] = ()
    targets: tuple[Who, ...] = ()
    mode: str = ""
    modality: str = "asserted"
    reciprocal: bool = False
    speaker: Who | None = None


RUS, ARM, AZE, USA, UKR, TUR = (Who(code) for code in ("RUS", "ARM", "AZE", "USA", "UKR", "TUR"))
ASKED = Did("REQUEST", (RUS,), (AZE, ARM), mode="meet")
SHELLED = Did("ASSAULT", (AZE,), (Who("ARM", "CVL"),), modality="negated", speaker=Who("AZE", "MIL"))
CLASHED = Did("ASSAULT", (ARM,), (AZE,), reciprocal=True)
HELPS = Did("AID", (USA,), (UKR,), modality="future")
PHONES = Did("CONSULT", (Who("RUS", "GOV", "Vladimir Putin"),), (TUR,), mode="phone", modality="future")


def messages(language: str) -> dict[str, set[str]]:
    text = (files("dragoman.report") / "wording" / f"{language}.ftl").read_text("utf-8")
    body = FluentParser().parse(text).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)], language
    return {e.id.name: {a.id.name for a in e.attributes} for e in body if isinstance(e, ast.Message)}


def test_all_languages_are_there() -> None:
    assert set(worded()) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_message(language: str) -> None:
    endings = re.compile(r"^(e-|order|cases|country-gender|negated-object|.*-joint)")
    ours, english = ({k for k in messages(code) if not endings.match(k)} for code in (language, "en"))
    assert ours == english
    for name, kind in event_types().items():
        assert f"type-{name}" in ours
        assert {f"mode-{mode}" for mode in kind.modes} <= ours


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_open(language: str) -> None:
    """16 types × their modes × 4 modalities × with and without sides, joint and with a speaker."""
    words, seen = wording(language), set()
    sides = (((RUS,), (AZE, ARM), False), ((RUS, AZE), (), False), ((), (Who("ARM", "CVL"),), False), ((ARM,), (AZE,), True))
    for (name, kind), modality, (sources, targets, both) in product(event_types().items(), MODALITIES, sides):
        for mode, speaker in (("", None), *((mode, Who("UNO", "")) for mode in kind.modes)):
            said = words.event(Did(name, sources, targets, mode, modality, both, speaker))
            assert said not in seen, said
            assert not re.search(r"[{}]|\bNone\b|  |^ | $|\$", said), said
            seen.add(said)
    for modality in MODALITIES:
        assert words.modality(modality)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sector_of_every_country_has_a_name(language: str) -> None:
    words = wording(language)
    names = {words.actor(Who(country, sector)) for country in ("FRA", "USA", "COD") for sector in sectors()}
    assert len(names) >= 70
    assert all(words.actor(Who("", sector)) for sector in sectors())


SPOT = [
    ("id", ASKED, "Rusia meminta Azerbaijan dan Armenia untuk bernegosiasi"),
    ("ru", ASKED, "Россия призвала Азербайджан и Армению к переговорам"),
    ("uk", ASKED, "Росія закликала Азербайджан і Вірменію до переговорів"),
    ("az", ASKED, "Rusiya Azərbaycanı və Ermənistanı danışıqlara çağırdı"),
    ("hy", ASKED, "Ռուսաստանը հորդորեց Ադրբեջանին և Հայաստանին բանակցել"),
    ("ka", ASKED, "რუსეთმა მოუწოდა აზერბაიჯანს და სომხეთს მოლაპარაკებისკენ"),
    ("fr", ASKED, "La Russie a demandé à l’Azerbaïdjan et à l’Arménie de négocier"),
    ("pl", ASKED, "Rosja wezwała Azerbejdżan i Armenię do negocjacji"),
    ("sr", ASKED, "Русија је позвала Азербејџан и Јерменију на преговоре"),
    ("hi", ASKED, "रूस ने अज़रबैजान और आर्मेनिया से वार्ता करने का आग्रह किया"),
    ("en", SHELLED, "According to the military of Azerbaijan, Azerbaijan did not carry out an attack on civilians from Armenia"),
    ("de", SHELLED, "Nach Angaben vom Militär von Aserbaidschan: Aserbaidschan hat keinen Angriff auf Zivilpersonen von Armenien verübt"),
    ("pl", SHELLED, "Według wojska Azerbejdżanu, Azerbejdżan nie przeprowadził ataku na cywilów Armenii"),
    ("ru", SHELLED, "По словам армии Азербайджана, Азербайджан не совершил нападения на мирных жителей Армении"),
    ("he", CLASHED, "ארמניה ואזרבייג׳ן תקפו זה את זה"),
    ("tr", CLASHED, "Ermenistan ve Azerbaycan birbirine saldırdı"),
    ("ar", HELPS, "من المتوقع أن تقدم الولايات المتحدة مساعدة إلى أوكرانيا"),
    ("es", HELPS, "Se espera que Estados Unidos preste ayuda a Ucrania"),
    ("pt", HELPS, "Espera-se que os Estados Unidos prestem ajuda à Ucrânia"),
    ("zh", HELPS, "预计美国将向乌克兰提供援助"),
    ("bn", HELPS, "ধারণা করা হচ্ছে, যুক্তরাষ্ট্র ইউক্রেনকে সাহায্য দেবে"),
    ("fa", PHONES, "انتظار می‌رود پوتین با ترکیه تلفنی گفت‌وگو کند"),
    ("it", PHONES, "Vladimir Putin dovrebbe tenere colloqui telefonici con la Turchia"),
    ("ur", Did("SANCTION", (Who("GBR"),), (Who("IRN", "BUS"),), "expel", "hypothetical"),
     "برطانیہ کے ایران کے کاروباری حلقوں کے خلاف تعزیری اقدامات کرنے کا امکان ہے (بے دخلی)"),
]


@pytest.mark.parametrize(("language", "event", "sentence"), SPOT)
def test_sentences_as_a_native_would_write_them(language: str, event: Did, sentence: str) -> None:
    assert wording(language).event(event) == sentence


def test_ties_dates_places_and_numbers() -> None:
    assert wording("ru").tie("supplies-arms", RUS, ARM) == "Россия поставляет оружие Армении"
    assert wording("tr").tie("hosts-forces", ARM, RUS) == "Ermenistan, Rusya’nın kuvvetlerine ev sahipliği yapıyor"
    assert wording("id").day(date(2020, 9, 27)) == "27 September 2020"
    assert wording("uk").day(date(2020, 9, 1), "month") == "вересень 2020\u202fр."
    assert wording("pl").day(None) == "Data nieznana"
    assert wording("ru").place("Moscow", "RUS") == "Москва (Россия)"
    assert wording("hy").place("Armenia", "ARM") == "Հայաստան"
    assert wording("de").number(1234567) == "1.234.567"
    assert wording("fr").list(["a", "b", "c"]) == "a, b et c"


def test_a_name_against_the_direction_is_kept_apart() -> None:
    assert wording("ar").place("Kupang", "IDN").startswith("\u2068Kupang\u2069")


def test_an_unknown_language_is_english() -> None:
    assert wording("xx").language == "en"
