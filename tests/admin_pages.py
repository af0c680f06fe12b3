"""Every address of the newsroom that shows a page, with something on each."""

from django.contrib import admin
from django.urls import URLResolver, reverse

from articles.models import (
    Act,
    Article,
    Award,
    Claim,
    Edition,
    Initiative,
    Organization,
    Person,
    ReaderReport,
    Revision,
    Seed,
    Speech,
    Term,
    Theme,
    Wording,
)  # fmt: skip

# Django's own, which Galley only dresses: signing in and out, accounts, what its scripts ask for.
DJANGOS = {"login", "logout", "password_change", "password_change_done", "autocomplete", "jsi18n", "view_on_site",
           "app_list"}  # fmt: skip
MODELS = {
    model._meta.model_name: model
    for model in (
        Act, Article, Award, Claim, Edition, Initiative, Organization, Person, ReaderReport, Revision, Seed, Speech,
        Term, Theme, Wording,
    )
}  # fmt: skip
COMPARE = "articles_article_compare"
# What is asked of a page, and is another page.
ASKED = {
    "articles_article_change": ("", "?sheet=1&find=the", "?kept=1"),
    "articles_article_replace": ("", "?wanted=the&put=a&whole=1"),
    "articles_article_work": ("", "?weeks=52"),
    "articles_article_changelist": ("", "?q=nothing+is+called+so", "?stage__exact=done"),
    "articles_person_merge": ("", "?into={other}"),
}


def names_and_routes(patterns=None, before=""):
    for pattern in admin.site.urls[0] if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from names_and_routes(pattern.url_patterns, route)
        elif pattern.name:
            yield pattern.name, route


def addresses(article, other=0):
    """Each address that is asked for one thing at most; those of articles for this one, ``other`` is a person to
    merge into. Some of them take forms alone, or answer a script."""
    for name, route in names_and_routes():
        if name in DJANGOS or route.startswith("auth/") or (route.count("<") > 1 and name != COMPARE):
            continue
        address = reverse(f"admin:{name}", args=_arguments(name, route, article))
        for asked in ASKED.get(name, ("",)):
            yield address + asked.format(other=other)


def _arguments(name, route, article):
    if name == COMPARE:
        return [article.pk, 1, article.head]
    if "<" not in route:
        return []
    model = MODELS[name.split("_")[1]]
    return [article.pk if model is Article else model._default_manager.order_by("pk").values_list("pk", flat=True)[0]]
