"""``demo``: a newsroom to try, with accounts, the bundled seeds, and one article taken all the way to its readers."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.errors import Blocked, Refused
from articles.models import Article
from articles.steps.demonstrating import ACCOUNTS, ENDING, demonstrate, hire, read_sheet, sheets_in
from articles.steps.importing import Outcome, import_seed
from articles.steps.seed_files import files_of, seeds_in
from articles.steps.setting_up import set_up


class Command(BaseCommand):
    help = "Sets up a newsroom to try. Run again, it changes nothing, or completes what was interrupted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--password", help="give all three accounts this password")

    def handle(self, *args: Any, password: str | None, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "The demonstration makes accounts with printed passwords, so it wants DEBUG=on. Nothing was made."
            )
        set_up()
        self.accounts(password)
        articles = self.imported(settings.BASE_DIR / "seeds")
        for sheet in sheets_in(settings.BASE_DIR / "seeds"):
            self.corrected(sheet, articles)

    def accounts(self, password: str | None) -> None:
        known = set(
            User.objects.filter(username__in=[each.name for each in ACCOUNTS]).values_list("username", flat=True)
        )
        made = [each for each in ACCOUNTS if password or each.name not in known]
        for account in made:
            chosen = password or secrets.token_urlsafe(9)
            hire(account, chosen)
            self.stdout.write(f"{account.name:6} {chosen}   {account.what}")
        if len(made) < len(ACCOUNTS):
            self.stdout.write(
                "The accounts cora, ada and admin keep their passwords; new ones: manage.py demo --password …"
            )

    def imported(self, folder: Path) -> dict[str, Article]:
        """Articles by their seed file's name without ending."""
        articles = {}
        for found in (seed for file in files_of(str(folder)) for seed in seeds_in(Path(file))):
            try:
                done = import_seed(found.data, found.identity, media_type=found.media_type, url=found.url)
            except Refused as error:
                raise CommandError(f"{found.place}: {error}") from error
            articles[found.name] = done.article
            if done.outcome is not Outcome.UNCHANGED:
                self.stdout.write(f"Imported {found.place}.")
        return articles

    def corrected(self, sheet: Path, articles: dict[str, Article]) -> None:
        article = articles[sheet.name.removesuffix(ENDING)]
        editor, approver = (User.objects.get(username=name) for name in ("cora", "ada"))
        try:
            done = demonstrate(article, read_sheet(sheet), editor, approver)
        except Blocked as error:
            raise CommandError("\n".join([str(error), *error.reasons])) from error
        except Refused as error:
            raise CommandError(f"{sheet.name}: {error}") from error
        article.refresh_from_db()
        self.stdout.write(f"Corrected, approved and published: {article}" if done else f"Nothing to do: {article}")
