"""The bytes of a file become text that encodes back to them, or a refusal that says what is wrong and where."""

import codecs
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.scraping.decoding import CANDIDATES, MARKS, Undecodable, decode

PLAIN = "It was an ordinary sentence in English here, said the mayor.\r\nThe second line ended differently.\n"
FOREIGN = {
    "gb18030": [
        "Tencent，founded in 1998，said “so” . Ma Li（马立）spoke.",
        "The plan 《春笋》 was launched.",
        "It’s a plan",
    ],
    "big5": ["The company’s 計畫 was launched in Taipei, “so” they said.", "He said “so”"],
    "cp932": ["The company 株式会社 announced 「さくら」 on the 14th.", "Minakami（みなかみ）said", "（東京）"],
    "euc_kr": ["Sori Robotics (소리로보틱스) announced ‘2023 시상식’ today.", "Reporter 서윤아"],
    "cp1251": ["The governor (Андрей Малышев) launched the «Программа».", "Source: Озеро-Информ"],
    "koi8_r": ["The governor (Андрей Малышев) launched the Программа."],
    "cp1252": [
        "Jörg Brandt & Söhne said „so“",
        "Lluís in Castellón – “la”",
        "café",
        "He’s “here”…",
        "20 °C in São Paulo",
    ],
    "cp1250": ["Mr. Dvořák from Plzeň and Łódź said", "Škoda in Mladá Boleslav", "Małgosia Łęcka said"],
    "cp1254": ["İstanbul’da Şişli Belediyesi and Erdem Doğan said", "Doğan said"],
    "cp1253": ["The mayor (Κυριάκος Μήτσου) said"],
    "cp1255": ["The minister (בנימין לוי) said"],
    "cp1256": ["The minister (محمد بن سلمان) said"],
}


@pytest.mark.parametrize(("encoding", "text"), [(e, t) for e, texts in FOREIGN.items() for t in texts])
def test_the_encoding_of_a_page_with_a_few_foreign_words_is_found(encoding, text):
    page = f"{text} {PLAIN}"
    found = decode(page.encode(encoding))
    assert found.text == page
    assert found.text.encode(found.encoding) == page.encode(encoding)


@pytest.mark.parametrize(("mark", "encoding"), MARKS)
def test_a_byte_order_mark_says_the_encoding_and_is_no_text(mark, encoding):
    found = decode(mark + "Söhne said so.".encode(encoding))
    assert (found.text, found.encoding, found.bom) == ("Söhne said so.", encoding, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_where_it_is_clear(encoding):
    found = decode(PLAIN.encode(encoding))
    assert (found.text, found.encoding, found.bom) == (PLAIN, encoding, False)


def test_line_ends_stay_as_they_were():
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \r\n\t", "white space"),
        (codecs.BOM_UTF8, "white space"),
        ("\u3000\n".encode(), "white space"),
        (b"The council said\0 so.", r"NUL character at byte 16"),
        (codecs.BOM_UTF8 + b"ab\0", r"NUL character at byte 5"),
        (b"ab \xed\xa0\x80 cd", r"surrogate pair at byte 3"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0", r"byte 4"),
        (codecs.BOM_UTF8 + b"ab\xff", r"Byte 5 \(0xff\)"),
        (b"\x89PNG\r\n\x1a\n rest", "PNG picture"),
        (b"PK\x03\x04 rest", "ZIP archive"),
        (b"%PDF-1.7 rest", "PDF document"),
        (b"\x7fELF rest", "program"),
        (bytes(range(1, 32)) * 20, "binary.*at byte 0"),
    ],
)
def test_what_is_no_text_is_refused_with_what_and_where(data, why):
    with pytest.raises(Undecodable, match=why):
        decode(data)


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "idna", "unicode_escape", "utf\0", "", "ü"])
def test_an_unknown_encoding_name_is_refused_with_examples(name):
    if not name:
        assert decode(b"so", name).encoding == "utf-8"  # none was named
        return
    with pytest.raises(Undecodable, match="gb18030"):
        decode(b"so", name)


def test_the_named_encoding_is_the_only_one_tried():
    assert decode("café".encode("cp1252"), "windows-1252").text == "café"
    with pytest.raises(Undecodable, match=r"Byte 3 \(0xe9\) is not utf-8"):
        decode("café".encode("cp1252"), "utf-8")
    assert decode(codecs.BOM_UTF8 + b"so", "utf-8-sig").bom
    with pytest.raises(Undecodable, match="utf-16-le or utf-16-be"):
        decode(b"so", "utf-16")


def test_an_encoding_that_loses_bytes_on_the_way_back_is_refused():
    two_ways = b'\x1b$B$"\x1b(B\x1b(Bso'  # ISO-2022-JP may say twice that ASCII begins
    with pytest.raises(Undecodable, match="same bytes"):
        decode(two_ways, "iso2022_jp")


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(min_size=1, max_size=60), encoding=st.sampled_from([*CANDIDATES, "utf-8", "utf-16-le", "utf-32-be"])
)
def test_a_text_comes_back_from_every_encoding_that_holds_it(text, encoding):
    page = "So. " + text.replace("\0", "").replace("\ufeff", "")
    try:
        data = page.encode(encoding)
        assert data.decode(encoding) == page
    except (UnicodeError, AssertionError):
        return
    assert decode(data, encoding).text == page


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=80), head=st.sampled_from([b"", b"It was so. ", *(mark for mark, _ in MARKS)]))
def test_any_bytes_are_refused_or_come_back(data, head):
    try:
        found = decode(head + data)
    except Undecodable:
        return
    mark = {e: m for m, e in MARKS}[found.encoding] if found.bom else b""
    assert mark + found.text.encode(found.encoding) == head + data
    assert "\0" not in found.text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "gb18030"])
def test_four_megabytes_are_read_in_a_second(encoding):
    data = ("It’s a plan, said the mayor.\n" * 140_000).encode(encoding)
    start = time.process_time()
    assert decode(data).text.startswith("It’s a plan")
    assert time.process_time() - start < 1
