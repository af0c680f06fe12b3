"""Bytes → text that encodes back to the very same bytes, or a refusal that says what is wrong and where."""

import codecs
import contextlib
import re
from dataclasses import dataclass

from articles.text.scraping.plausible import oddness

# Longest first: the mark of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings that the sites of the world's newspapers use or used, in the order in which they are tried on a tie.
CANDIDATES = (
    "cp1252",
    "gb18030",
    "big5",
    "cp932",
    "euc_kr",
    "cp1251",
    "koi8_r",
    "cp1254",
    "cp1250",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "latin_1",
)
NO_TEXT = frozenset({"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape", "utf-7", "utf_7"})
MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture or a sound file"),
    (b"PK\x03\x04", "a ZIP archive (or a Word or Excel file)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
)
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROLS_ALLOWED = 0.02  # share of all bytes
SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
SAMPLE = 32_768  # bytes of the lines that tell
BEYOND_BELIEF = 2.0  # oddness from which on a reading is no text


class Undecodable(ValueError):
    """A file that is no text, or none that can be read without loss. Its message is the sentence the operator reads."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` with its line ends as they were. The file is the byte order mark, if ``bom``, and
    ``text.encode(encoding)``."""

    text: str
    encoding: str
    bom: bool


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file. Raises Undecodable; with an ``encoding`` given, no other is tried."""
    _refuse_no_text(data)
    found = _as_told(data, encoding) if encoding else _as_marked(data) or _as_found(data)
    _refuse_unfit(found)
    return found


def _refuse_no_text(data: bytes) -> None:
    if not data:
        raise Undecodable("The file is empty (0 bytes). Scrape the article again.")
    if not data.strip():
        raise Undecodable(f"The file holds only white space ({len(data)} bytes). Scrape the article again.")
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise Undecodable(f"The file is {name} by its first bytes, not text. Give the article as plain text.")


def _refuse_unfit(found: Decoded) -> None:
    if not found.text.strip("\ufeff\u200b \t\r\n\f\v\u3000\xa0"):
        raise Undecodable("The file holds only white space. Scrape the article again.")
    at = found.text.find("\0")
    if at >= 0:
        where = _offset(found, at)
        raise Undecodable(
            f"There is a NUL character at byte {where}, so this is no plain text. Remove it, or save the file as UTF-8."
        )


def _offset(found: Decoded, at: int) -> int:
    mark = _mark_of(found.encoding) if found.bom else b""
    return len(mark) + len(found.text[:at].encode(found.encoding))


def _mark_of(encoding: str) -> bytes:
    return next((mark for mark, name in MARKS if name == encoding), b"")


# As its byte order mark says


def _as_marked(data: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, mark)
    return None


def _strictly(data: bytes, encoding: str, mark: bytes = b"") -> Decoded:
    """Decoded and encoded back, or refused with the offset of the first byte that does not fit."""
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(_misfit(data, encoding, len(mark) + error.start)) from error
    except UnicodeError as error:
        raise Undecodable(f"The file is not {encoding}: {error}. Leave --encoding out to have it found.") from error
    found = Decoded(text, encoding, bool(mark))
    if not _comes_back(found, data, mark):
        raise Undecodable(
            f"Read as {encoding}, the text does not encode back to the same bytes. Name the right --encoding."
        )
    return found


def _comes_back(found: Decoded, data: bytes, mark: bytes) -> bool:
    try:
        return mark + found.text.encode(found.encoding) == data
    except UnicodeError:
        return False


def _misfit(data: bytes, encoding: str, at: int) -> str:
    if encoding == "utf-8" and SURROGATE.match(data, at):
        return f"There is half of a surrogate pair at byte {at}, which is no character. Save the file as UTF-8 again."
    if encoding.startswith("utf-16"):
        return f"There is half a character at byte {at} of this {encoding} file (a lone surrogate). Save it as UTF-8."
    return f"Byte {at} (0x{data[at]:02x}) is not {encoding}. Name the right --encoding or save the file as UTF-8."


# As the operator says


def _as_told(data: bytes, encoding: str) -> Decoded:
    name = _known(encoding)
    for mark, marked in MARKS:
        if data.startswith(mark) and marked.startswith(name):
            return _strictly(data, marked, mark)
    if name in {"utf-16", "utf-32"}:
        raise Undecodable(f"The file has no byte order mark. Name --encoding {name}-le or {name}-be.")
    return _strictly(data, name)


def _known(encoding: str) -> str:
    try:
        found = codecs.lookup(encoding)
        "".encode(encoding)
    except (LookupError, ValueError, UnicodeError) as error:
        raise Undecodable(_unknown(encoding)) from error
    if found.name in NO_TEXT or encoding.lower() in NO_TEXT:
        raise Undecodable(_unknown(encoding))
    return "utf-8" if found.name == "utf-8-sig" else found.name


def _unknown(encoding: str) -> str:
    return (
        f"--encoding {encoding!r} is no text encoding. Examples: utf-8, gb18030, big5, shift_jis, euc-kr, windows-1251."
    )


# As its bytes suggest


def _as_found(data: bytes) -> Decoded:
    wide = _wide(data)
    if wide:
        return _strictly(data, wide)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", bom=False)
    except UnicodeDecodeError as error:
        if SURROGATE.match(data, error.start):
            raise Undecodable(_misfit(data, "utf-8", error.start)) from error
        return _first_that_fits(data, error.start)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, where it is clear: nearly every other byte is NUL, the rest never."""
    head = data[: SAMPLE - SAMPLE % 2]
    half = len(head) // 2
    if half < 4 or len(data) % 2:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and not odd else ""


def _refuse_binary(data: bytes) -> None:
    controls = CONTROLS.findall(data[:SAMPLE])
    if len(controls) > max(2, CONTROLS_ALLOWED * min(len(data), SAMPLE)):
        at = CONTROLS.search(data).start()
        raise Undecodable(
            f"The file is binary, not text: it has {len(controls)} control characters, the first at byte {at}. "
            "Give the article as plain text."
        )


def _first_that_fits(data: bytes, misfit: int) -> Decoded:
    for encoding in _likely(_telling(data)):
        try:
            found = Decoded(data.decode(encoding), encoding, bom=False)
        except UnicodeDecodeError:
            continue
        if _comes_back(found, data, b""):
            return found
    raise Undecodable(
        f"The encoding cannot be told: from byte {misfit} on it is not UTF-8, and nothing else reads as news. "
        "Name it with --encoding."
    )


def _likely(telling: bytes) -> list[str]:
    """The encodings the telling lines can be read in, those that read the most like news first."""
    fitting = {}
    for encoding in CANDIDATES:
        with contextlib.suppress(UnicodeDecodeError):
            fitting[encoding] = oddness(telling.decode(encoding), encoding)
    return sorted((e for e in fitting if fitting[e] < BEYOND_BELIEF), key=fitting.__getitem__)


def _telling(data: bytes) -> bytes:
    """The lines with bytes beyond ASCII, as many as make a sample. No encoding has a line end inside a character."""
    lines, size = [], 0
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line[:SAMPLE])
            size += len(line)
        if size > SAMPLE:
            break
    return b"\n".join(lines)
