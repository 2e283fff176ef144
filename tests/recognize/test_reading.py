"""A sentence that was read lately is not read again, wherever it stands, and reads the same."""

import pytest

from dragoman.recognize import reading
from dragoman.recognize.encoder import Network, network
from tests.conftest import made

AGENCY = "Ghana asked Togo for 41 trucks on Monday. Togo refused to send them."


def test_agency_text_on_many_sites_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reading._alone.cache_clear()
    calls = []
    tag = Network.tag
    monkeypatch.setattr(Network, "tag", lambda self, tokens: calls.append(len(tokens)) or tag(self, tokens))
    first = made(AGENCY, "clean", language="en")
    second = made(f"Benin closed the market of Parakou.\n\n{AGENCY}", "clean", language="en")
    one, two = reading.readings([first, second], network())
    assert calls == [1, 1, 1]
    assert two[1:] != one
    for before, after in zip(one, two[1:]):
        assert after.sentence.text == before.sentence.text == second.text[after.sentence.start:after.sentence.end]
        assert [m.text for m in after.mentions] == [second.text[m.start:m.end] for m in after.mentions]
        assert (after.acts, after.offsets) == (before.acts, before.offsets)
    reading._alone.cache_clear()
    assert reading.readings([second], network()) == [two]
