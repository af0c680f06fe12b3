"""A correction written on a sheet beside its seed, taken through the same steps as an editor's.

A sheet is JSON. It names paragraphs by the machine's words they begin with, facts by their kind and the machine's
words they rest on, judgements by rule and words, so it fits any article imported from its seed: no key is in it.

``reason``      of the save
``metadata``    fields of the article to set
``themes``      their slugs, all of them
``paragraphs``  ``machine``, ``role``, ``text``: each is confirmed
``facts``       ``kind``, ``machine``, ``quote`` in the corrected text, ``values``: accepted, or added where the
                importer found none there; what the sheet does not name is rejected
``judgements``  ``rule``, ``words`` of the problem or its message, ``reason``
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import transaction

from articles.errors import BadInput
from articles.models import Article, Seed, Stage
from articles.models.keys import new_key
from articles.text.correction import Correction, FactEdit, NewFact, ParagraphEdit
from articles.text.document import Document, Fact, FactState, Judgement, Paragraph, read_values
from articles.text.facts.kinds import CLASSES, Kind, Values
from articles.text.readiness import machine_words, open_problems
from articles.text.roles import Role

from . import approving, correcting, publishing
from .moving import head_of
from .revising import glossary

ENDING = ".correction.json"


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    what: str
    group: str = ""


ACCOUNTS = (
    Account("cora", "corrects", "Editors"),
    Account("ada", "approves and publishes", "Approvers"),
    Account("admin", "administers the site"),
)


@transaction.atomic
def hire(account: Account, password: str) -> User:
    """The account is there, with its group and this password."""
    user, _ = User.objects.update_or_create(
        username=account.name, defaults={"is_staff": True, "is_superuser": not account.group}
    )
    user.set_password(password)
    user.save(update_fields=["password"])
    if account.group:
        user.groups.add(Group.objects.get(name=account.group))
    return user


def sheets_in(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{ENDING}"))


def read_sheet(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def demonstrate(article: Article, sheet: dict[str, Any], editor: User, approver: User) -> bool:
    """The article is corrected by the editor as the sheet says, approved and published by the approver.

    Goes on from wherever it stands; False where there is nothing to do, as it is public already or somebody else works
    on it.
    """
    if article.editions.exists() or article.stage == Stage.SPIKED or _is_somebodys(article, editor):
        return False
    if article.stage in {Stage.IMPORTED, Stage.CORRECTING}:
        save_sheet(article, sheet, editor)
        correcting.submit(article.pk, editor)
    if _now(article).stage == Stage.IN_REVIEW:
        approving.approve(article.pk, approver, head_of(_now(article)).digest)
    publishing.publish(article.pk, approver)
    return True


def save_sheet(article: Article, sheet: dict[str, Any], editor: User) -> None:
    """The article says what the sheet says: its words first, then judgements of the problems these leave."""
    head = head_of(article)
    reason = sheet["reason"]
    correcting.save(article.pk, editor, head.number, correction_of(sheet, head.document, article.seed), reason)
    article = _now(article)
    head = head_of(article)
    judged = Correction(judgements=tuple(_judgements(sheet, head.document, article.seed, editor)))
    correcting.save(article.pk, editor, head.number, judged, "Confirmed what the correction changed")


def correction_of(sheet: dict[str, Any], document: Document, seed: Seed) -> Correction:
    """What the sheet asks to change in the document. Raises BadInput where it names something that is not there."""
    named = [(_paragraph(row["machine"], document, seed), row) for row in sheet["paragraphs"]]
    facts, new = _facts(sheet, document, seed)
    return Correction(
        paragraphs=tuple(ParagraphEdit(each.key, row["text"], Role(row["role"]), True) for each, row in named),
        facts=tuple(facts),
        new_facts=tuple(new),
        themes=frozenset(sheet["themes"]),
        metadata=replace(document.metadata, **sheet["metadata"]),
    )


def _now(article: Article) -> Article:
    return Article.objects.select_related("seed").get(pk=article.pk)


def _is_somebodys(article: Article, editor: User) -> bool:
    return article.revisions.exclude(author__isnull=True).exclude(author=editor).exists()


def _paragraph(begins: str, document: Document, seed: Seed) -> Paragraph:
    """The only paragraph whose machine words begin so, or, for a fact, hold these words."""
    words = {each: machine_words(each, seed.text) for each in document.paragraphs}
    found = [each for each in words if words[each].startswith(begins)] or [e for e in words if begins in words[e]]
    if len(found) != 1:
        raise BadInput(f"The sheet names “{begins[:60]}”, which {len(found)} paragraphs of the article have.")
    return found[0]


def _facts(sheet: dict[str, Any], document: Document, seed: Seed) -> tuple[list[FactEdit], list[NewFact]]:
    edits: dict[str, FactEdit] = {}
    new: list[NewFact] = []
    for row in sheet["facts"]:
        paragraph, values = _paragraph(row["machine"], document, seed), _values(row)
        fact = _found(row, paragraph, [each for each in document.facts if each.key not in edits], seed)
        if fact is None:
            new.append(NewFact(new_key(), paragraph.key, row["quote"], values))
        else:
            edits[fact.key] = FactEdit(
                fact.key, FactState.ACCEPTED, _known_to(fact, values), row["quote"], checked=True
            )
    rest = [each for each in document.facts if each.key not in edits]
    return [*edits.values(), *(FactEdit(each.key, FactState.REJECTED, each.values, "") for each in rest)], new


def _found(row: dict[str, Any], paragraph: Paragraph, facts: list[Fact], seed: Seed) -> Fact | None:
    """The fact of this kind that rests on the most of the sheet's words, or was added with its quote."""
    start = machine_words(paragraph, seed.text).index(row["machine"])
    end = start + len(row["machine"])
    of_kind = [each for each in facts if each.paragraph == paragraph.key and each.kind == row["kind"]]
    added = next((each for each in of_kind if each.machine_start is None and each.quote == row["quote"]), None)
    shared = {each: min(end, each.machine_end or 0) - max(start, each.machine_start or 0) for each in of_kind}
    return added or max((each for each in shared if shared[each] > 0), key=shared.__getitem__, default=None)


def _values(row: dict[str, Any]) -> Values:
    kind = Kind(row["kind"])
    quantities = {"quantities": []} if kind is Kind.CLAIM else {}
    return read_values(kind, {**quantities, **row["values"]})


def _known_to(fact: Fact, values: Values) -> Values:
    """The values with the people and organizations that the fact points to already."""
    if fact.state is not FactState.ACCEPTED:
        return values
    keys = [each.name for each in fields(CLASSES[fact.kind]) if each.name.endswith("_key")]
    return replace(values, **{name: getattr(fact.values, name) for name in keys})


def _judgements(sheet: dict[str, Any], document: Document, seed: Seed, editor: User) -> Iterator[Judgement]:
    texts = {each.key: each.text for each in document.paragraphs}
    for problem in open_problems(document, seed.text, glossary()):
        words = texts[problem.paragraph][problem.start : problem.end]
        for row in sheet["judgements"]:
            if row["rule"] == problem.rule and (row["words"] == words or f"“{row['words']}”" in problem.message):
                yield Judgement(problem.rule, problem.fingerprint, problem.paragraph, row["reason"], editor.pk)
                break
