"""Two people, organizations or themes that are one; a theme by another name. No draft and no document is touched:
the row that is gone stays and points on, and so does its address."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import FACT_MODELS, Merge, Organization, Person, Published, Theme

from .moving import given

Row = Person | Organization | Theme
MODELS: dict[str, type[Row]] = {"person": Person, "organization": Organization, "theme": Theme}
# Merges of merges are followed so far; nobody means more.
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Preview:
    """What merging would do: how many drafts point to the one that goes, how many live editions show it."""

    gone: Row
    into: Row
    drafts: int
    editions: int


def preview(gone: Row, into: Row) -> Preview:
    """Raises BadInput where the two cannot be merged."""
    into = standing(into)
    if gone.pk == into.pk:
        raise BadInput(f"“{gone}” and “{into}” are the same already.")
    if gone.merged_into_id is not None:
        raise WrongMoment(f"“{gone}” is merged into “{standing(gone)}” already. Undo that first.")
    return Preview(gone, into, _drafts(gone), _editions(gone).values("edition").distinct().count())


@transaction.atomic
def merge(gone: Row, into: Row, by: Any, reason: str) -> Merge:
    """``gone`` points to ``into`` from now on: names typed, pages and addresses lead there."""
    gone, into = _locked(gone, into)
    seen = preview(gone, into)
    require(by, gone, seen.into)
    reason = given(reason, "reason")
    type(gone).objects.filter(pk=gone.pk).update(merged_into=seen.into)
    return _log(gone, seen.into, by, reason)


@transaction.atomic
def rename(theme: Theme, name: str, by: Any, reason: str) -> Merge:
    """The theme is called so. By a name of another address it is another theme, into which this one is merged."""
    name, reason = " ".join(name.split()), given(reason, "reason")
    require(by, theme)
    slug = slugify(name)[:100]
    if not slug or len(name) > 100:
        raise BadInput("Give a name of up to 100 characters, with a letter or digit in it.")
    others = Theme.objects.filter(models.Q(name__iexact=name) | models.Q(slug=slug)).exclude(pk=theme.pk)
    if other := others.first():
        raise BadInput(f"There is a theme “{other}” already. Merge this one into it.")
    if slug == theme.slug:
        made = _log(theme, theme, by, reason, now=name)
        Theme.objects.filter(pk=theme.pk).update(name=name)
        return made
    columns = {column: getattr(theme, column) for column in ("description", "keywords", "broader")}
    made = Theme.objects.create(name=name, slug=slug, **columns)
    return merge(theme, made, by, reason)


@transaction.atomic
def undo(merged: Merge, by: Any) -> None:
    """What was merged stands for itself again; a theme renamed where it is has its old name back."""
    model = MODELS[merged.kind]
    gone = _find(model, merged.gone)
    require(by, gone)
    if not Merge.objects.filter(pk=merged.pk, undone_at=None).update(undone_by=by, undone_at=timezone.now()):
        raise WrongMoment("This was undone before.")
    if merged.gone == merged.into:
        if not Theme.objects.filter(slug=merged.gone, name=merged.now).update(name=merged.was):
            raise WrongMoment(f"“{merged.now}” has another name by now. Rename it by hand.")
    elif not model.objects.filter(pk=gone.pk, merged_into=_find(model, merged.into)).update(merged_into=None):
        raise WrongMoment(f"“{gone}” points elsewhere by now. Look at it again.")


def standing(row: Row) -> Row:
    """The one that stands for this row after all merges."""
    for _ in range(DEEPEST):
        if row.merged_into_id is None:
            break
        row = row.merged_into
    return row


def stood_for(slugs: Iterable[str]) -> set[str]:
    """The themes that those of these slugs were merged into, now or at some time."""
    log = Merge.objects.filter(kind="theme").values_list("gone", "into")
    rows = Theme.objects.filter(merged_into__isnull=False).values_list("slug", "merged_into__slug")
    found, pairs = set(slugs), {*log, *rows}
    for _ in range(DEEPEST):
        found |= {into for gone, into in pairs if gone in found}
    return found


def recent(kind: str) -> models.QuerySet[Merge]:
    """The newest merges of this kind."""
    return Merge.objects.filter(kind=kind).select_related("by", "undone_by")[:20]


def require(by: Any, *rows: Row) -> None:
    """Raises NotAllowed unless this person may change these; what a live edition shows takes the right to approve."""
    kind = rows[0]._meta.model_name
    if not by.has_perm(f"articles.change_{kind}"):
        raise NotAllowed(f"Your account may not change a {kind}.")
    if not by.has_perm("articles.approve_article"):
        for row in rows:
            if _editions(row).exists():
                raise NotAllowed(f"Readers see “{row}” in a live edition, so this needs the right to approve.")


def key_of(row: Row) -> str:
    return row.slug if isinstance(row, Theme) else row.key


def _locked(*rows: Row) -> tuple[Row, ...]:
    """The rows as they are now, held until the transaction ends, so that two merges make no ring."""
    found = type(rows[0]).objects.select_for_update(of=("self",)).in_bulk([each.pk for each in rows])
    return tuple(found[each.pk] for each in rows)


def _find(model: type[Row], key: str) -> Row:
    return model.objects.get(**{"slug" if model is Theme else "key": key})


def _editions(row: Row) -> models.QuerySet[Published]:
    return Published.objects.live().filter(kind=row._meta.model_name, key=key_of(row))


def _drafts(row: Row) -> int:
    """How many articles' drafts point to it."""
    if isinstance(row, Theme):
        return row.themed_articles.count()
    articles: set[int] = set()
    for fact in FACT_MODELS.values():
        for column in fact.LINKS.values():
            if fact._meta.get_field(column).related_model is type(row):
                articles |= set(fact.objects.filter(**{column: row}).values_list("article_id", flat=True))
    return len(articles)


def _log(gone: Row, into: Row, by: Any, reason: str, now: str = "") -> Merge:
    return Merge.objects.create(
        kind=gone._meta.model_name, gone=key_of(gone), into=key_of(into), was=gone.name, now=now or into.name,
        reason=reason[:300], by=by,
    )  # fmt: skip
