"""Every public address, grouped by the path they share."""

app_name = "articles"

urlpatterns: list = []
