"""What the correction of an article took, added to its week when readers first get it."""

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db.models import F
from django.utils import timezone

from articles.models import Article, Edition, Tally, Term
from articles.models.blanks import is_blank
from articles.text.document import Document
from articles.text.effort import Effort, effort
from articles.text.readiness import open_problems

from .glossing import count_uses
from .revising import glossary

# The rule that finds wrong forms of terms.
TERMS = "glossary.preferred"


class Found(NamedTuple):
    """A problem by its rule and the words it is about."""

    rule: str
    words: str


def tally(edition: Edition) -> None:
    """The week has this article in its sums, if this is its first edition."""
    if edition.number != 1 or is_blank(edition):
        return
    article, week = edition.article, monday(timezone.localdate(edition.created_at))
    took = effort((each.machine, each.text) for each in edition.document.paragraphs if each.machine)
    found = _found(article, edition)
    count_uses({each.words: count for each, count in (found[0] - found[1]).items() if each.rule == TERMS})
    before, after = map(_by_rule, found)
    _add(week, Tally.Kind.SOURCE, site(article), before.total(), after.total(), took)
    for rule in sorted({*before, *after}):
        _add(week, Tally.Kind.RULE, rule, before[rule], after[rule])


def tally_anew() -> None:
    """The sums are those of the editions there are."""
    Tally.objects.all().delete()
    Term.objects.exclude(used=0).update(used=0)
    for edition in Edition.objects.filter(number=1).select_related("article__seed").order_by("pk").iterator(50):
        tally(edition)


def site(article: Article) -> str:
    """Where an article is from: the host of its original's address, else the name of its source."""
    host = urlsplit(article.url).hostname or ""
    return (host.removeprefix("www.") or article.source)[:100]


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _found(article: Article, edition: Edition) -> tuple[Counter[Found], Counter[Found]]:
    """The problems of the machine's words, and of the edition."""
    first = article.revisions.get(number=1)
    return tuple(_open(article, each.document) for each in (first, edition.revision))


def _open(article: Article, document: Document) -> Counter[Found]:
    texts = {each.key: each.text for each in document.paragraphs}
    found = open_problems(document, article.seed.text, glossary())
    return Counter(Found(each.rule, texts[each.paragraph][each.start : each.end]) for each in found)


def _by_rule(found: Counter[Found]) -> Counter[str]:
    rules: Counter[str] = Counter()
    for each, count in found.items():
        rules[each.rule] += count
    return rules


def _add(week: date, kind: Tally.Kind, name: str, before: int, after: int, took: Effort | None = None) -> None:
    """As two may be published at once, the row is there first and is added to then."""
    where = {"week": week, "kind": kind, "name": name}
    Tally.objects.bulk_create([Tally(**where)], ignore_conflicts=True)
    sums = {"articles": 1, "problems_before": before, "problems_after": after}
    if took:
        counted = ("words_before", "words_after", "edits", "longer")
        sums |= {column: getattr(took, column) for column in counted}
    Tally.objects.filter(**where).update(**{column: F(column) + value for column, value in sums.items()})
