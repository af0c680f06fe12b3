"""A sheet of the workbench as it is drawn: one Revision laid out, with what was typed in its fields."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.models import Article, Organization, Person, Revision, Theme
from articles.models.keys import new_key
from articles.steps.moving import name_of
from articles.steps.revising import found_in
from articles.text.checks.problem import Level, Problem
from articles.text.document import Document, keys_of
from articles.text.facts.kinds import Kind
from articles.text.readiness import obstacles as sentences_of
from articles.text.readiness import problems_and_remarks
from articles.text.roles import Role
from articles.text.wordings import RULE as MEMORY

from .comparing import measures
from .finding import places
from .form_facts import NEW_FIELDS, NEW_FORMS
from .form_paragraphs import problem_name, spoken_of
from .notes import notes_panel
from .obstacles import obstacles
from .panel import panel
from .remembered import offered_then, with_offers
from .sheets import Sheet, cut, same_sheet
from .shown import Values, shown
from .typed import Reading, Typed, number
from .workbench_about import FIELDS, MOST_THEMES, about, language_tag
from .workbench_rows import Drawing, groups, originals, rows
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
        found = found_in(revision, article.seed.text, problems_and_remarks)
        return cls(article, revision, document, found, names, shown(document, names))

    def reading(self, sent: Typed, by: int) -> Reading:
        found = self.problems
        if spoken_of(sent) - {problem_name(each) for each in found} - {each.fingerprint for each in found}:
            found += offered_then(sent, self.document.paragraphs, self.article.seed.text)
        return Reading(sent, self.document, self.shown, found, by)

    @property
    def open(self) -> tuple[Problem, ...]:
        """The problems nobody has dismissed."""
        judged = {(each.rule, each.fingerprint) for each in self.document.judgements}
        return tuple(each for each in self.problems if (each.rule, each.fingerprint) not in judged)

    @property
    def open_problems(self) -> int:
        """How many of them count: remarks on the grammar do not."""
        return sum(not each.is_remark for each in self.open)


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
    sheets, wanted = sheets_of(bench, len(themes)), request.GET.get("find", "")
    at = _asked(request, sent, sheets)
    sheet = sheets[at - 1] if sent is None else same_sheet(bench.document, bench.problems, sent.paragraphs, sent.facts)
    sheet = with_offers(sheet, bench.article.seed.text)
    values = {**bench.shown, **(sent.values if sent else {})}
    follows = bench.article.editions.given().exists()
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
        "new_facts": _new_facts(sent, sheet, errors or {}),
        "obstacles": obstacles(_sentences(bench, follows), bench.document, sheets),
        "errors": errors or {},
        "unsaved": sent is not None,
        "most_bytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
        "find": wanted,
        "found": places(bench.document, sheets, wanted),
        "measures": measures(bench.article, bench.document, bench.open_problems),
        "last": bench.article.editions.readable().order_by("-number").values_list("number", flat=True).first(),
        "kept": _kept(bench, request.user, at, sheet) if sent is None else None,
        "last_saved": last_saved(bench.article, request.user),
        **(extra or {}),
    }
    return TemplateResponse(request, "admin/articles/article/workbench.html", context, status=status)


def sheets_of(bench: Bench, themes: int) -> tuple[Sheet, ...]:
    """The article's sheets, the first with the fields about the article and a box for each theme."""
    return cut(bench.document, bench.problems, FIELDS + min(themes, MOST_THEMES))


def _kept(bench: Bench, by: Any, at: int, sheet: Sheet) -> Kept | None:
    """What is kept of this editor's typing, as far as it is not in the article by now."""
    kept = kept_for(bench.article, by, at)
    if kept is None or kept.sent is None:
        return kept
    base = bench.article.revisions.filter(number=kept.sent.base).first()
    before = shown(base.document, _names(base.document)) if base else bench.shown
    asked = (*bench.open, *(each for part in sheet for each in part.problems if each.rule == MEMORY))
    return kept if says_more(kept.sent, before, bench.shown, asked) else replace(kept, sent=None)


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
        bench.document, bench.article.seed.text, values, errors, bench.names, _accounts(bench.document), notes,
        originals(bench.document),
    )  # fmt: skip
    drawn = rows(drawing, sheet)
    return {
        "groups": groups(drawn),
        "notes": notes,
        "original_language": language_tag(bench.document.metadata.language),
        "roles": [str(role) for role in Role],
        "open_problems": bench.open_problems,
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


def _new_facts(sent: Typed | None, sheet: Sheet, errors: Mapping[str, str]) -> dict[str, Any]:
    """The empty forms for facts, with what was typed in them."""
    shown = [part.paragraph for part in sheet if part.paragraph.role is not Role.DROPPED]
    return {
        "kinds": [str(kind) for kind in Kind],
        "paragraphs": [(each.key, f"{each.text[:59]}…" if len(each.text) > 60 else each.text) for each in shown],
        "forms": [_new_fact(sent, errors, form) for form in NEW_FORMS],
        "open": any(name.startswith("new-") for name in errors) or (sent is not None and _is_begun(sent)),
    }


def _is_begun(sent: Typed) -> bool:
    return any(sent.one(f"new-{name}{form}") for form in NEW_FORMS for name in NEW_FIELDS)


def _new_fact(sent: Typed | None, errors: Mapping[str, str], form: str) -> dict[str, Any]:
    names = ("paragraph", "kind", *NEW_FIELDS)
    typed = {name: sent.one(f"new-{name}{form}") if sent else "" for name in names}
    return {
        "form": form,
        "key": (sent.one(f"new-key{form}") if sent else "") or new_key(),
        **typed,
        "errors": {name: errors[f"new-{name}{form}"] for name in names if f"new-{name}{form}" in errors},
        "open": any(typed[name] for name in NEW_FIELDS),
    }
