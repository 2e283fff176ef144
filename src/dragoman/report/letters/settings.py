"""Settings of the letters, from a TOML file; passwords come from the environment alone."""

import ipaddress
import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from dragoman.errors import LetterError
from dragoman.report.letters.keys import LOCAL

PASSWORD = "DRAGOMAN_SMTP_PASSWORD"
TLS = ("starttls", "implicit", "none")


@dataclass(frozen=True, slots=True)
class Settings:
    """How letters are kept and sent; each field is a line of the file."""

    database: str
    """File of the subscriptions."""
    sender: str
    """Address that letters come from."""
    site: str
    """Public address of the site, such as https://events.example.org; links in letters begin with it."""
    host: str
    """Mail server."""
    port: int = 587
    tls: str = "starttls"
    """starttls, implicit, or none (only for a server on this machine)."""
    user: str = ""
    """Name for AUTH; empty: no authentication. The password is in DRAGOMAN_SMTP_PASSWORD."""
    ca: str = ""
    """File of certificates to trust instead of the system's."""
    name: str = "Dragoman"
    """Name that letters come from."""
    bounces: str = ""
    """Address that bounces go to (envelope sender); the sender's when empty."""
    about: str = ""
    """Line at the foot of each letter: who sends it, with a postal address where the law asks for one."""
    rate: float = 0
    """Letters a second at most; 0: as fast as the server takes them."""
    incidents: int = 20
    """Incidents that a letter tells in full."""
    doubt: str = "resend"
    """What happens with a letter that was being handed over when the machine stopped: resend or drop."""

    @property
    def password(self) -> str:
        """Of `user`."""
        return os.environ.get(PASSWORD, "")


def settings(path: Path) -> Settings:
    """The settings of a file. Raises: LetterError with the file and what to mend."""
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise LetterError(f"{path}: {error.strerror}; docs/letters.md shows such a file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LetterError(f"{path}: {error}") from None
    kinds = {f.name: f.type for f in fields(Settings)}
    for name, value in given.items():
        kind = kinds.get(name)
        if not isinstance(kind, type):
            raise LetterError(f"{path}: {name!r} is not one of {', '.join(kinds)}")
        if not isinstance(value, (int, float) if kind is float else kind):
            raise LetterError(f"{path}: {name!r} must be of type {kind.__name__}")
    missing = [name for name in ("database", "sender", "site", "host") if not given.get(name)]
    if missing:
        raise LetterError(f"{path}: {', '.join(missing)} missing; docs/letters.md shows such a file")
    made = Settings(**given)
    for good, problem in _rules(made):
        if not good:
            raise LetterError(f"{path}: {problem}")
    return made


def _rules(made: Settings) -> tuple[tuple[bool, str], ...]:
    """What must hold, each with what to say where it does not."""
    parts = urlsplit(made.site)
    return (
        (made.tls in TLS, f"tls must be one of {', '.join(TLS)}"),
        (made.tls != "none" or _local(made.host),
         f'tls = "none" sends addresses in the clear to {made.host}; use starttls'),
        (not made.user or bool(made.password), f"user is set, but {PASSWORD} is not in the environment"),
        (made.doubt in ("resend", "drop"), "doubt must be resend or drop"),
        (_address(made.sender), f"sender {made.sender!r} is no e-mail address"),
        (not made.bounces or _address(made.bounces), f"bounces {made.bounces!r} is no e-mail address"),
        (parts.scheme == "https" or (parts.scheme == "http" and _local(parts.hostname or "")),
         "site must begin with https://, for links in letters let people in"),
        (made.name.isprintable() and made.about.isprintable(), "name and about must be one line each"),
    )


def _address(text: str) -> bool:
    local, _, host = text.rpartition("@")
    return bool(LOCAL.fullmatch(local)) and host.isascii() and host.replace("-", "").replace(".", "").isalnum()


def _local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
