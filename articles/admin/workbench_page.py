"""A sheet of the workbench as it is drawn: one Revision laid out, with what was typed in its fields."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.models import Article, Organization, Person, Revision, Theme
from articles.models.keys import new_key
from articles.steps.moving import name_of
from articles.steps.readiness import follows_an_edition
from articles.steps.revising import glossary
from articles.text.checks.problem import Level, Problem
from articles.text.document import Document, keys_of
from articles.text.facts.kinds import Kind
from articles.text.readiness import obstacles as sentences_of
from articles.text.readiness import problems
from articles.text.roles import Role

from .comparing import measures
from .notes import notes_panel
from .obstacles import obstacles
from .panel import panel
from .sheets import Sheet, cut, same_sheet
from .shown import Values, shown
from .typed import Reading, Typed, number
from .workbench_about import FIELDS, MOST_THEMES, about
from .workbench_rows import Drawing, groups, rows
from .working_copies import Kept, kept_for, last_saved, says_more

# As many names as a browser offers without growing slow.
MOST_NAMES = 400


@dataclass(frozen=True, slots=True)
class Bench:
    """One Revision of an article laid out: its document, problems, names, and what its fields show."""

    article: Article
    revision: Revision
    document: Document
    problems: tuple[Problem, ...]
    names: dict[str, str]
    shown: Values

    @classmethod
    def of(cls, article: Article, revision: Revision) -> "Bench":
        document = revision.document
        names = _names(document)
        found = problems(document, article.seed.text, glossary())
        return cls(article, revision, document, found, names, shown(document, names))

    def reading(self, sent: Typed, by: int) -> Reading:
        return Reading(sent, self.document, self.shown, self.problems, by)

    @property
    def open(self) -> tuple[Problem, ...]:
        """The problems nobody has dismissed."""
        judged = {(each.rule, each.fingerprint) for each in self.document.judgements}
        return tuple(each for each in self.problems if (each.rule, each.fingerprint) not in judged)


def _names(document: Document) -> dict[str, str]:
    keys = {key for fact in document.facts for key in keys_of(fact.values)}
    return {
        key: name
        for model in (Person, Organization)
        for key, name in model.objects.filter(key__in=keys).values_list("key", "name")
    }


def draw(
    request: HttpRequest,
    bench: Bench,
    *,
    sent: Typed | None = None,
    errors: Mapping[str, str] | None = None,
    extra: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    themes = list(Theme.objects.order_by("name"))
    sheets = cut(bench.document, bench.problems, FIELDS + min(len(themes), MOST_THEMES))
    at = _asked(request, sent, sheets)
    sheet = sheets[at - 1] if sent is None else same_sheet(bench.document, bench.problems, sent.paragraphs, sent.facts)
    values = {**bench.shown, **(sent.values if sent else {})}
    follows = follows_an_edition(bench.article)
    context = {
        **panel(request, bench.article, bench.revision, "change"),
        **notes_panel(bench.article, bench.document, request.user, _keys(sheet)),
        **_sheet_context(bench, sheet, values, errors or {}),
        "title": str(bench.article),
        "sheet": at,
        "sheets": range(1, len(sheets) + 1),
        "about": about(bench.document, values, errors or {}, themes, follows) if at == 1 else None,
        "reason": sent.one("reason") if sent else "",
        "keep_or_cancel": sent.one("scheduled") if sent else "",
        "new_fact": _new_fact(sent, sheet, errors or {}),
        "obstacles": obstacles(_sentences(bench, follows), bench.document, sheets),
        "errors": errors or {},
        "unsaved": sent is not None,
        "measures": measures(bench.article, bench.document, len(bench.open)),
        "last": bench.article.editions.readable().order_by("-number").values_list("number", flat=True).first(),
        "kept": _kept(bench, request.user, at) if sent is None else None,
        "last_saved": last_saved(bench.article, request.user),
        **(extra or {}),
    }
    return TemplateResponse(request, "admin/articles/article/workbench.html", context, status=status)


def _kept(bench: Bench, by: Any, sheet: int) -> Kept | None:
    """What is kept of this editor's typing, as far as it is not in the article by now."""
    kept = kept_for(bench.article, by, sheet)
    if kept is None or kept.sent is None:
        return kept
    base = bench.article.revisions.filter(number=kept.sent.base).first()
    before = shown(base.document, _names(base.document)) if base else bench.shown
    return kept if says_more(kept.sent, before, bench.shown, bench.open) else replace(kept, sent=None)


def _asked(request: HttpRequest, sent: Typed | None, sheets: tuple[Sheet, ...]) -> int:
    """The number of the sheet: the one sent, the one with the paragraph or fact ``?at=`` names, or ``?sheet=``."""
    if sent is not None:
        return 1 if sent.has_metadata else min(sent.sheet, len(sheets))
    if wanted := request.GET.get("at"):
        return next((at for at, sheet in enumerate(sheets, 1) if _shows(sheet, wanted)), 1)
    return min(asked_sheet(request), len(sheets))


def asked_sheet(request: HttpRequest) -> int:
    """The sheet of the page's address, the first where it names none."""
    return max(1, number({"sheet": (request.GET.get("sheet", ""),)}, "sheet"))


def _shows(sheet: Sheet, key: str) -> bool:
    return key in _keys(sheet)


def _keys(sheet: Sheet) -> set[str]:
    """The paragraphs and facts of a sheet."""
    return {part.paragraph.key for part in sheet} | {fact.key for part in sheet for fact in part.facts}


def _sentences(bench: Bench, follows: bool) -> tuple[str, ...]:
    """Why the article cannot be submitted, as the step that submits it would say."""
    notes = sum(note.resolved_at is None for note in bench.article.notes.all())
    said = (f"{notes} note{'s are' if notes > 1 else ' is'} open: resolve what colleagues remarked.",) if notes else ()
    return (*sentences_of(bench.document, bench.open, first=not follows), *said)


def _sheet_context(bench: Bench, sheet: Sheet, values: Values, errors: Mapping[str, str]) -> dict[str, Any]:
    notes = list(bench.article.notes.open().select_related("by"))
    drawing = Drawing(
        bench.document, bench.article.seed.text, values, errors, bench.names, _accounts(bench.document), notes
    )
    drawn = rows(drawing, sheet)
    return {
        "groups": groups(drawn),
        "notes": notes,
        "roles": [str(role) for role in Role],
        "open_problems": len(bench.open),
        "blocking_problems": sum(each.level is Level.BLOCK for each in bench.open),
        "people_names": _known(Person),
        "organization_names": _known(Organization),
    }


def _known(model: type[Person] | type[Organization]) -> list[str]:
    return list(model.objects.filter(merged_into__isnull=True).values_list("name", flat=True)[:MOST_NAMES])


def _accounts(document: Document) -> dict[int, str]:
    """What the accounts in a document are called."""
    wanted = {each.confirmed_by for each in document.paragraphs} | {each.by for each in document.judgements}
    return {user.pk: name_of(user) for user in User.objects.filter(pk__in=wanted - {None})}


def _new_fact(sent: Typed | None, sheet: Sheet, errors: Mapping[str, str]) -> dict[str, Any]:
    one = sent.one if sent else lambda name: ""
    return {
        "key": one("new-key") or new_key(),
        "paragraph": one("new-paragraph"),
        "kind": one("new-kind"),
        "kinds": [str(kind) for kind in Kind],
        "paragraphs": [part.paragraph for part in sheet if part.paragraph.role is not Role.DROPPED],
        **{name: one(f"new-{name}") for name in ("quote", "who", "what", "date")},
        "errors": {name.removeprefix("new-"): text for name, text in errors.items() if name.startswith("new-")},
    }
