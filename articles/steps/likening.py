"""The same story from another site is known again when it comes in."""

from collections.abc import Sequence

from articles.models import Article, Band, Sketch
from articles.models.rows import insert
from articles.text.likeness import Sketch as Numbers
from articles.text.likeness import bands, likeness

# Per cent. Below this, two texts merely share a press release's phrases.
ALIKE = 50
# A nearer copy than this tells nothing new: what is like it is like the first as well.
COPY = 90


def liken(new: Sequence[tuple[Article, Numbers | None]]) -> None:
    """Each new article that tells what one already here tells links to it, with how much of the text is the same."""
    told = [(article, numbers, frozenset(bands(numbers))) for article, numbers in new if numbers is not None]
    known = Band.objects.sharing(set().union(*(values for *_, values in told)))
    first: list[dict[str, int]] = []
    for article, numbers, values in told:
        article.like_id, article.likeness = _nearest(numbers, [each for value in values for each in known[value]])
        if article.likeness < COPY:
            for value in sorted(values):
                known[value].append((article.pk, numbers))
                first.append({"sketch_id": article.pk, "value": value})
    insert(Sketch, [Sketch.columns(article.pk, numbers) for article, numbers, _ in told])
    insert(Band, first)
    Article.objects.bulk_update([article for article, *_ in told if article.like_id], ["like", "likeness"])


def _nearest(numbers: Numbers, known: Sequence[tuple[int, Numbers]]) -> tuple[int | None, int]:
    """The article that is most like it, and how much in per cent; nobody where that is too little to tell."""
    shares = ((round(100 * likeness(numbers, other)), -article) for article, other in known)
    share, article = max(shares, default=(0, 0))
    return (-article, share) if share >= ALIKE else (None, 0)
