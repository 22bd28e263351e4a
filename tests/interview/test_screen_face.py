"""The face that redraws: keys in, pages out, without a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count

import pyte
import pytest
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import ColorDepth, DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from careerfit.core.model import Duel, Pack
from careerfit.interview.interview import Interview
from careerfit.interview.layout import KEPT
from careerfit.interview.pace import Clock
from careerfit.interview.pages import Flow
from careerfit.interview.reality import run_reality
from careerfit.interview.scenes import Menu, offer_to_resume, paragraphs, pause
from careerfit.interview.screen_face import Screen, ScreenFace
from careerfit.text import MARKER, Text

from .fakes import Memory, Talk, answered

UP, DOWN, LEFT, RIGHT, ENTER = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C", "\r"
PAGE_DOWN, PAGE_UP, CTRL_C, CTRL_D = "\x1b[6~", "\x1b[5~", "\x03", "\x04"


@contextmanager
def keyboard(keys: str) -> Iterator[PipeInput]:
    """A keyboard on which these keys have been pressed."""
    with create_pipe_input() as keyed:
        keyed.send_text(keys)
        yield keyed


def unhurried() -> Clock:
    """A clock on which every key comes a second after the page."""
    return partial(next, count())


def play(flow: Flow, keys: str) -> None:
    """Show the flow to someone who presses these keys, and then Ctrl-C if it is not over."""
    with keyboard(keys + CTRL_C) as keyed:
        ScreenFace(io.StringIO(), input=keyed, output=DummyOutput(), clock=unhurried()).run(flow)


def drawn(flow: Flow, steps: int, *, color: bool = True, ascii_only: bool = False) -> tuple[str, str]:
    """What a terminal of 60 by 22 shows after so many steps down, and all that was written to it."""
    written = io.StringIO()
    size = Size(rows=22, columns=60)
    output = Vt100_Output(written, lambda: size, term="xterm-256color", default_color_depth=ColorDepth.DEPTH_4_BIT)
    terminal = pyte.Screen(60, 22)
    screen = Screen(flow, ascii_only=ascii_only)
    for _ in range(steps):
        screen.move(1)

    def look(app: Application[None]) -> None:
        pyte.Stream(terminal).feed(written.getvalue())
        app.after_render -= look
        screen.press("interrupt")
        app.exit()

    with keyboard("") as keyed:
        app = ScreenFace(io.StringIO(), color=color, input=keyed, output=output).application(screen)
        app.after_render += look
        app.run()
    return "\n".join(line.rstrip() for line in terminal.display), written.getvalue()


def values(talk: Talk) -> list[object]:
    return [entry.value for entry in talk.interview.log]


# Keys ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("12345", [1, 2, 3, 4, 5]),
        (DOWN + ENTER, [1]),
        (UP + ENTER, [5]),
        (DOWN * 3 + ENTER, [3]),
        (DOWN * 6 + ENTER, [1]),
        (UP * 2 + RIGHT, [4]),
        ("\t\t" + ENTER, [2]),
        ("s", [None]),
        ("S4", [None, 4]),
        ("4b5", [5]),
        ("42" + LEFT + LEFT + ENTER + "1", [4, 1]),
        ("42bbbbb1", [1, 2]),
        ("4" + LEFT + DOWN + ENTER, [5]),
        ("?4", []),
        ("?" + ENTER + "4", [4]),
        ("?\x1b", []),
        (ENTER, []),
        ("x67890", []),
        ("lL4", [4]),
    ],
    ids=repr,
)
def test_keys(pack: Pack, keys: str, expected: list[object]) -> None:
    """Digits answer at once, arrows mark and Enter takes, b and left go back, s skips; other keys do nothing."""
    talk = Talk(pack)
    play(talk.flow, keys)
    assert expected == values(talk)


@pytest.mark.parametrize(
    ("key", "ending"), [("q", "paused"), ("Q", "paused"), (CTRL_C, "interrupted"), (CTRL_D, "interrupted")]
)
@pytest.mark.parametrize("before", ["", "44", "4?\r", "4b"])
def test_ways_out_keep_everything(pack: Pack, before: str, key: str, ending: str) -> None:
    """Ctrl-C, Ctrl-D and q leave from any question, and everything answered has been kept."""
    talk = Talk(pack)
    play(talk.flow, before + key)
    assert (ending, before.count("4")) == (talk.flow.ending, len(talk.keeper.rows))


def test_a_closed_keyboard_is_an_interruption(pack: Pack) -> None:
    """Where no key can come any more, it ends as interrupted."""
    talk = Talk(pack)
    with create_pipe_input() as keyed:
        keyed.send_text("44")
        keyed.close()
        ScreenFace(io.StringIO(), input=keyed, output=DummyOutput(), clock=unhurried()).run(talk.flow)
    assert ("interrupted", 2) == (talk.flow.ending, len(talk.keeper.rows))


class Gone(DummyOutput):
    """A terminal that has been closed."""

    def flush(self) -> None:
        raise OSError(5, "Input/output error")


def test_a_terminal_that_is_gone_is_an_interruption(pack: Pack) -> None:
    """Where nothing can be shown any more, it ends quietly."""
    talk = Talk(pack)
    with keyboard("4") as keyed:
        ScreenFace(io.StringIO(), input=keyed, output=Gone()).run(talk.flow)
    assert talk.flow.ending == "interrupted"


def test_a_whole_interview_by_keys(pack: Pack) -> None:
    """Digits alone lead through a whole interview, duels and offer included, to the same answers as by calls."""
    wanted = Interview(pack)
    keys = ""
    while (question := wanted.next()) is not None:
        number = len(keys) % 3 + 2
        is_duel = isinstance(question, Duel)
        keys += str(number % 2 + 1 if is_duel else number)
        wanted.answer(question, ("left", "right")[number % 2] if is_duel else number)
    talk = Talk(pack, introduce=True, ask_language=True)
    play(talk.flow, ENTER * 2 + keys + "1")
    assert (wanted.answers, "finished") == (talk.interview.answers, talk.flow.ending)


def test_enter_without_a_choice_says_what_to_do(pack: Pack) -> None:
    """Enter on a new question takes nothing; a remark says to choose first, until something is chosen."""
    talk = Talk(pack)
    screen = Screen(talk.flow)
    screen.take()
    assert (0, "Choose first: press a number or an arrow key.") == (len(talk.interview.log), screen.note)
    screen.move(1)
    assert screen.note == ""


# Drawing ------------------------------------------------------------------------------------------------------------


def test_what_is_drawn_is_the_page(pack: Pack) -> None:
    """The screen shows the statement, the five steps with a mark, and the keys."""
    talk = Talk(pack, log=answered(pack, 3), lang="id")
    shown, _ = drawn(talk.flow, 4)
    assert "4 dari paling banyak 40 · kira-kira" in shown
    assert f"{MARKER} 4  Sesuai" in shown
    assert "1–5 jawab   ← kembali   s lewati" in shown


def colours(written: str) -> set[str]:
    """The colours that were asked for: SGR 30 to 37, 90 to 97, and 38."""
    codes = [code for part in written.split("\x1b[")[1:] if "m" in part for code in part.partition("m")[0].split(";")]
    return {code for code in codes if code.isdigit() and (30 <= int(code) <= 38 or 90 <= int(code) <= 97)}


@pytest.mark.parametrize(("color", "expected"), [(True, {"36"}), (False, set())])
def test_colour_only_where_it_is_wanted(pack: Pack, color: bool, expected: set[str]) -> None:
    """Without colour no colour is written, and the page says the same."""
    talk = Talk(pack, log=answered(pack, 3))
    shown, written = drawn(talk.flow, 1, color=color)
    assert expected == colours(written)
    assert f"{MARKER} 1  Not like me at all" in shown


def test_a_terminal_without_the_signs_is_drawn_in_ascii(pack: Pack) -> None:
    """Where the encoding lacks the drawn signs, typed ones stand in their place."""
    talk = Talk(pack, log=answered(pack, 3), lang="id")
    shown, _ = drawn(talk.flow, 1, ascii_only=True)
    assert shown.isascii()
    assert "> 1  Sangat tidak sesuai" in shown


def test_hostile_text_can_not_steer_the_terminal() -> None:
    """Control characters in what is shown come out as signs, never as themselves."""
    evil = "a\x1b]0;owned\x07b\x9b31mc\x7fd"
    _, written = drawn(
        Flow(Menu(paragraphs(Text(evil, evil)), [(Text(evil, evil), pause), (Text("b", "b"), pause)]), "id"), 0
    )
    assert "owned" in written
    for bad in ("\x1b]0;owned", "\x07", "\x9b", "\x7f"):
        assert bad not in written


def long_screen(pack: Pack) -> Screen:
    """A page that is too long for 12 rows."""
    talk = Talk(pack, lang="id")
    return Screen(talk.flow)


def text_of(screen: Screen, columns: int, rows: int) -> list[str]:
    return ["".join(text for _, text in row.line).strip() for row in screen.rows(columns, rows)]


def test_what_does_not_fit_can_be_scrolled(pack: Pack) -> None:
    """On a tiny screen the rest is reached with PgDn, the keys stay in sight, and no row but the top line is lost."""
    screen = long_screen(pack)
    kept = [row for row in screen.rows(40, 40) if row.gives_way == KEPT]
    whole = {"".join(text for _, text in row.line).strip() for row in kept} - {""}
    seen: set[str] = set()
    for _ in range(8):
        rows = text_of(screen, 40, 8)
        assert len(rows) <= 8
        assert "PgUp/PgDn geser" in rows
        assert any("bantuan" in row for row in rows)
        seen |= set(rows)
        screen.scroll(1)
    screen.scroll(-99)
    assert whole <= seen
    assert screen.top == 0


def test_the_mark_stays_in_sight(pack: Pack) -> None:
    """On a tiny screen the marked choice is always among the rows that show."""
    screen = long_screen(pack)
    for _ in range(12):
        screen.move(1)
        assert screen.selected is not None
        assert any(row.startswith(f"{MARKER} {screen.selected + 1}") for row in text_of(screen, 40, 8))


def test_arrows_scroll_where_there_is_nothing_to_choose(pack: Pack) -> None:
    """On a page with one way on, the arrows scroll."""
    screen = Screen(Talk(pack, introduce=True).flow)
    screen.move(1)
    assert (0, 1) == (screen.selected, screen.top)


# The small questions around an interview ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (ENTER, ("resume", "finished")),
        ("2", ("anew", "finished")),
        ("q", (None, "paused")),
        (CTRL_C, (None, "interrupted")),
    ],
)
def test_the_offer_to_resume(keys: str, expected: tuple[object, str]) -> None:
    """Going on is marked; starting anew, leaving and Ctrl-C are told apart."""
    with keyboard(keys) as keyed:
        face = ScreenFace(io.StringIO(), input=keyed, output=DummyOutput(), clock=unhurried())
        chosen, flow = offer_to_resume(6, None, face=face, lang="id")
    assert expected == (chosen, flow.ending)


def test_the_offer_to_resume_says_what_is_there() -> None:
    """It says how many answers there are, what has changed since, and that a new start keeps them."""
    said = []

    class Reader:
        def run(self, flow: Flow) -> None:
            said.extend(getattr(block, "text", "") for block in flow.page().body)
            flow.press(0)

    for answered_so_far in (1, 6):
        offer_to_resume(answered_so_far, Text("Profilnya berubah.", "Changed."), face=Reader(), lang="id")
    assert said == [
        "Kamu sudah menjawab 1 pertanyaan.",
        "Profilnya berubah.",
        "Kalau kamu mulai baru, yang belum selesai ini tetap tersimpan.",
        "Kamu sudah menjawab 6 pertanyaan.",
        "Profilnya berubah.",
        "Kalau kamu mulai baru, yang belum selesai ini tetap tersimpan.",
    ]


def test_a_reality_check_by_keys(pack: Pack) -> None:
    """Two keys a statement lead through a reality check."""
    role = next(role for role in pack.roles if len(role.beliefs) > 2)
    with keyboard(("2" + ENTER) * len(role.beliefs) + ENTER) as keyed:
        checked = run_reality(
            role, face=ScreenFace(io.StringIO(), input=keyed, output=DummyOutput(), clock=unhurried()), lang="id"
        )
    assert ("finished", (False,) * len(role.beliefs)) == (checked.ending, checked.believed)


def test_the_memory_of_a_test_keeps_what_a_keeper_is_told(pack: Pack) -> None:
    """The keeper hears of every answer in the order in which it was given."""
    keeper = Memory()
    talk = Talk(pack, keeper=keeper)
    play(talk.flow, "4b2s")
    assert keeper.calls == ["save 1 4", "save 1 2", "save 2 None"]


def test_no_terminal_is_asked_where_its_cursor_is(pack: Pack) -> None:
    """A terminal that can't tell is not asked, so that no warning about it is left on the screen."""
    assert "\x1b[6n" not in drawn(Talk(pack).flow, 0)[1]
