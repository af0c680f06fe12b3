"""What readers report, and what the newsroom answers."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Edition, ReaderReport

LONGEST = 2000


def report(edition: Edition, paragraph: str, text: str, contact: str = "") -> ReaderReport:
    """A reader's words about an edition (and one of its paragraphs) wait on the desk."""
    text = text.strip()
    if not text:
        raise BadInput("Say what is wrong.")
    if len(text) > LONGEST:
        raise BadInput(f"Please keep it to {LONGEST} characters; yours are {len(text)}.")
    known = {each.key for each in edition.document.paragraphs}
    return ReaderReport.objects.create(
        edition=edition, paragraph=paragraph if paragraph in known else "", text=text, contact=contact.strip()[:200]
    )


@transaction.atomic
def answer(report: ReaderReport, by: Any, words: str) -> ReaderReport:
    """The report is off the desk, with what was done about it."""
    if not by.has_perm("articles.change_readerreport"):
        raise NotAllowed("Your account may not answer readers.")
    if not words.strip():
        raise BadInput("Say what was done about it.")
    answered = ReaderReport.objects.filter(pk=report.pk, answered_at__isnull=True).update(
        answer=words.strip(), answered_by=by, answered_at=timezone.now()
    )
    if not answered:
        raise WrongMoment("Somebody else has answered this report.")
    report.refresh_from_db()
    return report
