"""Paragraphs and sentences that lack their beginning, their end or their verb, or have too much of everything."""

import re
from collections.abc import Iterator

from articles.text.checks.problem import Checked, CheckedParagraph, Level, Problem, problem
from articles.text.checks.vocabulary import ARTICLES, CONJUNCTIONS, FOLDED, PREPOSITIONS, VERBS, word_set
from articles.text.roles import Role

_MARK_FIRST = re.compile(r"\s*(?:[,;:!?)\]}]|\.(?!\.\.|\w))")
_LAST_WORD = re.compile(r"([A-Za-z]+)(,?)\s*\Z")
# Not the letter of an item ("a) …") nor an address.
_LOWER_START = re.compile(r"\s*[\"“‘'(«„]*(([a-z])[^\W_]*(?:[-.@/][^\W_]+)*)(?![^\W_]|://|(?<=\b[a-z])[).])")
# Trade marks that begin in lower case; those with a capital inside are known by it.
_LOWER_BRANDS = frozenset({"vivo", "ofo", "adidas", "bit"})
_LOWER_SENTENCE = re.compile(r"[.!?](?<=[a-z]{4}.) ([\"“‘]?)([a-z])(?=[a-z']*[ ,])(?![a-z]+[A-Z])")
_ABBREVIATED = re.compile(r"(?:approx|dept|prof|corp|assn|govt|resp|incl|tech|univ|bros|intl|viz)\Z", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\s*((?:the )?(first|second|third|fourth|fifth|last)(?:ly)?,? (?:is|are)(?: that| to)?|followed by)\s+(?=\w)",
    re.IGNORECASE,
)
ORDINALS = word_set("first firstly second secondly third thirdly fourth fourthly fifth fifthly last lastly followed")
_SENTENCE = re.compile(r"[^\s.!?…][^.!?…]*(?:[.!?…](?=[\w,])[^.!?…]*)*")
_NOUN_FIRST = re.compile(r"(?:The|A|An) [a-z]+(?: [a-z]+)* (?:of|for|in|to|between|on) ")
_VERB_LIKE = re.compile(r"\b(?:\w{2,}(?:[^s]s|ed)|\w+n['’]t)\b")
_SHORT_VERBS = VERBS | word_set(
    """
    ate beat bit bore broke burst caught chose cost cut dealt drank drew drove fed felt fled flew forgot fought found
    froze heard hid hit hung hurt kept knew laid lay left lent let lit lost meant ran rang read rode sang sat sent shook
    shot shut sank slept slid spoke split spread sprang stole stood struck swam swept swore taught threw tore understood
    woke wore withdrew wrote
    """
)
_NO_SUBJECT = re.compile(
    r"[\"“]?((?:hopes?|wants?|plans?|expects?|intends?) to"
    r"|(?:will|can|could|should|would|must) (?:also |not |continue to |be )?"
    r"(?!(?:you|we|i|they|he|she|it|the|a)\b)[a-z]+)\b",
    re.IGNORECASE,
)
WILLING = FOLDED | word_set(
    "hope hopes want wants plan plans expect expects intend intends will can could should would must"
)
_STOPPED = re.compile(r"[.!] ")


def begins_cut(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A paragraph that begins with a mark belongs to the one before."""
    match = _MARK_FIRST.match(paragraph.text)
    if match and any(letter.isalnum() for letter in paragraph.text):
        yield problem(
            paragraph, "fragment.begins_cut", match.span(), "This looks like the end of the paragraph before it."
        )


def ends_cut(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A paragraph of running text that ends with a comma or a word that never ends a sentence."""
    last = paragraph.text.rstrip()[-1:]
    if paragraph.role is not Role.BODY or not (last == "," or last.isalpha()):
        return
    match = _LAST_WORD.search(paragraph.text, max(0, len(paragraph.text) - 30))
    if match and (match[2] or match[1] in _NEVER_LAST):
        yield problem(paragraph, "fragment.ends_cut", match.span(), "The paragraph ends in the middle of a sentence.")


_NEVER_LAST = ARTICLES | (CONJUNCTIONS | PREPOSITIONS) - {
    "so", "though", "yet", "when", "where", "that",
    "about", "above", "across", "along", "around", "before", "behind", "below", "by", "down", "in", "inside", "near",
    "off", "on", "over", "since", "through", "under", "up", "within", "without",
}  # fmt: skip


def lower_start(paragraph: CheckedParagraph, article: Checked) -> Iterator[Problem]:
    """A paragraph that begins in lower case; brands that are written so may."""
    match = _LOWER_START.match(paragraph.text)
    if match is None or match[1] in _LOWER_BRANDS or match[1] != match[1].lower() or not match[1].isalpha():
        return
    if any(name == match[1] or name.startswith(match[1] + " ") for name in article.names):
        return
    earlier = article.before(paragraph)
    whole = paragraph.role is not Role.BODY or earlier is None or bool(_CLOSED.search(earlier.text))
    yield problem(
        paragraph,
        "fragment.lower_start",
        match.span(1),
        "The paragraph begins in lower case.",
        match[1][0].upper() + match[1][1:],
        safe=whole,
    )


# Where the paragraph before ends so, this one begins a sentence; after a colon it may be an item of a list.
_CLOSED = re.compile(r"[.!?。！？][\"”’»)]*\s*\Z")


def lower_sentence(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A sentence inside a paragraph that begins in lower case."""
    for match in _LOWER_SENTENCE.finditer(paragraph.text):
        if not _ABBREVIATED.search(paragraph.text, max(0, match.start() - 8), match.start()):
            yield problem(
                paragraph,
                "fragment.lower_sentence",
                match.span(2),
                "The sentence begins in lower case.",
                match[2].upper(),
            )


def bare_ordinal(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A paragraph that begins with "second is": the translation of a count, not a sentence."""
    match = _ORDINAL.match(paragraph.text)
    if match:
        proposal = f"{match[2].capitalize()}," if match[2] else "Next comes"
        yield problem(
            paragraph, "fragment.bare_ordinal", match.span(1), f"“{match[1]}” is no beginning of a sentence.", proposal
        )


def run_on(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A sentence of more than 45 words and at least four commas."""
    if paragraph.text.count(",") < 4 or paragraph.text.count(" ") < 45:
        return
    for match in _SENTENCE.finditer(paragraph.text):
        count = match[0].count(" ") + 1
        if count > 45 and match[0].count(",") >= 4:
            yield problem(
                paragraph,
                "fragment.run_on",
                match.span(),
                f"This sentence has {count} words. Can it be two?",
                level=Level.INFO,
            )


def verbless(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A sentence that begins with a noun and has nothing that could be its verb."""
    if paragraph.role is not Role.BODY or not _NOUN_FIRST.search(paragraph.text):
        return
    for match in _SENTENCE.finditer(paragraph.text):
        sentence = match[0]
        if not _NOUN_FIRST.match(sentence) or not 4 <= sentence.count(" ") + 1 <= 25:
            continue
        if not _VERB_LIKE.search(sentence) and _SHORT_VERBS.isdisjoint(sentence.lower().split()):
            yield problem(paragraph, "fragment.verbless", match.span(), "This sentence has no verb.", level=Level.INFO)


def no_subject(paragraph: CheckedParagraph, _: Checked) -> Iterator[Problem]:
    """A sentence that begins with its verb and is no question."""
    if paragraph.role is not Role.BODY:
        return
    text = paragraph.text
    for start in (0, *(match.end() for match in _STOPPED.finditer(text))):
        match = _NO_SUBJECT.match(text, start)
        ending = re.search(r"[.!?]", text[match.end() :]) if match else None
        if match and (not ending or ending[0] != "?"):
            yield problem(
                paragraph, "fragment.no_subject", match.span(1), "Who does this? The sentence has no subject."
            )
