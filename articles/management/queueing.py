"""Handfuls of seeds sent to workers, their answers in the order sent."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.module_loading import import_string

from articles.steps.handing import REFUSED, Answer, packed
from articles.steps.preparing import Given

TASK = "articles.import_handful"
HANDFUL = 40
HANDFUL_BYTES = 1024 * 1024
# So many handfuls are on their way at a time: neither memory nor the queue grows with the number of seeds.
AHEAD = 50
PATIENCE = 1800  # seconds without an answer

Label = TypeVar("Label")
Waiting = deque[tuple[list[tuple[Label, Given | None]], Any]]


def answered(seeds: Iterable[tuple[Label, Given | None]], *, checks: bool) -> Iterator[tuple[Label, Answer | None]]:
    """What workers made of each seed beside its label; None where there was no seed.

    Raises CommandError where there is no queue, or no answer for ``PATIENCE``; what was sent is done all the same.
    """
    queue = _queue()
    waiting: Waiting = deque()
    for handful in _handfuls(seeds):
        waiting.append((handful, _sent(queue, [given for _, given in handful if given], checks)))
        if len(waiting) >= AHEAD:
            yield from _next(waiting)
    while waiting:
        yield from _next(waiting)


def _queue() -> Any:
    if not settings.REDIS_URL:
        raise CommandError("There is no queue: set REDIS_URL, and start workers with celery -A cms.queue worker.")
    try:
        queue = import_string(settings.QUEUE_APPLICATION)
    except ImportError as error:
        raise CommandError("The queue needs Celery: install requirements-queue.txt.") from error
    with _reachable(), queue.connection_for_write() as connection:
        connection.ensure_connection(max_retries=1, timeout=5)
    return queue


@contextmanager
def _reachable() -> Iterator[None]:
    """Within, a queue that is away ends the command with a sentence: kombu's own error where it takes what is sent,
    Celery's RuntimeError where it gives answers back."""
    from kombu.exceptions import OperationalError

    try:
        yield
    except (OperationalError, RuntimeError) as error:
        told = str(error).strip().partition("\n")[0]
        raise CommandError(
            f"The queue does not answer ({told}). Is the server of REDIS_URL running? "
            "What was sent is done when it is back; run the import again for the rest."
        ) from error


def _sent(queue: Any, given: Sequence[Given], checks: bool) -> Any:
    """The promise of the workers' answers; None where there is nothing to ask."""
    if not given:
        return None
    with _reachable():
        return queue.send_task(TASK, [[packed(each) for each in given], checks], retry=False)


def _handfuls(seeds: Iterable[tuple[Label, Given | None]]) -> Iterator[list[tuple[Label, Given | None]]]:
    handful: list[tuple[Label, Given | None]] = []
    size = 0
    for label, given in seeds:
        handful.append((label, given))
        size += len(given.data) if given else 0
        if len(handful) >= HANDFUL or size >= HANDFUL_BYTES:
            yield handful
            handful, size = [], 0
    if handful:
        yield handful


def _next(waiting: Waiting) -> Iterator[tuple[Label, Answer | None]]:
    handful, promise = waiting.popleft()
    asked = sum(given is not None for _, given in handful)
    answers = iter(_answers(promise, asked) if asked else [])
    for label, given in handful:
        yield label, next(answers) if given else None


def _answers(promise: Any, asked: int) -> list[Answer]:
    from celery.exceptions import TimeoutError

    try:
        with _reachable():
            told = promise.get(timeout=PATIENCE, propagate=False)
    except TimeoutError as error:
        raise CommandError(
            f"No worker answered for {PATIENCE // 60} minutes. Is one running (celery -A cms.queue worker)? "
            "Run the import again: what is done is not done twice."
        ) from error
    promise.forget()
    if isinstance(told, list):
        return [Answer(**each) for each in told]
    return [Answer(REFUSED, f"The worker failed on its handful ({told!r}). Its log says why.")] * asked
