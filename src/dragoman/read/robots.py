"""What a site allows robots to read: robots.txt by RFC 9309, with `Crawl-delay` and `Sitemap` lines."""

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

NAME = "dragoman"
BYTES = 500_000
"""What stands beyond is not read (RFC 9309 asks for 500 KiB at least)."""
DELAY = 60.0
"""Longest delay between two requests that a site can ask for, in seconds."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that hold for us: the longest path that fits decides, of equals `allow`."""

    rules: tuple[tuple[str, bool], ...] = ()
    """Path pattern (`*` anything, `$` at the end the end) and whether it allows."""
    delay: float = 0.0
    """Seconds between two requests that the site asks for."""
    sitemaps: tuple[str, ...] = ()

    def allows(self, address: str) -> bool:
        """Whether the page at this address may be read."""
        parts = urlsplit(address)
        path = _plain((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [(len(pattern), allow) for pattern, allow in self.rules if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True


CLOSED = Robots((("/", False),))
"""For a site that cannot say what it allows."""


def parse(body: bytes) -> Robots:
    """The rules for us in a robots.txt: those for our name, or else those for `*`."""
    rules: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, float] = {}
    sitemaps: list[str] = []
    names: list[str] = []
    open_group = False
    for line in body[:BYTES].decode("utf-8", "replace").lstrip("\N{ZERO WIDTH NO-BREAK SPACE}").splitlines():
        field, _, value = line.partition("#")[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if field == "user-agent":
            names = [*names, value.lower()] if open_group else [value.lower()]
            rules.setdefault(value.lower(), [])
            open_group = True
            continue
        open_group = open_group and field not in ("allow", "disallow", "crawl-delay")
        if field in ("allow", "disallow") and value:
            for name in names:
                rules[name].append((_plain(value), field == "allow"))
        elif field == "crawl-delay":
            delays.update(dict.fromkeys(names, _seconds(value)))
        elif field == "sitemap":
            sitemaps.append(value)
    own = NAME if NAME in rules else "*"
    return Robots(tuple(rules.get(own, ())), delays.get(own, 0.0), tuple(sitemaps))


def _plain(path: str) -> str:
    """One spelling of a path: percent signs where they must be."""
    return quote(unquote(path), safe="/*$?=&:;,+@!~'()%")


def _seconds(text: str) -> float:
    try:
        return min(DELAY, max(0.0, float(text)))
    except ValueError:
        return 0.0


def _fits(pattern: str, path: str) -> bool:
    """Parts between stars are looked for from left to right: no pattern can make this slow."""
    ends = pattern.endswith("$")
    first, *rest = (pattern[:-1] if ends else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for part in rest[:-1] if ends and rest else rest:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if not ends:
        return True
    return len(path) - at >= len(rest[-1]) and path.endswith(rest[-1]) if rest else at == len(path)
