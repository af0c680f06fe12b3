"""A moment typed as the newsroom's clock shows it."""

from datetime import UTC, datetime

from django.utils import timezone

from articles.errors import BadInput


def moment_typed(text: str) -> datetime:
    """The moment, with its time zone. Raises BadInput where the clock never shows it, or shows it twice."""
    zone = timezone.get_current_timezone()
    try:
        naive = datetime.fromisoformat(text.strip())
    except ValueError:
        naive = None
    if naive is None or naive.tzinfo is not None:
        raise BadInput("Give the day and the time, such as 2026-03-01T09:30.")
    first, second = (naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first
    told = f"{naive:%-d %B %Y, %H:%M}"
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != naive:
        raise BadInput(f"There is no {told} in {zone}: the clock is put forward then. Choose a time an hour later.")
    raise BadInput(f"{told} comes twice in {zone}: the clock is put back then. Choose a time an hour before or after.")
