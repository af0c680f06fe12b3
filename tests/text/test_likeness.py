import json
import random
from pathlib import Path

import pytest

from articles.text.likeness import bands, likeness, sketch

CORPUS = Path(__file__).parent.parent / "corpus"
BODIES = {
    path.name.split(".")[0]: json.loads(path.read_text())["body"]
    for path in sorted(CORPUS.glob("*.gold.json"))
    if path.name[:3] not in {"d03", "d07", "d10", "d11"}
}


def altered(body, share, rng):
    """The body with this share of its words changed."""
    return [" ".join("changed" if rng.random() < share else word for word in text.split()) for text in body]


def true_share(one, other):
    runs = [
        set(zip(*(" ".join(body).casefold().split()[at:] for at in range(3)), strict=False)) for body in (one, other)
    ]
    return len(runs[0] & runs[1]) / len(runs[0] | runs[1])


@pytest.mark.parametrize("name", BODIES)
def test_the_same_story_is_alike_whatever_surrounds_it(name):
    one = sketch(BODIES[name])
    other = sketch(["Morning Post", *BODIES[name], "Share this article"])
    assert likeness(one, other) > 0.85
    assert set(bands(one)) & set(bands(other))


def test_two_stories_are_not_alike():
    sketches = [sketch(body) for body in BODIES.values()]
    pairs = [(a, b) for at, a in enumerate(sketches) for b in sketches[at + 1 :]]
    assert max(likeness(a, b) for a, b in pairs) < 0.2


@pytest.mark.parametrize("share", [0.02, 0.05, 0.1, 0.2])
def test_the_likeness_is_near_the_share_of_common_runs(share):
    rng = random.Random(share)
    for body in BODIES.values():
        other = altered(body, share, rng)
        assert abs(likeness(sketch(body), sketch(other)) - true_share(body, other)) < 0.25


def test_a_sketch_says_nothing_of_a_few_words():
    assert sketch(["Mill opens its doors"]) is None
    assert sketch([]) is None


def test_case_and_marks_do_not_matter():
    body = next(iter(BODIES.values()))
    assert sketch(body) == sketch([text.upper().replace(",", " –") for text in body])
