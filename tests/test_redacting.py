"""A court orders that words be gone: by two people, for good, and nothing else is touched."""

import io
import json

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, models, transaction

from articles import search
from articles.errors import BadInput, NotAllowed, WrongMoment
from articles.models import Act, Article, Edition, FinishedPage, Note, Published, Revision, Seed, guards
from articles.models.blanks import BLANK, is_blank
from articles.steps import correcting, noting, publishing, redacting, reporting
from articles.steps.moving import record
from articles.steps.verifying import against, heads, verify
from articles.steps.workflow import Action
from tests.cast import hire
from tests.newsroom import LINES, Newsroom

SMILING = "The mill in Dorn opened on Monday, said Vera Holt, smiling."
BEAMING = SMILING.replace("smiling", "beaming")
ORDER = "Order of the court in Dorn, 4 O 17/26"


def sound():
    return [each.sentence for each in verify(drafts=True)]


def redact(room, article, number=1, **more):
    redacting.request(article, room.ada, number, ORDER, **more)
    return redacting.confirm(article, room.bea, number)


def withdrawn(room, article, number=None):
    publishing.withdraw(article, room.ada, "A court has forbidden it.", number)
    return Article.objects.get(pk=article.pk)


def where(word):
    """The tables in which a word stands anywhere, the search engine's among them."""
    found = set()
    for model in apps.get_app_config("articles").get_models():
        for row in model.objects.values_list():
            if any(word in (bytes(v).decode() if isinstance(v, bytes | memoryview) else str(v)) for v in row):
                found.add(model.__name__)
    with connection.cursor() as cursor:
        for table in search.TABLES:
            cursor.execute(f"SELECT * FROM {table}")
            if any(word in str(row) for row in cursor.fetchall()):
                found.add("search")
    return found


@pytest.fixture
def updated(newsroom):
    """Edition 1, then edition 2 with the words that a court forbids, then edition 3 without; 2 is withheld."""
    article = newsroom.published()
    newsroom.correct(article, text=SMILING.replace("smiling", "still smiling"))
    newsroom.again(article, SMILING)
    newsroom.again(article, BEAMING)
    return withdrawn(newsroom, article, 2)


def test_the_words_are_nowhere_any_more(newsroom, updated):
    assert {"Revision", "Edition", "FinishedPage"} <= where("smiling")
    done = redact(newsroom, updated, 2)
    assert (done.editions, done.revisions, done.seeds, done.draft) == (1, 2, 0, False)
    assert where("smiling") == set()
    call_command("rebuild", stdout=io.StringIO())
    assert where("smiling") == set()


def test_what_is_not_meant_is_as_it_was(newsroom, updated):
    kept = list(heads())
    rows = list(Revision.objects.order_by("number").values("number", "author", "reason", "at", "digest"))
    texts = {each.number: each.text for each in updated.editions.exclude(number=2)}
    redact(newsroom, updated, 2)
    assert {each.number: each.text for each in updated.editions.exclude(number=2)} == texts
    assert list(Revision.objects.order_by("number").values("number", "author", "reason", "at", "digest")) == rows
    assert [each.number for each in updated.revisions.order_by("number") if is_blank(each)] == [3, 4]
    assert [each.number for each in Edition.objects.live()] == [3]
    assert list(against(map(json.dumps, kept))) == []
    gone = updated.editions.get(number=2)
    assert (gone.approver_name, gone.contributors, gone.significance) == ("ada", ["cora"], "minor")


def test_verify_says_redacted_and_not_broken(newsroom, updated):
    redact(newsroom, updated, 2)
    assert sound() == []
    out = io.StringIO()
    call_command("verify_editions", "--drafts", stdout=out)
    assert "3 editions are as they were left, but for 1 that was redacted by two people" in out.getvalue()


def test_the_log_says_who_what_and_why(newsroom, updated):
    redact(newsroom, updated, 2)
    told = [
        (each.action, each.by.username, each.category, each.revision, each.edition, each.reason)
        for each in updated.acts.filter(action__startswith="redact").order_by("number")
    ]
    assert told == [
        ("redact requested", "ada", "", None, 2, ORDER),
        ("redact", "bea", "edition", None, 2, ORDER),
        ("redact", "bea", "revision", 3, 2, ORDER),
        ("redact", "bea", "revision", 4, 2, ORDER),
    ]


def test_nobody_redacts_alone(newsroom, updated):
    redacting.request(updated, newsroom.ada, 2, ORDER)
    with pytest.raises(NotAllowed, match="somebody else"):
        redacting.confirm(updated, newsroom.ada, 2)
    with pytest.raises(WrongMoment, match="asked for it already"):
        redacting.request(updated, newsroom.bea, 2, ORDER)
    assert "Edition" in where("smiling")


def test_nothing_is_confirmed_that_nobody_asked_for(newsroom, updated):
    with pytest.raises(WrongMoment, match="Nobody has asked"):
        redacting.confirm(updated, newsroom.bea, 2)


def test_an_editor_neither_asks_nor_confirms(newsroom, updated):
    for who in (newsroom.cora, newsroom.rex):
        with pytest.raises(NotAllowed):
            redacting.request(updated, who, 2, ORDER)
    redacting.request(updated, newsroom.ada, 2, ORDER)
    with pytest.raises(NotAllowed):
        redacting.confirm(updated, newsroom.cora, 2)


def test_only_what_is_withdrawn_is_redacted_and_once(newsroom, updated):
    for number in (1, 3, 9):
        with pytest.raises(WrongMoment):
            redacting.request(updated, newsroom.ada, number, ORDER)
    redact(newsroom, updated, 2)
    for step in (lambda: redacting.request(updated, newsroom.ada, 2, ORDER), lambda: redact(newsroom, updated, 2)):
        with pytest.raises(WrongMoment, match="redacted already"):
            step()


def test_a_reason_must_be_given(newsroom, updated):
    with pytest.raises(BadInput):
        redacting.request(updated, newsroom.ada, 2, " ")


def test_a_first_edition_takes_the_article_with_it(newsroom):
    """Nothing was saved since the withdrawal, so the newest Revision and the article's rows hold the words too."""
    article = newsroom.published()
    newsroom.correct(article, text=SMILING)
    article = withdrawn(newsroom, article)
    done = redact(newsroom, article)
    assert (done.revisions, done.draft) == (3, True)
    assert where("Dorn") <= {"Seed", "Act"}
    assert where("Holt") == {"Person", "Seed"}
    article = Article.objects.get()
    assert (article.stage, article.headline, article.slug, article.paragraphs.count()) == ("correcting", "", "", 0)
    assert sound() == []


def test_what_the_newsroom_saved_after_the_withdrawal_stays(newsroom):
    article = newsroom.published()
    newsroom.correct(article, text=SMILING)
    article = withdrawn(newsroom, article)
    newsroom.correct(article, text=BEAMING.replace("Vera Holt", "somebody"))
    newsroom.correct(article, text="The mill opened.", key="p1")
    done = redact(newsroom, article)
    assert (done.revisions, done.draft) == (4, False)
    assert [each.number for each in article.revisions.all() if not is_blank(each)] == [5]
    assert article.paragraphs.get(key="p1").text == "The mill opened."
    assert sound() == []


def test_the_seed_goes_where_it_is_asked_for(newsroom, updated):
    sha256 = updated.seed.sha256
    done = redact(newsroom, updated, 2, seed=True)
    assert done.seeds == 1
    seed = Seed.objects.get()
    assert (bytes(seed.data), seed.text, seed.sha256) == (b"", "", sha256)
    assert sound() == []


def test_an_edition_that_was_cancelled_goes_with_the_words_it_shares(newsroom, tomorrow):
    article = newsroom.published()
    newsroom.again(article, SMILING, at=tomorrow)
    publishing.cancel(article, newsroom.ada, 2)
    newsroom.again(article, f"{SMILING} Again.")
    done = redact(newsroom, withdrawn(newsroom, article, 3), 3)
    assert done.editions == 2
    assert where("smiling") == set()
    assert sound() == []


def test_notes_typing_and_reports_about_it_go(newsroom, updated):
    noting.note(updated, newsroom.ada, "Is smiling right?", proposed="was smiling")
    report = reporting.report(updated.editions.get(number=2), "p1", "She was not smiling", "reader@dorn.example")
    reporting.answer(report, newsroom.cora, "smiling is gone")
    updated.working_copies.create(editor=newsroom.cora, base=1, form="text=smiling")
    redact(newsroom, updated, 2)
    assert where("smiling") == set()
    assert Note.objects.get().text == "(redacted)"


def test_the_pages_of_the_other_editions_are_made_again_and_its_own_says_nothing(newsroom, updated, client):
    address = updated.editions.get(number=2).get_absolute_url()
    redact(newsroom, updated, 2)
    assert client.get(address).status_code == 410
    assert client.get(updated.editions.get(number=3).get_absolute_url()).status_code == 200
    assert not Published.objects.filter(edition__number=2).exists()
    assert LINES[0] not in FinishedPage.objects.get(edition__number=2).html


def test_its_old_address_says_withdrawn_when_all_is_blank(newsroom, client):
    article = newsroom.published()
    address = article.editions.get().get_absolute_url()
    redact(newsroom, withdrawn(newsroom, article))
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("page", ["change", "review", "history"])
def test_editors_can_still_open_the_article(newsroom, client, page):
    article = newsroom.published()
    redact(newsroom, withdrawn(newsroom, article))
    client.force_login(newsroom.ada)
    assert client.get(f"/admin/articles/article/{article.pk}/{page}/").status_code == 200


def test_an_article_that_is_blank_cannot_be_submitted(newsroom):
    article = newsroom.published()
    redact(newsroom, withdrawn(newsroom, article))
    with pytest.raises(WrongMoment):
        correcting.submit(article, newsroom.cora)


def test_a_redacted_revision_is_not_brought_back(newsroom, updated):
    redact(newsroom, updated, 2)
    with pytest.raises(WrongMoment, match="redacted"):
        correcting.restore(updated, newsroom.cora, 4, Article.objects.get().head)
    assert correcting.restore(updated, newsroom.cora, 2, Article.objects.get().head).number == 6


def test_a_later_edition_approved_by_somebody_of_an_earlier_one_is_still_sound(newsroom):
    """Who had a hand in edition 3 is told by edition 2; with that blank, nobody is accused."""
    article = newsroom.article()
    newsroom.correct(article, by=newsroom.bea, text=f"{LINES[1]} It rained.")
    newsroom.published(article)
    newsroom.again(article, SMILING)
    newsroom.again(article, BEAMING, approver=newsroom.bea)
    assert sound() == []
    redact(newsroom, withdrawn(newsroom, article, 2), 2)
    assert sound() == []


# --- The guards


MODELS = {Seed: "sha256", Revision: "digest", Edition: "digest"}


def told(row):
    """An Act that says this row is redacted."""
    article = row.article
    record(article, Action.REDACT, None, subject_digest=getattr(row, MODELS[type(row)]))


@pytest.fixture(params=MODELS, ids=lambda model: model.__name__)
def row(request, newsroom):
    newsroom.published()
    return request.param.objects.order_by("pk").last()


def test_a_row_is_not_blanked_without_an_act(row):
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**BLANK[type(row)])


def test_an_act_about_another_row_lets_nothing_through(row):
    record(row.article, Action.REDACT, None, subject_digest="0" * 64)
    record(row.article, Action.REDACTION_REQUESTED, None, subject_digest=getattr(row, MODELS[type(row)]))
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**BLANK[type(row)])


def test_with_an_act_a_row_becomes_blank_and_nothing_else(row):
    told(row)
    frozen = {each.table: each for each in guards.FROZEN}[row._meta.db_table]
    for field in row._meta.concrete_fields:
        if field.column in frozen.movable:
            continue
        other = other_than_blank(field, row)
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**{**BLANK[type(row)], field.attname: other})
    type(row).objects.filter(pk=row.pk).update(**BLANK[type(row)])
    assert is_blank(type(row).objects.get(pk=row.pk))


def other_than_blank(field, row):
    value = getattr(row, field.attname)
    if isinstance(field, models.BinaryField):
        return b"other"
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.ForeignKey | models.IntegerField):
        return (value or 0) + 1
    if isinstance(field, models.DateTimeField):
        return value.replace(year=2001)
    return ["other"] if isinstance(field, models.JSONField) else "other"


def test_an_act_itself_is_never_blanked(newsroom):
    act = newsroom.published().acts.last()
    record(act.article, Action.REDACT, None, subject_digest=act.digest)
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        Act.objects.filter(pk=act.pk).update(reason="")


def test_a_redaction_that_fails_changes_nothing_and_leaves_the_guards(newsroom, updated, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    before = list(Revision.objects.order_by("pk").values_list("text", flat=True))
    redacting.request(updated, newsroom.ada, 2, ORDER)
    monkeypatch.setattr(redacting, "derive", fail)
    with pytest.raises(ZeroDivisionError):
        redacting.confirm(updated, newsroom.bea, 2)
    assert list(Revision.objects.order_by("pk").values_list("text", flat=True)) == before
    assert guards.missing(connection) == []
    assert sound() == []
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(article=updated).update(text=BLANK[Revision]["text"])


# --- What verify finds


def test_a_row_said_to_be_redacted_that_still_has_its_words_is_found(newsroom, updated):
    revision = updated.revisions.get(number=4)
    record(updated, Action.REDACT, newsroom.bea, edition=2, subject_digest=revision.digest)
    assert any("revision 4 was redacted and is not blank" in each for each in sound())


def test_a_redaction_by_one_person_is_found(newsroom, updated):
    edition = updated.editions.get(number=2)
    record(updated, Action.REDACTION_REQUESTED, newsroom.bea, edition=2, subject_digest=edition.digest)
    record(updated, Action.REDACT, newsroom.bea, edition=2, subject_digest=edition.digest)
    Edition.objects.filter(pk=edition.pk).update(**BLANK[Edition])
    assert any("edition 2: it was redacted by nobody's request but one's own" in each for each in sound())


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (Seed, "its bytes are not those that came"),
        (Revision, "revision 1 is not what its digest says"),
        (Edition, "edition 1 is not what its digest says"),
    ],
)
def test_a_row_blanked_by_hand_is_broken(newsroom, updated, model, said):
    row = model.objects.order_by("pk").first()
    guards.uninstall(connection)
    model.objects.filter(pk=row.pk).update(**BLANK[model])
    guards.install(connection)
    assert any(said in each for each in sound())


# --- The command


def command(*arguments):
    out = io.StringIO()
    call_command("redact_edition", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_an_operator_asks_and_another_confirms(newsroom, updated):
    assert "Nothing is blanked" in command(updated.pk, 2, "--by", "ada", "--reason", ORDER)
    assert "Edition" in where("smiling")
    assert "1 editions, 2 revisions, 0 seeds" in command(updated.pk, 2, "--by", "bea", "--confirm")
    assert where("smiling") == set()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--by", "ada"], "Give --reason"),
        (["--by", "ada", "--reason", "x", "--confirm"], "Give --reason"),
        (["--by", "ada", "--seed", "--confirm"], "Give --reason"),
        (["--by", "nobody", "--reason", "x"], "no account nobody"),
        (["--by", "cora", "--reason", "x"], "may not withdraw"),
        (["--by", "bea", "--confirm"], "Nobody has asked"),
    ],
)
def test_what_is_asked_wrongly_is_refused_with_a_sentence(newsroom, updated, arguments, said):
    with pytest.raises(CommandError, match=said):
        command(updated.pk, 2, *arguments)
    with pytest.raises(CommandError, match="no article 99"):
        command(99, 2, "--by", "ada", "--reason", "x")


@pytest.mark.django_db(transaction=True)
def test_a_redacted_archive_is_exported_without_the_words_and_restored(tmp_path):
    room = Newsroom(hire())
    article = room.published()
    room.again(article, SMILING)
    room.again(article, BEAMING)
    article = withdrawn(room, article, 2)
    redact(room, article, 2, seed=True)
    call_command("export_editions", out=str(tmp_path / "export"), stdout=io.StringIO())
    assert not [each for each in (tmp_path / "export").iterdir() if b"smiling" in each.read_bytes()]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_searchentry")
    call_command("flush", interactive=False, verbosity=0)
    out = io.StringIO()
    call_command("restore_editions", str(tmp_path / "export"), stdout=out)
    assert "Every digest holds" in out.getvalue()
    assert is_blank(Edition.objects.get(number=2))


@pytest.mark.django_db(transaction=True)
def test_a_migration_that_remakes_the_log_takes_the_guards_down_and_puts_them_up():
    """SQLite does not remake a table that another table's trigger asks."""
    field = Act._meta.get_field("category")
    wider = models.CharField(max_length=41, blank=True)
    wider.set_attributes_from_name("category")
    wider.model = Act
    guards.uninstall(connection)
    try:
        with connection.schema_editor() as editor:
            editor.alter_field(Act, field, wider)
            editor.alter_field(Act, wider, field)
    finally:
        guards.install(connection)
    assert guards.missing(connection) == []
