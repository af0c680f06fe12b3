"""``rebuild``: the guards of frozen rows and whatever is derived from editions, made again."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from tqdm import tqdm

from articles.models import Edition, guards, monthly
from articles.steps.publishing import derive
from articles.steps.remembering import learn_anew
from articles.steps.tallying import tally_anew


class Command(BaseCommand):
    help = (
        "Makes the guards, and from the editions the reading index, the finished pages, the search index, the "
        "correction memory, the tallies of the work and the counts of the months again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        guards.install(connection)
        editions = Edition.objects.order_by("pk")
        count = editions.count()
        for edition in tqdm(editions.iterator(chunk_size=50), total=count, disable=not sys.stderr.isatty()):
            with transaction.atomic():
                derive(edition)
        for learn in (learn_anew, tally_anew):
            with transaction.atomic():
                learn()
        monthly.recount(connection)
        self.stdout.write(f"{count} editions rebuilt.")
