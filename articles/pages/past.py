"""What came of an article up to one of its editions: when readers first saw it, when it changed, what was put right."""

from dataclasses import dataclass
from datetime import datetime

from articles.models import Edition
from articles.text.document import Significance

# An edition that is one of these tells readers of something; the others change wording at most.
TOLD = (Significance.CLARIFICATION.value, Significance.CORRECTION.value, Significance.UPDATE.value)
QUIET = tuple(each.value for each in Significance if each.value not in TOLD)


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an edition said of itself. ``before`` is the number of the edition it took the place of."""

    edition: Edition
    before: int | None

    @property
    def kind(self) -> str:
        """``Correction``; ``Note`` where nothing was wrong."""
        return self.edition.significance.capitalize() if self.edition.significance in TOLD else "Note"

    @property
    def corrects(self) -> bool:
        return self.edition.significance in {Significance.CORRECTION, Significance.CLARIFICATION}


@dataclass(frozen=True, slots=True)
class Past:
    """``changed`` is the moment of the last edition that was more than minor; ``amendments`` come newest first."""

    first: datetime
    changed: datetime
    amendments: tuple[Amendment, ...]


def past(edition: Edition) -> Past:
    """What readers could see of the article up to this edition, itself among it; one query."""
    earlier = Edition.objects.readable(edition.live_from).filter(article=edition.article_id, number__lt=edition.number)
    seen = [*earlier.defer("text").order_by("number"), edition]
    before = [None, *(each.number for each in seen)]
    told = [Amendment(each, number) for each, number in zip(seen, before, strict=False) if each.note]
    telling = [each.live_from for each in seen if each.significance != Significance.MINOR]
    return Past(seen[0].live_from, max(telling, default=seen[0].live_from), tuple(reversed(told)))
