"""The one validator: raw values become answers, or every problem is told."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.answers import Layer, check_response, from_replies, read_flag, read_flags, resolve
from careerfit.core.model import Answers, DuelAnswer, Pack, Reply
from careerfit.errors import Problem, UsageError

from .build import facet, pack_of
from .strategies import MANY, packs


class Hostile:
    """A value that shows itself with an escape sequence."""

    def __str__(self) -> str:
        return "\x1b[2J"


@pytest.fixture(scope="module")
def small() -> Pack:
    """Two roles and two facets with an item of each key."""
    return pack_of([facet("sabar"), facet("teliti")], {"p": (1, 0), "q": (0, 1)})


def layer(*pairs: tuple[str, object], where: str = "berkas.json") -> Layer:
    """One place that answers come from."""
    return Layer(where, pairs)


def test_a_problem_knows_the_line_of_its_pair(small: Pack) -> None:
    """Where a place has lines, what is wrong is told with the line of the pair, and what is right is taken."""
    pairs = (("sabar-1", 9), ("sabar-2", 3), ("sabar-2", 4))

    found = problems(small, Layer("berkas.yaml", pairs, (2, 5, 7)))

    assert ["berkas.yaml:2", "berkas.yaml:7"] == [problem.where for problem in found]
    assert Answers({"sabar-2": 3}) == resolve(small, [Layer("berkas.yaml", pairs[1:2], (5,))])


def problems(pack: Pack, *layers: Layer) -> list[Problem]:
    """All that is wrong with these answers."""
    with pytest.raises(UsageError) as caught:
        resolve(pack, layers)
    return list(caught.value.problems)


def test_replies_become_answers(small: Pack) -> None:
    """Replies to items come in the pack's order, those to duels in their own; skipped and unknown ones are left out."""
    replies = [
        Reply(("teliti-1",), 4),
        Reply(("lain-1",), 2),
        Reply(("sabar-2",), None),
        Reply(("teliti", "sabar"), "right", 2.5),
        Reply(("sabar-1",), 1, 0.5),
        Reply(("sabar", "teliti"), None),
        Reply(("sabar", "teliti"), "left"),
    ]
    found = from_replies(small, replies)

    assert [("sabar-1", 1), ("teliti-1", 4)] == list(found.responses.items())
    assert (DuelAnswer("teliti", "sabar", "right"), DuelAnswer("sabar", "teliti", "left")) == found.duels


def test_an_item_takes_its_response_as_it_is(small: Pack) -> None:
    """A response to a reversed item is the response, not its mirror."""
    assert Answers({"sabar-1": 4, "sabar-2": 5}) == resolve(small, [layer(("sabar-2", 5), ("sabar-1", 4))])


def test_a_facet_sets_all_its_items(small: Pack) -> None:
    """A strength of 5 answers 5 to the positive item and 1 to the reversed one."""
    assert Answers({"sabar-1": 5, "sabar-2": 1}) == resolve(small, [layer(("sabar", 5))])


def test_an_item_beats_its_facet_wherever_it_stands(small: Pack) -> None:
    """Within one place an item beats its facet, before or after it."""
    expected = Answers({"sabar-1": 2, "sabar-2": 1})

    assert expected == resolve(small, [layer(("sabar", 5), ("sabar-1", 2))])
    assert expected == resolve(small, [layer(("sabar-1", 2), ("sabar", 5))])


def test_a_later_place_beats_an_earlier_one(small: Pack) -> None:
    """A later place wins, also with a facet against an item; what it does not name stays."""
    layers = [layer(("sabar-1", 2), ("teliti-1", 3)), layer(("sabar", 4), where="--answer")]

    assert Answers({"sabar-1": 4, "sabar-2": 2, "teliti-1": 3}) == resolve(small, layers)


def test_null_takes_an_answer_back(small: Pack) -> None:
    """Null means unanswered: an item's beats its facet's value, and a later null an earlier answer."""
    assert Answers({"sabar-2": 1}) == resolve(small, [layer(("sabar", 5), ("sabar-1", None))])
    assert Answers({"teliti-2": 4}) == resolve(small, [layer(("teliti", 2)), layer(("teliti-1", None))])
    assert Answers() == resolve(small, [layer(("sabar", 5)), layer(("sabar", None))])


def test_nothing_given(small: Pack) -> None:
    """Nothing given is nothing answered, and no error."""
    assert Answers() == resolve(small, [])


def test_answers_stand_in_the_packs_order(small: Pack) -> None:
    """The same answers are the same, in whatever order they were given."""
    found = resolve(small, [layer(("teliti-1", 1), ("sabar-2", 2)), layer(("sabar-1", 3))])

    assert [("sabar-1", 3), ("sabar-2", 2), ("teliti-1", 1)] == list(found.responses.items())


def test_duels_pass_through(small: Pack) -> None:
    """Duels that were read elsewhere are kept with the answers."""
    duels = (DuelAnswer("teliti", "sabar", "left"),)

    assert Answers({}, duels) == resolve(small, [], duels)


@pytest.mark.parametrize(("raw", "response"), [(None, None), (1, 1), (5, 5), (4.0, 4), (1.0, 1)])
def test_values_that_will_do(raw: object, response: object) -> None:
    """Whole numbers from 1 to 5, also as 4.0, come out as whole numbers; null as none."""
    found = check_response(raw)

    assert (response, type(response)) == (found, type(found))


@pytest.mark.parametrize(
    "raw",
    [
        True,
        False,
        math.nan,
        math.inf,
        -math.inf,
        "4",
        "",
        0,
        6,
        -1,
        4.5,
        0.999,
        5.000001,
        10**400,
        [4],
        {"a": 1},
        b"4",
        4 + 0j,
    ],
)
def test_values_that_will_not_do(raw: object) -> None:
    """Booleans, not-a-number, quoted numbers, fractions and numbers off the scale are no responses."""
    with pytest.raises(ValueError):  # noqa: PT011
        check_response(raw)


def read(raw: object) -> object:
    """What a raw value is taken for, or the word that it is refused."""
    try:
        return check_response(raw)
    except ValueError:
        return "refused"


@given(st.floats() | st.integers() | st.text() | st.booleans() | st.none())
@MANY
def test_any_value_is_a_response_or_refused(raw: object) -> None:
    """Whatever is given is one of the five responses, or none, or is refused with a ValueError."""
    expected: object = "refused"
    if raw is None:
        expected = None
    elif type(raw) is not bool and isinstance(raw, int | float) and raw in (1, 2, 3, 4, 5):
        expected = int(raw)

    assert expected == read(raw)


def test_an_unknown_key_comes_with_a_suggestion(small: Pack) -> None:
    """A key that is neither item nor facet is told with the nearest one, its place, and where to find the list."""
    (problem,) = problems(small, layer(("sabr", 4)))

    assert "berkas.json" == problem.where
    assert "'sabr' tidak dikenal. Maksud kamu 'sabar'? Daftarnya: careerfit questions --facets" == problem.what.id
    assert "'sabr' is unknown. Did you mean 'sabar'? For a list: careerfit questions --facets" == problem.what.en


def test_an_unknown_key_near_an_item(small: Pack) -> None:
    """The suggestion may be an item's key."""
    (problem,) = problems(small, layer(("telti-2", 4)))

    assert "Did you mean 'teliti-2'?" in problem.what.en


def test_an_unknown_key_near_nothing(small: Pack) -> None:
    """Where nothing comes close, nothing is suggested."""
    (problem,) = problems(small, layer(("xyzzy", 4)))

    assert "'xyzzy' is unknown. For a list: careerfit questions --facets" == problem.what.en


def test_a_hostile_key_is_spelt_out(small: Pack) -> None:
    """What can't be seen in an unknown key, or steers a terminal, is told by its number, and a long key is cut."""
    (problem, long) = problems(small, layer(("\x1b[2J\u202e\udc9b\n", 4), ("x" * 10_000, 4)))

    assert "'\\x1b[2J\\u202e\\udc9b\\n' is unknown. For a list: careerfit questions --facets" == problem.what.en
    assert f"'{'x' * 59}…' tidak dikenal. Daftarnya: careerfit questions --facets" == long.what.id
    assert isinstance(flag := read_flag("\x9b31m", "--answer"), Problem)
    assert "'\\x9b31m' is not KEY=VALUE; for example key=4." == flag.what.en


def test_only_the_first_unknown_keys_come_with_a_suggestion(small: Pack) -> None:
    """Comparing takes long: after ten problems nothing more is suggested, but each is still told."""
    found = problems(small, layer(*((f"sabr{n}", 4) for n in range(30))))

    assert [True] * 10 + [False] * 20 == ["Did you mean" in problem.what.en for problem in found]


def test_the_same_key_twice(small: Pack) -> None:
    """The same key twice in one place is an error, even with the same value; in two places it is not."""
    (problem,) = problems(small, layer(("sabar", 4), ("sabar", 4)))

    assert "'sabar' diisi dua kali; pakai sekali saja." == problem.what.id
    assert "'sabar' is given twice; give it once." == problem.what.en
    assert Answers({"sabar-1": 4}) == resolve(small, [layer(("sabar-1", 4)), layer(("sabar-1", 4))])


@pytest.mark.parametrize(
    ("raw", "told"), [(9.0, "9"), (1e21, "1" + "0" * 21), (4.5, "4.5"), ("4,5", "'4,5'"), (True, "True")]
)
def test_a_value_is_told_as_it_was_written(small: Pack, raw: object, told: str) -> None:
    """Whole numbers have no decimals, and text stands in quotes."""
    (problem,) = problems(small, layer(("sabar", raw)))

    assert f"'sabar': the value {told} can't be used;" == problem.what.en.partition(" give")[0]


def test_a_value_that_cannot_be_shown_is_told_by_its_kind(small: Pack) -> None:
    """Neither a value nested without end, nor a number of thousands of digits, nor an escape sequence does harm."""
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    found = problems(small, layer(("teliti", deep), ("sabar", 10**5000), ("sabar-1", Hostile())))

    assert ["list", "int", "\\x1b[2J"] == [problem.what.en.split()[3] for problem in found]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("4", "'4'"),
        (True, "True"),
        (math.nan, "nan"),
        (4.5, "4.5"),
        (6, "6"),
        (date(2020, 1, 2), "2020-01-02"),
        ("a" * 39, "'" + "a" * 36 + "..."),
        ("a" * 38, f"'{'a' * 38}'"),
    ],
)
def test_a_bad_value_is_shown(small: Pack, raw: object, shown: str) -> None:
    """A bad value is told with the key, the value itself, cut where it is long, and what to give instead."""
    (problem,) = problems(small, layer(("teliti", raw)))

    assert (
        f"'teliti': nilai {shown} tidak bisa dipakai; isi angka bulat 1 sampai 5, atau null kalau tidak dijawab."
        == problem.what.id
    )
    assert (
        f"'teliti': the value {shown} can't be used; give a whole number from 1 to 5, or null for no answer."
        == problem.what.en
    )


def test_every_problem_at_once(small: Pack) -> None:
    """All problems of all places are told at once, each with its place, in the order of the answers."""
    found = problems(
        small,
        layer(("sabr", 4), ("teliti-1", 9), ("teliti", 3), ("teliti", 2)),
        layer(("sabar", "5"), where="--answer"),
    )

    assert ["berkas.json", "berkas.json", "berkas.json", "--answer"] == [problem.where for problem in found]
    assert ["'sabr'", "'teliti-1':", "'teliti'", "'sabar':"] == [problem.what.en.split()[0] for problem in found]


def test_the_message_as_a_whole(small: Pack) -> None:
    """The error says in both languages that some answers can't be used, and is the caller's fault."""
    with pytest.raises(UsageError) as caught:
        resolve(small, [layer(("sabr", 4))])

    assert ("Ada jawaban yang tidak bisa dipakai:", "Some answers can't be used:") == (
        caught.value.headline.id,
        caught.value.headline.en,
    )
    assert 2 == caught.value.exit_code


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("sabar=4", ("sabar", 4)),
        (" sabar = 4 ", ("sabar", 4)),
        ("sabar=4.0", ("sabar", 4.0)),
        ("sabar=4.5", ("sabar", 4.5)),
        ("sabar=", ("sabar", None)),
        ("sabar=null", ("sabar", None)),
        ("sabar=NULL", ("sabar", None)),
        ("sabar=~", ("sabar", None)),
        ("sabar=empat", ("sabar", "empat")),
        ("sabar=-4", ("sabar", "-4")),
        ("sabar=1e0", ("sabar", "1e0")),
        ("sabar=nan", ("sabar", "nan")),
        ("sabar=1_0", ("sabar", "1_0")),
        ("sabar=4.0.0", ("sabar", "4.0.0")),
        ("sabar=٤", ("sabar", "٤")),
        ("sabar=²", ("sabar", "²")),
        ("sabar=.", ("sabar", ".")),
        ("sabar=4=5", ("sabar", "4=5")),
    ],
)
def test_a_flag_is_a_key_and_a_value(text: str, pair: object) -> None:
    """KEY=VALUE is read as a pair: plain digits as a number, nothing or null as unanswered, all else as text."""
    assert pair == read_flag(text, "--answer")


@pytest.mark.parametrize("text", ["sabar", "", "=4", " =4", "sabar:4"])
def test_a_flag_that_is_no_pair(text: str) -> None:
    """What is not KEY=VALUE is told with an example."""
    assert isinstance(found := read_flag(text, "--answer"), Problem)
    assert (
        "--answer",
        f"'{text}' bukan KEY=NILAI; contoh: kunci=4.",
        f"'{text}' is not KEY=VALUE; for example key=4.",
    ) == (
        found.where,
        found.what.id,
        found.what.en,
    )


def test_flags_are_one_place(small: Pack) -> None:
    """All flags of a call are one place that answers come from; those that are no pair are told beside bad values."""
    found = read_flags(["sabar=4", "teliti", "sabar-1=9"], "--answer")

    assert ("--answer", (("sabar", 4), ("sabar-1", 9))) == (found.where, found.pairs)
    assert {"'teliti'", "'sabar-1':"} == {problem.what.en.split()[0] for problem in problems(small, found)}
    assert Answers({"sabar-1": 4, "sabar-2": 2}) == resolve(small, [read_flags(["sabar=4"], "--answer")])


@given(packs(), st.data())
@MANY
def test_one_facet_answers_like_its_strength(pack: Pack, data: st.DataObject) -> None:
    """A facet's value gives each of its items the response of someone that strong, whatever its keys."""
    one = data.draw(st.sampled_from(pack.facets))
    strength = data.draw(st.integers(1, 5))

    expected = {item.key: strength if item.keyed == 1 else 6 - strength for item in one.items}
    assert expected == resolve(pack, [Layer("", ((one.key, strength),))]).responses


@given(packs(), st.lists(st.tuples(st.text(max_size=8), st.none() | st.integers() | st.floats() | st.text(max_size=3))))
@MANY
def test_junk_is_refused_with_a_problem_each(pack: Pack, pairs: list[tuple[str, object]]) -> None:
    """Keys that nobody knows never break anything: each is one problem, and only problems come of it."""
    unknown = [pair for pair in pairs if pair[0] not in pack.facet_index and pair[0] not in pack.item_by_key]
    if unknown:
        assert len(unknown) == len(problems(pack, Layer("", tuple(unknown))))
    else:
        assert Answers() == resolve(pack, [Layer("", ())])
