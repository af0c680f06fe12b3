"""What scrapers break in the characters of a text, and its repair: mojibake, entities, stray tags, white space."""

import html
import re

import ftfy
from ftfy.badness import is_bad

# "uncurl_quotes" and full-width characters are the checks' business: a repair here changes no mark that was meant.
REPAIRS = ftfy.TextFixerConfig(unescape_html=False, uncurl_quotes=False, normalization="NFC")
REPAIRS_OF_WHOLE = REPAIRS._replace(replace_lossy_sequences=False)
ENTITY = re.compile(r"&\s?(#?\w{2,31})\s?;")
# Without one of these no part of a character is lost, and none need be looked for.
LOST = re.compile("[^\x00-\x7f][?]|[\x1a\ufffd]")
# Characters of which no mojibake consists: ASCII, the marks of printed text, Chinese, Japanese and Korean.
SOUND = re.compile("[\x00-\x7f\xa0‘’“”–—…•\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]*")
# Whatever looks garbled has two characters beyond ASCII side by side, or one of these.
SUSPECT = re.compile("[^\x00-\x7f](?:[^\x00-\x7f]|(?<=[\x80-\x9fŒœÃÂ]))")
INLINE = "a|abbr|acronym|b|big|cite|code|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|tt|u"
BLOCK = (
    "article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|head"
    "|header|hr|html|iframe|img|input|li|main|nav|noscript|ol|p|picture|pre|script|section|source|style|svg|table|tbody"
    "|td|th|thead|tr|ul|video"
)
INLINE_TAG = re.compile(rf"</?(?:{INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
BLOCK_TAG = re.compile(rf"</?(?:{BLOCK})(?:\s[^<>]*)?/?>|<!--[^<>]*-->", re.IGNORECASE)
INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u200b\u200e\u200f\u2060\ufeff]")


def repaired(text: str) -> str:
    """The text with its mojibake, entities and tags repaired and its white space folded to single spaces."""
    if not text.isascii() and SUSPECT.search(text) and not SOUND.fullmatch(text) and is_bad(text):
        text = ftfy.fix_encoding(text, REPAIRS if LOST.search(text) else REPAIRS_OF_WHOLE)
    if "&" in text:
        text = ENTITY.sub(_character, text)
    if "<" in text:
        text = BLOCK_TAG.sub(" ", INLINE_TAG.sub("", text))
    if not text.isprintable():
        text = INVISIBLE.sub("", text)
    elif "  " not in text and text[:1] != " " != text[-1:]:
        return text  # no other white space is printable
    return " ".join(text.split())


def _character(entity: re.Match[str]) -> str:
    """The character of a known entity, also where the translation spaced it out (``& rdquo;``); else as it stood."""
    plain = f"&{entity[1]};"
    character = html.unescape(plain)
    return entity[0] if character == plain else character
