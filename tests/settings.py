"""The site's own settings, on a test database: SQLite in a file and WAL, as the site runs, or DATABASE_URL."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DEBUG", "off")
os.environ.setdefault("HTTPS", "off")
os.environ.setdefault("SECRET_KEY", "for tests only, never for a site that anybody reads")

from cms.settings import *  # noqa: E402, F403
from cms.settings import DATABASES, STORAGES  # noqa: E402

if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": Path(tempfile.gettempdir()) / f"galley-test-{os.getpid()}.sqlite3"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True
