"""Tables, and the article that is read from standard input (JSON) published in them; prints the page's address."""

import html
import json
import sys

import django
from django.conf import settings
from django.core.management import call_command


def main():
    django.setup()
    from wagtail.models import Page

    from tests.bench.wagtail_site.models import ArticlePage, Fact

    (settings.VAR / "wagtail_site_migrations").mkdir()
    (settings.VAR / "wagtail_site_migrations" / "__init__.py").touch()
    call_command("makemigrations", "wagtail_site", verbosity=0)
    call_command("migrate", verbosity=0)
    said = json.load(sys.stdin)
    body = [("paragraph", f"<p>{html.escape(text)}</p>") for text in said["paragraphs"]]
    page = ArticlePage(title=said["headline"], slug="article", standfirst=said["standfirst"], body=body, live=False)
    page.facts = [Fact(kind=kind, quote=quote) for kind, quote in said["facts"]]
    page.themes.add(*said["themes"])
    Page.objects.get(depth=2).add_child(instance=page)
    page.save_revision().publish()
    print(page.url or "/article/")


if __name__ == "__main__":
    main()
