"""The API's description as a page of the site: no script, nothing from elsewhere."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.pages.writing import written
from articles.public.answering import answer

from .views import api


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    kind: str
    told: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    path: str
    summary: str
    parameters: tuple[Row, ...]
    answers: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    told: str
    fields: tuple[Row, ...]


@require_safe
def docs(request: HttpRequest) -> HttpResponseBase:
    """Every question with what may be asked, and every shape of an answer, from the OpenAPI description itself."""
    described = api.get_openapi_schema()
    said = {
        "info": described["info"],
        "operations": list(_operations(described)),
        "shapes": list(_shapes(described)),
        "description": reverse("articles:api-description"),
    }
    return answer(request, written("articles/api.html", said))


@require_safe
def description(request: HttpRequest) -> HttpResponseBase:
    """The API in OpenAPI."""
    return answer(request, json.dumps(api.get_openapi_schema()), content_type="application/json; charset=utf-8")


def _operations(described: dict[str, Any]) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        asked = methods["get"]
        parameters = (
            Row(each["name"], _kind(each["schema"]), each["schema"].get("description", ""), each.get("required", False))
            for each in asked.get("parameters", ())
        )
        answers = (Row(str(status), _answer(each)) for status, each in asked["responses"].items())
        yield Operation(path, asked["summary"], tuple(parameters), tuple(answers))


def _shapes(described: dict[str, Any]) -> Iterator[Shape]:
    for name, shape in sorted(described["components"]["schemas"].items()):
        required = set(shape.get("required", ()))
        fields = (
            Row(field, _kind(each), each.get("description", ""), field in required)
            for field, each in shape.get("properties", {}).items()
        )
        if shape.get("properties"):
            yield Shape(_shape(name), shape.get("description", ""), tuple(fields))


def _answer(response: dict[str, Any]) -> str:
    content = response.get("content", {})
    return next((_kind(each["schema"]) for each in content.values()), "")


def _shape(name: str) -> str:
    """``page of Article`` for the shape that is named Page_Article_."""
    return f"page of {name[5:-1]}" if name.startswith("Page_") else name


def _kind(schema: dict[str, Any]) -> str:
    """A type in words: ``text``, ``list of Fact``, ``number from 1 to 100``."""
    if "$ref" in schema:
        return _shape(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " or ".join(_kind(each) for each in schema["anyOf"] if each.get("maxLength") != 0)
    if "enum" in schema:
        return " or ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    plain = {"string": "text", "integer": "number", "boolean": "true or false", "null": "null", "object": "object"}
    kind = "moment" if schema.get("format") == "date-time" else plain.get(schema.get("type", ""), "anything")
    bounds = [f"{word} {schema[name]}" for word, name in (("from", "minimum"), ("to", "maximum")) if name in schema]
    return " ".join((kind, *bounds))
