"""Safe fixes of drafts that came before a rule or a term did: look, tick the articles, mend them as one act."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.errors import Refused
from articles.models import Article
from articles.steps import mending, replacing
from articles.steps.workflow import Action, may
from articles.text.changes import Change, changes

from .replacing import tell
from .typed import number


@dataclass(frozen=True, slots=True)
class Row:
    """An article, its fixes by rule and its paragraphs' changes, and whether it is ticked."""

    article: Article
    told: str
    paragraphs: tuple[tuple[Change, ...], ...]
    ticked: bool


def mend_page(request: HttpRequest) -> HttpResponse:
    """The drafts with safe fixes to be made, or what became of those ticked."""
    if not may(request.user, Action.CORRECT):
        raise PermissionDenied("Your account may not correct articles.")
    if request.method != "POST":
        return _draw(request)
    try:
        outcome = mending.put_in_place(request.user, dict(_chosen(request)), request.POST.get("reason", ""))
    except Refused as refusal:
        return _draw(request, str(refusal), refusal.status)
    tell(request, outcome, "Mended")
    return HttpResponseRedirect(reverse("admin:articles_article_replace"))


def _chosen(request: HttpRequest) -> Iterator[tuple[int, int]]:
    for said in request.POST.getlist("mend"):
        pk, _, base = said.partition("-")
        if pk.isdigit() and base.isdigit():
            yield int(pk), int(base)


def _draw(request: HttpRequest, refusal: str = "", status: int = 200) -> HttpResponse:
    found, further = mending.waiting(number({"after": (request.GET.get("after", ""),)}, "after"))
    context = {
        **admin.site.each_context(request),
        "title": "Safe fixes",
        "rows": [_row(each) for each in found],
        "further": further,
        "reason": request.POST.get("reason", ""),
        "refusal": refusal,
    }
    return TemplateResponse(request, "admin/articles/article/mend.html", context, status=status)


def _row(waiting: mending.Waiting) -> Row:
    paragraphs = tuple(tuple(changes(before, after)) for before, after in waiting.words)
    return Row(waiting.article, waiting.told, paragraphs, replacing.ticked_first(waiting.article))
