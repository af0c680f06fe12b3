"""Lines that credit an article: its source, its author, its date. Often two or three stand on one line."""

import re
from dataclasses import dataclass

from articles.text.roles import Role
from articles.text.scraping.cues import cue_weight
from articles.text.scraping.dates import NUMBER_OF, PrintedDate, date_in
from articles.text.scraping.looks import Look, has_figure
from articles.text.scraping.prose import word_count, word_set

# What an author makes, and what another may make for it (Text und Fotos, Texte et photos, 取材・文, 취재).
WORK = "text|words|story|article|report|reporting|writing|interview|coverage|material|conversation"
PICTURES = "photos?|pictures?|photography|images?|video|illustrations?"
# Labels whose colon (or bar, slash, equals sign) is part of them: 来源, 출처, Источник, Quelle; 作者, Автор.
SOURCE_LABELS = (
    "source|sources|article source|source of the article|source of article|source of information|source of the news"
    "|source of news|news source|information source|original source|media source|data source|origin|via|news agency"
    "|agency|from the source|original from|article from|source media|source website"
)
AUTHOR_LABELS = (
    "by|wrote|author|authors|the author|article author|text by|writer|writers|written by|article by|story by"
    "|reporter|reporters|our reporter|journalist|journalists|correspondent|correspondents|our correspondent"
    "|special correspondent|staff reporter|contributor|columnist|column by|interview by|report by|from|posted by"
    "|(?<!.)text|(?<!.)words|text and photos|text and photo|photos and text|article and photos|article and photo"
    "|story and photos|story and photo|words and photos|words and pictures|signed|autor|guest author|author of the text"
    "|author of the article|author of the material|author of the story|prepared by|written|(?<!.)writes"
    "|prepared the (?:material|text|article)|signature|report by|story by"
    "|(?<!.)(?:reporting|writing|coverage)"
    rf"|(?<!.)(?:{WORK}) (?:and|&) (?:{WORK}|{PICTURES})|(?<!.)(?:{PICTURES}) (?:and|&) (?:{WORK})"
)
# Labels that a name in capitals follows without a mark (Von, Par, Por, 기자).
NAME_LABELS = (
    "by|from|text by|text|written by|published by|reporter|reporters|journalist|correspondent|our correspondent"
    "|special correspondent|staff reporter|staff writer|posted by|article by|story by|report by|author|words by"
    "|interviewed by|interview by|conversation by|recorded by|prepared by|prepared|material by|noted down by"
    "|(?:the )?(?:conversation|interview) (?:was )?(?:conducted|led|held|recorded|prepared) by|material prepared by"
    "|(?:conducted|led|recorded) the (?:conversation|interview)|writes|talked(?: with| to)?|spoke(?: with| to)?|asked"
    "|created by|contributed by|compiled by|reported by|reporting by|own correspondent|signed by"
    "|(?:column|opinion) (?:by|of)"
    rf"|(?:{WORK}) and (?:{WORK}|{PICTURES})(?: by)?|(?:{PICTURES}) and (?:{WORK})(?: by)?"
    "|(?:an? )?(?:text|report|reportage|article|analysis|commentary|essay|guest post|guest article|contribution)"
    " (?:by|from)"
    "|(?:by|from) (?:our |the |staff |special |a )?(?:reporter|correspondent|journalist|writer|columnist"
    r"|envoy|editor)s?"
)
DATE_WORDS = word_set(
    "published publish publication publishing posted post updated update upd adjusted changed"
    " amended modified modification last edited edit"
    " entered entry input inputs registered registration release released time date day dated on at of the in as since"
    " clock o'clock hours hour hrs h min minutes a.m. p.m. am pm a.m p.m gmt utc est edt cet cest msk kst jst ist wib"
    " ict local stand status created creation issue issued added uploaded first original article news writing"
    " print printed"
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun and to until"
    " moscow-time time: ago today yesterday final approval correction corrected revised revision report reported upload"
    " year month number version edition from"
)
CLOCK = re.compile(
    r"(?<!\d)\d{1,2}\s?[:.h]\s?\d\d(?:\s?[:.]\s?\d\d)?(?!\d)(?:\s?[AaPp]\.?[Mm]\b\.?)?|\b\d{1,2}\s?[AaPp]\.?[Mm]\b\.?"
)
ZONE = re.compile(r"\(?(?:GMT|UTC)\s?[+-]?\s?\d{0,2}(?::?\d\d)?\)?|[+-]\d\d:?\d\d\b|T(?=\d\d:)|Z$")
# Dates of other calendars, that a page prints alone: “14 Farvardin 1400”, “2 Ramadan 1442 AH”, “Reiwa 3 November 5”.
OTHER_CALENDAR = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand"
    r"|Muharram|Safar|Rabi[’' ]?(?:al-)?\w+(?: I{1,2})?|Jumada \w+|Rajab|Shaaban|Sha'ban|Ramadan|Shawwal|Dhu al-\w+"
    r"|Hamal|Sawr|Jawza|Saratan|Asad|Sonbola|Mizan|Aqrab|Qaws|Jadi|Dalw|Hut),? 1[34]\d\d\b"
    r"|\b(?:Reiwa|Heisei|Showa) \d{1,2}\b",
)
AGO = re.compile(
    r"^(?:(?:posted|published|updated|entered)\W{1,3})?(?:\d{1,2}|an?|few) (?:minute|hour|day|week)s? ago$",
    re.IGNORECASE,
)
IN_SECTION = re.compile(r"(?:^| )in [A-ZÀ-Ý][^\W\d_]+(?:,? (?:& |and )?[A-ZÀ-Ý][^\W\d_]+){0,2}$")
LATER = re.compile(r"\W*(?:last )?(?:updat|modif|correct|revis|edit|adjust|chang|amend)")
DAYS = ("today", "yesterday", "this morning", "tonight")
DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b", re.IGNORECASE)
PASSED = re.compile(r"\b(?:\d{1,2}|an?|few|one|two|three) (?:minute|hour|day|week|month|year)s? ago\b", re.IGNORECASE)
COUNTED = re.compile(
    r"\b(?:reading )?(?:time:?\s)?\d[\d.,]* ?(?:min(?:ute)?s?\.?(?: (?:of )?read(?:ing)?| to read)?"
    r"|views?|reads?|readings)(?!\w)|\b(?:views?|reads?|clicks?|hits) ?[:(] ?\d[\d.,]*\)?",
    re.IGNORECASE,
)
MARKED = re.compile(
    rf"(?<![^\s|/·,;(\[【])(?:(?P<source>{SOURCE_LABELS})|(?P<author>{AUTHOR_LABELS}))\s?(?:[:：=｜|]|(?<=\s)/)\s*",
    re.IGNORECASE,
)
LABEL_MARKS = ":：=｜|/"
LABEL_MARK = re.compile(f"[{LABEL_MARKS}]")
# The last words of the labels: where none stands before a mark, no label does.
LABEL_ENDS = tuple({label.split()[-1].rpartition(")")[2] for label in f"{SOURCE_LABELS}|{AUTHOR_LABELS}".split("|")})
PAGE_WORD = re.compile(r"^[^\w]*(?:text|words) (?:size|count|version|mode|only|to)\b", re.IGNORECASE)
NAMED = re.compile(rf"^(?!FROM (?:THE|A|AN) )(?i:{NAME_LABELS})\s+(?=[^\W\d_a-z])")
# The first word of each.
NAMED_BEGUN = word_set(
    "by from text written published reporter reporters journalist correspondent our special staff posted article story"
    " report author words interviewed interview conversation recorded prepared material noted the conducted led writes"
    " talked spoke asked created contributed compiled reported reporting own signed column opinion reportage analysis"
    " commentary essay guest contribution a an writing coverage photo photos picture pictures photography image images"
    " video illustration illustrations"
)
NAMED_INSIDE = re.compile(r"(?<=[\s|,·–—-])(?:by|By|BY)\s+(?=[A-ZÀ-ÝĀ-Ž]|(?:admin|editor|staff)\b)")
PARTICLES = word_set("and & de da di do dos van von der den del la le el al bin ibn ben bint of the for y e und et")
# “of Anna Berg”: how by-lines of one word (di, de, von, par, por) come out of translation.
NAME_PREFIX = re.compile(r"^(?i:of|di|de|da|von|par|por|by|from)\s+(?=[^\W\d_a-z])")
# What an author is, after the name: “Anna Berg, special envoy in Velna”.
OFFICE = re.compile(
    r"[,(]\s?(?:(?:our|the|a|an|from|of|in|special|staff|foreign|political|senior|chief|own|permanent|\w+) ){0,3}"
    r"(?:correspondents?|envoys?|reporters?|journalists?|editors?|writers?|columnists?|contributors?|analysts?"
    r"|specialists?|professors?|director|desk|editorial)\b[^|]{0,60}$",
    re.IGNORECASE,
)
# The agencies whose copy an author used: “Anna Berg with AFP” (avec AFP, mit dpa).
WITH_AGENCY = re.compile(r",? (?:with|and) (?:[A-Z]{2,6}|Reuters|agencies)$")
# Those who handled the text, named after its author on the same line.
OTHER_HANDS = re.compile(
    r"[|/,;·–-]\s*(?:(?:edited|reviewed|checked|translated|curated|updated|fact[- ]checked|photos?|pictures?) by:? "
    rf"|(?:{PICTURES})(?: by)?\s?[:：=] ?)[^|/]{{2,60}}$",
    re.IGNORECASE,
)
OF_PICTURES = ("photo", "picture", "image", "video", "illustration")
# They by a label: "Author: Anna Berg | Editor: Ben Doe".
OTHERS_LABELLED = re.compile(
    r"\s(?:[|/]\s*)?(?:(?:responsible|executive|duty|web) )?(?:editor|photographer|translator|producer)s?"
    r"(?: in charge)?\s?[:：]\s?[^|/:：]{2,60}$",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s*(?:[|｜·•]|\s[-–—/]\s|\s/|/\s)\s*")
BAR = re.compile(r"\s*[|｜·•]\s*")
PAPER = re.compile(r"(?:[A-ZÀ-ÝĀ-Ž][\w.'’-]*\s?){1,4}")
# What a site counts or offers behind a credit on the same line: 浏览次数, 字号.
COUNTER = re.compile(
    r"\s(?:browse|browsed|browsing times|views?|reads?|reading|clicks?|hits|visits|font|font size|word size|number of)"
    r"(?: (?:times|volume|count|size))?\s?[:：].*$",
    re.IGNORECASE,
)
COUNTED_BEHIND = re.compile(
    r"[,|·]\s?(?:\d[\d.,]*|no) (?:comments?|views?|reads?|replies|likes?|shares?)\W*$", re.IGNORECASE
)
DATE_LABEL = re.compile(
    r"\s(?:(?:release|publication|publishing) )?(?:time|date|published|posted|updated|input|entered|registered|created"
    r"|modified|issued|uploaded)\s?[:：]?\s*$",
    re.IGNORECASE,
)
EDGES = " \t-–—|｜·•,;/()[]【】<>:：=*＊"
# Who signs where no name is given.
DESKS = re.compile(
    r"(?:(?:our|own|special|staff|city|senior|chief|foreign) ){1,2}(?:correspondents?|reporters?|writers?|bureau)"
    r"|(?:news|web|online|digital|sports|city|national|foreign|business) (?:desk|bureau|service)"
    r"|editorial (?:staff|team)",
    re.IGNORECASE,
)
DESK_ENDS = ("ent", "nts", "ter", "ers", "eau", "esk", "ice", "aff", "eam")  # the last letters of those
LONGEST_CREDIT, MOST_LETTERS = 30, 600  # words; characters, for a line may have no word end
LONGEST_DATE = 45  # characters
MOST_OTHERS = 6  # words beside a date
OF_A_COUNTER = 2  # words that are left out behind a credit: “no comments”
# Words that a date, its time of day or a counter may take with it.
OF_DATES = DATE_WORDS | NUMBER_OF.keys() | word_set(
    "a an de few one two three minute minutes hour hours week weeks months years days number numbers min mins read"
    " reads reading readings view views click clicks hit hits"
)  # fmt: skip
LONGEST_NAME = 10
MOST_OF_A_PAPER = 4


@dataclass(frozen=True, slots=True)
class Credits:
    """What one line credits; ``dated`` is the partial date it prints, ``later`` says that it dates a later change."""

    role: Role
    source: str = ""
    byline: str = ""
    dated: str = ""
    later: bool = False


def credits_of(line: Look) -> Credits | None:
    """What the line credits, if it does nothing else; none for a line of the article."""
    if line.words > LONGEST_CREDIT or len(line.text) > MOST_LETTERS or not _may_credit(line):
        return None
    text = _of_others(line.text)
    labels = _labels(text)
    if not labels and _tells_more(text):
        return None
    date = date_in(text)
    fields = _fields(text, labels, date)
    if date and _only_dates(text, date, fields):
        later = LATER.match(text.casefold()) is not None
        return Credits(Role.DATELINE, fields.source, fields.byline or _between_bars(text, date), date.iso, later)
    other = len(text) <= LONGEST_DATE and has_figure(text) and OTHER_CALENDAR.search(text)
    if other or (text[-3:].casefold() == "ago" and AGO.match(text)) or (not date and _only_a_day(text)):
        return Credits(Role.DATELINE, later=LATER.match(text.casefold()) is not None)
    if fields.taken and not _rest(text, fields.taken):
        return Credits(Role.BYLINE if fields.byline else Role.SOURCE, fields.source, fields.byline)
    desk = text[-3:].casefold() in DESK_ENDS and DESKS.fullmatch(text)
    return Credits(Role.BYLINE, byline=text) if desk else None


def _may_credit(line: Look) -> bool:
    """The line holds the mark of a label; or a digit, and an author's name or few words; or it is no sentence and may
    name an author, or be of a while ago."""
    text, folded = line.text, line.text.casefold()
    if _has_mark(text):
        return True
    if "by " in folded or _may_begin_a_label(text.lstrip(EDGES)):
        return line.figure or not line.prose
    if line.figure:
        return not _tells_more(text, OF_A_COUNTER)
    return not line.prose and ("ago" in folded or folded[-3:] in DESK_ENDS)


def _has_mark(text: str) -> bool:
    return any(map(text.__contains__, LABEL_MARKS))


def _may_begin_a_label(text: str) -> bool:
    begun = text[:15].partition(" ")[0]
    return begun.casefold() in NAMED_BEGUN or not begun.isascii()


def _of_others(text: str) -> str:
    """The line without the counters and the names of other hands behind its credits."""
    folded = text.casefold()
    if "by" in folded or any(map(folded.__contains__, OF_PICTURES)):
        text = OTHER_HANDS.sub("", text)
    if "|" in text or "/" in text or "editor" in folded:
        text = OTHERS_LABELLED.sub("", text)
        offered = text.rfind("|") + 1
        if offered and not has_figure(text[offered:]) and cue_weight(text[offered:]) > 1:  # "| View the author only"
            text = text[: offered - 1]
    if "no " in folded or has_figure(text):
        text = COUNTED_BEHIND.sub("", text)
    return (COUNTER.sub("", text) if ":" in text or "：" in text else text).rstrip()


def _tells_more(text: str, spare: int = 0) -> bool:
    """More words than a place and a paper beside a date, and than those to ``spare``: no need to look for one."""
    words, most = text.casefold().split(), MOST_OTHERS + 1 + spare
    return len(words) > most < len([w for w in words if w.isalpha() and w not in OF_DATES])


def _only_a_day(text: str) -> bool:
    """A day without a date, with its time of day: “Velna - today, 07:12”."""
    folded = text.casefold()
    if (
        not ("day" in folded or "this morning" in folded or "tonight" in folded)
        or not DAY.search(text)
        or not CLOCK.search(text)
    ):
        return False
    rest = [w.strip(EDGES + ".") for w in ZONE.sub(" ", CLOCK.sub(" ", text)).split()]
    other = [w for w in rest if w and w.casefold() not in DATE_WORDS and w.casefold() not in {"this", "morning"}]
    return len(other) <= 2 and all(w[0].isupper() for w in other)


# The labelled fields of a line


@dataclass(frozen=True, slots=True)
class _Fields:
    source: str
    byline: str
    taken: tuple[tuple[int, int], ...]  # what label and value cover


NO_FIELDS = _Fields("", "", ())


def _fields(text: str, starts: list[tuple[str, int, int]], date: PrintedDate | None) -> _Fields:
    if not starts:
        return NO_FIELDS
    found = {"source": "", "author": ""}
    taken = []
    for i, (kind, start, value_at) in enumerate(starts):
        stop = starts[i + 1][1] if i + 1 < len(starts) else len(text)
        value, end = _value(kind, text, value_at, stop, date)
        if value and not found[kind] and (_is_name(value) if kind == "author" else word_count(value) <= 14):
            found[kind] = value
            taken.append((start, end))
    return _Fields(found["source"], found["author"], tuple(taken))


def _labels(text: str) -> list[tuple[str, int, int]]:
    """(kind, where the label starts, where its value starts), in order."""
    bare = text.lstrip(EDGES)
    lead = len(text) - len(bare)
    marked = MARKED.finditer(text) if _has_mark(text) and _may_be_labelled(text) else ()
    found = [("source" if m["source"] else "author", m.start(), m.end()) for m in marked]
    named = NAMED.match(bare) if _may_begin_a_label(bare) else None
    if named and not PAGE_WORD.match(text) and not any(start <= lead for _, start, _ in found):
        found.insert(0, ("author", lead, lead + named.end()))
    elif not found and "by " in text.casefold():
        found = [("author", m.start(), m.end()) for m in NAMED_INSIDE.finditer(text)][:1]
    return found


def _may_be_labelled(text: str) -> bool:
    before = (text[: mark.start()].rstrip() for mark in LABEL_MARK.finditer(text))
    return any(words[-20:].casefold().endswith(LABEL_ENDS) for words in before)


def _value(kind: str, text: str, start: int, stop: int, date: PrintedDate | None) -> tuple[str, int]:
    """The value from ``start``, up to a separator, the date, or ``stop``; and where it ends."""
    if date and start <= date.start < stop:
        stop = date.start
    piece = text[start:stop]
    parted = (SEPARATOR if kind == "author" else BAR).search(piece, 1)
    end = stop
    if parted:
        paper = kind == "author" and PAPER.fullmatch(piece[parted.end() :].strip(EDGES))
        end = stop if paper else start + parted.start()
        piece = piece[: parted.start()]
    if end == stop and date and stop == date.start:
        piece = DATE_LABEL.sub("", piece)
    if kind == "author":
        piece = WITH_AGENCY.sub("", OFFICE.sub("", piece))
    if kind == "author" and not _is_name(piece.strip(EDGES)):  # "Anna Berg, g1 Velna"
        name, _, paper = piece.partition(",")
        piece = name if _is_name(name.strip(EDGES)) and word_count(paper) <= MOST_OF_A_PAPER else piece
    if "@" in piece:
        piece = re.sub(r"[\s(<\[]*[\w.+-]{1,64}@[\w.-]{1,90}[)>\]]*", "", piece)
    return piece.strip(EDGES + "."), end


def _is_name(value: str) -> bool:
    """Capitals but for particles: names of people, desks and papers, not the words of a sentence."""
    words = value.replace(",", " ").split()
    if not words or len(words) > LONGEST_NAME or value.endswith(("?", "!")):
        return False
    return (
        all(not w[0].islower() or w in PARTICLES or w in ROLE_WORDS for w in words)
        or len(words) <= 3
        and ":" not in value
    )


ROLE_WORDS = word_set("reporter correspondent staff writer journalist editor intern special contributor news agency")


# What is left of a line once its fields and dates are taken


def _rest(text: str, taken: tuple[tuple[int, int], ...]) -> list[str]:
    for start, end in taken:
        text = text[:start] + " " * (end - start) + text[end:]
    if "@" in text:
        text = re.sub(r"[\w.+-]{1,64}@[\w.-]{1,90}", " ", text)
    return [w for w in (w.strip(EDGES + ".") for w in text.split()) if w]


def _only_dates(text: str, date: PrintedDate, fields: _Fields) -> bool:
    """Beside its credits the line holds dates, clock times, the words for them, and at most a place or a paper."""
    blank = text[: date.start] + "|" + text[date.end :]
    timed = CLOCK.search(blank) is not None
    taken = tuple(span for span in fields.taken if not span[0] <= date.start < span[1])
    shifted = tuple((_shift(s, date), _shift(e, date)) for s, e in taken)
    rest = " ".join(_rest(blank, shifted))
    for form in (CLOCK, ZONE, PASSED, COUNTED):
        rest = form.sub(" ", rest)
    if date.start == 0 or blank.startswith("|"):
        rest = IN_SECTION.sub("", rest)
    second = date_in(rest)
    while second:
        rest = rest[: second.start] + " " + rest[second.end :]
        second = date_in(rest)
    words = [w.strip(EDGES + ".") for w in rest.split()]
    other = [w for w in words if w and w.casefold() not in DATE_WORDS and not w.isdigit() and w != "|"]
    if any(w[0].islower() and w not in PARTICLES for w in other) or len(other) > MOST_OTHERS:
        return False
    return (
        not other
        or timed
        or bool(taken)
        or SEPARATOR.search(text) is not None
        or all(w.isupper() for w in other)
        or (len(other) <= 3 and text.startswith(other[0]) and "," in text)
    )


def _shift(at: int, date: PrintedDate) -> int:
    return at if at <= date.start else at - (date.end - date.start) + 1


def _between_bars(text: str, date: PrintedDate) -> str:
    """A name that stands alone between bars beside the date: ``Anna Berg | 12 March 2021``."""
    *before, _ = re.split(r"[|｜·•]", text[: date.start])
    _, *after = re.split(r"[|｜·•]", text[date.end :])
    parts = [part.strip(EDGES) for part in before + after if ":" not in part]
    names = [p for p in parts if 2 <= len(p.split()) <= 4 and all(w.istitle() or w in PARTICLES for w in p.split())]
    return names[0] if names else ""
