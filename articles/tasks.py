"""The workers' door: what a process of ``celery -A cms.queue worker`` does when it is asked."""

from dataclasses import asdict
from typing import Any

from celery import Task, shared_task
from django.core.cache import cache
from django.db import OperationalError

from articles.steps.handing import REFUSED, Answer, import_parcels

# A seed that ends its worker comes back with its handful; after so many deaths it is let go.
MOST_DELIVERIES = 3
REMEMBERED = 24 * 60 * 60  # seconds


@shared_task(
    name="articles.import_handful", bind=True, autoretry_for=(OperationalError,), retry_backoff=True, max_retries=5
)
def import_handful(self: Task, parcels: list[dict[str, Any]], checks: bool = True) -> list[dict[str, Any]]:
    """Seeds as ``handing.packed`` makes them are articles; the Answers in order. Doing it twice is doing it once."""
    if _deliveries(self) > MOST_DELIVERIES:
        told = f"{MOST_DELIVERIES} workers died on its handful. Import its files one by one to find which does it."
        return [asdict(Answer(REFUSED, told)) for _ in parcels]
    return import_parcels(parcels, checks)


def _deliveries(task: Task) -> int:
    """How often this handful came without being answered, this time among them; a retry of our own starts anew."""
    key = f"import-{task.request.id}-{task.request.retries}"
    cache.add(key, 0, REMEMBERED)
    return cache.incr(key)
