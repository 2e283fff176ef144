"""Letters through a real mail server: what they say, and that they say each thing once."""

import json
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import LetterError
from dragoman.news import Span, Topic, topic
from dragoman.read.page import pages as found
from dragoman.records import Hints
from dragoman.remember.news import Newsroom
from dragoman.report.letters import bounces
from dragoman.report.letters.outbox import Outbox
from dragoman.report.letters.render import Renderer, clean
from dragoman.report.letters.send import Post
from dragoman.report.letters.settings import Settings
from dragoman.report.letters.settings import settings as read_settings
from dragoman.report.letters.subscriptions import Subscriptions, wish
from dragoman.report.letters.tokens import DAY
from tests.report.letters.conftest import Clock, Inbox

Reader = Callable[..., tuple[str, str]]


def part(message: EmailMessage, kind: str) -> str:
    return next(p.get_content() for p in message.walk() if p.get_content_type() == kind)


def test_the_letter_to_confirm_is_the_only_one(kept: Subscriptions, post: Post, inbox: Inbox, news: Newsroom) -> None:
    kept.sign_up(wish("actor=IDN", "ka", "at-once", "1"), "reader@example.org", kept.form_token(), "192.0.2.1")
    assert post.outbox.plan(news).letters == 0
    assert post.run("letters").sent == 0
    assert post.run("service").sent == 1
    (letter,) = inbox.messages
    assert letter["Subject"] == "გთხოვთ, დაადასტუროთ: ინდონეზია"
    assert "https://events.example.org/ka/letters/confirm/" in part(letter, "text/plain")
    assert inbox.secure == [True]


def test_a_letter_tells_all_there_is(reader: Reader, post: Post, inbox: Inbox, news: Newsroom) -> None:
    reader(language="en")
    assert post.outbox.plan(news).letters == 1
    assert post.run("letters").sent == 1
    (letter,) = inbox.messages
    assert (letter["From"], letter["To"]) == ("Dragoman <letters@example.org>", "reader@example.org")
    assert letter["Subject"].startswith("Indonesia – Timor-Leste: new incidents: ")
    assert letter["List-Unsubscribe"].startswith("<https://events.example.org/en/letters/stop/")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["Message-ID"].endswith("@example.org>")
    assert letter["Auto-Submitted"] == "auto-generated"
    text, html = part(letter, "text/plain"), part(letter, "text/html")
    for said in ("Indonesia and Timor-Leste", "sepakat", "Timor Leste", "Example Institute", "April 14, 2026"):
        assert said in text, said
    assert '<span style="background:#cfe6f3;color:#1d242c;border-radius:3px">' in html
    assert "https://events.example.org/en/dyad/IDN/TLS" in html
    picture = next(p for p in letter.walk() if p.get_content_type() == "image/png")
    assert picture["Content-ID"] == "<picture>"
    assert picture.get_content()[:4] == b"\x89PNG"
    assert "cid:picture" in html


def test_the_next_letter_has_only_what_is_new(folder: Path, reader: Reader, kept: Subscriptions, outbox: Outbox, clock: Clock,
                                              settings: Settings, inbox: Inbox) -> None:
    _, name = reader(topic=topic("place=NER"), empty=True)
    early = Newsroom(folder, 1)
    first = Post(kept, outbox, Renderer(kept, settings, early))
    assert outbox.plan(early).letters == 1
    assert first.run("letters").sent == 1
    assert inbox.messages[0]["Subject"] == "Place: Niger: nothing new"
    assert outbox.plan(early).letters == 0
    clock.time += DAY
    late = Newsroom(folder)
    second = Post(kept, outbox, Renderer(kept, settings, late))
    assert outbox.plan(late).letters == 1
    assert second.run("letters").sent == 1
    assert "new incidents" in inbox.messages[1]["Subject"]
    clock.time += DAY
    outbox.plan(late)
    assert second.run("letters").sent == 1
    assert "No pages were read since" in part(inbox.messages[2], "text/plain")
    assert kept.get(name).told == 2


def test_nothing_reported_and_no_data_are_two_sentences(reader: Reader, post: Post, inbox: Inbox, news: Newsroom) -> None:
    reader(topic=topic("actor=ISL"), empty=True, told=1)
    reader("second@example.org", topic=topic("actor=ISL"), empty=True, told=2)
    reader("third@example.org", topic=topic("actor=ISL"), told=1)
    planned = post.outbox.plan(news)
    assert (planned.letters, planned.passed) == (2, 1)
    post.run("letters")
    said = {m["To"]: part(m, "text/plain") for m in inbox.messages}
    assert set(said) == {"reader@example.org", "second@example.org"}
    assert "Nothing new was reported since" in said["reader@example.org"]
    assert "whether anything happened we cannot say" in said["second@example.org"]


def test_a_threshold_holds_back_what_one_page_says(folder: Path, news: Newsroom, tmp_path: Path) -> None:
    one, ten = Span(0, 2, 1), Span(0, 2, 10)
    own = topic("actor=IDN&other=TLS")
    assert len(news.digest(own, one, 20).items) >= 3
    assert news.digest(own, ten, 20).items == ()


def test_an_incident_is_told_when_it_reaches_the_threshold(tmp_path: Path) -> None:
    record = tmp_path / "record"
    for n in (1, 2):
        page = tmp_path / f"page{n}.txt"
        page.write_text(f"Paper {n}\n\nRussia sent food aid to Armenia on 3 March 2026.\n", "utf-8")
        for _ in dragoman.add(found([str(page)], Hints(language="en", id=f"p{n}")), record):
            pass
    news, own = Newsroom(record), Topic("ARM", "RUS")
    assert [len(news.digest(own, Span(1, 2, n), 9).items) for n in (1, 2, 3)] == [0, 1, 0]
    assert news.digest(own, Span(1, 2, 1), 9).again == 1


def test_rising_conflict_is_told_at_once_with_the_reason(reader: Reader, post: Post, inbox: Inbox, tmp_path: Path,
                                                         kept: Subscriptions, clock: Clock, settings: Settings) -> None:
    record = tmp_path / "record"
    lines = [("old", "2026-01-05", "Azerbaijan and Armenia held talks in Geneva."),
             *((f"p{n}", "2026-03-30", f"Azerbaijan shelled Armenian villages on {28 + n} March 2026, killing {n} people.") for n in range(3)),
             ("p4", "2026-03-30", "Armenia attacked Azerbaijan's army on 29 March 2026."),
             ("p5", "2026-03-30", "Azerbaijan's army attacked Armenia on 30 March 2026.")]
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(json.dumps({"id": i, "published": d, "text": t, "language": "en"}) for i, d, t in lines), "utf-8")
    for _ in dragoman.add(found([str(path)], Hints()), record):
        pass
    news = Newsroom(record)
    rise = news.rise(Topic("ARM", "AZE"))
    assert rise.now >= 3
    assert rise.burst > 3
    reader(topic=Topic("ARM", "AZE"), rhythm="weekly", alerts=True, told=news.version)
    sender = Post(kept, post.outbox, Renderer(kept, settings, news))
    planned = post.outbox.plan(news)
    assert (planned.alerts, planned.letters) == (1, 0)
    sender.run("letters")
    (letter,) = inbox.messages
    assert letter["Subject"] == "Armenia – Azerbaijan: conflict is rising"
    assert f"Reports of conflict in the last days (3): {rise.now}; usual: 0." in part(letter, "text/plain")
    assert post.outbox.plan(news).alerts == 0


def test_running_twice_sends_once_and_the_rhythm_is_kept(reader: Reader, post: Post, inbox: Inbox, news: Newsroom, clock: Clock,
                                                         ) -> None:
    reader(empty=True)
    for _ in range(3):
        post.outbox.plan(news)
        post.run("letters")
    assert len(inbox.messages) == 1
    clock.time += DAY - 600
    post.outbox.plan(news)
    post.run("letters")
    assert len(inbox.messages) == 2


def test_a_server_that_is_busy_gets_the_same_letter_later(reader: Reader, post: Post, inbox: Inbox, news: Newsroom, clock: Clock) -> None:
    reader()
    inbox.fail.append("451 try later")
    post.outbox.plan(news)
    assert post.run("letters").put_off == 1
    assert post.run("letters").sent == 0
    clock.time += 61
    assert post.run("letters").sent == 1
    assert len(inbox.messages) == 1


def test_an_address_that_is_refused_is_stopped(reader: Reader, post: Post, inbox: Inbox, news: Newsroom, kept: Subscriptions,
                                               clock: Clock) -> None:
    reader()
    reader("second@example.org")
    inbox.refuse["reader@example.org"] = "550 5.1.1 no such user"
    post.outbox.plan(news)
    done = post.run("letters")
    assert (done.sent, done.failed) == (1, 1)
    assert kept.database.rows("SELECT why FROM people WHERE stopped IS NOT NULL")[0]["why"] == "bounce"
    clock.time += 2 * DAY
    kept.database.connection.execute("UPDATE subscriptions SET told = 0")
    assert post.outbox.plan(news).letters == 1


REPORT = b"""From: mailer@example.net
Content-Type: multipart/report; report-type=%s; boundary=x

--x
Content-Type: text/plain

It did not work.
--x
Content-Type: message/%s

%s
--x
Content-Type: text/rfc822-headers

Message-ID: %s

--x--
"""
FAILED = b"Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; x@example.org\nAction: failed\nStatus: 5.1.1\n"
LATE = FAILED.replace(b"failed", b"delayed").replace(b"5.1.1", b"4.2.2")
ABUSE = b"Feedback-Type: abuse\nUser-Agent: Feedback/1\nVersion: 1\n"


def test_what_comes_back_stops_an_address_but_a_forged_report_does_not(reader: Reader, post: Post, inbox: Inbox, news: Newsroom,
                                                                     kept: Subscriptions) -> None:
    person, _ = reader()
    post.outbox.plan(news)
    post.run("letters")
    own, forged = inbox.messages[0]["Message-ID"].encode(), b"<" + b"0" * 32 + b"@example.org>"
    kind = (b"delivery-status",) * 2
    assert bounces.verdict(REPORT % (*kind, FAILED, own))[0] == "hard"
    assert bounces.verdict(REPORT % (*kind, LATE, own))[0] == "soft"
    assert bounces.verdict(REPORT % (b"feedback-report", b"feedback-report", ABUSE, own))[0] == "complaint"
    assert bounces.verdict(b"Subject: out of office\n\nBack on Monday.") == ("", "")
    assert bounces.verdict(b"\xff\x00" * 50) == ("", "")
    assert bounces.reader(kept.database, bounces.verdict(REPORT % (*kind, FAILED, own))[1]) == person
    assert bounces.reader(kept.database, bounces.verdict(REPORT % (*kind, FAILED, forged))[1]) is None


def test_five_soft_bounces_stop_an_address(reader: Reader, kept: Subscriptions) -> None:
    person, _ = reader()
    for n in range(5):
        assert kept.database.rows("SELECT stopped FROM people")[0]["stopped"] is None, n
        kept.bounced(person, hard=False)
    assert kept.database.rows("SELECT stopped FROM people")[0]["stopped"] is not None


def test_who_leaves_while_letters_wait_gets_none(reader: Reader, post: Post, inbox: Inbox, news: Newsroom, kept: Subscriptions) -> None:
    person, name = reader()
    post.outbox.plan(news)
    kept.leave(person, name)
    assert post.run("letters").sent == 0
    assert inbox.messages == []


def test_a_wrong_password_or_certificate_stops_the_run_and_loses_nothing(reader: Reader, post: Post, news: Newsroom, kept: Subscriptions,
                                                                         settings: Settings, outbox: Outbox,
                                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    reader()
    outbox.plan(news)
    with pytest.raises(LetterError, match=r"no mail can be sent: .*certificate"):
        Post(kept, outbox, Renderer(kept, replace(settings, ca=""), news)).run("letters")
    monkeypatch.setenv("DRAGOMAN_SMTP_PASSWORD", "wrong")
    with pytest.raises(LetterError, match="does not accept the name and password"):
        post.run("letters")
    monkeypatch.setenv("DRAGOMAN_SMTP_PASSWORD", "open sesame")
    assert post.run("letters").sent == 1


def test_two_runs_at_once_do_not_send_twice(reader: Reader, post: Post, outbox: Outbox) -> None:
    reader()
    with outbox.alone("letters") as mine:
        assert mine
        assert post.run("letters").busy


HOSTILE = "Russia <script>alert(1)</script> attacked \u202eUkraine\r\nBcc: x@example.org"


def test_words_of_pages_cannot_act(reader: Reader, post: Post, inbox: Inbox, news: Newsroom) -> None:
    assert clean(HOSTILE) == "Russia <script>alert(1)</script> attacked Ukraine  Bcc: x@example.org"
    reader(topic=topic("actor=IDN&words=%3Cb%3E%22%27"), empty=True)
    post.outbox.plan(news)
    post.run("letters")
    assert "<b>" not in part(inbox.messages[0], "text/html")


@pytest.mark.parametrize(("line", "words"), [('tls = "none"', "in the clear"), ('site = "http://example.org"', "https://"),
                                             ("port = \"25\"", "'port' must be of type int"), ('nose = 1', "'nose' is not one of"),
                                             ('user = "x"', "DRAGOMAN_SMTP_PASSWORD"), ('sender = "x"', "no e-mail address"), ("=", "letters.toml")])
def test_settings_say_what_is_wrong(tmp_path: Path, line: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_SMTP_PASSWORD", raising=False)
    path, good = tmp_path / "letters.toml", {"database": "l.db", "sender": "a@example.org", "site": "https://example.org",
                                             "host": "mail.example.org"}
    path.write_text("\n".join(f'{k} = "{v}"' for k, v in good.items()), "utf-8")
    assert read_settings(path).port == 587
    path.write_text("\n".join(f'{k} = "{v}"' for k, v in good.items() if not line.startswith(k)) + f"\n{line}\n", "utf-8")
    with pytest.raises(LetterError, match=words):
        read_settings(path)
