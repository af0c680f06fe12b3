"""What every page of an article shows above it: where it stands, what may be done, and why something may not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from articles.errors import Blocked, Refused
from articles.models import Article, Edition, Revision
from articles.steps.approving import CATEGORIES, contributors
from articles.steps.workflow import MOVES, Action, may, open_to

CONTRIBUTOR = "You had a hand in this version, so a colleague who did not must approve it."
WITHDREW = "You withdrew it, so a colleague must countersign."

TABS = (
    ("change", "Workbench"),
    ("review", "Review"),
    ("preview", "As readers see it"),
    ("history", "History"),
    ("source", "Source"),
)


@dataclass(frozen=True, slots=True)
class Button:
    """One thing that may be done; ``barred`` says why this person may not do it to this article."""

    action: Action
    barred: str = ""

    @property
    def name(self) -> str:
        return self.action.value

    @property
    def slug(self) -> str:
        return self.action.value.replace(" ", "-")

    @property
    def label(self) -> str:
        return _LABELS.get(self.action, self.action.value.capitalize())


_LABELS = {
    Action.TAKE: "Take it",
    Action.ASSIGN: "Assign",
    Action.SUBMIT: "Submit for review",
    Action.RECALL: "Recall from review",
    Action.SEND_BACK: "Send back",
    Action.APPROVE: "Approve this version",
    Action.REVOKE: "Revoke the approval",
    Action.PUBLISH: "Publish",
    Action.COUNTERSIGN: "Countersign the withdrawal",
    Action.SETTLE_SOURCE: "The changed source is settled",
    Action.WITHDRAW: "Withdraw…",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What readers see of an article now and will see."""

    live: Edition | None
    scheduled: tuple[Edition, ...]
    withheld: bool
    readable: bool

    @property
    def words(self) -> str:
        """Never, live, scheduled, withdrawn, in words and with their moments."""
        said = [f"edition {self.live.number} is live" if self.live else self._without_live()]
        said += [f"edition {each.number} is due {moment(each.live_from)}" for each in self.scheduled]
        return "; ".join(said)

    @property
    def ahead(self) -> tuple[str, ...]:
        """What will happen without anybody doing anything, a sentence for each moment."""
        told, before = [], self.live
        for each in self.scheduled:
            then = f", and edition {before.number} stays in the history" if before else ""
            told.append(f"On {moment(each.live_from)} edition {each.number} goes live{then}.")
            before = each
        return tuple(told)

    @property
    def if_published(self) -> tuple[str, ...]:
        """What publishing does to the editions there are, a sentence each."""
        told = []
        if self.live:
            told.append(f"Edition {self.live.number} is live until this one is, and then stays in the history.")
        for each in self.scheduled:
            told.append(
                f"Edition {each.number} is due {moment(each.live_from)}. It is cancelled if this one goes live then or "
                "earlier, for older words never follow newer ones; if this one goes live later, it is kept until then."
            )
        return tuple(told)

    def _without_live(self) -> str:
        if self.withheld:
            return "withdrawn"
        return "an earlier edition" if self.readable else "never published"


def moment(at: Any) -> str:
    """A moment in words, in the newsroom's time zone."""
    return f"{timezone.localtime(at):%-d %B %Y at %H:%M %Z}"


def standing(article: Article) -> Standing:
    """One look at the article's editions."""
    editions = list(article.editions.defer("text").order_by("live_from"))
    now = timezone.now()
    shown = [each for each in editions if each.withheld_at is None and not each.is_cancelled]
    return Standing(
        live=next((each for each in editions if each.is_live), None),
        scheduled=tuple(each for each in editions if each.is_scheduled),
        withheld=any(each.withheld_at and each.live_from <= each.withheld_at for each in editions),
        readable=any(each.live_from <= now for each in shown),
    )


def panel(request: HttpRequest, article: Article, head: Revision, page: str) -> dict[str, Any]:
    """The template's context for the top of an article's page. ``page`` is the tab it is on."""
    said = standing(article)
    buttons = {button.action.name.lower(): button for button in _buttons(article, request.user, head)}
    return {
        "article": article,
        "head": head,
        "page": page,
        "tabs": [(name, label, reverse(f"admin:articles_article_{name}", args=[article.pk])) for name, label in TABS],
        "standing": said,
        "buttons": buttons,
        "act_urls": {
            name: reverse("admin:articles_article_act", args=[article.pk, button.slug])
            for name, button in buttons.items()
        },
        "colleagues": correctors() if "assign" in buttons else (),
        "categories": CATEGORIES,
        "may_correct": may(request.user, Action.CORRECT),
        "may_note": may(request.user, Action.CORRECT) or may(request.user, Action.APPROVE),
        "zone": timezone.get_current_timezone_name(),
    }


def refusal_context(error: Refused, typed: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A refusal as the template tells it; ``typed`` gives back what was typed in the action's own fields."""
    return {
        "refusal": str(error),
        "refusal_reasons": error.reasons if isinstance(error, Blocked) else (),
        "typed_action": typed or {},
    }


def correctors() -> QuerySet[User]:
    """Everybody who may correct articles."""
    permission = f"articles.{MOVES[Action.CORRECT].permission}"
    backend = "django.contrib.auth.backends.ModelBackend"
    return User.objects.with_perm(permission, backend=backend).order_by("username")


def _buttons(article: Article, user: Any, head: Revision) -> list[Button]:
    actions = [each for each in open_to(article, user) if each is not Action.CORRECT]
    return [Button(each, _barred(article, user, head, each)) for each in actions]


def _barred(article: Article, user: Any, head: Revision, action: Action) -> str:
    if not settings.FOUR_EYES:
        return ""
    if action is Action.APPROVE and user.pk in contributors(article, head):
        return CONTRIBUTOR
    if action is Action.COUNTERSIGN and user.pk in _withdrew(article):
        return WITHDREW
    return ""


def _withdrew(article: Article) -> set[int | None]:
    """Who withdrew editions since the last countersignature."""
    since: set[int | None] = set()
    acts = article.acts.filter(action__in=[Action.WITHDRAW.value, Action.COUNTERSIGN.value]).order_by("number")
    for action, by in acts.values_list("action", "by_id"):
        since = since | {by} if action == Action.WITHDRAW.value else set()
    return since
