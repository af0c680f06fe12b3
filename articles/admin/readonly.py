"""Lists of what is written elsewhere: seeds, revisions, acts and editions for ever, facts by the workbench alone."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.models import Act, Award, Claim, Edition, Initiative, Revision, Seed, Speech, Wording
from articles.steps.approving import CATEGORIES

from .panel import moment


class ReadOnly(admin.ModelAdmin):
    """Nobody adds, changes or deletes here, a superuser neither."""

    actions = None
    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="article")
    def article_link(self, row: Any) -> str:
        address = reverse("admin:articles_article_change", args=[row.article_id])
        return format_html('<a href="{}">{}</a>', address, row.article)


@admin.register(Seed)
class SeedAdmin(ReadOnly):
    list_display = ("identity", "encoding", "media_type", "received_at", "uploaded_by")
    list_filter = ("encoding", "media_type")
    list_select_related = ("uploaded_by",)
    search_fields = ("identity", "sha256")
    fields = ("identity", "sha256", "media_type", "encoding", "bom", "received_at", "uploaded_by", "text")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Seed]:
        return super().get_queryset(request).defer("data")


@admin.register(Revision)
class RevisionAdmin(ReadOnly):
    list_display = ("article_link", "number", "author", "reason", "at", "restores")
    list_display_links = ("number",)
    list_select_related = ("article", "author")
    list_filter = ("at",)
    search_fields = ("article__headline", "reason", "digest")
    fields = (
        "article_link",
        "number",
        "author",
        "reason",
        "at",
        "restores",
        "parent_digest",
        "format",
        "digest",
        "text",
    )
    readonly_fields = ("article_link",)
    ordering = ("-at", "-pk")


class CategoryFilter(admin.SimpleListFilter):
    """Why it was sent back; most acts have none, and a link needs a name."""

    title, parameter_name = "category", "category"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(each, each) for each in CATEGORIES]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Act]) -> QuerySet[Act]:
        return queryset.filter(category=self.value()) if self.value() else queryset


@admin.register(Act)
class ActAdmin(ReadOnly):
    list_display = ("article_link", "number", "action", "by", "at", "category", "reason")
    list_display_links = ("number",)
    list_filter = ("at", "action", CategoryFilter)
    list_select_related = ("article", "by")
    search_fields = ("article__headline", "reason", "digest")
    readonly_fields = ("article_link",)
    fields = ("article_link", "number", "action", "by", "at", "effective_at", "revision", "edition", "category",
              "reason", "subject_digest", "previous_digest", "digest")  # fmt: skip
    ordering = ("-at", "-pk")


@admin.register(Edition)
class EditionAdmin(ReadOnly):
    list_display = ("headline", "number", "article_link", "significance", "interval", "approver_name", "four_eyes")
    list_filter = ("live_from", "significance", "four_eyes")
    list_select_related = ("article",)
    search_fields = ("headline", "source", "digest")
    readonly_fields = ("article_link", "interval")
    exclude = ("article", "revision", "live_from", "live_until")
    ordering = ("-live_from", "-pk")

    @admin.display(description="for readers", ordering="live_from")
    def interval(self, edition: Edition) -> str:
        if edition.is_cancelled and not edition.withheld_at:
            return "cancelled"
        until = f" until {moment(edition.live_until)}" if edition.live_until else ""
        withheld = f"; withheld {moment(edition.withheld_at)}" if edition.withheld_at else ""
        return f"from {moment(edition.live_from)}{until}{withheld}"


@admin.register(Wording)
class WordingAdmin(ReadOnly):
    """The correction memory; what proves right is made a term of the glossary."""

    list_display = ("wrong", "right", "kept", "left", "as_a_term")
    search_fields = ("wrong", "right")
    list_display_links = None

    @admin.display(description="always?")
    def as_a_term(self, wording: Wording) -> str:
        query = urlencode({"wrong": wording.wrong, "preferred": wording.right})
        return format_html('<a href="{}?{}">make it a term</a>', reverse("admin:articles_term_add"), query)


class FactAdmin(ReadOnly):
    list_filter = ("state", "anchor", "rule")
    list_select_related = ("article", "paragraph")
    named: str

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        return (self.named, "words", "state", "anchor", "date", "article_link")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("article_link",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        hidden = {"article", "paragraph"}
        return [
            "article_link",
            *(name for name in super().get_fields(request, obj) if name not in hidden | {"article_link"}),
        ]

    @admin.display(description="words")
    def words(self, fact: Any) -> str:
        address = reverse("admin:articles_article_change", args=[fact.article_id])
        quote = fact.quote if len(fact.quote) < 120 else f"{fact.quote[:119]}…"
        return format_html('<a href="{}?at={}#f-{}">“{}”</a>', address, fact.key, fact.key, quote)


@admin.register(Speech)
class SpeechAdmin(FactAdmin):
    named = "speaker"
    search_fields = ("speaker", "person__name", "event", "title", "organization", "quote", "article__headline")


@admin.register(Claim)
class ClaimAdmin(FactAdmin):
    named = "claimant"
    search_fields = ("claimant", "person__name", "organization_named__name", "statement", "quote", "article__headline")


@admin.register(Initiative)
class InitiativeAdmin(FactAdmin):
    named = "name"
    list_filter = (*FactAdmin.list_filter, "category")
    search_fields = ("name", "owner", "organization_named__name", "quote", "article__headline")


@admin.register(Award)
class AwardAdmin(FactAdmin):
    named = "name"
    search_fields = ("name", "recipient", "giver", "quote", "article__headline")
