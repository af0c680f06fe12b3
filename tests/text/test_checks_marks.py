"""Faults of spaces, marks, letters and quotation marks."""

import pytest

from tests.text.checking import assert_found, problems, rows

HITS = {
    "space.edge": [
        "{ →}The fund.",
        "The fund.{ →}",
        "{\n→}The fund.{\t →}",
        "The fund.{\u00a0→}",
        "{\u3000→}The fund.",
    ],
    "space.odd": [
        "5{\u00a0→ }million",
        "the{\u3000→ }fund",
        "We{\u200b→}Chat",
        "the{\t→ }fund",
        "the{\u2009→ }fund",
        "so{\u00ad→}cial",
    ],
    "space.doubled": ["the{  → }fund", "the{    → }fund", "end.{  → }The", "one{\n\n→ }two", "one{ \n → }two"],
    "space.before_mark": [
        "sales{ →}, up",
        "sales{ →}; up",
        "the fund{ →}.",
        "what{ →}?",
        "38{ →}%",
        "(the fund{ →})",
        "He said{ →}: yes",
    ],
    "space.inside": ["the ({ →}new) fund", "a “{ →}half life”", "the [{  →}new] fund", "“{ →}Yes”", "in ‘{ →}life’"],
    "space.after_mark": [
        "orders{,→, }and",
        "first{;→; }then",
        "last year{.→. }The firm",
        "he said{:→: }yes",
        "“Yes”{,→, }he said",
        "really{?→? }Yes",
    ],
    "space.beside": [
        "the “passage{”→” }and",
        "entitled{“→ “}The fund”",
        "Tencent (QQ{)→) }said",
        "company{(→ (}the old one) said",
        "a “b{”→” }c",
    ],
    "mark.doubled": [
        "this year{,.→.}",
        "and{,,→,} then",
        "the end{..→.}",
        "first{;;→;} then",
        "really{!!→!}",
        "he left{.,→,} then",
    ],
    "mark.full_width": [
        "Beijing{，→, }Shanghai",
        "the end{。→.}",
        "Tencent{（→ (}QQ{）→)}",
        "1{，→,}000",
        "what{？→?}",
        "{１２→12} phones",
    ],
    "mark.corner": [
        "{《→“}The Report{》→”} says",
        "{「→“}Yes{」→”}",
        "the{「→ “}Yes{」→” }robot",
        "{『→‘}Yes{』→’}",
        "{〈→‘}Yes{〉→’}",
    ],
    "mark.alone": ["{.→}", "{—→}", "{* * *→}", "{”.→}", "{…→}"],
    "mark.no_end": [
        "The fund has been opened by the city {today→today.}",
        "The fund has been opened in May of {2016→2016.}",
        "A fund of the firm and of its {users→users.}",
        "One two three four five six seven {eight→eight.}",
        "It sold one phone to each of its {users→users.}",
    ],
    "text.entity": [
        "R{&amp;→&}D",
        "the{&nbsp;→\u00a0}fund",
        "company{&#8217;→’}s",
        '{&quot;→"}Yes',
        "a {&#x2014;→—} b",
    ],
    "text.tag": [
        "the {<b>→}fund{</b>→}",
        "one{<br/>→} two",
        "{<p>→}The fund",
        'a {<a href="x">→}link{</a>→}',
        "{<em>→}so{</em>→}",
    ],
    "text.control": ["the{\x00→} fund", "the{\x07→} fund", "the{\x9d→} fund", "a{\x1b→}b", "a{\x08\x08→}b"],
    "text.mojibake": [
        "the {companyâ€™s→company’s} fund",
        "{JoÃ£o→João} said",
        "said {â€œyesâ€\x9d→“yes”}",
        "{MarÃ©,→Maré,} then",
        "a {cafÃ©→café}",
    ],
    "text.lost_letter": ["caf{\ufffd}", "{\ufffd}{\ufffd} end", "a {\ufffd} b", "Jo{\ufffd}o", "the{\ufffd}fund"],
    "text.untranslated": [
        "the {小米} phone",
        "{腾讯} said",
        "a {ロボット} robot",
        "the {카카오} fund",
        "of {微信}, (WeChat)",
    ],
    "quote.unbalanced": [
        'last week, {is an adult ceremony"→"is an adult ceremony"}. Being an adult',
        'He said {"come on, you→"come on, you"}',
        "He said {“come on.→“come on.”} Then he left.",
        "{there is no reference.”→“there is no reference.”}",
        'One "two" {"three.→"three."} Four.',
        'In 2016 he said, {the fund"→"the fund"}.',
    ],
    "quote.mixed": [
        'a {“half life"→“half life”} now',
        'a {"half life”→“half life”} now',
        "a {„half life“→“half life”} now",
        "a {«half life»→“half life”} now",
        "a {”half life“→“half life”} now",
    ],
    "quote.single": ["the {‘→}fund is open", "{‘→}fund", "a {‘→}b and ‘c’", "he {‘→}said it.", "in {‘→}life"],
    "bracket.unbalanced": [
        "the {(→}fund is open",
        "the fund{)→} is open",
        "the [new{)→}] fund",
        "one {]→} two",
        "{(→}(new) fund",
    ],
}

MISSES = {
    "space.edge": ["The fund.", "The  fund.", "", "a\nb", "A\u00a0b"],
    "space.odd": ["the fund", "the  fund", "caf\u00e9 fund", "👩\u200d💻 codes", "a\nb"],
    "space.doubled": ["the fund", "the fund. The", " the fund", "the fund  ", "a\u00a0b"],
    "space.before_mark": [
        "sales, up",
        "the .NET fund",
        "a score of .5",
        "so ... then",
        "happy :-) today",
        "(the fund)",
    ],
    "space.inside": ["the (new) fund", "a “half life”", "„Yes“ he said", "the fund (", "he‘ s"],
    "space.after_mark": [
        "orders, and",
        "1,000 phones",
        "at 10:30",
        "https://a.example/b,c",
        "Suning.com",
        "U.S. firms",
        "R&amp;D",
        "said “yes,” he",
        "see www.example.org:a",
    ],
    "space.beside": ["the “passage” and", "word(s) and", "the “passage”.", "(QQ), he", "f(x) is"],
    "mark.doubled": ["wait... then", "wait…", "Tencent Co., Ltd", "a, b.", "really?!", "e.g., this", "the end."],
    "mark.full_width": ["Beijing, Shanghai", "小米，华为", "a – b", "50%", "the end."],
    "mark.corner": ["“Yes”", "‘Yes’", '"Yes"', "<Yes>", "[Yes]"],
    "mark.alone": ["A.", "5", "", "小", "é"],
    "mark.no_end": [
        "The fund has been opened by the city today.",
        "The fund",
        "He said that the fund was “open for all of us”",
        "Here is what he said about it today:",
        "The fund has opened (in the city of Berlin)",
    ],
    "text.entity": ["R&D", "AT&T; then", "&nothing;", "Q&A", "a & b;"],
    "text.tag": ["a < b", "a <3 b", "x <- y", "1 < 2 > 0", "<Copyright>"],
    "text.control": ["the fund", "a\tb", "a\nb", "é", "小"],
    "text.mojibake": ["João said", "café", "Â", "the company’s", "naïve “yes”"],
    "text.lost_letter": ["café", "?", "", "□", "João"],
    "text.untranslated": ["Xiaomi (小米) said", "WeChat [微信]", "Tencent（腾讯）", "café", "Москва"],
    "quote.unbalanced": [
        'a "half life" now',
        "a “half life” now",
        'a 5.5" screen',
        "„Yes“, he said",
        'He said: "Yes." "No."',
        "rock 'n' roll",
        "«Yes», - he said",
        '"Yes," he said, "no."',
        "no marks",
    ],
    "quote.mixed": ['a "half life" now', "a “half life” now", "no marks", "‘a’", 'He said "yes" and “no”'],
    "quote.single": ["the ‘fund’ is open", "the ‘90s", "it’s", "don't", "the ‘people’s fund’"],
    "bracket.unbalanced": ["the (new) fund", "1) the fund", "a) the fund", "[a (b) c]", "(a) and (b)"],
}


@pytest.mark.parametrize(("rule", "marked"), rows(HITS))
def test_the_fault_is_found_where_it_stands(rule, marked):
    assert_found(rule, marked)


@pytest.mark.parametrize(("rule", "text"), rows(MISSES))
def test_what_only_looks_like_the_fault_is_left_alone(rule, text):
    assert problems(rule, text) == []


def test_a_quotation_may_go_on_in_the_next_paragraph():
    assert problems("quote.unbalanced", "He said: “Come on.", after=("“Or stay.”",)) == []
    assert problems("quote.unbalanced", "He said: “Come on.", after=("Nobody came.",)) != []


def test_both_places_of_a_missing_mark_are_offered():
    (problem,) = problems("quote.unbalanced", 'last week, is an adult ceremony".')
    assert problem.proposals == ('"is an adult ceremony"', "is an adult ceremony")
    assert not problem.safe
