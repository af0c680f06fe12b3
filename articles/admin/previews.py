"""Preview links: the page on which editors make and revoke them, and the page they open for somebody without an
account."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from articles.errors import Refused
from articles.models import Article, PreviewLink
from articles.pages import article as article_page
from articles.pages.writing import written
from articles.steps import previewing
from articles.steps.moving import head_of
from articles.steps.showing import public_document

from .panel import moment, panel, refusal_context
from .typed import number

# Nobody keeps it, finds it, or is told by the pages it leads to where the reader came from.
UNKEPT = {
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
}
DAYS = (1, 3, 7, 14, previewing.LONGEST)


def previews_page(request: HttpRequest, article: Article, extra: Mapping[str, Any] | None = None) -> HttpResponse:
    """The links there are, and the form that makes one; a POST makes it and shows its address, this once."""
    if request.method == "POST" and extra is None:
        return _make(request, article)
    numbers = dict(article.revisions.values_list("digest", "number"))
    links = article.preview_links.select_related("made_by", "revoked_by")
    context = {
        **panel(request, article, head_of(article), "previews"),
        "title": f"Previews of “{article}”",
        "links": [(numbers.get(each.revision_digest), each) for each in links],
        "days": DAYS,
        **(extra or {}),
    }
    response = TemplateResponse(request, "admin/articles/article/previews.html", context)
    response["Cache-Control"] = UNKEPT["Cache-Control"]
    return response


@require_POST
def revoke(request: HttpRequest, article: Article, link: int) -> HttpResponse:
    """The link opens nothing any more."""
    found = PreviewLink.objects.filter(article=article, pk=link).first()
    if found is None:
        raise Http404("There is no such preview link of this article.")
    try:
        previewing.revoke(found, request.user)
    except Refused as refusal:
        return _refused(request, article, refusal)
    messages.success(request, "The link opens nothing any more.")
    return HttpResponseRedirect(reverse("admin:articles_article_previews", args=[article.pk]))


@require_safe
def opened(request: HttpRequest, token: str) -> HttpResponse:
    """The page readers would see of the very Revision the link is for, whatever came after it."""
    try:
        found = previewing.opened(token, count=request.method == "GET")
    except Refused as refusal:
        html = written("admin/articles/article/preview_refused.html", {"sentence": str(refusal)})
        return HttpResponse(html, status=refusal.status, headers=UNKEPT)
    said = (
        f"A preview of revision {found.revision.number}, of {moment(found.revision.at)}, for whoever was given this "
        f"address. It is no publication, and may still change. It can be opened until {moment(found.link.expires_at)}."
    )
    document = public_document(found.article, found.revision.document)
    return HttpResponse(article_page.render_document(document, standing=said), headers=UNKEPT)


def _make(request: HttpRequest, article: Article) -> HttpResponse:
    given = request.POST
    days = number({"days": (given.get("days", ""),)}, "days")
    try:
        made = previewing.make(article, request.user, given.get("digest", ""), days)
    except Refused as refusal:
        return _refused(request, article, refusal, given)
    address = request.build_absolute_uri(reverse("preview", args=[made.token]))
    return previews_page(request, article, {"made": made.link, "address": address})


def _refused(
    request: HttpRequest, article: Article, refusal: Refused, given: Mapping[str, str] | None = None
) -> HttpResponse:
    response = previews_page(request, article, refusal_context(refusal, given))
    response.status_code = refusal.status
    return response


# What cms/urls.py puts under /preview/.
urlpatterns = [path("<str:token>/", opened, name="preview")]
