"""What readers would see of a Document, by the names that people, organizations and themes have now, and by what else
it is found."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from django.db.models import Case, Q, When

from articles.models import Article, Organization, Person, Term, Theme
from articles.text.document import Document, Named, PublicDocument, keys_of
from articles.text.readiness import machine_words
from articles.text.showing import public

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


def called_otherwise(document: PublicDocument) -> list[str]:
    """Other names of its people and organizations, and what the glossary has for words of it: readers who know only
    those find it too."""
    keys = [each.key for each in document.names]
    text = "\n".join(each.text for each in document.paragraphs)
    return list(dict.fromkeys(filter(None, chain(_called(keys), _terms(keys, text)))))


def _called(keys: list[str]) -> Iterable[str]:
    """Every name of theirs and of those who were merged into them."""
    theirs = Q(key__in=keys) | Q(merged_into__key__in=keys)
    rows = (model.objects.filter(theirs).values_list("name", "native_name") for model in (Person, Organization))
    return chain.from_iterable(chain(*rows))


def _terms(keys: list[str], text: str) -> Iterable[str]:
    """The other forms of terms that are aliases of theirs, or whose preferred form stands in the text."""
    theirs = Case(When(Q(person__key__in=keys) | Q(organization__key__in=keys), then=True), default=False)
    terms = Term.objects.accepted().exclude(preferred="").values_list("preferred", "wrong", "native", theirs)
    return (form for preferred, *forms, alias in terms if alias or preferred in text for form in forms)


def _names(model: type[Person] | type[Organization], keys: set[str]) -> list[tuple[str, str]]:
    return list(model.objects.filter(key__in=keys).values_list("key", "name"))
