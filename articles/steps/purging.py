"""Whoever keeps pages before the site for longer than they say is told when they are true no longer."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from articles.models import Article, Edition, Published

LISTS = "lists"


def purge(article: Article, at: datetime) -> None:
    """Once this is stored, PURGE is called with the keys of what is different from ``at`` on, where there is one. What
    it raises is logged and undoes nothing."""
    if settings.PURGE:
        told, keys = import_string(settings.PURGE), _keys(article)
        transaction.on_commit(lambda: told(keys, at), robust=True)


def article_key(number: int) -> str:
    return f"article-{number}"


def _keys(article: Article) -> tuple[str, ...]:
    """Its own, those of the articles that lead to it, and the lists."""
    leading = Published.objects.live().filter(kind=Published.Kind.RELATED, key=str(article.pk)).order_by()
    beside = Edition.objects.filter(pk__in=leading.values("edition")).order_by().values_list("article", flat=True)
    return tuple(article_key(number) for number in (article.pk, *sorted(set(beside) - {article.pk}))) + (LISTS,)
