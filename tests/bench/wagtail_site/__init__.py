"""A small Wagtail site with one article, told the usual way: what a page costs where it is put together when asked for.

Run by the Python that WAGTAIL_PYTHON names, which has wagtail, whitenoise and gunicorn; Galley itself needs none of it.
"""
