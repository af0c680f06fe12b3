"""What a line of text is made of: words, sentences, the beginnings and ends that show that it was cut in two."""

import re
from functools import lru_cache

# So many texts are remembered with what was asked of them: every rule asks it of the lines of one page.
REMEMBERED = 128


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CLOSING = ",.;:!?)]}»”’，。；：！？）】》、%"
TERMINAL = tuple(".!?。！？…")
ENDINGS = "\"'”’“‘»«)]}』」*†)）】》 "  # may stand after a sentence's stop
OPENING_QUOTES = "\"'“„«‘‹「『《"
QUOTE_END = re.compile(r"[\"”“»’']$")
IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
BULLET = re.compile(r"^(?:[-–—•●○◦▪■□◆◇▶►▷▸▼▽△✓✔☞→»›·*+#]+)\s*(?=\S)")
NUMBERED = re.compile(r"^(?:\(?\d{1,3}[.)、]|[（(]\d{1,3}[)）]|[①-⑳]|(?:[ivx]{1,4}|[a-h])[.)])\s+\S")
SINGLE_END = re.compile(r"[’'](?!\w)")
# What follows the last stop of a text in brackets: “(End)”, the writer's name.
IN_BRACKETS = re.compile(r"(?<=[.!?。！？”\"»])\s*[(（\[【<][^()（）\[\]【】<>]{1,40}[)）\]】>]$")
SENTENCE_END = re.compile(r"[.!?。！？](?=[\s\"”»')]|$)")
# Words that no clause ends with: articles, prepositions, conjunctions, possessives.
DANGLING = word_set(
    "a an the of to for with by from at in on into onto upon about between among against through during within without"
    " towards toward under over than as and or but nor that which who whom whose because although while whereas if when"
    " since until unless despite per via my your his her its our their this these those such both either neither"
    " including like according together more most very so not is are was were be been being has have had will would"
    " can could shall should may might must"
)
TITLES = word_set("mr. mrs. ms. dr. prof. st. no. vs. gen. col. lt. sgt. sen. rep. gov. rev. hon. messrs.")
BRANDS_IN_LOWER_CASE = re.compile(r"^[a-z]{1,2}[A-Z]")


@lru_cache(REMEMBERED)
def word_count(text: str) -> int:
    """Words of spaced scripts; of scripts without spaces two characters count as a word."""
    folded = text.isprintable() and "  " not in text  # no other white space is printable
    bare = text.strip(" ") if folded else ""
    words = bare.count(" ") + 1 if bare else len(text.split())
    return words if text.isascii() else words + len(IDEOGRAPH.findall(text)) // 2


@lru_cache(REMEMBERED)
def ends_sentence(text: str) -> bool:
    """The text ends as a sentence does, quotes and brackets after the stop aside. A title (``Mr.``) ends none."""
    told = IN_BRACKETS.sub("", text) if text[-1:] in ")）]】>" else text
    return told.rstrip(ENDINGS).endswith(TERMINAL) and last_word(text) not in TITLES


def ends_closed(text: str) -> bool:
    """Nothing need follow: a sentence ended, a colon announces what comes, or a quotation was closed."""
    return ends_sentence(text) or text.endswith((":", "：", ";", "；")) or QUOTE_END.search(text[-1:]) is not None


def ends_dangling(text: str) -> bool:
    """The text breaks off where no clause can end."""
    if text.endswith((",", "，", "、", "(", "（", "[", "-")):
        return True
    last = last_word(text)
    return (last in DANGLING and not text.endswith("May")) or last in TITLES


def last_word(text: str) -> str:
    return text[-60:].rsplit(None, 1)[-1].strip("\"“”'‘’«»").casefold() if text.strip() else ""


def begins_closing(text: str) -> bool:
    """The text begins with a mark that only stands after something."""
    if text[0] in "”»’'":
        return len(text) == 1 or not text[1].isalnum()
    return text[0] in CLOSING and not text.startswith("...")


def begins_lower(text: str) -> bool:
    """The text begins with a small letter that is no brand's (iPhone)."""
    return text[0].islower() and not BRANDS_IN_LOWER_CASE.match(text)


def is_item(text: str) -> bool:
    if text[:1].isupper():
        return False
    return BULLET.match(text) is not None or NUMBERED.match(text) is not None


def is_quotation(text: str) -> bool:
    """The whole text is one quotation, a mark lost on one side allowed."""
    inner = text.rstrip(".!?…, ")
    opened, closed = text[0] in OPENING_QUOTES, inner[-1:] in "\"”“»’'』」》"
    return (opened and not _closes_before_end(text)) or (closed and not opened and not _opens_inside(text))


def _closes_before_end(text: str) -> bool:
    if text[0] in "‘'":
        return SINGLE_END.search(text[1:-2]) is not None
    return any(mark in text[1:-2] for mark in '"”»“')


def _opens_inside(text: str) -> bool:
    return sum(text.count(mark) for mark in '"“”„«»') != 1


def sentence_count(text: str) -> int:
    return len(SENTENCE_END.findall(text))


def is_prose(text: str) -> bool:
    """A sentence of the article rather than a label: it ends as one and has words enough, or is very long."""
    words = word_count(text)
    return words >= 25 or (words >= 7 and ends_sentence(text))
