"""What can go wrong by a broken promise.

    DragomanError
    ├── InputError       what the caller gave cannot be used (a language nobody knows, a bad date)
    ├── KnowledgeError   a table in `knowledge/` breaks its form: names file, line and remedy
    ├── ModelError       the model's folder is missing, incomplete or not what its card says
    ├── LetterError      subscriptions or their settings cannot be used (no key, wrong key, a mail server that refuses us)
    ├── RecordError      a record's folder is no record, cannot be written, or has not the version asked for
    └── WorkerError      a worker process or a cluster is not there, or died

Expected trouble with single pages (empty, binary, unreachable) is no exception: it is returned as a
`Skipped` record and the batch goes on.
"""


class DragomanError(Exception):
    """Root of all errors that Dragoman raises on purpose."""


class InputError(DragomanError):
    """What the caller gave cannot be used."""


class KnowledgeError(DragomanError):
    """A table of facts breaks its form."""


class ModelError(DragomanError):
    """The model is missing or is not what its card says."""


class LetterError(DragomanError):
    """Letters cannot be kept or sent as asked."""


class RecordError(DragomanError):
    """The record cannot be read or written as asked."""


class WorkerError(DragomanError):
    """Those who share the work cannot be reached, or died."""
