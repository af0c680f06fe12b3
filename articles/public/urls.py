"""Every public address, grouped by the path they share."""

from django.urls import path, register_converter

from articles.text.facts.kinds import Kind

from . import (
    article,
    corrections,
    facts,
    feeds,
    front,
    house,
    machines,
    maps,
    mementos,
    named,
    reports,
    searching,
    themes,
)  # fmt: skip
from .api import docs
from .converters import AddressConverter, FeedConverter, NumberConverter, WordsConverter

register_converter(AddressConverter, "address")
register_converter(FeedConverter, "feed")
register_converter(NumberConverter, "number")
register_converter(WordsConverter, "words")

app_name = "articles"

urlpatterns = [
    path("", front.home, name="home"),
    # One article: /articles/<slug>-<id>/…
    path("articles/<address:address>/", article.article, name="article"),
    path("articles/<address:address>/editions/<number:number>/", article.edition, name="edition"),
    path("articles/<address:address>/history/", article.history, name="history"),
    path("articles/<address:address>/compare/<number:old>..<number:new>/", article.compare, name="compare"),
    path("articles/<address:address>/timemap/", mementos.timemap, name="timemap"),
    path("articles/<address:address>/report/", reports.report, name="report"),
    # What articles state
    path("speeches/", facts.facts, {"kind": Kind.SPEECH}, name="speeches"),
    path("claims/", facts.facts, {"kind": Kind.CLAIM}, name="claims"),
    path("initiatives/", facts.facts, {"kind": Kind.INITIATIVE}, name="initiatives"),
    path("awards/", facts.facts, {"kind": Kind.AWARD}, name="awards"),
    path("people/<words:slug>-<number:pk>/", named.person, name="person"),
    path("organizations/<words:slug>-<number:pk>/", named.organization, name="organization"),
    path("themes/", themes.themes, name="themes"),
    path("themes/<words:slug>/", themes.theme, name="theme"),
    path("themes/<words:slug>/<feed:form>.xml", feeds.theme, name="theme-feed"),
    # The house
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/<feed:form>.xml", feeds.corrections, name="corrections-feed"),
    path("how-we-edit/", house.how_we_edit, name="how-we-edit"),
    path("search/", searching.search, name="search"),
    # Machines that read
    path("api/", docs.docs, name="api-docs"),
    path("api/v1/openapi.json", docs.description, name="api-description"),
    path("api/v1/", docs.api.urls),
    path("feeds/<feed:form>.xml", feeds.site, name="feed"),
    path("sitemap.xml", maps.index, name="sitemap"),
    path("sitemaps/articles-<number:number>.xml", maps.articles, name="sitemap-articles"),
    path("sitemaps/people-<number:number>.xml", maps.named, {"name": "people"}, name="sitemap-people"),
    path(
        "sitemaps/organizations-<number:number>.xml",
        maps.named,
        {"name": "organizations"},
        name="sitemap-organizations",
    ),  # fmt: skip
    path("sitemaps/lists.xml", maps.lists, name="sitemap-lists"),
    path("news-sitemap.xml", maps.news, name="news-sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.healthz, name="healthz"),
]
