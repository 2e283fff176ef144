"""Say an event, a tie, a date or a place in the reader's language, from its codes; nothing is translated.

`wording/<language>.ftl` (Fluent) holds the frames of sentences, what each PLOVER type does, and the words of the interface;
`wording/forms.csv` the forms of names in their cases. A sentence is put together in three steps: the names of the
doers and of those done to in every case; what is done (`REQUEST`, `REQUEST-meet`, `.alone`, `.joint`); the frame of its
modality, and around it who says so.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Protocol

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from dragoman.errors import KnowledgeError
from dragoman.knowledge import load
from dragoman.knowledge.names import english_names

CASES = ("nom", "gen", "dat", "acc", "ins", "subj")
SUPRANATIONAL = ("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC")
BICAMERAL = ("LATIN", "CYRILLIC", "ARMENIAN", "GREEK")
MODALITIES = ("asserted", "negated", "future", "hypothetical")
ISOLATE, POP = "\u2068", "\u2069"
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
FALLBACK = "en"
STEMS = ("bn", "hy")
"""Languages in which a stem of the alias table is the nominative."""


class ActorLike(Protocol):
    """What the wording asks of an actor; `records.Actor` has it."""

    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def sector(self) -> str: ...


class EventLike(Protocol):
    """What the wording asks of an event; `records.Event` has it."""

    @property
    def sources(self) -> Sequence[ActorLike]: ...
    @property
    def targets(self) -> Sequence[ActorLike]: ...
    @property
    def type(self) -> str: ...
    @property
    def mode(self) -> str: ...
    @property
    def modality(self) -> str: ...
    @property
    def reciprocal(self) -> bool: ...
    @property
    def speaker(self) -> ActorLike | None: ...


@dataclass(frozen=True, slots=True)
class Forms:
    """A name in its cases; gender m f n, p plural (v: plural of men)."""

    gender: str
    nom: str
    gen: str
    dat: str
    acc: str
    ins: str
    subj: str


@cache
def languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages there is a wording in."""
    folder = files("dragoman.report") / "wording"
    return tuple(sorted(path.name.removesuffix(".ftl") for path in folder.iterdir() if path.name.endswith(".ftl")))


@cache
def wording(language: str) -> "Wording":
    """The wording in a language; English where there is none in it."""
    return Wording(language if language in languages() else FALLBACK)


@cache
def _table(name: str, columns: int) -> dict[str, list[tuple[str, ...]]]:
    """Rows of a table of `wording/` by language."""
    found: dict[str, list[tuple[str, ...]]] = {}
    with (files("dragoman.report") / "wording" / name).open(encoding="utf-8") as file:
        rows = csv.reader(line for line in file if not line.startswith("#"))
        next(rows)
        for row in rows:
            if len(row) != columns:
                raise KnowledgeError(f"{name}: {','.join(row)[:60]}: must have {columns} columns")
            found.setdefault(row[0], []).append(tuple(row[1:]))
    return found


@cache
def _known_names() -> dict[str, str]:
    """Id of a known actor by its name."""
    return {actor.name: actor.id for actor in load.actors().values()}


@cache
def _aliases(language: str) -> dict[str, str]:
    """The name to show of each known actor, where the language writes it otherwise than English: the shortest full name in
    its own script (cases and clitics make the others longer); of names in Latin script only full ones (two words)."""
    best: dict[str, str] = {}
    for alias in load.aliases():
        name = alias.name.removesuffix("*") if language in STEMS else alias.name
        short = name[0] < "\u0250" and (" " not in name or language == FALLBACK)
        if alias.language != language or name.endswith("*") or short:
            continue
        held = best.get(alias.actor, "")
        if not held or (" " not in name, len(name)) < (" " not in held, len(held)):
            best[alias.actor] = name
    return best


class Wording:
    """All words of one language. `text` has the interface, the other methods events, ties, names, dates and numbers."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        self.locale = Locale.parse(language)
        self._bundle = FluentBundle([language], use_isolating=False)
        source = (files("dragoman.report") / "wording" / f"{language}.ftl").read_text("utf-8")
        self._bundle.add_resource(FluentResource(source))
        self._forms = {row[0]: _filled(row[1:]) for row in _table("forms.csv", 9).get(language, ())}
        self._joins = [(re.compile(pattern), to) for pattern, to in _table("euphony.csv", 3).get(language, ())]
        self._verbs = self._say("forms").split()
        self._inside = self._bundle.has_message("order")
        self._gender = self._say("country-gender") if self._bundle.has_message("country-gender") else "m"

    def text(self, key: str, **values: object) -> str:
        """Words of the interface: `text("ui-map")`, `text("ui-brief", who="Armenia")`. KeyError where there are none."""
        return self._say(key, **{name: self._value(value) for name, value in values.items()})

    def type(self, name: str, mode: str = "") -> str:
        """An event type, with its mode: `attack: air strike`."""
        return self._say(f"type-{name}") + (f": {self._say(f'mode-{mode}')}" if mode else "")

    def quad(self, name: str) -> str:
        """A quad class."""
        return self._say(f"quad-{name}")

    def modality(self, name: str) -> str:
        """How sure the text is."""
        return self._say(f"modality-{name}")

    def context(self, name: str) -> str:
        """A PLOVER context."""
        return self._say(f"context-{name.replace('_', '-')}")

    def number(self, value: float) -> str:
        """A number with the language's own separators."""
        return str(format_decimal(value, locale=self.locale))

    def day(self, when: date | None, precision: str = "day") -> str:
        """A date, no more exact than it is known: a day, a month or a year."""
        if when is None:
            return self._say("ui-date-unknown")
        if precision == "month":
            return str(format_skeleton("yMMMM", when, locale=self.locale))
        if precision == "year":
            return str(format_skeleton("y", when, locale=self.locale))
        return str(format_date(when, "long", locale=self.locale))

    def short_day(self, when: date | None) -> str:
        """A date in few letters, for tables; empty when unknown."""
        return str(format_date(when, "medium", locale=self.locale)) if when else ""

    def list(self, items: Iterable[str]) -> str:
        """The items with "and" before the last."""
        return str(format_list(list(items), locale=self.locale))

    def country(self, code: str) -> str:
        """A country's name alone, as a heading has it; the code where it has no name."""
        if code in SUPRANATIONAL:
            return self._capital(self._forms[code].nom)
        name = str(self.locale.territories.get(_territory(code), code)).partition(" (")[0]
        own = self._forms.get(code)
        return name if own is None or own.nom.endswith(name) else self._capital(own.nom)

    def sector(self, code: str) -> str:
        """A sector's name alone."""
        row = self._forms.get(f"{code}-alone") or self._forms.get(code)
        return self._capital(row.nom) if row else code

    def place(self, name: str, country: str = "") -> str:
        """A place's name: a capital or other city that CLDR names, a country, else the name as it is; with its country."""
        own = _cities(self.language).get(name) or self._isolated(name)
        state = self.country(country) if country else ""
        if name == english_names().get(country):
            return state
        return f"{own} ({state})" if state and state != own else own

    def actor(self, actor: ActorLike) -> str:
        """Who it is, in the nominative: `Russia`, `Civilians from Armenia`, `Vladimir Putin`."""
        return self._capital(self._joined(self._who(actor).nom))

    def event(self, event: EventLike) -> str:
        """The sentence of an event: who did what to whom, whether it is so, and who says so."""
        clause = self._clause(event)
        if event.mode and not self._bundle.has_message(f"{event.type}-{event.mode}"):
            clause = self._say("with-mode", clause=clause, mode=self._say(f"mode-{event.mode}"))
        if event.speaker is not None:
            clause = self._say("said", clause=clause, **self._cases("speaker", [event.speaker]))
        return self._capital(self._joined(clause))

    def tie(self, kind: str, source: ActorLike, target: ActorLike) -> str:
        """The sentence of a standing relation."""
        both = self.list(self._who(actor).nom for actor in (source, target))
        values = self._cases("source", [source]) | self._cases("target", [target])
        return self._capital(self._joined(self._say(f"tie-{kind}", both=both, **values)))

    def _clause(self, event: EventLike) -> str:
        together = event.reciprocal and event.sources and event.targets
        doers = [*event.sources, *event.targets] if together else list(event.sources)
        values = self._cases("source", _distinct(doers) or [None])
        values |= self._cases("target", _distinct(event.targets) or [None])
        own = f"{event.type}-{event.mode}"
        key = own if event.mode and self._bundle.has_message(own) else event.type
        suffix = "" if event.targets else ".alone"
        if together and self._bundle.has_message(f"{key}-joint"):
            key = f"{key}-joint"
        elif together and self._has(key, "joint"):
            suffix = ".joint"
        elif together:
            values |= {f"target-{case}": getattr(self._forms["EACH"], case) for case in CASES}
            values["target"] = self._forms["EACH"].nom
        negated = event.modality == "negated" and self._bundle.has_message("negated-object")
        values["target-obj"] = values["target-gen" if negated else "target-acc"]
        done = self._done(key, suffix if self._has(key, suffix[1:]) else "", values)
        return self._say(f"frame-{event.modality}", **values, **done)

    def _done(self, key: str, suffix: str, values: dict[str, str]) -> dict[str, str]:
        """What is done, in each of the verb's forms. A mode without a verb of its own takes its type's."""
        verbs = key if self._has(key, self._verbs[0]) else key.partition("-")[0]
        if self._inside:
            inner = self._say(key + suffix, v="", **values).strip()
            said = {form: self._say(f"{verbs}.{form}", object=inner, **values) for form in self._verbs}
        else:
            said = {form: self._say(key + suffix, v=self._say(f"{verbs}.{form}", **values), **values)
                    for form in self._verbs}
        return {form: re.sub(r" {2,}", " ", words).strip() for form, words in said.items()}

    def _cases(self, role: str, actors: Sequence[ActorLike | None]) -> dict[str, str]:
        """Values of a role for Fluent: `role` (the doer's form), `role-nom`, `role-gen` …; gender for the source."""
        forms = [self._who(actor) for actor in actors]
        found = {f"{role}-{case}": self.list(getattr(form, case) for form in forms) for case in CASES}
        found[role] = found[f"{role}-subj" if role == "source" else f"{role}-nom"]
        if role == "source":
            several = "v" if any(form.gender == "v" for form in forms) else "p"
            found |= {"gender": forms[0].gender if len(forms) == 1 else several, "first": forms[0].gender}
        return found

    def _who(self, actor: ActorLike | None) -> Forms:
        if actor is None:
            return self._forms["NONE"]
        state = self._country_forms(actor.country) if actor.country else None
        if state and actor.sector in ("GOV", "") and actor.name in ("", english_names().get(actor.country)):
            return state
        known = actor.sector if actor.sector in self._forms else "UNK"
        sector, alone = self._forms[known], self._forms.get(f"{known}-alone", self._forms[known])
        if actor.country in SUPRANATIONAL:
            generic = self._forms[actor.country]
        elif state is None:
            generic = alone
        else:
            generic = self._of(sector, state)
        if actor.name not in _known_names() or actor.country in ("UNO", "EUR"):
            return generic
        return self._named(generic, _aliases(self.language).get(_known_names()[actor.name], actor.name))

    def _country_forms(self, code: str) -> Forms | None:
        if code in SUPRANATIONAL:
            return None
        if code in self._forms:
            return self._forms[code]
        name = str(self.locale.territories.get(_territory(code), "")).partition(" (")[0]
        return Forms(self._gender, name, name, name, name, name, name) if name else None

    def _of(self, what: Forms, country: Forms) -> Forms:
        place = {"country": country.nom, "country-gen": country.gen, "country-dat": country.dat, "gender": what.gender}
        return Forms(what.gender, *(self._say("of", what=getattr(what, case), **place) for case in CASES))

    def _named(self, generic: Forms, name: str) -> Forms:
        own = self._isolated(name)
        if not self._bundle.has_message("cases"):
            return Forms("m", own, own, own, own, own, own)
        return Forms(generic.gender, *(f"{getattr(generic, case)} ({own})" for case in CASES))

    def _isolated(self, name: str) -> str:
        """A name that runs against the language's direction, kept apart so that brackets do not jump."""
        other = "L" if self.direction == "rtl" else "R"
        strong = next((unicodedata.bidirectional(c) for c in name if unicodedata.bidirectional(c) in ("L", "R", "AL")), "")
        return f"{ISOLATE}{name}{POP}" if strong[:1] == other or (other == "R" and strong == "AL") else name

    def _joined(self, text: str) -> str:
        for pattern, to in self._joins:
            text = pattern.sub(to, text)
        return text

    def _capital(self, text: str) -> str:
        first = text[:1]
        if not first or unicodedata.name(first, "").split(" ")[0] not in BICAMERAL:
            return text
        return ("İ" if first == "i" and self.language in ("tr", "az") else first.upper()) + text[1:]

    def _value(self, value: object) -> object:
        return self.number(value) if isinstance(value, int | float) else value

    def _has(self, key: str, attribute: str) -> bool:
        if not self._bundle.has_message(key):
            return False
        return attribute in self._bundle.get_message(key).attributes

    def _say(self, key: str, **values: object) -> str:
        name, _, attribute = key.partition(".")
        if not self._bundle.has_message(name):
            raise KeyError(f"{self.language}.ftl has no message {name!r}")
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(f"{self.language}.ftl: {name!r} has no value")
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise KnowledgeError(f"{self.language}.ftl: {key}: {errors[0]}")
        return str(text)


def _filled(row: Sequence[str]) -> Forms:
    """A row of forms.csv, the nominative where a case is empty."""
    gender, nom, *others = row
    return Forms(gender or "m", nom, *(form or nom for form in others))


def _distinct(actors: Sequence[ActorLike]) -> list[ActorLike | None]:
    """The actors without those of the same code and name."""
    seen: dict[tuple[str, str, str], ActorLike | None] = {}
    for actor in actors:
        seen.setdefault((actor.country, actor.sector, actor.name if actor.name in _known_names() else ""), actor)
    return list(seen.values())


def _territory(code: str) -> str:
    """CLDR's alpha-2 of an alpha-3 code."""
    return "XK" if code == "KOS" else str(get_global("territory_aliases").get(code, [code])[0])


@cache
def _cities(language: str) -> dict[str, str]:
    """Cities that CLDR names (they name time zones): English name → name in the language."""
    english, own = Locale.parse("en").time_zones, Locale.parse(language).time_zones
    found = {str(row.get("city", zone.rpartition("/")[2].replace("_", " "))): str(own.get(zone, {}).get("city", ""))
             for zone, row in english.items()}
    found |= {zone.rpartition("/")[2].replace("_", " "): str(row["city"]) for zone, row in own.items() if "city" in row}
    return {name: city for name, city in found.items() if city}
