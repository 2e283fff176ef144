"""PETRARCH2's actor and agent dictionaries as rows of a user's own actors (`own`).

An actor file has entries of a name with its codes, spellings and dates in office:

    SOME_PRIME_MINISTER_   [XYZGOV 030101-060630] [XYZELI >060701]   # a comment
    +ANOTHER_SPELLING_

Codes may also follow on lines of their own that begin with a blank. An agent file has `PICKETER {PICKETERS} [~LAB]`, and
macros such as `!PERSON! = MAN, WOMAN`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from dragoman.knowledge.load import read_toml, sectors
from dragoman.knowledge.names import countries
from dragoman.records import Skipped

CODE = re.compile(r"\[([^\]]*)\]")
DATED = re.compile(r"(~?[A-Z]{3,})\s*(?:([<>])?\s*(\d{6,8})(?:\s*-\s*(\d{6,8}))?)?")
AGENT = re.compile(r"([^{\[]+?)\s*(?:\{([^}]*)\})?\s*\[~([A-Z]{3,})\]")
MACRO = re.compile(r"!([A-Z]+)!\s*=\s*(.+)")
PIVOT = 30
"""Two-digit years up to this one are of the 2000s, as the dictionaries of 2014 mean them."""
NO_ACTOR = ("NON", "JNK", "---")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a user's own actors, in the order of its columns."""

    name: str
    country: str
    sector: str
    aliases: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    names: tuple[str, ...]
    codes: tuple[str, ...]


def read_dictionary(path: Path) -> Iterator[Row | Skipped]:
    """The rows of a dictionary, actor or agent file alike; Skipped with file and line for what says nothing usable."""
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    agents = any(AGENT.match(line.split("#")[0].strip()) for line in lines)
    yield from (_agents(path, lines) if agents else _actors(path, lines))


def _actors(path: Path, lines: list[str]) -> Iterator[Row | Skipped]:
    entry: _Entry | None = None
    for number, raw in enumerate(lines, 1):
        line = re.split(r"[#;]", raw)[0].rstrip()
        if not line.strip():
            continue
        codes, name = tuple(CODE.findall(line)), CODE.sub("", line).strip()
        if entry and (raw[:1] in " \t" or raw[:1] == "+" or not name):
            names = (*entry.names, name.lstrip("+")) if name.strip("+_ ") else entry.names
            entry = replace(entry, names=names, codes=(*entry.codes, *codes))
            continue
        if entry:
            yield from _rows(path, entry)
        entry = _Entry(number, (name.lstrip("+"),), codes)
    if entry:
        yield from _rows(path, entry)


def _rows(path: Path, entry: _Entry) -> Iterator[Row | Skipped]:
    """One row a code: what is ELI before or after an office goes without saying, as the dates do."""
    place, spoken = f"{path}:{entry.line}", [_spelled(name) for name in entry.names]
    spoken = [name for name in dict.fromkeys(spoken) if any(c.isalnum() for c in name)]
    if not spoken:
        yield Skipped(place, "no name")
        return
    made: list[Row] = []
    wrong = "" if entry.codes else "no code"
    for code in entry.codes:
        row = _row(code, spoken)
        if isinstance(row, Row):
            made.append(row)
        elif code.strip() not in NO_ACTOR:
            wrong = wrong or row
    held = [row for row in made if row.sector != "ELI"]
    yield from dict.fromkeys(held or made[:1])
    if not made and wrong:
        yield Skipped(place, wrong)


def _row(code: str, names: list[str]) -> Row | str:
    """The row of one code; what is wrong with it otherwise."""
    match = DATED.fullmatch(code.strip())
    if not match:
        return f"code [{code}] is none that can be read"
    letters, sign, first, last = match.groups()
    parts = [letters[n:n + 3] for n in range(0, len(letters), 3)]
    country = _country(parts)
    if not country:
        return f"code [{code}] names no state"
    sector = _sector(parts[1:]) or _table()["bodies"].get(country, "GOV")
    since, until = _day(first), _day(last)
    if first and (not since or (last and not until)):
        return f"code [{code}] has a date that is none"
    if sign == "<":
        since, until = "", since
    elif first and not sign and not last:
        until = since
    if since and until and until < since:
        return f"code [{code}] ends before it begins"
    kind = "person" if since or until else ""
    return Row(names[0], country, sector, "|".join(names[1:]), since, until, kind)


def _country(parts: list[str]) -> str:
    """The state or body that a code begins with; of an organization the closer of two (IGO UNO is the UN)."""
    table = _table()["countries"]
    known = table.get(parts[0], parts[0])
    if known == "IGO" and parts[1:] and parts[1] in ("UNO", "EEC", "EUR"):
        return {"EEC": "EUR"}.get(parts[1], parts[1])
    return known if known in _codes() else ""


def _sector(parts: list[str]) -> str:
    """The primary one of the sectors in a code, in the codebook's order; "" when it names none."""
    table, known = _table()["sectors"], sectors()
    named = [table.get(part, part) for part in parts]
    return min((s for s in named if s in known), key=lambda s: known[s], default="")


def _agents(path: Path, lines: list[str]) -> Iterator[Row | Skipped]:
    macros: dict[str, list[str]] = {}
    for number, raw in enumerate(lines, 1):
        line = raw.split("#")[0].strip()
        if macro := MACRO.fullmatch(line):
            macros[macro[1]] = [word.strip() for word in macro[2].split(",")]
            continue
        if not line:
            continue
        match = AGENT.match(line)
        if not match:
            yield Skipped(f"{path}:{number}", "no agent: write ROLE {PLURAL} [~GOV]")
            continue
        word, plural, code = match.groups()
        sector = _sector([code[n:n + 3] for n in range(0, len(code), 3)])
        words = [_spelled(w).lower() for one in ((word, plural) if plural else (word,)) for w in _expanded(one, macros)]
        words = [w for w in dict.fromkeys(words) if w]
        if sector and words:
            yield Row(words[0], "", sector, "|".join([*words[1:], *(_plural(w) for w in words if plural is None)]))
        elif code[:3] not in NO_ACTOR:
            yield Skipped(f"{path}:{number}", f"code [~{code}] names no sector")


def _expanded(word: str, macros: dict[str, list[str]]) -> list[str]:
    found = re.search(r"!([A-Z]+)!", word)
    if not found or found[1] not in macros:
        return [word]
    return [word.replace(found[0], ("" if found.start() == 0 else "_") + one) for one in macros[found[1]]]


def _plural(word: str) -> str:
    """The regular English plural, which agent files leave out."""
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def _spelled(name: str) -> str:
    """`THE_UNITED_NATIONS_` as people write it; short words of one name alone stay acronyms."""
    parts = [w for w in re.split(r"[_\s|]+", name.strip().strip("_")) if w]
    if len(parts) == 1 and len(parts[0]) <= 5:
        return parts[0]
    small = ("OF", "THE", "AND", "FOR", "IN", "DE", "DA", "DI", "AL", "BIN")
    return " ".join(w.lower() if n and w in small else w if "." in w or not w.isupper() else w.title()
                    for n, w in enumerate(parts))


def _day(digits: str | None) -> str:
    """YYYYMMDD or YYMMDD as ISO 8601; "" when it is no date."""
    if not digits or len(digits) not in (6, 8):
        return ""
    year = digits[:4] if len(digits) == 8 else ("20" if int(digits[:2]) <= PIVOT else "19") + digits[:2]
    month, day = digits[-4:-2], digits[-2:]
    ends = {"02": 29 if int(year) % 4 == 0 else 28, **dict.fromkeys(("04", "06", "09", "11"), 30)}
    return f"{year}-{month}-{day}" if "01" <= month <= "12" and 1 <= int(day) <= ends.get(month, 31) else ""


@cache
def _table() -> dict[str, dict[str, str]]:
    table = read_toml(files("dragoman.knowledge") / "petrarch.toml")
    return {name: {str(k): str(v) for k, v in part.items()} for name, part in table.items() if isinstance(part, dict)}


@cache
def _codes() -> frozenset[str]:
    return frozenset({c.code for c in countries()} | set(_table()["bodies"]))
