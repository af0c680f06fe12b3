"""How long an editor waits: checks and difference of an article of 700 words, opening it, saving it; and opening and
saving one of 200 paragraphs. Seconds of the processor, beside those of the clock."""

import sys
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.place import CORPUS, median, migrated, start  # noqa: E402
from tests.browser_form import sent  # noqa: E402

RUNS, WORDS, PARAGRAPHS = 15, 700, 200


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

    def save(number, article=article, body=body):
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

    long = import_seed(long_text(), "two-hundred-paragraphs.txt").article
    document = head_of(long).document
    print(f"{len(long.seed.text.split())} words, {len(document.paragraphs)} paragraphs, {len(document.facts)} facts")
    body = next(each for each in document.paragraphs[20:] if each.role == "body")
    took("check", lambda _: open_problems(document, long.seed.text, terms))
    took("save one paragraph by the step", lambda number: save(number, long, body))
    address = f"/admin/articles/article/{long.pk}/change/"
    for sheet in (1, 3):
        took(f"open the page: sheet {sheet}", lambda _, sheet=sheet: answered(client, f"{address}?sheet={sheet}"))
    took("save one paragraph by its form", lambda number: saved(client, address, body.key, number))


def text():
    """Articles of the corpus one after another, up to so many words."""
    lines, words = [], 0
    for line in "\n".join(path.read_text("utf-8") for path in CORPUS).splitlines():
        lines.append(line)
        words += len(line.split())
        if words >= WORDS:
            break
    return "\n".join(lines).encode()


def long_text():
    """So many paragraphs of the corpus's own, each as long as it is there, no two the same."""
    lines = [line for path in CORPUS for line in path.read_text("utf-8").splitlines() if len(line) > 120]
    head = CORPUS[0].read_text("utf-8").splitlines()[0]
    return "\n\n".join([head, *(f"In year {n} {lines[n % len(lines)]}" for n in range(PARAGRAPHS))]).encode()


def saved(client, address, key, number):
    """How long the sheet's form took as a browser sends it, one paragraph changed; drawing it is not counted."""
    form = sent(client.get(f"{address}?sheet=1"))
    form[f"text-{key}"], form["reason"] = [f"Better by {number} and more."], ["Measured"]
    begun = process_time()
    response = client.post(address, form)
    took_it = (process_time() - begun) * 1000
    if response.status_code != 302:
        raise SystemExit(f"{address} answers {response.status_code}")
    return took_it


def answered(client, address):
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}")


def took(what, act):
    """The median and the slowest of some runs, after one that does not count."""
    act(-1)
    clock, cpu = [], []
    for number in range(RUNS):
        begun, used = perf_counter(), process_time()
        told = act(number)
        clock.append((perf_counter() - begun) * 1000)
        cpu.append(told if isinstance(told, float) else (process_time() - used) * 1000)
    told = f"{what:<42} processor {median(cpu):7.1f} ms (worst {max(cpu):6.1f})   clock {median(clock):7.1f} ms"
    print(told, flush=True)


if __name__ == "__main__":
    main()
