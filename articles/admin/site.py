"""The admin site, dressed as a newsroom."""

from django.contrib.admin import AdminSite


class Newsroom(AdminSite):
    site_header = "Galley"
    site_title = "Galley"
