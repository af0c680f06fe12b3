"""Interviews and transcripts: whose words a paragraph holds, where no verb of saying tells."""

import re

from articles.text.facts.names import PERSON
from articles.text.facts.reading import Article, Line

TWO_DASHES = re.compile("[―—─–-]{2}")
QUESTIONS = 3  # fewer make no interview
LABEL = 14  # tokens before the colon behind a speaker's name


def answers(article: Article) -> dict[int, str]:
    """For each paragraph that is somebody's own words, by its index, whose: the person's whose name and colon it begins
    with, or the interviewed one's behind a question."""
    opened = _first_lines(article)
    closed = {line.sentence.paragraph: line for line in article.lines}
    found = {paragraph: who for paragraph, line in opened.items() if (who := label(line)[0])}
    asked = _asked(opened, closed)
    if found or len(asked) < QUESTIONS:
        return found
    who = interviewed(article)
    told = range(asked[0], max(closed) + 1) if who else ()
    return {paragraph: who for paragraph in told if paragraph not in asked}


def guest(article: Article) -> str:
    """Who is asked in an interview of questions and answers; empty where the article is none."""
    opened = _first_lines(article)
    closed = {line.sentence.paragraph: line for line in article.lines}
    return interviewed(article) if len(_asked(opened, closed)) >= QUESTIONS else ""


def _asked(opened: dict[int, Line], closed: dict[int, Line]) -> list[int]:
    """The paragraphs that ask: they end with a question mark, or begin with two dashes as in Japan."""
    return [
        paragraph
        for paragraph, line in closed.items()
        if line.sentence.lows[-1] in ("?", "？") or TWO_DASHES.match(opened[paragraph].sentence.text)
    ]


def _first_lines(article: Article) -> dict[int, Line]:
    found: dict[int, Line] = {}
    for line in article.lines:
        found.setdefault(line.sentence.paragraph, line)
    return found


def label(line: Line) -> tuple[str, int]:
    """The person in "NAME: …" and "NAME (coordinator of the bank): …", and how many tokens say so."""
    sentence = line.sentence
    named = next((m for m in line.mentions if m.kind == PERSON and m.first <= 1), None)
    last = named.last if named else 0
    if sentence.low(last) == "(":
        last = next((step + 1 for step in range(last, min(LABEL, len(sentence))) if sentence.lows[step] == ")"), last)
    return (named.name, last + 1) if named and sentence.low(last) in (":", "：") else ("", 0)


def interviewed(article: Article) -> str:
    """Who answers: the person named beside the interview, else the one named first."""
    near = [
        line for line in article.lines if not {"interview", "interviewed", "met"}.isdisjoint(line.sentence.vocabulary)
    ]
    named = [m.name for line in (*near, *article.lines) for m in line.mentions if m.kind == PERSON]
    return named[0] if named else ""
