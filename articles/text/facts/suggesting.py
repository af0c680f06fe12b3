"""Everything that is suggested for one article."""

from collections.abc import Sequence

from articles.text.facts.awards import awards
from articles.text.facts.claims import claims
from articles.text.facts.initiatives import initiatives
from articles.text.facts.kinds import Suggestion, Suggestions, Values
from articles.text.facts.posts import posts
from articles.text.facts.reading import read
from articles.text.facts.speeches import speeches

LONGEST = 200_000  # characters of a body in which facts are looked for


def suggest(paragraphs: Sequence[str], dated: str = "") -> Suggestions:
    """Facts and names of an article's body (headings included), in reading order.

    ``dated`` is the article's own dateline as a partial date, empty where it has none: then no year and no day is
    guessed. Offsets count code points. Raises nothing, whatever the text. Only the first 200,000 characters of a body
    and the first 10,000 sentences are looked at, so that no text takes longer than a second or two.
    """
    article = read(_bounded(paragraphs), dated)
    held = posts(article)
    article.roles = {name: post.role.lower() for name, post in held.items()}
    article.houses = {name: post.organization for name, post in held.items() if post.organization}
    begun = sorted(initiatives(article), key=lambda fact: (fact.paragraph, fact.start))
    for fact in begun:
        article.started.setdefault(fact.values.category, []).append((fact.paragraph, fact.values.name))
    found: list[Suggestion[Values]] = [*speeches(article, held), *claims(article), *begun, *awards(article)]
    facts = sorted(found, key=lambda fact: (fact.paragraph, fact.start, fact.end))
    return Suggestions(tuple(facts), tuple(article.names.people), tuple(article.names.organizations))


def _bounded(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs within the bound, the last of them cut at it; offsets stay what they were."""
    kept, room = [], LONGEST
    for text in paragraphs:
        if room <= 0:
            break
        kept.append(text[:room])
        room -= len(text)
    return kept
