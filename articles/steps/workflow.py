"""The one table of what may be done to an article: it drives buttons, permissions, checks and docs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from articles.errors import NotAllowed, WrongMoment
from articles.models import Article, Stage


class Action(StrEnum):
    IMPORT = "import"
    CORRECT = "correct"
    TAKE = "take"
    ASSIGN = "assign"
    SUBMIT = "submit"
    RECALL = "recall"
    SEND_BACK = "send back"
    APPROVE = "approve"
    REVOKE = "revoke"
    PUBLISH = "publish"
    RESCHEDULE = "reschedule"
    CANCEL = "cancel"
    WITHDRAW = "withdraw"
    COUNTERSIGN = "countersign"
    SPIKE = "spike"
    REVIVE = "revive"
    SETTLE_SOURCE = "settle source"
    # Done by operators, so no row of the table and no button.
    RESTORED = "restored"
    REDACTION_REQUESTED = "redact requested"
    REDACT = "redact"


@dataclass(frozen=True, slots=True)
class Move:
    """``becomes`` is None where the stage stays. ``needs`` names the reason the actor must give, if any."""

    action: Action
    stages: frozenset[Stage]
    permission: str
    becomes: Stage | None = None
    needs: str = ""


ANY = frozenset(Stage)
IN_WORK = ANY - {Stage.SPIKED}

TABLE: tuple[Move, ...] = (
    Move(Action.CORRECT, IN_WORK, "change_article", Stage.CORRECTING, "reason"),
    Move(Action.TAKE, IN_WORK, "change_article"),
    Move(Action.ASSIGN, IN_WORK, "change_article"),
    Move(Action.SUBMIT, frozenset({Stage.CORRECTING}), "change_article", Stage.IN_REVIEW),
    Move(Action.RECALL, frozenset({Stage.IN_REVIEW}), "change_article", Stage.CORRECTING),
    Move(Action.SEND_BACK, frozenset({Stage.IN_REVIEW}), "approve_article", Stage.CORRECTING, "reason"),
    Move(Action.APPROVE, frozenset({Stage.IN_REVIEW}), "approve_article", Stage.APPROVED),
    Move(Action.REVOKE, frozenset({Stage.APPROVED}), "approve_article", Stage.CORRECTING, "reason"),
    Move(Action.PUBLISH, frozenset({Stage.APPROVED}), "publish_article", Stage.DONE),
    Move(Action.RESCHEDULE, ANY, "publish_article"),
    Move(Action.CANCEL, ANY, "publish_article"),
    Move(Action.WITHDRAW, ANY, "withdraw_article", None, "public reason"),
    Move(Action.COUNTERSIGN, ANY, "withdraw_article"),
    Move(Action.SPIKE, IN_WORK, "change_article", Stage.SPIKED, "reason"),
    Move(Action.REVIVE, frozenset({Stage.SPIKED}), "change_article", Stage.CORRECTING),
    Move(Action.SETTLE_SOURCE, IN_WORK, "change_article"),
)
MOVES: dict[Action, Move] = {move.action: move for move in TABLE}


def open_to(article: Article, user: Any) -> tuple[Action, ...]:
    """What this person may do to this article now, as far as the table and the editions tell.

    Whether they are barred as a contributor is said when they try, with a sentence.
    """
    return tuple(
        move.action
        for move in TABLE
        if article.stage in move.stages and may(user, move.action) and _fits(article, move.action)
    )


def may(user: Any, action: Action) -> bool:
    return bool(user.is_active and user.has_perm(f"articles.{MOVES[action].permission}"))


def require(article: Article, user: Any, action: Action) -> Move:
    """The table's row for the action. Raises NotAllowed or WrongMoment where the table forbids it."""
    move = MOVES[action]
    if not may(user, action):
        raise NotAllowed(f"Your account may not {action} articles. Ask somebody who may, or your administrator.")
    if article.stage not in move.stages:
        raise WrongMoment(
            f"“{article}” is {Stage(article.stage).label}: you can {action} only what is {_stages(move)}. "
            "Reload its page to see where it stands."
        )
    return move


def _stages(move: Move) -> str:
    return " or ".join(stage.label for stage in Stage if stage in move.stages)


def _fits(article: Article, action: Action) -> bool:
    match action:
        case Action.RESCHEDULE | Action.CANCEL:
            return article.editions.scheduled().exists()
        case Action.WITHDRAW:
            return article.editions.live().exists() or article.editions.scheduled().exists()
        case Action.SPIKE:
            return not (article.editions.live().exists() or article.editions.scheduled().exists())
        case Action.COUNTERSIGN:
            return article.withdrawal_open
        case Action.SETTLE_SOURCE:
            return article.newer_seed_id is not None
        case _:
            return True
