"""Nouns: one file each. ``guards`` keeps frozen rows frozen, ``drafts`` writes a Document as rows and back."""

from . import guards
from .act import Act
from .article import Article, Rights, Stage
from .dismissal import Dismissal
from .edition import Edition
from .fact import FACT_MODELS, Award, Claim, Fact, Initiative, Speech
from .likeness import Band, Sketch
from .merge import Merge
from .message import Message
from .monthly import Monthly
from .note import Note
from .paragraph import Paragraph
from .people import Organization, Person
from .preview import PreviewLink
from .published import FACT_KINDS, OF_KINDS, FinishedPage, Published, amounts_key
from .replacement import Replacement
from .report import ReaderReport
from .revision import Revision
from .seed import Seed
from .tally import Tally
from .term import Term
from .theme import Theme, ThemedArticle
from .wording import Wording
from .working_copy import WorkingCopy

__all__ = [
    "FACT_KINDS",
    "FACT_MODELS",
    "OF_KINDS",
    "Act",
    "Article",
    "Award",
    "Band",
    "Claim",
    "Dismissal",
    "Edition",
    "Fact",
    "FinishedPage",
    "Initiative",
    "Merge",
    "Message",
    "Monthly",
    "Note",
    "Organization",
    "Paragraph",
    "Person",
    "PreviewLink",
    "Published",
    "ReaderReport",
    "Replacement",
    "Revision",
    "Rights",
    "Seed",
    "Sketch",
    "Speech",
    "Stage",
    "Tally",
    "Term",
    "Theme",
    "ThemedArticle",
    "Wording",
    "WorkingCopy",
    "amounts_key",
    "guards",
]
