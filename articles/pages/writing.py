"""A template becomes a page of the site."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string


def written(template: str, said: dict[str, Any] | None = None) -> str:
    """The page's HTML. No request, no session and no account has a part in it, so every reader gets the same."""
    return render_to_string(template, {"site": settings.SITE_NAME, "root": settings.SITE_URL, **(said or {})})
