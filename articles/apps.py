"""The app, and the admin site it dresses as a newsroom."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin


class ArticlesConfig(AppConfig):
    name = "articles"
    default = True


class NewsroomConfig(admin.AdminConfig):
    default_site = "articles.admin.site.newsroom"
    default = False
