"""The answer code: all answers and duels, the pack's mark and a check in one short string, safe to type and to paste.

One whole number in mixed radix: a digit from 0 (unanswered) to 5 for every item, then the duels (which two facets,
which was preferred), then ten bits of the pack's fingerprint. It is multiplied by a prime, so that a code with a
single wrong or two swapped characters is never a multiple of it, and is written in Crockford's base 32, without I, L,
O and U.
"""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core.model import MOST_DUELS, Answers, DuelAnswer, Pack
from careerfit.core.quick_form import side_by_side
from careerfit.errors import UsageError
from careerfit.text import Text

PREFIX = "CF1-"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BASE_32 = str.maketrans(ALPHABET, "0123456789abcdefghijklmnopqrstuv")
PRIME: int = 262_139
"""The largest prime below 2**18: no other code within one substitution or one swap is a multiple of it."""
MARK = 1024
DIGITS = 6
"""An item's digit: 0 for unanswered, else its response."""
LONGEST = 4_000
"""A longer code belongs to no pack that can be loaded."""

MISTYPED = Text(
    "Kode ini salah ketik atau terpotong. Salin seluruhnya, dari CF1- sampai huruf terakhir.",
    "This code is mistyped or cut off. Copy all of it, from CF1- to the last letter.",
)
OTHER_PACK = Text(
    "Kode ini dibuat dengan paket lain, bukan {name} {version}. Sebutkan paketnya: --pack.",
    "This code was made with another pack, not {name} {version}. Name that pack: --pack.",
)


def encode(pack: Pack, answers: Answers) -> str:
    """The code of these answers: 60 characters for 74 items, 29 unshared facets and six duels.

    Raises ``ValueError`` for duels that no interview would hold: over six, or of a shared facet.
    """
    number = _duels_number(pack, answers.duels)
    for item in reversed(pack.items):
        number = number * DIGITS + answers.responses.get(item.key, 0)
    number = number * MARK + mark(pack)
    return PREFIX + _letters(number * PRIME, code_length(pack))


def decode(pack: Pack, code: str) -> Answers:
    """The answers that a code holds. Case, spaces and dashes don't matter; O is read as 0, I and L as 1.

    Raises ``UsageError`` that says whether the code is mistyped or belongs to another pack.
    """
    letters = _letters_of(code)
    number, wrong = divmod(int(letters.translate(_BASE_32), 32), PRIME)
    if wrong:
        raise UsageError(MISTYPED)
    number, found = divmod(number, MARK)
    # Nothing but zeros is a multiple of any prime: it is a whole code of some packs, but never a part of one
    if found != mark(pack) or (set(letters) == {"0"} and len(letters) < code_length(pack)):
        raise UsageError(OTHER_PACK.fill(name=pack.name, version=pack.version))
    responses = {}
    for item in pack.items:
        number, response = divmod(number, DIGITS)
        if response:
            responses[item.key] = response
    return Answers(responses, _duels(pack, number))


def mark(pack: Pack) -> int:
    """Ten bits of the pack's fingerprint."""
    return int(pack.fingerprint, 16) % MARK


def code_length(pack: Pack) -> int:
    """How many letters a code of this pack has after its prefix."""
    duels: int = sum(_duel_count(pack) ** n for n in range(MOST_DUELS + 1))
    most = duels * DIGITS ** len(pack.items) * MARK * PRIME - 1
    return int(-(-most.bit_length() // 5))


def _letters(number: int, length: int) -> str:
    letters = []
    for _ in range(length):
        number, digit = divmod(number, 32)
        letters.append(ALPHABET[digit])
    return "".join(reversed(letters))


def _letters_of(code: str) -> str:
    """The letters of a code after its prefix, as they are written: in capitals, without blanks and dashes."""
    if len(code) > LONGEST:
        raise UsageError(MISTYPED)
    plain = "".join(code.upper().split()).replace("-", "").replace("O", "0").replace("I", "1").replace("L", "1")
    head = PREFIX.replace("-", "")
    if not plain.startswith(head) or len(plain) == len(head) or any(c not in ALPHABET for c in plain):
        raise UsageError(MISTYPED)
    return plain[len(head) :]


def _open_facets(pack: Pack) -> list[str]:
    return [facet.key for facet in pack.facets if facet.key not in pack.shared]


def _duel_count(pack: Pack) -> int:
    size = len(_open_facets(pack))
    return max(1, size * (size - 1))


def _duels_number(pack: Pack, duels: Sequence[DuelAnswer]) -> int:
    """The duels as a number: those with fewer duels come before those with more."""
    if len(duels) > MOST_DUELS:
        raise ValueError(f"more than {MOST_DUELS} duels")
    kinds, facets = _duel_count(pack), _open_facets(pack)
    number = 0
    for duel in reversed(duels):  # the ordered pair as a digit: which of the two stands left follows from it
        preferred, other = facets.index(duel.preferred), facets.index(duel.other)
        number = number * kinds + preferred * (len(facets) - 1) + other - (other > preferred)
    fewer: int = sum(kinds**n for n in range(len(duels)))
    return number + fewer


def _duels(pack: Pack, number: int) -> tuple[DuelAnswer, ...]:
    kinds = _duel_count(pack)
    count = 0
    while kinds > 1 and count < MOST_DUELS and number >= kinds**count:
        number -= kinds**count
        count += 1
    facets = _open_facets(pack)
    found = []
    for _ in range(count):
        number, digit = divmod(number, kinds)
        preferred, other = divmod(digit, len(facets) - 1)
        other += other >= preferred
        duel = side_by_side(pack, pack.facet_index[facets[preferred]], pack.facet_index[facets[other]])
        found.append(DuelAnswer(*duel, "left" if duel.left == facets[preferred] else "right"))
    if number:
        raise UsageError(MISTYPED)
    return tuple(found)
