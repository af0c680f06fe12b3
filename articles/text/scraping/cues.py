"""How much a line speaks of the page and to its reader, whatever the phrase: the words that sites say it with, counted.

The tables of ``phrases`` hold whole phrases; translation turns each of them a hundred ways (“the continuation after
the advertisement”, “rest of the article under the advertisement”), but always with the same few words.
"""

import re

from articles.text.scraping.prose import OPENING_QUOTES, ends_sentence, word_count, word_set

# Words that articles seldom use and pages use all the time: they weigh double.
LOUD = word_set(
    "advertisement advertisements advertising advert adverts publicity sponsored newsletter newsletters cookies cookie"
    " subscribe subscribing subscription subscriptions subscriber subscribers unsubscribe click clicking scroll"
    " scrolling login logout log-in homepage webpage qr hashtag hashtags screenshot podcast podcasts paywall"
    " e-paper bookmark advertiser notifications captcha hyperlink download"
)
# Their buttons stand on every page; in an article they are companies like others.
SERVICES = word_set(
    "facebook twitter whatsapp telegram instagram youtube tiktok linkedin viber wechat weibo pinterest messenger qq"
    " line kakaotalk zalo reddit vk vkontakte odnoklassniki skype tumblr flipboard google"
)
# What a page is made of, and what it asks its readers to do.
PAGE = word_set(
    "article articles text texts page pages site website web newspaper e-mail email mail app apps channel channels"
    " link links button photo photos video videos gallery picture pictures image images font browser javascript"
    " comment comments commenting reader readers news story stories headlines tag tags topic topics category section"
    " edition editor editors editorial registration account password reproduction reproduce reproducing copyright"
    " reprint reprinting reprinted online version content contents continuation continues continue continued rest"
    " paragraph author authors material materials publication publications posts post caption reading readings print"
    " username nickname menu search home archive archives inbox premium free trial minutes mins feed alerts bulletin"
    " forum column columnist correspondent"
)
ASKED = word_set(
    "read reads listen watch view see share follow register sign join print save enter install scan tap"
    " press receive discover check visit reply vote rate like liked recommend forward send copy offer gift give"
    " support donate select browse open load show more full below here above next previous back top also now your"
    " you yourself us me first want miss log activate enable accept consent agree turn find learn get try choose"
    " reuse contribute report please write comment interest interested interesting similar related popular latest"
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
WEIGHTS = dict.fromkeys(ASKED | SERVICES, 1) | dict.fromkeys(PAGE, 1) | dict.fromkeys(LOUD, 2)
# The page by its own name, as no article calls itself, but to say so to its reader.
ITSELF = re.compile(
    r"\b(?:this|the|our) (?:article|text|page|site|website|news|news item|news text|story|material|post|publication)\b"
)
SHORT = 12  # words
LONGEST = 35
DENSE = 0.4  # of the words of a line without a stop
DENSE_SENTENCES = 0.3
# How a page begins to speak to its reader in whole sentences.
TURNS_TO_READER = word_set(
    "to for want do did would have if you click read join follow subscribe download register sign write send share get"
    " receive discover find listen watch see stay support help give become enter install scan tap by this the all in on"
    " like we our please thank try become choose not never don't also more"
)


YOU = word_set("you your yourself")
OTHERS = word_set("he she his said says told asked")


def cue_weight(text: str) -> int:
    """The weight of the words that speak of a page or to its reader."""
    return _weight(WORD.findall(text[:400].casefold()))


def _weight(tokens: list[str]) -> int:
    return sum([WEIGHTS[token] for token in tokens if token in WEIGHTS])


def speaks_of_the_page(text: str) -> bool:
    """The line is the page's own rather than the article's: mostly of such words, or an appeal in such words."""
    words = word_count(text)
    if words > LONGEST or not text or text[0] in OPENING_QUOTES:
        return False
    folded = text.casefold()
    if _is_told(text, folded):
        return False
    tokens = WORD.findall(folded)
    weight = _weight(tokens)
    if not ends_sentence(text):
        dense = DENSE if YOU.isdisjoint(tokens) else DENSE_SENTENCES
        return weight >= 3 and weight >= dense * words and (words <= SHORT or _is_loud(tokens))
    return _asks_about_itself(text, tokens) or _appeals(text, tokens, weight)


def _is_told(text: str, folded: str) -> bool:
    """A sentence that neither names its reader nor begins as appeals do."""
    first = WORD.search(folded)
    return ends_sentence(text) and "you" not in folded and not (first and first[0] in TURNS_TO_READER)


def _asks_about_itself(text: str, tokens: list[str]) -> bool:
    return len(tokens) <= SHORT and not YOU.isdisjoint(tokens) and ITSELF.search(text.casefold()) is not None


def _appeals(text: str, tokens: list[str], weight: int) -> bool:
    if not tokens or tokens[0] not in TURNS_TO_READER or not OTHERS.isdisjoint(tokens):
        return False
    if tokens[-1] == "here":
        return weight >= 3
    return (_is_loud(tokens) or tokens[0] == "please") and weight >= max(4, DENSE_SENTENCES * len(tokens))


def _is_loud(tokens: list[str]) -> bool:
    return any(token in LOUD for token in tokens)
