"""What the head of a column stands for, and which row of a file holds the heads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from itertools import takewhile
from typing import Literal, NamedTuple, TypeAlias

from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.files.tables import Found
from careerfit.text import clean

Kind: TypeAlias = Literal["item", "id", "name", "class", "code", "other"]

TAG = re.compile(r"<[^<>]*>")
APOSTROPHE = re.compile("['`\u2018\u2019\u00b4]")
NO_WORD = re.compile(r"[\W_]+")
ASIDE = re.compile(r"\([^()]*\)|\*")
NUMBERING = re.compile(r"(?:[a-z]{0,2}\d+[a-z]?|no|nomor|soal|butir|pernyataan|pertanyaan|item|question|statement)")
"""A word that numbers a statement: ``12``, ``q12``, ``p3b``, ``soal``."""
DERIVED = frozenset(
    ("score", "skor", "nilai", "point", "points", "poin", "feedback", "comment", "komentar", "catatan", "time")
)
"""Words beside a statement by which a column is about its answer, and not the answer."""
FEWEST_WORDS = 3
"""What follows a key and has so many words is a statement."""
NAME = re.compile(
    r"(?:siapa )?nama(?:mu)?"
    r"(?: (?:lengkap|panggilan|siswa|siswi|murid|mahasiswa|peserta|didik|responden|kamu|anda|mu))*"
    r"|(?:what is )?(?:(?:your|full|complete|student|students|participant|respondent) )*name"
)
CLASS = re.compile(r"(?:your )?(?:kelas|class|rombel|rombongan belajar|grade|form class)(?: (?:kamu|anda|siswa|mu))?")
CODE = re.compile(
    r"(?:tempel |salin |masukkan |paste )?(?:the |your )?"
    r"(?:kode|code)(?: (?:jawaban|hasil|careerfit|kuis))?(?:mu| kamu| anda)?"
    r"|(?:(?:your|the|careerfit) )*(?:answer|result|quiz) code"
)
CODES = "code"
"""The head of a column of codes that has none of its own."""
NO_HEADS = "nama?"
"""The head of the column that is taken for names in a file that has no heads."""
CODE_BEGUN = re.compile(r"\bcf1-?\s*(?:[0-9a-z][-\s]*){12}", re.IGNORECASE)
"""So an answer code begins, of whatever pack."""
NUMBERS = (
    "id",
    "",  # where names stand
    "nis",
    "nisn",
    "nomor induk",
    "no induk",
    "nomor induk siswa",
    "nim",
    "npm",
    "nip",
    "student id",
    "id siswa",
    "student number",
    "nomor absen",
    "no absen",
    "absen",
    "email",
    "e mail",
    "email address",
    "alamat email",
    "email kamu",
    "surel",
    "username",
    "nama pengguna",
    "participant",
    "participant id",
    "respondent id",
    "respondent",
    "responden",
    "response id",
    "responseid",
    "instanceid",
    "meta instanceid",
    "uuid",
)
"""What else people are known by, the best first."""
BY_NAME = NUMBERS.index("")
MOST_SAID = 2 * (HIGHEST - LOWEST + 1)
"""A person's cells say no more different things than the scale has words."""
MOST_HEADS = 2
"""So many rows of heads stand below the first in what other tools write."""
IMPORT_ID = '"ImportId"'
"""Qualtrics repeats its heads twice: with the questions, and with its own names of the columns, as JSON."""
SECOND_HEADS = frozenset({"response", "open ended response", "jawaban"})
"""What SurveyMonkey writes below a head."""


class Meaning(NamedTuple):
    """What a head stands for: ``kind``, for an item its ``key``; ``rank``: of several heads for the same, the lowest
    means it most directly. 0: the thing itself; for an id, its place among all that people are known by.
    """

    kind: Kind
    key: str = ""
    rank: int = 0


class _Known(NamedTuple):
    """A pack's keys without their hyphens, and its statements as words (the longest first), each with its item."""

    keys: dict[str, str]
    statements: dict[str, str]


OTHER = Meaning("other")


def meaning(pack: Pack, head: str) -> Meaning:
    """What a head stands for.

    An item is told by its key (whatever stands between its words; after a group as in ``kuis/empati-1``) or by its
    statement in either language or both, with whatever stands around it, such as a number or ``Title [statement]``.
    Case, blanks, quotes and signs don't matter.
    """
    words = words_of(head)
    return _item(pack, words) or _person(head, words) or OTHER


def words_of(text: str) -> str:
    """The words of a text alone: in small letters, a blank between them, without signs and markup."""
    plain = unicodedata.normalize("NFKC", clean(unescape(TAG.sub(" ", text)) if "<" in text or "&" in text else text))
    return NO_WORD.sub(" ", APOSTROPHE.sub("", plain).casefold()).strip()


def _item(pack: Pack, words: str) -> Meaning | None:
    known = known_of(pack)
    if key := known.statements.get(words) or known.keys.get(words.replace(" ", "")):
        return Meaning("item", key)
    parts = words.split(" ")
    for start in range(1, len(parts)):
        if key := known.keys.get("".join(parts[start:])):
            return None if DERIVED.issuperset(parts[:start]) else Meaning("item", key, 1)
    if len(parts) < FEWEST_WORDS:
        return None
    if found := _stated(known, words):
        return found
    for end in range(1, len(parts) - FEWEST_WORDS + 1):
        if key := known.keys.get("".join(parts[:end])):
            return Meaning("item", key, 1)
    return None


def _stated(known: _Known, words: str) -> Meaning | None:
    """The one item whose statement is among these words."""
    rest, found = f" {words} ", set()
    for statement, key in known.statements.items():
        if len(statement) < len(rest) and f" {statement} " in rest:
            rest = rest.replace(f" {statement} ", "  ", 1)
            found.add(key)
    left = rest.split()
    if len(found) != 1 or (left and DERIVED.issuperset(left)):
        return None
    return Meaning("item", found.pop(), int(not all(NUMBERING.fullmatch(word) for word in left)))


def _person(head: str, words: str) -> Meaning | None:
    """What says who somebody is, or holds an answer code: also with an aside, a number, or in both languages."""
    if head.strip().startswith("_") and words in ("id", "uuid"):
        return Meaning("id", rank=len(NUMBERS) + (words == "uuid"))
    for part in (head, *re.split(r"[/|]", head)):
        plain = re.sub(r"^(?:no )?\d+ ", "", words_of(ASIDE.sub(" ", part)))
        if CODE.fullmatch(plain):
            return Meaning("code", rank=int(plain not in ("code", "kode")))
        if NAME.fullmatch(plain):
            return Meaning("name", rank=BY_NAME)
        if CLASS.fullmatch(plain):
            return Meaning("class")
        if plain and plain in NUMBERS:
            return Meaning("id", rank=NUMBERS.index(plain))
    return None


@lru_cache(maxsize=2)
def known_of(pack: Pack) -> _Known:
    """What the heads of a pack's items are told by."""
    keys: dict[str, str] = {}
    statements: dict[str, str] = {}
    doubtful: set[str] = set()
    for item in pack.items:
        told = [(keys, words_of(item.key).replace(" ", "")), *((statements, words_of(text)) for text in item.text)]
        for table, word in told:
            doubtful |= {word} if table.setdefault(word, item.key) != item.key else set()
    sure = {word: key for word, key in statements.items() if word and word not in doubtful}
    ordered = dict(sorted(sure.items(), key=lambda one: -len(one[0])))
    return _Known({word: key for word, key in keys.items() if word not in doubtful}, ordered)


def find_heads(pack: Pack, rows: Sequence[Sequence[str]]) -> Found:
    """The heads of a file, by its first rows: there may be titles above them, or more heads below.

    A file that begins with an answer code has none: the codes are told by themselves, and what stands before is a name.
    A column that no head tells to hold codes is one nevertheless where its first cells do.
    """
    if not rows:
        return Found(())
    if any(map(is_code, rows[0])):
        return Found(_made(rows[0]), -1, 0, 1)
    ours = {cell for cell in set().union(*rows) if meaning(pack, cell).kind in ("item", "code")}
    counts = [sum(cell in ours for cell in row) for row in rows]
    first, column = next(((n, c) for n, row in enumerate(rows) for c, cell in enumerate(row) if is_code(cell)), (0, 0))
    if first and not any(counts):
        return _found_by_codes(pack, rows[:first], column)
    place = next(n for n, count in enumerate(counts) if 2 * count >= max(counts))
    below = list(zip(counts, rows, strict=True))[place + 1 :]
    # Only those right below: between heads that come again, there are people
    more = sum(1 for _ in takewhile(lambda row: 0 < counts[place] <= 2 * row[0] or _is_second(row[1]), below))
    other = max((n for n, (_, row) in enumerate(below[:MOST_HEADS], 1) if _is_second(row)), default=0)
    heads = [cell.strip() for cell in rows[place]]
    if place < first and column < len(heads) and all(meaning(pack, head).kind != "code" for head in heads):
        heads[column] = CODES
    return Found(tuple(heads), place, max(more, other), counts[place])


def is_code(cell: str) -> bool:
    """Does a cell hold an answer code, of whatever pack, alone or in a message?"""
    return CODE_BEGUN.search(cell) is not None


def _found_by_codes(pack: Pack, above: Sequence[Sequence[str]], column: int) -> Found:
    """The heads above the first answer code, which is in that column: who somebody is, or what is right above."""
    known = (n for n, row in enumerate(above) if any(meaning(pack, cell).kind != "other" for cell in row))
    place = next(known, max(n for n, row in enumerate(above) if any(map(str.strip, row)) or not n))
    heads = [cell.strip() for cell in above[place]]
    heads += [""] * (column + 1 - len(heads))
    heads[column] = CODES
    return Found(tuple(heads), place, 0, 1)


def _is_second(row: Sequence[str]) -> bool:
    """Is this one more row of heads: names of Qualtrics, words of SurveyMonkey, or more sentences than a scale has?"""
    said = {words_of(cell) for cell in row} - {""}
    statements = sum(len(words.split()) >= FEWEST_WORDS for words in said)
    is_list = statements > MOST_SAID and 2 * statements > len(row)
    return is_list or any(IMPORT_ID in cell for cell in row) or (bool(said) and said <= SECOND_HEADS)


def _made(row: Sequence[str]) -> tuple[str, ...]:
    """Heads for a row of people: the first code is one, and the first text with letters is a name."""
    kinds = [CODES if is_code(cell) else "" for cell in row]
    name = next((n for n, cell in enumerate(row) if not kinds[n] and any(map(str.isalpha, cell))), None)
    return tuple(NO_HEADS if n == name else kind for n, kind in enumerate(kinds))
