"""What is asked of wordings that were met in labelled articles: the facts of a text, and a page to be headed,
credited and followed by anything."""

from articles.text.facts import suggest

DAY = "2021-05-04"


def found(kind, *paragraphs, dated=DAY):
    return [fact.values for fact in suggest(paragraphs, dated).facts if isinstance(fact.values, kind)]


PAGE = """{over}

{title}

{credit}

The council of Velmar decided on Monday to build a second ferry, and nobody in the hall said a word against it.

The ferry will cross the fjord four times a day, and bicycles will be carried without a ticket for the first year.

{under}"""
TITLE = "A second ferry for the fjord"
