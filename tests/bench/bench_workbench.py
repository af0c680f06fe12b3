"""How long an editor waits: checks and difference of an article of 700 words, opening it, saving it."""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import CORPUS, median, migrated, start  # noqa: E402

RUNS, WORDS = 15, 700


def main():
    start(migrated())
    from django.test import Client

    from articles.models import Article
    from articles.steps import correcting
    from articles.steps.importing import import_seed
    from articles.steps.moving import head_of
    from articles.steps.revising import glossary
    from articles.text.correction import Correction, ParagraphEdit
    from articles.text.moves import Told, reshaped
    from articles.text.readiness import machine_words, open_problems
    from tests.cast import hire

    cora = hire()["cora"]
    article = import_seed(text(), "seven-hundred-words.txt").article
    machine, seed, terms = head_of(article).document, article.seed.text, glossary()
    print(f"{len(seed.split())} words, {len(machine.paragraphs)} paragraphs, {len(machine.facts)} suggested facts")
    body = max(machine.paragraphs, key=lambda each: len(each.text))

    def save(number):
        head = Article.objects.get(pk=article.pk).head
        edit = ParagraphEdit(body.key, f"{body.text} Better by {number}.", body.role, True)
        correcting.save(article, cora, head, Correction(paragraphs=(edit,)), "Measured")

    def told(document):
        return [Told(each.key, each.text) for each in document.paragraphs]

    took("check", lambda _: open_problems(machine, seed, terms))
    took("save (checked, one revision more)", save)
    corrected = head_of(Article.objects.get(pk=article.pk)).document
    old = [Told(each.key, machine_words(each, seed)) for each in machine.paragraphs]
    took("difference from the machine's words", lambda _: reshaped(old, told(corrected)))
    client = Client(headers={"host": "localhost"})
    client.force_login(cora)
    for name in ("change", "review", "history"):
        address = f"/admin/articles/article/{article.pk}/{name}/"
        took(f"open the page: {name}", lambda _, address=address: answered(client, address))
    took("open the desk", lambda _: answered(client, "/admin/"))


def text():
    """Articles of the corpus one after another, up to so many words."""
    lines, words = [], 0
    for line in "\n".join(path.read_text("utf-8") for path in CORPUS).splitlines():
        lines.append(line)
        words += len(line.split())
        if words >= WORDS:
            break
    return "\n".join(lines).encode()


def answered(client, address):
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}")


def took(what, act):
    """The median and the slowest of some runs, after one that does not count."""
    act(-1)
    times = []
    for number in range(RUNS):
        begun = perf_counter()
        act(number)
        times.append((perf_counter() - begun) * 1000)
    print(f"{what:<42} median {median(times):7.1f} ms   slowest {max(times):7.1f} ms", flush=True)


if __name__ == "__main__":
    main()
