"""Seeds handed to another process, on another machine perhaps: as JSON there, as answers back.

Importing is safe to do twice, as the same bytes change nothing; so whoever hands over may hand over again.
"""

import base64
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from articles.errors import Refused

from .importing import Imported, Outcome, known_articles, store
from .preparing import Given, Prepared, sha256_of
from .reading import prepared
from .revising import glossary

log = logging.getLogger(__name__)
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one seed: an Outcome's word with its article, or ``refused`` with the reason."""

    outcome: str
    reason: str = ""
    article: int | None = None


def packed(given: Given) -> dict[str, Any]:
    """The seed as JSON takes it."""
    return {**asdict(given), "data": base64.b64encode(given.data).decode("ascii")}


def unpacked(parcel: dict[str, Any]) -> Given:
    return Given(**{**parcel, "data": base64.b64decode(parcel["data"])})


def import_parcels(parcels: Sequence[dict[str, Any]], checks: bool = True) -> list[dict[str, Any]]:
    """Each seed is an article, or was one, or is refused; the Answers in order, as JSON takes them."""
    seeds = [unpacked(each) for each in parcels]
    known = known_articles([sha256_of(each.data) for each in seeds])
    fresh = [None if _is_known(each, known) else each for each in seeds]
    outcomes = [outcome for _, outcome in prepared(zip(seeds, fresh, strict=True), glossary(), checks=checks)]
    stored = iter(store([each for each in outcomes if isinstance(each, Prepared)]))
    done = [next(stored) if isinstance(each, Prepared) else each for each in outcomes]
    return [asdict(_answer(*each, known)) for each in zip(seeds, done, strict=True)]


def answer_of(done: Imported | Exception, place: str) -> Answer:
    """A refusal is told in its own words, a fault of ours with a call for help and in the log."""
    if isinstance(done, Imported):
        return Answer(done.outcome.value, article=done.article.pk)
    if isinstance(done, Refused):
        return Answer(REFUSED, str(done))
    log.error("Import of %s failed", place, exc_info=done)
    return Answer(REFUSED, f"Galley failed on it ({done!r}). Please report it with the file.")


def _is_known(given: Given, known: dict[str, int]) -> bool:
    return given.encoding is None and sha256_of(given.data) in known


def _answer(given: Given, done: Imported | Exception | None, known: dict[str, int]) -> Answer:
    if done is None:
        return Answer(Outcome.UNCHANGED.value, article=known[sha256_of(given.data)])
    return answer_of(done, given.identity)
