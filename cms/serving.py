"""gunicorn's own lines written as the site's are, in the same form and without its secrets.

``gunicorn cms.wsgi --config python:cms.serving``
"""

import os

from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")

# With LOG_LEVEL=INFO the site writes a line for each request (cms.middleware). gunicorn's own would be a second one,
# and would hold what readers search for.
_LOGGERS = {
    "gunicorn.error": {"handlers": ["console"], "level": "INFO", "propagate": False},
    "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
}
logconfig_dict = {**settings.LOGGING, "loggers": {**settings.LOGGING["loggers"], **_LOGGERS}}
