"""Two editions, or the machine's words and an edition, word by word."""

from dataclasses import dataclass

from articles.text.changes import Change, ParagraphChange, Standing, paragraph_changes
from articles.text.document import PublicDocument, PublicFact
from articles.text.moves import Told, in_words, reshaped, with_marks

from .facts import in_one_line


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of each paragraph, of the facts, and of the lines around the text; the last two only where they
    differ."""

    text: tuple["TextChange", ...]
    facts: tuple[ParagraphChange, ...] = ()
    around: tuple[ParagraphChange, ...] = ()

    @property
    def changed(self) -> int:
        return sum(each.standing is not Standing.SAME for each in self.text)


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph's differences; ``kind`` says what became of it."""

    changes: tuple[Change, ...]
    standing: Standing
    kind: str


def with_machine(document: PublicDocument) -> Comparison:
    """From the words the machine wrote for its paragraphs to the edition's."""
    machine = [Told(each.key, each.machine) for each in document.paragraphs if each.machine]
    return Comparison(_compared(machine, _text(document)))


def between(old: PublicDocument, new: PublicDocument) -> Comparison:
    return Comparison(
        text=_compared(_text(old), _text(new)),
        facts=_changed(_facts(old), _facts(new)),
        around=_changed(_around(old), _around(new)),
    )


def _changed(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> tuple[ParagraphChange, ...]:
    return tuple(each for each in paragraph_changes(old, new) if each.standing not in {Standing.SAME, Standing.MOVED})


def _compared(old: list[Told], new: list[Told]) -> tuple[TextChange, ...]:
    return tuple(
        TextChange(tuple(with_marks(each.change.changes)), each.change.standing, in_words(each).capitalize())
        for each in reshaped(old, new)
    )


def _text(document: PublicDocument) -> list[Told]:
    return [Told(each.key, each.text) for each in document.paragraphs]


def _facts(document: PublicDocument) -> list[tuple[str, str]]:
    return [(each.key, f"{_named(each, document)}; Words: “{each.quote}”") for each in document.facts]


def _named(fact: PublicFact, document: PublicDocument) -> str:
    """``Speech. Speaker: …``, but ``Claim: …`` for a claim, whose first field is named as it is."""
    kind, said = fact.kind.title(), in_one_line(fact.values, document.name_of)
    return said if said.startswith(f"{kind}: ") else f"{kind}. {said}"


def _around(document: PublicDocument) -> list[tuple[str, str]]:
    said = document.metadata
    lines = {
        "Source": said.source,
        "Byline": said.byline,
        "Dateline": said.dateline,
        "Date": said.dated,
        "Original": said.url,
        "Themes": ", ".join(theme.name for theme in document.themes),
    }
    return [(label, f"{label}: {text}") for label, text in lines.items() if text]
