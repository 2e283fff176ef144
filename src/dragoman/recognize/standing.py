"""How a name stands in its phrase: the actor's own, the place, the other side, a backer or a coalition's leader."""

import re
from functools import lru_cache

from dragoman.knowledge.grammar import Grammar, grammar
from dragoman.recognize.lexicon import UNSPACED, Found
from dragoman.recognize.wording import normal

OWN, LEADER, AT, TOWARD, BACKER = "own", "leader", "at", "toward", "backer"
ARTICLES = r"(?:the |der |die |den |dem |la |le |les |l['’]|el |los |las |il |lo |gli |o |a |os |as )?"
"""Articles between a preposition and a name, in the languages that have them as words."""
FAR = 40
"""Characters before a name that are looked at."""


class Standing:
    """The patterns of one language, over normalized text."""

    def __init__(self, words: Grammar, plain: bool) -> None:
        self._plain = plain
        self._backed = self._after(words.backed)
        self._led = self._after(words.led)
        self._before = {BACKER: self._ahead(words.backed_before), LEADER: self._ahead((*words.led_before, *words.led)),
                        TOWARD: self._ahead(words.toward), AT: self._ahead(w for w in words.at if w[0] != "-")}
        self._against = self._prefix(words.against)
        self._endings = tuple(normal(w[1:]) for w in words.at if w[0] == "-")
        self._kin = self._after(words.kin, between=r"(?:['’]s?)?\s+(?:\w+\s+)?")

    def of(self, text: str, found: Found, known: str) -> str:
        """How the name at found.start–found.end of a normalized text stands; known: the table's name."""
        before, after = text[max(0, found.start - FAR):found.start], text[found.end:]
        if self._hits(self._backed, after) or self._hits(self._against, before) or self._hits(self._before[BACKER], before):
            return BACKER
        if self._hits(self._led, after) or self._hits(self._before[LEADER], before):
            return LEADER
        if self._ends(text[found.start:found.end], after, normal(known)):
            return AT
        return next((way for way in (TOWARD, AT) if self._hits(self._before[way], before)), OWN)

    def kin(self, text: str, end: int) -> bool:
        """True when a word such as "spokesman" or "supporters" follows a holder's name that ends there."""
        return self._hits(self._kin, text[end:])

    def opposed(self, text: str, start: int) -> bool:
        """True for a word after pro- or anti-: anti-government protesters are no government."""
        return self._hits(self._against, text[max(0, start - FAR):start])

    def toward(self, text: str, start: int) -> bool:
        """True for a word after "for", "against": a commissioner for refugees is no refugee."""
        return self._hits(self._before[TOWARD], text[max(0, start - FAR):start])

    def _ends(self, name: str, after: str, known: str) -> bool:
        for ending in self._endings:
            if name.endswith(ending) and len(ending) > 1 and not known.rstrip("*").endswith(ending) and name != known:
                return True
            if re.match(rf"['’\s]?{re.escape(ending)}(?!\w)", after):
                return True
        return False

    @staticmethod
    def _hits(pattern: re.Pattern[str] | None, text: str) -> bool:
        return bool(pattern and pattern.search(text))

    def _words(self, words: tuple[str, ...]) -> str:
        ordered = sorted((normal(w) for w in words), key=len, reverse=True)
        return "|".join(re.escape(w).replace(r"\*", r"\w*") for w in ordered)

    def _after(self, words: tuple[str, ...], between: str = r"(?:['’]s)?[-\s\u2010\u2011]*") -> re.Pattern[str] | None:
        end = "" if self._plain else r"(?!\w)"
        return re.compile(rf"^{between}(?:{self._words(words)}){end}") if words else None

    def _ahead(self, words) -> re.Pattern[str] | None:  # type: ignore[no-untyped-def]
        listed = tuple(words)
        if not listed:
            return None
        if self._plain:
            return re.compile(rf"(?:{self._words(listed)})$")
        return re.compile(rf"(?<!\w)(?:{self._words(listed)})\s+{ARTICLES}$")

    def _prefix(self, words: tuple[str, ...]) -> re.Pattern[str] | None:
        return re.compile(rf"(?<!\w)(?:{self._words(words)})[-\s\u2010\u2011]$") if words else None


@lru_cache(maxsize=40)
def standing(language: str) -> Standing:
    """The patterns of a language, made once."""
    return Standing(grammar(language), language in UNSPACED)
