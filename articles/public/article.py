"""One article: as it is, as each edition was, what became of it."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.errors import BadInput
from articles.models import Edition, FinishedPage
from articles.pages import article as article_page
from articles.pages.comparison import between, with_machine
from articles.pages.writing import written

from .answering import answer, held
from .converters import Address
from .errors import moved, telling_refusals, withdrawn_or_unknown
from .finished import live
from .mementos import asked_for, nearest, of_article, of_edition
from .moments import moment
from .versions import Memento, mementos, siblings, with_the_one_before, withdrawn


@require_safe
@telling_refusals
def article(request: HttpRequest, address: Address) -> HttpResponseBase:
    """The live edition's finished page, or the way to the one of the moment that was asked for: one query."""
    if "at" in request.GET:
        return _as_it_was(address, request.GET["at"])
    at = asked_for(request.headers["Accept-Datetime"]) if "Accept-Datetime" in request.headers else None
    page = live(address.article, timezone.now(), held(request))
    if page is None:
        return withdrawn_or_unknown(address.article)
    known, here = page.known, page.here
    if address.words != here.address:
        return moved(reverse("articles:article", args=[here.address]))
    headers = {"Link": of_article(here, known), "Vary": "Accept-Datetime"}
    if at is not None:
        there = nearest(known, at)
        to = reverse("articles:edition", args=[there.address, there.number])
        return HttpResponseRedirect(to, headers={"Cache-Control": "public, max-age=60", **headers})
    html, etag = page.page()
    said = {"modified": page.live_from, "until": [page.live_until], "related": page.related, "headers": headers}
    return answer(request, html, etag=etag, **said)


@require_safe
def edition(request: HttpRequest, address: Address, number: int) -> HttpResponseBase:
    """One edition as it was published, with one line on what became of it."""
    readable = Edition.objects.readable().filter(article=address.article, number=number)
    page = FinishedPage.objects.of(readable).annotate(siblings=siblings("edition__article")).first()
    if page is None:
        return withdrawn_or_unknown(address.article, number=number)
    edition, known = page.edition, mementos(address.article, page.siblings)
    if address.words != edition.address:
        return moved(edition.get_absolute_url())
    here = next(each for each in known if each.number == number)
    html = page.html if page.template_version == article_page.TEMPLATE_VERSION else article_page.render(edition)
    changed = [each for each in (edition.live_from, edition.live_until) if each and each <= timezone.now()]
    return answer(
        request,
        html.replace(article_page.STANDING, _standing(edition, known), 1),
        modified=max(changed),
        until=[edition.live_until],
        headers={"Memento-Datetime": http_date(edition.live_from.timestamp()), "Link": of_edition(here, known)},
    )


@require_safe
def history(request: HttpRequest, address: Address) -> HttpResponseBase:
    """Every edition readers may see, newest first; of a withdrawn one, that it was withdrawn and why."""
    editions = list(with_the_one_before(Edition.objects.readable().filter(article=address.article)).order_by("-number"))
    if not editions:
        return withdrawn_or_unknown(address.article)
    newest = editions[0]
    if address.words != newest.address:
        return moved(_history_of(newest))
    said = {"editions": editions, "newest": newest, "withdrawn": withdrawn(newest.article_id).order_by("-number")}
    return answer(request, written("articles/history.html", said), until=[each.live_until for each in editions])


@require_safe
def compare(request: HttpRequest, address: Address, old: int, new: int) -> HttpResponseBase:
    """Two editions word by word; 0 stands for the machine's words of the other."""
    wanted = {old, new} - {0} if new else set()
    editions = {
        each.number: each
        for each in Edition.objects.readable().filter(article=address.article, number__in=wanted).order_by("number")
    }
    if missing := wanted - set(editions):
        return withdrawn_or_unknown(address.article, number__in=missing)
    if not wanted:
        raise Http404
    newer = editions[max(wanted)]
    if address.words != newer.address:
        return moved(reverse("articles:compare", args=[newer.address, old, new]))
    document = editions[new].document
    comparison = between(editions[old].document, document) if old else with_machine(document)
    said = {"old": editions.get(old), "new": editions[new], "newer": newer, "comparison": comparison}
    return answer(request, written("articles/compare.html", said))


def _as_it_was(address: Address, text: str) -> HttpResponseBase:
    at = moment(text)
    if at > timezone.now():
        raise BadInput("That time has not come. Ask for one that has passed.")
    edition = Edition.objects.live(at).filter(article=address.article).defer("text").first()
    if edition is None:
        return withdrawn_or_unknown(address.article)
    return HttpResponseRedirect(edition.get_absolute_url(), headers={"Cache-Control": "public, max-age=60"})


def _standing(edition: Edition, known: Sequence[Memento]) -> str:
    """What became of the edition: what took its place, and where something in it was put right."""
    later = [each for each in known if each.number > edition.number]
    said = {
        "edition": edition,
        "after": later[0].number if later else None,
        "corrections": [each.number for each in later if each.corrects],
    }
    return written("articles/_standing.html", said)


def _history_of(edition: Edition) -> str:
    return reverse("articles:history", args=[edition.address])
