"""The glossary's list: terms proposed and accepted, a table in and out."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from articles.errors import BadInput, Refused
from articles.models import Article, Term
from articles.steps import glossing

from .people import Kept


class ProposedFilter(admin.SimpleListFilter):
    title, parameter_name = "proposed", "proposed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "waiting to be accepted"), ("no", "accepted"), ("refused", "refused")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Term]) -> QuerySet[Term]:
        match self.value():
            case "yes":
                return queryset.proposed()
            case "no":
                return queryset.accepted()
            case "refused":
                return queryset.refused()
            case _:
                return queryset


@admin.register(Term)
class TermAdmin(Kept):
    list_display = ("wrong", "preferred", "kind", "case", "safe", "used", "proposed_by", "note")
    list_filter = (ProposedFilter, "kind", "safe", "case")
    list_select_related = ("proposed_by",)
    search_fields = ("wrong", "preferred", "native", "inflections")
    autocomplete_fields = ("person", "organization")

    class Media:
        js = ("articles/labels.js",)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("table/", view(self.table_view), name="articles_term_table"),
            path("table.csv", view(self.export_view), name="articles_term_export"),
            path("<int:pk>/accept/", view(require_POST(self.accept_view)), name="articles_term_accept"),
            path("<int:pk>/refuse/", view(require_POST(self.refuse_view)), name="articles_term_refuse"),
            *super().get_urls(),
        ]

    def table_view(self, request: HttpRequest) -> HttpResponse:
        """A CSV file is taken, or asked for."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied("Your account may not add to the glossary.")
        refusal, status, taken = "", 200, None
        if request.method == "POST":
            try:
                taken = _take(request)
            except Refused as error:
                refusal, status = str(error), error.status
        context = {
            **self.admin_site.each_context(request),
            "title": "Terms from a table",
            "refusal": refusal,
            "taken": taken,
            "columns": ", ".join(glossing.COLUMNS),
        }
        return TemplateResponse(request, "admin/articles/term/table.html", context, status=status)

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """The accepted terms as a CSV file."""
        if not self.has_view_permission(request):
            raise PermissionDenied("Your account may not look at the glossary.")
        headers = {"Content-Disposition": 'attachment; filename="glossary.csv"', "Cache-Control": "no-store, private"}
        return HttpResponse(glossing.table(), content_type="text/csv; charset=utf-8", headers=headers)

    def accept_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The proposed term is the house's."""
        term = _term(pk)
        told = f"The house writes “{term.preferred}” from now on."
        return self._judged(request, term, lambda: glossing.accept(term, request.user), "Accepted", told)

    def refuse_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The proposed term is not the house's, for a reason."""
        term, reason = _term(pk), request.POST.get("because", "")
        told = f"“{term}” is refused; whoever proposes it again reads why."
        return self._judged(request, term, lambda: glossing.refuse(term, request.user, reason), "Refused", told)

    def _judged(
        self, request: HttpRequest, term: Term, judge: Callable[[], object], verb: str, told: str
    ) -> HttpResponse:
        try:
            judge()
        except Refused as error:
            if error.status == 403:
                raise PermissionDenied(str(error)) from error
            messages.warning(request, str(error))
            if isinstance(error, BadInput):
                return HttpResponseRedirect(reverse("admin:articles_term_change", args=[term.pk]))
        else:
            self.log_change(request, term, f"{verb} the proposed term.")
            messages.success(request, told)
        return HttpResponseRedirect(reverse("admin:articles_term_changelist"))


@require_POST
def suggest_term(request: HttpRequest, article: Article) -> HttpResponse:
    """In JSON what became of a term made of words selected in the article: added, or proposed to those who may add."""
    given = request.POST
    try:
        term = glossing.suggest(
            request.user, given.get("wrong", ""), given.get("preferred", ""), f"From “{article}”"[:300]
        )
    except Refused as refusal:
        return JsonResponse({"refusal": str(refusal)}, status=refusal.status)
    except ValidationError as error:
        return JsonResponse({"refusal": " ".join(error.messages)}, status=400)
    said = "proposed: somebody who may will add it" if term.proposed_by else "in the glossary"
    return JsonResponse({"told": f"“{term.wrong} → {term.preferred}” is {said}."})


def _term(pk: int) -> Term:
    term = Term.objects.filter(pk=pk).first()
    if term is None:
        raise Http404("There is no such term.")
    return term


def _take(request: HttpRequest) -> glossing.Taken:
    file = request.FILES.get("file")
    if file is None:
        raise BadInput("Choose a CSV file.")
    return glossing.take_table(request.user, file.read(glossing.LONGEST_TABLE + 1))
