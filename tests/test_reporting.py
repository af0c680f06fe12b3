import pytest

from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import ReaderReport
from articles.steps import noting, reporting


@pytest.fixture
def edition(newsroom):
    return newsroom.published().editions.get()


def test_a_readers_report_waits_until_it_is_answered(newsroom, edition):
    report = reporting.report(edition, "p1", " It was Tuesday. ", "reader@example.org")
    assert (report.text, report.paragraph) == ("It was Tuesday.", "p1")
    reporting.answer(report, newsroom.cora, "Corrected in edition 2.")
    assert not ReaderReport.objects.open().exists()
    with pytest.raises(WrongMoment):
        reporting.answer(report, newsroom.carl, "Again.")


def test_a_report_on_no_paragraph_of_the_edition_is_on_the_whole(edition):
    assert reporting.report(edition, "p3", "Wrong.").paragraph == ""


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
def test_a_report_of_nothing_or_of_a_book_is_refused(edition, text):
    with pytest.raises(BadInput):
        reporting.report(edition, "p1", text)
    assert not ReaderReport.objects.exists()


def test_who_only_reads_answers_no_report_and_writes_no_note(newsroom, edition):
    report = reporting.report(edition, "p1", "Wrong.")
    with pytest.raises(NotAllowed):
        reporting.answer(report, newsroom.rex, "So what.")
    with pytest.raises(NotAllowed):
        noting.note(edition.article, newsroom.rex, "Hm.")


def test_an_answer_says_something(newsroom, edition):
    report = reporting.report(edition, "p1", "Wrong.")
    with pytest.raises(BadInput):
        reporting.answer(report, newsroom.cora, " ")


def test_a_note_is_resolved_once(newsroom, edition):
    with pytest.raises(BadInput):
        noting.note(edition.article, newsroom.cora, " ")
    remark = noting.note(edition.article, newsroom.ada, "Which Monday?", "p1", "on Monday 3 May")
    noting.resolve(remark, newsroom.cora)
    with pytest.raises(WrongMoment):
        noting.resolve(remark, newsroom.carl)
