"""Prints how well seeds are read: the scorer's table, then a row for each rule. ``make quality``.

    python tests/quality.py [--held-out]

Each folder of labelled articles is scored apart, its held-out articles only as a whole and only when asked for: rules
are never made by looking at them.
"""

import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE / "corpus")]

import score  # noqa: E402

from articles.text.contract import contract, fact_texts  # noqa: E402
from articles.text.facts import suggest  # noqa: E402
from articles.text.facts.kinds import kind_of  # noqa: E402
from articles.text.scraping import scrape  # noqa: E402
from articles.text.scraping.decoding import decode  # noqa: E402

FOLDERS = {"corpus": {"d03", "d07", "d10", "d11"}, "labelled": {"n04", "n08", "n12", "n15", "p30", "p31", "p33", "p34"}}


def read(path):
    """(name, gold, prediction, text) as the scorer takes them, and the rule of each suggestion."""
    data = path.read_bytes()
    scraped = scrape(decode(data).text)
    found = suggest(fact_texts(scraped), scraped.dated)
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    pair = (path.stem, gold, contract(path.stem, scraped, found), data.decode("utf-8", "replace"))
    return pair, [(kind_of(each.values).value, each.rule) for each in found.facts]


def by_rule(read_articles):
    """(kind, rule) → suggestions, and how many of them stand in the labels."""
    made, right = Counter(), Counter()
    for (_, gold, guess, _), rules in read_articles:
        made.update(rules)
        pairs = score.match_facts(score.tidy(gold), score.tidy(guess))
        right.update(rules[guessed] for _, guessed in pairs)
    return {rule: (right[rule], count) for rule, count in sorted(made.items())}


def report(title, paths, rules):
    articles = [read(path) for path in paths]
    print(f"\n== {title}: {len(paths)} articles\n")
    print(score.table(score.score([pair for pair, _ in articles]), rules))
    if rules:
        print("\nRULES                                          right / suggested")
        for (kind, rule), (right, made) in by_rule(articles).items():
            print(f"  {kind:10} {rule:40} {right:4} / {made:<4} {right / made:6.1%}")


def main(arguments):
    for folder, held_out in FOLDERS.items():
        paths = sorted((HERE / folder).glob("*.txt"))
        report(f"{folder}, open", [each for each in paths if each.stem not in held_out], rules=True)
        if "--held-out" in arguments:
            report(f"{folder}, held out", [each for each in paths if each.stem in held_out], rules=False)


if __name__ == "__main__":
    main(sys.argv[1:])
