"""Every rule has five examples that it finds and five that only look like them; a rule without them is no rule."""

import re
from pathlib import Path

import pytest

import articles.text.checks as checks
from articles.text.checks import Checked, CheckedParagraph, CheckedTerm, check
from articles.text.roles import Role
from tests.text import test_checks_amounts, test_checks_marks, test_checks_phrases, test_checks_sentences
from tests.text.sentences import PAIRS

TABLES = (test_checks_amounts, test_checks_marks, test_checks_phrases, test_checks_sentences)
NAMED = re.compile(r'"((?:[a-z]+)\.[a-z_]+)"')
RULES = sorted({rule for file in Path(checks.__file__).parent.glob("*.py") for rule in NAMED.findall(file.read_text())})
TERMS = (
    CheckedTerm(("micro letter", "micro letters"), "WeChat", safe=True),
    CheckedTerm(("millet",), "Xiaomi", safe=False, context=("phone",)),
    CheckedTerm(("Public number",), "official account", safe=False, case="any"),
)


def headline(text, machine=None, cut=False):
    return Checked((CheckedParagraph("p", Role.HEADLINE, text, text if machine is None else machine),), cut)


def body(text, machine=None, **more):
    return Checked((CheckedParagraph("p", Role.BODY, text, text if machine is None else machine),), **more)


def two(earlier, text):
    """Two paragraphs, of which the second is looked at."""
    return Checked(
        tuple(CheckedParagraph(key, Role.BODY, words, words) for key, words in (("o", earlier), ("p", text)))
    )


LONG = "The mill in Dorn opened its doors to visitors from many villages on Monday morning"
HITS = {
    "headline.cut": [headline(text, text, cut=True) for text in ("Mill opens its", "A fund of", "AI in t", "The", "X")],
    "headline.full_stop": [
        headline(text) for text in ("Mill opens.", "A fund for all.", "Sales fall by 3%.", "What now。", "“He left”.")
    ],
    "number.changed": [
        body("sold 18 million phones", "sold 17 million phones"),
        body("sold phones", "sold 17 phones"),
        body("grew 3 percentage points", "grew 3%"),
        body("in June 2016", "in May 2016"),
        body("the fourth session", "the third session"),
    ],
    "name.changed": [
        body("It was Jan Brand who said so.", "It was Vera Holt who said so."),
        body("The head of Lumo left.", "The head of Dorn Mill left."),
        body("It is sold by the firm in Dorn.", "It is sold by the firm."),
        body("They met in Paris.", "They met in Berlin."),
        body("He works for Xiaomi now.", "He works for Huawei now."),
    ],
    "quantity.clash": [
        two(f"They got 1.7 million {noun}.", f"They got 17 million {noun}.")
        for noun in ("reports", "parcels", "orders", "letters", "visits")
    ],
    "repeat.paragraph": [
        two(LONG + ".", again)
        for again in (LONG + ".", LONG, LONG.upper() + ".", LONG.replace("Monday", "monday") + ".", "  " + LONG + " .")
    ],
    "glossary.preferred": [
        body("He pays by micro letter.", terms=TERMS),
        body("Many micro letters came.", terms=TERMS),
        body("The millet phone sold well.", terms=TERMS),
        body("It has a public number.", terms=TERMS),
        body("PUBLIC NUMBER of the town", terms=TERMS),
    ],
}
MISSES = {
    "headline.cut": [
        headline("Mill opens its doors", "Mill opens its", cut=True),
        headline("Mill opens its", "Mill opens its", cut=False),
        body("Mill opens its", "Mill opens its", headline_cut=True),
        headline("AI in the mill", "AI in t", cut=True),
        headline("", "x", cut=True),
    ],
    "headline.full_stop": [
        headline(text) for text in ("Mill opens", "Wait for it...", "Made by Lumo Inc.", "A talk with Vera H.", "Why?")
    ],
    "number.changed": [
        body("17,000,000 cases", "17 million times"),
        body("18 November", "November 18th"),
        body("38%", "38 percent"),
        body("260 million", "2.6 hundred million"),
        body("205 people", "two hundred and five people"),
    ],
    "name.changed": [
        body("Vera Holt said so.", "vera holt said so."),
        body("He uses WeChat.", "He uses We Chat."),
        body("Holt's firm grew.", "The firm of Holt grew."),
        body("It grew.", "It grew on."),
        body("They use WeChat now.", "They use micro letter now.", terms=TERMS),
    ],
    "quantity.clash": [
        two("They got 1.7 million reports.", text)
        for text in (
            "They got 1.7 million reports.",
            "They got 1.8 million reports.",
            "They got 17 million orders.",
            "They got 34 million reports.",
            "They got reports.",
        )
    ],
    "repeat.paragraph": [
        two(LONG + ".", text)
        for text in ("The mill.", LONG[: len(LONG) // 2], LONG.replace("Dorn", "Lumo in the far north"), "Dorn", "—")
    ],
    "glossary.preferred": [
        body("He pays by WeChat.", terms=TERMS),
        body("Bread of millet is sold.", terms=TERMS),
        body("He wrote a letter.", terms=TERMS),
        body("The public numbers rose.", terms=TERMS),
        body("A Micro Letter came.", terms=TERMS),
    ],
}
EXAMPLES = [(rule, at) for rule, cases in HITS.items() for at in range(len(cases))]
NEAR_MISSES = [(rule, at) for rule, cases in MISSES.items() for at in range(len(cases))]


def found(rule, article):
    return [each for each in check(article) if each.rule == rule and each.paragraph == "p"]


@pytest.mark.parametrize(("rule", "at"), EXAMPLES)
def test_the_fault_is_found(rule, at):
    assert found(rule, HITS[rule][at])


@pytest.mark.parametrize(("rule", "at"), NEAR_MISSES)
def test_what_only_looks_like_it_is_left_alone(rule, at):
    assert not found(rule, MISSES[rule][at])


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_five_examples_of_either_kind(rule):
    hits = sum(len(table.HITS.get(rule, ())) for table in TABLES) + len(HITS.get(rule, ()))
    misses = sum(len(table.MISSES.get(rule, ())) for table in TABLES) + len(MISSES.get(rule, ()))
    assert min(hits, misses) >= 5, f"{rule}: {hits} hits, {misses} near misses"


def test_no_table_has_a_rule_that_is_none():
    told = {rule for table in (*TABLES,) for rule in (*table.HITS, *table.MISSES)} | set(HITS) | set(MISSES)
    assert told == set(RULES)


def test_sentences_as_an_editor_leaves_them_raise_no_alarm():
    assert {sound: alarms for _, sound in PAIRS if (alarms := [each.rule for each in check(body(sound))])} == {}


def test_a_silenced_rule_finds_nothing_and_what_blocks_cannot_be_silenced():
    article = body("He sold  18 phones.", "He sold 17 phones.")
    try:
        checks.silence(["space.doubled", "number.changed"])
        assert {each.rule for each in check(article)} == {"number.changed"}
    finally:
        checks.silence([])
    assert {each.rule for each in check(article)} == {"number.changed", "space.doubled"}
