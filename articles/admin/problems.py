"""An article's open problems rule by rule, and many of them dismissed at once for one reason.

What blocks is settled at its place, one by one: a number, a name or a quotation is never waved on with others.
"""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.errors import BadInput, Refused
from articles.models import Article, Revision
from articles.steps import correcting
from articles.steps.moving import given, head_of
from articles.steps.revising import glossary
from articles.text.checks.problem import Level, Problem
from articles.text.correction import Correction
from articles.text.document import Document, Judgement
from articles.text.readiness import judged, problems_and_remarks

from .panel import panel, refusal_context
from .typed import number

# Ticks on one page, below what a form may send.
MOST_TICKS = 800


@dataclass(frozen=True, slots=True)
class Row:
    """An open problem with its words, what stands around them, and the paragraph it is in."""

    problem: Problem
    before: str
    words: str
    after: str
    place: int
    ticked: bool

    @property
    def blocks(self) -> bool:
        return self.problem.level is Level.BLOCK


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    rows: tuple[Row, ...]


def problems_page(request: HttpRequest, article: Article) -> HttpResponse:
    """The list, or what becomes of those ticked."""
    head = head_of(article)
    if request.method != "POST":
        return _draw(request, article, head)
    try:
        dismissed = _dismiss(request, article)
    except Refused as refusal:
        response = _draw(request, article, head, refusal)
        response.status_code = refusal.status
        return response
    messages.success(request, f"{dismissed} problem{'' if dismissed == 1 else 's'} dismissed.")
    return HttpResponseRedirect(reverse("admin:articles_article_problems", args=[article.pk]))


def _dismiss(request: HttpRequest, article: Article) -> int:
    """How many problems were dismissed. Raises Refused."""
    base = number({"base": (request.POST.get("base", ""),)}, "base")
    seen = article.revisions.filter(number=base).first()
    if seen is None:
        raise BadInput("The page does not say which revision it shows. Look at it again.")
    reason, ticked = given(request.POST.get("reason", ""), "reason"), set(request.POST.getlist("judge"))
    found = _distinct(_open(article, seen.document))
    chosen = [each for each in found if each.fingerprint in ticked and each.level is not Level.BLOCK]
    if not chosen or len(chosen) != len(ticked):
        raise BadInput("Tick the problems that are none. One that is not there any more cannot be dismissed.")
    judgements = tuple(
        Judgement(each.rule, each.fingerprint, each.paragraph, reason[:300], request.user.pk) for each in chosen
    )
    said = f"Dismissed {len(chosen)} problems: {reason}"[:300]
    correcting.save(article, request.user, base, Correction(judgements=judgements), said, "keep")
    return len(chosen)


def _open(article: Article, document: Document) -> tuple[Problem, ...]:
    known = judged(document)
    found = problems_and_remarks(document, article.seed.text, glossary())
    return tuple(each for each in found if (each.rule, each.fingerprint) not in known)


def _distinct(found: tuple[Problem, ...]) -> list[Problem]:
    """The same words with the same neighbours are one problem, wherever they stand."""
    return list({(each.rule, each.fingerprint): each for each in reversed(found)}.values())[::-1]


def _draw(request: HttpRequest, article: Article, head: Revision, refusal: Refused | None = None) -> HttpResponse:
    document = head.document
    found = _distinct(_open(article, document))
    context = {
        **panel(request, article, head, "problems"),
        "title": str(article),
        "rules": _by_rule(document, found[:MOST_TICKS], frozenset(request.POST.getlist("judge"))),
        "count": len(found),
        "left_out": max(0, len(found) - MOST_TICKS),
        "reason": request.POST.get("reason", ""),
        **(refusal_context(refusal) if refusal else {}),
    }
    return TemplateResponse(request, "admin/articles/article/problems.html", context)


def _by_rule(document: Document, found: list[Problem], ticked: frozenset[str]) -> tuple[Rule, ...]:
    place = {each.key: (at, each.text) for at, each in enumerate(document.paragraphs, 1)}
    gathered: dict[str, list[Row]] = {}
    for each in found:
        at, text = place[each.paragraph]
        around = text[max(0, each.start - 40) : each.start], text[each.start : each.end], text[each.end : each.end + 40]
        gathered.setdefault(each.rule, []).append(Row(each, *around, at, each.fingerprint in ticked))
    return tuple(Rule(name, tuple(rows)) for name, rows in sorted(gathered.items()))
