"""What an article's address shows now, read by one query that is written once."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import BigIntegerField, BinaryField, Case, CharField, DateTimeField, QuerySet, Value, When

from articles.models import Edition
from articles.models.prepared import Blank, Bytes, Prepared
from articles.pages import article as article_page

from .related import related, with_related
from .versions import Memento, mementos, siblings


@dataclass(frozen=True, slots=True)
class Finished:
    """An article's live edition and its page; no ``html`` where the reader has it. ``siblings`` and ``related`` are
    texts, for whom they are kept by."""

    article: int
    number: int
    slug: str
    live_from: datetime
    live_until: datetime | None
    template_version: str
    html: bytes | None
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

    def page(self) -> tuple[bytes | None, str]:
        """HTML and ETag, with what is related as it is now; made anew where the templates have changed since, until
        ``rebuild`` has come by."""
        if self.template_version == article_page.TEMPLATE_VERSION:
            return with_related(None if self.html is None else bytes(self.html), self.etag, self.related)
        html = article_page.render(Edition.objects.readable().get(article=self.article, number=self.number))
        return with_related(html.encode(), article_page.etag(html), self.related)


def live(article: int, at: datetime, held: str = "") -> Finished | None:
    """What readers have of the article at that moment; one query, that reads no HTML where the page is the one whose
    ETag a reader holds."""
    row = _LIVE.first(article=article, at=at, held=held.partition(".")[0])
    found = Finished(*row) if row else None
    if found and found.html is None and found.page()[1] != held:
        return live(article, at)  # what is related to it changed
    return found


def _rows() -> QuerySet[Edition]:
    at = Blank("at", DateTimeField())
    editions = Edition.objects.live(at).filter(article=Blank("article", BigIntegerField()), page__isnull=False)
    held = When(page__etag=Blank("held", CharField()), then=Value(None, BinaryField()))
    html = Case(held, default=Bytes("page__html"), output_field=BinaryField())
    return (
        editions.order_by()
        .annotate(siblings=siblings("article", at), related=related("pk", at), html=html)
        .values_list(
            "article", "number", "slug", "live_from", "live_until", "page__template_version", "html", "page__etag",
            "siblings", "related",
        )
    )  # fmt: skip


_LIVE = Prepared(_rows)
