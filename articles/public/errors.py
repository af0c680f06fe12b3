"""What a reader sees where there is no page."""

from django.http import HttpRequest, HttpResponse


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return HttpResponse("There is no such page.", status=404, content_type="text/plain")


def server_error(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Something went wrong on our side.", status=500, content_type="text/plain")
