"""The glossary: a term is added, proposed, accepted; many come from a table."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Term

from .moving import given

COLUMNS = ("wrong", "preferred", "native", "kind", "case", "context", "safe", "note")
MOST_ROWS = 5_000
LONGEST_TABLE = 2 * 1024 * 1024
# What a spreadsheet would take for a formula is written with a mark before it, and read without.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a table: rows ``added``, ``changed``, there before, and refused by their line."""

    added: int
    changed: int
    same: int
    refused: tuple[tuple[int, str], ...]


def suggest(by: Any, wrong: str, preferred: str, note: str = "") -> Term:
    """The term is in the glossary, or where this person may not add to it is proposed to those who may."""
    if not by.has_perm("articles.change_article"):
        raise NotAllowed("Your account may not propose terms.")
    wrong, preferred = " ".join(wrong.split()), " ".join(preferred.split())
    if not preferred:
        raise ValidationError("Say what the house writes.")
    _require_new(wrong, preferred)
    proposer = None if by.has_perm("articles.add_term") else by
    term = Term(wrong=wrong, preferred=preferred, note=note.strip(), kind=Term.Kind.PHRASE, proposed_by=proposer)
    _check(term)
    term.save(force_insert=True)
    return term


def accept(term: Term, by: Any) -> Term:
    """The house writes by the term from now on."""
    if not by.has_perm("articles.add_term"):
        raise NotAllowed("Your account may not add to the glossary.")
    if term.proposed_by is None:
        raise WrongMoment("Somebody else has accepted this term.")
    term.proposed_by, term.refused_by, term.refused_because = None, None, ""
    term.save()
    return term


def refuse(term: Term, by: Any, reason: str) -> Term:
    """The proposal is refused with its reason, which whoever proposes it again is told. It can still be accepted."""
    if not by.has_perm("articles.add_term"):
        raise NotAllowed("Your account may not judge what is proposed for the glossary.")
    reason = given(reason, "reason")[:300]
    if not Term.objects.proposed().filter(pk=term.pk).update(refused_by=by, refused_because=reason):
        raise WrongMoment("Somebody else has accepted or refused this term.")
    term.refused_by, term.refused_because = by, reason
    return term


def count_uses(words: Mapping[str, int]) -> None:
    """The accepted terms have so many uses more: how often each wrong form gave way."""
    left = {" ".join(each.split()).casefold(): count for each, count in words.items() if count > 0}
    for term in Term.objects.accepted() if left else ():
        forms = {" ".join(each.split()).casefold() for each in (term.wrong, *term.inflections.splitlines())}
        if uses := sum(left.get(each, 0) for each in forms):
            Term.objects.filter(pk=term.pk).update(used=models.F("used") + uses)


@transaction.atomic
def take_table(by: Any, data: bytes) -> Taken:
    """The rows of a CSV file are terms; those that cannot be are refused by their line, the others stand."""
    if not (by.has_perm("articles.add_term") and by.has_perm("articles.change_term")):
        raise NotAllowed("Your account may not add to the glossary.")
    counts, refused = {"added": 0, "changed": 0, "same": 0}, []
    for line, row in _rows(data):
        try:
            counts[_take(row)] += 1
        except ValidationError as error:
            refused.append((line, " ".join(error.messages)))
    return Taken(**counts, refused=tuple(refused))


def table() -> str:
    """The accepted terms as a CSV file that can be read back."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for term in Term.objects.accepted():
        writer.writerow([_marked(each) for each in _plain(term)])
    return written.getvalue()


def _require_new(wrong: str, preferred: str) -> None:
    known = Term.objects.filter(wrong=wrong, preferred=preferred).select_related("refused_by").first()
    if known is None:
        return
    if known.refused_by is not None:
        raise WrongMoment(f"“{known}” was proposed before and refused: {known.refused_because}")
    raise WrongMoment(f"“{known}” is in the glossary, or proposed, already.")


def _rows(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    if len(data) > LONGEST_TABLE:
        raise BadInput(f"The file has more than {LONGEST_TABLE // 1024:,} KB. Divide it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("The file is not in UTF-8. Save it as “CSV UTF-8”.") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if not {"wrong", "preferred"} <= set(reader.fieldnames or ()):
            raise BadInput("The first line names the columns; it needs at least wrong and preferred.")
        for at, row in enumerate(reader):
            if at == MOST_ROWS:
                raise BadInput(f"The file has more than {MOST_ROWS:,} terms. Divide it.")
            yield reader.line_num, {name: _unmarked(row.get(name) or "") for name in COLUMNS}
    except csv.Error as error:
        raise BadInput(f"Line {reader.line_num} is no CSV: {error}.") from None


def _take(row: dict[str, str]) -> str:
    """Whether the row was added, changed or the same. Raises ValidationError."""
    wrong, *inflections = (each.strip() for each in row["wrong"].split("|"))
    fields = {
        "native": row["native"], "kind": row["kind"] or Term.Kind.NAME, "case": row["case"] or Term.Case.AS_IS,
        "inflections": "\n".join(filter(None, inflections)), "context": row["context"].replace("|", "\n"),
        "safe": row["safe"].lower() in {"yes", "1", "true"}, "note": row["note"], "proposed_by": None,
        "refused_by": None, "refused_because": "",
    }  # fmt: skip
    term = Term.objects.filter(wrong=wrong, preferred=row["preferred"]).first()
    outcome = "added" if term is None else "changed"
    term = term or Term(wrong=wrong, preferred=row["preferred"])
    if term.pk and all(getattr(term, name) == value for name, value in fields.items()):
        return "same"
    for name, value in fields.items():
        setattr(term, name, value)
    _check(term)
    term.save()
    return outcome


def _check(term: Term) -> None:
    """Raises ValidationError where the term cannot stand."""
    term.full_clean(validate_unique=False, validate_constraints=False)
    if term.wrong == term.preferred:
        raise ValidationError(f"“{term.wrong}” is what the house writes already.")
    if term.safe and not term.preferred:
        raise ValidationError(f"“{term.wrong}” can be put right unasked only if you say what the house writes.")


def _plain(term: Term) -> tuple[str, ...]:
    wrong = "|".join((term.wrong, *filter(None, term.inflections.splitlines())))
    context, safe = "|".join(term.context.splitlines()), "yes" if term.safe else ""
    return wrong, term.preferred, term.native, term.kind, term.case, context, safe, term.note


def _marked(field: str) -> str:
    return f"'{field}" if field.startswith(_FORMULA) else field


def _unmarked(field: str) -> str:
    field = field.strip()
    return field[1:] if field.startswith("'") and field[1:].startswith(_FORMULA) else field
