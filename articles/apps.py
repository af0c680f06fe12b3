"""The app, and the admin site it dresses as a newsroom."""

from django.apps import AppConfig
from django.conf import settings
from django.contrib.admin import apps as admin

from articles.text.checks import silence


class ArticlesConfig(AppConfig):
    name = "articles"
    default = True

    def ready(self) -> None:
        silence(settings.SILENT_RULES)


class NewsroomConfig(admin.AdminConfig):
    default_site = "articles.admin.site.newsroom"
    default = False
