"""Words selected in a paragraph become a fact's quote, its likely fields filled from the sentence they stand in."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from articles.errors import BadInput, NotAllowed, Refused
from articles.models import Article, Organization, Person
from articles.steps.moving import head_of
from articles.steps.workflow import Action, may
from articles.text.anchors import locate
from articles.text.correction import tidied
from articles.text.document import Document
from articles.text.facts import suggest
from articles.text.facts.kinds import Award, Claim, Initiative, Kind, Speech, Suggestion, Values, kind_of
from articles.text.roles import Role

from .sheets import LONGEST

# Code points of the article read along with the paragraph, for the names in it.
LONGEST_CONTEXT = 40_000
MOST_NAMES = 20
NAMED = {"people": Person, "organizations": Organization}


@require_POST
def suggest_fact(request: HttpRequest, article: Article) -> HttpResponse:
    """In JSON the quote as it stands in the paragraph, and who, what and when, as far as the sentence tells."""
    try:
        return JsonResponse(_fact(request, article))
    except Refused as refusal:
        return JsonResponse({"refusal": str(refusal)}, status=refusal.status)


@require_GET
def known_names(request: HttpRequest, article: Article) -> HttpResponse:
    """In JSON the people or organizations whose names go on like the one typed, and whether one is called just so."""
    model, name = NAMED.get(request.GET.get("of", "")), tidied(request.GET.get("name", ""))[:200]
    if not may(request.user, Action.CORRECT):
        return JsonResponse({"refusal": "Your account may not correct articles."}, status=403)
    if model is None:
        return JsonResponse({"refusal": "Ask for people or organizations."}, status=404)
    alive = model.objects.filter(merged_into__isnull=True, name__icontains=name).order_by("name")
    names = list(alive.values_list("name", flat=True)[:MOST_NAMES]) if name else []
    return JsonResponse({"names": names, "known": bool(name) and model.objects.called(name).exists()})


def _fact(request: HttpRequest, article: Article) -> dict[str, Any]:
    given = request.POST
    if not may(request.user, Action.CORRECT):
        raise NotAllowed("Your account may not add facts.")
    if given.get("kind") not in set(Kind):
        raise BadInput("Choose a speech, claim, initiative or award.")
    document = head_of(article).document
    key, text = given.get("paragraph", ""), tidied(given.get("text", ""))
    if document.paragraph(key) is None or not 0 < len(text) <= LONGEST:
        raise BadInput("The paragraph is not in this article any more. Load the page again.")
    place = locate(*(given.get(name, "") for name in ("selected", "before", "after")), text)
    if place is None:
        raise BadInput("Select whole words of the paragraph, as they stand there.")
    start, end = widened(text, *place)
    found = _likeliest(_suggestions(document, key, text), Kind(given["kind"]), start, end)
    who, what, date = told(found.values) if found else ("", "", "")
    return {"quote": text[start:end], "who": who, "what": what, "date": date, "rule": found.rule if found else ""}


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The place grown by whole words until the text there stands nowhere else in it."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    while text.count(text[start:end]) > 1:
        after = next((stop for at, stop in words if stop > end), None)
        before = next((at for at, stop in reversed(words) if at < start), None)
        start, end = (start, after) if after is not None else (start if before is None else before, end)
    return start, end


def told(values: Values) -> tuple[str, str, str]:
    """Who, what and when, as the form for a new fact asks."""
    match values:
        case Speech():
            return values.speaker, values.title or values.event, values.date
        case Claim():
            return values.claimant, values.statement, values.date
        case Initiative():
            return values.owner, values.name, values.date
        case Award():
            return values.recipient, values.name, values.date


def _suggestions(document: Document, key: str, text: str) -> list[Suggestion]:
    """What is suggested of this paragraph as typed, read with the article around it."""
    body = [(each.key, text if each.key == key else each.text) for each in document.paragraphs if _is_read(each, key)]
    if sum(len(each) for _, each in body) > LONGEST_CONTEXT:
        body = [(key, text)]
    at = [each for each, _ in body].index(key)
    found = suggest([each for _, each in body], document.metadata.dated)
    return [each for each in found.facts if each.paragraph == at]


def _is_read(paragraph: Any, key: str) -> bool:
    return paragraph.key == key or paragraph.role in {Role.BODY, Role.HEADING}


def _likeliest(found: list[Suggestion], kind: Kind, start: int, end: int) -> Suggestion | None:
    """The suggestion of this kind that shares most of the selected words."""

    def shared(each: Suggestion) -> int:
        return min(end, each.end) - max(start, each.start)

    of_kind = [each for each in found if kind_of(each.values) is kind and shared(each) > 0]
    return max(of_kind, key=shared, default=None)
