"""Whether a line is a caption or a photo credit, and which rule says so."""

import re

from articles.text.scraping import anywhere, picture_phrases
from articles.text.scraping.furniture import by_first_word, furniture_rule, phrase_begun
from articles.text.scraping.looks import Look

LONGEST = 45  # words
LONGEST_CREDIT = 120  # characters, after the caption itself
WORDING, SIGN = "caption wording", "caption sign"
OF_RIGHTS = ("©", "ⓒ")
RIGHTS = re.compile(r"[©ⓒ]\s?[^\W\d]\S*(?:[\s/]+[^\W\d]\S*){0,3}$")
CREDIT = re.compile(
    r"(?:^|[\s(\[.|/])(?:file |archive |press |courtesy )?(?:photo|photograph|image|picture|illustration|credit)s?"
    r"(?: (?:by|credits?|source|courtesy(?: of)?|provided by))?"
    r"(?:\s?[:=©]|\s/|(?<=by)|(?<=courtesy of)|(?<=provided by))"
    r"\s?[^.!?]{1,60}[.)\]]{0,2}$",
    re.IGNORECASE,
)
# Without a mark: “Photos Ana Berg”, “The mill of Velna. Photo from the archive of the museum”.
NAMED = re.compile(
    r"(?i:photos?|pictures?|images?|photography|credits?|illustrations?)(?: [A-ZÀ-ÝĀ-Ž][\w.’'-]+){2,4}"
    r"(?:\s?/\s?\w[\w ]+)?$"
    r"|.{10,300}[.!?»”)] (?:Photos?|Pictures?|Images?) (?:from|of|provided|courtesy) [^.!?]{3,60}$"
)
# “Children at the gate = May, Velna City”: so Japanese papers part a caption from its place and time.
PLACED = re.compile(r"[^=＝.!?。]{3,200} ?[=＝] ?[^\W\d_][^=＝.!?。]{0,60}$")
# A credit in capitals after the caption's sentence: “The mill of Velna in May. ANNA BERG FOR «THE POST»”.
CAPITALS = re.compile(r"[.!?»”)]\s+[(/]?(?P<credit>[^\W\d_][^a-zß-öø-ÿ.!?]{3,80})$")
# One in brackets at the end: “The mill of Velna. (Post photo)”, “(Ana Berg / Velna Post)”.
BRACKETED = re.compile(
    r"[(\[](?:[^()\[\]]{0,40}\b(?i:photos?|images?|file|archives?|handout|courtesy)\b[^()\[\]]{0,40}"
    r"|[A-ZÀ-ÝĀ-Ž][^()\[\]/.]{2,40}\s?/\s?[A-ZÀ-ÝĀ-Ž][^()\[\]/]{1,40})[)\]]\.?$"
)
# One after a slash, a bar or the sign of rights: “The mill of Velna. / Ana Berg”, “The mill of Velna © Ana Berg”.
SIGNED = re.compile(
    r"[^\s©ⓒ]\s?[©ⓒ]\s?(?:\d{4}\s)?[^\W\d_][^\s.!?]*(?:\s[^\s.!?]+){0,4}$"
    r"|[.!?]\s?[/|]\s?[A-ZÀ-ÝĀ-Ž][\w.’'-]*(?:\s[A-ZÀ-ÝĀ-Ž][\w.’'-]*){0,3}$"
)
AGENCIES = tuple(picture_phrases.AGENCIES)
OPENINGS = by_first_word({WORDING: picture_phrases.CAPTION_OPENINGS})


def caption_rule(line: Look) -> str:
    """The name of the rule by which a line is a caption or a photo credit; empty if none says so."""
    if line.words > LONGEST:
        return ""
    text = line.text
    if _states_rights(text) or _credits_a_picture(line):
        return "photo credit"
    if line.words > 3 and _credited(text):
        return "credit after a caption"
    if line.words > 2 and text.startswith(picture_phrases.CAPTION_SIGNS) and not furniture_rule(line):
        return SIGN
    if phrase_begun(line.folded, OPENINGS):
        return WORDING
    marked = anywhere.CAPTION in line.met or line.folded.rstrip(")]. ").endswith(AGENCIES)
    return "caption mark" if marked else ""


def _states_rights(text: str) -> bool:
    return text[:1] in OF_RIGHTS and len(text) <= LONGEST_CREDIT and RIGHTS.match(text) is not None


def _credits_a_picture(line: Look) -> bool:
    if anywhere.PICTURE not in line.met:
        return False
    return CREDIT.search(line.text[:600]) is not None or NAMED.match(line.text[:600]) is not None


def _credited(text: str) -> bool:
    if ("=" in text or "＝" in text) and PLACED.match(text) and not text.isupper():
        return True
    end = text[-LONGEST_CREDIT:]
    if end.endswith((")", "]", ").")) and BRACKETED.search(end):
        return True
    capitals = end[-2:].upper() == end[-2:] and CAPITALS.search(end)
    signed = ("/" in end or "|" in end or "©" in end or "ⓒ" in end) and SIGNED.search(end)
    return bool(signed or capitals and " " in capitals["credit"])
