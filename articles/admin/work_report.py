"""What the correction of articles took, by week, by the site they came from, by the rules of the checks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from articles.models import Tally
from articles.steps.tallying import monday

from .bars import Bars, drawn
from .comparing import per_thousand
from .typed import number

WEEKS, MOST_WEEKS = 12, 104
# As many sites as are read; the others are told of together.
MOST_SITES = 40
_SUMS = ("articles", "words_before", "words_after", "edits", "longer", "problems_before", "problems_after")


@dataclass(frozen=True, slots=True)
class Line:
    """Articles first published, added up. ``rate`` and ``hter`` are per cent, ``before`` and ``after`` problems for
    each 1,000 words."""

    name: str
    articles: int
    rate: int
    hter: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule's problems as articles came and as they were published, and how many for each 1,000 words."""

    rule: str
    found: int
    left: int
    before: float
    after: float

    @property
    def settled(self) -> int:
        """The share of them that is gone, per cent."""
        return round(100 * (self.found - self.left) / self.found) if self.found else 0


def work_report(request: HttpRequest) -> HttpResponse:
    """The page; as much work however many articles there are, as it reads sums of weeks."""
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied("Your account may not look at articles.")
    count = min(number({"weeks": (request.GET.get("weeks", ""),)}, "weeks") or WEEKS, MOST_WEEKS)
    first = monday(timezone.localdate()) - timedelta(weeks=count - 1)
    rows = Tally.objects.filter(week__gte=first).order_by()
    sites = rows.filter(kind=Tally.Kind.SOURCE)
    weeks = _by_week(sites, first, count)
    context = {
        **admin.site.each_context(request),
        "title": "What corrections took",
        "weeks": [each for each in weeks if each.articles],
        "count": count,
        "choices": (4, 12, 26, 52, MOST_WEEKS),
        "sites": _by_site(sites),
        "most_sites": MOST_SITES,
        "rules": _by_rule(rows.filter(kind=Tally.Kind.RULE), sites.aggregate(**_sums(_SUMS[1:3]))),
        "effort": _plot(weeks, {"rate": "rewritten", "hter": "HTER"}, "{rate} % of the words rewritten, HTER {hter} %"),
        "problems": _plot(
            weeks, {"before": "came", "after": "published"}, "{before} problems for 1,000 words came, {after} left"
        ),
    }
    return TemplateResponse(request, "admin/work_report.html", context)


def _sums(columns: Iterable[str]) -> dict[str, Sum]:
    return {f"sum_{column}": Sum(column) for column in columns}


def _by_week(sites: QuerySet[Tally], first: date, count: int) -> list[Line]:
    """Every week, those in which nothing was published too, the oldest first."""
    found = {each["week"]: each for each in sites.values("week").annotate(**_sums(_SUMS))}
    weeks = (first + timedelta(weeks=each) for each in range(count))
    return [_line(f"{week:%-d %b %Y}", found.get(week, {})) for week in weeks]


def _by_site(sites: QuerySet[Tally]) -> list[Line]:
    found = sites.values("name").annotate(**_sums(_SUMS)).order_by("-sum_articles", "name")
    return [_line(each["name"] or "not said", each) for each in found[:MOST_SITES]]


def _by_rule(rules: QuerySet[Tally], words: dict[str, int | None]) -> list[RuleLine]:
    found = rules.values("name").annotate(**_sums(_SUMS[5:])).order_by("-sum_problems_before", "name")
    before, after = (words[f"sum_{column}"] or 0 for column in _SUMS[1:3])
    return [
        RuleLine(
            each["name"], was := each["sum_problems_before"], left := each["sum_problems_after"],
            per_thousand(was, before), per_thousand(left, after),
        )
        for each in found
    ]  # fmt: skip


def _line(name: str, sums: dict[str, Any]) -> Line:
    articles, before, after, edits, longer, found, left = (sums.get(f"sum_{column}") or 0 for column in _SUMS)
    return Line(
        name, articles, round(100 * edits / max(1, longer)), round(100 * edits / max(1, after)),
        per_thousand(found, before), per_thousand(left, after),
    )  # fmt: skip


def _plot(weeks: list[Line], columns: dict[str, str], told: str) -> Bars | None:
    """Bars of these columns, each by what it is called."""
    values = ((each, {column: getattr(each, column) for column in columns}) for each in weeks)
    rows = [(each.name, f"{each.name}: {told.format(**said)}", [*said.values()]) for each, said in values]
    return drawn(rows, [*columns.values()])
