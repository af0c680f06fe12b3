"""Partial dates: what is printed, and what the dateline makes of it."""

import pytest

from articles.text.facts.dates import dates, partial
from articles.text.facts.sentences import sentences


def found(text, dated=""):
    return [mention.iso for sentence in sentences(0, text) for mention in dates(sentence, dated)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("November 18th, the chairman spoke.", "--11-18"),
        ("On March 11 it rained.", "--03-11"),
        ("It opened on November 18, 2020.", "2020-11-18"),
        ("It starts on 1. January 2023 at noon.", "2023-01-01"),
        ("It starts on 18 November 2020.", "2020-11-18"),
        ("It was launched in February 2020.", "2020-02"),
        ("It was founded in 2011.", "2011"),
        ("Since 2016, it grew.", "2016"),
        ("It was signed on 21/12/2020 there.", "2020-12-21"),
        ("It was signed on 2020-12-21 there.", "2020-12-21"),
        ("It was signed on 2023.06.14 there.", "2023-06-14"),
        ("It arrives in March, they said.", "--03"),
        ("It arrives by March, 2023.", "2023-03"),
        ("In the first quarter of 2021 it pays.", "2021"),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_printed(text, iso):
    assert found(text) == [iso]


@pytest.mark.parametrize(
    ("text", "dated", "iso"),
    [
        ("On Tuesday they met.", "2022-11-08", "2022-11-08"),
        ("They met last night.", "2022-11-08", "2022-11-07"),
        ("They met this morning.", "2022-11-08", "2022-11-08"),
        ("This Sunday they met.", "2020-12-21", "2020-12-20"),
        ("It announced on the 14th that it won.", "2023-06-14", "2023-06-14"),
        ("It announced on the 30th that it won.", "2023-06-14", "2023-05-30"),
        ("On March 11 it rained.", "2021-03-12", "2021-03-11"),
        ("On December 12 it rained.", "2021-01-05", "2020-12-12"),
        ("It came out in October last year.", "2023-06-14", "2022-10"),
        ("It grew last month.", "2023-01-14", "2022-12"),
        ("It grew last year.", "2023-01-14", "2022"),
        ("On this day they met.", "2023-06-14", "2023-06-14"),
        ("This Thursday (12) they met.", "2021-08-13", "2021-08-12"),
        ("Yesterday they met.", "2023-03-01", "2023-02-28"),
        ("It was held the day before, they said.", "2023-03-01", "2023-02-28"),
        ("It was held the previous day.", "2023-03-01", "2023-02-28"),
        ("It was held the day before yesterday.", "2023-03-01", "2023-02-27"),
        ("It lasts until the day after tomorrow.", "2023-02-27", "2023-03-01"),
        ("They met last Tuesday.", "2022-11-08", "2022-11-01"),
        ("Today they met.", "2022-11-08", "2022-11-08"),
    ],
)
def test_a_relative_date_is_resolved_by_the_dateline(text, dated, iso):
    assert found(text, dated) == [iso]
    assert found(text, "") in ([""], ["--03-11"], ["--12-12"], ["--10"])


@pytest.mark.parametrize(
    "text",
    [
        "They may come.",
        "The day before the fair was long.",
        "They march on.",
        "It is on the 5th floor.",
        "Over 2000 people came.",
        "A rate of 4.2 was seen.",
        "It costs 12.50 now.",
        "It covers ²3/4/21 of a page.",
    ],
)
def test_other_words_and_numbers_are_no_dates(text):
    assert found(text) == []


def test_a_date_says_how_it_was_resolved():
    [sentence] = sentences(0, "On Tuesday they met.")
    assert dates(sentence, "2022-11-08")[0].basis == "counted from the dateline"
    [sentence] = sentences(0, "On March 11 they met.")
    assert dates(sentence, "2022-11-08")[0].basis == "year by the dateline"
    assert dates(sentence, "")[0].basis == "as printed"


@pytest.mark.parametrize(
    ("dateline", "iso"),
    [
        ("12 March 2021, 10:45", "2021-03-12"),
        ("Entered 2023.06.14 15:21", "2023-06-14"),
        ("Stand: 08.11.2022, 17:40 Clock", "2022-11-08"),
        ("VELMAR - 21 DEC 2020 - 13:05", "2020-12-21"),
        ("12 December 2022 - 03:17", "2022-12-12"),
        ("Release time: 2021-04-29 07:52", "2021-04-29"),
        ("Monday, 10/10/2022, 08:15 (GMT+7)", "2022-10-10"),
        ("November 18, 2016", "2016-11-18"),
        ("2016年11月18日", "2016-11-18"),
        ("2016年11月", "2016-11"),
        ("05/31/2019", "2019-05-31"),
        ("12/03/21", "2021-03-12"),
        ("2018-03-05T10:00:00+09:00", "2018-03-05"),
        ("Date: 2019. 3. 5.", "2019-03-05"),
        ("20190305", "2019-03-05"),
        ("Sep. 5, 2019", "2019-09-05"),
        ("March 2019", "2019-03"),
        ("no date here", ""),
        ("31.02.2020", ""),
        ("", ""),
    ],
)
def test_a_dateline_becomes_a_partial_date(dateline, iso):
    assert partial(dateline) == iso


def test_a_weekday_with_day_and_month_in_brackets_is_that_day():
    assert found("It rained on Thursday (8/4).", "2021-04-09") == ["2021-04-08"]


def test_the_day_of_last_month_is_counted_from_the_dateline():
    assert found("It rained on the 5th of last month.", "2021-04-09") == ["2021-03-05"]
