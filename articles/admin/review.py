"""The review page: what changed since readers last saw the article, what blocks, what colleagues remarked, and the
page as readers will see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.errors import Refused
from articles.models import Article, Edition, Note, Organization, Person, Revision, Theme
from articles.pages import article as article_page
from articles.steps import noting
from articles.steps.moving import head_of
from articles.steps.publishing import public_document
from articles.steps.readiness import more_than_minor, readiness
from articles.steps.revising import glossary
from articles.text.changes import Change, changes, share_changed
from articles.text.document import Document, keys_of
from articles.text.readiness import problems

from .differences import as_machine, differences
from .obstacles import obstacles
from .panel import panel, refusal_context, standing
from .sheets import Sheet, cut
from .workbench_about import FIELDS, MOST_THEMES

# A proposal that shares fewer of its words with those it is about is a remark, not their replacement.
_ANOTHER = 0.6


def review_page(request: HttpRequest, article: Article, extra: Mapping[str, Any] | None = None) -> HttpResponse:
    """The difference of the head against the last edition, or the machine's words where there is none."""
    head = head_of(article)
    document, last = head.document, last_edition(article)
    base = last.revision.document if last else as_machine(document, article.seed.text)
    found = problems(document, article.seed.text, glossary())
    sheets = cut(document, found, FIELDS + MOST_THEMES)
    context = {
        **panel(request, article, head, "review"),
        "title": str(article),
        "last": last,
        "differences": differences(base, document, names_in(base, document)),
        "document": document,
        **_judged(article, head, sheets),
        "notes": [_note(each, document) for each in article.notes.select_related("by", "resolved_by")],
        "paragraphs": [(at, each) for at, each in enumerate(document.paragraphs, 1) if each.role != "dropped"],
        "open_links": article.preview_links.open().count(),
        **_since(article, head, (extra or {}).get("typed_action", {})),
        **(extra or {}),
    }
    return TemplateResponse(request, "admin/articles/article/review.html", context)


@require_GET
def preview(request: HttpRequest, article: Article) -> HttpResponse:
    """The page as readers will see it, of the words as they are now; kept by nobody."""
    document = public_document(article, head_of(article).document)
    html = article_page.render_document(document, standing=standing(article).words)
    return HttpResponse(html, headers={"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store, private"})


@require_POST
def add_note(request: HttpRequest, article: Article) -> HttpResponse:
    """The remark is open on the article, or on one of its paragraphs or facts."""
    given = request.POST
    document = head_of(article).document
    about = given.get("about", "")
    if about and document.paragraph(about) is None and document.fact(about) is None:
        raise Http404("There is no such paragraph or fact in this article.")
    try:
        noting.note(article, request.user, given.get("text", ""), about, given.get("proposed", ""))
    except Refused as refusal:
        response = review_page(request, article, refusal_context(refusal, given))
        response.status_code = refusal.status
        return response
    messages.success(request, "Your note is open: it keeps the article from approval until somebody resolves it.")
    return _to_notes(article)


@require_POST
def resolve_note(request: HttpRequest, article: Article, note: int) -> HttpResponse:
    """The remark is settled."""
    found = Note.objects.filter(article=article, pk=note).first()
    if found is None:
        raise Http404("There is no such note on this article.")
    try:
        noting.resolve(found, request.user)
    except Refused as refusal:
        response = review_page(request, article, refusal_context(refusal))
        response.status_code = refusal.status
        return response
    messages.success(request, "The note is resolved.")
    return _to_notes(article)


def _judged(article: Article, head: Revision, sheets: Sequence[Sheet]) -> dict[str, Any]:
    """What blocks the head and what its readers are told, or the edition it has become."""
    document, made = head.document, article.editions.filter(revision=head).defer("text").order_by("number").last()
    if made is not None:
        return {"made": made}
    return {
        "follows": article.editions.given().exists(),
        "more_than_minor": more_than_minor(article, document),
        "obstacles": obstacles(readiness(article, document), document, sheets),
    }


@dataclass(frozen=True, slots=True)
class NoteShown:
    """``place`` leads from the workbench's address to what it is about; ``proposal`` is the words proposed against
    those that stand there, where they are meant to take their place."""

    note: Note
    place: str
    proposal: tuple[Change, ...]


def _note(note: Note, document: Document) -> NoteShown:
    paragraph, fact = document.paragraph(note.about), document.fact(note.about)
    place = f"?at={note.about}#{'f' if fact else 'p'}-{note.about}" if paragraph or fact else ""
    words = paragraph.text if paragraph else fact.quote if fact else ""
    meant = bool(note.proposed and words) and share_changed(words, note.proposed) < _ANOTHER
    return NoteShown(note, place, changes(words, note.proposed) if meant else ())


def _since(article: Article, head: Revision, sent: Mapping[str, str]) -> dict[str, Any]:
    """What changed since the revision that was on the screen of whoever approved an older one."""
    digest = sent.get("digest", "")
    read = article.revisions.filter(digest=digest).exclude(pk=head.pk).first() if digest else None
    if read is None:
        return {}
    names = names_in(read.document, head.document)
    return {"read": read, "since": differences(read.document, head.document, names)}


def last_edition(article: Article) -> Edition | None:
    """The newest edition readers have seen and may still see."""
    return article.editions.readable().select_related("revision").order_by("-number").first()


def names_in(*documents: Document) -> dict[str, str]:
    """What the people and organizations of the documents' facts are called, and their themes."""
    themes = {slug for document in documents for slug in document.themes}
    keys = {key for document in documents for fact in document.facts for key in keys_of(fact.values)}
    named = {
        key: name
        for model in (Person, Organization)
        for key, name in model.objects.filter(key__in=keys).values_list("key", "name")
    }
    return {**dict(Theme.objects.filter(slug__in=themes).values_list("slug", "name")), **named}


def _to_notes(article: Article) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('admin:articles_article_review', args=[article.pk])}#notes")
