from pathlib import Path

import pytest

from articles.errors import BadSeed
from articles.models import Article, Paragraph, Revision, Seed
from articles.models.drafts import read_draft
from articles.steps.importing import Outcome, import_seed
from articles.steps.preparing import read
from articles.text.document import canonical

SEED = (Path(__file__).parent.parent / "seeds" / "000_ffe9435999e86a28.txt").read_bytes()


@pytest.fixture
def imported(db):
    return import_seed(SEED, "seeds/000.txt")


def test_a_seed_becomes_an_article_with_its_first_revisions(imported):
    assert imported.outcome is Outcome.CREATED
    article = Article.objects.get()
    assert (article.stage, article.head, article.headline_cut) == ("imported", 2, True)
    assert article.source == "Wuzhen world internet conference site"
    assert article.paragraphs.filter(role="body").count() == 8
    assert [revision.author for revision in article.revisions.all()] == [None, None]
    assert [act.action for act in article.acts.all()] == ["import"]
    newest = article.revisions.get(number=2)
    assert canonical(read_draft(article)) == newest.text
    assert article.headline == newest.document.headline != ""


def test_the_seed_comes_back_byte_for_byte(imported):
    seed = Seed.objects.get()
    assert bytes(seed.data) == SEED
    assert seed.text.encode(seed.encoding) == SEED


def test_every_word_of_the_seed_is_in_one_paragraph_once(imported):
    text = Seed.objects.get().text
    spans = sorted(tuple(span) for row in Paragraph.objects.all() for span in row.spans)
    assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))
    assert " ".join(text[start:end] for start, end in spans).split() == text.split()


def test_the_facts_are_suggestions_tied_to_their_words(imported):
    document = Revision.objects.get(number=1).document
    assert {fact.kind.value for fact in document.facts} == {"speech", "claim", "initiative", "award"}
    for fact in document.facts:
        assert document.paragraph(fact.paragraph).text[fact.start : fact.end] == fact.quote
        assert (fact.state, fact.suggested) == ("suggested", fact.values)


def test_the_same_bytes_twice_change_nothing(imported):
    again = import_seed(SEED, "elsewhere/copy.txt")
    assert (again.outcome, again.article) == (Outcome.UNCHANGED, imported.article)
    assert (Seed.objects.count(), Revision.objects.count()) == (1, 2)


def test_a_changed_file_is_flagged_and_overwrites_nothing(imported):
    changed = import_seed(SEED.replace(b"17 million", b"18 million"), "seeds/000.txt")
    article = Article.objects.get()
    assert (changed.outcome, article.newer_seed, article.head) == (Outcome.CHANGED, changed.seed, 2)
    assert all("17 million" in revision.text for revision in article.revisions.all())
    assert import_seed(SEED.replace(b"17 million", b"18 million"), "x").outcome is Outcome.UNCHANGED


def test_an_untouched_article_is_read_anew_in_another_encoding(db):
    data = "Café opens\n\nThe café in Köln opened its doors on Monday, said its owner.".encode("cp1252")
    first = import_seed(data, "cafe.txt", encoding="cp1250")
    again = import_seed(data, "cafe.txt", encoding="cp1252")
    assert (first.outcome, again.outcome) == (Outcome.CREATED, Outcome.REREAD)
    article = Article.objects.get()
    assert (article.headline, article.head) == ("Café opens", 2)
    assert canonical(read_draft(article)) == article.revisions.get(number=2).text


def test_a_corrected_article_keeps_the_encoding_it_was_read_with(newsroom):
    data = "Café opens\n\nThe café in Köln opened its doors on Monday, said its owner.".encode("cp1252")
    article = import_seed(data, "cafe.txt", encoding="cp1250").article
    newsroom.correct(article, text="By hand.", key=newsroom.head(article).document.paragraphs[1].key)
    with pytest.raises(BadSeed, match="corrected its article"):
        import_seed(data, "cafe.txt", encoding="cp1252")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\n",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"Title\n\nA sentence with a \x00 in it.",
        b"eggs\nmilk\nbread\n2 lemons\n",
    ],
    ids=["empty", "blank", "png", "nul", "shopping list"],
)
def test_what_is_no_article_is_refused_and_leaves_nothing(db, data):
    with pytest.raises(BadSeed) as refusal:
        import_seed(data, "bad.txt")
    assert str(refusal.value).endswith((".", "?"))
    assert not Seed.objects.exists()


def test_a_file_too_large_for_an_article_is_refused(settings):
    settings.SEED_MAX_BYTES = 1000
    with pytest.raises(BadSeed, match="3,453 bytes"):
        read(SEED)
