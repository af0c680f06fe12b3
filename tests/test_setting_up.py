"""What every installation needs before its first article."""

import csv
import re

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from articles.models import Term, Theme
from articles.steps.revising import glossary
from articles.steps.setting_up import STARTER, set_up
from articles.text.checks.glossary import preferred
from articles.text.checks.problem import Checked, CheckedParagraph
from articles.text.roles import Role


def found(text):
    paragraph = CheckedParagraph("p", Role.BODY, text)
    return [text[each.start : each.end] for each in preferred(paragraph, Checked((paragraph,), terms=glossary()))]


def rows(name):
    with (STARTER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.django_db
def test_setting_up_twice_makes_nothing_twice():
    set_up()
    before = (Group.objects.count(), Term.objects.count(), Theme.objects.count())
    set_up()
    assert (Group.objects.count(), Term.objects.count(), Theme.objects.count()) == before
    assert before == (2, len(rows("glossary.csv")), len(rows("themes.csv")))


@pytest.mark.django_db
def test_a_term_an_editor_deleted_or_changed_stays_so():
    set_up()
    Term.objects.filter(wrong="search dog").delete()
    Term.objects.filter(wrong="search fox").update(preferred="Sohu.com")
    set_up()
    assert not Term.objects.filter(wrong="search dog").exists()
    assert Term.objects.get(wrong="search fox").preferred == "Sohu.com"


@pytest.mark.django_db
def test_setup_says_what_is_there(capsys):
    call_command("setup")
    assert "2 groups" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_narrower_theme_knows_its_broader_one():
    set_up()
    assert Theme.objects.get(slug="e-commerce").broader.name == "Business"
    assert "online shopping" in Theme.objects.get(slug="e-commerce").keywords.split("\n")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The pay treasure grew.", ["pay treasure"]),
        ("She cooked millet.", []),
        ("Lei Jun showed a millet phone.", ["millet"]),
        ("Ma Huateng spoke.", []),
        ("Pony Ma spoke. Later Ma Huateng left.", ["Ma Huateng"]),
        ("It is held at the World Conference on the Internet.", ["World Conference on the Internet"]),
        ("They had a deep exchange of views.", []),
    ],
)
def test_the_starter_glossary_flags_only_what_is_wrong_there(text, wrong):
    set_up()
    assert found(text) == wrong


def test_no_starter_term_calls_a_preferred_form_wrong():
    preferred_forms = {row["preferred"] for row in rows("glossary.csv")}
    for row in rows("glossary.csv"):
        for form in row["wrong"].split("|"):
            pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE if row["case"] == "any" else 0)
            assert not [each for each in preferred_forms if pattern.search(each)], form


def test_a_starter_term_that_is_ordinary_english_has_context_words():
    assert [row["wrong"] for row in rows("glossary.csv") if not row["safe"] and not row["context"]] == []


def test_no_starter_term_or_theme_stands_twice():
    terms = [form for row in rows("glossary.csv") for form in row["wrong"].split("|")]
    themes = [row["name"] for row in rows("themes.csv")]
    assert len(set(terms)) == len(terms)
    assert len(set(themes)) == len(themes)
    assert {row["broader"] for row in rows("themes.csv")} - {""} <= set(themes)
