"""How the words around a name say whose an actor is: `grammar.toml`, by language."""

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from dragoman.errors import KnowledgeError
from dragoman.knowledge.load import read_toml


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word lists as `grammar.toml` explains them; an entry that ends in `*` matches any ending."""

    weak: tuple[str, ...] = ()
    backed: tuple[str, ...] = ()
    backed_before: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    led_before: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    democratic: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    home: tuple[str, ...] = ()


@cache
def grammars() -> dict[str, Grammar]:
    """By ISO 639-1 code. Raises: KnowledgeError for a list that nobody knows."""
    path = files("dragoman.knowledge") / "grammar.toml"
    known = {field.name for field in fields(Grammar)}
    found = {}
    for code, table in read_toml(path).items():
        if not isinstance(table, dict) or not set(table) <= known:
            raise KnowledgeError(f"{path}: [{code}] knows only {', '.join(sorted(known))}")
        found[code] = Grammar(**{name: tuple(words) for name, words in table.items()})
    return found


def grammar(language: str) -> Grammar:
    """The lists of a language; empty ones where it has none."""
    return grammars().get(language, Grammar())
