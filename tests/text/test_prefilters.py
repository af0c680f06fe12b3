"""What is looked for first, so that most lines and sentences are read no further, lets nothing through that a rule
would find."""

import re
from itertools import chain, product
from re import _parser as sre

import ftfy
import pytest
from ftfy.badness import is_bad
from hypothesis import example, given
from hypothesis import strategies as st

from articles.text.facts import (
    candidates,
    claims,
    cues,
    evidence,
    namings,
    prizes,
    quantities,
    runs,
    speaking,
    suggest,
)  # fmt: skip
from articles.text.facts.clauses import clauses
from articles.text.facts.reading import read
from articles.text.facts.wordlists import words
from articles.text.scraping import (
    anywhere,
    captions,
    credits,
    dates,
    furniture,
    genuine,
    head,
    headline,
    lines,
    looks,
    prose,
    repairing,
)
from articles.text.scraping.cues import ITSELF, TURNS_TO_READER, WORD, YOU, speaks_of_the_page
from articles.text.scraping.lines import lines_of
from articles.text.scraping.looks import look_at

LABELS = f"{credits.SOURCE_LABELS}|{credits.AUTHOR_LABELS}".split("|")
WORDS = st.sampled_from([*(re.sub(r"\(.*\)", "", label) for label in LABELS), "Velna", "Anna Berg", "12", "the", " "])
MARKS = st.sampled_from([*credits.LABEL_MARKS, " ", "  ", ", ", " | ", ". ", "\u3000"])
LINES = st.lists(st.tuples(WORDS, MARKS), max_size=6).map(lambda pairs: "".join(map("".join, pairs)))
# Letters that are others' in capitals, and signs and figures beyond ASCII.
ODD = "ſKİıß²１年月日：·｜©é\xa0\u3000"
ALPHABET = "".join(map(chr, range(32, 127))) + ODD


def matched(pattern):
    """Texts that a pattern finds itself in, from its beginning to its end."""
    return st.from_regex(pattern, fullmatch=True, alphabet=ALPHABET)


def needs(tree, sign):
    """Whether nothing is matched by what was parsed that has no such sign in it."""
    return any(_holds(kind, value, sign) for kind, value in tree)


def _holds(kind, value, sign):
    if kind is sre.SUBPATTERN:
        return needs(value[-1], sign)
    if kind is sre.BRANCH:
        return all(needs(branch, sign) for branch in value[1])
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return value[0] > 0 and needs(value[2], sign)
    return _is_sign(kind, value, sign)


def _is_sign(kind, value, sign):
    if kind is sre.IN:
        return all(_is_sign(*each, sign) for each in value)
    if kind is sre.CATEGORY:
        return value is sre.CATEGORY_DIGIT and sign is str.isdigit
    return kind is sre.LITERAL and sign(chr(value))


def spelled(tree):
    """All that a pattern without end matches."""
    return map("".join, product(*(_spelled(kind, value) for kind, value in tree)))


def _spelled(kind, value):
    if kind is sre.SUBPATTERN:
        return [*spelled(value[-1])]
    if kind is sre.BRANCH:
        return [*chain.from_iterable(map(spelled, value[1]))]
    return ["", *spelled(value[2])] if kind is sre.MAX_REPEAT else [chr(value)]


def first_of(tree):
    """What was parsed first of all that takes a character."""
    kind, value = next(each for each in tree if each[0] is not sre.AT)
    return (
        first_of(value[2])
        if kind is sre.MAX_REPEAT
        else first_of(value[-1])
        if kind is sre.SUBPATTERN
        else (kind, value)
    )


@pytest.mark.parametrize("table", anywhere.TABLES)
def test_each_phrase_is_met_wherever_it_stands(table):
    for phrase in anywhere.TABLES[table]:
        assert table in anywhere.tables_met(f"x{phrase}x"), phrase


def test_a_text_without_a_phrase_meets_no_table():
    assert not anywhere.tables_met("the council of velna builds a school of straw")


@pytest.mark.parametrize("openings", [furniture.OPENINGS, captions.OPENINGS])
def test_each_phrase_is_known_where_a_text_begins_with_it(openings):
    for begun, _ in openings.values():
        assert all(furniture.phrase_begun(f"{phrase} velna", openings) for phrase in begun)


@given(LINES)
def test_no_line_with_a_label_goes_for_one_without(text):
    assert credits.MARKED.search(text) is None or credits._may_be_labelled(text)


def test_other_hands_are_named_by_what_is_looked_for_first():
    pattern = re.sub("|".join(("by", *credits.OF_PICTURES)), "/", credits.OTHER_HANDS.pattern)
    assert needs(sre.parse(pattern), "/".__contains__)


@given(st.sampled_from(["", "Anna Berg", "by Anna"]), matched(credits.COUNTER) | matched(credits.COUNTED_BEHIND))
def test_each_counter_behind_a_credit_is_left_out(credit, counter):
    assert credits._of_others(credit + counter) == credit


def test_each_label_without_a_mark_is_known_by_its_beginning():
    for label in spelled(sre.parse(credits.NAME_LABELS)):
        text = f"{label.title()} Anna Berg"
        assert credits._labels(text)[0][:2] == ("author", 0), label
        assert credits._may_credit(look_at(text)), label


@pytest.mark.parametrize("counter", ["", ", no comments", ", 12 views"])
@pytest.mark.parametrize("date", ["12 March 2021", "2021-03-12 at 10.15"])
def test_a_date_is_read_beside_as_many_words_whatever_is_counted_behind_it(date, counter):
    for others in range(credits.MOST_OTHERS + 3):
        text = f"{'Velna ' * others}{date}{counter}"
        assert credits._may_credit(look_at(text)) or not credits._only_dates(
            f"{'Velna ' * others}{date}", dates.date_in(text), credits.NO_FIELDS
        )


@given(matched(credits.AGO))
def test_what_is_some_time_ago_is_a_dateline(text):
    assert credits.credits_of(look_at(text))


@pytest.mark.parametrize(("shape", "needed"), [(shape, needed) for _, shape, needed in furniture.SHAPES])
@given(st.data())
def test_each_shape_has_what_is_looked_for_first(shape, needed, data):
    assert furniture._held(look_at(data.draw(matched(shape))))[needed]


@pytest.mark.parametrize("word", ["next", "prev", "previous", "first", "last", "page", "of"])
def test_a_row_of_page_numbers_is_known_by_whatever_word_it_begins_with(word):
    assert furniture._held(look_at(f"{word} 2"))[furniture.PAGES]
    assert furniture.PAGER.match(f"{word} 2")


@given(st.sampled_from(["Velna", ""]), matched(furniture.TELEPHONE_WORDS))
def test_a_telephone_is_known_by_its_name(before, number):
    assert furniture.furniture_rule(look_at(f"{before} {number}".strip()))


def test_what_a_text_holds_is_seen_wherever_it_stands():
    assert not any(furniture._held(look_at("Bb")))
    assert all(furniture._held(look_at(f"a{sign}b"))[furniture.SLASH] for sign in ("/", "www.", "WWW."))
    assert furniture._held(look_at("a@b"))[furniture.AT]
    assert all(furniture._held(look_at(f"{sign}b"))[furniture.SIGN] for sign in "#@[")


@pytest.mark.parametrize("digit", "0129９١")
def test_a_figure_is_seen_in_whatever_script(digit):
    assert looks.has_figure(f"a{digit}b")
    assert not looks.has_figure("aéb²")


@pytest.mark.parametrize("form", dates.FORMS_IN_FIGURES)
@given(st.data())
def test_each_date_in_figures_has_what_is_looked_for_first(form, data):
    text = data.draw(matched(form))
    assert dates.MARKED.search(text) or "year" in text.casefold()


@given(st.text("\n\r\v\f\u2028\u2029\x85\x1c a.", max_size=40))
def test_lines_are_the_same_by_whatever_ends_them(text):
    found = [line.spans[0] for line in lines_of(text)]
    parts = [part.strip() for part in lines.LINE_END.split(text)]
    assert [text[a:b] for a, b in found] == [part for part in parts if part]


@pytest.mark.parametrize("signs", ["aéÐàвЂ€™“”°²", "a Â.", "a Ã", "1 œŒ", "a \x80\x9d", "¼Ø\xa0ü "])
@given(st.data())
def test_whatever_looks_garbled_is_suspect(signs, data):
    text = data.draw(st.text(signs, max_size=5))
    assert not is_bad(text) or repairing.SUSPECT.search(text)


@example("â€œÃ?")
@given(st.text("ÂÃВГнаaé?\x1a\ufffd\xa0", max_size=8).map("â€œ{}".format))
def test_what_lost_no_part_is_repaired_as_what_did(text):
    as_lost = ftfy.fix_encoding(text, repairing.REPAIRS)
    assert repairing.LOST.search(text) or ftfy.fix_encoding(text, repairing.REPAIRS_OF_WHOLE) == as_lost


@given(st.text("ab \t\xa0\u3000\u2009\x1c\x85中", max_size=12))
def test_words_are_counted_whatever_parts_them(text):
    assert prose.word_count(text) == len(text.split()) + text.count("中") // 2


@example("SELECT name")
@example("INSERT INTO")
@given(matched(genuine.CODE_BEGINS) | st.from_regex(genuine.CODE_ENDS, alphabet=ALPHABET))
def test_each_line_of_code_is_known_by_its_signs(text):
    code = genuine.CODE_BEGINS.match(text) or genuine.CODE_ENDS.search(text[-5:])
    assert genuine._is_code(text) is (code is not None)


@given(st.from_regex(prose.BULLET) | st.from_regex(prose.NUMBERED))
def test_each_item_of_a_list_is_known_by_its_sign(text):
    assert prose.is_item(text)


@given(st.text("ab \t\xa0\u3000\u2009\u200b\xad\x1c", max_size=12))
def test_white_space_is_folded_whatever_else_stands_there(text):
    assert repairing.repaired(text) == " ".join(repairing.INVISIBLE.sub("", text).split())


@given(st.text("abs", min_size=1, max_size=2), st.text("abseding'’_1².é ", max_size=12), st.text("abs ", max_size=4))
def test_a_headline_s_last_word_only_begins_words_as_patterns_say(last, before, after):
    rest = f"{before}{last}{after}"
    whole = re.search(rf"\b{last}(?:s|es|ed|ing|'s|’s)?\b", rest)
    begun = re.search(rf"\b{last}[^\W\d_]", rest)
    assert headline._only_begins_words(last, rest) is (begun is not None and whole is None)


@given(
    st.lists(st.text("abcd_1 é", max_size=12), max_size=3),
    st.sets(st.text("abcd1é", min_size=4, max_size=5), min_size=1),
)
def test_texts_speak_of_a_headline_by_a_tenth_of_its_words(texts, words):
    met = set().union(*map(head._content_words, texts))
    assert head._speak_of(texts, words) is (not met or len(met & words) >= 0.1 * len(words))


@pytest.mark.parametrize("word", sorted(YOU))
def test_a_sentence_to_the_reader_about_the_page_is_read_to_its_end(word):
    text = f"Velna tells {word} in this article."
    assert ITSELF.search(text)
    assert speaks_of_the_page(text)


@pytest.mark.parametrize("word", sorted(filter(WORD.fullmatch, TURNS_TO_READER)))
def test_an_appeal_is_known_by_whatever_word_it_begins_with(word):
    assert speaks_of_the_page(f"{word.title()} newsletter podcast subscribe website login here.")


TELLING = (
    *cues.PROMISES, *cues.EVENTS, *cues.FOUNDED, *cues.SHOW, *cues.UNIQUE, *cues.VAGUE, *claims.FORESEEN,
    *claims.BEFELL, *claims.FIRST_PERSON, "to", "starts", "debuts", "premieres", "since", "put",
)  # fmt: skip
SENTENCES = (
    "Velmar Bank {} open in the town on 3 May 2019", "The bank is {} open in the town on 3 May 2019",
    "The bank has been open {} 3 May 2019", "The quay was {} in use on 3 May 2019", "The bank is the {} in the town",
    "Where {} of boats landed", "At the fair the Velmar Bank {} boats", "The seven boats {} have been paid",
)  # fmt: skip


@pytest.mark.parametrize("told", SENTENCES)
def test_a_sentence_that_may_hold_no_claim_holds_none(told):
    holding = 0
    for word in TELLING:
        (line,) = read([told.format(word)], "2020-05-06").lines
        found = [claims._rule(line, first, last) for first, last in clauses(line, ())]
        holding += any(found)
        assert claims._may_claim(line) or not any(found), word
    assert holding


SAYING = (
    "used the following", "made clear", "called for", "second place", "12th spot", "came second in", "the Order of",
    "letter of thanks", "found Ada Roe", "Ada Roe", "the", "in",
    *sorted(speaking.SHOWN | cues.SPEECH_ACTS | cues.EMBLEMS),
)  # fmt: skip


@pytest.mark.parametrize("told", SAYING)
@pytest.mark.parametrize("before", ["Ada Roe", "The council of Velmar"])
def test_only_the_words_asked_for_make_a_speech_or_a_prize(before, told):
    for line in read([f"{before} {told} Ada Roe."], "").lines:
        reported, named = line.sentence.places(speaking.REPORTED), line.sentence.places(prizes.NAMING)
        for index in range(len(line.sentence)):
            said = (speaking._acts, speaking._shows, speaking.inverted)
            won = (prizes._thanks, prizes._spot, prizes._order)
            assert index in reported or not any(rule(line, index) for rule in said)
            assert index in named + line.sentence.figures or not any(rule(line, index) for rule in won)


@given(st.lists(st.sampled_from(["a", "half", "first", "million", "seven", "twenty-one", "5", "won", "the"])))
def test_a_sentence_without_a_number_s_word_has_no_amount(told):
    for line in read([" ".join(["Velmar", *told])], "").lines:
        assert quantities.counts(line.sentence) or not quantities.amounts(line.sentence, (), (), quantities.School(0))


@pytest.mark.parametrize("phrase", sorted(quantities.BEFORE))
def test_each_word_that_bounds_an_amount_is_read(phrase):
    (line,) = read([f"The port sold {phrase} 40 boats."], "").lines
    assert line.amounts[0].quantity.comparator is quantities.BEFORE[phrase]


class Everything:
    """A table with every word in it."""

    def isdisjoint(self, words):
        return False

    def __contains__(self, word):
        return True


# What is asked before a family of rules is, the words that some of those rules look for, and sentences with them.
LOOKED_FOR = (
    (runs, "PARTING", runs.ROLES | runs.HONORIFICS | runs.DEMONYMS | runs.LEADING_NOUNS | runs.NO_NAMES | {"general"},
     ("The fair was opened by {} Roe.", "He met {} Anna Roe and Velmar {} .", "Lt. {} Roe and LLC «Orvald» came.")),
    (runs, "GOING_ON", runs.LINKS | runs.HEAD_LINKS | words("and no . , 's"),
     ("The Ministry of Health {} Culture said so.", "The School {} . 12 won.", "The Children {} Palace won.",
      "Ana {} Roe said so.")),
    (evidence, "TELLING", evidence.GATHERINGS | evidence.ORG_TAILS | evidence.SUPERLATIVES | evidence.NEITHER,
     ("They came to Velmar {} and left.", "They left the company «{} Velna» .", "The {} No . 4 of Orvald won.")),
    (evidence, "BESIDE", evidence.KIN | evidence.NOUNS_BESIDE,
     ("She came with her {} Velna.", "Anna Roe, who {} Orvald Nordal, spoke.", "The {} Orvald Nordal and Velna won.",
      "It was made by the Orvald {} house.", "It was made by the Orvald {} .", "The think {} Orvald Nordal said so.")),
    (namings, "COMING_OUT", words("landed working operating running come goes went hits entered debuts"),
     ("The programme «Velna» of the Velmar Bank {} out.", "The platform «Velna» {} the market.", "The app «Velna» {} .",
      "Since May the platform «Velna» has been {} .")),
    (candidates, "BEFORE_NAME", words("of the under by with"),
     ("They launched an app {} the name «Velna».", "They launched an app by name {} «Velna».")),
)  # fmt: skip


@pytest.mark.parametrize(("module", "name", "looked_for", "sentences"), LOOKED_FOR)
def test_a_rule_that_is_not_asked_would_find_nothing(module, name, looked_for, sentences, monkeypatch):
    cases = [word for low in sorted(looked_for) for word in (low, low.capitalize(), low.upper())]
    texts = [sentence.format(*[word] * 2) for sentence in sentences for word in cases]
    found = [suggest([text], "2019-05-03") for text in texts]
    monkeypatch.setattr(module, name, Everything())
    for text, before in zip(texts, found, strict=True):
        assert suggest([text], "2019-05-03") == before, text
