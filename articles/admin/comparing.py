"""What is being typed against what it was: the machine's words, the last save, the last edition; and what it cost."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from articles.models import Article
from articles.steps.moving import head_of
from articles.steps.workflow import Action, may
from articles.text.changes import changes
from articles.text.correction import tidied
from articles.text.document import Document
from articles.text.effort import edit_rate, effort
from articles.text.readiness import machine_words
from articles.text.roles import READER_ROLES

from .review import last_edition
from .sheets import LONGEST, MOST_PARAGRAPHS

# Code points of an article above which counting its edits would keep the page waiting.
LONGEST_COUNTED = 400_000


@require_POST
def difference(request: HttpRequest, article: Article) -> HttpResponse:
    """In JSON for each paragraph sent, by its key: its changes as [what became of it, text], and its edit rate."""
    if not may(request.user, Action.CORRECT):
        return JsonResponse({"refusal": "Your account may not correct articles."}, status=403)
    before = _before(article, request.POST.get("against", ""))
    if before is None:
        return JsonResponse({"refusal": "There is nothing of that kind to compare with."}, status=400)
    keys, texts = (request.POST.getlist(name)[: 2 * MOST_PARAGRAPHS] for name in ("paragraph", "text"))
    sent = dict(zip(keys, texts, strict=False))
    return JsonResponse({key: _told(before(key), tidied(text)) for key, text in sent.items() if len(text) <= LONGEST})


@dataclass(frozen=True, slots=True)
class Measures:
    """``hter`` is edits for each word as it is now, ``rate`` for each word of the longer text, both per cent;
    ``before`` and ``after`` are problems per 1,000 words, None where nobody has looked for any yet."""

    hter: int
    rate: int
    before: float | None
    after: float


def measures(article: Article, document: Document, open_problems: int) -> Measures | None:
    """What the correction of the machine's words took so far; None of an article too long to count."""
    kept = [each for each in document.paragraphs if each.role in READER_ROLES and each.spans]
    pairs = [(machine_words(each, article.seed.text), each.text) for each in kept]
    if not pairs or sum(len(text) for pair in pairs for text in pair) > LONGEST_COUNTED:
        return None
    took, came = effort(pairs), article.machine_problems
    before = None if came is None else per_thousand(came, took.words_before)
    after = per_thousand(open_problems, took.words_after)
    return Measures(round(100 * took.hter), round(100 * took.rate), before, after)


def per_thousand(count: int, words: int) -> float:
    return round(1000 * count / max(1, words), 1)


def _before(article: Article, against: str) -> Callable[[str], str] | None:
    """What gives a paragraph's words before, by its key."""
    match against:
        case "machine":
            document = head_of(article).document
            return lambda key: machine_words(found, article.seed.text) if (found := document.paragraph(key)) else ""
        case "save":
            return _texts(head_of(article).document)
        case "edition":
            last = last_edition(article)
            return _texts(last.document) if last else None
    return None


def _texts(document: Any) -> Callable[[str], str]:
    texts = {each.key: each.text for each in document.paragraphs}
    return lambda key: texts.get(key, "")


def _told(before: str, now: str) -> dict[str, Any]:
    found = [[str(each.op), each.text] for each in changes(before, now)]
    return {"changes": found, "rate": round(100 * edit_rate(before, now))}
