"""Findings become events: acts are put together, shadows dropped, triggers kept to whole words."""

from dragoman.recognize.events import Finding, _without_shadows, event, groups
from dragoman.records import Actor, Mention, Sentence
from tests.conftest import made

TEXT = "Moscow asked Baku and Yerevan to negotiate."
OFFSETS = ((0, 0), (0, 6), (6, 12), (12, 17), (17, 21), (21, 29), (29, 32), (32, 42), (42, 43), (0, 0))


def actor(words: str, country: str) -> Actor:
    at = TEXT.index(words)
    return Actor(words, country, "GOV", "capital", Mention(at, at + len(words), words, "GOV", 1.0))


def finding(source: int | None, target: int | None, kind: str = "REQUEST", trigger: tuple[int, int] = (2, 2),
            speaker: int | None = None) -> Finding:
    return Finding(source, target, kind, 0.9, "asserted", "meet" if kind == "REQUEST" else "", trigger, speaker)


ACTORS = (actor("Moscow", "RUS"), actor("Baku", "AZE"), actor("Yerevan", "ARM"))
ARTICLE = made(TEXT, "clean", language="en")
SENTENCE = Sentence(0, len(TEXT), TEXT)


def test_one_act_with_two_targets_is_one_event() -> None:
    (group,) = groups([finding(0, 1), finding(0, 2)])
    made_event = event(group, ACTORS, SENTENCE, ARTICLE, (OFFSETS, "test-1"))
    assert [a.country for a in made_event.targets] == ["AZE", "ARM"]
    assert made_event.pairs == ((0, 0), (0, 1))
    assert TEXT[made_event.start:made_event.end] == "asked"
    assert (made_event.quad, made_event.intensity, made_event.mode) == ("verbal-conflict", 0.0, "meet")
    assert not made_event.reciprocal


def test_both_ways_is_reciprocal_in_text_order() -> None:
    (group,) = groups([finding(2, 1, "CONSULT"), finding(1, 2, "CONSULT")])
    met = event(group, ACTORS, SENTENCE, ARTICLE, (OFFSETS, "test-1"))
    assert met.reciprocal
    assert ([a.country for a in met.sources], [a.country for a in met.targets]) == (["AZE"], ["ARM"])


def test_two_acts_are_two_events() -> None:
    assert len(groups([finding(0, 1), finding(0, 1, "CONSULT", (7, 7))])) == 2


def test_an_act_upon_nobody_is_dropped_beside_the_act_upon_somebody() -> None:
    kept = _without_shadows([finding(0, 1), finding(0, None), finding(None, 1), finding(1, None, "PROTEST")])
    assert [(f.source, f.target) for f in kept] == [(0, 1), (1, None)]


def test_ids_are_of_the_content() -> None:
    one, same, other = (event([f], ACTORS, SENTENCE, ARTICLE, (OFFSETS, "test-1")).id
                        for f in (finding(0, 1), finding(0, 1), finding(1, 0)))
    assert one == same
    assert one != other


def test_the_source_of_a_claim_about_itself_is_no_speaker() -> None:
    told = event([finding(0, 1, speaker=2)], ACTORS, SENTENCE, ARTICLE, (OFFSETS, "test-1"))
    own = event([finding(0, 1, speaker=0)], ACTORS, SENTENCE, ARTICLE, (OFFSETS, "test-1"))
    assert told.speaker is not None
    assert told.speaker.country == "ARM"
    assert own.speaker is None
