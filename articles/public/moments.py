"""Moments as readers write them in an address."""

from datetime import UTC, datetime

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.errors import BadInput


def moment(text: str) -> datetime:
    """The moment in UTC; without an offset it is the newsroom's time. Raises BadInput."""
    if "T" in text:
        text = text.replace(" ", "+")  # the plus sign of an offset, where the address left it bare
    try:
        parsed = parse_datetime(text)
        if parsed is not None:
            aware = timezone.make_aware(parsed) if timezone.is_naive(parsed) else parsed
            return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise BadInput(f"“{text[:40]}” is no time. Write it as 2026-11-24T10:30Z.")
