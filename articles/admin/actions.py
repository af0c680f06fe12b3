"""What the buttons of an article's pages do: one step each, and its refusal told on the page it was pressed on."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.errors import BadInput, Refused
from articles.models import Article
from articles.steps import approving, correcting, publishing
from articles.steps.moving import head_of
from articles.steps.workflow import Action

from .history import history_page
from .moments import moment_typed
from .panel import moment, panel, refusal_context
from .review import review_page
from .source import source_page
from .typed import number
from .workbench import sheet_page

Step = Callable[[Article, Any, Mapping[str, str]], str]


@require_POST
def act(request: HttpRequest, article: Article, slug: str) -> HttpResponse:
    """The action is done and the page it was pressed on shown again, or the refusal is told there."""
    step = STEPS.get(slug)
    if step is None:
        raise Http404(f"There is no action {slug}.")
    page = request.POST.get("page", "")
    page = page if page in PAGES else "change"
    try:
        done = step(article, request.user, request.POST)
    except Refused as refusal:
        again = Article.objects.select_related("seed", "newer_seed", "assignee").get(pk=article.pk)
        response = PAGES[page](request, again, refusal_context(refusal, request.POST))
        response.status_code = refusal.status
        return response
    messages.success(request, done)
    page = "review" if page == "withdraw" else page
    return HttpResponseRedirect(reverse(f"admin:articles_article_{page}", args=[article.pk]))


def withdraw_page(request: HttpRequest, article: Article, extra: Mapping[str, Any] | None = None) -> HttpResponse:
    """What withdrawing means, and the form that does it."""
    editions = [each for each in article.editions.defer("text").order_by("number") if each.withheld_at is None]
    context = {
        **panel(request, article, head_of(article), "withdraw"),
        "title": f"Withdraw “{article}”",
        "editions": [each for each in editions if not each.is_cancelled],
        **(extra or {}),
    }
    return TemplateResponse(request, "admin/articles/article/withdraw.html", context)


def _take(article: Article, by: Any, given: Mapping[str, str]) -> str:
    correcting.take(article, by)
    return "It is on your desk."


def _assign(article: Article, by: Any, given: Mapping[str, str]) -> str:
    to = User.objects.filter(username=given.get("to", ""), is_active=True).first()
    if to is None:
        raise BadInput("Choose whom to assign it to.")
    correcting.assign(article, by, to)
    return f"It is on {to.get_username()}’s desk."


def _submit(article: Article, by: Any, given: Mapping[str, str]) -> str:
    correcting.submit(article, by)
    return "It is in review: somebody who did not write a word of it will read it."


def _recall(article: Article, by: Any, given: Mapping[str, str]) -> str:
    correcting.recall(article, by)
    return "It is back from review."


def _send_back(article: Article, by: Any, given: Mapping[str, str]) -> str:
    approving.send_back(article, by, given.get("category", ""), given.get("reason", ""))
    return "It is being corrected again; its editor reads why."


def _approve(article: Article, by: Any, given: Mapping[str, str]) -> str:
    approving.approve(article, by, given.get("digest", ""))
    return "Approved, word for word as you read it."


def _revoke(article: Article, by: Any, given: Mapping[str, str]) -> str:
    approving.revoke(article, by, given.get("reason", ""))
    return "The approval holds no longer."


def _publish(article: Article, by: Any, given: Mapping[str, str]) -> str:
    at = moment_typed(given.get("at", "")) if given.get("when") == "at" else None
    edition = publishing.publish(article, by, at)
    if at is None:
        return f"Edition {edition.number} is live."
    return f"Edition {edition.number} will be live on {moment(edition.live_from)}."


def _reschedule(article: Article, by: Any, given: Mapping[str, str]) -> str:
    edition = publishing.reschedule(article, by, _edition(given), moment_typed(given.get("at", "")))
    return f"Edition {edition.number} will be live on {moment(edition.live_from)}."


def _cancel(article: Article, by: Any, given: Mapping[str, str]) -> str:
    edition = publishing.cancel(article, by, _edition(given))
    return f"Edition {edition.number} will not be published."


def _withdraw(article: Article, by: Any, given: Mapping[str, str]) -> str:
    if given.get("confirmed") != "1":
        raise BadInput("Tick that readers are to lose it now.")
    which = given.get("edition", "")
    publishing.withdraw(article, by, given.get("reason", ""), _edition(given) if which else None)
    what = f"Edition {which} is" if which else "All its editions are"
    return f"{what} withheld from readers. Somebody else must countersign."


def _countersign(article: Article, by: Any, given: Mapping[str, str]) -> str:
    publishing.countersign(article, by)
    return "The withdrawal is countersigned."


def _spike(article: Article, by: Any, given: Mapping[str, str]) -> str:
    correcting.spike(article, by, given.get("reason", ""))
    return "It is spiked. “Revive” brings it back."


def _revive(article: Article, by: Any, given: Mapping[str, str]) -> str:
    correcting.revive(article, by)
    return "It is being corrected again."


def _settle_source(article: Article, by: Any, given: Mapping[str, str]) -> str:
    correcting.settle_source(article, by, given.get("reason", ""))
    return "The changed source is settled."


def _edition(given: Mapping[str, str]) -> int:
    found = number({"edition": (given.get("edition", ""),)}, "edition")
    if not found:
        raise BadInput("Say which edition.")
    return found


STEPS: dict[str, Step] = {
    action.value.replace(" ", "-"): step
    for action, step in {
        Action.TAKE: _take,
        Action.ASSIGN: _assign,
        Action.SUBMIT: _submit,
        Action.RECALL: _recall,
        Action.SEND_BACK: _send_back,
        Action.APPROVE: _approve,
        Action.REVOKE: _revoke,
        Action.PUBLISH: _publish,
        Action.RESCHEDULE: _reschedule,
        Action.CANCEL: _cancel,
        Action.WITHDRAW: _withdraw,
        Action.COUNTERSIGN: _countersign,
        Action.SPIKE: _spike,
        Action.REVIVE: _revive,
        Action.SETTLE_SOURCE: _settle_source,
    }.items()
}
PAGES: dict[str, Callable[..., HttpResponse]] = {
    "change": sheet_page,
    "review": review_page,
    "history": history_page,
    "source": source_page,
    "withdraw": withdraw_page,
}
