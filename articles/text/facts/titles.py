"""Titles that are honours by what they say: "the best newcomer of the year", "honorary citizen", "world champion"."""

from articles.text.facts.cues import INITIATIVE_NOUNS, RATED
from articles.text.facts.prizes import SUPERLATIVES, Prize, contest_end, name_end, purpose, top_end
from articles.text.facts.reading import Line
from articles.text.facts.wordlists import words

ARTICLES = words("a an the")
# What the object of these is called is an honour without any noun that says so, if it is a name.
HANDING = words("handed handing conferred bestowed awarded granted decorated")
HONOURING = HANDING | RATED
# What sport calls those who won.
CHAMPIONS = words("champion champions medalist medallist medalists medallists")
BECOMING = words("became become becomes")
BECAME = BECOMING | words("was is were")
# Choosing, which is an honour where a title follows it.
PICKED = words("selected chosen listed included")
# Winning, and how South Asian English says it.
WON = words("won wins winning bagged clinched")
# Won as business is, or as one wins a match.
NO_HONOURS = words("bid tender contract order project match game round seat seats election")
# How public honours are graded.
GRADES = words(
    "national provincial municipal state state-level nation-level province-level world-class international regional "
    "county-level city-level model advanced key demonstration exemplary civilized outstanding"
)
ONE_OF = words("as one of the among")
PLAIN = words("in at of for")
PERIODS = words("year day month week season decade century match tournament")
PLACES_HONOURED = words("city capital site heritage village town region destination ambassador citizen")
INTO_THE_TOP = words("as one of in into among to for the")
ASIDE = 8  # tokens between commas behind the verb
AGENT = 10  # tokens of "by employees as"
REACH = 12  # tokens between a verb and a title


def titled(line: Line, verb: int) -> Prize | None:
    """ "Was named Best Workplace 2020", "recognized as the best newcomer of the year", right behind the verb."""
    lows = line.sentence.lows
    if lows[verb + 1 : verb + 2] == [","] and "," in lows[verb + 2 : verb + ASIDE]:
        verb = lows.index(",", verb + 2)  # "was named, for the third time, X of the Year"
    return (
        _superlative(line, verb)
        or _of_the_year(line, verb)
        or _capital(line, verb)
        or honorary(line, verb)
        or _graded(line, verb)
        or _among_the_top(line, verb)
        or _crowned(line, verb)
    )


def _graded(line: Line, verb: int) -> Prize | None:
    """ "Approved as a national geographical indication product", "rated as a provincial model village"."""
    sentence = line.sentence
    quote = next((q for q in line.quotes if verb + 1 < q[0] <= verb + 4), None)
    listed = sentence.lows[verb] in PICKED and sentence.low(verb + 1) in (
        "among",
        "for",
        "as",
        "in",
        "into",
        "to",
    )
    if quote and listed and sentence.low(quote[1] + 1) not in INITIATIVE_NOUNS:  # "selected for the «Strong 200»"
        return Prize(*quote, quote[0] - 1, quote[1] + 1)
    behind = _behind_agent(line, verb + 1)
    as_one = next((q for q in line.quotes if behind < q[0] <= behind + 3), None) if behind > verb + 1 else None
    if as_one and sentence.words[as_one[0]][0].isupper():  # "recognised by the Ministry as a «School of Health»"
        return Prize(*as_one, as_one[0] - 1, as_one[1] + 1)
    one_of = next((q for q in line.quotes if verb < q[0] <= verb + 7), None)
    if one_of and ONE_OF.issuperset(sentence.lows[verb + 1 : one_of[0] - 1]):  # "rated as one of the «Top Ten»"
        return Prize(*one_of, one_of[0] - 1, one_of[1] + 1)
    if sentence.low(verb + 1) != "as" or sentence.low(verb + 2) not in ("a", "an"):
        return None
    last = purpose(line, verb + 3)
    graded = not GRADES.isdisjoint(sentence.lows[verb + 3 : last]) and last - verb > 4
    return Prize(verb + 3, last, verb + 2, last) if graded else None


def _superlative(line: Line, verb: int) -> Prize | None:
    sentence, first = line.sentence, _behind_agent(line, verb + 1)
    first += sentence.low(first) == "as"
    start = first
    first += 2 * (sentence.lows[first : first + 2] == ["one", "of"])  # "one of the best places to work"
    if sentence.low(first) in SUPERLATIVES and sentence.words[first].islower():
        first -= 1  # "elected best player", without the article
    elif sentence.low(first) != "the":
        return None
    last = purpose(line, first + 1)
    if sentence.low(last) == "of":
        last = purpose(line, last + 1)
    elif last == first + 2:
        last = _best_end(line, last)
    best = not SUPERLATIVES.isdisjoint(sentence.lows[first + 1 : last])
    return Prize(start if start < first else first + 1, last, start, last) if best else None


def best(line: Line, noun: int) -> Prize | None:
    """ "Became the best in the nomination «X»"."""
    end = _best_end(line, noun + 1)
    became = line.sentence.lows[verb_before(line, noun)] in BECOMING
    return Prize(noun, end, noun, end) if became and end > noun + 1 else None


def _best_end(line: Line, last: int) -> int:
    """ "The best in the youth section", "the best in the nomination «X»": the end of what it is the best in."""
    if line.sentence.low(last) not in ("in", "of", "among", "at"):
        return last
    return contest_end(line, last)


def _behind_agent(line: Line, index: int) -> int:
    """ "Voted by employees as": behind those who did so."""
    near = line.sentence.lows[index : index + AGENT]
    return index + near.index("as") if near[:1] == ["by"] and "as" in near else index


def _crowned(line: Line, verb: int) -> Prize | None:
    """ "Crowned champion of Europe in judo"."""
    noun = verb + 1 + (line.sentence.low(verb + 1) == "as")
    if line.sentence.low(noun) not in CHAMPIONS:
        return None
    last = purpose(line, noun + 2) if line.sentence.low(noun + 1) in PLAIN else noun + 1
    return Prize(noun, last, noun, last)


def _among_the_top(line: Line, verb: int) -> Prize | None:
    """ "Honored in the Top 10 packaging companies", "voted by readers as one of the top 5 brands"."""
    sentence, first = line.sentence, _behind_agent(line, verb + 1)
    while sentence.low(first) in INTO_THE_TOP:
        first += 1
    if sentence.low(first) != "top" or not sentence.low(first + 1).isdigit():
        return None
    last = top_end(line, first + 2)
    return Prize(first, last, first, last) if last > first + 2 else None


def _of_the_year(line: Line, verb: int) -> Prize | None:
    """ "Was named Teacher of the Year", whatever is so called."""
    sentence, first = line.sentence, verb + 1
    first += sentence.low(first) == "as"
    first += sentence.low(first) == "the"
    last = next(
        (
            s
            for s in range(first + 1, first + 5)
            if sentence.lows[s : s + 2] == ["of", "the"] and sentence.low(s + 2) in PERIODS
        ),
        -1,
    )
    capital = last > 0 and sentence.words[first][0].isupper()
    return Prize(first, last + 3, first, last + 3) if capital else None


def _capital(line: Line, verb: int) -> Prize | None:
    sentence, mention = line.sentence, line.mention_at(verb + 1)
    if not mention:
        return None
    last = name_end(line, mention.last)
    last += sentence.low(last).isdigit() and len(sentence.low(last)) == 4
    best = sentence.lows[verb + 1] in SUPERLATIVES or sentence.lows[last - 1] == "year"
    best = best or not PLACES_HONOURED.isdisjoint(sentence.lows[verb + 2 : last])  # "chosen European City of Books"
    return Prize(verb + 1, last, verb + 1, last) if best else None


def honorary(line: Line, verb: int) -> Prize | None:
    """ "Named her doctor honoris causa", "became an honorary citizen of Velmar"."""
    sentence = line.sentence
    for step in range(verb + 1, min(verb + REACH, len(sentence))):
        if sentence.lows[step] == "honoris" and sentence.low(step - 1).startswith("doctor"):
            return Prize(step - 1, step + 2, step - 1, step + 2)
        if sentence.lows[step] == "honorary" and sentence.low(step + 1).isalpha():
            last = purpose(line, step + 1)
            last = purpose(line, last + 1) if sentence.low(last) == "of" else last
            return Prize(step, last, step, last)
    return None


def champion(line: Line, noun: int) -> Prize | None:
    """ "Became the champion in the 55 kilos", "the world champion of draughts": the title with what it was won in."""
    sentence = line.sentence
    became = sentence.lows[verb_before(line, noun)] in BECOMING
    if sentence.lows[noun] not in CHAMPIONS or not became:  # "is the champion" tells of no winning
        return None
    first, last = noun, noun + 1
    while first > 0 and sentence.lows[first - 1].isalpha() and noun - first < 4 and not _opens(line, first - 1):
        first -= 1
    if sentence.low(last) in PLAIN:
        last = purpose(line, last + 1 + (sentence.low(last + 1) == "the"))
        last -= sentence.lows[last - 1] == "and"
    return Prize(first, last, first, last) if last > noun + 1 or first < noun else None


def verb_before(line: Line, noun: int) -> int:
    """The verb of "became the winner"; the noun itself where it has none."""
    near = range(noun - 1, max(noun - 5, -1), -1)
    return next((step for step in near if line.sentence.lows[step] in BECAME), noun)


def _opens(line: Line, index: int) -> bool:
    return line.sentence.lows[index] in ARTICLES or index in line.verbal


def won_title(line: Line, verb: int) -> Prize | None:
    """ "Won the «Best Delivery Service»", "received «Book of the Year»": an honour without any noun that says so."""
    lows = line.sentence.lows
    quote = next((q for q in line.quotes if verb < q[0] <= verb + 3), None)
    if not quote:
        return None
    best = lows[quote[0]] in SUPERLATIVES or "of the year" in " ".join(lows[quote[0] : quote[1]])
    won = lows[verb] in WON and line.sentence.low(quote[1] + 1) not in NO_HONOURS
    given = lows[quote[1] + 1 : quote[1] + 2] in (["of"], ["from"], ["issued"], ["awarded"], ["granted"])
    capital = line.sentence.words[quote[0]][0].isupper()
    return Prize(*quote, quote[0] - 1, quote[1] + 1) if best or (capital and (won or given)) else None
