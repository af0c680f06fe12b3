"""The correction memory: taught by what is published, asked for the words of one page."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import F

from articles.models import Edition, Wording
from articles.models.blanks import is_blank
from articles.text.wordings import Remembered, key_of, keys, places, put

from .reading import handfuls

# Keys in one statement.
CHUNK = 5000

Pair = tuple[str, str]


def remember(edition: Edition) -> None:
    """The memory knows what this edition's editors put in place of the machine's words; each article counts once."""
    before = _edition_before(edition)
    learnt = _put(edition) - (_put(before) if before else frozenset())
    Wording.objects.bulk_create(
        [Wording(wrong=wrong, right=right, key=key_of(wrong)) for wrong, right in sorted(learnt)],
        ignore_conflicts=True,
    )
    met = list(_met(edition)) if before is None else list(_known(map(key_of, {wrong for wrong, _ in learnt})))
    kept = {each.pk for each in met if (each.wrong, each.right) in learnt}
    left = {each.pk for each in met} - kept if before is None else set()
    _hold(kept | left)
    _count(kept, "kept")
    _count(left, "left")


def forget(edition: Edition) -> None:
    """Nothing that was learnt from this edition is in the memory, nor what others taught of the same words."""
    pairs = _put(edition)
    rows = _known(key_of(wrong) for wrong, _ in pairs)
    Wording.objects.filter(pk__in=[each.pk for each in rows if (each.wrong, each.right) in pairs]).delete()


def learn_anew() -> None:
    """The memory is what the editions there are teach."""
    Wording.objects.all().delete()
    for edition in Edition.objects.order_by("pk").iterator(chunk_size=50):
        remember(edition)


def remembered(texts: Iterable[str]) -> tuple[Remembered, ...]:
    """What is trusted for phrases that may stand in these texts; as much work as there are words in them."""
    return _told(texts, trusted=True)


def recalled(texts: Iterable[str]) -> tuple[Remembered, ...]:
    """All that is remembered for them, trusted or not."""
    return _told(texts, trusted=False)


def _told(texts: Iterable[str], *, trusted: bool) -> tuple[Remembered, ...]:
    found = _known(frozenset().union(*map(keys, texts)), trusted=trusted)
    return tuple(Remembered(each.wrong, each.right, each.kept, each.left) for each in found)


def _put(edition: Edition) -> frozenset[Pair]:
    if is_blank(edition):
        return frozenset()
    pairs = (put(each.machine, each.text) for each in edition.document.paragraphs if each.machine)
    return frozenset().union(*pairs)


def _edition_before(edition: Edition) -> Edition | None:
    earlier = Edition.objects.filter(article=edition.article_id, number__lt=edition.number)
    return earlier.order_by("-number").first()


def _met(edition: Edition) -> Iterator[Wording]:
    """What the memory has of the machine's words of this edition."""
    if is_blank(edition):
        return
    text = "\n".join(each.machine for each in edition.document.paragraphs)
    yield from (each for each in _known(keys(text)) if next(places(each.wrong, text), None))


def _known(wanted: Iterable[str], *, trusted: bool = False) -> Iterator[Wording]:
    rows = Wording.objects.trusted() if trusted else Wording.objects.all()
    for handful in handfuls(sorted(set(wanted)), CHUNK):
        yield from rows.filter(key__in=handful)


def _hold(pks: Collection[int]) -> None:
    """The rows are held in one order, so that two who publish at once wait for one another and not in a ring."""
    list(Wording.objects.filter(pk__in=pks).order_by("pk").select_for_update().values_list("pk"))


def _count(pks: Collection[int], column: str) -> None:
    if pks:
        Wording.objects.filter(pk__in=pks).update(**{column: F(column) + 1})
