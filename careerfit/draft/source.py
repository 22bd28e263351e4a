"""The bytes of a stranger's file → the texts of roles in it, or a clear word why it holds none."""

from __future__ import annotations

import re
from typing import NamedTuple

from careerfit.draft.language import bit, heading_cues, plain, words
from careerfit.draft.profile import Profile, read_profile, slugged
from careerfit.draft.raw import HASHES, cleaned, units
from careerfit.errors import DataError, Problem
from careerfit.text import Text, escape

MOST_BYTES = 1 << 18
"""So many bytes a file of raw texts may hold: some hundred profiles."""
MOST_CHARACTERS, MOST_SENTENCES, LONGEST_SENTENCE = 20_000, 150, 1500
"""So long a profile of one role may be, in all and in one sentence; what is longer is something else."""
MOST_ROLES = 50
_LEAST_SHARE = 0.08
"""At least this share of an Indonesian text's words are among the commonest."""
_BINARY = 0.02
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|span|p|table|script|a|ul|li|br|h[1-6])\b", re.IGNORECASE)
_RULED = re.compile(r"^ *={2,} *(?P<name>[^=\n]{2,60}?) *={2,} *$", re.MULTILINE)

HEADLINE = Text("Teks ini tidak bisa dijadikan draf:", "These texts can't be drafted:")
ENDINGS = ("", ".txt", ".text", ".md", ".markdown")
REASONS = {
    "ending": Text(
        "simpan dulu sebagai teks biasa; yang dibaca di sini: .txt dan .md.",
        "save it as plain text first; what is read here: .txt and .md.",
    ),
    "empty": Text("isinya kosong.", "it is empty."),
    "large": Text(
        "lebih besar dari {most} KiB; simpan satu profil saja dalam satu file.",
        "it is larger than {most} KiB; keep one profile in a file.",
    ),
    "binary": Text(
        "ini bukan teks; simpan dulu sebagai teks biasa (.txt, UTF-8).",
        "this is not text; save it as plain text first (.txt, UTF-8).",
    ),
    "markup": Text("ini HTML; salin teksnya saja ke file .txt.", "this is HTML; copy its text alone into a .txt file."),
    "foreign": Text(
        "teks ini tampaknya bukan bahasa Indonesia; draf hanya dibuat dari teks Indonesia.",
        "this text does not seem to be Indonesian; only Indonesian texts are drafted.",
    ),
    "long": Text(
        "terlalu panjang untuk profil satu peran (paling banyak {sentences} kalimat).",
        "it is too long for the profile of one role (at most {sentences} sentences).",
    ),
    "other": Text(
        "tidak ada kalimat tentang siapa yang cocok atau tidak cocok, jadi ini bukan profil peran.",
        "no sentence says who fits or who does not, so this is not the profile of a role.",
    ),
    "bare": Text(
        "tidak ada tugas atau sifat yang bisa dikenali di dalamnya.", "no duty and no quality can be made out in it."
    ),
}


class Source(NamedTuple):
    """One role's text and what it is called after: its file, or the heading above it."""

    text: str
    stem: str


def read_sources(content: bytes, name: str, stem: str) -> list[Profile]:
    """The profiles in a file. Raises ``DataError``, which says what it is instead and what to do."""
    return [checked(source, name) for source in split(decoded(content, name), stem)]


def decoded(content: bytes, name: str) -> str:
    """A file's text, cleaned. Raises ``DataError`` where it is none."""
    if len(content) > MOST_BYTES:
        raise refused(name, "large", most=MOST_BYTES >> 10)
    text = _text(content)
    if text is None:
        raise refused(name, "binary")
    text = cleaned(text)
    if not any(char.isalnum() for char in text):
        raise refused(name, "empty")
    if len(_MARKUP.findall(text)) >= 3:
        raise refused(name, "markup")
    found = re.findall(r"[^\W\d_]+", text.lower())
    common = words().plain("marks_of_indonesian")
    if len(found) < 5 or sum(word in common for word in found) < _LEAST_SHARE * len(found):
        raise refused(name, "foreign")
    return text


def _text(content: bytes) -> str | None:
    """Bytes as text; None where they are something else."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            return None
    if b"\0" in content:
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    odd = sum((ord(char) < 32 and char not in "\t\n\r\f\v") or char == "\ufffd" for char in text)
    return text if odd <= _BINARY * len(text) else None


def split(text: str, stem: str) -> list[Source]:
    """The roles in a text: several where headings of one kind clearly set them apart, else one."""
    for marks in (
        _hashed(text),
        list(_RULED.finditer(text)),
        list(re.finditer(words().data["names"]["introduced"], text)),
    ):
        if not 2 <= len(marks) <= MOST_ROLES:
            continue
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        parts = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
        if all(_says_who_fits(part) for part in parts) and not _says_who_fits(text[: marks[0].start()]):
            names = [re.sub(words().data["names"]["introduction"], "", mark["name"].strip()) for mark in marks]
            return [
                Source(part, slugged(name or mark["name"]))
                for part, name, mark in zip(parts, names, marks, strict=True)
            ]
    return [Source(text, stem)]


def _hashed(text: str) -> list[re.Match[str]]:
    """The headings of the highest level that has more than one."""
    for level in (1, 2):
        found = list(re.finditer(rf"^ *{'#' * level} +(?P<name>[^#\n]{{2,60}}?) *#* *$", text, re.MULTILINE))
        if len(found) >= 2:
            return found
    return []


def _says_who_fits(text: str) -> bool:
    return bit("fits").search(plain(text)) is not None


def checked(source: Source, name: str) -> Profile:
    """The profile in a role's text. Raises ``DataError`` where that is something else."""
    if len(source.text) > MOST_CHARACTERS:
        raise refused(name, "long", sentences=MOST_SENTENCES)
    if not _says_who_fits(source.text) and not _headed(source.text):
        raise refused(name, "other")
    found = units(source.text)
    if len(found) > MOST_SENTENCES or any(len(unit.text) > LONGEST_SENTENCE for unit in found):
        raise refused(name, "long", sentences=MOST_SENTENCES)
    profile = read_profile(source.text, source.stem)
    if not (profile.sections["cocok"] or profile.sections["tidak_cocok"]):
        raise refused(name, "other")
    if not profile.phrases:
        raise refused(name, "bare")
    return profile


def _headed(text: str) -> bool:
    """Is there a heading over who fits?"""
    lines = (plain(HASHES.sub("", line)) for line in text.split("\n") if HASHES.match(line))
    return any(
        cue.section in {"cocok", "tidak_cocok"} and cue.pattern.search(line) for line in lines for cue in heading_cues()
    )


def refused(name: str, reason: str, **places: object) -> DataError:
    """Why a file is not drafted."""
    return DataError(HEADLINE, [Problem(escape(name, 200), REASONS[reason].fill(**places))])
