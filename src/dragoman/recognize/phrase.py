"""Whom a phrase names, by its own words alone: "the Turkish foreign minister", "Putin's spokesman", "UN peacekeepers".

The first name that is the actor's own gives the country; words of roles give the sectors; the row of a known actor
gives both where it is the actor named. What stands around the phrase is looked at elsewhere.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from dragoman.knowledge.load import KnownActor, sectors
from dragoman.knowledge.names import english_names
from dragoman.knowledge.own import current
from dragoman.recognize.holders import LEAVES, in_office, meant, office
from dragoman.recognize.lexicon import Found, Lexicon, Role, lexicon, rows
from dragoman.recognize.spelling import holder, state, titled
from dragoman.recognize.standing import AT, BACKER, LEADER, OWN, TOWARD, standing
from dragoman.recognize.wording import normal, small, words

SUPRANATIONAL = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
STATES = ("country", "capital", "seat")
STRONGER = {"UNO": ("MIL", "COP", "JUD", "LEG", "CVL", "REF", "SPY"),
            "EUR": ("MIL", "COP", "JUD", "LEG", "CVL", "AGR", "BUS"),
            "IGO": ("MIL", "COP", "JUD", "LEG", "CVL")}
"""Roles that count against an organization's own sector: UN peacekeepers are MIL, UN experts and workers GOV."""
MEMBERS = {"BUS": ("LAB",), "PTY": ("LEG", "GOV"), "GOV": ("MIL", "LEG", "JUD", "COP", "SPY", "CVL")}
"""The same for organizations of a sector: a company's workers are LAB, a party's members of parliament LEG."""
PASSING = ("CVL", "SOC", "PTY", "OPP", "COP", "PRM", "UAF", "REF", "JRN", "LAB", "AGR")
"""Roles before a holder's name that are another's ("сторонники Путина"), where the holder's own sector is none of them."""
TOGETHER = re.compile(r"['’]?\w{0,4}[-\s]*(?:\w+[-\s]+)?")
"""What may stand between a holder's name and the word that makes the actor another's: an ending, one word."""


UNCASED = 3
"""Letters up to which a word of a script without capitals is taken for a particle and not for a name."""
LONGEST_STATE = 45
"""Characters of the longest name of a state."""
SMALL_WORD = 4
"""Letters up to which a word beside a state's name is an article, a preposition or an ending."""
CAPITAL_STATES = ("ru", "uk", "es", "it", "pt")
"""Languages that write peoples small and states with a capital: "Грузией" is the state, "грузин" a man."""
POSSESSIVE = re.compile(r"^(?:['’]s?\s|the\s|The\s)+|[\s,]+$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says of its actor. Empty: it does not say."""

    name: str = ""
    country: str = ""
    sectors: tuple[str, ...] = ()
    """The first is primary."""
    how: str = ""
    kind: str = ""
    title: str = ""
    row: KnownActor | None = None
    exact: bool = False
    """The row names this very actor, so that its sector stands against every other source."""
    rest: str = ""
    """The words that no table knows: perhaps a name."""
    shared: KnownActor | None = None
    """The best known of the bodies of many states that bear the name ("Congress")."""
    score: float = 1.0
    places: tuple[str, ...] = field(default=())
    """States whose place or other side the phrase names ("police in Karachi")."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """A phrase taken apart."""

    text: str
    language: str
    day: date | None
    names: tuple[tuple[Found, str], ...]
    """Names with how they stand."""
    roles: tuple[Role, ...]
    former: bool


def read_phrase(text: str, language: str, day: date | None = None) -> Phrase:
    """Whom a phrase names. day: of the text it stands in; None when unknown."""
    return _read_phrase(text, language, day, current().digest)


@lru_cache(maxsize=20_000)
def _read_phrase(text: str, language: str, day: date | None, user: str) -> Phrase:
    table = lexicon(language)
    parts = _parts(text, language, day, table)
    person = _person(parts) or _other_state(parts)
    if person:
        return person
    shared = _shared(parts, table)
    own = [f for f, way in parts.names if way in (OWN, LEADER) and f is not (shared and shared[0])]
    first = own[0] if own else None
    if first is None:
        return _unowned(parts, shared)
    known = next((f for f in own if f.entry.kind == "actor"), None)
    if known and not (first is not known and _outranks(first, known, parts)):
        return _body(parts, known, first)
    return _composed(parts, first, known or (shared[0] if shared else None))


def by_spelling(phrase: Phrase, language: str, day: date | None) -> Phrase | None:
    """Whom a name means that no table has as it is written: another spelling of a holder's or a state's, or a holder's
    last name after a title."""
    code = "" if phrase.sectors else state(phrase.rest, language)
    if code:
        return _spelt(phrase.rest, code)
    row = titled(phrase.rest, phrase.title, phrase.sectors, day)
    how = f"last name of {row.name}, in office" if row else ""
    if row is None and (row := holder(phrase.rest, language)) and (" " in phrase.rest or in_office(meant([row], day), day)):
        how = f"spelling of {row.name}"
    else:
        row = row if how else None
    if row:
        row = meant([row], day)
        sector, every = office(row, day, phrase.sectors, False)
        return Phrase(row.name, row.country, tuple(dict.fromkeys((sector, *every))), f"{how}{_term(row)}", "person",
                      row.title or phrase.title, row, True, phrase.rest, score=0.85)
    return None


def _spelt(text: str, code: str) -> Phrase:
    """A state by another spelling of its name."""
    name = english_names().get(code, text)
    return Phrase(name, code, ("GOV",), f"spelling of {name}", "state", rest=text, score=0.85)


def _parts(text: str, language: str, day: date | None, table: Lexicon) -> _Parts:
    folded, ways = normal(text), standing(language)
    names = tuple((f, ways.of(folded, f, f.entry.row.partition(" ")[2])) for f in table.find(text))
    inside = [f for f, _ in names if f.entry.kind == "actor"]
    roles = tuple(r for r in table.roles(text) if not ways.opposed(folded, r.start) and not any(
        f.start <= r.start and r.end <= f.end for f in inside))
    roles = tuple(r for r in roles if r is roles[0] or not ways.toward(folded, r.start))
    names = tuple((f, way) for f, way in names if not _given_name(text, f, roles, names))
    former = bool(table.former) and _former({w for w, _, _ in words(text)}, folded, table.former)
    return _Parts(text, language, day, names, roles, former)


def _given_name(text: str, found: Found, roles: tuple[Role, ...], names: tuple[tuple[Found, str], ...]) -> bool:
    """A city's name that a name follows is a given name, alone or after a title: "президент Володимир Зеленський"."""
    after = text[found.end:]
    if found.entry.kind != "city" or after[:1] != " " or not after[1:2].isupper():
        return False
    if not roles:
        return found.start == 0 and len(names) == 1
    exact = not found.entry.row.endswith("*")
    titled = any(r.end == found.start - 1 for r in roles)
    return exact and titled and not any(r.start == found.end + 1 for r in roles)


def _former(spoken: set[str], folded: str, listed: tuple[str, ...]) -> bool:
    """A word of the list, exact or a stem, stands in the phrase."""
    for entry in listed:
        word = normal(entry).rstrip("-‑–*")
        if word in spoken or (" " in word and word in folded) or (
                entry.endswith("*") and any(w.startswith(word) for w in spoken)):
            return True
    return False


def _other_state(parts: _Parts) -> Phrase | None:
    """A state whose name is written another way, of which the tables know a part only: "Guyana Perancis" is not Guyana."""
    if parts.roles or not parts.names or any(f.entry.kind == "actor" for f, _ in parts.names):
        return None
    if sum(f.end - f.start for f, _ in parts.names) >= len(parts.text) or len(parts.text) > LONGEST_STATE:
        return None
    code = state(parts.text, parts.language)
    return _spelt(parts.text, code) if code and code != parts.names[0][0].entry.id else None


def _person(parts: _Parts) -> Phrase | None:
    """The holder of an office whom the phrase names, or the body or person of theirs that it names."""
    held = [(f, way) for f, way in parts.names if f.entry.kind == "actor" and rows(f.entry)[0].kind == "person"
            and way in (OWN, LEADER)]
    if not held:
        return None
    found = held[-1][0]
    before = [f for f, way in parts.names if f.end <= found.start and way == OWN and f.entry.kind not in ("actor", "city")]
    country = before[0].entry.id if before else ""
    row = meant(rows(found.entry), parts.day, country)
    alone = " " not in parts.text[found.start:found.end].strip()
    if alone and country and country != row.country and row.country not in SUPRANATIONAL:
        return None  # a namesake: "Kenyan opposition leader Johnson"
    if _of_theirs(parts, found, row):
        return _derived(parts, found, row)
    said = _sectors(parts.roles, weak_too=True)
    sector, every = office(row, parts.day, said, parts.former)
    title = row.title or _title(parts, found)
    return Phrase(row.name, row.country, tuple(dict.fromkeys((sector, *every))), f"{found.entry.row}{_term(row)}", "person",
                  title, row, True)


def _term(row: KnownActor) -> str:
    return f", {row.since or '…'} to {row.until or '…'}" if row.since or row.until else ""


def _of_theirs(parts: _Parts, found: Found, row: KnownActor) -> bool:
    """True when the phrase names somebody or something of the person: "Putin's spokesman", "Assad forces"."""
    if standing(parts.language).kin(normal(parts.text), found.end):
        return True
    for role in parts.roles:
        between = parts.text[found.end:role.start]
        if role.start >= found.end and (not between or TOGETHER.fullmatch(between)):
            return True
        if role.end <= found.start and parts.text[role.end:found.start].strip() in ("of", "to") and not role.weak:
            return True
        if role.end == found.start - 1 and role.sector in PASSING and role.sector != row.sector and not role.weak:
            return True
    return False


def _derived(parts: _Parts, found: Found, row: KnownActor) -> Phrase:
    """Somebody of a holder's: the country is the holder's, the sector that of the words."""
    said = _sectors(parts.roles)
    if not said and row.sector not in ("GOV", "PRE"):
        said = (row.sector,)
    return Phrase(parts.text, row.country, said or ("GOV",), f"of {found.entry.row}", "group", _title(parts, found))


def _shared(parts: _Parts, table: Lexicon) -> tuple[Found, KnownActor] | None:
    """The name that bodies of many states bear, and the best known of them."""
    for found, _ in parts.names:
        if found.entry.kind == "actor" and table.shared(parts.text[found.start:found.end]):
            return found, rows(found.entry)[0]
    return None


def _outranks(first: Found, known: Found, parts: _Parts) -> bool:
    """A state named before a body is the actor's own, unless the body is that state's: "the Chilean Congress", but
    "Lebanon's Hezbollah"."""
    row = meant(rows(known.entry), parts.day, _code(first, parts.day))
    return first.entry.kind != "actor" and first.entry.id != row.country


def _code(found: Found, day: date | None) -> str:
    return meant(rows(found.entry), day).country if found.entry.kind == "actor" else found.entry.id


def _body(parts: _Parts, known: Found, first: Found) -> Phrase:
    """A known body, or people of it."""
    row = meant(rows(known.entry), parts.day, "" if first is known else _code(first, parts.day))
    said = _sectors(tuple(r for r in parts.roles if not r.weak))
    state = next((f.entry.id for f, way in parts.names if way == OWN and f.entry.kind in ("country", "nationality")), "")
    if row.sector == "REL" and state and row.country != state:
        return Phrase(parts.text, state, ("REL",), f"{known.entry.row} of {state}", "organization")
    if row.sector == "PTY" and any(r.sector == "LEG" for r in lexicon(parts.language).roles(parts.text)):
        return Phrase(parts.text, row.country, ("LEG", "PTY"), known.entry.row, "group", "", row)
    if row.sector == "PTY" and "OPP" in said:
        return Phrase(row.name, row.country, ("OPP", "PTY"), known.entry.row, row.kind, "", row, True)
    listed = STRONGER.get(row.country) or MEMBERS.get(row.sector, ())
    strong = tuple(s for s in said if s in listed)
    if row.country in STRONGER or row.sector in MEMBERS:
        every = strong or (row.sector,)
    else:
        every = tuple(sorted({row.sector, *said}, key=_order))
    if parts.former and parts.roles and every[0] in LEAVES:
        every = ("ELI", *every)
    leading = len(parts.text[known.start:known.end]) >= 0.6 * len(parts.text)
    exact = not parts.roles and not parts.former
    name = row.name if exact or leading else parts.text
    rest = tuple(dict.fromkeys((*every, row.sector)))
    return Phrase(name, row.country, rest, known.entry.row, row.kind if exact or leading else "group", "", row, exact)


def _composed(parts: _Parts, first: Found, known: Found | None) -> Phrase:
    """A state's own people and bodies: country by the name, sectors by the words."""
    code = _code(first, parts.day)
    said = _sectors(parts.roles)
    way = next(w for f, w in parts.names if f is first)
    if known is not None and not said:
        said = (rows(known.entry)[0].sector,)
    if way == LEADER and not said:
        said = ("MIL",)
    said = _first_eli(said, parts.former)
    rest = _rest(parts)
    if first.entry.kind in STATES and code == "EUR" and parts.roles and first.entry.kind == "capital" and said[:1] in (
            ("COP",), ("CVL",), ("JUD",), ("MED",), ("EDU",), ("LAB",)):
        code = "BEL"
    whole = _is_state(parts, first)
    if whole:
        said, code = ("GOV",), _divided(parts, code)
    if not said:
        led = any(r.weak and r.sector == "GOV" for r in parts.roles)
        named = rest and first.entry.kind in STATES
        said = ("GOV",) if led or not rest else ("UNK",) if named else ("CVL",)
    name = english_names().get(code, parts.text) if whole else parts.text
    kind = "state" if whole else "place" if first.entry.kind == "city" and not parts.roles else (
        "person" if rest and _title(parts, None) else "group")
    if kind == "person":
        name = rest
    title = _title(parts, None) if kind == "person" else ""
    return Phrase(name, code, said, first.entry.row, kind, title, None, False, rest)


def _is_state(parts: _Parts, first: Found) -> bool:
    """True when the phrase is a state's name and nothing else but words of its full name ("Islamic Republic of")."""
    table, text = lexicon(parts.language), parts.text
    names, forms = [(f.start, f.end) for f, _ in parts.names if f.entry.id == first.entry.id], table.forms(text)
    covered = [*names, *forms]
    if len(names) < len(parts.names) or any(not any(a <= r.start < b for a, b in covered) for r in parts.roles):
        return False
    left = [text[a:b] for a, b in table.text(text).spans if not any(c <= a < d for c, d in covered)]
    if any(len(w) > SMALL_WORD or w[0].isupper() or table.plain for w in left):
        return False
    capital = parts.language in CAPITAL_STATES and text[first.start].isupper()
    return first.entry.kind in STATES or bool(forms) or capital


def _divided(parts: _Parts, code: str) -> str:
    """Two states of one name are told apart by a word of the full one: the Democratic People's Republic is the North."""
    if code in ("KOR", "COD") and len(parts.names) == 1 and lexicon(parts.language).forms(parts.text):
        democratic = lexicon(parts.language).democratic(parts.text)
        return {("KOR", True): "PRK", ("COD", False): "COG"}.get((code, democratic), code)
    return code


def _unowned(parts: _Parts, shared: tuple[Found, KnownActor] | None) -> Phrase:
    """A phrase that names no actor's own country."""
    said = _sectors(parts.roles)
    said = _first_eli(said, parts.former)
    if shared and not said:
        said = (shared[1].sector,)
    if not said and any(r.weak for r in parts.roles):
        said = ("",)
    places = tuple(_place(f, parts.day) for f, way in parts.names if way == AT)
    backers = tuple(_place(f, parts.day) for f, way in parts.names if way in (TOWARD, BACKER))
    rest = _rest(parts)
    title = _title(parts, None)
    where = next((f for f, way in parts.names if way == AT), None)
    found = Phrase(rest if rest and title else parts.text, "", tuple(s for s in said if s), "",
                   "person" if rest and title else "group" if said else "", title if rest else "", None, False, rest,
                   shared[1] if shared else None, 1.0, places or backers)
    if where:
        return replace(found, country=places[0], how=f"place {where.entry.row}", score=0.8)
    return found


def _first_eli(said: tuple[str, ...], former: bool) -> tuple[str, ...]:
    """Who has left an office, and kin of who holds one, are ELI before all."""
    if "ELI" in said or (former and said and said[0] in LEAVES):
        return tuple(dict.fromkeys(("ELI", *said)))
    return said


def _place(found: Found, day: date | None) -> str:
    """The state of a place: Brussels lies in Belgium."""
    code = _code(found, day)
    return "BEL" if code == "EUR" and found.entry.kind in ("capital", "seat") else code


def _sectors(roles: tuple[Role, ...], weak_too: bool = False) -> tuple[str, ...]:
    """Sectors of words of roles in the codebook's order; a chief or spokesman is what stands beside them."""
    strong = {r.sector for r in roles if not r.weak and r.sector and r.sector != "UNK"}
    if not strong or weak_too:
        strong |= {r.sector for r in roles if r.sector and r.sector != "UNK"}
    if not strong:
        strong = {r.sector for r in roles if r.sector}
    return tuple(sorted(strong, key=_order))


def _order(sector: str) -> int:
    return sectors().get(sector, 99)


def _title(parts: _Parts, found: Found | None) -> str:
    """The words of roles before a name, as the text has them, without the names among them."""
    end = found.start if found else len(parts.text)
    ahead = [r for r in parts.roles if r.end <= end]
    if not ahead:
        return ""
    if found is None:
        return parts.text[ahead[0].start:ahead[-1].end]
    text, at = "", 0
    for name, _ in parts.names:
        if name.end <= end:
            text, at = f"{text}{parts.text[at:name.start]}\n", name.end
    pieces = [POSSESSIVE.sub("", piece).strip() for piece in (text + parts.text[at:end]).split("\n")]
    return next((p for p in reversed(pieces) if p and any(parts.text[r.start:r.end] in p for r in ahead)), "")


def _rest(parts: _Parts) -> str:
    """Words that no table knows and that look like a name: written with a capital, in scripts that have them."""
    taken = [(f.start, f.end) for f, _ in parts.names] + [(r.start, r.end) for r in parts.roles]
    left = []
    for _, start, end in words(parts.text):
        word = parts.text[start:end]
        cased = small(word[0]) or word[0].isupper()
        if (word[0].isupper() or (not cased and len(word) > UNCASED)) and len(word) > 1 and not word.isdigit() and not any(
                a <= start < b for a, b in taken):
            left.append((start, end))
    if left and parts.text[left[0][0]:left[0][1]].lower() in ("the", "a", "an"):
        left = left[1:]
    return " ".join(parts.text[a:b] for a, b in left)
