"""Typing kept before it is saved: taken from a browser, offered when its editor opens the article again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.errors import Refused
from articles.models import Article
from articles.steps import keeping
from articles.text.checks.problem import Problem

from .form_paragraphs import problem_name
from .shown import Values, differs
from .typed import Typed, number, typed
from .workbench_form import rebased


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept for an editor: ``sent`` of the sheet asked about, and that there is more on ``others``."""

    at: datetime
    sent: Typed | None
    others: tuple[int, ...]


@require_POST
def keep(request: HttpRequest, article: Article) -> HttpResponse:
    """The sheet as typed is kept for its editor; answers in JSON when, or why not."""
    data = request.POST.copy()
    data.pop("csrfmiddlewaretoken", None)
    sent = typed(data)
    try:
        copy = keeping.keep(article, request.user, sent.base, sent.sheet, data.urlencode())
    except Refused as refusal:
        return JsonResponse({"refusal": str(refusal)}, status=refusal.status)
    at = timezone.localtime(copy.changed_at)
    return JsonResponse({"at": at.isoformat(), "told": f"{at:%H:%M:%S}"})


@require_POST
def discard(request: HttpRequest, article: Article) -> HttpResponse:
    """Nothing is kept of the sheet any more."""
    sheet = number({"sheet": (request.POST.get("sheet", ""),)}, "sheet") or 1
    keeping.forget(article, request.user, sheet)
    if request.accepts("text/html"):
        messages.info(request, "What you had typed is discarded.")
        return HttpResponseRedirect(f"{reverse('admin:articles_article_change', args=[article.pk])}?sheet={sheet}")
    return JsonResponse({})


def kept_form(article: Article, by: Any, sheet: int) -> QueryDict | None:
    """The sheet's fields as this editor typed them, if they are kept."""
    copy = keeping.kept(article, by)
    form = copy.sheets.get(sheet) if copy else None
    return None if form is None else QueryDict(form)


def kept_for(article: Article, by: Any, sheet: int) -> Kept | None:
    """What is kept for this editor, of this sheet and of others."""
    copy = keeping.kept(article, by)
    if copy is None:
        return None
    sheets = copy.sheets
    sent = typed(QueryDict(sheets[sheet])) if sheet in sheets else None
    return Kept(timezone.localtime(copy.changed_at), sent, tuple(sorted(set(sheets) - {sheet})))


def says_more(sent: Typed, base: Values, head: Values, problems: Iterable[Problem]) -> bool:
    """The sheet, typed where fields showed ``base``, says something that ``head`` does not. ``problems`` are open."""
    mine = rebased(sent, base, head, 0).values
    if any(differs(name, value, head[name]) for name, value in mine.items() if name in head):
        return True
    open_ = {f"use-{problem_name(each)}": each.fingerprint for each in problems}
    ticked = {*mine.get("judge", ())} & {*open_.values()}
    return bool(ticked) or any(name in open_ or name.startswith(_FILLED) for name, value in mine.items() if any(value))


# Fields that are empty until somebody fills them in.
_FILLED = ("new-quote", "new-who", "new-what", "new-date", "split-", "undo", "more-themes")


def last_saved(article: Article, by: Any) -> int:
    """The number of this editor's newest Revision of the article, 0 where she has none."""
    mine = article.revisions.filter(author_id=by.pk).order_by("-number").values_list("number", flat=True)
    return mine.first() or 0


def mine_again(sent: Typed, shown: Values) -> Typed:
    """The sheet without her own words where she had ticked that the colleague's are to stand."""
    units = {unit.partition(":")[2] for unit in sent.theirs}
    values = {name: shown.get(name, value) if _key(name) in units else value for name, value in sent.values.items()}
    return replace(sent, values=values, theirs=frozenset())


def _key(name: str) -> str:
    """The paragraph, fact or field that a form's field is about."""
    return name.split("-", 2)[1] if "-" in name else name
