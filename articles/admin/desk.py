"""The desk: what waits in the newsroom, and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, OuterRef, Subquery, Value
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.models import Act, Article, Edition, Message, ReaderReport
from articles.models.article import ArticleQuerySet
from articles.steps import messaging
from articles.steps.approving import had_a_hand
from articles.steps.workflow import Action

from .panel import moment
from .week import week

# As many rows as are read at a glance; the list behind a queue has all of them.
MOST_ROWS = 12
# Whose hand was in it is looked up for so many in review, those that waited longest.
MOST_WEIGHED = 60
# Digits that a number of a row may have.
LONGEST_NUMBER = 19


@dataclass(frozen=True, slots=True)
class Queue:
    """``rows`` are the ones that waited longest; ``more`` leads to the list of all."""

    name: str
    title: str
    empty: str
    rows: Sequence[Any]
    count: int
    more: str = ""

    @property
    def hidden(self) -> int:
        """How many of the queue are not among its rows."""
        return self.count - len(self.rows)


def desk(request: HttpRequest) -> dict[str, Any]:
    """The template's context: the queues this person may see."""
    user = request.user
    may = {name: user.has_perm(f"articles.view_{name}") for name in ("article", "readerreport", "edition")}
    queues: list[Queue] = []
    if may["article"]:
        queues.append(_messages(user))
        queues += _article_queues(user)
    if may["edition"]:
        queues.append(_scheduled())
    if may["readerreport"]:
        queues.append(_reports())
    return {
        "queues": queues,
        "week": week() if may["article"] else None,
        "title": "Desk",
        "may_add": user.has_perm("articles.add_article"),
    }


@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """The messages ticked off are on the reader's desk no more."""
    messaging.see(
        request.user,
        [
            int(each)
            for each in request.POST.getlist("message")[:MOST_ROWS]
            if each.isdecimal() and len(each) < LONGEST_NUMBER
        ],
    )
    return HttpResponseRedirect(f"{reverse('admin:index')}#messages")


def _messages(user: Any) -> Queue:
    """What colleagues did that concerns this person, the newest first, each with what is said and where it leads."""
    unseen = Message.objects.unseen_by(user)
    found = unseen.select_related("article", "act__by", "note__by")[:MOST_ROWS]
    rows = [(each, told := messaging.told(each.about), _page(each, told.page)) for each in found]
    return Queue("messages", "Messages", "Nobody has told you of anything new.", rows, unseen.count())


def _page(message: Message, name: str) -> str:
    return reverse(f"admin:articles_article_{name}", args=[message.article_id])


def _article_queues(user: Any) -> list[Queue]:
    counts = _counts(user)
    review, own = _in_review(user)
    unweighed = max(0, counts["review"] - MOST_WEIGHED)
    corrected = Article.objects.to_correct()
    return [
        _queue("mine", "On your desk", "Nothing is assigned to you.", Article.objects.assigned_to(user), counts["mine"],
               f"assignee__id__exact={user.pk}"),
        Queue("review", "Waiting for your eyes", "Nothing waits for a second pair of eyes.", review[:MOST_ROWS],
              len(review) + unweighed, _list("stage__exact=in+review")),
        Queue("own", "Waiting for somebody else’s eyes", "Nothing of yours is in review.", own[:MOST_ROWS], len(own),
              _list("stage__exact=in+review")),
        _sent_back(corrected),
        _queue("correct", "To correct", "Nothing waits to be corrected.", corrected, counts["correct"],
               "waiting=correct"),
        _queue("approved", "Approved, to be published", "Nothing approved waits to be published.",
               Article.objects.approved(), counts["approved"], "stage__exact=approved"),
        _queue("source", "Source changed", "No source has changed.", Article.objects.source_changed(),
               counts["source"], "waiting=source"),
        _queue("withdrawals", "Withdrawals to countersign", "No withdrawal waits for a second signature.",
               Article.objects.awaiting_countersignature(), counts["withdrawals"], "waiting=countersign"),
    ]  # fmt: skip


def _counts(user: Any) -> dict[str, int]:
    """How many wait in each queue: each is an index, none is looked for among all articles; one query."""
    queues = {
        "mine": Article.objects.assigned_to(user),
        "correct": Article.objects.to_correct(),
        "review": Article.objects.in_review(),
        "approved": Article.objects.approved(),
        "source": Article.objects.source_changed(),
        "withdrawals": Article.objects.awaiting_countersignature(),
    }
    one, *others = (
        rows.order_by().values(queue=Value(name)).annotate(number=Count("pk")) for name, rows in queues.items()
    )
    return {**dict.fromkeys(queues, 0), **dict(one.union(*others, all=True).values_list("queue", "number"))}


def _queue(name: str, title: str, empty: str, rows: ArticleQuerySet, count: int, query: str) -> Queue:
    return Queue(name, title, empty, rows.waited_longest(MOST_ROWS).select_related("assignee"), count, _list(query))


def _list(query: str) -> str:
    return f"{reverse('admin:articles_article_changelist')}?{query}"


def _in_review(user: Any) -> tuple[list[Article], list[Article]]:
    """What this person may judge, and what she had a hand in."""
    waiting = list(Article.objects.in_review().waited_longest(MOST_WEIGHED).select_related("assignee"))
    barred = had_a_hand(waiting, user) if settings.FOUR_EYES else set()
    return [each for each in waiting if each.pk not in barred], [each for each in waiting if each.pk in barred]


def _sent_back(corrected: ArticleQuerySet) -> Queue:
    """What was sent back from review and not submitted since, with the reason."""
    moves = [Action.SUBMIT.value, Action.SEND_BACK.value, Action.RECALL.value]
    last = Act.objects.filter(article=OuterRef("pk"), action__in=moves).order_by("-number")
    returned = corrected.annotate(last_move=Subquery(last.values("action")[:1])).filter(
        last_move=Action.SEND_BACK.value
    )
    rows = returned.waited_longest(MOST_ROWS).select_related("assignee")
    told = rows.annotate(
        returned_for=Subquery(last.values("category")[:1]), returned_reason=Subquery(last.values("reason")[:1])
    )
    return Queue("returned", "Sent back", "Nothing was sent back.", told, returned.count())


def _scheduled() -> Queue:
    due = Edition.objects.scheduled().defer("text").order_by("live_from")
    rows = [(each, moment(each.live_from)) for each in due[:MOST_ROWS]]
    return Queue("scheduled", "Scheduled", "No edition is scheduled.", rows, due.count())


def _reports() -> Queue:
    waiting = ReaderReport.objects.open().select_related("edition").defer("edition__text").order_by("at")
    address = f"{reverse('admin:articles_readerreport_changelist')}?answered=no"
    rows, count = list(waiting[:MOST_ROWS]), waiting.count()
    return Queue("reports", "Readers’ reports", "No reader waits for an answer.", rows, count, address)
