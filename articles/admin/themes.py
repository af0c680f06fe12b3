"""Themes: made, described, merged and renamed here. A name stays with its address: ``merging`` changes both."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from articles.models import Theme

from .merging import Mergeable
from .people import Kept


@admin.register(Theme)
class ThemeAdmin(Mergeable, Kept):
    list_display = ("name", "slug", "broader", "used", "merged_into")
    list_select_related = ("broader", "merged_into")
    search_fields = ("name", "slug", "keywords")
    autocomplete_fields = ("broader",)
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "slug", "description", "keywords", "broader")

    class Media:
        js = ("articles/labels.js",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*self.fields, "merged_into") if obj is not None else self.fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Theme]:
        return super().get_queryset(request).annotate(articles=Count("themed_articles"))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("name", "slug", "merged_into") if obj is not None else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, tuple[str, ...]]:
        return {} if obj is not None else dict(self.prepopulated_fields)

    @admin.display(description="articles", ordering="articles")
    def used(self, theme: Any) -> int:
        return theme.articles
