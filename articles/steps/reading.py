"""Seeds prepared in processes of their own, in the order they came, a bounded number at a time."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

from articles.errors import BadSeed
from articles.text.checks.problem import CheckedTerm

from .preparing import Given, Prepared, prepare
from .workers import ready_to_read, told

# Seeds travel to a process and back by the handful; so many handfuls a process are on their way at a time.
HANDFUL = 8
AHEAD = 6

Outcome = Prepared | BadSeed | Exception | None
T = TypeVar("T")
Label = TypeVar("Label")


def prepared(
    seeds: Iterable[tuple[Label, Given | None]],
    terms: Sequence[CheckedTerm],
    *,
    workers: int = 1,
    checks: bool = True,
) -> Iterator[tuple[Label, Outcome]]:
    """What became of each seed beside its label: Prepared, BadSeed where it is refused, another exception where Galley
    failed, None where there was no seed.

    ``workers`` over 1 are processes; memory does not grow with the number of seeds.
    """
    if workers <= 1:
        yield from ((label, _tried(given, terms, checks)) for label, given in seeds)
        return
    # Not forked: a copy of an open database connection in another process does harm.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, ready_to_read, (tuple(terms), checks)) as pool:
        waiting: deque[tuple[list[Label], Future[list[Outcome]]]] = deque()
        for handful in handfuls(seeds, HANDFUL):
            given = [each for _, each in handful]
            waiting.append(([label for label, _ in handful], pool.submit(_each, given)))
            if len(waiting) >= workers * AHEAD:
                yield from _next(waiting)
        while waiting:
            yield from _next(waiting)


def handfuls(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """The items in tuples of ``size``, the last one shorter."""
    left = iter(items)
    while handful := tuple(islice(left, size)):
        yield handful


def _next(waiting: deque[tuple[list[Label], Future[list[Outcome]]]]) -> Iterator[tuple[Label, Outcome]]:
    labels, future = waiting.popleft()
    yield from zip(labels, future.result(), strict=True)


def _each(handful: Sequence[Given | None]) -> list[Outcome]:
    """In a process that is ``ready_to_read``."""
    return [_tried(each, *told) for each in handful]


def _tried(given: Given | None, terms: Sequence[CheckedTerm], checks: bool) -> Outcome:
    try:
        return given and prepare(given, terms, checks=checks)
    except Exception as error:  # a fault of our own must not stop the other seeds; whoever asked tells it
        return error
