"""Articles in the admin site: the list, the seed that comes in, and the addresses of an article's pages."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from articles.models import Article, Edition, Theme, ThemedArticle

from .actions import act, withdraw_page
from .bringing_in import bring_in
from .comparing import difference
from .desk import seen
from .history import compare, history_page, restore, take_back
from .mending import mend_page
from .panel import moment
from .previews import previews_page, revoke
from .problems import problems_page
from .replacing import replace_page, undo_replacement
from .review import add_note, preview, resolve_note, review_page
from .selecting import known_names, suggest_fact
from .source import source_page
from .terms import suggest_term
from .timeline import timeline_page
from .work_report import work_report
from .workbench import find_words, workbench
from .workbench_notes import settle_note, write_note
from .working_copies import discard, keep

View = Callable[..., HttpResponse]


class ThemeFilter(admin.SimpleListFilter):
    title, parameter_name = "theme", "theme"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(Theme.objects.filter(themed_articles__isnull=False).distinct().values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if not self.value():
            return queryset
        themed = ThemedArticle.objects.filter(content_object=OuterRef("pk"), tag__slug=self.value())
        return queryset.filter(Exists(themed))


class BlockingFilter(admin.SimpleListFilter):
    title, parameter_name = "blocking problems", "blocking"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "some"), ("no", "none")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        match self.value():
            case "yes":
                return queryset.filter(blocking_problems__gt=0)
            case "no":
                return queryset.filter(blocking_problems=0)
            case _:
                return queryset


class WorkFilter(admin.SimpleListFilter):
    title, parameter_name = "waiting", "waiting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("correct", "to be corrected"), ("source", "source changed"), ("countersign", "to be countersigned")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        match self.value():
            case "correct":
                return queryset.to_correct()
            case "source":
                return queryset.source_changed()
            case "countersign":
                return queryset.awaiting_countersignature()
            case _:
                return queryset


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """Nothing is written here but through a step: the change page is the workbench, and there are no bulk acts."""

    list_display = ("headline_", "stage_", "readers", "progress", "problems", "themes_", "assignee", "changed_at")
    list_filter = ("stage", WorkFilter, BlockingFilter, "rights", ThemeFilter,
                   ("assignee", admin.RelatedOnlyFieldListFilter))  # fmt: skip
    search_fields = ("headline", "source", "slug", "paragraphs__text")
    search_help_text = "Headline, source, address or words of the text"
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        mine = Edition.objects.filter(article=OuterRef("pk"))
        due = Edition.objects.scheduled().filter(article=OuterRef("pk")).order_by("live_from")
        rows = super().get_queryset(request).with_progress().select_related("assignee")
        return rows.prefetch_related("themed__tag").annotate(
            is_live=Exists(Edition.objects.live().filter(article=OuterRef("pk"))),
            is_withheld=Exists(Edition.objects.withheld().filter(article=OuterRef("pk"))),
            was_read=Exists(Edition.objects.readable().filter(pk__in=mine.values("pk"))),
            due_at=Subquery(due.values("live_from")[:1]),
        )

    @admin.display(description="headline", ordering="headline")
    def headline_(self, article: Article) -> str:
        return str(article)

    @admin.display(description="stage", ordering="stage")
    def stage_(self, article: Article) -> str:
        return format_html('<span class="stage" data-stage="{}">{}</span>', article.stage, article.get_stage_display())

    @admin.display(description="what readers see")
    def readers(self, article: Article) -> str:
        due = f"scheduled for {moment(article.due_at)}" if article.due_at else ""
        now = "live" if article.is_live else "withdrawn" if article.is_withheld else ""
        now = now or ("an earlier edition" if article.was_read else "")
        return "; ".join(filter(None, (now, due))) or "never"

    @admin.display(description="confirmed")
    def progress(self, article: Article) -> str:
        return f"{article.confirmed} of {article.shown}"

    @admin.display(description="open problems", ordering="open_problems")
    def problems(self, article: Article) -> str:
        if article.open_problems is None:
            return "not looked for yet"
        if not article.blocking_problems:
            return str(article.open_problems)
        return format_html(
            '{} <strong class="blocking">{} blocking</strong>', article.open_problems, article.blocking_problems
        )

    @admin.display(description="themes")
    def themes_(self, article: Article) -> str:
        return ", ".join(sorted(each.tag.name for each in article.themed.all()))

    def get_urls(self) -> list[URLPattern]:
        own = [
            ("change/", "change", workbench),
            ("keep/", "keep", keep),
            ("discard/", "discard", discard),
            ("suggest/", "suggest_fact", suggest_fact),
            ("difference/", "difference", difference),
            ("find/", "find_words", find_words),
            ("term/", "suggest_term", suggest_term),
            ("known/", "known_names", known_names),
            ("change/notes/", "write_note", write_note),
            ("change/notes/<int:note>/resolve/", "settle_note", settle_note),
            ("problems/", "problems", problems_page),
            ("review/", "review", review_page),
            ("preview/", "preview", preview),
            ("previews/", "previews", previews_page),
            ("previews/<int:link>/revoke/", "revoke_preview", revoke),
            ("notes/", "add_note", add_note),
            ("notes/<int:note>/resolve/", "resolve_note", resolve_note),
            ("history/", "history", history_page),
            ("timeline/", "timeline", timeline_page),
            ("compare/<int:first>..<int:second>/", "compare", compare),
            ("restore/", "restore", restore),
            ("take-back/", "take_back", take_back),
            ("source/", "source", source_page),
            ("withdraw/", "withdraw", withdraw_page),
            ("act/<slug:slug>/", "act", act),
        ]
        return [
            path("", self.admin_site.admin_view(self.changelist_view), name="articles_article_changelist"),
            path("add/", self.admin_site.admin_view(self.add_view), name="articles_article_add"),
            path("work/", self.admin_site.admin_view(work_report), name="articles_article_work"),
            path("seen/", self.admin_site.admin_view(seen), name="articles_article_seen"),
            path("replace/", self.admin_site.admin_view(replace_page), name="articles_article_replace"),
            path("mend/", self.admin_site.admin_view(mend_page), name="articles_article_mend"),
            path(
                "replace/<int:pk>/undo/",
                self.admin_site.admin_view(undo_replacement),
                name="articles_article_undo_replacement",
            ),
            path("<int:pk>/", self.admin_site.admin_view(self._to_workbench)),
            *(
                path(f"<int:pk>/{tail}", self.admin_site.admin_view(self._page(view)), name=f"articles_article_{name}")
                for tail, name, view in own
            ),
        ]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Seeds come in through the site; whoever brings them does not approve their articles."""
        if not self.has_add_permission(request):
            raise PermissionDenied("Your account may not bring in articles.")
        response = bring_in(request)
        if isinstance(response, TemplateResponse):
            response.context_data = {**self.admin_site.each_context(request), **response.context_data}
        return response

    def _to_workbench(self, request: HttpRequest, pk: int) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))

    def _page(self, view: View) -> View:
        """The page of one article, for whoever may look at articles."""
        return partial(self._article_page, view)

    def _article_page(self, view: View, request: HttpRequest, pk: int, **where: Any) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied("Your account may not look at articles.")
        article = get_object_or_404(Article.objects.select_related("seed", "newer_seed", "assignee"), pk=pk)
        request.current_app = self.admin_site.name
        response = view(request, article, **where)
        if isinstance(response, TemplateResponse) and not response.is_rendered:
            response.context_data = {**self.admin_site.each_context(request), **response.context_data}
        return response
