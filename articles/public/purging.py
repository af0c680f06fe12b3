"""Under which keys an answer may be kept by whoever stands before the site, so that it is let go when it is not true
any more; ``steps.purging`` tells which those are."""

import json
from functools import lru_cache

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from articles.steps.purging import LISTS, article_key


def keyed(request: HttpRequest, response: HttpResponseBase, related: str | None = None) -> HttpResponseBase:
    """The answer with its keys, as Fastly and Varnish read them and as Cloudflare does. ``related`` is what
    ``public.related`` reads."""
    keys = _keys(request, related or "[]")
    response.headers["Surrogate-Key"] = " ".join(keys)
    response.headers["Cache-Tag"] = ",".join(keys)
    return response


def _keys(request: HttpRequest, related: str) -> list[str]:
    """An article's own key and those of what it leads to; of all else, that it is a list."""
    asked = request.resolver_match.kwargs if request.resolver_match else {}
    article = asked["address"].article if "address" in asked else asked.get("id")
    if article is not None:
        return [article_key(int(article)), *_shown(related)]
    return [LISTS]


@lru_cache(maxsize=1000)
def _shown(related: str) -> tuple[str, ...]:
    return tuple(article_key(row["article"]) for row in json.loads(related))
