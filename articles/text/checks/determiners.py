"""Articles: "a" or "an", "the" before a name, and none where one is wanted."""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import COMMON, FOUNDED, FUNCTION_WORDS, VERBS, word_set

_INDEFINITE = re.compile(r"([Aa](?<!\w.)n?)( [\"“‘'(]?)([^\W_][\w-]*)")
_SILENT_H = ("hour", "honest", "honour", "honor", "heir")
_SPOKEN_Y = re.compile(
    r"(?:uni(?!n|m)|us[aeu]|usin|usabl|uti|ut(?:il|op|ah)|ubi|uk|uga|ur(?:an|o|ug)|u[iy]g|eu|ewe|one\b|one-|once|u-|u\b"
    r"|ouij)"
)
_WORDS_OF_CAPITALS = word_set(
    "NASA NATO UNESCO UNICEF SIM SAAS PIN LAN RAM ROM SARS FIFA BRICS COVID LIDAR GIF JPEG RADAR SWAT NAND MOOC SPAC"
    " REIT MERS HUD STEM MIDI HEPA LOHAS NEET"
)
_EITHER = frozenset({"FAQ", "SQL", "LED", "SAT", "URL", "HIV", "LASER", "US", "UN", "EU", "AWOL", "UFO"})
_AN_LETTERS, _AN_FIGURES = frozenset("AEFHILMNORSX"), re.compile(r"(?:8|11(?!\d)|18(?!\d)|11,|18,|11-|18-)")


def indefinite(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """ "a" before a vowel's sound, "an" before a consonant's."""
    for match in _INDEFINITE.finditer(paragraph.text):
        article, word = match[1], match[3]
        wants_an = _wants_an(word)
        if wants_an is None or wants_an == (len(article) == 2) or not _is_article(paragraph.text, match):
            continue
        right = article[0] + ("n" if wants_an else "")
        yield problem(
            paragraph,
            "article.a_an",
            match.span(1),
            f"“{article} {word}” should be “{right} {word}”.",
            right,
            safe=not _may_be_spoken(word),
        )


def _may_be_spoken(word: str) -> bool:
    """Capitals that could be said as a word ("SUV", "NAS") as well as letter by letter."""
    head = word.split("-")[0]
    return len(head) > 1 and head.isupper() and head[0] not in "AEIO" and head[1] in "AEIOUY"


def _is_article(text: str, match: re.Match[str]) -> bool:
    """A capital A inside a sentence is a letter; so is one before a joining word."""
    before = text[: match.start()].rstrip(" \"“‘'(")
    first = not before or before[-1] in ".!?:;\n…"
    return (match[1][0] == "a" or first) and match[3].lower() not in _JOINING


_JOINING = FUNCTION_WORDS - {"i", "you", "who", "us", "her", "our", "its"}


@lru_cache(maxsize=4096)
def _wants_an(word: str) -> bool | None:
    """By its sound; None where people differ."""
    if word[0].isdigit():
        return bool(_AN_FIGURES.match(word))
    head = word.split("-")[0]
    if len(head) > 1 and head.isupper() or len(head) == 1:
        return _capitals_want_an(head)
    small = word.lower()
    if small.startswith(_SILENT_H):
        return True
    if not small[0].isascii() or small.startswith("herb") or not small[0].isalpha():
        return None
    return small[0] in "aeiou" and not _SPOKEN_Y.match(small)


def _capitals_want_an(head: str) -> bool | None:
    head = head.upper()
    if head in _EITHER or not head.isascii():
        return None
    if head in _WORDS_OF_CAPITALS:
        return head[0] in "AEIOU"
    if len(head) > 4:
        return None
    return head[0] in _AN_LETTERS


# Kinds of bodies whose names are used with "the".
_BODIES = word_set(
    """academy agency alliance assembly association bank board bureau center centre club college commission committee
    conference congress council department exchange exhibition federation festival forum foundation fund games group
    institute internet laboratory league library ministry museum office organisation organization party press prize
    program programme project school society summit times union university web world"""
)
_FOLLOWS = re.compile(r"([’']s\b)?\s*([A-Za-z]+|[^\sA-Za-z]|\Z)")


def before_name(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """ "the" before the name of a person or company, unless the name tells what kind of thing follows."""
    pattern = _named(article.names)
    if pattern is None:
        return
    for match in pattern.finditer(paragraph.text):
        verdict = _verdict(paragraph.text, match.end())
        if verdict is not None:
            level, safe = verdict
            name = match[2]
            yield problem(
                paragraph,
                "article.before_name",
                match.span(),
                f"“{name}” wants no “{match[1]}”.",
                name,
                level=level,
                safe=safe,
            )


@lru_cache(maxsize=64)
def _named(names: tuple[str, ...]) -> re.Pattern[str] | None:
    bare = [name for name in names if _goes_bare(name)]
    if not bare:
        return None
    listed = "|".join(re.escape(name) for name in sorted(bare, key=len, reverse=True))
    return re.compile(rf"([Tt]he) (?<!\w....)({listed})(?![\w-])")


def _goes_bare(name: str) -> bool:
    parts = name.split()
    if not parts or name.isupper() or name[:1].islower() or parts[0] == "The":
        return False
    return not any(part.lower() in _BODIES | COMMON or part.lower() in FUNCTION_WORDS for part in parts)


def _verdict(text: str, end: int) -> tuple[Level, bool] | None:
    """How sure it is that the name stands for itself: before a verb, a mark, its own possessive, or else."""
    match = _FOLLOWS.match(text, end)
    if match is None:
        return None
    word = match[2]
    if match[1] or not word or not word[0].isalpha() or word in VERBS or word in FUNCTION_WORDS or word == "also":
        return Level.WARN, True
    if word[0].isupper():
        return None
    if word.endswith(("ed", "ing")):
        return Level.WARN, False
    return (Level.INFO, False) if word.endswith(("tion", "ance", "ment", "ence")) else None


_DETERMINED = re.compile(r"\b(?:the|an?|its|this|that|our|his|her|their) \Z", re.IGNORECASE)
FOUNDING = word_set(
    "founded established establish launched launch created create built build opened open signed became become runs"
    " joined"
) | {"set", "sets"}
_BARE_NOUN = re.compile(
    r"\b(?:set up|sets up|founded|established|establish|launched|launch|created|create|built|build|opened|open|signed"
    rf"|became|become|runs|joined) (?:new )?({'|'.join(sorted(FOUNDED))})\b"
    r"(?= (?:for|to|in|with|at|on|that|which|and|by|of)\b|[.,;:]|\Z)"
)


def missing(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A thing that was founded, launched or built, without its article."""
    for match in _BARE_NOUN.finditer(paragraph.text):
        # "the launch programme": what looks like a verb is a noun.
        if _DETERMINED.search(paragraph.text, max(0, match.start() - 8), match.start()):
            continue
        noun = match[1]
        at = match.start(1) - 4 if paragraph.text[match.start(1) - 4 : match.start(1)] == "new " else match.start(1)
        words = paragraph.text[at : match.end(1)]
        indefinite_article = "an" if words[0] in "aeiou" else "a"
        indefinite_article = "a" if words.startswith("uni") else indefinite_article
        yield problem(
            paragraph,
            "article.missing",
            (at, match.end(1)),
            f"“{noun}” wants an article.",
            f"{indefinite_article} {words}",
            f"the {words}",
            level=Level.INFO,
        )
