"""How the API answers: conditional requests as on every page, problems as RFC 9457."""

import json
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import re_path
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.renderers import BaseRenderer

from articles.errors import BadInput
from articles.public.answering import answer

from .schemas import Problem

# Any page on the web may read what any reader may.
_OPEN = {"Access-Control-Allow-Origin": "*"}


class Gone(Exception):
    """What was asked for has been withdrawn, for a public reason."""


class Json(BaseRenderer):
    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> str:
        return json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder, separators=(",", ":"))


class NoSuchPage(Exception):
    """A list has no page that begins there."""


class Api(NinjaAPI):
    def _get_urls(self) -> list[Any]:
        """Every question may be put by HEAD too, which the framework would leave to each of them; what is no question
        is refused as a problem."""
        patterns = super()._get_urls()
        for pattern in patterns:
            pattern.callback = _answering_head(_no_question if pattern.name == "api-root" else pattern.callback)
        return [*patterns, re_path("", _no_question)]

    def get_openapi_schema(self, **how: Any) -> dict[str, Any]:
        """The description, in which every question may be refused as a problem."""
        described = super().get_openapi_schema(**how)
        described["components"]["schemas"] |= {"Problem": Problem.json_schema()}
        for asked in (each["get"] for each in described["paths"].values()):
            named = any(each["in"] == "path" for each in asked.get("parameters", ()))
            asked["responses"] |= {status: told for status, told in _REFUSALS.items() if named or status != 410}
        return described

    def create_response(
        self, request: HttpRequest, data: Any, *, status: int | None = None, temporal_response: Any = None
    ) -> HttpResponseBase:
        """200 with an ETag, or 304. ``told_until`` on the request are the moments from which it may be different."""
        text = self.renderer.render(request, data, response_status=200)
        until: list[datetime | None] = getattr(request, "told_until", [])
        return answer(request, text, until=until, headers=_OPEN, content_type="application/json; charset=utf-8")


def _answering_head(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view asked as by GET; the server leaves out what HEAD does not want. Other methods are a problem."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            refused = problem(405, "Nothing can be changed here", "Ask with GET or HEAD.")
            refused["Allow"] = "GET, HEAD"
            return refused
        method, request.method = request.method, "GET"
        try:
            return view(request, *args, **kwargs)
        finally:
            request.method = method

    return answered


def _no_question(request: HttpRequest, **known: Any) -> HttpResponse:
    return problem(404, "There is no such thing")


_REFUSALS = {
    status: {
        "description": told,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, told in {
        400: "That cannot be answered",
        404: "There is no such thing",
        410: "This was withdrawn",
        422: "That cannot be answered",
    }.items()
}
# The server in front answers so by itself, before we are asked.
_REFUSALS[414] = {"description": "The address is too long"}

api = Api(
    title=f"{settings.SITE_NAME} API",
    version="1",
    description="Articles, their editions and the facts they state, as readers may see them. What is scheduled is "
    "unknown, what was withdrawn is gone and told under /withdrawn. Lists come a page at a time; “next” leads on.",
    urls_namespace="articles:api",
    docs_url=None,
    openapi_url=None,
    renderer=Json(),
)


def problem(status: int, title: str, detail: str = "") -> HttpResponse:
    """A refusal that machines can read."""
    told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return HttpResponse(
        json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False),
        status=status,
        content_type="application/problem+json",
        headers={"Cache-Control": "no-cache", **_OPEN},
    )


@api.exception_handler(Http404)
def _unknown(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, "There is no such thing")


@api.exception_handler(NoSuchPage)
def _no_page(request: HttpRequest, error: NoSuchPage) -> HttpResponse:
    return problem(404, "There is no such page", str(error))


@api.exception_handler(Gone)
def _gone(request: HttpRequest, error: Gone) -> HttpResponse:
    return problem(410, "This was withdrawn", str(error))


@api.exception_handler(BadInput)
def _bad(request: HttpRequest, error: BadInput) -> HttpResponse:
    return problem(400, "That cannot be answered", str(error))


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, str(error))


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Which part of the question cannot be used, and why."""
    told = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors)
    return problem(422, "That cannot be answered", told)
