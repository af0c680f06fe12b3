"""How a page is answered: conditional requests, freshness, and which headers say what it is."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

# What was withdrawn must be gone from every cache within this many seconds.
LONGEST = 60


def answer(
    request: HttpRequest,
    text: str,
    *,
    etag: str = "",
    modified: datetime | None = None,
    until: Iterable[datetime | None] = (),
    headers: dict[str, str] | None = None,
    content_type: str = "text/html; charset=utf-8",
) -> HttpResponseBase:
    """The text, or 304 where the reader has it. ``until`` are the moments from which it may be different."""
    etag = quote_etag(etag or hashlib.sha256(text.encode()).hexdigest())
    response = HttpResponse(text, content_type=content_type, headers={"Content-Language": "en", **(headers or {})})
    response["Cache-Control"] = f"public, max-age={freshness(until)}"
    response["ETag"] = etag
    if modified is not None:
        response["Last-Modified"] = http_date(modified.timestamp())
    last = int(modified.timestamp()) if modified is not None else None
    return get_conditional_response(request, etag, last, response)


def freshness(until: Iterable[datetime | None]) -> int:
    """For how many seconds a page may be kept: never beyond the next boundary known."""
    now = timezone.now()
    ahead = [int((moment - now).total_seconds()) for moment in until if moment is not None and moment > now]
    return min([LONGEST, *ahead])
