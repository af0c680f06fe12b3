"""An edition's page, rendered once."""

import hashlib

from articles.models import Edition

TEMPLATE_VERSION = "1"


def render(edition: Edition) -> str:
    """The page's HTML."""
    return ""


def etag(html: str) -> str:
    """SHA-256 of the HTML, in hexadecimal."""
    return hashlib.sha256(html.encode()).hexdigest()
