"""The intervals that an article's Acts lead to, worked out from the log alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from articles.models import Act

from .workflow import Action


@dataclass(slots=True)
class Interval:
    """Half open; ``until`` None has no end yet, and equal to ``start`` is cancelled."""

    start: datetime
    until: datetime | None = None
    withheld: datetime | None = None

    def covers(self, moment: datetime) -> bool:
        return self.start <= moment and (self.until is None or self.until > moment)


def replay(acts: Iterable[Act]) -> dict[int, Interval]:
    """Edition number → its interval, after these Acts of one article in their order."""
    intervals: dict[int, Interval] = {}
    for act in acts:
        match act.action:
            case Action.PUBLISH:
                _publish(intervals, act)
            case Action.RESCHEDULE:
                _move(intervals, intervals[act.edition], act.effective_at)
            case Action.CANCEL:
                _cancel(intervals, intervals[act.edition])
            case Action.WITHDRAW:
                _withdraw(intervals, act)
    return intervals


def _publish(intervals: dict[int, Interval], act: Act) -> None:
    for interval in intervals.values():
        if interval.withheld is None and interval.covers(act.effective_at):
            interval.until = act.effective_at
    intervals[act.edition] = Interval(act.effective_at)


def _before(intervals: dict[int, Interval], interval: Interval) -> Interval | None:
    """The one that ends where this one begins."""
    ends = (each for each in intervals.values() if each.until == interval.start and each.start < interval.start)
    return next((each for each in ends if each.withheld is None), None)


def _move(intervals: dict[int, Interval], interval: Interval, to: datetime) -> None:
    if before := _before(intervals, interval):
        before.until = to
    interval.start = to


def _cancel(intervals: dict[int, Interval], interval: Interval) -> None:
    before, until = _before(intervals, interval), interval.until
    interval.until = interval.start
    if before:
        before.until = until


def _withdraw(intervals: dict[int, Interval], act: Act) -> None:
    chosen = [act.edition] if act.edition is not None else sorted(intervals, reverse=True)
    for interval in (intervals[number] for number in chosen):
        if interval.withheld is not None or interval.until == interval.start:
            continue
        if interval.start > act.at:
            _cancel_withheld(intervals, interval)
        elif interval.until is None or interval.until > act.at:
            interval.until = act.at
        interval.withheld = act.at


def _cancel_withheld(intervals: dict[int, Interval], interval: Interval) -> None:
    before = _before(intervals, interval)
    interval.until = interval.start
    if before:
        before.until = None
