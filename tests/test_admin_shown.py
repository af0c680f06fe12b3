"""What a form shows and what is typed in it, as values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.admin.partial_dates import is_partial_date
from articles.admin.shown import BadQuantity, differs, quantities, told
from articles.text.correction import tidied
from articles.text.facts.kinds import Comparator, Quantity


@pytest.mark.parametrize("text", ["2016-11-18", "2016-11", "2016", "--11-18", "--02-29", "2016-02-29"])
def test_a_date_may_be_known_in_part(text):
    assert is_partial_date(text)


@pytest.mark.parametrize(
    "text", ["", "16", "2016-13", "2015-02-29", "--02-30", "2016-11-18T10:00", "18 November", "0000"]
)
def test_what_is_in_no_calendar_is_no_date(text):
    assert not is_partial_date(text)


# As stored: letters in composed form.
_WORDS = st.text(st.characters(categories=["L", "N"]), max_size=12).map(tidied)


@given(
    st.decimals(min_value=-(10**15), max_value=10**15, places=3, allow_nan=False),
    _WORDS,
    st.sampled_from(list(Comparator)),
    _WORDS,
)
def test_a_quantity_is_read_back_as_it_was_told(value, unit, comparator, printed):
    quantity = Quantity(value, unit, comparator, printed)
    assert quantities(told(quantity)) == (quantity,)


def test_a_quantity_is_typed_with_thousands_and_with_signs():
    assert quantities("1,200 | people | ~\n\n 5 ") == (
        Quantity(Decimal(1200), "people", Comparator.ABOUT),
        Quantity(Decimal(5), ""),
    )


@pytest.mark.parametrize("line", ["many | people", "| people", "1e99 | people", "NaN", "5 | people | roughly"])
def test_what_is_no_quantity_is_refused_with_its_line(line):
    with pytest.raises(BadQuantity, match=line[:4].strip("| ") or "people"):
        quantities(line)


def test_white_space_and_unicode_form_make_no_difference_but_words_do():
    assert not differs("text-a", ("Cafe\u0301  au lait\r\n",), ("Caf\u00e9 au lait",))
    assert differs("text-a", ("Café",), ("Cafe",))
    assert not differs("meta-original_text", ("One\r\nTwo\r\n",), ("One\nTwo",))
    assert differs("meta-original_text", ("One\nTwo",), ("One Two",))
    assert not differs("themes", ("b", "a"), ("a", "b"))
