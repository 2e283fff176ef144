"""One letter to a mail server (SMTP, RFC 5321), with TLS and authentication, in steps that a crash cannot blur."""

import re
import smtplib
import ssl
from collections.abc import Callable

from dragoman.errors import LetterError
from dragoman.report.letters.settings import Settings

SECONDS = 60.0
"""Longest wait for an answer of the server."""
TOGETHER = 100
"""Letters over one connection; servers often allow no more."""
DOT = re.compile(rb"(?m)^\.")


class Refused(Exception):
    """The server does not take a letter. `permanent`: never; `address`: because of the reader's address."""

    def __init__(self, code: int, text: str, address: bool) -> None:
        super().__init__(f"{code} {text}")
        self.permanent, self.address = 500 <= code < 600, address


class Mailer:
    """A connection to the mail server, made when the first letter goes and again where it was lost."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._count = settings, 0
        self._server: smtplib.SMTP | None = None

    def post(self, to: str, content: bytes, handing: Callable[[], None]) -> None:
        """Send a letter (CRLF lines). handing: called after the server is ready for the text and before it gets any.

        Raises: Refused when the server does not take it, or the connection is lost (421); LetterError without a server.
        """
        server = self._connected()
        try:
            _expect(server.mail(self._settings.bounces or self._settings.sender), False)
            _expect(server.rcpt(to), True)
            _expect(server.docmd("DATA"), False, 354)
            handing()
            ending = b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n"
            server.send(DOT.sub(b"..", content) + ending)
            _expect(server.getreply(), False)
        except (smtplib.SMTPServerDisconnected, TimeoutError, ConnectionError, ssl.SSLError) as error:
            self.close()
            raise Refused(421, f"connection lost: {error}", False) from None
        except Refused:
            self._again()
            raise
        self._count += 1
        if self._count >= TOGETHER:
            self.close()

    def close(self) -> None:
        """Say goodbye."""
        if self._server is not None:
            try:
                self._server.quit()
            except (smtplib.SMTPException, OSError):
                self._server.close()
        self._server, self._count = None, 0

    def _again(self) -> None:
        """Make the connection ready for the next letter; a server that hangs up is asked anew."""
        try:
            if self._server is not None and self._server.rset()[0] != 250:
                self.close()
        except (smtplib.SMTPException, OSError):
            self._server = None

    def _connected(self) -> smtplib.SMTP:
        if self._server is None:
            own = self._settings
            try:
                self._server = self._open()
            except smtplib.SMTPAuthenticationError:
                raise LetterError(f"{own.host}:{own.port} does not accept the name and password of {own.user}") from None
            except (smtplib.SMTPException, OSError) as error:
                raise LetterError(f"{own.host}:{own.port}: no mail can be sent: {error}") from None
        return self._server

    def _open(self) -> smtplib.SMTP:
        own = self._settings
        context = ssl.create_default_context(cafile=own.ca or None)
        if own.tls == "implicit":
            server: smtplib.SMTP = smtplib.SMTP_SSL(own.host, own.port, timeout=SECONDS, context=context)
        else:
            server = smtplib.SMTP(own.host, own.port, timeout=SECONDS)
        try:
            if own.tls == "starttls":
                server.starttls(context=context)
            server.ehlo_or_helo_if_needed()
            if own.user:
                server.login(own.user, own.password)
        except (smtplib.SMTPException, OSError):
            server.close()
            raise
        return server


def _expect(answer: tuple[int, bytes], address: bool, code: int = 250) -> None:
    if answer[0] != code and not (code == 250 and answer[0] == 251):
        raise Refused(answer[0], answer[1].decode("ascii", "replace")[:150], address)
