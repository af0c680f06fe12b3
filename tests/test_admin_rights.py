"""Every address of the admin site, for everybody who might type it."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.urls import get_resolver, reverse

from articles.models import (
    FACT_MODELS,
    Act,
    Edition,
    Organization,
    Person,
    ReaderReport,
    Revision,
    Seed,
    Term,
    Theme,
    Wording,
)
from articles.steps import reporting
from articles.text.correction import NewFact
from articles.text.facts.kinds import Award, Initiative
from tests.cast import PASSWORD
from tests.newsroom import new_claim

LOGIN, OK, NO, GONE, METHOD, MOVED = "login", 200, 403, 404, 405, 302
# Who: nobody, Rex with no right, Vic who may look at everything, Cora, Ada, a superuser.
WHO = ("nobody", "rex", "vic", "cora", "ada", "root")
LOOK = (LOGIN, NO, OK, OK, OK, OK)
POST_ONLY = (LOGIN, NO, METHOD, METHOD, METHOD, METHOD)
NEVER = (LOGIN, NO, NO, NO, NO, NO)
ROOT = (LOGIN, NO, NO, NO, NO, OK)

# Each address by its name: what a GET of it answers to each of WHO.
ADDRESSES = {
    "index": (LOGIN, OK, OK, OK, OK, OK),
    "login": (OK, MOVED, MOVED, MOVED, MOVED, MOVED),
    "logout": (MOVED, METHOD, METHOD, METHOD, METHOD, METHOD),
    "password_change": (LOGIN, OK, OK, OK, OK, OK),
    "password_change_done": (LOGIN, OK, OK, OK, OK, OK),
    "jsi18n": (LOGIN, OK, OK, OK, OK, OK),
    "autocomplete": NEVER,
    "view_on_site": (LOGIN, GONE, GONE, GONE, GONE, GONE),
    "app_list": (LOGIN, GONE, OK, OK, OK, OK),
    "articles_article_changelist": LOOK,
    "articles_article_add": (LOGIN, NO, NO, OK, OK, OK),
    "articles_article_change": LOOK,
    "articles_article_review": LOOK,
    "articles_article_preview": LOOK,
    "articles_article_previews": LOOK,
    "articles_article_revoke_preview": POST_ONLY,
    "articles_article_history": LOOK,
    "articles_article_timeline": LOOK,
    "articles_article_compare": LOOK,
    "articles_article_source": LOOK,
    "articles_article_withdraw": LOOK,
    "articles_article_restore": POST_ONLY,
    "articles_article_seen": (LOGIN, METHOD, METHOD, METHOD, METHOD, METHOD),
    "articles_article_problems": LOOK,
    "articles_article_keep": POST_ONLY,
    "articles_article_discard": POST_ONLY,
    "articles_article_suggest_fact": POST_ONLY,
    "articles_article_difference": POST_ONLY,
    "articles_article_suggest_term": POST_ONLY,
    "articles_term_table": (LOGIN, NO, NO, NO, OK, OK),
    "articles_term_export": LOOK,
    "articles_term_refuse": (LOGIN, METHOD, METHOD, METHOD, METHOD, METHOD),
    "articles_term_accept": (LOGIN, METHOD, METHOD, METHOD, METHOD, METHOD),
    "articles_article_write_note": POST_ONLY,
    "articles_article_settle_note": POST_ONLY,
    "articles_article_known_names": (LOGIN, NO, NO, GONE, GONE, GONE),
    "articles_article_replace": (LOGIN, NO, NO, OK, OK, OK),
    "articles_article_mend": (LOGIN, NO, NO, OK, OK, OK),
    "articles_article_undo_replacement": (LOGIN, METHOD, METHOD, METHOD, METHOD, METHOD),
    "articles_article_act": POST_ONLY,
    "articles_article_take_back": POST_ONLY,
    "articles_article_find_words": LOOK,
    "articles_article_work": LOOK,
    "articles_article_add_note": POST_ONLY,
    "articles_article_resolve_note": POST_ONLY,
    "articles_readerreport_change": LOOK,
    "articles_person_add": (LOGIN, NO, NO, OK, OK, OK),
    "articles_organization_add": (LOGIN, NO, NO, OK, OK, OK),
    "articles_theme_add": (LOGIN, NO, NO, NO, OK, OK),
    "articles_term_add": (LOGIN, NO, NO, NO, OK, OK),
    "auth_user_password_change": ROOT,
}  # fmt: skip
APPROVERS = (LOGIN, NO, NO, NO, OK, OK)
ADDRESSES |= {
    "articles_organization_merge": (LOGIN, NO, NO, OK, OK, OK),
    "articles_person_merge": APPROVERS,  # as readers see her name
    "articles_theme_merge": APPROVERS,
    "articles_theme_rename": APPROVERS,
    "articles_person_undo_merge": (LOGIN, NO, NO, METHOD, METHOD, METHOD),
    "articles_organization_undo_merge": (LOGIN, NO, NO, METHOD, METHOD, METHOD),
    "articles_theme_undo_merge": (LOGIN, NO, NO, NO, METHOD, METHOD),
}
for _model in ("user", "group"):
    ADDRESSES |= {f"auth_{_model}_{page}": ROOT for page in ("changelist", "add", "change", "history")}
    ADDRESSES[f"auth_{_model}_delete"] = NEVER
READ_ONLY = ("seed", "revision", "act", "edition", "speech", "claim", "initiative", "award", "wording")
for _model in (*READ_ONLY, "person", "organization", "theme", "term", "readerreport"):
    for _page in ("changelist", "change", "history"):
        ADDRESSES.setdefault(f"articles_{_model}_{_page}", LOOK)
    ADDRESSES[f"articles_{_model}_delete"] = NEVER
    ADDRESSES.setdefault(f"articles_{_model}_add", NEVER)


FACTS = (
    new_claim("Dorn"),
    NewFact("new2", "p1", "The mill", Initiative(name="The mill")),
    NewFact("new3", "p1", "opened", Award(name="Open mill", recipient="Vera Holt")),
)


@pytest.fixture
def world(newsroom, cast):
    """One of everything, and the people."""
    vic = User.objects.create_user("vic", password=PASSWORD, is_staff=True)
    vic.user_permissions.set(
        Permission.objects.filter(content_type__app_label="articles", codename__startswith="view_")
    )
    User.objects.create_superuser("root", password=PASSWORD)
    article = newsroom.published()
    newsroom.correct(article, text="The mill in Dorn opened on Monday, said Vera Holt.", new_facts=FACTS)
    reporting.report(Edition.objects.get(), "p1", "It was Tuesday.")
    for model in (Person, Organization):
        model.objects.create(name=f"A {model.__name__}")
    Wording.objects.create(wrong="big data era", right="age of big data", key="big data")
    return article


def arguments(name, article):
    """What an address of this name needs to lead somewhere."""
    named = {
        "articles_article_compare": [article.pk, 0, 1],
        "articles_article_act": [article.pk, "take"],
        "articles_article_resolve_note": [article.pk, 1],
        "articles_article_settle_note": [article.pk, 1],
        "articles_article_undo_replacement": [1],
        "articles_term_accept": [1],
        "articles_term_refuse": [1],
        **{f"articles_{each}_undo_merge": [1] for each in ("person", "organization", "theme")},
        "articles_article_revoke_preview": [article.pk, 1],
        "app_list": ["articles"],
        "view_on_site": [999, 1],
    }
    if name in named:
        return named[name]
    if name.startswith("articles_article") and not name.endswith(
        ("changelist", "add", "mend", "replace", "seen", "work")
    ):
        return [article.pk]
    if name.endswith(("_change", "_history", "_delete", "_merge", "_rename")) and name != "password_change":
        return [_row(name, article)]
    return []


def _row(name, article):
    all_models = (Seed, Revision, Act, Edition, Person, Organization, Theme, Term, ReaderReport, Wording, User, Group)
    models = {model._meta.model_name: model for model in (*all_models, *FACT_MODELS.values())}
    return models[name.split("_")[1]].objects.order_by("pk").first().pk


def answer(client, who, address):
    client.logout()
    if who != "nobody":
        client.login(username=who, password=PASSWORD)
    response = client.get(address)
    if response.status_code == 302 and response.url.startswith(reverse("admin:login")):
        return LOGIN
    return response.status_code


def walk(patterns=None, before=""):
    """(name, address) of every pattern under the admin site; those without a name are named by their address."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        address = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from walk(each.url_patterns, address)
        elif address.startswith("admin/"):
            yield each.name or address, address


# Django's own, without a name: the way from an object's old address to its page, and whatever is no address at all.
OLD = re.compile(r"admin/(articles|auth)/\w+/<(path:object_id|int:pk)>/")
NOWHERE = "admin/(?P<url>.*)$"


def test_the_table_has_every_address_that_the_site_answers():
    found = {name for name, _ in walk()}
    assert {name for name in found if not OLD.fullmatch(name) and name != NOWHERE} == set(ADDRESSES)


def test_what_has_no_name_leads_to_what_has_one_or_nowhere(client, world):
    old = [re.sub("<.*>", "1", name) for name, _ in walk() if OLD.fullmatch(name)]
    assert len(old) > 10
    for address in ("nowhere/", "articles/nothing/1/", *(each.removeprefix("admin/") for each in old)):
        answers = [answer(client, who, f"/admin/{address}") for who in WHO]
        assert answers[0] == LOGIN, address
        assert set(answers[1:]) <= {MOVED, GONE, NO}, address


# What somebody with no right at all may send: her own password, where she is, what she has seen.
ONES_OWN = {"login", "logout", "password_change", "articles_article_seen"}


@pytest.mark.parametrize("who", ["nobody", "rex"])
def test_who_has_no_right_sends_nothing_to_any_address(client, world, who):
    if who == "rex":
        client.login(username=who, password=PASSWORD)
    taken = {}
    for name in sorted(set(ADDRESSES) - ONES_OWN):
        response = client.post(reverse(f"admin:{name}", args=arguments(name, world)), {"post": "yes"})
        to_login = response.status_code == 302 and response.url.startswith(reverse("admin:login"))
        if not to_login and response.status_code not in (NO, GONE, METHOD):
            taken[name] = response.status_code
    assert set(taken) <= ({"index", "jsi18n", "password_change_done"} if who == "rex" else set()), taken


def test_every_address_answers_each_person_as_the_table_says(client, world):
    wrong = {}
    for name in sorted(ADDRESSES):
        address = reverse(f"admin:{name}", args=arguments(name, world))
        for who, expected in zip(WHO, ADDRESSES[name], strict=True):
            got = answer(client, who, address)
            if got != expected:
                wrong[name, who] = (got, expected)
    assert not wrong


@pytest.mark.parametrize("who", ["rex", "vic", "cora", "ada", "root"])
@pytest.mark.parametrize("model", READ_ONLY)
def test_nobody_writes_what_is_read_only_not_even_a_superuser(client, world, who, model):
    client.login(username=who, password=PASSWORD)
    site = admin.site._registry
    [options] = [each for cls, each in site.items() if cls._meta.model_name == model]
    before = list(options.model.objects.order_by("pk").values_list("pk", flat=True))
    row = before[0] if before else 1
    posts = (
        (f"articles_{model}_add", [], {}),
        (f"articles_{model}_add", [], {"_popup": "1"}),
        (f"articles_{model}_change", [row], {"reason": "x", "headline": "x", "quote": "x"}),
        (f"articles_{model}_delete", [row], {"post": "yes"}),
    )
    for name, args, data in posts:
        assert client.post(reverse(f"admin:{name}", args=args), data).status_code in (403, 302), name
    client.post(
        reverse(f"admin:articles_{model}_changelist"),
        {"action": "delete_selected", "_selected_action": before, "post": "yes"},
    )
    assert list(options.model.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_nothing_offers_deletion_or_bulk_acts(client, world):
    client.login(username="root", password=PASSWORD)
    for model, options in admin.site._registry.items():
        page = client.get(
            reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        ).content.decode()
        assert 'name="action"' not in page, model
        assert not options.has_delete_permission(client.get("/").wsgi_request)
    page = client.get(reverse("admin:articles_person_change", args=[Person.objects.first().pk])).content.decode()
    assert "deletelink" not in page


def test_no_button_of_the_workbench_is_drawn_for_somebody_who_only_looks(client, world):
    client.login(username="vic", password=PASSWORD)
    for page in ("change", "review", "history", "source"):
        html = client.get(reverse(f"admin:articles_article_{page}", args=[world.pk])).content.decode()
        assert "/act/" not in html
        assert "/notes/" not in html
        assert "/restore/" not in html
