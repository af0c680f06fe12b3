"""How many rows of the reading index readers have, month by month, so that no page counts them."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connection, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from .edition import Edition
from .published import COUNTED, Published

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = "kind, key, month, since, count"


class MonthlyQuerySet(models.QuerySet["Monthly"]):
    def come(self) -> "MonthlyQuerySet":
        """Those whose moment has come; the sum of their counts is how many there are now."""
        return self.filter(since__lte=timezone.now())


class Monthly(models.Model):
    """From ``since`` on, so many more rows of this kind, key and month are live (or fewer, where it is negative).

    What has begun is written as having begun long ago; only what is scheduled keeps its moment, so nothing need be
    done when that comes.
    """

    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=100)
    month = models.CharField(max_length=7, help_text="2016-11, or 2016.")
    since = models.DateTimeField()
    count = models.IntegerField()

    objects = MonthlyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key", "month", "since"], name="monthly_once")]

    def __str__(self) -> str:
        return f"{self.count} {self.kind} {self.key} in {self.month}"


@contextmanager
def counted(edition: Edition) -> Iterator[None]:
    """What changes inside of the edition's rows in the reading index is counted."""
    before = _of(edition)
    yield
    change = _of(edition)
    change.subtract(before)
    _add(Counter({place: count for place, count in change.items() if count}))


def recount(connection: BaseDatabaseWrapper) -> None:
    """Every count is what the reading index says, whatever it was."""
    now = timezone.now()
    kinds = ", ".join(f"'{kind}'" for kind in COUNTED)
    rows = (
        "SELECT kind, key, SUBSTR(sort_date, 1, 7) AS month, {since} AS since, {count} AS count "  # noqa: S608
        f"FROM articles_published WHERE kind IN ({kinds}) AND NOT withheld "
        "AND (live_until IS NULL OR live_until > live_from) AND "
    )
    moment, epoch = (connection.ops.adapt_datetimefield_value(each) for each in (now, LONG_AGO))
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("LOCK TABLE articles_monthly IN EXCLUSIVE MODE")
        cursor.execute("DELETE FROM articles_monthly")
        began = rows.format(since="%s", count="1") + "live_from <= %s AND (live_until IS NULL OR live_until > %s)"
        begins = rows.format(since="live_from", count="1") + "live_from > %s"
        ends = rows.format(since="live_until", count="-1") + "live_until > %s"
        cursor.execute(
            f"INSERT INTO articles_monthly ({_COLUMNS}) SELECT kind, key, month, since, SUM(count) "  # noqa: S608
            f"FROM ({began} UNION ALL {begins} UNION ALL {ends}) AS every GROUP BY kind, key, month, since",
            [epoch, moment, moment, moment, moment],
        )


def _of(edition: Edition) -> Counter[tuple[str, str, str, datetime]]:
    """By kind, key, month and moment, how many rows the edition adds."""
    now, found = timezone.now(), Counter[tuple[str, str, str, datetime]]()
    rows = Published.objects.filter(edition=edition, kind__in=COUNTED, withheld=False)
    for kind, key, day, start, end in rows.values_list("kind", "key", "sort_date", "live_from", "live_until"):
        if end is not None and end <= max(start, now):
            continue
        found[kind, key, day[:7], start if start > now else LONG_AGO] += 1
        if end is not None:
            found[kind, key, day[:7], end] -= 1
    return found


def _add(change: Counter[tuple[str, str, str, datetime]]) -> None:
    """In one order, so that two who count the same do not wait for each other."""
    with connection.cursor() as cursor:
        for (kind, key, month, since), count in sorted(change.items()):
            cursor.execute(
                f"INSERT INTO articles_monthly ({_COLUMNS}) VALUES (%s, %s, %s, %s, %s) "  # noqa: S608
                "ON CONFLICT (kind, key, month, since) DO UPDATE SET count = articles_monthly.count + excluded.count",
                [kind, key, month, connection.ops.adapt_datetimefield_value(since), count],
            )
