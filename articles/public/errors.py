"""What a reader sees where there is no page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from articles.errors import BadInput
from articles.pages.writing import written

from .versions import withdrawn


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same for what never was, what is not yet and what readers may never know of."""
    return _refusal("404.html", 404)


def bad_request(request: HttpRequest, exception: Exception | None = None, sentence: str = "") -> HttpResponse:
    return _refusal("400.html", 400, sentence=sentence)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs no database."""
    return _refusal("500.html", 500)


def withdrawn_or_unknown(article: int, **which: Any) -> HttpResponse:
    """410 with the public reason where readers once saw the editions asked for. Raises Http404 where they never did."""
    edition = withdrawn(article).filter(**which).order_by("-withheld_at", "-number").first()
    if edition is None:
        raise Http404
    response = _refusal("410.html", 410, edition=edition)
    response["X-Robots-Tag"] = "noindex"
    return response


def telling_refusals(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that answers 400 with the sentence where what it was asked cannot be used."""

    @wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except BadInput as refusal:
            return bad_request(request, sentence=str(refusal))

    return told


def moved(url: str) -> HttpResponse:
    """301 to where the page is now, kept no longer than a page."""
    return HttpResponsePermanentRedirect(url, headers={"Cache-Control": "public, max-age=60"})


def _refusal(template: str, status: int, **said: object) -> HttpResponse:
    html = written(template, said)
    return HttpResponse(html, status=status, headers={"Cache-Control": "no-cache", "Content-Language": "en"})
