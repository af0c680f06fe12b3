"""How odd a text would be, had it been written that way: tells the right one of several readings of the same bytes.

Made for English text with a few names and marks of the language it was translated from: there a statistical detector
has nothing to count, but a wrong reading shows in every word: scripts mixed inside a word, capitals after small
letters, signs grown into words, rare characters.
"""

import re
import unicodedata
from functools import cache

WORD = re.compile(r"[^\W\d_]+")
FOREIGN = re.compile(r"[^\x00-\x7f]")
MARKS = frozenset(
    "“”‘’„‚«»‹›…–—·•€£¥§©®™°№½×\xa0\u3000、。《》〈〉「」『』【】（）：；，！？～％／．＂＇▲▼▶◀■□○●◎◆◇★☆※→←△▽ⓒ㈜ㆍ・ー―"
)
DOUBLED_FIRST = frozenset({1, 4, 8, 10, 13})  # ㄲ ㄸ ㅃ ㅆ ㅉ, by their number among the first consonants
COMMON_LAST = frozenset({0, 1, 4, 8, 16, 17, 19, 20, 21})  # none ㄱ ㄴ ㄹ ㅁ ㅂ ㅅ ㅆ ㅇ
OPENING_MARKS = "¡¿"
# Letters of Icelandic and of old orthographies: far oftener a misread Turkish or Slavic letter.
RARE_LETTERS = frozenset("ðþÐÞÝýªº¹²³ďĺĹťŕŔľļŗģķņĄąŻ")
JAPANESE = frozenset({"HAN", "HIRAGANA", "KATAKANA"})
SIGN_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[^\w\s\x00-\x7f‘’·…–—\xad](?=[^\W\d_])|(?<=[a-z])[¡¿¹²³ªº£¯¼½¾]|[£¥¹²³ªº¯¼½¾](?=[a-z])"
)


def oddness(text: str, encoding: str) -> float:
    """0 for a text without a blemish; more, the odder it is for each character beyond ASCII."""
    foreign = FOREIGN.findall(text)
    if not foreign:
        return 0.0
    cost = sum(_character(c, encoding) for c in foreign)
    cost += sum(_word(word) for word in WORD.findall(text) if not word.isascii())
    cost += 2 * len(SIGN_IN_WORD.findall(text))
    return cost / len(foreign)


@cache
def _character(c: str, encoding: str) -> float:
    if c in MARKS:
        return 0.0
    if c in RARE_LETTERS:
        return 0.6
    category, script = unicodedata.category(c), _script(c)
    if script == "HAN":
        return _ideograph(c, encoding)
    if script == "HANGUL":
        return _syllable(c)
    if script in {"BOPOMOFO", "HALFWIDTH"} or category[0] in "SCM" or c in OPENING_MARKS:
        return 2.0
    return 0.5 if category[0] in "PN" else 0.1 if script == "LATIN" else 0.0


def _ideograph(c: str, encoding: str) -> float:
    """The national sets put their everyday characters first; Korean papers hardly print any."""
    last_of_first_level = {"gb18030": ("gb2312", 0xD7), "big5": ("big5", 0xC6), "cp932": ("cp932", 0x97)}
    if encoding not in last_of_first_level:
        return 1.5
    codec, last = last_of_first_level[encoding]
    try:
        return 0.2 if c.encode(codec)[0] <= last else 1.0
    except UnicodeEncodeError:
        return 1.5


def _syllable(c: str) -> float:
    """Doubled consonants at both ends are rare in Korean: many of them are misread Chinese."""
    number = ord(c) - 0xAC00
    if not 0 <= number < 11_172:
        return 1.5
    first, last = number // 588, number % 28
    return 0.7 * (first in DOUBLED_FIRST) + 0.5 * (last not in COMMON_LAST)


def _word(word: str) -> float:
    scripts = {_script(c) for c in word}
    cost = 2.0 * sum(a.islower() and b.isupper() for a, b in zip(word, word[1:], strict=False))
    if len(scripts) > 1 and not scripts <= JAPANESE:
        cost += 0.5 if scripts & JAPANESE else 3.0
    if "LATIN" not in scripts and not word.istitle():  # a foreign name in English is written with a capital
        cost += 0.3 * word.isupper() + 0.2 * word.islower()
    return cost


@cache
def _script(c: str) -> str:
    """The first word of the character's name, which for a letter is its script."""
    name = unicodedata.name(c, "").split(" ")[0]
    return {"CJK": "HAN", "KATAKANA-HIRAGANA": "KATAKANA"}.get(name, name)
