"""What readers would see of a Document, by the names that people, organizations and themes have now."""

from collections.abc import Iterable
from dataclasses import replace

from articles.models import Article, Organization, Person, Theme
from articles.text.document import Document, Named, PublicDocument, keys_of, public
from articles.text.readiness import machine_words

from .merging import standing


def public_document(article: Article, document: Document) -> PublicDocument:
    """The part of the document that readers see, its people, organizations and themes by the names they have now."""
    keys = {key for fact in document.facts for key in keys_of(fact.values)}
    names = [Named(*row) for model in (Person, Organization) for row in _names(model, keys)]
    themes = {Named(each.slug, each.name) for each in _themes(document.themes)}
    shown = replace(document, themes=tuple(sorted(each.key for each in themes)))
    return public(shown, lambda paragraph: machine_words(paragraph, article.seed.text), themes, names)


def _themes(slugs: Iterable[str]) -> list[Theme]:
    """The themes, or what they were merged into."""
    return [standing(each) for each in Theme.objects.filter(slug__in=slugs).select_related("merged_into")]


def _names(model: type[Person] | type[Organization], keys: set[str]) -> list[tuple[str, str]]:
    return list(model.objects.filter(key__in=keys).values_list("key", "name"))
