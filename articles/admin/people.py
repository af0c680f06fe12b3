"""People, organizations, readers' reports and accounts."""

from typing import Any

import taggit.admin  # noqa: F401 registers tags of its own, which Galley has not
from django.contrib import admin, messages
from django.contrib.auth import admin as accounts
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from taggit.models import Tag

from articles.errors import Refused
from articles.models import Organization, Person, Published, ReaderReport
from articles.steps import reporting

from .merging import Mergeable

PUBLIC_NAME = "A live edition shows this name, so changing it needs the right to approve."


class Kept(admin.ModelAdmin):
    """Rows are made and changed, never deleted."""

    actions = None
    list_per_page = 100
    show_full_result_count = False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class NamedAdmin(Mergeable, Kept):
    """A name that a live edition shows is public: whoever changes it may approve, and the log has both names."""

    list_display = ("name", "native_name", "wikidata", "merged_into")
    list_select_related = ("merged_into",)
    search_fields = ("name", "native_name", "wikidata", "terms__wrong")
    fields = ("name", "native_name", "wikidata", "aliases", "merged_into", "key")
    published: Published.Kind

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        fixed = ("aliases", "merged_into", "key")
        return (*fixed, "name", "native_name") if self._is_bound(request, obj) else fixed

    def _is_bound(self, request: HttpRequest, obj: Any) -> bool:
        if obj is None or request.user.has_perm("articles.approve_article"):
            return False
        return Published.objects.live().filter(kind=self.published, key=obj.key).exists()

    @admin.display(description="aliases")
    def aliases(self, named: Any) -> str:
        return ", ".join(named.terms.values_list("wrong", flat=True)) or "none"

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        obj = self.get_object(request, object_id)
        extra = {"subtitle": PUBLIC_NAME} if self._is_bound(request, obj) else {}
        return super().change_view(request, object_id, form_url, {**extra, **(extra_context or {})})

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        if add or "name" not in form.changed_data:
            return super().construct_change_message(request, form, formsets, add)
        return f"Changed the name “{form.initial['name']}” to “{form.cleaned_data['name']}”."


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    published = Published.Kind.PERSON


@admin.register(Organization)
class OrganizationAdmin(NamedAdmin):
    published = Published.Kind.ORGANIZATION


class AnsweredFilter(admin.SimpleListFilter):
    title, parameter_name = "answered", "answered"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "not yet"), ("yes", "answered")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ReaderReport]) -> QuerySet[ReaderReport]:
        match self.value():
            case "no":
                return queryset.open()
            case "yes":
                return queryset.filter(answered_at__isnull=False)
            case _:
                return queryset


@admin.register(ReaderReport)
class ReaderReportAdmin(Kept):
    """What readers say is wrong, and the newsroom's answer."""

    list_display = ("__str__", "edition", "at", "answered_by", "answered_at")
    list_filter = (AnsweredFilter,)
    list_select_related = ("edition", "answered_by")
    search_fields = ("text", "contact", "answer", "edition__headline")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ReaderReport]:
        return super().get_queryset(request).defer("edition__text")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        report = self.get_object(request, object_id)
        if report is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, report):
            raise PermissionDenied
        refusal, status = "", 200
        if request.method == "POST":
            try:
                reporting.answer(report, request.user, request.POST.get("answer", ""))
            except Refused as error:
                refusal, status = str(error), error.status
            else:
                messages.success(request, "The reader’s report is answered.")
                return HttpResponseRedirect(reverse("admin:articles_readerreport_changelist"))
        return self._page(request, report, refusal, status)

    def _page(self, request: HttpRequest, report: ReaderReport, refusal: str, status: int) -> HttpResponse:
        words = {each.key: each.text for each in report.edition.document.paragraphs}
        context = {
            **self.admin_site.each_context(request),
            "title": "A reader’s report",
            "report": report,
            "paragraph": words.get(report.paragraph, ""),
            "refusal": refusal,
            "typed": request.POST.get("answer", ""),
            "may_answer": self.has_change_permission(request, report) and report.answered_at is None,
        }
        return TemplateResponse(request, "admin/articles/readerreport/report.html", context, status=status)


class Deactivated:
    """Accounts are deactivated, not deleted: their names stand under what they did."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


admin.site.unregister(Tag)
admin.site.unregister([User, Group])


@admin.register(User)
class UserAdmin(Deactivated, accounts.UserAdmin):
    list_display = ("username", "first_name", "last_name", "is_active", "last_login")


@admin.register(Group)
class GroupAdmin(Deactivated, accounts.GroupAdmin):
    pass
