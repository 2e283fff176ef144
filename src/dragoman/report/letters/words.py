"""The words of letters and their pages in the reader's language: `<language>.ftl` beside this file."""

import hashlib
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from dragoman.errors import KnowledgeError
from dragoman.news import Topic
from dragoman.report.wording import FALLBACK, Wording, languages, wording

FOLDER = "dragoman.report.letters"


class Texts:
    """All words of one language. `words` has those of events."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: Wording = wording(language)
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource((files(FOLDER) / f"{language}.ftl").read_text("utf-8")))

    def say(self, key: str, **values: object) -> str:
        """A message. Raises: KeyError where there is none, KnowledgeError where a value is missing."""
        if not self._bundle.has_message(key):
            raise KeyError(f"letters/{self.language}.ftl has no message {key!r}")
        shown = {name: self.words.number(v) if isinstance(v, int | float) else v for name, v in values.items()}
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(f"letters/{self.language}.ftl: {key!r} has no value")
        text, errors = self._bundle.format_pattern(pattern, shown)
        if errors:
            raise KnowledgeError(f"letters/{self.language}.ftl: {key}: {errors[0]}")
        return str(text)

    def topic(self, topic: Topic) -> str:
        """A topic's name: `Armenia – Azerbaijan`, `Place: Georgia`, `“grain” · attack`."""
        parts = []
        if topic.actor:
            parts.append(" – ".join(self.words.country(code) for code in (topic.actor, topic.other) if code))
        if topic.place:
            parts.append(f"{self.words.text('ui-place')}: {self.words.country(topic.place)}")
        if topic.type:
            parts.append(self.words.type(topic.type))
        if topic.words:
            parts.append(f"“{topic.words}”")
        return " · ".join(parts)

    def consent_version(self) -> str:
        """Which text a reader consented to: the first 12 hex digits of SHA-256 over it."""
        return hashlib.sha256(f"{self.say('consent')}\n{self.say('agree')}".encode()).hexdigest()[:12]


@cache
def texts(language: str) -> Texts:
    """The words in a language; English where there are none in it."""
    return Texts(language if language in languages() else FALLBACK)
