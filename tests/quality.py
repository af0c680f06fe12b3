"""Prints how well seeds are read: the scorer's table, a row for each rule, and how often each check speaks where it
should and where it should not. ``make quality``.

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

from articles.text.checks import Checked, CheckedParagraph, check  # noqa: E402
from articles.text.checks.grammar import second_opinion  # noqa: E402
from articles.text.contract import contract, fact_texts  # noqa: E402
from articles.text.facts import suggest  # noqa: E402
from articles.text.facts.kinds import kind_of  # noqa: E402
from articles.text.roles import READER_ROLES, Role  # noqa: E402
from articles.text.scraping import scrape  # noqa: E402
from articles.text.scraping.decoding import decode  # noqa: E402
from tests.text.sentences import PAIRS  # noqa: E402

FOLDERS = {
    "corpus": {"d03", "d07", "d10", "d11"},
    "labelled": {"n04", "n08", "n12", "n15", "p30", "p31", "p33", "p34", "q26", "q28", "r08", "r14"}
    | {"s09", "s10", "s11", "s12", "t09", "t10", "t11", "t12"},
}


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


def checked(*paragraphs):
    """The rules that find something in (role, text) paragraphs, Harper's among them, each as often as it does."""
    rows = tuple(CheckedParagraph(str(at), role, text, text) for at, (role, text) in enumerate(paragraphs))
    found = check(Checked(rows))
    return [each.rule for each in (*found, *second_opinion(Checked(rows), found))]


def report_checks(paths):
    """How often each rule of the checks speaks: in faulty sentences, in the same mended, in the labelled articles."""
    faulty = Counter(rule for text, _ in PAIRS for rule in set(checked((Role.BODY, text))))
    mended = Counter(rule for _, text in PAIRS for rule in set(checked((Role.BODY, text))))
    scraped = [[(each.role, each.text) for each in scrape(decode(path.read_bytes()).text).blocks] for path in paths]
    articles = Counter(rule for blocks in scraped for rule in checked(*blocks))
    words = sum(len(text.split()) for blocks in scraped for role, text in blocks if role in READER_ROLES)
    print(f"\n== checks: {len(PAIRS)} sentences, faulty and mended; {len(paths)} open articles, {words:,} words\n")
    print(f"{'RULE':34} in faulty  in mended  in articles, a 1,000 words")
    for rule in sorted({*faulty, *mended, *articles}):
        print(f"{rule:34} {faulty[rule]:9} {mended[rule]:10} {articles[rule]:12} {1000 * articles[rule] / words:14.2f}")
    print(
        f"some rule finds {sum(bool(checked((Role.BODY, text))) for text, _ in PAIRS)} of {len(PAIRS)} faulty sentences"
    )


def main(arguments):
    everything = []
    for folder, held_out in FOLDERS.items():
        paths = sorted((HERE / folder).glob("*.txt"))
        everything += [each for each in paths if each.stem not in held_out]
        report(f"{folder}, open", [each for each in paths if each.stem not in held_out], rules=True)
        if "--held-out" in arguments:
            report(f"{folder}, held out", [each for each in paths if each.stem in held_out], rules=False)
    report_checks(everything)


if __name__ == "__main__":
    main(sys.argv[1:])
