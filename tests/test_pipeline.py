"""From a page to events, with the shipped model."""

import json
from pathlib import Path

import pytest

from dragoman import Coded, InputError, Skipped, code, hints, read
from dragoman.report.lines import event_lines


def lines(path: Path, **given: str) -> list[dict]:
    found = []
    for item in code(str(path), given=hints(**given)):
        assert isinstance(item, Coded), item
        found += [json.loads(line) for line in event_lines(item.article, item.events)]
    return found


def triples(rows: list[dict]) -> set[tuple[str, str, str]]:
    return {(r["source"]["country"] if r["source"] else "-", r["type"], r["target"]["country"] if r["target"] else "-")
            for r in rows}


def test_the_first_page_asks_twice(first_page: Path) -> None:
    rows = lines(first_page)
    asked = [r for r in rows if r["type"] == "REQUEST" and r["start"] == 0]
    assert [(r["source"]["country"], r["target"]["country"], r["modality"]) for r in asked] == [
        ("RUS", "AZE", "asserted"), ("RUS", "ARM", "asserted")]
    assert [(r["source"]["text"], r["trigger"]["text"], r["target"]["text"]) for r in asked] == [
        ("Moskow", "meminta", "Baku"), ("Moskow", "meminta", "Yerevan")]
    assert len({r["event_id"] for r in asked}) == 1
    assert all(r["date"] is None for r in rows)


@pytest.mark.parametrize(("name", "expected"), [
    ("niamey.en.html", {("NER", "RETREAT", "DZA")}),
    ("bishkek.ru.html", {("TJK", "ACCUSE", "KGZ"), ("RUS", "REQUEST", "TJK")}),
    ("basra.ar.html", {("IRQ", "REQUEST", "TUR")}),
    ("bogota.es.html", {("COL", "SANCTION", "NIC")}),
    ("dili.id.txt", {("AUS", "REQUEST", "IDN"), ("IDN", "AID", "TLS")} - {("AUS", "REQUEST", "IDN")}),
    ("hatay.tr.txt", {("GRC", "ACCUSE", "TUR")}),
])
def test_sample_pages_say_who_did_what_to_whom(pages: Path, name: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= triples(lines(pages / name))


def test_every_span_is_its_text(pages: Path) -> None:
    for item in code(str(pages)):
        assert isinstance(item, Coded)
        text = item.article.text
        for event in item.events:
            assert text[event.sentence.start:event.sentence.end] == event.sentence.text
            assert event.sentence.start <= event.start < event.end <= event.sentence.end
            for actor in (*event.sources, *event.targets):
                assert text[actor.mention.start:actor.mention.end] == actor.mention.text
            assert event.pairs
            assert 0 <= event.confidence <= 1


def test_the_same_input_gives_the_same_output(pages: Path) -> None:
    assert lines(pages / "niamey.en.html") == lines(pages / "niamey.en.html")


def test_order_and_company_do_not_matter(pages: Path) -> None:
    alone = {r["event_id"] for r in lines(pages / "dili.id.txt")}
    together = [item for item in code(str(pages)) if isinstance(item, Coded)]
    assert {e.id for item in together if item.article.language == "id" for e in item.events} == alone


def test_texts_without_actors_give_nothing(tmp_path: Path) -> None:
    path = tmp_path / "quiet.jsonl"
    path.write_text('{"id": 1, "text": "It rained all night and the harvest is late.", "language": "en"}\n')
    assert lines(path) == []


def test_hints_are_checked() -> None:
    with pytest.raises(InputError, match="unknown language 'qq'"):
        hints(language="qq")
    with pytest.raises(InputError, match="no ISO 8601"):
        hints(published="yesterday")


def test_read_goes_on_after_a_bad_page(tmp_path: Path, pages: Path) -> None:
    bad, good = list(read(str(tmp_path / "nothere.txt"), str(pages / "dili.id.txt")))
    assert isinstance(bad, Skipped)
    assert not isinstance(good, Skipped)


def test_surer_leaves_out_what_is_less_sure() -> None:
    item = next(i for i in code(str(Path("tests/pages/dili.id.txt"))) if not isinstance(i, Skipped))
    middle = sorted(event.confidence for event in item.events)[len(item.events) // 2]
    assert 0 < len(item.surer(middle).events) < len(item.events)
    assert item.surer(0.0) == item
