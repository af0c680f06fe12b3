"""What an article's address shows now, read by one query that is written once."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import BigIntegerField, DateTimeField, QuerySet

from articles.models import Edition
from articles.models.prepared import Blank, Bytes, Prepared
from articles.pages import article as article_page

from .related import related
from .versions import Memento, mementos, siblings


@dataclass(frozen=True, slots=True)
class Finished:
    """An article's live edition and its page. ``siblings`` and ``related`` are texts, for whom they are kept by."""

    article: int
    number: int
    slug: str
    live_from: datetime
    live_until: datetime | None
    template_version: str
    html: bytes
    etag: str
    siblings: str
    related: str | None

    @property
    def known(self) -> tuple[Memento, ...]:
        """Every edition readers may see."""
        return mementos(self.article, self.siblings)

    @property
    def here(self) -> Memento:
        return next(each for each in self.known if each.number == self.number)

    def page(self) -> tuple[bytes, str]:
        """HTML and ETag; made anew where the templates have changed since, until ``rebuild`` has come by."""
        if self.template_version == article_page.TEMPLATE_VERSION:
            return bytes(self.html), self.etag
        html = article_page.render(Edition.objects.readable().get(article=self.article, number=self.number))
        return html.encode(), article_page.etag(html)


def live(article: int, at: datetime) -> Finished | None:
    """What readers have of the article at that moment; one query."""
    row = _LIVE.first(article=article, at=at)
    return Finished(*row) if row else None


def _rows() -> QuerySet[Edition]:
    at = Blank("at", DateTimeField())
    editions = Edition.objects.live(at).filter(article=Blank("article", BigIntegerField()), page__isnull=False)
    return (
        editions.order_by()
        .annotate(siblings=siblings("article", at), related=related("pk", at), html=Bytes("page__html"))
        .values_list(
            "article", "number", "slug", "live_from", "live_until", "page__template_version", "html", "page__etag",
            "siblings", "related",
        )
    )  # fmt: skip


_LIVE = Prepared(_rows)
