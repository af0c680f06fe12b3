"""What machines ask that start, stop and feed the processes of the site: is it alive, may readers be sent to it?

Not for strangers: a proxy keeps both inside the house (docs/operating.md).
"""

import uuid

from django.core import checks
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

FRESH = {"Cache-Control": "no-store"}


@require_safe
def livez(request: HttpRequest) -> JsonResponse:
    """200 while the process answers at all; a database that is away is no reason to restart it."""
    return JsonResponse({"alive": True}, headers=FRESH)


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 where everything is as readers need it, else 503 with what is not."""
    wrong = [*_database()] or [*_migrations(), *_guards(), *_cache()]
    return JsonResponse({"ready": not wrong, "wrong": wrong}, status=503 if wrong else 200, headers=FRESH)


def _database() -> list[str]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return ["database"]
    return []


def _migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    return ["migrations"] * bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _guards() -> list[str]:
    """What Django's checks of the database find, the app's own among them."""
    found = checks.run_checks(tags=[checks.Tags.database], databases=[DEFAULT_DB_ALIAS])
    return [each.id or each.msg for each in found if each.level >= checks.ERROR]


def _cache() -> list[str]:
    """A word of our own is kept and given back."""
    key = f"readyz-{uuid.uuid4()}"
    try:
        cache.set(key, key, timeout=10)
        kept = cache.get(key) == key
        cache.delete(key)
    except Exception:  # each engine has its own exceptions
        kept = False
    return [] if kept else ["cache"]
