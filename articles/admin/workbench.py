"""The workbench: an article's change page, the one door through which its parts are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.errors import BadInput, Conflict, Refused
from articles.models import Article, Organization, Person, Revision, Theme
from articles.models.keys import new_key
from articles.steps import correcting
from articles.steps.moving import head_of, name_of
from articles.steps.readiness import follows_an_edition
from articles.steps.revising import glossary
from articles.steps.workflow import Action, may
from articles.text.changes import changes
from articles.text.checks.problem import Level, Problem
from articles.text.correction import Clash, clashes, needed
from articles.text.document import Document, keys_of
from articles.text.facts.kinds import Kind
from articles.text.readiness import obstacles as sentences_of
from articles.text.readiness import problems
from articles.text.roles import Role

from .form_paragraphs import STRUCTURE_REASONS
from .obstacles import obstacles
from .panel import panel, refusal_context
from .sheets import Sheet, cut, same_sheet
from .shown import Values, shown
from .typed import FormRefused, Reading, Typed, number, typed
from .workbench_about import FIELDS, MOST_THEMES, about
from .workbench_form import correction, rebased
from .workbench_rows import Drawing, groups, rows

# As many names as a browser offers without growing slow.
MOST_NAMES = 400


def workbench(request: HttpRequest, article: Article) -> HttpResponse:
    """The sheet asked for, or what becomes of the one sent."""
    if request.method == "POST":
        return _save(request, article)
    return sheet_page(request, article)


def sheet_page(request: HttpRequest, article: Article, extra: Mapping[str, Any] | None = None) -> HttpResponse:
    """The article as it is now, one sheet of it."""
    return _render(request, _Bench.of(article, head_of(article)), extra=extra)


def _save(request: HttpRequest, article: Article) -> HttpResponse:
    sent = typed(request.POST)
    base = article.revisions.filter(number=sent.base).first()
    if base is None:
        error = BadInput("The page does not say which revision it was typed on. Look at it again, then save.")
        return _again(request, _Bench.of(article, head_of(article)), sent, error)
    bench = _Bench.of(article, base)
    try:
        revision = _correct(request, bench, sent)
    except Conflict as error:
        return _conflict(request, bench, sent, error)
    except Refused as error:
        return _again(request, bench, sent, error)
    return _saved(request, bench, sent, revision)


def _correct(request: HttpRequest, bench: "_Bench", sent: Typed) -> Revision | None:
    wanted = correction(bench.reading(sent, request.user.pk))
    reason = sent.one("reason") or STRUCTURE_REASONS.get(sent.pressed.partition(":")[0], "")
    return correcting.save(bench.article, request.user, sent.base, wanted, reason, sent.one("scheduled"))


def _saved(request: HttpRequest, bench: "_Bench", sent: Typed, revision: Revision | None) -> HttpResponse:
    if revision is None:
        messages.info(request, "Nothing was changed, so there is no new revision.")
    else:
        messages.success(request, f"Saved as revision {revision.number}.")
    address = reverse("admin:articles_article_change", args=[bench.article.pk])
    key = _last_touched(bench.reading(sent, request.user.pk), revision)
    return HttpResponseRedirect(f"{address}?sheet={sent.sheet}{f'#p-{key}' if key else ''}")


def _last_touched(reading: Reading, revision: Revision | None) -> str:
    """The paragraph the editor was at: the one whose button was pressed, else the last one that was changed."""
    if pressed := reading.typed.pressed.partition(":")[2]:
        return pressed
    document = reading.base if revision is None else revision.document
    before = {each.key: each for each in reading.base.paragraphs}
    facts = {each.key: each for each in reading.base.facts}
    touched = {each.paragraph for each in document.facts if facts.get(each.key) != each}
    touched |= {each.key for each in document.paragraphs if before.get(each.key) != each}
    mine = [each.key for each in document.paragraphs if each.key in touched & reading.typed.paragraphs]
    return mine[-1] if mine else ""


def _again(request: HttpRequest, bench: "_Bench", sent: Typed, error: Refused) -> HttpResponse:
    """The same sheet with the typing kept and the refusal told."""
    errors = error.errors if isinstance(error, FormRefused) else {}
    extra = refusal_context(error)
    if not may(request.user, Action.CORRECT):
        # There is no form for them to stand in.
        extra["without_place"] = _told(sent, bench.reading(sent, 0))
    return _render(request, bench, sent=sent, errors=errors, extra=extra, status=error.status)


def _conflict(request: HttpRequest, old: "_Bench", sent: Typed, error: Conflict) -> HttpResponse:
    """The sheet on the newest Revision: mine in the fields, base, theirs and mine side by side above them."""
    article = Article.objects.get(pk=old.article.pk)
    bench = _Bench.of(article, head_of(article))
    wanted = needed(correction(old.reading(sent, request.user.pk)), old.document)
    found = clashes(wanted, old.document, bench.document) or error.clashes
    mine = rebased(sent, old.shown, bench.shown, bench.revision.number)
    extra = {**refusal_context(error), "clashes": [_side_by_side(each, bench.document) for each in found]}
    lost = _without_place(sent, old, bench)
    return _render(request, bench, sent=mine, extra={**extra, "without_place": lost}, status=error.status)


def _without_place(sent: Typed, old: "_Bench", bench: "_Bench") -> list[tuple[str, str]]:
    """What was typed about paragraphs and facts that are gone: (what it was, what was typed)."""
    reading = old.reading(sent, 0)
    gone = (sent.paragraphs - {p.key for p in bench.document.paragraphs}) | (
        sent.facts - {f.key for f in bench.document.facts}
    )
    return _told(sent, reading, gone)


def _told(sent: Typed, reading: Reading, about: frozenset[str] | None = None) -> list[tuple[str, str]]:
    """What was typed otherwise than shown (about these paragraphs and facts), with what it is."""
    names = [name for name in sent.values if reading.changed(name)]
    wanted = [name for name in names if about is None or set(name.split("-")[1:2]) & about]
    return [(name.replace("-", " "), " ".join(sent.values[name])) for name in wanted]


@dataclass(frozen=True, slots=True)
class _SideBySide:
    clash: Clash
    what: str
    link: str
    theirs: tuple
    mine: tuple


def _side_by_side(clash: Clash, document: Document) -> _SideBySide:
    kind, _, key = clash.unit.partition(":")
    fact = document.fact(key)
    place = {each.key: at for at, each in enumerate(document.paragraphs, 1)}
    what = {
        "paragraph": f"Paragraph {place.get(key, 'that is gone')}",
        "fact": f"The {fact.kind} “{fact.quote[:60]}”" if fact else "The new fact",
        "metadata": key.replace("_", " ").capitalize(),
    }.get(kind, "The order of paragraphs")
    link = {"paragraph": f"#p-{key}", "fact": f"#f-{key}", "metadata": f"#id_meta-{key}"}.get(kind, "#about")
    return _SideBySide(
        clash, what, link, changes(str(clash.base), str(clash.theirs)), changes(str(clash.base), str(clash.mine))
    )


@dataclass(frozen=True, slots=True)
class _Bench:
    """One Revision of an article laid out: its document, problems, names, and what its fields show."""

    article: Article
    revision: Revision
    document: Document
    problems: tuple[Problem, ...]
    names: dict[str, str]
    shown: Values

    @classmethod
    def of(cls, article: Article, revision: Revision) -> "_Bench":
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


def _render(
    request: HttpRequest,
    bench: _Bench,
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
        **(extra or {}),
    }
    return TemplateResponse(request, "admin/articles/article/workbench.html", context, status=status)


def _asked(request: HttpRequest, sent: Typed | None, sheets: tuple[Sheet, ...]) -> int:
    """The number of the sheet: the one sent, the one with the paragraph or fact ``?at=`` names, or ``?sheet=``."""
    if sent is not None:
        return 1 if sent.has_metadata else min(sent.sheet, len(sheets))
    if wanted := request.GET.get("at"):
        return next((at for at, sheet in enumerate(sheets, 1) if _shows(sheet, wanted)), 1)
    asked = number({"sheet": (request.GET.get("sheet", ""),)}, "sheet")
    return min(max(asked, 1), len(sheets))


def _shows(sheet: Sheet, key: str) -> bool:
    return any(key == part.paragraph.key or key in {fact.key for fact in part.facts} for part in sheet)


def _sentences(bench: _Bench, follows: bool) -> tuple[str, ...]:
    """Why the article cannot be submitted, as the step that submits it would say."""
    notes = sum(note.resolved_at is None for note in bench.article.notes.all())
    said = (f"{notes} note{'s are' if notes > 1 else ' is'} open: resolve what colleagues remarked.",) if notes else ()
    return (*sentences_of(bench.document, bench.open, first=not follows), *said)


def _sheet_context(bench: _Bench, sheet: Sheet, values: Values, errors: Mapping[str, str]) -> dict[str, Any]:
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
