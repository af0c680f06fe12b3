"""The workbench: an article's change page, the one door through which its parts are written."""

import dataclasses
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from articles.errors import BadInput, Conflict, Refused
from articles.models import Article, Revision, Theme
from articles.steps import correcting, keeping
from articles.steps.moving import head_of
from articles.steps.workflow import Action, may
from articles.text.correction import clashes, needed

from .finding import places
from .form_paragraphs import STRUCTURE_REASONS
from .panel import refusal_context
from .typed import FormRefused, Reading, Typed, typed
from .workbench_clashes import side_by_side, told, without_place
from .workbench_form import correction, rebased
from .workbench_page import Bench, asked_sheet, draw, sheets_of
from .working_copies import kept_form, mine_again

RESTORED = "This is what you had typed. It is not saved yet."


def workbench(request: HttpRequest, article: Article) -> HttpResponse:
    """The sheet asked for, with the typing kept if that is asked for, or what becomes of the sheet sent."""
    if request.method == "POST":
        return _save(request, article)
    if "kept" in request.GET:
        return _restored(request, article)
    return sheet_page(request, article)


def sheet_page(request: HttpRequest, article: Article, extra: Mapping[str, Any] | None = None) -> HttpResponse:
    """The article as it is now, one sheet of it."""
    return draw(request, Bench.of(article, head_of(article)), extra=extra)


@require_GET
def find_words(request: HttpRequest, article: Article) -> HttpResponse:
    """In JSON every place of ``?words=`` in the article as it is saved, whatever sheet it is on."""
    bench = Bench.of(article, head_of(article))
    found = places(bench.document, sheets_of(bench, Theme.objects.count()), request.GET.get("words", ""))
    return JsonResponse({"found": [dataclasses.asdict(each) for each in found]})


def _save(request: HttpRequest, article: Article) -> HttpResponse:
    sent = typed(request.POST)
    base = article.revisions.filter(number=sent.base).first()
    if base is None:
        error = BadInput("The page does not say which revision it was typed on. Look at it again, then save.")
        return _again(request, Bench.of(article, head_of(article)), sent, error)
    bench = Bench.of(article, base)
    try:
        revision = _correct(request, bench, sent)
    except Conflict as error:
        return _conflict(request, bench, sent, error)
    except Refused as error:
        return _again(request, bench, sent, error)
    keeping.forget(article, request.user, sent.sheet)
    return _saved(request, bench, sent, revision)


def _correct(request: HttpRequest, bench: Bench, sent: Typed) -> Revision | None:
    wanted = correction(bench.reading(sent, request.user.pk))
    reason = sent.one("reason") or STRUCTURE_REASONS.get(sent.pressed.partition(":")[0], "")
    return correcting.save(bench.article, request.user, sent.base, wanted, reason, sent.one("scheduled"))


def _saved(request: HttpRequest, bench: Bench, sent: Typed, revision: Revision | None) -> HttpResponse:
    if revision is None:
        messages.info(request, "Nothing was changed, so there is no new revision.")
    else:
        messages.success(request, f"Saved as revision {revision.number}.")
    address = reverse("admin:articles_article_change", args=[bench.article.pk])
    key = _last_touched(bench.reading(sent, request.user.pk), revision)
    return HttpResponseRedirect(f"{address}?sheet={sent.sheet}{f'#p-{key}' if key else ''}")


def _last_touched(reading: Reading, revision: Revision | None) -> str:
    """The paragraph the editor was at: the one whose button was pressed, else the last one that was changed."""
    if pressed := reading.typed.pressed.partition(":")[2]:
        return pressed
    document = reading.base if revision is None else revision.document
    before = {each.key: each for each in reading.base.paragraphs}
    facts = {each.key: each for each in reading.base.facts}
    touched = {each.paragraph for each in document.facts if facts.get(each.key) != each}
    touched |= {each.key for each in document.paragraphs if before.get(each.key) != each}
    mine = [each.key for each in document.paragraphs if each.key in touched & reading.typed.paragraphs]
    return mine[-1] if mine else ""


def _again(request: HttpRequest, bench: Bench, sent: Typed, error: Refused) -> HttpResponse:
    """The same sheet with the typing kept and the refusal told."""
    errors = error.errors if isinstance(error, FormRefused) else {}
    extra = refusal_context(error)
    if not may(request.user, Action.CORRECT):
        # There is no form for them to stand in.
        extra["without_place"] = told(sent, bench.reading(sent, 0))
    return draw(request, bench, sent=sent, errors=errors, extra=extra, status=error.status)


def _conflict(request: HttpRequest, old: Bench, sent: Typed, error: Conflict) -> HttpResponse:
    """The sheet on the newest Revision: mine in the fields, base, theirs and mine side by side above them."""
    return _on_the_newest(request, old, sent, refusal_context(error), error)


def _restored(request: HttpRequest, article: Article) -> HttpResponse:
    """The sheet with the typing kept for this editor, brought to the newest Revision as a late save would be."""
    sheet = asked_sheet(request)
    form = kept_form(article, request.user, sheet)
    sent = typed(form) if form is not None else None
    base = article.revisions.filter(number=sent.base).first() if sent else None
    if sent is None or base is None:
        messages.info(request, "Nothing that you typed is kept here: it was saved, or discarded.")
        return HttpResponseRedirect(f"{request.path}?sheet={sheet}")
    old = Bench.of(article, base)
    sent = replace(mine_again(sent, old.shown), sheet=sheet)
    said = {"restored": RESTORED}
    if base.number == article.head:
        return draw(request, old, sent=sent, extra=said)
    try:
        return _on_the_newest(request, old, sent, said)
    except Refused as error:
        return _again(request, old, sent, error)


def _on_the_newest(
    request: HttpRequest, old: Bench, sent: Typed, said: Mapping[str, Any], error: Conflict | None = None
) -> HttpResponse:
    """The newest Revision with what was typed on ``old`` in its fields, and what both changed side by side."""
    article = Article.objects.get(pk=old.article.pk)
    bench = Bench.of(article, head_of(article))
    wanted = needed(correction(old.reading(sent, request.user.pk)), old.document)
    found = clashes(wanted, old.document, bench.document) or (error.clashes if error else ())
    mine = rebased(sent, old.shown, bench.shown, bench.revision.number)
    extra = {
        **said,
        "clashes": [side_by_side(each, bench.document) for each in found],
        "without_place": without_place(sent, old, bench),
    }
    return draw(request, bench, sent=mine, extra=extra, status=error.status if error else 200)
