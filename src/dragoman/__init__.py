"""Dragoman reads the news in any language and keeps the record of who did what to whom."""

from dragoman.errors import DragomanError, InputError
from dragoman.pipeline import Coded, add, code, hints, read
from dragoman.pipeline import open_record as open
from dragoman.records import Actor, Article, Event, Hints, Skipped
from dragoman.resolving import resolve
from dragoman.version import VERSION

__all__ = ["Actor", "Article", "Coded", "DragomanError", "Event", "Hints", "InputError", "Skipped", "add", "code", "hints",
           "open", "read", "resolve"]
__version__ = VERSION
