"""Seeds brought in through the site: files of every kind the command takes, or pasted text, by the same step."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.errors import BadInput, BadSeed, Refused
from articles.steps.importing import Imported, Outcome, import_seed
from articles.steps.seed_files import TAKEN, Found, seeds_in_upload

# A page should answer; an archive of more is the command's work.
MOST = 200
SAID = {
    Outcome.CREATED: "It is in the house.",
    Outcome.UNCHANGED: "The house has it already.",
    Outcome.CHANGED: "The house has it with other words: its source changed.",
    Outcome.REREAD: "It was read anew.",
}


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one seed; ``imported`` is None where it was refused."""

    place: str
    said: str
    imported: Imported | None = None


def bring_in(request: HttpRequest) -> HttpResponse:
    """The form; on POST its seeds are in the house, or each refusal is told beside its file."""
    brought: list[Brought] = []
    refusal = ""
    if request.method == "POST":
        try:
            given = _given(request)
            url = request.POST.get("url", "").strip() if len(given) == 1 else ""
            brought = [_bring(each, url, request) for each in given]
        except Refused as error:
            refusal = str(error)
    if len(brought) == 1 and brought[0].imported is not None:
        messages.success(request, brought[0].said)
        article = brought[0].imported.article
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
    refused = bool(refusal) or any(each.imported is None for each in brought)
    context = {
        "title": "Bring in articles",
        "refusal": refusal,
        "brought": brought,
        "typed": request.POST,
        "taken": TAKEN,
    }
    page = "admin/articles/article/bring_in.html"
    return TemplateResponse(request, page, context, status=400 if refused else 200)


def _given(request: HttpRequest) -> list[Found]:
    """Every seed in what was sent. Raises BadInput where there is none, or more than a page can take."""
    files, words = request.FILES.getlist("file"), request.POST.get("text", "").strip()
    if not files and not words:
        raise BadInput("Choose a file, or paste the text.")
    found = list(islice(_found(request), MOST + 1))
    if len(found) > MOST:
        raise BadInput(f"There are more than {MOST} seeds. Ask an operator: import_seeds takes any number.")
    return found


def _found(request: HttpRequest) -> Iterator[Found]:
    for file in request.FILES.getlist("file"):
        yield from seeds_in_upload(file.name or "", file.file)
    if words := request.POST.get("text", "").strip():
        data = f"{words}\n".encode()
        place = f"brought-in/{hashlib.sha256(data).hexdigest()[:16]}/pasted.txt"
        yield Found(place, place, data, encoding="utf-8")


def _bring(found: Found, url: str, request: HttpRequest) -> Brought:
    if found.refusal:
        return Brought(found.place, found.refusal)
    url = found.url or url
    try:
        done = import_seed(
            found.data, url or found.identity, media_type=found.media_type, url=url, uploaded_by=request.user
        )
    except BadSeed as error:
        return Brought(found.place, str(error))
    return Brought(found.place, SAID[done.outcome], done)
