"""Where the object of a verb begins, behind what machines leave between the two: dates, places, company, asides."""

from articles.text.facts.candidates import DETERMINERS
from articles.text.facts.cues import FINITE, LAUNCH_NOUNS
from articles.text.facts.reading import Line
from articles.text.facts.wordlists import words

ADVERBS = words("ahead off forward up out also officially jointly successfully formally recently together on in over")
# "Started the rental of the window «X»": what begins is offered.
SUPPLIES = words("sale sales rental provision operation supply distribution production delivery shipment testing trial")
ENROLMENTS = words("registration registrations application applications enrolment enrollment admission admissions call")
ASIDES = words("hand together in with jointly along at on this last as under during after for")
ASIDE = 16  # tokens between two commas
PUSHING = ("push", "proceed", "continu")
# Behind these stands where, when or to whom something is launched.
WHERE = words("at in on to during within before for under")
OBJECT_OPENERS = words("the a an its their his her")
LINKING = WHERE | words("of and with from by as between the a an its their")
BREAKS = words(". ; : ( ) , which that who where when and")
PLACE = 12  # tokens of a place before the object


def object_start(line: Line, verb: int) -> int:
    """The token where the object begins: adverbs, dates, places, "offering of" and determiners skipped."""
    sentence, index = line.sentence, verb + 1
    carried = sentence.lows[verb] in ("put", "puts", "set", "sets", "bring", "brought", "brings", "entered")
    if carried and sentence.low(index) in ("into", "in", "on", "to", "onto"):  # "put into operation", "brought to life"
        index += 2 + (sentence.low(index + 1) == "the")
    index += 4 * (sentence.lows[index : index + 4] == ["at", "the", "same", "time"])
    index += sentence.low(index) in ("ahead", "forward") and sentence.low(index + 1) == "with"
    pushed = sentence.lows[verb].startswith(PUSHING)  # "push ahead with the project"
    index += pushed and sentence.low(index) == "with"
    index = _behind_company(line, _behind_aside(line, index))
    while index < len(sentence):
        aside = _behind_aside(line, index) if index > verb + 1 else index
        aside = _behind_place(line, index) if aside == index else aside
        if aside > index:
            index = aside
            continue
        low = sentence.lows[index]
        dating = low in ("in", "on", "the", "this", "from", "since", "last", "as")
        day = line.dated(index, index + 1 + dating + (sentence.low(index + 1) == "the"))
        if day and not sentence.lows[index].isdigit() or day and index > verb + 1:
            index = day.last
        elif low in DETERMINERS or (low in ADVERBS and index == verb + 1):
            index += 1
        elif (
            (
                index == verb + 1
                and (low.endswith("ing") or low in LAUNCH_NOUNS)
                and sentence.low(index + 1) in ("of", "the")
            )
            or low in ENROLMENTS
            and sentence.low(index + 1) in ("for", "to")
            or low in SUPPLIES
            and sentence.low(index + 1) == "of"
        ):
            index += 1 + (sentence.low(index + 1) in ("of", "for", "to"))
        else:
            break
    return index


def _behind_company(line: Line, index: int) -> int:
    """ "Launched with the pupils the campaign": behind those with whom."""
    lows = line.sentence.lows
    if line.sentence.low(index) not in ("with", "together"):
        return index
    return next((step for step in range(index + 2, min(index + 8, len(lows))) if lows[step] in ("the", "its")), index)


def _behind_aside(line: Line, index: int) -> int:
    """ "Created, in 2019, the programme", "put, hand in hand with Y, the app": behind what stands between commas."""
    sentence = line.sentence
    day = line.dated(index, index + 4) if sentence.low(index) == "," else None
    if day and sentence.low(day.last) == ",":
        return day.last + (sentence.low(day.last + 1) not in ASIDES)
    near = sentence.lows[index + 2 : index + ASIDE]
    aside = sentence.low(index) == "," and sentence.low(index + 1) in ASIDES and "," in near
    return index + 3 + near.index(",") if aside else index


def _behind_place(line: Line, index: int) -> int:
    """ "Launched at the fair in Velmar the project", "presented to the guests a service": behind where or to whom, if
    the object with its article follows."""
    sentence = line.sentence
    if sentence.low(index) not in WHERE:
        return index
    for step in range(index + 2, min(index + PLACE, len(sentence) - 1)):
        low = sentence.lows[step]
        if low in BREAKS or low in FINITE:
            return index
        if low in OBJECT_OPENERS and sentence.lows[step - 1] not in LINKING:
            return step
    return index
