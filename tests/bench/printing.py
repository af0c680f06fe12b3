"""Two editions of every article there is, by the steps that people's own go through."""

from dataclasses import replace

from django.contrib.auth.models import Group, User

from articles.models import Article
from articles.steps import approving, correcting, publishing
from articles.steps.moving import head_of
from articles.steps.revising import glossary
from articles.text.correction import Correction, FactEdit, ParagraphEdit
from articles.text.document import FactState, Judgement, Significance
from articles.text.readiness import open_problems


def print_twice():
    cora, ada = _account("cora", "Editors"), _account("ada", "Approvers")
    for article in Article.objects.select_related("seed"):
        for _ in range(2):
            _print(article, cora, ada)


def _account(name, group):
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)


def _print(article, cora, ada):
    head = head_of(article)
    saved = correcting.save(article, cora, head.number, _correction(head.document, article.editions.count()), "Better")
    found = open_problems(saved.document, article.seed.text, glossary())
    judged = tuple(Judgement(each.rule, each.fingerprint, each.paragraph, "as it was", cora.pk) for each in found)
    saved = correcting.save(article, cora, saved.number, Correction(judgements=judged), "Looked at") or saved
    correcting.submit(article, cora)
    approving.approve(article, ada, saved.digest)
    publishing.publish(article, ada)
    article.refresh_from_db()


def _correction(document, again):
    """Every paragraph confirmed, the second time with a word more, every fact accepted whose words are there."""
    words = " Again." * again
    return Correction(
        paragraphs=tuple(
            ParagraphEdit(each.key, each.text + words * (each.role == "body"), each.role, True)
            for each in document.paragraphs
        ),
        facts=tuple(FactEdit(f.key, _wanted(f), f.values, "", checked=True) for f in document.facts),
        metadata=replace(document.metadata, rights="own", rights_basis="Ours"),
        significance=Significance.UPDATE if again else None,
        note="More words." if again else None,
    )  # fmt: skip


def _wanted(fact):
    return FactState.REJECTED if fact.anchor == "lost" else FactState.ACCEPTED
