"""Pages that merge two people, organizations or themes, give a theme another name, and undo both."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from articles.errors import Refused
from articles.models import Merge, Theme
from articles.steps import merging
from articles.steps.merging import Row

from .typed import number

MOST_FOUND = 20


class Mergeable(admin.ModelAdmin):
    """A list whose rows can be merged; what is merged points on and is offered no more."""

    change_form_template = "admin/articles/mergeable.html"

    def get_urls(self) -> list[URLPattern]:
        kind = self.model._meta.model_name
        own = [("<int:pk>/merge/", "merge", merge_page), ("merges/<int:pk>/undo/", "undo_merge", undo_merge)]
        if self.model is Theme:
            own.append(("<int:pk>/rename/", "rename", rename_page))
        return [
            *(path(tail, self._page(view), name=f"articles_{kind}_{name}") for tail, name, view in own),
            *super().get_urls(),
        ]

    def _page(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        def shown(request: HttpRequest, pk: int) -> HttpResponse:
            if not self.has_change_permission(request):
                raise PermissionDenied(f"Your account may not change a {self.model._meta.verbose_name}.")
            return view(request, self.model, pk)

        return self.admin_site.admin_view(shown)


def merge_page(request: HttpRequest, model: type[Row], pk: int) -> HttpResponse:
    """Whom to merge it into, then what that does, then the deed."""
    gone = get_object_or_404(model, pk=pk)
    into = model._default_manager.filter(pk=number({"into": (_given(request, "into"),)}, "into")).first()
    try:
        if request.method == "POST" and into is not None:
            merged = merging.merge(gone, into, request.user, request.POST.get("reason", ""))
            return _done(request, merging.standing(into), f"“{merged.was}” is “{merged.now}” from now on.")
        seen = merging.preview(gone, into) if into is not None else None
        merging.require(request.user, *((gone, into) if into is not None else (gone,)))
    except Refused as refusal:
        return _draw(request, "merge", gone, refusal=refusal, found=_found(request, gone))
    return _draw(request, "merge", gone, preview=seen, found=_found(request, gone))


def rename_page(request: HttpRequest, model: type[Theme], pk: int) -> HttpResponse:
    """The theme's new name, and what becomes of its address."""
    theme = get_object_or_404(model, pk=pk)
    refusal = None
    try:
        if request.method == "POST":
            given = request.POST
            merged = merging.rename(theme, given.get("name", ""), request.user, given.get("reason", ""))
            return _done(request, Theme.objects.get(slug=merged.into), f"“{merged.was}” is called “{merged.now}” now.")
        merging.require(request.user, theme)
    except Refused as error:
        refusal = error
    return _draw(request, "rename", theme, refusal=refusal)


@require_POST
def undo_merge(request: HttpRequest, model: type[Row], pk: int) -> HttpResponse:
    """What was merged stands for itself again."""
    merged = Merge.objects.filter(pk=pk, kind=model._meta.model_name).first()
    if merged is None:
        raise Http404("There is no such merge.")
    try:
        merging.undo(merged, request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"“{merged.was}” stands for itself again.")
    return HttpResponseRedirect(reverse(f"admin:articles_{merged.kind}_changelist"))


def _given(request: HttpRequest, name: str) -> str:
    return (request.POST if request.method == "POST" else request.GET).get(name, "")


def _found(request: HttpRequest, gone: Row) -> QuerySet[Any] | None:
    """Those whose name is like the one looked for, or like its own where none is."""
    words = _given(request, "q").strip() or gone.name
    named = Q(name__icontains=words)
    if not isinstance(gone, Theme):
        named |= Q(native_name__icontains=words)
    alive = type(gone)._default_manager.filter(named, merged_into=None)
    return alive.exclude(pk=gone.pk).order_by("name", "pk")[:MOST_FOUND]


def _done(request: HttpRequest, row: Row, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return HttpResponseRedirect(reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk]))


def _draw(request: HttpRequest, what: str, row: Row, *, refusal: Refused | None = None, **more: Any) -> HttpResponse:
    kind = row._meta.model_name
    context = {
        **admin.site.each_context(request),
        "title": f"{what.capitalize()} “{row}”",
        "what": what,
        "row": row,
        "kind": kind,
        "is_theme": isinstance(row, Theme),
        "back": reverse(f"admin:articles_{kind}_change", args=[row.pk]),
        "q": _given(request, "q"),
        "typed": request.POST,
        "refusal": str(refusal or ""),
        "recent": [
            (each, reverse(f"admin:articles_{kind}_undo_merge", args=[each.pk])) for each in merging.recent(kind)
        ],
        **more,
    }
    return TemplateResponse(request, "admin/articles/merge.html", context, status=refusal.status if refusal else 200)
