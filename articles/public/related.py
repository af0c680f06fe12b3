"""Other articles that readers of one may want: which they are was weighed when they were published, whether they are
still live is asked in the query of the page itself."""

import hashlib
import json
from functools import lru_cache

from django.db.models import BigIntegerField, Expression, F, OuterRef, Subquery
from django.db.models.functions import Cast, JSONObject

from articles.models import Edition, Published
from articles.pages.writing import written

from .versions import JsonList, read_moment

PLACE = b"<!-- related -->"
SHOWN = 5


def related(edition: str, at: Expression | None = None) -> Subquery:
    """The live editions of the articles that the edition leads to, for ``with_related`` to read."""
    rows = Published.objects.filter(edition=OuterRef(OuterRef(edition)), kind=Published.Kind.RELATED)
    near = rows.order_by().annotate(number=Cast("key", BigIntegerField())).values("number")
    row = JSONObject(article=F("article_id"), slug=F("slug"), headline=F("headline"), at=F("live_from"))
    editions = Edition.objects.live(at).filter(article__in=near).order_by()
    return Subquery(editions.annotate(all=JsonList(row)).values("all"))


def with_related(html: bytes | None, etag: str, rows: str | None) -> tuple[bytes | None, str]:
    """The page, where there is one, with the newest of them in their place; and its ETag, which begins as the page's
    own and goes on behind a dot."""
    fragment, mark = _fragment(rows or "[]")
    if not fragment:
        return html, etag
    return html and html.replace(PLACE, fragment, 1), f"{etag}.{mark}"


@lru_cache(maxsize=1000)
def _fragment(rows: str) -> tuple[bytes, str]:
    """UTF-8, and a mark that tells it from others; both empty where there is nothing."""
    newest = sorted(json.loads(rows), key=lambda row: (row["at"], row["article"]), reverse=True)[:SHOWN]
    articles = [
        {
            "address": f"{row['slug']}-{row['article']}" if row["slug"] else str(row["article"]),
            "headline": row["headline"],
            "at": read_moment(row["at"]),
        }
        for row in newest
    ]
    if not articles:
        return b"", ""
    fragment = written("articles/_related.html", {"articles": articles}).encode()
    return fragment, hashlib.sha256(fragment).hexdigest()[:32]
