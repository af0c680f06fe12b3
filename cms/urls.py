"""Two doors: the editors' admin site and the readers' pages; the way in for whoever was given a preview; and two
bells for machines inside the house."""

from django.contrib import admin
from django.urls import include, path

from . import probes

urlpatterns = [
    path("admin/", admin.site.urls),
    path("preview/", include("articles.admin.previews")),
    path("livez", probes.livez),
    path("readyz", probes.readyz),
    path("", include("articles.public.urls")),
]

handler400 = "articles.public.errors.bad_request"
handler404 = "articles.public.errors.not_found"
handler500 = "articles.public.errors.server_error"
