"""``doctor``: what is wrong with this installation, in sentences."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.steps.examining import examine


class Command(BaseCommand):
    help = "Says what is wrong with this installation and what to do about it. Exit status 1 if something is."
    requires_system_checks = []  # what they would stop at is what this tells

    def handle(self, *args: Any, **options: Any) -> None:
        complaints = list(examine())
        for each in complaints:
            if each.wrong:
                self.stderr.write(f"Wrong: {each.sentence}")
            else:
                self.stdout.write(f"Note: {each.sentence}")
        wrong = sum(each.wrong for each in complaints)
        if wrong:
            raise CommandError(f"{wrong} found.")
        self.stdout.write(self.style.SUCCESS("All is well."))
