"""What the correction of an article took, added to its week when readers first get it."""

from collections import Counter
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.db.models import F
from django.utils import timezone

from articles.models import Article, Edition, Tally
from articles.models.blanks import is_blank
from articles.text.document import Document
from articles.text.effort import Effort, effort
from articles.text.readiness import open_problems

from .revising import glossary


def tally(edition: Edition) -> None:
    """The week has this article in its sums, if this is its first edition."""
    if edition.number != 1 or is_blank(edition):
        return
    article, week = edition.article, monday(timezone.localdate(edition.created_at))
    took = effort((each.machine, each.text) for each in edition.document.paragraphs if each.machine)
    before, after = _problems(article, edition)
    _add(week, Tally.Kind.SOURCE, site(article), before.total(), after.total(), took)
    for rule in sorted({*before, *after}):
        _add(week, Tally.Kind.RULE, rule, before[rule], after[rule])


def tally_anew() -> None:
    """The sums are those of the editions there are."""
    Tally.objects.all().delete()
    for edition in Edition.objects.filter(number=1).select_related("article__seed").order_by("pk").iterator(50):
        tally(edition)


def site(article: Article) -> str:
    """Where an article is from: the host of its original's address, else the name of its source."""
    host = urlsplit(article.url).hostname or ""
    return (host.removeprefix("www.") or article.source)[:100]


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _problems(article: Article, edition: Edition) -> tuple[Counter[str], Counter[str]]:
    first = article.revisions.get(number=1)
    return tuple(_by_rule(article, each) for each in (first.document, edition.revision.document))


def _by_rule(article: Article, document: Document) -> Counter[str]:
    return Counter(each.rule for each in open_problems(document, article.seed.text, glossary()))


def _add(week: date, kind: Tally.Kind, name: str, before: int, after: int, took: Effort | None = None) -> None:
    """As two may be published at once, the row is there first and is added to then."""
    where = {"week": week, "kind": kind, "name": name}
    Tally.objects.bulk_create([Tally(**where)], ignore_conflicts=True)
    sums = {"articles": 1, "problems_before": before, "problems_after": after}
    if took:
        counted = ("words_before", "words_after", "edits", "longer")
        sums |= {column: getattr(took, column) for column in counted}
    Tally.objects.filter(**where).update(**{column: F(column) + value for column, value in sums.items()})
