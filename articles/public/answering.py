"""How a page is answered: conditional requests, freshness, and which headers say what it is."""

import gzip
import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, quote_etag

from .purging import keyed

# What was withdrawn must be gone from every cache within this many seconds.
LONGEST = 60
# Shorter answers gain nothing from being compressed.
_SHORTEST, _LEVEL = 500, 5
# Compressing a page costs more than reading it, and most are asked for more than once.
_REMEMBERED = 200
_ACCEPTED = re.compile(r"(?:^|,)\s*(?:x-)?gzip\s*(?:;\s*q=(?P<q>[0-9.]+))?\s*(?:,|$)", re.IGNORECASE)
_MORE = {"HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"}
_OURS = re.compile(r'(?:W/)?"([0-9a-f]{64}(?:\.[0-9a-f]{32})?)"')


def answer(
    request: HttpRequest,
    text: str | bytes | None,
    *,
    etag: str = "",
    modified: datetime | None = None,
    until: Iterable[datetime | None] = (),
    headers: dict[str, str] | None = None,
    related: str | None = None,
    content_type: str = "text/html; charset=utf-8",
) -> HttpResponseBase:
    """The text, or 304 where the reader has it: nobody need read a text (None) whose ``etag`` is ``held(request)``.
    ``until`` are the moments from which it may be different; ``related`` what of other articles it shows.

    It is compressed for who takes that, with a weak ETag: no answer made here holds a secret or a reader's own words
    beside one.
    """
    data = text.encode() if isinstance(text, str) else text or b""
    smaller = _takes_gzip(request) and (text is None or len(data) >= _SHORTEST)
    said = {**(headers or {}), "Cache-Control": f"public, max-age={freshness(until)}"}
    said["ETag"] = ("W/" if smaller else "") + quote_etag(etag or hashlib.sha256(data).hexdigest())
    last = int(modified.timestamp()) if modified is not None else None
    if last is not None:
        said["Last-Modified"] = http_date(last)
    if text is None:
        return _varied(HttpResponseNotModified(headers=said))
    response = _varied(HttpResponse(data, content_type=content_type, headers={"Content-Language": "en", **said}))
    keyed(request, response, related)
    answered = get_conditional_response(request, said["ETag"], last, response)
    if smaller and answered is response:
        response.content = _compressed(data)
        response["Content-Encoding"] = "gzip"
    return answered


def _varied(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def held(request: HttpRequest) -> str:
    """The ETag of the page that the reader has, as ``answer`` is given it; empty where there are several or none, or
    where more is asked than whether it is still the same."""
    if not _MORE.isdisjoint(request.META):
        return ""
    found = _OURS.fullmatch(request.headers.get("If-None-Match", ""))
    return found[1] if found else ""


@lru_cache(maxsize=_REMEMBERED)
def _compressed(data: bytes) -> bytes:
    """Asked only for what the database has just given, so that what was withdrawn is gone all the same."""
    return gzip.compress(data, _LEVEL, mtime=0)


def _takes_gzip(request: HttpRequest) -> bool:
    found = _ACCEPTED.search(request.headers.get("Accept-Encoding", ""))
    return found is not None and found["q"] not in {"0", "0.0", "0.00", "0.000"}


def freshness(until: Iterable[datetime | None]) -> int:
    """For how many seconds a page may be kept: never beyond the next boundary known."""
    now = timezone.now()
    ahead = [int((moment - now).total_seconds()) for moment in until if moment is not None and moment > now]
    return min([LONGEST, *ahead])
