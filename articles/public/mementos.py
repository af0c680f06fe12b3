"""What an article's addresses say of each other and of time: RFC 7089 (Memento) and RFC 5829 (versions)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import http_date, parse_http_date
from django.views.decorators.http import require_safe

from articles.errors import BadInput
from articles.models import Edition

from .answering import answer
from .converters import Address
from .errors import moved, withdrawn_or_unknown
from .versions import Memento, mementos, siblings

FORMAT = "application/link-format"


@require_safe
def timemap(request: HttpRequest, address: Address) -> HttpResponseBase:
    """Every edition readers may see, with the moment from which it was read; one query."""
    editions = Edition.objects.readable().filter(article=address.article).order_by("-number")
    newest = editions.only("slug", "article_id").annotate(siblings=siblings("article")).first()
    if newest is None:
        return withdrawn_or_unknown(address.article)
    here = reverse("articles:timemap", args=[newest.address])
    if address.words != newest.address:
        return moved(here)
    known = mementos(newest.article_id, newest.siblings)
    article = request.build_absolute_uri(reverse("articles:article", args=[newest.address]))
    span = {"from": http_date(known[0].at.timestamp()), "until": http_date(known[-1].at.timestamp())}
    links = [
        link(article, "original timegate"),
        link(request.build_absolute_uri(here), "self", type=FORMAT, **span),
        *(_memento(each, _ends(each, known), request.build_absolute_uri) for each in known),
    ]
    return answer(request, ",\n".join(links) + "\n", content_type=FORMAT)


def asked_for(text: str) -> datetime:
    """The moment that Accept-Datetime names, to its last microsecond. Raises BadInput."""
    try:
        return datetime.fromtimestamp(parse_http_date(text), UTC).replace(microsecond=999_999)
    except (ValueError, OverflowError, OSError) as error:
        raise BadInput(f"“{text[:40]}” is no time. Write it as Tue, 24 Nov 2026 10:30:00 GMT.") from error


def nearest(known: Sequence[Memento], at: datetime) -> Memento:
    """The edition that readers had at that moment; before there was any, the first."""
    return next((each for each in reversed(known) if each.at <= at), known[0])


@lru_cache(maxsize=1000)
def of_article(here: Memento, known: Sequence[Memento]) -> str:
    """The Link header of an article's own address, which is the one that leads through time."""
    return ", ".join(
        [
            link(settings.SITE_URL + reverse("articles:article", args=[here.address]), "canonical"),
            link(_address(here), "latest-version"),
            *_shared(here),
            *(_memento(each, _ends(each, known)) for each in _distinct([known[0], known[-1]])),
        ]
    )


def of_edition(here: Memento, known: Sequence[Memento]) -> str:
    """The Link header of one edition."""
    article, place = reverse("articles:article", args=[here.address]), known.index(here)
    before, after = known[place - 1] if place else None, known[place + 1] if place + 1 < len(known) else None
    beside = [(before, "predecessor-version", "prev"), (after, "successor-version", "next")]
    return ", ".join(
        [
            link(settings.SITE_URL + article, "canonical"),
            link(article, "latest-version"),
            *_shared(here),
            *(link(_address(each), version) for each, version, _ in beside if each),
            *(_memento(each, rel) for each, _, rel in beside if each),
            *(_memento(each, _ends(each, known)) for each in _distinct([known[0], known[-1]])),
        ]
    )


def link(address: str, rel: str, **attributes: str) -> str:
    return "; ".join([f"<{address}>", f'rel="{rel}"', *(f'{name}="{value}"' for name, value in attributes.items())])


def _shared(here: Memento) -> Iterator[str]:
    article = reverse("articles:article", args=[here.address])
    yield link(reverse("articles:history", args=[here.address]), "version-history")
    yield link(article, "original")
    yield link(article, "timegate")
    yield link(reverse("articles:timemap", args=[here.address]), "timemap", type=FORMAT)


def _memento(memento: Memento, rel: str, whole: Callable[[str], str] = str) -> str:
    return link(whole(_address(memento)), f"{rel} memento".strip(), datetime=http_date(memento.at.timestamp()))


def _ends(memento: Memento, known: Sequence[Memento]) -> str:
    """``first``, ``last``, both or neither."""
    return " ".join(rel for rel, end in (("first", known[0]), ("last", known[-1])) if memento is end)


def _address(memento: Memento) -> str:
    return reverse("articles:edition", args=[memento.address, memento.number])


def _distinct(known: Iterable[Memento]) -> list[Memento]:
    return list(dict.fromkeys(known))
