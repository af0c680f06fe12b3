"""Which articles stand near each other: those that share people, organizations and themes."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import QuerySet

from articles.models import Edition, Published

NEAREST = 5
# An article that many others stand near keeps the newest of them.
KEPT = 8
# Of each name and theme so many of the newest articles are weighed, and so many names and themes of an article.
WEIGHED, SHARED = 30, 16
WEIGHTS = {Published.Kind.PERSON: 3, Published.Kind.ORGANIZATION: 2, Published.Kind.THEME: 1}


def relate(edition: Edition) -> None:
    """The edition leads to the articles nearest to it, and what readers have of those leads to this one.

    A row says which article; whether readers may see it is asked when they do. What is withheld leads nowhere.
    """
    if edition.withheld_at is not None or edition.is_cancelled:
        return
    near = nearest(edition)
    _lead(edition, near)
    for other in Edition.objects.live().filter(article__in=near).defer("text"):
        _lead(other, [edition.article_id])
        _keep_newest(other)


def nearest(edition: Edition) -> list[int]:
    """The numbers of the live articles that share most with the edition, nearest first, newest first among equals."""
    shared: Counter[int] = Counter()
    for kind, key in _names(edition):
        rows = Published.objects.live().filter(kind=kind, key=key).order_by("-sort_date", "-pk")
        articles = rows.values_list("edition__article_id", flat=True)[:WEIGHED]
        shared.update(dict.fromkeys(articles, WEIGHTS[kind]))
    shared.pop(edition.article_id, None)
    return sorted(shared, key=lambda article: (-shared[article], -article))[:NEAREST]


def _names(edition: Edition) -> Iterable[tuple[Published.Kind, str]]:
    """What the edition may share with others, the weightiest first."""
    rows = Published.objects.filter(edition=edition, kind__in=WEIGHTS).values_list("kind", "key")
    known = {(Published.Kind(kind), key) for kind, key in rows}
    return sorted(known, key=lambda each: (-WEIGHTS[each[0]], each[1]))[:SHARED]


def _lead(edition: Edition, articles: Iterable[int]) -> None:
    known = set(_related(edition).values_list("key", flat=True))
    Published.objects.bulk_create(
        Published(
            edition=edition, kind=Published.Kind.RELATED, key=str(article), live_from=edition.live_from,
            live_until=edition.live_until, withheld=edition.withheld_at is not None,
            sort_date=edition.live_from.date().isoformat(),
        )
        for article in articles
        if str(article) not in known
    )  # fmt: skip


def _keep_newest(edition: Edition) -> None:
    kept = _related(edition).order_by("-pk").values_list("pk", flat=True)[:KEPT]
    _related(edition).exclude(pk__in=list(kept)).delete()


def _related(edition: Edition) -> QuerySet[Published]:
    return Published.objects.filter(edition=edition, kind=Published.Kind.RELATED)
