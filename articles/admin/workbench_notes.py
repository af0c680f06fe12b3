"""Remarks between colleagues, written and settled beside the text they are about."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.errors import Refused
from articles.models import Article, Note
from articles.steps import noting
from articles.steps.moving import head_of

from .notes import notes_panel
from .workbench import sheet_page


@require_POST
def write_note(request: HttpRequest, article: Article) -> HttpResponse:
    """The remark is open on a paragraph, a fact or the article."""
    given, document = request.POST, head_of(article).document
    about = given.get("about", "")
    if about and document.paragraph(about) is None and document.fact(about) is None:
        raise Http404("There is no such paragraph or fact in this article.")
    try:
        noting.note(article, request.user, given.get("text", ""), about, given.get("proposed", ""))
    except Refused as refusal:
        return _refused(request, article, refusal)
    return _done(request, article, "Your note is open: it keeps the article from approval until it is resolved.")


@require_POST
def settle_note(request: HttpRequest, article: Article, note: int) -> HttpResponse:
    """The remark is settled."""
    found = Note.objects.filter(article=article, pk=note).first()
    if found is None:
        raise Http404("There is no such note on this article.")
    try:
        noting.resolve(found, request.user)
    except Refused as refusal:
        return _refused(request, article, refusal)
    return _done(request, article, "The note is resolved.")


def _done(request: HttpRequest, article: Article, sentence: str) -> HttpResponse:
    if _by_script(request):
        return _panel(request, article)
    messages.success(request, sentence)
    return HttpResponseRedirect(f"{reverse('admin:articles_article_change', args=[article.pk])}#notes")


def _refused(request: HttpRequest, article: Article, refusal: Refused) -> HttpResponse:
    context = {"note_refusal": str(refusal), "typed_note": request.POST}
    response = (_panel if _by_script(request) else sheet_page)(request, article, context)
    response.status_code = refusal.status
    return response


def _by_script(request: HttpRequest) -> bool:
    """A script asks for the panel alone, so that the page and what is typed on it stay."""
    return request.headers.get("X-Requested-With") == "fetch"


def _panel(request: HttpRequest, article: Article, extra: dict | None = None) -> HttpResponse:
    context = {**notes_panel(article, head_of(article).document, request.user), **(extra or {})}
    # A login page or a refusal of another kind has no such header.
    return TemplateResponse(request, "admin/articles/article/_notes.html", context, headers={"X-Notes": "1"})
