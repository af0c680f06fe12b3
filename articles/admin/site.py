"""The admin site, dressed as a newsroom: the desk is its first page, nothing in it is ever deleted, and no typing is
lost with a session."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.module_loading import import_string

from .desk import desk
from .refusals import keeping_the_typing

# The strip of lists under the site's name, as far as its reader may see them.
_STRIP = ("article", "speech", "claim", "initiative", "award", "person", "organization", "theme", "term",
          "wording", "readerreport", "edition", "seed")  # fmt: skip


class Newsroom(AdminSite):
    enable_nav_sidebar = False
    index_template = "admin/desk.html"
    index_title = "Desk"

    @property
    def site_header(self) -> str:
        return settings.SITE_NAME

    @property
    def site_title(self) -> str:
        return settings.SITE_NAME

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().index(request, {**desk(request), **(extra_context or {})})

    def admin_view(self, view: Callable[..., HttpResponse], cacheable: bool = False) -> Callable[..., HttpResponse]:
        return keeping_the_typing(super().admin_view(view, cacheable), self)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().each_context(request), "strip": self._strip(request)}

    def _strip(self, request: HttpRequest) -> list[tuple[str, str]]:
        """(name, address) of each list in the strip."""
        found = []
        for model in self._registry:
            name = model._meta.model_name
            if name in _STRIP and request.user.has_perm(f"articles.view_{name}"):
                found.append((_STRIP.index(name), str(model._meta.verbose_name_plural), name))
        return [(label.capitalize(), reverse(f"admin:articles_{name}_changelist")) for _, label, name in sorted(found)]


@cache
def newsroom() -> Newsroom:
    """The one site. Importing this package to make it registers its lists, which ask for it: they get the same one."""
    return import_string(settings.NEWSROOM_SITE)("admin")
