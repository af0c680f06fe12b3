"""What the house says of itself."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from articles.pages.writing import written

from .answering import answer


@require_safe
def how_we_edit(request: HttpRequest) -> HttpResponseBase:
    return answer(request, written("articles/how_we_edit.html", {"four_eyes": settings.FOUR_EYES}))
