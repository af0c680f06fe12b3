"""A newsroom to try: its accounts, and an article from its seed to its readers."""

import io
import json
import re
from pathlib import Path

import pytest
from django.conf import settings as site
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.core.management import CommandError, call_command

from articles.errors import BadInput
from articles.models import Act, Article, Edition, Person, Revision, Seed, Term
from articles.steps import correcting, demonstrating, publishing
from articles.steps.demonstrating import correction_of, read_sheet, sheets_in
from articles.steps.moving import head_of
from articles.steps.revising import glossary
from articles.steps.setting_up import set_up
from articles.text.document import FactState
from articles.text.readiness import open_problems

SEEDS = site.BASE_DIR / "seeds"
[SHEET] = sheets_in(SEEDS)


@pytest.fixture
def demo(settings):
    settings.DEBUG = True

    def demo(*arguments):
        out = io.StringIO()
        call_command("demo", *arguments, stdout=out)
        return out.getvalue()

    return demo


@pytest.mark.django_db
def test_the_demonstration_ends_with_a_public_article_that_two_people_made(demo):
    demo()
    edition = Edition.objects.readable().get()
    cora, ada = User.objects.get(username="cora"), User.objects.get(username="ada")
    assert (edition.contributors, edition.approver, edition.four_eyes) == (["cora"], ada, True)
    assert set(edition.article.revisions.values_list("author", flat=True)) == {None, cora.pk}
    assert list(edition.article.acts.values_list("action", "by")) == [
        ("import", None), ("submit", cora.pk), ("approve", ada.pk), ("publish", ada.pk),
    ]  # fmt: skip


@pytest.mark.django_db
def test_the_public_article_weighs_less_than_60_kb_with_all_that_a_browser_loads_for_it(demo, client):
    demo()
    page = client.get(f"/articles/{Edition.objects.get().address}/").content
    loaded = re.findall(
        r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]* (?:href|src)="/static/([^"]+)"', page.decode()
    )
    assert len(loaded) == 2
    assert len(page) + sum(Path(finders.find(each)).stat().st_size for each in loaded) < 60_000


@pytest.mark.django_db
def test_nothing_is_left_open_in_the_demonstrated_article(demo):
    demo()
    article = Article.objects.get(editions__isnull=False)
    document = head_of(article).document
    assert open_problems(document, article.seed.text, glossary()) == ()
    assert {each.state for each in document.facts} <= {FactState.ACCEPTED, FactState.REJECTED}
    assert all(each.confirmed_by for each in document.paragraphs if each.role in {"headline", "standfirst", "body"})


@pytest.mark.django_db
def test_the_sheets_facts_are_the_editions(demo):
    demo()
    sheet = read_sheet(SHEET)
    facts = Edition.objects.get().document.facts
    assert sorted((str(each.kind), each.quote) for each in facts) == sorted(
        (row["kind"], row["quote"]) for row in sheet["facts"]
    )
    [speech] = [each.values for each in facts if each.kind == "speech"]
    assert speech.date == "2016-11-18"
    assert "year" in speech.date_basis
    assert Person.objects.get(key=speech.speaker_key).name == speech.speaker


@pytest.mark.django_db
def test_a_second_demonstration_changes_nothing_and_says_so(demo):
    demo()
    before = [
        list(model.objects.order_by("pk").values()) for model in (User, Article, Revision, Act, Edition, Seed, Term)
    ]
    said = demo()
    assert "keep their passwords" in said
    assert "Nothing to do" in said
    after = [
        list(model.objects.order_by("pk").values()) for model in (User, Article, Revision, Act, Edition, Seed, Term)
    ]
    assert after == before


@pytest.mark.django_db
def test_passwords_are_printed_once_and_let_people_in(demo):
    printed = dict(re.findall(r"^(cora|ada|admin) +(\S+)", demo(), re.MULTILINE))
    for name, password in printed.items():
        assert authenticate(None, username=name, password=password) == User.objects.get(username=name)
    assert len(set(printed.values())) == 3
    assert not [each for each in printed.values() if each in demo()]


@pytest.mark.django_db
def test_a_password_given_is_that_of_all_three(demo):
    demo()
    demo("--password", "one for all of them")
    for name in ("cora", "ada", "admin"):
        assert authenticate(None, username=name, password="one for all of them")


@pytest.mark.django_db
def test_a_site_for_readers_is_no_place_to_demonstrate(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="Nothing was made"):
        call_command("demo", "--password", "x")
    assert not User.objects.exists()
    assert not Seed.objects.exists()


STEPS = (
    (demonstrating, "hire"),
    (correcting, "save"),
    (correcting, "submit"),
    (demonstrating.approving, "approve"),
    (publishing, "publish"),
)


@pytest.mark.django_db
@pytest.mark.parametrize(("module", "step"), STEPS, ids=[step for _, step in STEPS])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_demonstration_interrupted_anywhere_completes_when_run_again(demo, monkeypatch, module, step, when):
    true = getattr(module, step)

    def interrupted(*args, **options):
        if when == "after":
            true(*args, **options)
        raise KeyboardInterrupt

    holder = "articles.management.commands.demo" if step == "hire" else module.__name__
    with monkeypatch.context() as patched:
        patched.setattr(f"{holder}.{step}", interrupted)
        with pytest.raises(KeyboardInterrupt):
            demo()
    demo()
    article = Edition.objects.get().article
    assert list(article.acts.values_list("action", flat=True)) == ["import", "submit", "approve", "publish"]
    assert User.objects.count() == 3


@pytest.mark.django_db
def test_an_article_somebody_works_on_is_left_to_them(demo, monkeypatch, cast):
    monkeypatch.setattr("articles.management.commands.demo.demonstrate", lambda *_: False)
    demo()
    monkeypatch.undo()
    article = Article.objects.get()
    head = head_of(article)
    edit = correction_of(read_sheet(SHEET), head.document, article.seed)
    correcting.save(article, cast["carl"], head.number, edit, "Mine")
    call_command("demo", stdout=io.StringIO())
    assert not Edition.objects.exists()
    assert Article.objects.get().head == head.number + 1


@pytest.mark.django_db
def test_a_sheet_that_names_what_is_not_there_is_refused(newsroom):
    article = newsroom.article()
    document = head_of(article).document
    with pytest.raises(BadInput, match="names “No such words”, which 0 paragraphs"):
        correction_of({"paragraphs": [{"machine": "No such words"}]}, document, article.seed)


@pytest.mark.django_db
def test_any_sheet_fits_any_article(newsroom):
    set_up()
    article = newsroom.article()
    speech = {"kind": "speech", "machine": "opened on Monday", "quote": "the mill in Dorn opened"}
    claim = {"kind": "claim", "machine": "Visitors came", "quote": "Visitors came"}
    sheet = {
        "reason": "Corrected",
        "metadata": {"rights": "own", "rights_basis": "Ours"},
        "themes": ["culture"],
        "paragraphs": [
            {"machine": "Mill opens", "role": "headline", "text": "A mill opens"},
            {"machine": "The mill in", "role": "body", "text": "On Monday the mill in Dorn opened, Vera Holt said."},
            {"machine": "Visitors", "role": "body", "text": "Visitors came from nearby villages."},
        ],
        "facts": [{**speech, "values": {"speaker": "Vera Holt"}}, {**claim, "values": {"statement": "They came"}}],
        "judgements": [],
    }
    assert demonstrating.demonstrate(article, sheet, newsroom.cora, newsroom.ada)
    document = Edition.objects.get().document
    assert [(str(each.kind), each.quote) for each in document.facts] == [
        ("speech", "the mill in Dorn opened"), ("claim", "Visitors came"),
    ]  # fmt: skip
    assert [each.key for each in document.themes] == ["culture"]


def mill_sheet(facts):
    body = {"machine": "The mill in", "role": "body", "text": "On Monday the mill in Dorn opened, Vera Holt said."}
    return {"reason": "Corrected", "metadata": {}, "themes": [], "paragraphs": [body], "facts": facts, "judgements": []}


@pytest.mark.django_db
def test_a_suggestion_the_sheet_does_not_name_is_rejected(newsroom):
    article = newsroom.article()
    demonstrating.save_sheet(article, mill_sheet([]), newsroom.cora)
    assert [each.state for each in newsroom.head(article).document.facts] == [FactState.REJECTED]


@pytest.mark.django_db
def test_a_sheet_saved_twice_adds_its_facts_once(newsroom):
    article = newsroom.article()
    claim = {"kind": "claim", "machine": "opened on Monday", "quote": "the mill in Dorn opened"}
    sheet = mill_sheet([{**claim, "values": {"statement": "It opened", "claimant": "Vera Holt"}}])
    demonstrating.save_sheet(article, sheet, newsroom.cora)
    again = Article.objects.get(pk=article.pk)
    demonstrating.save_sheet(again, sheet, newsroom.cora)
    assert Article.objects.get(pk=article.pk).head == again.head
    assert [str(each.kind) for each in newsroom.head(article).document.facts].count("claim") == 1


def test_the_sheet_holds_no_key_and_no_digest():
    assert not re.search(r"[0-9a-f]{10,}", SHEET.read_text(encoding="utf-8"))
    assert set(json.loads(SHEET.read_text(encoding="utf-8"))) == {
        "reason", "metadata", "themes", "paragraphs", "facts", "judgements",
    }  # fmt: skip
