"""Paragraphs in, suggested facts out: speeches, claims, initiatives, awards, and the names in the text."""

from articles.text.facts.suggesting import suggest

__all__ = ["suggest"]
