"""Themes: made and described here, their addresses fixed once made."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from articles.models import Theme

from .people import Kept


@admin.register(Theme)
class ThemeAdmin(Kept):
    list_display = ("name", "slug", "broader", "used")
    list_select_related = ("broader",)
    search_fields = ("name", "slug", "keywords")
    autocomplete_fields = ("broader",)
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "slug", "description", "keywords", "broader")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Theme]:
        return super().get_queryset(request).annotate(articles=Count("themed_articles"))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("slug",) if obj is not None else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, tuple[str, ...]]:
        return {} if obj is not None else dict(self.prepopulated_fields)

    @admin.display(description="articles", ordering="articles")
    def used(self, theme: Any) -> int:
        return theme.articles
