"""How long the difference of two Revisions of 5,000 words takes, as one text and as an article of 50 paragraphs."""

import random
import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from articles.text.changes import changes  # noqa: E402
from articles.text.moves import Told, reshaped  # noqa: E402
from articles.text.roles import Role  # noqa: E402
from articles.text.significance import differing, two_wordings  # noqa: E402

WORDS, PARAGRAPHS, RUNS = 5_000, 50, 9


def main():
    chance = random.Random(7)
    vocabulary = [f"{'bcdfghjklmnprstvz'[i % 17]}{'aeiou'[i % 5]}{i}" for i in range(1_200)]
    old = [[chance.choice(vocabulary) for _ in range(WORDS // PARAGRAPHS)] for _ in range(PARAGRAPHS)]
    for share in (0.02, 0.1, 0.5):
        new = [[_other(word, share, chance, vocabulary) for word in paragraph] for paragraph in old]
        _print(f"one text, {share:.0%} of its words changed", lambda n=new: changes(_whole(old), _whole(n)))
        _print(f"an article, {share:.0%} changed", lambda n=new: reshaped(_article(old), _article(n)))
        _print("  and its numbers and names told apart", lambda n=new: _guarded(old, n))
    again = [*old[1:], old[0]]
    _print("an article whose paragraphs all have other keys", lambda: reshaped(_article(old), _article(again, "n")))
    strange = [[f"x{word}" for word in paragraph] for paragraph in old]
    _print("an article with no word in common", lambda: reshaped(_article(old), _article(strange, "n")))


def _other(word, share, chance, vocabulary):
    return chance.choice(vocabulary) if chance.random() < share else word


def _whole(paragraphs):
    return " ".join(" ".join(paragraph) for paragraph in paragraphs)


def _article(paragraphs, name="p"):
    return [Told(f"{name}{place}", " ".join(paragraph)) for place, paragraph in enumerate(paragraphs)]


def _guarded(old, new):
    found = reshaped(_article(old), _article(new))
    return list(differing([two_wordings(each.change, Role.BODY) for each in found]))


def _print(what, act):
    took = []
    for _ in range(RUNS):
        start = perf_counter()
        act()
        took.append(perf_counter() - start)
    took.sort()
    print(f"{what:<50} median {took[RUNS // 2] * 1000:6.1f} ms   slowest {took[-1] * 1000:6.1f} ms")


if __name__ == "__main__":
    main()
