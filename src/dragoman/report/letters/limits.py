"""How often one network or one address may ask. Kept as keyed hashes, forgotten when their time is over."""

import ipaddress
import sqlite3
from dataclasses import dataclass

from dragoman.report.letters.database import Database
from dragoman.report.letters.tokens import DAY, HOUR


@dataclass(frozen=True, slots=True)
class Limit:
    """So many in so many seconds."""

    name: str
    most: int
    seconds: int


NETWORK = (Limit("network-hour", 10, HOUR), Limit("network-day", 30, DAY))
"""Sign-ups, requests for links and the like from one network: a family or a class gets by, a script does not."""
ADDRESS = (Limit("address-day", 4, DAY),)
"""Letters that strangers can make us send to one address; beyond them the answer is the same and nothing is sent."""
ALL = (Limit("all-hour", 500, HOUR),)
"""From everywhere together, lest many networks write to many strangers."""


def network(host: str) -> str:
    """The network of an IP address: /24 of IPv4, /56 of IPv6 (what one household or site is given)."""
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ipaddress.ip_network((found, 24 if found.version == 4 else 56), strict=False))


def allowed(database: Database, own: sqlite3.Connection, who: str, limits: tuple[Limit, ...], now: int) -> bool:
    """Count one more of `who` within a transaction; False when it is one too many."""
    good = True
    for limit in limits:
        slot = now // limit.seconds
        key = database.keys.look_up(who, limit.name)
        (count,) = own.execute("INSERT INTO hits VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET n = n + 1 RETURNING n",
                               (key, slot, (slot + 1) * limit.seconds)).fetchone()
        good = good and count <= limit.most
    return good
