"""Every edition that put something right, and what it said of that."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles.models import Edition
from articles.pages.past import TOLD
from articles.pages.writing import written

from .answering import answer
from .errors import telling_refusals
from .paging import page
from .versions import with_the_one_before


def told() -> QuerySet[Edition]:
    """Editions that put something right."""
    return with_the_one_before(Edition.objects.readable().filter(significance__in=TOLD))


def ways() -> list[QuerySet[Edition]]:
    """The same by how they did: an index has each in order, and no sort is needed."""
    return [Edition.objects.readable().filter(significance=each) for each in TOLD]


@require_safe
@telling_refusals
def corrections(request: HttpRequest) -> HttpResponseBase:
    """Of editions live now or once, newest first; one query."""
    found = page(request, told(), "live_from", parts=ways())
    return answer(request, written("articles/corrections.html", {"page": found, "here": "corrections"}))
