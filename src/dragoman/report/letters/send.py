"""Send what lies in the outbox, by mail or to webhooks."""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from email.policy import SMTP

from dragoman.errors import LetterError
from dragoman.news import Span
from dragoman.report.letters.hooks import HookError, Hooks, payload
from dragoman.report.letters.mail import Mailer, Refused
from dragoman.report.letters.outbox import Letter, Outbox
from dragoman.report.letters.render import Renderer
from dragoman.report.letters.settings import Settings
from dragoman.report.letters.subscriptions import Subscriptions
from dragoman.report.letters.tokens import BadToken
from dragoman.report.letters.words import texts


@dataclass(frozen=True, slots=True)
class Sent:
    """What a run did."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    doubtful: int = 0
    """Letters of a run that died, which the server may have had already."""
    busy: bool = False
    """Another run is at work on this lane; nothing was done."""


class Post:
    """Sends the letters of a lane. hooks: how webhooks are reached."""

    def __init__(self, kept: Subscriptions, outbox: Outbox, renderer: Renderer, hooks: Hooks | None = None) -> None:
        self.kept, self.outbox, self.renderer = kept, outbox, renderer
        self._hooks = hooks or Hooks()
        self._settings: Settings = renderer.settings

    def run(self, lane: str, go_on: Callable[[], bool] = lambda: True) -> Sent:
        """Send all that is ready. Raises: LetterError when the mail server cannot be reached; what is left stays ready."""
        with self.outbox.alone(lane) as mine:
            if not mine:
                return Sent(busy=True)
            _, doubtful = self.outbox.recover(lane, self._settings.doubt)
            done = {"sent": 0, "put off": 0, "failed": 0}
            with closing(Mailer(self._settings)) as mailer:
                while go_on() and (letter := self.outbox.claim(lane)):
                    begin = time.monotonic()
                    done[self._one(letter, mailer)] += 1
                    if self._settings.rate:
                        time.sleep(max(0.0, 1 / self._settings.rate - (time.monotonic() - begin)))
            return Sent(done["sent"], done["put off"], done["failed"], doubtful)

    def _one(self, letter: Letter, mailer: Mailer) -> str:
        try:
            if letter.kind in ("digest", "alert") and self.kept.get(letter.subscription).hook:
                return self._hook(letter)
            content = self.renderer.message(letter).as_bytes(policy=SMTP)
            mailer.post(self.kept.address(letter.person), content, lambda: self.outbox.handing(letter))
        except BadToken:
            self.outbox.failed(letter, "its subscription is gone")
            return "failed"
        except Refused as why:
            return self._refused(letter, why)
        except LetterError:
            self.outbox.release(letter)
            raise
        self.outbox.sent(letter)
        return "sent"

    def _refused(self, letter: Letter, why: Refused) -> str:
        if why.address:
            self.kept.bounced(letter.person, hard=why.permanent)
        if why.permanent:
            self.outbox.failed(letter, str(why))
            return "failed"
        self.outbox.put_off(letter, str(why))
        return "put off"

    def _hook(self, letter: Letter) -> str:
        own = self.kept.get(letter.subscription)
        digest = self.renderer.digest(own.wish.topic, Span(letter.since, letter.until, own.wish.threshold))
        rise = self.renderer.news.rise(own.wish.topic) if letter.kind == "alert" and self.renderer.news else None
        body = payload(letter.kind, digest, rise, texts(own.wish.language))
        try:
            self.outbox.handing(letter)
            self._hooks.send(*self.kept.hook(letter.subscription), body, letter.id)
        except HookError as why:
            if why.permanent:
                self.outbox.failed(letter, str(why))
                return "failed"
            self.outbox.put_off(letter, str(why))
            return "put off"
        self.outbox.sent(letter)
        return "sent"
