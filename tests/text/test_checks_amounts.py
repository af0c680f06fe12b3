"""Amounts and dates that were translated word for word, or cannot be."""

import pytest

from tests.text.checking import assert_found, problems, rows

HITS = {
    "quantity.singular": [
        "three {company→companies}.",
        "18 {year→years} of work",
        "1,200 {person→people} attended",
        "two {city→cities} and",
        "17 million {user→users} are",
        "several {child→children}, he said",
    ],
    "quantity.twice_about": [
        "{more than 200 more→more than 200} cities",
        "{about 30 or so→about 30} people",
        "{nearly 5 million odd→nearly 5 million}",
        "{over 100 multiple→over 100} funds",
        "{about 50+→about 50} people",
    ],
    "quantity.literal": [
        "{2.6 hundred million→260 million} users",
        "{3 ten thousand→30,000} users",
        "{5 wan→50,000} yuan",
        "{2 yi→200 million} yuan",
        "{1.5 million million→1.5 trillion}",
        "{two hundred million→200 million}",
    ],
    "quantity.times": [
        "amounted to 17 million {times→cases}",
        "handled 300 {times→cases}.",
        "received 5 thousand {times→cases}",
        "totaled 12 {times→cases}",
        "reached 2 million {times→cases}",
    ],
    "quantity.growth": [
        "{increased 3 times}",
        "{grew by 2.5 times} in May",
        "{rose five times}",
        "{up 3 times} from",
        "an {increase of 4 times}",
    ],
    "quantity.person_times": [
        "5,000 {person-times→visits}",
        "100 {person times→visits}",
        "a {person-time→visits}",
        "1 million {people times→visits}",
        "the {Person-times→visits} grew",
    ],
    "quantity.percent_points": [
        "3 {percent points→percentage points}",
        "1 {percent point→percentage point}",
        "2 {per cent points→percentage points}",
        "5 {Percent points→percentage points}",
        "by 4 {percents points→percentage points}",
    ],
    "quantity.currency": [
        "raised {420 million} in May",
        "invested {5 million}.",
        "worth {3 billion}, he said",
        "sold for {20 million} to",
        "costs about {2 billion} for",
    ],
    "quantity.pieces": [
        "sold for 99 {pieces→yuan}",
        "priced at 1,999 {blocks→yuan}",
        "costs 5 {knives→yuan}",
        "worth 10 {pieces→yuan}.",
        "only 9 {block→yuan}",
    ],
    "date.calque": [
        "{2015 year 3 month 8 day→8 March 2015}",
        "on {3 month 8 day→8 March}",
        "{2015 year 12 month 31 number→31 December 2015}",
        "{6 month 5 th→5 June}",
        "{2015 year 13 month 8 day}",
    ],
    "date.ordinal": [
        "November {18th→18}",
        "the {18th→18} November",
        "May {1st→1}, 2016",
        "June {2nd→2}",
        "on {3rd→3} July",
    ],
    "date.impossible": [
        "on {2016-13-05}",
        "{2016/2/30}",
        "{February 30}, he",
        "on {31 June 2015}",
        "{2015-02-29}",
        "{April 31st}",
    ],
    "date.weekday": [
        "{Monday→Tuesday}, November 8, 2022",
        "{Sunday→Friday} 18 November 2016",
        "on {Tuesday→Friday}, May 17, 2019",
        "{Friday→Saturday} the 1st January 2000",
        "{Saturday→Thursday}, 1 January 1970",
    ],
}

MISSES = {
    "quantity.singular": [
        "one company.",
        "a three company deal",
        "two-year plan",
        "in 2016 year after year",
        "5 year plans",
        "$5 share in",
    ],
    "quantity.twice_about": [
        "more than 200 cities",
        "about 30 people",
        "200 more cities",
        "more or so",
        "over 100 people, more of them",
    ],
    "quantity.literal": ["260 million", "a hundred million", "10,000 users", "3 million", "the yi"],
    "quantity.times": ["three times", "amounted to 17 million", "at times", "handled 5 cases", "the Times reached"],
    "quantity.growth": ["increased 30 percent", "three times as many", "times grew", "grew at times", "rose 3 points"],
    "quantity.person_times": ["5 people", "a person", "times", "in person, times change", "people at times"],
    "quantity.percent_points": [
        "3 percentage points",
        "3 percent",
        "3 points",
        "percent, points",
        "per cent of points",
    ],
    "quantity.currency": [
        "raised 420 million yuan",
        "invested $5 million",
        "17 million users",
        "worth 3 billion dollars",
        "raised it in",
    ],
    "quantity.pieces": ["99 yuan", "99 pieces of art", "sold blocks", "a piece", "costs 5 dollars"],
    "date.calque": ["8 March 2015", "in 3 months 8 days", "a 3 month plan", "2015 year", "for 8 days"],
    "date.ordinal": ["November 18", "the 18th session", "18 November", "third May", "May the 4th"],
    "date.impossible": ["2016-11-18", "February 29", "31 May 2015", "1.2.3", "2016-17", "page 2016/17"],
    "date.weekday": [
        "Tuesday, November 8, 2022",
        "Monday, November 8",
        "Friday 18 November 2016",
        "on Monday",
        "Monday 2016",
    ],
}


@pytest.mark.parametrize(("rule", "marked"), rows(HITS))
def test_the_fault_is_found_where_it_stands(rule, marked):
    assert_found(rule, marked)


@pytest.mark.parametrize(("rule", "text"), rows(MISSES))
def test_what_only_looks_like_the_fault_is_left_alone(rule, text):
    assert problems(rule, text) == []


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        ("It handled 1.7 million reports.", "It handled 17 million reports."),
        ("It sold 1,200 phones.", "It sold 12,000 phones."),
        ("It sold 25 phones.", "It sold 25 thousand phones."),
        ("It sold 1,800 phones.", "It sold 18 phones."),
        ("It has 3,600 users.", "It has 36 million users."),
    ],
)
def test_amounts_that_differ_by_a_power_of_ten_clash(earlier, text):
    found = problems("quantity.clash", text, before=(earlier,))
    assert len(found) == 1
    assert text[found[0].start : found[0].end] in text.removesuffix(".")


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        ("It handled 17 million reports.", "It handled 17 million reports."),
        ("It handled 17 million reports.", "It handled 18 million reports."),
        ("It handled 1.7 million reports.", "It sold 17 million phones."),
        ("It sold 2 phones.", "It sold 20 phones."),
        ("It took 12 years.", "It took 120 years."),
    ],
)
def test_other_amounts_do_not_clash(earlier, text):
    assert problems("quantity.clash", text, before=(earlier,)) == []
