"""An article's past: its Revisions and Acts, any two Revisions compared, one of them restored."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.errors import Refused
from articles.models import Article
from articles.steps import correcting, mending
from articles.steps.moving import head_of
from articles.text.document import Document

from .differences import as_machine, differences
from .panel import panel, refusal_context
from .review import names_in
from .typed import number


def history_page(request: HttpRequest, article: Article, extra: Mapping[str, Any] | None = None) -> HttpResponse:
    """Revisions and Acts, newest first; two numbers in the address lead to their comparison."""
    asked = [number({"at": (request.GET.get(name, ""),)}, "at") for name in ("from", "to")]
    if request.GET.get("to"):
        return HttpResponseRedirect(reverse("admin:articles_article_compare", args=[article.pk, *asked]))
    context = {
        **panel(request, article, head_of(article), "history"),
        "title": str(article),
        "revisions": article.revisions.defer("text").select_related("author").order_by("-number"),
        "acts": article.acts.select_related("by").order_by("-number"),
        "editions": article.editions.defer("text").order_by("-number"),
        "safe_fixes": mending.safe_fixes(article),
        **(extra or {}),
    }
    return TemplateResponse(request, "admin/articles/article/history.html", context)


@require_GET
def compare(request: HttpRequest, article: Article, first: int, second: int) -> HttpResponse:
    """What changed from one Revision to another; 0 is the machine's words."""
    new = _document(article, second, None)
    old = _document(article, first, new)
    context = {
        **panel(request, article, head_of(article), "history"),
        "title": str(article),
        "first": first,
        "second": second,
        "document": new,
        "differences": differences(old, new, names_in(old, new)),
    }
    return TemplateResponse(request, "admin/articles/article/compare.html", context)


@require_POST
def restore(request: HttpRequest, article: Article) -> HttpResponse:
    """The Revision is brought back as a new one."""
    given = {name: (request.POST.get(name, ""),) for name in ("number", "base")}
    wanted, base = number(given, "number"), number(given, "base")
    try:
        revision = correcting.restore(article, request.user, wanted, base, request.POST.get("scheduled", ""))
    except Refused as refusal:
        return _refused(request, article, refusal)
    if revision is None:
        messages.info(request, f"The article says already what revision {wanted} says.")
    else:
        messages.success(request, f"Revision {wanted} is back, as revision {revision.number}.")
    return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))


@require_POST
def take_back(request: HttpRequest, article: Article) -> HttpResponse:
    """What Galley fixed by itself is as it was before, in a new Revision."""
    try:
        revision = mending.take_back(article, request.user, request.POST.get("scheduled", ""))
    except Refused as refusal:
        return _refused(request, article, refusal)
    messages.success(request, f"The words before Galley's safe fixes are back, as revision {revision.number}.")
    return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))


def _refused(request: HttpRequest, article: Article, refusal: Refused) -> HttpResponse:
    again = Article.objects.get(pk=article.pk)
    response = history_page(request, again, refusal_context(refusal, request.POST))
    response.status_code = refusal.status
    return response


def _document(article: Article, at: int, other: Document | None) -> Document:
    """The Document of a Revision; of 0, the machine's words of the paragraphs the other one has."""
    if not at:
        base = other or article.revisions.get(number=1).document
        return as_machine(base, article.seed.text)
    revision = article.revisions.filter(number=at).first()
    if revision is None:
        raise Http404(f"This article has no revision {at}.")
    return revision.document
