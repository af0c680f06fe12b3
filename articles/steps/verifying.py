"""Nothing that was frozen has changed: digests, chains, gaps, approvals and intervals worked out anew.

What this cannot see is a database rewritten as a whole, with new digests and all: compare with heads kept elsewhere
(``heads`` and ``against``) for that.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import repeat

from django.db import connection
from django.db.models import Model
from msgspec.structs import replace

from articles.models import Act, Article, Edition, Revision, Seed, guards
from articles.models.blanks import is_blank
from articles.models.drafts import draft_texts
from articles.models.rows import InStep, Row, read
from articles.text.document import Document, parse, parse_public
from articles.text.scraping import joined
from articles.text.scraping.blocks import Span
from articles.text.showing import public_text
from articles.text.skimming import Names, Paragraph, Skimmed, named, skimmed

from .approving import judged, wrote
from .merging import stood_for
from .reading import handfuls
from .redacting import redacted, unconfirmed
from .replaying import replay
from .workflow import Action

# Articles looked at with one query a table.
_HANDFUL = 50
# Asked of every row: a member's value takes longer to look up than to compare.
_APPROVE, _PUBLISH = Action.APPROVE.value, Action.PUBLISH.value


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was left; ``sentence`` names the row."""

    sentence: str


def verify(drafts: bool = False) -> Iterator[Finding]:
    """What is wrong with the archive; nothing where all is well. ``drafts`` looks at the articles' own rows too."""
    for name in guards.missing(connection):
        yield Finding(f"The guard {name} is missing: run manage.py rebuild.")
    for seed in Seed.objects.filter(article=None).order_by("pk").iterator(chunk_size=_HANDFUL):
        yield from _seed(seed)
    for pk in Article.objects.exclude(seed__in=Seed.objects.all()).values_list("pk", flat=True):
        yield Finding(f"Article {pk}: its seed is gone.")
    for ids in handfuls(Article.objects.order_by("pk").values_list("pk", flat=True).iterator(), _HANDFUL):
        for kept in _archive((ids[0], ids[-1]), drafts):
            yield from _article(kept)


def of_article(article: Article) -> Iterator[Finding]:
    """What is wrong with one article: its seed, chains, editions, intervals and rows; nothing where all is well."""
    for kept in _archive((article.pk, article.pk), drafts=True):
        yield from _article(kept)


def redacted_editions() -> int:
    """How many editions were blanked for good, as the log says."""
    told = Act.objects.filter(action=Action.REDACT.value).values("subject_digest")
    return Edition.objects.filter(digest__in=told).count()


def heads() -> Iterator[dict[str, object]]:
    """For each article the numbers and digests of its newest Revision, Act and Edition."""
    for article in Article.objects.order_by("pk").iterator(chunk_size=100):
        yield {"article": article.pk, "seed": article.seed.sha256, **_newest(article)}


def against(kept: Iterable[str]) -> Iterator[Finding]:
    """What the heads kept earlier (JSON Lines, as ``heads`` gives them) have and the database has no more."""
    for line in kept:
        then = json.loads(line)
        article = Article.objects.filter(pk=then["article"], seed__sha256=then["seed"]).first()
        if article is None:
            yield Finding(f"Article {then['article']} is gone.")
            continue
        for name, model in (("revision", Revision), ("act", Act), ("edition", Edition)):
            number, digest = then[name]
            if number and not model.objects.filter(article=article, number=number, digest=digest).exists():
                yield Finding(f"Article {article.pk} has lost {name} {number} as it was kept.")


def _newest(article: Article) -> dict[str, tuple[int, str]]:
    rows = {"revision": article.revisions, "act": article.acts, "edition": article.editions}
    newest = {name: row.order_by("-number").values_list("number", "digest").first() for name, row in rows.items()}
    return {name: found or (0, "") for name, found in newest.items()}


def _seed(seed: Seed | Row) -> Iterator[Finding]:
    data = bytes(seed.data)
    if is_blank(seed, Seed) and redacted(Act.objects.filter(subject_digest=seed.sha256)):
        return
    if hashlib.sha256(data).hexdigest() != seed.sha256:
        yield Finding(f"Seed {seed.id} ({seed.identity}): its bytes are not those that came.")
    if seed.media_type == "text/plain" and not data.endswith(seed.text.encode(seed.encoding, "replace")):
        yield Finding(f"Seed {seed.id} ({seed.identity}): its text does not encode back to its bytes.")


@dataclass(slots=True)
class _Kept:
    """An article with its seed and all its frozen rows, each in the order of their numbers; ``gone`` are the digests
    of redacted ones, ``draft`` the canonical text of its own rows if that is asked for, ``authors`` whoever brought or
    wrote any of it."""

    article: Row
    seed: Row
    revisions: list[Row]
    acts: list[Row]
    editions: list[Row]
    gone: frozenset[str]
    draft: bytes | None
    words: "_Words" = field(init=False)
    authors: set[int | None] = field(init=False)

    def __post_init__(self) -> None:
        self.words = _Words(self.seed.text)
        self.authors = {self.seed.uploaded_by_id, *(each.author_id for each in self.revisions)}

    def revision_of(self, edition: Row) -> Row | None:
        """None where it is not one of the article's."""
        for revision in self.revisions:
            if revision.id == edition.revision_id:
                return revision
        return None

    def last_read(self, revision: Row, at: datetime) -> Row | None:
        """The Revision of the newest edition that was made of an earlier one and had been read by then."""
        for edition in reversed(self.editions):
            made_of = self.revision_of(edition)
            if made_of and made_of.number < revision.number and Edition(**edition._asdict()).was_read_by(at):
                return made_of
        return None


def _archive(ids: tuple[int, int], drafts: bool) -> Iterator[_Kept]:
    """Every article from the first of these ids to the last with its rows; a query a table."""
    seeds = {each.id: each for each in read(Seed, _THEIR_SEEDS, ids)}
    acts = InStep(Act, ids, "number")
    revisions, editions = (InStep(model, ids, "number", as_bytes="text") for model in (Revision, Edition))
    texts = draft_texts(ids) if drafts else repeat(None)
    for article, draft in zip(read(Article, _THESE, ids), texts, strict=False):
        pk, told = article.id, acts.of(article.id)
        mine = revisions.of(pk), told, editions.of(pk), redacted(told)
        if seed := seeds.get(article.seed_id):
            yield _Kept(article, seed, *mine, draft)


_THESE = "id BETWEEN %s AND %s ORDER BY id"
_THEIR_SEEDS = "id IN (SELECT seed_id FROM articles_article WHERE id BETWEEN %s AND %s)"


def _article(kept: _Kept) -> Iterator[Finding]:
    here, revisions, acts = f"Article {kept.article.id}", kept.revisions, kept.acts
    yield from _seed(kept.seed)
    yield from _chain(here, Revision, revisions, "parent_digest", kept.gone)
    yield from _chain(here, Act, acts, "previous_digest")
    yield from _chain(here, Edition, kept.editions, "previous_digest", kept.gone)
    for number in unconfirmed(acts):
        yield Finding(f"{here}, edition {number}: it was redacted by nobody's request but one's own.")
    if not revisions or kept.article.head != revisions[-1].number:
        newest = revisions[-1].number if revisions else "none"
        yield Finding(f"{here}: its head is {kept.article.head}, its newest revision {newest}.")
    for edition in kept.editions:
        yield from _edition(kept, edition)
    yield from _intervals(here, kept.editions, acts)
    if kept.draft is not None and revisions:
        yield from _draft(kept, kept.draft, revisions[-1])


def _chain(
    here: str, model: type[Model], rows: list[Row], previous: str, gone: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    digest, name, true_digest = "", model._meta.model_name, model.true_digest.fget
    for place, row in enumerate(rows, 1):
        if row.number != place:
            yield Finding(f"{here}: {name} {place} is missing.")
            return
        if row.digest in gone:
            if not is_blank(row, model):
                yield Finding(f"{here}: {name} {place} was redacted and is not blank.")
        elif row.digest != true_digest(row):
            yield Finding(f"{here}: {name} {place} is not what its digest says.")
        if getattr(row, previous) != digest:
            yield Finding(f"{here}: {name} {place} does not follow the one before.")
        digest = row.digest


def _edition(kept: _Kept, edition: Row) -> Iterator[Finding]:
    here = f"Article {kept.article.id}, edition {edition.number}"
    revision = kept.revision_of(edition)
    if revision is None or edition.revision_digest != revision.digest:
        yield Finding(f"{here}: its revision is not the one it was made of.")
        return
    form = skimmed(revision.text)
    if edition.digest not in kept.gone and not _says_the_same(kept, edition, form):
        yield Finding(f"{here}: its words are not those of revision {revision.number}.")
    approvals = [
        act
        for act in kept.acts
        if act.action == _APPROVE and act.subject_digest == revision.digest and act.at == edition.approved_at
    ]
    if [act.by_id for act in approvals] != [edition.approver_id]:
        yield Finding(f"{here}: no approval of it stands in the log.")
    if edition.four_eyes and _hand_in(kept, edition, revision, form):
        yield Finding(f"{here}: its approver had a hand in it.")
    published = [act for act in kept.acts if act.action == _PUBLISH and act.edition == edition.number]
    if [act.subject_digest for act in published] != [edition.digest]:
        yield Finding(f"{here}: its publication does not stand in the log.")


def _hand_in(kept: _Kept, edition: Row, revision: Row, form: Skimmed | None) -> bool:
    """The approver had a hand in it. Whose hand was in what cannot be told any more where an earlier Revision is
    redacted; then its author alone is asked for."""
    who, named_in_it = edition.approver_id, _accounts(form) if form else set()
    if who not in named_in_it and who not in kept.authors:
        return False
    earlier = [each for each in kept.revisions if each.number <= revision.number]
    if not kept.gone.isdisjoint(each.digest for each in earlier):
        return revision.author_id == who
    last = kept.last_read(revision, edition.approved_at)
    written = [(each.number, each.author_id, each.restores) for each in earlier]
    if who in wrote(revision.number, last.number if last else 0, kept.seed.uploaded_by_id, written):
        return True
    return who in named_in_it and who in judged(_document(revision), _document(last) if last else None)


def _document(revision: Row) -> Document:
    return parse(revision.text.decode())


def _accounts(form: Skimmed) -> set[int | None]:
    """The accounts that a Revision's document names: few approvers are among them."""
    return (
        {each.confirmed_by for each in form.paragraphs}
        | {each.decided_by for each in form.facts}
        | {each.by for each in form.judgements}
    )


def _says_the_same(kept: _Kept, edition: Row, form: Skimmed | None) -> bool:
    names = named(edition.text)
    if form is None or names is None:
        return False
    try:
        due = public_text(_with_themes(form, names), _machine(kept, edition), names.themes, names.names)
        return edition.text == due
    except (KeyError, IndexError):
        return False


def _with_themes(form: Skimmed, names: Names) -> Skimmed:
    """With the Revision's themes, and where the edition has others, those that they were merged into."""
    own = form.themes
    return form if all(each.key in own for each in names.themes) else replace(form, themes=list(stood_for(own)))


def _machine(kept: _Kept, edition: Row) -> Callable[[Paragraph], str]:
    """What tells a paragraph's machine words: joined anew, or, where the seed was redacted, as they are printed."""
    if kept.seed.sha256 in kept.gone:
        printed = {each.key: each.machine for each in parse_public(edition.text.decode()).paragraphs}
        return lambda paragraph: printed.get(paragraph.key, "")
    return lambda paragraph: kept.words[paragraph.spans]


class _Words(dict[tuple[Span, ...], str]):
    """The machine's words by their spans: joined once for all editions of an article."""

    def __init__(self, seed_text: str) -> None:
        self._seed_text = seed_text

    def __missing__(self, spans: tuple[Span, ...]) -> str:
        self[spans] = joined(self._seed_text, spans)
        return self[spans]


def _intervals(here: str, editions: list[Row], acts: list[Row]) -> Iterator[Finding]:
    try:
        told = replay(acts)
    except (KeyError, TypeError):
        yield Finding(f"{here}: its log speaks of editions that are not there.")
        return
    for edition in editions:
        due = told.get(edition.number)
        stored = (edition.live_from, edition.live_until, edition.withheld_at)
        if due is None or stored != (due.start, due.until, due.withheld):
            yield Finding(f"{here}, edition {edition.number}: its interval is not what the log says.")


def _draft(kept: _Kept, draft: bytes, head: Row) -> Iterator[Finding]:
    here, seed = f"Article {kept.article.id}", kept.seed
    if draft != head.text:
        yield Finding(f"{here}: its rows are not its newest revision.")
    if {head.digest, seed.sha256} & kept.gone:
        return
    form = skimmed(draft)
    spans = sorted(span for each in form.paragraphs for span in each.spans) if form else ()
    words = "".join(seed.text[start:end] for start, end in spans)
    if "".join(words.split()) != "".join(seed.text.split()):
        yield Finding(f"{here}: its paragraphs do not hold every word of the seed once.")
