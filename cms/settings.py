"""The one settings file. Everything an installation decides is an environment variable; none need be set to try it.

DEBUG               on for a laptop, off (the default) for readers
SECRET_KEY          else the file var/secret-key, which ``make run`` writes; required when DEBUG is off
SECRET_KEY_OLD      the key before, while what it signed still counts
DATABASE_URL        postgres://user:password@host:port/name; else SQLite in var/
DATABASE_CONN_MAX_AGE   seconds a connection is kept (60); DATABASE_POOL  PostgreSQL: most connections of a pool instead
REDIS_URL           redis://host:port/number: the workers' queue and the cache; CACHE_URL  another one for the cache
ALLOWED_HOSTS       comma-separated; loopback only by default
CSRF_TRUSTED_ORIGINS  comma-separated, with scheme, behind a proxy that ends TLS
HTTPS               on when readers reach the site over TLS: secure cookies, HSTS, redirect
BEHIND_PROXY        on behind one proxy of yours: its word is taken for the scheme and for who asks
LOG_FORMAT          text, or json: an object a line; LOG_LEVEL  WARNING, or INFO for a line a request
FOUR_EYES           off for a one-person desk; editions made so say it in public
SITE_NAME           the name on the pages
SITE_URL            the site's address in mail: https://news.example, no slash at the end
EMAIL_HOST          the server that sends mail; without one, messages are printed where the site runs
EMAIL_PORT EMAIL_HOST_USER EMAIL_HOST_PASSWORD EMAIL_USE_TLS EMAIL_USE_SSL EMAIL_FROM   as that server wants them
PURGE               what is called when readers' pages change: house.purging.purge
TIME_ZONE           the newsroom's time zone
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("GALLEY_VAR") or BASE_DIR / "var")


def env_flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "on", "1", "true", "yes", "off", "0", "false", "no"}:
        return default if not value else value in {"on", "1", "true", "yes"}
    raise ImproperlyConfigured(f"{name}={value!r}: say on or off.")


def env_list(name: str, default: str = "") -> list[str]:
    return [item.strip() for item in os.environ.get(name, default).split(",") if item.strip()]


def env_number(name: str, default: int) -> int:
    value = os.environ.get(name, "").strip()
    if value and not value.isdecimal():
        raise ImproperlyConfigured(f"{name}={value!r}: give a number.")
    return int(value or default)


def env_choice(name: str, choices: dict[str, str]) -> str:
    """What the chosen word stands for; the first is the default."""
    value = os.environ.get(name, "").strip().lower() or next(iter(choices))
    if value not in choices:
        raise ImproperlyConfigured(f"{name}={value!r}: say {' or '.join(choices)}.")
    return choices[value]


def password_of(url: str) -> str:
    return unquote(urlsplit(url).password or "")


def env_secret(name: str, file: Path) -> str:
    if value := os.environ.get(name):
        return value
    if file.exists():
        return file.read_text(encoding="ascii").strip()
    if DEBUG:
        return "only-good-for-a-laptop-with-DEBUG-on"
    raise ImproperlyConfigured(f"Set {name}, or write a long random line to {file} (make run does).")


DEBUG = env_flag("DEBUG", False)
SECRET_KEY = env_secret("SECRET_KEY", VAR_DIR / "secret-key")
SECRET_KEY_FALLBACKS = env_list("SECRET_KEY_OLD")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")

# Rules of the checks that this house does not want; `report_rules` tells how often each is right.
SILENT_RULES = env_list("SILENT_RULES")

SITE_NAME = os.environ.get("SITE_NAME") or "Galley"
SITE_URL = (os.environ.get("SITE_URL") or "http://127.0.0.1:8000").rstrip("/")
FOUR_EYES = env_flag("FOUR_EYES", True)
PURGE = os.environ.get("PURGE", "")

INSTALLED_APPS = [
    "articles",  # before the admin, whose templates it overrides
    "articles.apps.NewsroomConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "taggit",
    "axes",
]

MIDDLEWARE = [
    "cms.middleware.Numbered",
    "cms.middleware.behind_proxy",
    "cms.middleware.bounded",
    "cms.middleware.without_a_length",
    "cms.middleware.without_features",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "cms.middleware.of_a_forms_length",
    "django.middleware.csrf.CsrfViewMiddleware",
    "cms.middleware.kept_alive",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
QUEUE_APPLICATION = "cms.queue.app"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


def database() -> dict[str, object]:
    """PostgreSQL where DATABASE_URL says so, else SQLite in WAL, where a writer waits for its turn at the door."""
    age, pool = env_number("DATABASE_CONN_MAX_AGE", 60), env_number("DATABASE_POOL", 0)
    if url := os.environ.get("DATABASE_URL"):
        found = dict(dj_database_url.parse(url, conn_max_age=0 if pool else age, conn_health_checks=not pool))
        return {**found, "OPTIONS": {**found.get("OPTIONS", {}), "pool": {"max_size": pool}}} if pool else found
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR_DIR / "galley.sqlite3",
        "CONN_MAX_AGE": age,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA mmap_size=134217728; PRAGMA cache_size=-16000;",
        },
    }


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = os.environ.get("REDIS_URL", "")
CACHE_URL = os.environ.get("CACHE_URL", REDIS_URL)
CACHES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": CACHE_URL, "KEY_PREFIX": "galley"}
    if CACHE_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
# A handful is taken off the queue when it is done: a worker that dies leaves it to another, and doing it twice is
# doing it once.
CELERY_BROKER_URL = CELERY_RESULT_BACKEND = REDIS_URL
CELERY_TASK_DEFAULT_QUEUE = "galley"
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_COMPRESSION = "gzip"
CELERY_TASK_TIME_LIMIT = 300  # seconds
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": env_number("QUEUE_RETURNS_AFTER", 600)
}  # seconds, over the limit
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_RESULT_EXPIRES = 24 * 60 * 60

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
# A stranger's wrong guesses must not lock an editor out: name and address together.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 1  # hour
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS: list[str] = []  # the log names who and where; of what was typed, passwords are never kept
AXES_ENABLE_ACCESS_FAILURE_LOG = True  # a wrong password is still known of once the right one came

LANGUAGE_CODE = "en-gb"
TIME_ZONE = os.environ.get("TIME_ZONE") or "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or BASE_DIR / "staticfiles")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_PORT = env_number("EMAIL_PORT", 25)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env_flag("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = env_flag("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 5  # seconds; whoever pressed the button waits for it
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "galley@localhost")

TAGGIT_CASE_INSENSITIVE = True
# Forty paragraphs with their facts a page stay under this; see articles/admin/workbench.py.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
# Bytes of a form without its files: a sheet full of emoji, URL-encoded, takes three million.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
TOO_LONG_VIEW = "articles.admin.refusals.too_long"
DATA_UPLOAD_MAX_NUMBER_FILES = 50
UPLOAD_MAX_BYTES = 32 * 1024 * 1024  # of a request, refused before a byte of it is read
SEED_MAX_BYTES = 10 * 1024 * 1024

HTTPS = env_flag("HTTPS", not DEBUG)
BEHIND_PROXY = env_flag("BEHIND_PROXY", False)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": HTTPS,
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|livez|readyz)$"]  # asked by machines inside the house
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
# Browsers take a cookie of such a name only from this very host and over TLS.
SESSION_COOKIE_NAME = "__Host-galley" if HTTPS else "sessionid"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds without a request; cms.middleware.kept_alive
# Who may come in, and by what form: a class of your own over this one asks for a second factor (docs/operating.md).
NEWSROOM_SITE = "articles.admin.site.Newsroom"
CSRF_FAILURE_VIEW = "articles.admin.refusals.csrf_failure"

LOG_FORMAT = env_choice("LOG_FORMAT", {"text": "cms.logs.TextLines", "json": "cms.logs.JsonLines"})
LOG_LEVEL = os.environ.get("LOG_LEVEL", "WARNING").upper()
SECRETS = [
    SECRET_KEY,
    *SECRET_KEY_FALLBACKS,
    EMAIL_HOST_PASSWORD,
    *(password_of(url) for url in (os.environ.get("DATABASE_URL", ""), REDIS_URL, CACHE_URL)),
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": LOG_FORMAT, "secrets": SECRETS}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        # Django's own handlers would write a line twice, and without its number.
        "django": {"handlers": [], "level": LOG_LEVEL},
        "axes.handlers": {"level": "INFO"},  # who signed in, who could not, who was locked out
    },
}
