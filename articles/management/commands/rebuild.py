"""``rebuild``: the guards of frozen rows and whatever is derived from editions, made again."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from tqdm import tqdm

from articles.models import Edition, guards
from articles.steps.publishing import derive


class Command(BaseCommand):
    help = "Makes the guards, and from the editions the reading index, the finished pages and the search index again."

    def handle(self, *args: Any, **options: Any) -> None:
        guards.install(connection)
        editions = Edition.objects.order_by("pk")
        count = editions.count()
        for edition in tqdm(editions.iterator(chunk_size=50), total=count, disable=not sys.stderr.isatty()):
            with transaction.atomic():
                derive(edition)
        self.stdout.write(f"{count} editions rebuilt.")
