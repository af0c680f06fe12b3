"""``redact_edition``: a court orders that words be gone."""

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.errors import Refused
from articles.models import Article
from articles.steps import redacting


class Command(BaseCommand):
    help = (
        "Blanks the words of a withdrawn edition for good, and the revisions and pages that hold them. One person asks "
        "with --reason, another confirms with --confirm. Nothing brings the words back."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("article", type=int, metavar="ARTICLE", help="its number, the last one in its address")
        parser.add_argument("edition", type=int, metavar="EDITION")
        parser.add_argument("--by", required=True, metavar="USER", help="whose act it is; may withdraw articles")
        parser.add_argument("--reason", metavar="TEXT", help="ask for it; stays in the log, so quote nothing")
        parser.add_argument("--seed", action="store_true", help="with --reason: the seed's bytes too")
        parser.add_argument("--confirm", action="store_true", help="do what somebody else has asked for")

    def handle(
        self, *args: Any, article: int, edition: int, by: str, reason: str | None, seed: bool, confirm: bool, **_: Any
    ) -> None:
        if confirm == (reason is not None) or (confirm and seed):
            raise CommandError("Give --reason (and --seed) to ask, or --confirm to do what was asked for.")
        try:
            user = User.objects.get(username=by)
            if confirm:
                self.tell(article, edition, redacting.confirm(article, user, edition))
            else:
                redacting.request(article, user, edition, reason or "", seed=seed)
                self.stdout.write(f"Asked for. Nothing is blanked until somebody else than {by} gives --confirm.")
        except User.DoesNotExist as error:
            raise CommandError(f"There is no account {by}.") from error
        except Article.DoesNotExist as error:
            raise CommandError(f"There is no article {article}.") from error
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal

    def tell(self, article: int, edition: int, done: redacting.Redacted) -> None:
        own = ", the article's own rows" if done.draft else ""
        self.stdout.write(
            f"Article {article}, edition {edition}: blanked are {done.editions} editions, {done.revisions} revisions, "
            f"{done.seeds} seeds{own}, and what was derived from them. Look whether other editions hold the words. "
            "Then compact the database, and see to exports and backups: docs/operating.md says how."
        )
