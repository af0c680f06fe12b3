"""Looking for words in what is live."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles import search as engine
from articles.pages.writing import written

from .answering import answer

MOST = 30
LONGEST = 200


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Any words give results or none, never an error; two queries."""
    words = request.GET.get("q", "").strip()
    hits = engine.find(words, MOST) if words else []
    said = {"words": words[:LONGEST], "hits": hits, "most": MOST, "here": "search"}
    return answer(
        request,
        written("articles/search.html", said),
        until=[hit.edition.live_until for hit in hits],
        headers={"X-Robots-Tag": "noindex"},
    )
