"""How a text was made, in one sentence that is derived and never typed."""

from django.conf.locale import LANG_INFO
from django.utils import timezone

from articles.models import Edition
from articles.text.changes import share_changed
from articles.text.document import PublicDocument, PublicParagraph

from .wording import ordinal, people


def how_made(edition: Edition, document: PublicDocument) -> str:
    """Who translated, corrected and approved the edition, by number of people."""
    return f"{_translated(document)}; {_corrected(edition)}; {_approved(edition)}. Edition {edition.number}."


def source_type(document: PublicDocument) -> str:
    """How the words came about, as a term of the IPTC's digital source types; nothing where no machine wrote any.

    There is no term for what a machine translated and people corrected; the nearest says that both had a part in it.
    """
    machine = [each for each in document.paragraphs if each.machine]
    if not machine:
        return ""
    unchanged = all(each.machine == each.text for each in document.paragraphs)
    return "trainedAlgorithmicMedia" if unchanged else "compositeWithTrainedAlgorithmicMedia"


def share_in_words(paragraphs: tuple[PublicParagraph, ...]) -> str:
    """How much of the machine's wording was changed; nothing where a machine wrote none of it."""
    machine = "\n".join(each.machine for each in paragraphs if each.machine)
    if not machine:
        return ""
    share = share_changed(machine, "\n".join(each.text for each in paragraphs))
    if not share:
        return "The words are the machine’s, unchanged."
    changed = max(1, round(share * 100))
    return f"{changed} in 100 words {'differs' if changed == 1 else 'differ'} from the machine’s."


def language_name(code: str) -> str:
    """The English name of a language, or its code where Django knows none."""
    known = (LANG_INFO.get(each, {}).get("name") for each in (code.lower(), code.lower().split("-")[0], f"{code}-hans"))
    return next(filter(None, known), code).replace("Simplified Chinese", "Chinese")


def _translated(document: PublicDocument) -> str:
    if not any(each.machine for each in document.paragraphs):
        return "Written by editors"
    language = document.metadata.language
    return f"Machine translated from {language_name(language)}" if language else "Machine translated"


def _corrected(edition: Edition) -> str:
    return f"corrected by {people(len(edition.contributors))}"


def _approved(edition: Edition) -> str:
    day = f"{timezone.localtime(edition.approved_at):%-d %B %Y}"
    if not edition.four_eyes:
        return f"approved on {day} on a desk of one: nobody else had to read it"
    if edition.approver_name in edition.contributors:
        return f"approved on {day} by somebody who changed nothing since the last edition"
    return f"approved by a {ordinal(len(edition.contributors) + 1)} on {day}"
