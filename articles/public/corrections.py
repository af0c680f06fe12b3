"""Every edition that put something right, and what it said of that."""

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


@require_safe
@telling_refusals
def corrections(request: HttpRequest) -> HttpResponseBase:
    """Of editions live now or once, newest first; one query."""
    told = with_the_one_before(Edition.objects.readable().filter(significance__in=TOLD))
    found = page(request, told, "live_from")
    return answer(request, written("articles/corrections.html", {"page": found, "here": "corrections"}))
