"""What a cell says: a response, nothing, or nothing that can be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from careerfit.core.answer_code import PREFIX, code_length
from careerfit.core.model import LOWEST, Pack
from careerfit.errors import UsageError
from careerfit.sheets.heads import words_of
from careerfit.text import Text

QUOTES = "\"'\u201c\u201d\u2018\u2019"
UNANSWERED = 0
WRONG = -1
"""What stands for a cell that says nothing usable."""
RESPONSE = re.compile(r"\+?0*([1-5])(?:[.,]0*)?")
MISSING = re.compile(
    r"(?:n/?a|n\.a\.|#n/a|<na>|#null!|nan|null|none|nil|missing|\?|\.+|-+|–|—|-(?:9|77|88|99|777|888|999|9999)(?:[.,]0*)?"
    r"|kosong|tidak (?:di)?jawab|tidak menjawab|tanpa jawaban|dilewati|lewati|no answer|not answered|skipped|blank)?"
)
"""How spreadsheets, R, SPSS and people write that there is no answer."""
BESIDE = re.compile(r"\(?([1-5])\)?\s*(?:[-–—.:=)/|]\s*)?(\D+)|(\D+?)\s*(?:[-–—:=/|]\s*)?[(\[]?([1-5])[)\]]?")
"""A number beside its words: ``4 - Sesuai``, ``4. Sesuai``, ``Sesuai (4)``."""
CODE = re.compile(r"cf1(?:[-\s]*[0-9a-z])+", re.IGNORECASE)
SEVERAL = Text(
    "Di sel ini ada lebih dari satu kode. Tempel satu kode saja, dan kode lainnya di baris lain.",
    "This cell holds more than one code. Paste one of them alone, and each other one in a row of its own.",
)
NO_CODE = Text(
    "Di sel ini tidak ada kode jawaban; kode dimulai dengan CF1-.",
    "This cell holds no answer code; codes begin with CF1-.",
)
BEGUN = re.compile(r"\s*cf[1il]", re.IGNORECASE)
"""So begins what may be meant for a code."""
CHAT = re.compile(r"\s*(?:\[[^\]]*\d[^\]]*\]|\d{1,2}/\d{1,2}/\d{2,4},? +\d{1,2}[.:]\d{2}[^-]{0,4}-)\s*")
"""What chats put before a message: ``[26/11 09:00]``, ``26/11/26 09.00 -``."""


def response(text: str, words: Mapping[str, int]) -> int:
    """What a cell says: 1 to 5, ``UNANSWERED`` (0) or ``WRONG`` (−1); ``words`` are those of the scale.

    A number may have a decimal comma, quotes, or its words beside it, as long as both say the same.
    """
    plain = text.strip().strip(QUOTES).strip().casefold().replace("−", "-")
    if MISSING.fullmatch(plain) or MISSING.fullmatch(plain.strip("()[]")):
        return UNANSWERED
    if (found := RESPONSE.fullmatch(plain)) and plain.isascii():
        return int(found[1])
    if said := words.get(words_of(text)):
        return said
    if found := BESIDE.fullmatch(plain):
        number = int(found[1] or found[4])
        return number if words.get(words_of(found[2] or found[3])) == number else WRONG
    return WRONG


@lru_cache(maxsize=2)
def scale_words(pack: Pack) -> dict[str, int]:
    """The words of a pack's scale, in either language or one after the other, with the response of each."""
    found: dict[str, int] = {}
    for number, text in enumerate(pack.scale, LOWEST):
        one, other = map(words_of, text)
        found |= dict.fromkeys((one, other, f"{one} {other}", f"{other} {one}"), number)
    return found


def code_in(pack: Pack, text: str) -> str:
    """The answer code in a cell, without what stands around it in a message, whether it is whole or not.

    Raises ``UsageError`` where there is none, and where there are several that are not the same.
    """
    whole = {re.sub(r"[-\s]", "", one).upper() for one in _whole_code(pack).findall(text)}
    if len(whole) > 1:
        raise UsageError(SEVERAL)
    found = CODE.search(text)
    if found is None:
        if BEGUN.match(text) is None:
            raise UsageError(NO_CODE)
        return text.strip()
    letters = whole.pop() if whole else re.sub(r"[-\s]", "", found[0])
    return f"{PREFIX}{letters[len(PREFIX) - 1 :]}"


def around_code(pack: Pack, text: str) -> str:
    """What stands around the answer code in a cell, such as who sent it, without what chats put before messages."""
    rest = CODE.sub(" ", _whole_code(pack).sub(" ", text))
    return " ".join(CHAT.sub("", rest, count=1).split()).strip(" :;,-–")


@lru_cache(maxsize=2)
def _whole_code(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"cf1(?:[-\s]*[0-9a-z]){{{code_length(pack)}}}", re.IGNORECASE)
