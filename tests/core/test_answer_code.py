"""The answer code: everything in one short string that survives copying and refuses slips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.answer_code import ALPHABET, LONGEST, PREFIX, PRIME, code_length, decode, encode
from careerfit.core.model import Answers, DuelAnswer, Pack
from careerfit.core.quick_form import side_by_side
from careerfit.core.results.result import evaluate
from careerfit.errors import UsageError

from .build import facet, pack_of
from .strategies import MANY, SIDES, SOME, Someone, packs, people

MISTYPED = (
    "Kode ini salah ketik atau terpotong. Salin seluruhnya, dari CF1- sampai huruf terakhir.",
    "This code is mistyped or cut off. Copy all of it, from CF1- to the last letter.",
)


def two() -> Pack:
    """Two roles with a facet of two items each."""
    return pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (0, 1)}, fingerprint="0123456789abcdef")


def refused(pack: Pack, code: str) -> tuple[str, str]:
    """What is said, in both languages, of a code that will not do."""
    with pytest.raises(UsageError) as caught:
        decode(pack, code)
    return caught.value.headline.id, caught.value.headline.en


def full(pack: Pack) -> Answers:
    """As many answers and duels as there can be, of all kinds."""
    places = [t for t, one in enumerate(pack.facets) if one.key not in pack.shared]
    duels = [side_by_side(pack, places[-1 - n], places[-7 - n]) for n in range(6)]
    return Answers(
        {item.key: 5 - n % 5 for n, item in enumerate(pack.items)},
        tuple(DuelAnswer(duel.left, duel.right, SIDES[n % 2]) for n, duel in enumerate(duels)),
    )


@given(people())
@MANY
def test_round_trip(someone: Someone) -> None:
    """Any answers and duels come out of their code as they went in."""
    pack, answers = someone

    assert answers == decode(pack, encode(pack, answers))


@given(people())
@SOME
def test_a_code_replays_to_the_same_result(someone: Someone) -> None:
    """What a code replays to is the whole result, to the last digit."""
    pack, answers = someone
    result = evaluate(pack, answers)

    assert result == evaluate(pack, decode(pack, result.code))


@given(people())
@MANY
def test_codes_of_a_pack_look_alike(someone: Someone) -> None:
    """All codes of a pack have its prefix, one length, and letters that cannot be taken for each other."""
    pack, answers = someone
    code = encode(pack, answers)

    assert (PREFIX, code_length(pack)) == (code[:4], len(code) - 4)
    assert set("ILOU").isdisjoint(code[4:])
    assert set(code[4:]) <= set(ALPHABET)


def test_short_enough_to_type(pack: Pack) -> None:
    """With the shipped pack a code is at most sixty characters long, however much it holds, and comes back whole."""
    code = encode(pack, full(pack))

    assert len(code) <= 60
    assert full(pack) == decode(pack, code)


def test_no_letter_is_there_for_nothing(pack: Pack) -> None:
    """A code is no longer than its largest number needs."""
    facets = [one.key for one in pack.facets if one.key not in pack.shared]
    kinds = len(facets) * (len(facets) - 1)
    most = sum(kinds**n for n in range(7)) * 6 ** len(pack.items) * 1024 * PRIME - 1

    assert 32 ** (code_length(pack) - 1) <= most < 32 ** code_length(pack)


def test_every_substitution_is_refused(pack: Pack) -> None:
    """One letter typed wrong, whichever it is and wherever it stands, is always noticed."""
    code = encode(pack, full(pack))
    for n in range(len(PREFIX), len(code)):
        for letter in ALPHABET.replace(code[n], ""):
            assert MISTYPED == refused(pack, code[:n] + letter + code[n + 1 :])


def test_every_swap_is_refused(pack: Pack) -> None:
    """Two neighbouring letters typed the wrong way round are always noticed."""
    code = encode(pack, full(pack))
    swaps = [n for n in range(len(PREFIX), len(code) - 1) if code[n] != code[n + 1]]

    assert len(swaps) > 40
    for n in swaps:
        assert MISTYPED == refused(pack, code[:n] + code[n + 1] + code[n] + code[n + 2 :])


@given(people(), st.data())
@MANY
def test_slips_are_refused_in_any_pack(someone: Someone, data: st.DataObject) -> None:
    """In the code of any pack a wrong letter or a swap of two is noticed."""
    pack, answers = someone
    code = encode(pack, answers)
    n = data.draw(st.integers(len(PREFIX), len(code) - 2))
    wrong = data.draw(st.sampled_from(ALPHABET.replace(code[n], "")))

    assert MISTYPED == refused(pack, code[:n] + wrong + code[n + 1 :])
    if code[n] != code[n + 1]:
        assert MISTYPED == refused(pack, code[:n] + code[n + 1] + code[n] + code[n + 2 :])


@given(people(), st.data())
@MANY
def test_how_a_code_may_be_typed(someone: Someone, data: st.DataObject) -> None:
    """Case, spaces and dashes anywhere, O for 0, and I or L for 1, make no difference."""
    pack, answers = someone
    code = encode(pack, answers)
    typed = ""
    for letter in code:
        alike = {"0": "0Oo", "1": "1IiLl"}.get(letter, letter + letter.lower())
        typed += data.draw(st.sampled_from(alike)) + data.draw(
            st.sampled_from(["", "", "", " ", "-", "\n", "\t", "  - "])
        )

    assert answers == decode(pack, typed)


@pytest.mark.parametrize(
    "code",
    [
        "",
        " ",
        "CF1",
        "CF1-",
        "CF2-0000",
        "CF-0000",
        "0CF1-0000",
        "CF1-U",
        "CF1-!!!",
        "CF1-ÅÄÖ",
        "CF1-①",
        "CF1-٣",
        "CF1-1",
        "CF1-+1",
        "CF1-0x1",
        "CF1-" + "1" * LONGEST,
        "\x00",
        "CF1-\x1b[31m",
    ],
)
def test_junk_is_refused(code: str) -> None:
    """What is no code is said to be mistyped or cut off."""
    assert MISTYPED == refused(two(), code)


@given(packs(), st.text() | st.text(ALPHABET).map(PREFIX.__add__))
@MANY
def test_any_junk_is_refused(pack: Pack, code: str) -> None:
    """Whatever is typed is refused with a message, and nothing else ever goes wrong."""
    assert refused(pack, code)[1].startswith("This code")


@given(people(), st.data())
@MANY
def test_a_code_cut_off_is_refused(someone: Someone, data: st.DataObject) -> None:
    """A code that lost letters at its end is refused, if only as another pack's where nothing but zeros is left."""
    pack, answers = someone
    code = encode(pack, answers)
    cut = code[: data.draw(st.integers(0, len(code) - 1))]

    assert (MISTYPED == refused(pack, cut)) == (set(cut[4:]) != {"0"})


def test_a_code_of_zeros_cut_off_is_refused() -> None:
    """Of a pack whose mark is 0, the code of no answers is nothing but zeros: a part of it is still no code."""
    pack = pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (0, 1)}, fingerprint="0123456789ab0000")
    code = encode(pack, Answers())

    assert Answers() == decode(pack, code)
    for length in range(5, len(code)):
        assert MISTYPED != refused(pack, code[:length])


def test_a_very_long_code() -> None:
    """Codes up to the longest are read, and longer ones not even looked at: zeros in front change nothing."""
    answers = Answers({"a-1": 4})
    code = encode(two(), answers)
    padded = PREFIX + "0" * (LONGEST - len(code)) + code[4:]

    assert LONGEST == len(padded)
    assert answers == decode(two(), padded)
    assert MISTYPED == refused(two(), PREFIX + "0" + padded[4:])


def test_another_packs_code() -> None:
    """The code of another pack is refused with that reason and the name of this one."""
    other = pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (0, 1)}, fingerprint="0123456789abcdee")

    assert (
        "Kode ini dibuat dengan paket lain, bukan kecil 1. Sebutkan paketnya: --pack.",
        "This code was made with another pack, not kecil 1. Name that pack: --pack.",
    ) == refused(two(), encode(other, Answers({"a-1": 4})))


@pytest.mark.parametrize("rows", [{"p": (1, 1), "q": (1, 1)}, {"p": (1, 1), "q": (1, 0)}, {"p": (1, 0), "q": (0, 1)}])
def test_the_code_of_a_larger_pack(rows: dict[str, tuple[float, ...]]) -> None:
    """A code that holds more than a pack can is refused, even where the packs' marks happen to be the same."""
    small = pack_of([facet("a"), facet("b")], rows, fingerprint="0123456789abcdef")
    letters = "abcdefghijklmnopqrst"
    large = pack_of(
        [facet(letter) for letter in letters], {"p": (1, 0) * 10, "q": (0, 1) * 10}, fingerprint="0123456789abcdef"
    )

    assert MISTYPED == refused(small, encode(large, Answers(dict.fromkeys(large.item_by_key, 5))))


def shifted(pack: Pack, code: str, by: int) -> str:
    """The code whose number of duels is higher by so much, and that is a code in all other respects."""
    number = int("".join("0123456789abcdefghijklmnopqrstuv"[ALPHABET.index(letter)] for letter in code[4:]), 32)
    number += by * 6 ** len(pack.items) * 1024 * PRIME
    return PREFIX + "".join(ALPHABET[number // 32**n % 32] for n in reversed(range(20)))


@pytest.mark.parametrize("rows", [{"p": (1, 1), "q": (1, 1)}, {"p": (1, 1), "q": (1, 0)}])
def test_a_pack_without_duels(rows: dict[str, tuple[float, ...]]) -> None:
    """Where there are no two facets to put in a duel a code holds none, and a number too high by one is refused."""
    pack = pack_of([facet("a"), facet("b")], rows)
    answers = Answers({"a-1": 1, "b-2": 5})
    code = encode(pack, answers)

    assert answers == decode(pack, code)
    assert MISTYPED == refused(pack, shifted(pack, code, 1))


def test_every_number_of_duels_is_used() -> None:
    """Codes count duels through, fewer before more: after all that six can say no number means anything."""
    code = encode(two(), Answers())
    found = [decode(two(), shifted(two(), code, n)).duels for n in range(127)]

    assert [(2**n) for n in range(7)] == [sum(len(duels) == n for duels in found) for n in range(7)]
    assert 127 == len(set(found))
    assert MISTYPED == refused(two(), shifted(two(), code, 127)) == refused(two(), shifted(two(), code, 200))


def test_what_no_interview_holds() -> None:
    """More than six duels, or one of a shared facet, are not what an interview holds: a mistake of the caller."""
    pack = pack_of([facet("umum"), facet("a"), facet("b")], {"p": (1, 1, 0), "q": (1, 0, 1)})

    with pytest.raises(ValueError, match="more than 6 duels"):
        encode(pack, Answers({}, (DuelAnswer("a", "b", "left"),) * 7))
    with pytest.raises(ValueError, match="umum"):
        encode(pack, Answers({}, (DuelAnswer("a", "umum", "left"),)))


def test_a_known_code() -> None:
    """Codes that people have written down stay readable: this one must never mean anything else."""
    answers = Answers({"a-1": 4, "b-2": 1}, (DuelAnswer("a", "b", "right"),))

    assert "CF1-00NZ3E0HJN" == encode(two(), answers)
    assert answers == decode(two(), "CF1-00NZ3E0HJN")
