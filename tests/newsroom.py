"""One article at each stage, made by the same steps as a real one, from a seed small enough to read."""

import hashlib

from articles.models import Article, Revision, Seed, Stage
from articles.steps import approving, correcting, publishing
from articles.steps.revising import revise
from articles.text.correction import Correction, FactEdit, NewFact, ParagraphEdit
from articles.text.document import Document, Fact, FactState, Metadata, Paragraph
from articles.text.facts.kinds import Claim, Speech
from articles.text.roles import Role

LINES = (
    "Mill opens its doors",
    "The mill in Dorn opened on Monday, said Vera Holt.",
    "Visitors came from many villages nearby.",
    "Leave a Reply",
)
ROLES = (Role.HEADLINE, Role.BODY, Role.BODY, Role.DROPPED)


class Newsroom:
    """Cora corrects, Ada approves and publishes; ``article()`` is as imported, the rest goes on from there."""

    def __init__(self, cast):
        self.cast = cast
        self.cora, self.carl, self.ada, self.bea, self.rex = (
            cast[name] for name in ("cora", "carl", "ada", "bea", "rex")
        )
        self.made = 0

    def article(self, lines=LINES, roles=ROLES, facts=True, uploaded_by=None) -> Article:
        self.made += 1
        text = "\n\n".join((*lines, f"© {self.made}"))
        data = text.encode()
        seed = Seed.objects.create(
            identity=f"mill-{self.made}.txt", sha256=hashlib.sha256(data).hexdigest(), data=data, encoding="utf-8",
            text=text, uploaded_by=uploaded_by,
        )  # fmt: skip
        article = Article.objects.create(seed=seed)
        document = Document(Metadata(slug="mill-opens-its-doors"), _paragraphs(text, lines, roles))
        if facts:
            document = Document(document.metadata, document.paragraphs, (_speech(),))
        revise(article, document, Document(), by=None, reason="Imported", stage=Stage.IMPORTED)
        return article

    def head(self, article) -> Revision:
        return article.revisions.order_by("-number").first()

    def correct(self, article, by=None, text=None, key="p1", reason="Better English", **more):
        """One paragraph rewritten on the newest Revision, by Cora unless somebody else is named."""
        head = self.head(article)
        old = head.document.paragraph(key)
        edit = ParagraphEdit(key, old.text if text is None else text, old.role, more.pop("confirmed", True))
        correction = Correction(paragraphs=(edit,), **more)
        return correcting.save(article, by or self.cora, head.number, correction, reason, scheduled="keep")

    def ready(self, article=None, by=None) -> Article:
        """Everything confirmed, the fact accepted, the rights said."""
        article = article or self.article()
        head = self.head(article)
        document = head.document
        correction = Correction(
            paragraphs=tuple(
                ParagraphEdit(p.key, p.text, p.role, p.role is not Role.DROPPED) for p in document.paragraphs
            ),
            facts=tuple(FactEdit(f.key, FactState.ACCEPTED, f.values, "") for f in document.facts),
            metadata=_with_rights(document.metadata),
        )
        correcting.save(article, by or self.cora, head.number, correction, "Corrected", scheduled="keep")
        return Article.objects.get(pk=article.pk)

    def submitted(self, article=None, by=None) -> Article:
        article = self.ready(article, by)
        correcting.submit(article, by or self.cora)
        return Article.objects.get(pk=article.pk)

    def approved(self, article=None, by=None) -> Article:
        article = self.submitted(article, by)
        approving.approve(article, self.ada, self.head(article).digest)
        return Article.objects.get(pk=article.pk)

    def published(self, article=None, at=None) -> Article:
        article = self.approved(article)
        publishing.publish(article, self.ada, at)
        return Article.objects.get(pk=article.pk)

    def again(self, article, text, significance="minor", note="", at=None, approver=None):
        """A later edition: one paragraph changed by Cora, approved and published."""
        self.correct(article, text=text, significance=significance, note=note)
        correcting.submit(article, self.cora)
        approving.approve(article, approver or self.ada, self.head(article).digest)
        return publishing.publish(article, self.ada, at)


def new_claim(quote: str, key: str = "new") -> NewFact:
    return NewFact(key, "p1", quote, Claim(statement=quote, claimant="Vera Holt"))


def _paragraphs(text, lines, roles):
    found, at = [], 0
    for i, (line, role) in enumerate(zip((*lines, text[text.rindex("©") :]), (*roles, Role.DROPPED), strict=True)):
        start = text.index(line, at)
        at = start + len(line)
        found.append(Paragraph(f"p{i}", role, line, ((start, at),), "test"))
    return tuple(found)


def _speech() -> Fact:
    quote = "The mill in Dorn opened on Monday, said Vera Holt"
    values = Speech(speaker="Vera Holt", event="opening")
    return Fact("f0", "p1", quote, 0, len(quote), values, values, 0, len(quote), rule="test", confidence=70)


def _with_rights(metadata: Metadata) -> Metadata:
    return Metadata(**{**_asdict(metadata), "rights": "licensed", "rights_basis": "Test agreement of 2026"})


def _asdict(metadata: Metadata) -> dict:
    return {name: getattr(metadata, name) for name in Metadata.__dataclass_fields__}
