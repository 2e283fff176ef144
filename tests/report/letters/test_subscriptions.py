"""Sign-up with double opt-in; nothing tells a stranger anything; nothing can be used twice."""

import base64
import json
import re
import sqlite3
from importlib.resources import files

import pytest

from dragoman.errors import InputError, LetterError
from dragoman.news import topic
from dragoman.report.letters import keys, limits, tokens
from dragoman.report.letters.database import Database
from dragoman.report.letters.subscriptions import Subscriptions, TooMany, Wish, wish
from dragoman.report.letters.tokens import DAY, HOUR, BadToken, Purpose
from dragoman.report.letters.words import texts
from dragoman.report.wording import languages
from tests.report.letters.conftest import Clock

WISH = Wish(topic("actor=ARM&other=AZE"), "id")
NOON = 1_774_958_400.0


def sign_up(kept: Subscriptions, address: str, host: str = "192.0.2.1", wanted: Wish = WISH) -> None:
    kept.sign_up(wanted, address, kept.form_token(), host)


def mailed(kept: Subscriptions) -> list[tuple[str, str, str]]:
    return [(r["kind"], r["person"], r["subscription"]) for r in kept.database.rows("SELECT * FROM outbox ORDER BY rowid")]


def confirmed(kept: Subscriptions, address: str = "reader@example.org") -> tuple[str, str]:
    sign_up(kept, address)
    _, person, name = mailed(kept)[-1]
    kept.confirm(kept.token(Purpose.confirm, name))
    return person, name


def test_nothing_runs_before_the_confirmation(kept: Subscriptions) -> None:
    sign_up(kept, "reader@example.org")
    ((kind, person, name),) = mailed(kept)
    assert kind == "confirm"
    assert kept.of(person) == ()
    kept.confirm(kept.token(Purpose.confirm, name))
    (own,) = kept.of(person)
    assert (own.id, own.wish, own.state) == (name, WISH, "active")


def test_consent_is_kept_with_time_and_text(kept: Subscriptions, clock: Clock) -> None:
    clock.time = NOON
    sign_up(kept, "reader@example.org")
    clock.time += HOUR
    _, person, name = mailed(kept)[0]
    kept.confirm(kept.token(Purpose.confirm, name))
    mine = json.loads(kept.export(person))
    assert [(c["act"], c["time"], c["language"]) for c in mine["consents"]] == [
        ("asked", "2026-03-31T12:00:00+00:00", "id"), ("confirmed", "2026-03-31T13:00:00+00:00", "id")]
    assert {c["text"] for c in mine["consents"]} == {texts("id").consent_version()}
    assert mine["address"] == "reader@example.org"
    assert mine["subscriptions"][0]["topic"] == "actor=ARM&other=AZE"


def test_a_wrong_expired_or_used_token_does_nothing(kept: Subscriptions, clock: Clock) -> None:
    sign_up(kept, "reader@example.org")
    _, person, name = mailed(kept)[0]
    good = kept.token(Purpose.confirm, name)
    turned = good[:-2] + ("AA" if good[-2:] != "AA" else "BB")
    foreign = tokens.token(keys.Keys(keys.new_secret()), Purpose.confirm, name, kept.now())
    for text, why in ((turned, "wrong"), (foreign, "wrong"), ("", "wrong"), ("é" * 92, "wrong"), (good * 9, "wrong"),
                      (kept.token(Purpose.stop, name), "wrong"), (kept.token(Purpose.confirm, "0" * 32), "wrong")):
        with pytest.raises(BadToken, match=why):
            kept.confirm(text)
    clock.time += 49 * HOUR
    with pytest.raises(BadToken, match="expired"):
        kept.confirm(good)
    clock.time -= 49 * HOUR
    assert kept.of(person) == ()
    kept.confirm(good)
    with pytest.raises(BadToken, match="used"):
        kept.confirm(good)


def test_no_bit_of_a_token_may_be_turned(kept: Subscriptions) -> None:
    sign_up(kept, "reader@example.org")
    name = mailed(kept)[0][2]
    raw = base64.urlsafe_b64decode(kept.token(Purpose.confirm, name) + "==")
    for at in range(len(raw)):
        bad = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1:]
        with pytest.raises(BadToken, match="wrong"):
            tokens.read(kept.keys, Purpose.confirm, base64.urlsafe_b64encode(bad).rstrip(b"=").decode(), kept.now())


def test_an_old_link_of_confirmation_does_not_bring_back_what_was_ended(kept: Subscriptions) -> None:
    person, name = confirmed(kept)
    second = kept.token(Purpose.confirm, name)
    kept.stop(kept.token(Purpose.stop, name))
    with pytest.raises(BadToken):
        kept.confirm(second)
    assert kept.of(person) == ()


def test_the_link_to_leave_holds_as_long_as_a_letter_lies_about(kept: Subscriptions, clock: Clock) -> None:
    person, name = confirmed(kept)
    link = kept.token(Purpose.stop, name)
    clock.time += 399 * DAY
    kept.stop(link)
    assert kept.of(person) == ()
    with pytest.raises(BadToken, match="used"):
        kept.stop(link)


def test_a_second_sign_up_looks_like_the_first_and_replaces_it_when_confirmed(kept: Subscriptions) -> None:
    person, _ = confirmed(kept)
    sign_up(kept, "Reader@Example.org", wanted=Wish(WISH.topic, "ru", "weekly", 3))
    assert [kind for kind, *_ in mailed(kept)] == ["confirm", "confirm"]
    assert kept.of(person)[0].wish.rhythm == "daily"
    kept.confirm(kept.token(Purpose.confirm, mailed(kept)[-1][2]))
    assert [own.wish.rhythm for own in kept.of(person)] == ["weekly"]


def test_a_link_to_ones_data_goes_only_to_known_addresses_and_nobody_sees_it(kept: Subscriptions) -> None:
    person, _ = confirmed(kept)
    for address in ("reader@example.org", "stranger@example.org"):
        assert kept.ask_link(address, "id", kept.form_token(), "192.0.2.7") is None
    assert [(kind, who) for kind, who, _ in mailed(kept)][1:] == [("open", person)]
    assert kept.enter(kept.token(Purpose.open, person)) == person


def test_nobody_acts_upon_anothers_subscription(kept: Subscriptions) -> None:
    person, name = confirmed(kept)
    other, _ = confirmed(kept, "other@example.org")
    for act in (lambda: kept.leave(other, name), lambda: kept.change(other, name, WISH),
                lambda: kept.set_hook(other, name, "https://example.org/", "x")):
        with pytest.raises(BadToken):
            act()
    assert len(kept.of(person)) == 1


def test_a_network_cannot_sign_up_in_bulk(kept: Subscriptions, clock: Clock) -> None:
    for n in range(10):
        sign_up(kept, f"reader{n}@example.org", f"198.51.100.{n}")
    with pytest.raises(TooMany):
        sign_up(kept, "reader11@example.org", "198.51.100.200")
    assert len(mailed(kept)) == 10
    sign_up(kept, "reader12@example.org", "203.0.113.1")
    clock.time += HOUR
    sign_up(kept, "reader13@example.org", "198.51.100.1")


def test_an_address_cannot_be_flooded_from_many_networks(kept: Subscriptions) -> None:
    for n in range(9):
        sign_up(kept, "reader@example.org", f"203.0.{n}.1")
    assert len(mailed(kept)) == 4


def test_a_form_is_sent_once_and_soon(kept: Subscriptions, clock: Clock) -> None:
    form = kept.form_token()
    kept.sign_up(WISH, "reader@example.org", form, "192.0.2.1")
    with pytest.raises(BadToken, match="used"):
        kept.sign_up(WISH, "other@example.org", form, "192.0.2.1")
    old = kept.form_token()
    clock.time += 3 * HOUR
    with pytest.raises(BadToken, match="expired"):
        kept.sign_up(WISH, "other@example.org", old, "192.0.2.1")
    assert len(mailed(kept)) == 1


def test_networks() -> None:
    assert limits.network("192.0.2.77") == limits.network("::ffff:192.0.2.1") == "192.0.2.0/24"
    assert limits.network("2001:db8:1:2ff::1") == limits.network("2001:db8:1:200::9") == "2001:db8:1:200::/56"
    assert limits.network("nowhere") == "unknown"


def test_the_file_tells_nobody_who_reads(kept: Subscriptions) -> None:
    person, name = confirmed(kept, "secret.reader@example.org")
    kept.set_hook(person, name, "https://hooks.example.org/x", "shared secret")
    kept.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = kept.database.path.read_bytes()
    for word in (b"secret.reader", b"hooks.example.org", b"shared secret", b"192.0.2"):
        assert word not in content
    assert kept.database.path.stat().st_mode & 0o077 == 0
    assert kept.find("Secret.Reader@example.ORG") == person


def test_erasing_leaves_nothing(kept: Subscriptions) -> None:
    person, _ = confirmed(kept)
    kept.erase(person)
    with sqlite3.connect(kept.database.path) as own:
        for table in ("people", "subscriptions", "consents", "outbox"):
            assert own.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    own.close()
    assert kept.find("reader@example.org") is None


def test_what_was_never_confirmed_is_forgotten(kept: Subscriptions, clock: Clock) -> None:
    sign_up(kept, "typo@example.org")
    confirmed(kept)
    clock.time += 49 * HOUR
    kept.tidy()
    assert kept.find("typo@example.org") is None
    assert kept.find("reader@example.org") is not None
    person, name = confirmed(kept, "leaver@example.org")
    kept.leave(person, name)
    clock.time += 31 * DAY
    kept.tidy()
    assert kept.find("leaver@example.org") is None
    assert kept.find("reader@example.org") is not None


def test_another_key_is_refused(kept: Subscriptions, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LetterError, match="another key"):
        Database(kept.database.path, keys.Keys(keys.new_secret()))
    monkeypatch.delenv(keys.VARIABLE, raising=False)
    with pytest.raises(LetterError, match="dragoman letters key"):
        keys.keys()
    with pytest.raises(LetterError, match="32 bytes"):
        keys.Keys("short")


@pytest.mark.parametrize("bad", ["", "reader", "a@b", "a b@example.org", "a@example.org\nBcc: b@example.org", "a@@example.org",
                                 "<a@example.org>", "a@127.0.0.1", "a..b@example.org", "x" * 65 + "@example.org", "a@-x.org"])
def test_what_is_no_address_is_refused(bad: str) -> None:
    with pytest.raises(InputError):
        keys.address(bad)


def test_a_host_in_any_script_is_an_address() -> None:
    assert keys.address(" Reader@Почта.рф ") == "Reader@xn--80a1acny.xn--p1ai"


@pytest.mark.parametrize("bad", ["", "actor=XXX", "actor=AZE&other=ARM", "actor=ARM&other=ARM", "other=ARM", "nose=ARM", "type=HUG",
                                 "words=" + "x" * 101, "words=a%0Ab", "="])
def test_what_is_no_topic_is_refused(bad: str) -> None:
    with pytest.raises(InputError):
        wish(bad, "en", "daily", "1")


def test_every_language_has_every_word_and_a_version_of_its_consent() -> None:
    named = re.compile(r"\{ \$(\w+) \}")
    english = dict(line.split(" = ") for line in (files("dragoman.report.letters") / "en.ftl").read_text("utf-8").splitlines()[1:])
    for language in languages():
        own = texts(language)
        for key, text in english.items():
            said = own.say(key, **dict.fromkeys(named.findall(text), "✓"))
            assert said.count("✓") == len(named.findall(text)), (language, key)
            assert language == "en" or key == "hook" or said != text, (language, key)
    assert len({texts(language).consent_version() for language in languages()}) == len(languages())
    assert texts("ru").topic(topic("actor=ARM&other=AZE&type=ASSAULT")) == "Армения – Азербайджан · нападение"
