"""The newsroom's last seven days as bars: what was corrected, submitted, approved and published on each."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from articles.models import Act, Revision
from articles.steps.workflow import Action

from .bars import Bars, drawn

DAYS = 7
KINDS = ("corrected", "submitted", "approved", "published")
_OF_ACTIONS = {Action.SUBMIT.value: "submitted", Action.APPROVE.value: "approved", Action.PUBLISH.value: "published"}


def week() -> Bars | None:
    """Two queries over seven days; nothing where nothing was done."""
    days = [timezone.localdate() - timedelta(days=back) for back in reversed(range(DAYS))]
    since = timezone.make_aware(datetime.combine(days[0], time()))
    counts = _counts(since)
    return drawn([_row(day, [counts[day, kind] for kind in KINDS]) for day in days], KINDS)


def _counts(since: datetime) -> Counter[tuple[date, str]]:
    saved = Revision.objects.filter(at__gte=since, author__isnull=False)
    acts = Act.objects.filter(at__gte=since, action__in=_OF_ACTIONS)
    counts = Counter({(day, "corrected"): count for day, count in _by_day(saved)})
    counts.update({(day, _OF_ACTIONS[action]): count for day, action, count in _by_day(acts, "action")})
    return counts


def _by_day(rows: QuerySet, *also: str) -> QuerySet:
    days = rows.order_by().annotate(day=TruncDate("at")).values_list("day", *also)
    return days.annotate(count=Count("pk"))


def _row(day: date, values: list[int]) -> tuple[str, str, list[int]]:
    label = f"{day:%a %-d %b}"
    told = ", ".join(f"{value} {kind}" for kind, value in zip(KINDS, values, strict=True) if value)
    return label, f"{label}: {told or 'nothing'}", values
