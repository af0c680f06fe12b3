"""``setup``: what every installation needs before its first article."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand

from articles.models import Term, Theme
from articles.steps.setting_up import set_up


class Command(BaseCommand):
    help = "Makes the groups, a starter glossary and starter themes. Run again, it changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        set_up()
        groups, terms, themes = (model.objects.count() for model in (Group, Term, Theme))
        self.stdout.write(f"{groups} groups, {terms} glossary terms and {themes} themes are there.")
