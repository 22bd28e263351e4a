"""The face of lines: one line each way, and everything that the other face can do."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest

from careerfit.core.model import Duel, Pack
from careerfit.interview.interview import Interview
from careerfit.interview.plain_face import PlainFace
from careerfit.interview.reality import run_reality
from careerfit.interview.scenes import choose
from careerfit.text import Text

from .fakes import Talk, answered


class Keyboard(io.StringIO):
    """Lines that a person types; the terminal shows where each one ends."""

    def __init__(self, lines: Iterable[str], echo: io.StringIO) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))
        self._echo = echo

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        if line:
            self._echo.write("\n")
        return line


def ask(talk: Talk, *lines: str, columns: int | None = None) -> str:
    """What the face says while a person types these lines, and then Ctrl-D."""
    stream = io.StringIO()
    PlainFace(Keyboard(lines, stream), stream, columns).run(talk.flow)
    return stream.getvalue()


def test_a_question_is_a_line_and_so_is_its_answer(pack: Pack) -> None:
    """Once the scale is known, a question takes its statement and a prompt with the ends of the scale and the keys."""
    talk = Talk(pack, lang="id")
    first = talk.interview.next()
    said = ask(talk, "4")
    second = talk.interview.next()
    assert not isinstance(first, Duel | None)
    assert not isinstance(second, Duel | None)
    scale = "".join(f"{n} {step.id}\n" for n, step in enumerate(pack.scale, 1))
    prompt = "1 Sangat tidak sesuai, 5 Sangat sesuai"
    assert said == (
        f"\n1/40 {first.text.id}\n{scale}1 sampai 5 jawab, s lewati, q simpan & keluar, ? bantuan\n{prompt}: \n"
        f"\n2/40 {second.text.id}\n{prompt}; b, s, q, ? bantuan: \n"
    )


def test_everything_that_can_be_typed(pack: Pack) -> None:
    """Numbers answer, b goes back, s skips, l switches the language, ? helps, Enter keeps the old answer, q leaves."""
    talk = Talk(pack, lang="id")
    said = ask(talk, "4", "S", "b", "b", "", " 2 ", "?", "l", "q")
    assert [4, 2] == [entry.value for entry in talk.interview.log]
    assert ("paused", "en") == (talk.flow.ending, talk.flow.lang)
    for line in ("Tadi kamu lewati.", "Jawabanmu tadi: 4 · Sesuai", "b pertanyaan sebelumnya", "q simpan & keluar"):
        assert line in said


@pytest.mark.parametrize(
    "junk",
    [
        "0",
        "6",
        "44",
        "4 4",
        "ya",
        "",
        "\x1b[A",
        "\N{ARABIC-INDIC DIGIT FOUR}",
        "\N{FULLWIDTH DIGIT FOUR}",
        "-1",
        "4.0",
        "nan",
    ],
)
def test_anything_else_is_asked_again(pack: Pack, junk: str) -> None:
    """What is no answer is no answer: it says what can be typed, does not echo it, and asks again."""
    talk = Talk(pack, lang="en")
    said = ask(talk, junk, "3")
    assert [3] == [entry.value for entry in talk.interview.log]
    assert "That can't be used here. Type: 1 to 5 answer, s skip, q save & leave, ? help.\n" in said


def test_the_end_of_the_input_is_an_interruption(pack: Pack) -> None:
    """Ctrl-D ends it as interrupted, and what was answered stays."""
    talk = Talk(pack)
    ask(talk, "4", "5")
    assert ("interrupted", {1, 2}) == (talk.flow.ending, set(talk.keeper.rows))


class Interrupting(io.StringIO):
    """A person who presses Ctrl-C."""

    def readline(self, *_: object) -> str:
        raise KeyboardInterrupt


class Gone(io.StringIO):
    """A terminal that has been closed."""

    def write(self, _: str) -> int:
        raise OSError(5, "Input/output error")


def test_ctrl_c_is_an_interruption(pack: Pack) -> None:
    """Ctrl-C at a prompt ends it as interrupted, on a line of its own."""
    talk, stream = Talk(pack), io.StringIO()
    PlainFace(Interrupting(), stream).run(talk.flow)
    assert ("interrupted", "\n") == (talk.flow.ending, stream.getvalue()[-1])


def test_a_terminal_that_is_gone_is_an_interruption(pack: Pack) -> None:
    """Where nothing can be shown any more, it ends quietly."""
    talk = Talk(pack)
    PlainFace(io.StringIO("4\n"), Gone()).run(talk.flow)
    assert talk.flow.ending == "interrupted"


def test_no_escape_ever_comes_out(pack: Pack) -> None:
    """From the first page to the last there is no control character but the end of a line."""
    talk = Talk(pack, introduce=True, ask_language=True)
    said = ask(talk, "2", "", *["?", "3", "b", "l", "4"] * 60)
    assert all(char.isprintable() or char == "\n" for char in said)


def test_lines_are_broken_between_words_at_the_width(pack: Pack) -> None:
    """With a width no line is longer, prompts included; without one, no line is broken."""
    talk = Talk(pack, introduce=True, lang="id")
    said = ask(talk, "", *["3"] * 40, columns=40)
    assert max(map(len, said.splitlines())) <= 40
    talk = Talk(pack, lang="id", introduce=True)
    assert "Semua jawaban tetap di komputer ini; tidak ada yang dikirim.\n" in ask(talk)


def test_a_menu_lists_its_choices_and_takes_enter() -> None:
    """A choice shows its numbered options; Enter takes the first."""
    for line, expected in (("", 0), ("2", 1)):
        stream = io.StringIO()
        face = PlainFace(io.StringIO(f"{line}\n"), stream)
        chosen, _ = choose(Text("Mau?", "Well?"), (Text("Ya", "Yes"), Text("Tidak", "No")), face=face, lang="en")
        assert expected == chosen
        assert "\nWell?\n1 Yes\n2 No\n1 or 2 choose, q leave, l Indonesia (Enter = 1): " == stream.getvalue()


def test_signs_that_the_encoding_lacks_are_written_otherwise(pack: Pack) -> None:
    """On an ASCII terminal the face writes plain signs."""
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding="ascii")
    talk = Talk(pack, lang="en", introduce=True)
    PlainFace(io.StringIO("\n4\nb\n"), stream).run(talk.flow)
    stream.flush()
    assert "1 to 5 answer" in buffer.getvalue().decode("ascii")


def test_a_whole_interview_by_lines(pack: Pack) -> None:
    """Numbers alone lead through a whole interview, duels and offer included, to the same answers as by calls."""
    wanted = Interview(pack)
    lines = []
    while (question := wanted.next()) is not None:
        number = len(lines) % 3 + 2
        lines.append(str(number % 2 + 1 if isinstance(question, Duel) else number))
        duel_side = ("left", "right")[number % 2]
        wanted.answer(question, duel_side if isinstance(question, Duel) else number)
    talk = Talk(pack)
    ask(talk, *lines, "1")
    assert (wanted.answers, "finished") == (talk.interview.answers, talk.flow.ending)


def test_a_reality_check_by_lines(pack: Pack) -> None:
    """A role's name is said once; statement and answer take a line each; what the profile says follows."""
    role = next(role for role in pack.roles if role.beliefs)
    stream = io.StringIO()
    checked = run_reality(role, face=PlainFace(io.StringIO("1\n\n" * 9), stream), lang="en")
    assert ("finished", (True,) * len(role.beliefs)) == (checked.ending, checked.believed)
    assert stream.getvalue().count(f"Reality check: {role.name.en}") == 1
    assert "What the profile says: “" in stream.getvalue()


def test_answers_are_the_same_as_what_was_typed(pack: Pack) -> None:
    """A resumed interview goes on at the next number."""
    talk = Talk(pack, log=answered(pack, 5))
    assert "6/40 " in ask(talk, "q")


def test_a_remark_that_stays_is_heard_once(pack: Pack) -> None:
    """That answers come in very fast is said once, not with every question that it stands at on a screen."""
    assert 1 == ask(Talk(pack), *"4" * 9).count("That was quick!")


def test_one_way_on_is_asked_for_by_its_key(pack: Pack) -> None:
    """Where there is nothing to choose, what goes on is Enter; of two, one or the other is asked for."""
    stream = io.StringIO()
    role = next(role for role in pack.roles if role.beliefs)
    run_reality(role, face=PlainFace(io.StringIO("1\n\nq\n"), stream), lang="en")
    said = stream.getvalue()
    assert "Enter go on, b back, q leave" in said
    assert "1 or 2 answer" in said
    assert "1 to 1" not in said


def test_going_back_says_that_enter_keeps_the_answer(pack: Pack) -> None:
    """At a question that was answered the prompt says what Enter stands for."""
    assert "5 Sangat sesuai; s, q, ? bantuan (Enter = 4): " in ask(Talk(pack, lang="id"), "4", "b")


def helped(said: str) -> list[str]:
    """The keys that the first help names, a line each, before how to answer or what comes next."""
    told = said.partition("\nBantuan\n")[2].partition("\n\n")[0].partition("\nJawab sesuai")[0]
    return [line.partition(" ")[0] for line in told.splitlines()]


def test_help_names_the_keys_of_its_page_and_no_others(pack: Pack) -> None:
    """Help is about the page that it was asked for at: nothing is marked in lines, and not every key is taken there."""
    intro = ask(Talk(pack, lang="id", introduce=True), "?")
    assert ["Enter", "q", "?", "l"] == helped(intro)
    assert "Enter Mulai\n" in intro
    assert ["1", "2", "3", "4", "5", "s", "q", "?", "l"] == helped(ask(Talk(pack, lang="id"), "?"))
    assert ["1", "2", "3", "4", "5", "Enter", "s", "q", "?", "l"] == helped(ask(Talk(pack, lang="id"), "4", "b", "?"))


def test_help_at_a_duel_says_what_its_two_sides_are(pack: Pack) -> None:
    """There 1 and 2 are all that can be answered, and each stands for something to do."""
    interview = Interview(pack)
    while not isinstance(duel := interview.next(), Duel):
        assert duel is not None
        interview.answer(duel, 3)
    said = ask(Talk(pack, log=interview.log, lang="id"), "?")
    sides = [pack.facet(key).doing.id for key in (duel.left, duel.right)]
    assert ["1", "2", "b", "s", "q", "?", "l"] == helped(said)
    assert f"\nBantuan\n1 {sides[0]}\n2 {sides[1]}\n" in said


def test_help_in_a_reality_check_names_its_keys(pack: Pack) -> None:
    """A statement can be skipped, and there is no going back from the first; from what is told there is."""
    role = next(role for role in pack.roles if role.beliefs)
    found = []
    for lines in ("?\n", "1\n?\n"):
        stream = io.StringIO()
        run_reality(role, face=PlainFace(io.StringIO(lines), stream), lang="id")
        found.append(helped(stream.getvalue()))
    assert [["1", "2", "s", "q", "?", "l"], ["Enter", "b", "q", "?", "l"]] == found
