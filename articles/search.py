"""The only file that knows the search engine. Searches live editions."""

from articles.models import Edition


def index(edition: Edition) -> None:
    """The edition's words are found."""


def remove(edition: Edition) -> None:
    """The edition's words are found no longer."""
