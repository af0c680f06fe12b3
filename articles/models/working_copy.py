"""One editor's unsaved typing on one article."""

from django.conf import settings
from django.db import models

from .article import Article


class WorkingCopy(models.Model):
    """Private to its editor, replaced as she types, gone after a save.

    ``form`` has a line for each sheet she typed on: its number, a space, its fields URL-encoded.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="working_copies")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="working_copies")
    base = models.PositiveIntegerField(help_text="The Revision it was typed on.")
    form = models.TextField(help_text="The page's fields as typed, URL-encoded.")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "working copies"
        constraints = [models.UniqueConstraint("article", "editor", name="working_copy_once")]

    def __str__(self) -> str:
        return f"{self.editor} on {self.article}"

    @property
    def sheets(self) -> dict[int, str]:
        """The URL-encoded form of each sheet typed on, by its number."""
        lines = (line.split(" ", 1) for line in self.form.split("\n") if line)
        return {int(number): form for number, form in lines}

    @sheets.setter
    def sheets(self, forms: dict[int, str]) -> None:
        self.form = "\n".join(f"{number} {form}" for number, form in sorted(forms.items()))
