"""Dragoman reads the news in any language and keeps the record of who did what to whom."""

from dragoman.errors import DragomanError, InputError, KnowledgeError, ModelError
from dragoman.pipeline import Coded, code, hints, read
from dragoman.records import Actor, Article, Event, Hints, Skipped

__all__ = ["Actor", "Article", "Coded", "DragomanError", "Event", "Hints", "InputError", "KnowledgeError", "ModelError",
           "Skipped", "code", "hints", "read"]
__version__ = "0.1.0"
