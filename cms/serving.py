"""gunicorn's own lines written as the site's are, in the same form and without its secrets.

``gunicorn cms.wsgi --config python:cms.serving``
"""

import os

from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")

_LINES = {"handlers": ["console"], "level": "INFO", "propagate": False}

# With LOG_LEVEL=INFO the site writes a line for each request (cms.middleware), so gunicorn need write none.
logconfig_dict = {
    **settings.LOGGING,
    "loggers": {**settings.LOGGING["loggers"], "gunicorn.error": _LINES, "gunicorn.access": _LINES},
}
