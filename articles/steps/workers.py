"""A process that reads seeds beside the one that writes them. It is made ready before any model can be imported."""

import gc
import multiprocessing
import os
from threading import Thread
from typing import Any

import django
from django.conf import settings

# Its pages take a third of the time to load, and nobody opens them in a process that reads.
EDITORS_DOOR = "articles.apps.NewsroomConfig"
# Objects made before the collector looks for circles among the youngest; then how often it looks among the older ones.
SELDOM = (20_000, 20, 20)


# The glossary as the checks read it, and whether to check: told to each process once, not with every handful.
told: list[Any] = []


def ready_to_read(*terms_and_checks: Any) -> None:
    """Django is there but for the editors' door, and the process ends with the one that started it, however that
    ends."""
    settings.INSTALLED_APPS = [each for each in settings.INSTALLED_APPS if each != EDITORS_DOOR]
    django.setup()
    told[:] = terms_and_checks
    spare_the_collector()
    Thread(target=_end_with_the_parent, daemon=True).start()


def spare_the_collector() -> None:
    """What is loaded stays, and an article is hardly ever garbage in a circle: both are looked through less often."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.set_threshold(*SELDOM)


def _end_with_the_parent() -> None:
    """A parent that is killed tells nobody, and its pool would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
