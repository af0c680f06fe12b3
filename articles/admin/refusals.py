"""A refusal told to an editor, with the typing given back."""

from django.http import HttpRequest, HttpResponse


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return HttpResponse("Your session has ended.", status=403, content_type="text/plain")
