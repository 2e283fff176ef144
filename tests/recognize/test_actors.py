"""Who a mention is: by its own words, else by what stands around it; `how` says which."""

from datetime import date

from dragoman.recognize.actors import background, resolve
from dragoman.records import Actor, Mention, Sentence
from tests.conftest import made


def actors(text: str, *marked: tuple[str, str], language: str = "en") -> list[Actor]:
    article = made(text, "clean", language=language)
    mentions = tuple(Mention(text.index(words), text.index(words) + len(words), words, sector, 1.0)
                     for words, sector in marked)
    return list(resolve(mentions, Sentence(0, len(text), text), article, background(article)))


def test_by_its_own_words() -> None:
    minister, capital = actors("The Turkish foreign minister asked Yerevan to wait.", ("The Turkish foreign minister", "GOV"),
                               ("Yerevan", "GOV"))
    assert (minister.country, minister.sector, minister.how) == ("TUR", "GOV", "nationality turkish")
    assert (capital.country, capital.name) == ("ARM", "Armenia")


def test_the_first_country_in_a_mention_is_its_own() -> None:
    (envoy,) = actors("Israel's ambassador to Lebanon left.", ("Israel's ambassador to Lebanon", "GOV"))
    assert envoy.country == "ISR"


def test_by_the_place_in_the_sentence() -> None:
    (police,) = actors("Police arrested nine people in Dhaka.", ("Police", "COP"))
    assert police.country == "BGD"
    assert police.how.startswith("sentence")


def test_by_the_actor_beside_it() -> None:
    _, rebels = actors("The Sudanese army shelled the rebels.", ("The Sudanese army", "MIL"), ("the rebels", "REB"))
    assert (rebels.country, rebels.how) == ("SDN", "sentence: beside The Sudanese army")


def test_by_the_article() -> None:
    text = "Talks on Chad went on. Chad’s capital is calm."
    article = made(text + " Police fired.", "clean", language="en")
    at = article.text.index("Police")
    mention = Mention(at, at + 6, "Police", "COP", 1.0)
    (police,) = resolve((mention,), Sentence(at, at + 13, "Police fired."), article, background(article))
    assert (police.country, police.how) == ("TCD", "article")


def test_unknown_stays_unknown() -> None:
    (gunmen,) = actors("Gunmen fired at a car.", ("Gunmen", "UAF"))
    assert (gunmen.country, gunmen.how) == ("", "")


def test_an_office_holder_out_of_office_is_no_government() -> None:
    text = "Donald Trump called Joe Biden on Monday."
    sectors = {}
    for day in (date(2018, 5, 1), date(2022, 5, 1), date(2026, 5, 1)):
        article = made(text, "clean", language="en", published=day)
        mentions = tuple(Mention(text.index(n), text.index(n) + len(n), n, "GOV", 1.0) for n in ("Donald Trump", "Joe Biden"))
        found = resolve(mentions, Sentence(0, len(text), text), article, background(article))
        sectors[day.year] = [a.sector for a in found]
        assert [a.country for a in found] == ["USA", "USA"]
    assert sectors == {2018: ["GOV", "ELI"], 2022: ["ELI", "GOV"], 2026: ["GOV", "ELI"]}


def test_a_nationality_outweighs_a_name_that_many_share() -> None:
    chilean, american = actors("The Chilean Congress wrote to the U.S. Congress.", ("The Chilean Congress", "LEG"),
                               ("the U.S. Congress", "LEG"))
    assert (chilean.country, american.country) == ("CHL", "USA")


def test_organizations_have_their_own_codes() -> None:
    un, hamas = actors("The U.N. Security Council condemned Hamas.", ("The U.N. Security Council", "GOV"), ("Hamas", "GOV"))
    assert (un.country, un.sector) == ("UNO", "GOV")
    assert (hamas.country, hamas.sector, hamas.name) == ("PSE", "REB", "Hamas")
