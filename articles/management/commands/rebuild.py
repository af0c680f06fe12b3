"""``rebuild``: whatever is derived from editions, made again."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from articles.models import Edition
from articles.steps.publishing import derive


class Command(BaseCommand):
    help = "Makes the reading index, the finished pages and the search index again from the editions."

    def handle(self, *args: Any, **options: Any) -> None:
        editions = Edition.objects.order_by("pk")
        count = editions.count()
        for edition in tqdm(editions.iterator(chunk_size=50), total=count, disable=not sys.stderr.isatty()):
            with transaction.atomic():
                derive(edition)
        self.stdout.write(f"{count} editions rebuilt.")
