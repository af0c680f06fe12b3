"""Lines of the log: text for people, or JSON for machines, each with the number of the request it belongs to.

No line holds a secret of the installation, nor what a request said must be kept out (``hide``).
"""

import json
import logging
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import UTC, datetime

HIDDEN = "[hidden]"
# A shorter one is a word like any other: hiding it would make lines unreadable.
SHORTEST_SECRET = 6

request_number: ContextVar[str] = ContextVar("request_number", default="-")
_hidden: ContextVar[tuple[str, ...]] = ContextVar("hidden", default=())


def begin(number: str) -> None:
    """From here on lines carry this number, and nothing of an earlier request is hidden."""
    request_number.set(number)
    _hidden.set(())


def hide(words: Iterable[str]) -> None:
    """Until the next request begins, these words appear in no line."""
    _hidden.set((*_hidden.get(), *words))


class TextLines(logging.Formatter):
    """``2026-11-24T12:00:00.000+00:00 WARNING django.request [number] Not Found: /nowhere``"""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self.secrets = [each for each in secrets if len(each) >= SHORTEST_SECRET]

    def format(self, record: logging.LogRecord) -> str:
        head = f"{_moment(record)} {record.levelname} {record.name} [{request_number.get()}] "
        return head + _without(self.secrets, super().format(record))


class JsonLines(TextLines):
    """An object a line: time, level, logger, request, message, and exception where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "request": request_number.get(),
            "message": _without(self.secrets, record.getMessage()),
        }
        if record.exc_info:
            told["exception"] = _without(self.secrets, self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _without(secrets: list[str], text: str) -> str:
    for each in (*secrets, *_hidden.get()):
        text = text.replace(each, HIDDEN)
    return text
