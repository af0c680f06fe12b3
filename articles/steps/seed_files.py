"""Seeds found in files, folders, archives and streams. Nothing is stored, and nothing raises but ``files_of``: what
cannot be read is a Found with its refusal, so that one bad file never stops the rest."""

import glob
import gzip
import hashlib
import json
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import urlsplit

from django.conf import settings

from articles.errors import BadSeed
from articles.text.scraping.html import canonical_address

from .preparing import HTML, require_size

ENDINGS = (".txt", ".html", ".htm", ".jsonl")
MEDIA_TYPES = {".html": HTML, ".htm": HTML}
TAKEN = f"{', '.join(ENDINGS)}, each also with .gz, and .zip"
# Text packs to a tenth; what unpacks to more than this is made to fill a disk.
MOST_PACKED = 200
# In a JSON string one character may take six.
LONGEST_LINE = 6 * settings.SEED_MAX_BYTES
UNREADABLE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Found:
    """One seed as it came, or ``refusal``, why what was there is none.

    ``place`` tells where it is: a path, followed by ``:line`` in a JSON Lines file. ``encoding`` is set where it is
    certain.
    """

    place: str
    identity: str = ""
    data: bytes = b""
    media_type: str = "text/plain"
    url: str = ""
    encoding: str | None = None
    refusal: str = ""

    @property
    def name(self) -> str:
        """The file's name without its endings."""
        name = PurePosixPath(self.place).name
        bare = name.removesuffix(".gz")
        return next((bare.removesuffix(each) for each in ENDINGS if bare.endswith(each)), name)


def files_of(given: str) -> list[str]:
    """The files that a path, folder or pattern names, in order; of a folder, those that can be seeds by their ending.

    Raises BadSeed where it names none.
    """
    path = Path(given)
    if path.is_dir():
        return _in_folder(path)
    if path.exists():
        return [str(path)]
    matches = sorted(glob.glob(given, recursive=True))
    found = [each for match in map(Path, matches) for each in ([str(match)] if match.is_file() else _in_folder(match))]
    seeds = [each for each in found if _can_be_seed(os.path.basename(each))]
    if not seeds:
        raise BadSeed(f"There is no such file or folder, and no seed matches it ({TAKEN}).")
    return seeds


def seeds_in(path: Path) -> Iterator[Found]:
    """Every seed in one file: the file itself, or each record or member of it."""
    place = place_of(path)
    try:
        if not _can_be_seed(path.name):
            raise BadSeed(f"By its name it is no seed: those end in {TAKEN}.")
        if not path.is_file():
            raise BadSeed("It is no ordinary file.")
        if path.suffix.lower() == ".zip":
            yield from _in_archive(path, place)
            return
        with path.open("rb") as stream:
            yield from _in_stream(stream, place, os.fstat(stream.fileno()).st_size)
    except BadSeed as error:
        yield Found(place, refusal=str(error))
    except UNREADABLE as error:
        yield Found(place, refusal=_unreadable(error))


def seeds_in_upload(name: str, stream: IO[bytes]) -> Iterator[Found]:
    """Every seed in a file somebody sends. It has no place of its own, so it is known by its bytes."""
    digest = hashlib.file_digest(stream, "sha256").hexdigest()
    size = stream.tell()
    stream.seek(0)
    place = f"brought-in/{digest[:16]}/{PurePosixPath(name).name}"
    try:
        if not _can_be_seed(name):
            raise BadSeed(f"By its name it is no seed: those end in {TAKEN}.")
        yield from _in_archive(stream, place) if name.lower().endswith(".zip") else _in_stream(stream, place, size)
    except BadSeed as error:
        yield Found(place, refusal=str(error))
    except UNREADABLE as error:
        yield Found(place, refusal=_unreadable(error))


def seeds_in_stream(stream: BufferedReader, place: str = "standard input") -> Iterator[Found]:
    """What is piped in: JSON Lines where it begins with a brace, a page where it begins with a tag, else one text."""
    start = stream.peek(512)[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        yield from _records(stream, place)
        return
    data = stream.read(settings.SEED_MAX_BYTES + 1)
    media_type = HTML if start[:14].lower().startswith((b"<!doctype html", b"<html")) else "text/plain"
    yield _whole(data, place, media_type, f"{place}#{hashlib.sha256(data).hexdigest()[:16]}")


def place_of(path: Path) -> str:
    """The path from the current folder if it lies below it, else as given."""
    absolute, here = Path(os.path.abspath(path)), Path.cwd()
    told = absolute.relative_to(here) if absolute.is_relative_to(here) else path
    return os.fsencode(told.as_posix()).decode("utf-8", "replace")


def _in_folder(folder: Path) -> list[str]:
    found = []  # strings: a Path takes many times the memory, and there may be a million
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        found += [os.path.join(parent, each) for each in sorted(names) if _can_be_seed(each)]
    if not found:
        raise BadSeed(f"There is no seed in this folder ({TAKEN}).")
    return found


def _can_be_seed(name: str) -> bool:
    bare = name.lower().removesuffix(".gz")
    return not name.startswith(".") and (bare.endswith(ENDINGS) or name.lower().endswith(".zip"))


def _unreadable(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
    return f"It cannot be read: {told}."


# One file or member, unpacked


def _in_stream(stream: IO[bytes], place: str, size: int) -> Iterator[Found]:
    """``size`` is that of the stream, in bytes as packed."""
    bare, most = place, size
    if place.lower().endswith(".gz"):
        stream, bare, most = gzip.GzipFile(fileobj=stream), place[:-3], max(MOST_PACKED * size, settings.SEED_MAX_BYTES)
    suffix = PurePosixPath(bare).suffix.lower()
    if suffix == ".jsonl":
        yield from _records(stream, bare, most)
        return
    if bare is place:
        require_size(size)
    yield _whole(stream.read(settings.SEED_MAX_BYTES + 1), bare, MEDIA_TYPES.get(suffix, "text/plain"), bare)


def _whole(data: bytes, place: str, media_type: str, identity: str) -> Found:
    if len(data) > settings.SEED_MAX_BYTES:
        return Found(place, refusal=f"It has more than {settings.SEED_MAX_BYTES:,} bytes. Is it one article?")
    url = canonical_address(data.decode("latin-1")) if media_type == HTML else ""
    return Found(place, url or identity, data, media_type, url)


# JSON Lines


def _records(stream: IO[bytes], place: str, most: int | None = None) -> Iterator[Found]:
    number = read = 0
    while line := stream.readline(LONGEST_LINE):
        number, read = number + 1, read + len(line)
        if most is not None and read > most:
            raise BadSeed(f"It unpacks to more than {most:,} bytes. Unpack it yourself if you trust it.")
        if len(line) == LONGEST_LINE:
            raise BadSeed(f"Line {number} has {LONGEST_LINE:,} bytes or more, so it and what follows are not read.")
        if line.strip():
            yield _record(line, f"{place}:{number}", place)


def _record(line: bytes, place: str, file: str) -> Found:
    try:
        text, url = _fields(line)
    except BadSeed as error:
        return Found(place, refusal=str(error))
    data = text.encode("utf-8", "surrogatepass")
    return Found(place, url or f"{file}#{hashlib.sha256(data).hexdigest()[:16]}", data, url=url, encoding="utf-8")


def _fields(line: bytes) -> tuple[str, str]:
    """A record's text, its title before it unless it begins with it already, and its address."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadSeed(f"The line is no JSON in UTF-8: {error}.") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise BadSeed('The line is no object with "text".')
    title, url = record.get("title") or "", record.get("url") or ""
    if not isinstance(title, str) or not isinstance(url, str):
        raise BadSeed('"title" and "url" must be text.')
    if url and not _is_address(url):
        raise BadSeed(f"“{url[:80]}” is no address that begins with http:// or https://, of at most 500 characters.")
    text = record["text"]
    return (text if not title or text.lstrip().startswith(title) else f"{title}\n\n{text}"), url


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and len(url) <= 500


# Archives


def _in_archive(file: Path | IO[bytes], place: str) -> Iterator[Found]:
    with zipfile.ZipFile(file) as archive:
        members = [each for each in archive.infolist() if _is_taken(each)]
        if not members:
            raise BadSeed(f"There is no seed in this archive ({TAKEN}).")
        seen: set[str] = set()
        for member in members:
            inside = f"{place}/{member.filename}"
            try:
                _require_honest(member, seen)
                with archive.open(member) as stream:
                    yield from _in_stream(stream, inside, member.file_size)
            except BadSeed as error:
                yield Found(inside, refusal=str(error))
            except UNREADABLE as error:
                yield Found(inside, refusal=_unreadable(error))
            seen.add(member.filename)


def _is_taken(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.replace("\\", "/").split("/")
    hidden = any(each.startswith(".") and each != ".." or each == "__MACOSX" for each in parts)
    return not member.is_dir() and not hidden and _can_be_seed(parts[-1]) and not parts[-1].lower().endswith(".zip")


def _require_honest(member: zipfile.ZipInfo, seen: set[str]) -> None:
    """Raises BadSeed where a member's name or size is a trick."""
    path = PurePosixPath(member.filename)
    if path.is_absolute() or ".." in path.parts or "\\" in member.filename or ":" in path.parts[0]:
        raise BadSeed("Its path leads out of the archive.")
    if member.filename in seen:
        raise BadSeed("The archive holds another file of this name.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise BadSeed("It is a link, not a file.")
    if member.flag_bits & 1:
        raise BadSeed("It is locked with a password.")
    if member.file_size > max(MOST_PACKED * member.compress_size, settings.SEED_MAX_BYTES):
        raise BadSeed(f"It would unpack to {member.file_size:,} bytes from {member.compress_size:,}.")
