"""What happens to every request and answer, whichever door it is for."""

import logging
import re
import secrets
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_callable

from . import logs

log = logging.getLogger(__name__)
Answer = Callable[[HttpRequest], HttpResponseBase]

HEADER = "X-Request-ID"
NUMBER = re.compile(r"[A-Za-z0-9._-]{8,64}")
# A session is written again when it has not been for so long; writing it at each request would cost one each.
RENEWED_AFTER = 600  # seconds
FEATURES = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "usb",
)  # fmt: skip
PERMISSIONS = ", ".join(f"{each}=()" for each in FEATURES)


class Numbered:
    """Each request has a number, in the answer's header and in every line of the log that it causes.

    A proxy's own number is kept where there is one. What an address holds as ``token`` is in no line.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get(HEADER, "") if settings.BEHIND_PROXY else ""
        number = given if NUMBER.fullmatch(given) else secrets.token_hex(8)
        logs.begin(number)
        start = time.perf_counter()
        response = self.get_response(request)
        response[HEADER] = number
        took = (time.perf_counter() - start) * 1000
        log.info("%s %a %d in %.1f ms", request.method, request.path, response.status_code, took)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        logs.hide(str(value) for name, value in kwargs.items() if name == "token")


def behind_proxy(get_response: Answer) -> Answer:
    """Behind a proxy of ours, whoever asks is the last one that it names: earlier ones anybody can write."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if settings.BEHIND_PROXY and (named := request.headers.get("X-Forwarded-For", "")):
            request.META["REMOTE_ADDR"] = named.rpartition(",")[2].strip()
        return get_response(request)

    return middleware


def bounded(get_response: Answer) -> Answer:
    """A request of more bytes than UPLOAD_MAX_BYTES is refused before one is read."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        size = request.headers.get("Content-Length", "")
        if size.isdecimal() and int(size) > settings.UPLOAD_MAX_BYTES:
            most = settings.UPLOAD_MAX_BYTES // 1024 // 1024
            told = f"That is more than the {most} MB that can be sent at once. Send it in parts.\n"
            return HttpResponse(told, status=413, content_type="text/plain; charset=utf-8")
        return get_response(request)

    return middleware


def of_a_forms_length(get_response: Answer) -> Answer:
    """A form that is longer than DATA_UPLOAD_MAX_MEMORY_SIZE is answered by TOO_LONG_VIEW: Django's own answer would
    lose what was typed in it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        size = request.headers.get("Content-Length", "")
        is_form = request.content_type == "application/x-www-form-urlencoded"
        if is_form and size.isdecimal() and int(size) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return get_callable(settings.TOO_LONG_VIEW)(request)
        return get_response(request)

    return middleware


def without_a_length(get_response: Answer) -> Answer:
    """A 304 speaks of no length: Django would say 0, which is not the length of what the reader has (RFC 9110, 8.6)."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code == 304:
            del response["Content-Length"]
        return response

    return middleware


def without_features(get_response: Answer) -> Answer:
    """No page may use what a page of words has no use for."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return middleware


def kept_alive(get_response: Answer) -> Answer:
    """A session ends SESSION_COOKIE_AGE after the last request that looked at it (give or take RENEWED_AFTER)."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code < 500 and request.session.accessed and not request.session.is_empty():
            now = int(time.time())
            if now - request.session.get("renewed", 0) >= RENEWED_AFTER:
                request.session["renewed"] = now
        return response

    return middleware
