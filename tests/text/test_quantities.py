"""The grammar of numbers, and what is counted."""

from decimal import Decimal

import pytest

from articles.text.facts.kinds import Comparator
from articles.text.facts.numbers import School, numbers, reading, school
from articles.text.facts.reading import read
from articles.text.facts.sentences import sentences


def values(text):
    parts = sentences(0, text)
    marks = school(low for part in parts for low in part.lows)
    return [number.value for part in parts for number in numbers(part, (), marks)]


def counted(text):
    return [
        (amount.quantity.value, amount.quantity.unit, amount.quantity.comparator)
        for line in read([text], "").lines
        for amount in line.amounts
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("17 million times", "17000000"),
        ("1 billion 340 million parcels", "1340000000"),
        ("21 thousand and 600 stations", "21600"),
        ("3 thousand and 150 people", "3150"),
        ("1.250.000 euros", "1250000"),
        ("12,000 units", "12000"),
        ("8.426 billion yuan", "8426000000"),
        ("340.000 euros", "340000"),
        ("2,3 billion rubles", "2300000000"),
        ("1 250 000 euros", "1250000"),
        ("12 500 inhabitants", "12500"),
        ("5 lakh farmers", "500000"),
        ("Rs 45 crore", "450000000"),
        ("1,20,000 rupees", "120000"),
        ("30 wan square meters", "300000"),
        ("2 yi yuan", "200000000"),
        ("5 ten thousand yuan", "50000"),
        ("3 hundred million yuan", "300000000"),
        ("１２０ schools", "120"),
        ("twenty-one ships", "21"),
        ("twelve hours", "12"),
        ("half a million euros", "500000"),
        ("a hundred villages", "100"),
        ("0.125 grams", "0.125"),
        ("up 3.2%", "3.2"),
    ],
)
def test_a_number_is_read_as_it_is_meant(text, value):
    assert values(text) == [Decimal(value)]


def test_parts_that_do_not_belong_together_stay_apart():
    assert values("2 million in 5 years") == [2_000_000, 5]
    assert values("11 provinces and 600 stations") == [11, 600]


@pytest.mark.parametrize(
    ("digits", "scaled", "marks", "value"),
    [
        ("4.812", False, School.UNKNOWN, "4812"),
        ("4.812", False, School.CONTINENTAL, "4812"),
        ("4.812", False, School.ENGLISH, "4.812"),
        ("4.812", True, School.UNKNOWN, "4.812"),
        ("4,812", False, School.UNKNOWN, "4812"),
        ("4,812", True, School.CONTINENTAL, "4.812"),
        ("0.500", False, School.CONTINENTAL, "0.500"),
        ("1.250.000,50", False, School.UNKNOWN, "1250000.50"),
        ("1,250,000.50", False, School.UNKNOWN, "1250000.50"),
    ],
)
def test_one_mark_before_three_digits_is_read_by_the_article_s_own_school(digits, scaled, marks, value):
    assert reading(digits, scaled, marks) == Decimal(value)


def test_a_number_too_long_to_be_an_amount_is_none():
    assert reading("9" * 25, False, School.UNKNOWN) is None


def test_an_article_s_school_is_told_by_forms_only_one_school_writes():
    assert school(["4,2", "340.000"]) is School.CONTINENTAL
    assert school(["12,000", "41.7"]) is School.ENGLISH
    assert school(["4.812", "17", "word"]) is School.UNKNOWN


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("It serves more than 900 rural schools in the hills.", 900, "rural schools", Comparator.OVER),
        ("It serves nearly 900 farmers.", 900, "farmers", Comparator.UNDER),
        ("It serves at least 900 farmers.", 900, "farmers", Comparator.AT_LEAST),
        ("It lends up to 80 thousand yuan.", 80000, "yuan", Comparator.AT_MOST),
        ("It serves around 900 farmers.", 900, "farmers", Comparator.ABOUT),
        ("It serves 900 farmers.", 900, "farmers", Comparator.EXACT),
        ("We are talking about 900 farmers.", 900, "farmers", Comparator.EXACT),
        ("The number of shareholders was 41,260.", 41260, "shareholders", Comparator.EXACT),
        ("It knows 42 kinds of everyday sounds such as bells.", 42, "kinds of everyday sounds", Comparator.EXACT),
        ("It installs 300 more measuring stations.", 300, "measuring stations", Comparator.EXACT),
        ("It fell by 2.1 percentage points.", Decimal("2.1"), "percentage points", Comparator.EXACT),
        ("It rented 60 square meters.", 60, "square meters", Comparator.EXACT),
        ("It will invest R$ 3,5 million there.", 3500000, "R$", Comparator.EXACT),
        ("It paid $40 for it.", 40, "$", Comparator.EXACT),
        ("It built a 200-bed hospital.", 200, "bed", Comparator.EXACT),
    ],
)
def test_a_quantity_has_its_unit_and_its_bound(text, value, unit, comparator):
    assert counted(text) == [(value, unit, comparator)]


def test_a_range_shares_its_unit():
    text = "The rate dropped from 4,2 to 1,1 percent."
    assert [(value, unit) for value, unit, _ in counted(text)] == [
        (Decimal("4.2"), "percent"),
        (Decimal("1.1"), "percent"),
    ]


def test_a_rank_is_counted_as_a_rank():
    assert counted("The town ranked 46th in the list.") == [(46, "rank", Comparator.EXACT)]
    assert counted("The town took second place in the contest.") == [(2, "rank", Comparator.EXACT)]


@pytest.mark.parametrize(
    "text",
    [
        "It was founded in 2018.",
        "On March 11 the school opened.",
        "It is in the Harbour Enterprise 100 again.",
        "They launched the 40 gift day.",
        "It uses 5G in the port.",
        "1. Revenue rose.",
        "It began at 10:45 in the hall.",
        "Joan Serra, 34, was there.",
        "He named the third reason on the 5th floor.",
        "Thousands of people came.",
        "They met this Thursday (12) in the port.",
        'It stands in the list "30 young voices" again.',
    ],
)
def test_years_dates_names_and_vague_numbers_are_no_quantities(text):
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("The county has 52 boats, ranking second in the region.", [2]),
        ("The catch was 20 tons, the third in the country.", [3]),
        ("Velmar had got the fourth rank in the index.", [4]),
        ("The port got the second center in the contest.", [2]),
        ("Velmar came second in the contest.", [2]),
        ("The second half in the city was long.", []),
        ("She won the first prize of the contest.", []),
    ],
)
def test_a_place_is_a_rank_where_somebody_takes_it_or_where_it_is_said_among_whom(text, ranks):
    assert [int(value) for value, unit, _ in counted(text) if unit == "rank"] == ranks


def test_currency_codes_of_many_countries_are_units():
    assert [(int(value), unit) for value, unit, _ in counted("It cost Rp 35 million, not SEK 4,000.")] == [
        (35_000_000, "Rp"),
        (4_000, "SEK"),
    ]


def test_so_many_of_so_many_count_the_same_things():
    assert [unit for _, unit, _ in counted("It is known that 412 of the 5,300 vessels sail.")] == ["vessels", "vessels"]
