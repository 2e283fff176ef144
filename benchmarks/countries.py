"""Resolve the names of all ISO countries as pycountry's gettext translations give them: `python -m benchmarks.countries`.

They were made independently of CLDR, which the tables are. Prints one JSON object: the share of names resolved to
their state, in all and by language; `--misses` lists every miss first. A language whose catalogue leaves a name in English
is not asked for that name.
"""

import argparse
import gettext
import json
from collections.abc import Iterator
from dataclasses import dataclass

import pycountry

from dragoman import resolve
from dragoman.knowledge.load import language_codes
from dragoman.knowledge.names import countries

CATALOGUES = {"sr": ("sr", "sr@latin"), "zh": ("zh_CN",), "pt": ("pt", "pt_BR"), "bn": ("bn", "bn_IN")}


@dataclass(frozen=True, slots=True)
class Name:
    """A country's name in a language, and what it was resolved to."""

    language: str
    text: str
    code: str
    given: str
    how: str


def names() -> Iterator[tuple[str, str, str]]:
    """(language, name, code) of every translated short, common and official name's short form."""
    code_of = {c.territory: c.code for c in countries()}
    for language in language_codes():
        for catalogue in CATALOGUES.get(language, (language,)):
            translate = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [catalogue], fallback=True).gettext
            for country in pycountry.countries:
                for text in dict.fromkeys((country.name, getattr(country, "common_name", country.name))):
                    said = translate(text)
                    if language == "en" or said != text:
                        yield language, said, code_of[country.alpha_2]


def asked() -> list[Name]:
    """Every name with what it was resolved to."""
    found = []
    for language, text, code in dict.fromkeys(names()):
        actor = resolve(text, language=language)
        found.append(Name(language, text, code, actor.country, actor.how))
    return found


def share(found: list[Name]) -> float:
    return round(sum(n.given == n.code for n in found) / max(1, len(found)), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    found = asked()
    for name in found if given.misses else ():
        if name.given != name.code:
            print(name.language, name.text, name.code, name.given or "-", name.how, sep=" | ")
    by = {language: share([n for n in found if n.language == language]) for language in sorted({n.language for n in found})}
    print(json.dumps({"names": len(found), "right": share(found), "by_language": by}))


if __name__ == "__main__":
    main()
