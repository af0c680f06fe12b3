"""What the editors' door refuses before any page of it is reached, with the typing given back."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.http.request import UnreadablePostError
from django.shortcuts import render
from django.urls import reverse

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite

log = logging.getLogger(__name__)
View = Callable[..., HttpResponse]

NOT_ALLOWED = "Your account may not do this. Ask your administrator for the right, or a colleague who has it."
TOO_OLD = (
    "This page was open for so long, or in so many windows, that it could not be accepted. Nothing was changed. "
    "Copy what you need from below, load the page again, and paste it there."
)
TOO_LONG = (
    "That is {size:.1f} MB, and {most} MB is the most that can be sent at once. Nothing was changed. Go back: what you "
    "typed is still there. Make it several paragraphs or articles, and send it in parts."
)
NOT_NOW = (
    "The database does not answer just now. Go back and save again in a minute: what you typed is still there, and "
    "below. If it was saved after all, nothing is done twice. If this goes on, tell your administrator: the log has "
    "the reason."
)
NOT_ENOUGH = "More than a password is asked of you. Log in in another window, then send this page again."
LOGGED_OUT = "You were logged out meanwhile, so nothing was saved yet. Log in here, and what you typed is sent again."

# What goes with a form but was typed by nobody, and what is chosen rather than typed.
_MACHINERY = frozenset({"csrfmiddlewaretoken", "next", "page", "base", "sheet", "digest", "do"})
_CHOSEN = (
    "new-key",
    "new-kind",
    "new-paragraph",
    "role-",
    "use-",
    "because-",
    "confirmed-",
    "judge",
    "undo",
    "theirs",
    "themes",
)
_KEY = re.compile(r"\b[0-9a-f]{10}\b")
_USERNAME, _PASSWORD = "login-username", "login-password"  # noqa: S105


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field as it was sent; ``label`` is for its reader."""

    name: str
    label: str
    value: str

    @property
    def rows(self) -> int:
        return min(20, self.value.count("\n") + len(self.value) // 80 + 1)


def typed_fields(request: HttpRequest) -> list[TypedField]:
    """Everything that was typed, in the order of the form; passwords are left out."""
    try:
        data = request.POST
    except (UnreadablePostError, SuspiciousOperation):
        return []
    return _fields(data)


def _fields(data: QueryDict) -> list[TypedField]:
    return [
        TypedField(name, _label(name), value)
        for name in data
        if "password" not in name.lower()
        for value in data.getlist(name)
    ]


def worth_showing(fields: list[TypedField]) -> list[TypedField]:
    """The fields somebody may have typed words in."""
    words = [each for each in fields if each.name not in _MACHINERY and not each.name.startswith(_CHOSEN)]
    return [each for each in words if each.value.strip() and not each.name.endswith(("-state", "-checked"))]


def _label(name: str) -> str:
    """A field's name without its key and marks."""
    return " ".join(_KEY.sub("", name).replace("-", " ").replace("_", " ").split()) or name


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token is refused; what was typed in it is on the page."""
    return refused(request, TOO_OLD, 403)


def refused(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """The sentence, and whatever was typed."""
    inside = request.path.startswith(reverse("admin:index"))
    context = {
        **(admin.site.each_context(request) if inside else {}),
        "title": "Not saved" if request.method == "POST" else "Not for you",
        "sentence": sentence,
        "typed": worth_showing(typed_fields(request)),
        "base": "admin/base_site.html" if inside else "admin/refused_base.html",
    }
    return render(request, "admin/refused.html", context, status=status)


def too_long(request: HttpRequest) -> HttpResponse:
    """A form of more bytes than are taken is refused; whoever has a session gets what was typed in it."""
    size = int(request.headers["Content-Length"])
    sentence = TOO_LONG.format(size=size / 2**20, most=settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 2**20)
    known = settings.SESSION_COOKIE_NAME in request.COOKIES
    return _given_back(request, sentence, 413, _read(request) if known else [])


def _given_back(
    request: HttpRequest, sentence: str, status: int, fields: list[TypedField] | None = None
) -> HttpResponse:
    """As ``refused``, but without asking the database for anything."""
    if "json" in request.headers.get("Accept", ""):
        return JsonResponse({"refusal": sentence}, status=status)
    context = {
        "title": "Not saved",
        "sentence": sentence,
        "typed": worth_showing(typed_fields(request) if fields is None else fields),
        "base": "admin/refused_base.html",
    }
    return render(request, "admin/refused.html", context, status=status)


def _read(request: HttpRequest) -> list[TypedField]:
    """What was typed in a form that Django does not read."""
    try:
        return _fields(QueryDict(request.read(), encoding="utf-8"))
    except (UnreadablePostError, SuspiciousOperation):
        return []


def keeping_the_typing(view: View, site: "AdminSite") -> View:
    """The view, but that a form sent after the login expired is given back with a login, and one sent without the
    right to do so, or while the database is away, with a sentence."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if request.method == "POST" and not site.has_permission(request) and _typed_something(request):
                asked = _log_in(request, site)
                if asked is not None:
                    return asked
            return view(request, *args, **kwargs)
        except PermissionDenied as denied:
            return refused(request, str(denied) or NOT_ALLOWED, 403)
        except OperationalError:
            log.exception("The database did not answer %s %s", request.method, request.path)
            return _given_back(request, NOT_NOW, 503)

    return kept


def _typed_something(request: HttpRequest) -> bool:
    """There is a form to give back; logging out has none."""
    return request.path not in {reverse("admin:logout"), reverse("admin:login")}


def _log_in(request: HttpRequest, site: "AdminSite") -> HttpResponse | None:
    """None once the login sent along is good: the form goes on as if nothing had been. Else the page that asks."""
    form = AdminAuthenticationForm(request)
    if _USERNAME in request.POST:
        given = {"username": request.POST[_USERNAME], "password": request.POST.get(_PASSWORD, "")}
        form = AdminAuthenticationForm(request, data=given)
        if form.is_valid():
            login(request, form.get_user())
            if site.has_permission(request):
                request.POST = _without_login(request.POST)
                return None
            form.add_error(None, NOT_ENOUGH)
    fields = [each for each in typed_fields(request) if each.name not in {"csrfmiddlewaretoken", _USERNAME}]
    context = {
        **site.each_context(request),
        "title": "Log in again",
        "sentence": LOGGED_OUT,
        "errors": form.non_field_errors() if form.is_bound else (),
        "username": request.POST.get(_USERNAME, ""),
        "typed": worth_showing(fields),
        "carried": fields,
    }
    return render(request, "admin/log_in_again.html", context, status=403)


def _without_login(data: QueryDict) -> QueryDict:
    kept = data.copy()
    kept.pop(_USERNAME, None)
    kept.pop(_PASSWORD, None)
    return kept
