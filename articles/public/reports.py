"""The form on which readers say what is wrong. A page of its own: the only one that writes, and that sets a cookie."""

import hashlib
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from articles.models import Edition
from articles.pages.wording import shortened
from articles.steps import reporting

from .converters import Address
from .errors import moved, withdrawn_or_unknown

AN_HOUR = 10
# Nobody reads the form and types in less; a page older than the other may be of an edition long gone.
SOONEST, LATEST = timedelta(seconds=3), timedelta(days=1)
_SIGNER = signing.TimestampSigner(salt="articles.public.reports")
_HEADERS = {"Cache-Control": "no-store", "Content-Language": "en", "X-Robots-Tag": "noindex"}


class ReportForm(forms.Form):
    """``website`` is a trap: no reader sees it, and what fills it in is no reader. ``stamp`` signs when the form was
    opened, and on which edition."""

    text = forms.CharField(
        label="What is wrong?",
        max_length=reporting.LONGEST,
        widget=forms.Textarea(attrs={"rows": 7, "dir": "auto"}),
        error_messages={"required": "Please say what is wrong: there is nothing here yet."},
        help_text="Quote the words if you can, and say what is right or where it can be read.",
    )
    contact = forms.CharField(
        label="How can we reach you?",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
        help_text="If you like. It is not published.",
    )
    website = forms.CharField(required=False)
    p = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)
    use_required_attribute = False


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, address: Address) -> HttpResponseBase:
    """The form; once sent, the report waits on the desk and the reader is thanked."""
    number = _number_in(request.POST.get("stamp", ""))
    edition = _edition(address, number)
    if edition is None:
        return withdrawn_or_unknown(address.article)
    if request.method == "POST":
        return _sent(request, edition)
    if address.words != edition.address:
        return moved(f"{_address_of(edition)}?{request.GET.urlencode()}")
    if "sent" in request.GET:
        return _page(request, edition, None)
    return _page(request, edition, ReportForm(initial={"p": request.GET.get("p", "")[:16], "stamp": _stamp(edition)}))


def _edition(address: Address, number: int | None) -> Edition | None:
    """The edition the reader had open, if it is still to be read; else the live one."""
    editions = Edition.objects.filter(article=address.article)
    opened = editions.readable().filter(number=number).first() if number else None
    return opened or editions.live().first()


def _sent(request: HttpRequest, edition: Edition) -> HttpResponseBase:
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _page(request, edition, form, 400)
    if form.cleaned_data["website"]:
        return _thanks(edition)
    if hindrance := _stamp_hindrance(form.cleaned_data["stamp"]):
        form.data = {**request.POST.dict(), "stamp": _stamp(edition)}
        form.add_error(None, hindrance)
        return _page(request, edition, form, 400)
    if _too_many(request):
        form.add_error(None, "That is many reports in an hour. Please send this one later; copy it if you must leave.")
        return _page(request, edition, form, 429)
    said = form.cleaned_data
    reporting.report(edition, said["p"], said["text"], said["contact"])
    return _thanks(edition)


def _page(request: HttpRequest, edition: Edition, form: ReportForm | None, status: int = 200) -> HttpResponse:
    """The form, or the thanks where there is none."""
    key = form["p"].value() if form else ""
    paragraph = next((each for each in edition.document.paragraphs if each.key == key), None)
    said: dict[str, Any] = {"site": settings.SITE_NAME, "edition": edition, "form": form}
    said["about"] = shortened(paragraph.text, 400) if paragraph else ""
    html = render_to_string("articles/report.html", said, request)
    return HttpResponse(html, status=status, headers=_HEADERS)


def _thanks(edition: Edition) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{_address_of(edition)}?sent", headers=_HEADERS)


def _address_of(edition: Edition) -> str:
    return reverse("articles:report", args=[edition.address])


def _stamp(edition: Edition) -> str:
    return _SIGNER.sign(str(edition.number))


def _number_in(stamp: str) -> int | None:
    """The edition's number, however old the stamp is."""
    try:
        return int(_SIGNER.unsign(stamp))
    except signing.BadSignature:
        return None


def _stamp_hindrance(stamp: str) -> str:
    """Why a report with this stamp is not taken, in words for a reader; nothing where it is."""
    try:
        _SIGNER.unsign(stamp, max_age=LATEST)
    except signing.BadSignature:
        return "This form had been open for too long. Your words are still here: please send them again."
    try:
        _SIGNER.unsign(stamp, max_age=SOONEST)
    except signing.SignatureExpired:
        return ""
    return "That was quicker than we can tell from a machine. Your words are still here: please send them once more."


def _too_many(request: HttpRequest) -> bool:
    """Whether this address has sent its fill for the hour. A process counts for itself unless the cache is shared."""
    key = f"reports-{hashlib.sha256(request.META['REMOTE_ADDR'].encode()).hexdigest()}"
    cache.add(key, 0, timeout=3600)
    try:
        return cache.incr(key) > AN_HOUR
    except ValueError:  # it ran out between the two lines
        return False
