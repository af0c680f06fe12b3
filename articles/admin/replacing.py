"""Search and replace over one article or all that are in work: look, tick each place, replace, undo."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.errors import Refused
from articles.models import Article, Replacement
from articles.steps import replacing
from articles.steps.replacing import MOST_HITS, Hit, Outcome, Search
from articles.steps.workflow import Action, may

from .typed import number


@dataclass(frozen=True, slots=True)
class Found:
    """An article's hits, each with whether it is ticked."""

    article: Article
    hits: tuple[tuple[Hit, bool], ...]


def replace_page(request: HttpRequest) -> HttpResponse:
    """The form, the hits of what it asks for, or what became of those ticked."""
    if not may(request.user, Action.CORRECT):
        raise PermissionDenied("Your account may not correct articles.")
    if request.method == "POST":
        return _replace(request)
    try:
        return _draw(request, request.GET, _found(request.GET) if request.GET.get("wanted") else None)
    except Refused as refusal:
        return _draw(request, request.GET, None, str(refusal), refusal.status)


@require_POST
def undo_replacement(request: HttpRequest, pk: int) -> HttpResponse:
    """The replacement is undone where nobody changed the same words since."""
    row = Replacement.objects.filter(pk=pk).first()
    if row is None:
        raise Http404("There is no such replacement.")
    try:
        outcome = replacing.undo(row, request.user)
    except Refused as refusal:
        return _draw(request, QueryDict(), None, str(refusal), refusal.status)
    tell(request, outcome, "Undone")
    return HttpResponseRedirect(reverse("admin:articles_article_replace"))


def _replace(request: HttpRequest) -> HttpResponse:
    given = request.POST
    ticked = frozenset(given.getlist("hit"))
    try:
        outcome = replacing.run(request.user, _search(given), _chosen(given), given.get("reason", ""))
    except Refused as refusal:
        try:
            found = _found(given, ticked)
        except Refused:
            found = None
        return _draw(request, given, found, str(refusal), refusal.status)
    tell(request, outcome, "Replaced")
    return HttpResponseRedirect(reverse("admin:articles_article_replace"))


def tell(request: HttpRequest, outcome: Outcome, done: str) -> None:
    articles = f"{outcome.done} article{'' if outcome.done == 1 else 's'}"
    (messages.success if outcome.done else messages.warning)(request, f"{done} in {articles}.")
    for article, sentence in outcome.refused:
        messages.warning(request, f"Left as it is: {article}. {sentence}")


def _search(given: Mapping[str, str]) -> Search:
    ticks = {name: given.get(name) == "1" for name in ("whole", "case", "pattern")}
    return Search(given.get("wanted", ""), given.get("put", ""), **ticks)


def _chosen(given: QueryDict) -> dict[int, tuple[int, frozenset[str]]]:
    """For each article shown the Revision it was shown at, and the names of its ticked hits."""
    chosen = {}
    for said in given.getlist("base"):
        pk, _, base = said.partition("-")
        names = frozenset(name for name in given.getlist("hit") if name.startswith(f"{pk}-"))
        if pk.isdigit() and base.isdigit() and names:
            chosen[int(pk)] = (int(base), names)
    return chosen


def _found(given: QueryDict, ticked: frozenset[str] | None = None) -> list[Found]:
    pk = number({"article": (given.get("article", ""),)}, "article")
    article = Article.objects.filter(pk=pk).first() if pk else None
    if pk and article is None:
        raise Http404("There is no such article.")
    hits = replacing.find(_search(given), article)
    articles = Article.objects.in_bulk({each.article for each in hits})
    return [
        Found(articles[pk], tuple((hit, _is_ticked(articles[pk], hit, ticked)) for hit in hits if hit.article == pk))
        for pk in dict.fromkeys(each.article for each in hits)
    ]


def _is_ticked(article: Article, hit: Hit, ticked: frozenset[str] | None) -> bool:
    return replacing.ticked_first(article) if ticked is None else hit.name in ticked


def _draw(
    request: HttpRequest, given: QueryDict, found: list[Found] | None, refusal: str = "", status: int = 200
) -> HttpResponse:
    hits = sum(len(each.hits) for each in found or ())
    context = {
        **admin.site.each_context(request),
        "title": "Search and replace",
        "search": _search(given) if given else Search(""),
        "reason": given.get("reason", ""),
        "only": number({"article": (given.get("article", ""),)}, "article"),
        "found": found,
        "hits": hits,
        "more": hits >= MOST_HITS,
        "most": MOST_HITS,
        "refusal": refusal,
        "recent": replacing.recent(),
    }
    return TemplateResponse(request, "admin/articles/article/replace.html", context, status=status)
