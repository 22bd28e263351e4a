"""The quiz in a pseudo-terminal, seen as a person sees it: keys, screens, signals, and the process around them.

What is asked, kept and told, whatever the terminal, is tried without one in ``tests/cli/test_interviewing.py``.
"""

from __future__ import annotations

import json
import re
import signal
from pathlib import Path

import pytest

from careerfit.core.model import Pack, VerdictKind
from careerfit.history.store import Store

from .conftest import Careerfit
from .player import Player, finish, leave, player
from .terminal import Terminal

LANG = {"CAREERFIT_LANG": "id"}
RESUME = "careerfit quiz --resume"


def quiz(*args: str, **settings: object) -> Terminal:
    """The quiz in Indonesian, past its introduction."""
    terminal = Terminal("quiz", *args, **{"env": LANG, **settings})  # type: ignore[arg-type]
    terminal.see("tidak ada yang dikirim")
    terminal.press("enter")
    terminal.see("Sangat sesuai")
    return terminal


def answer(terminal: Terminal, keys: tuple[str, ...], *, first: int = 1) -> None:
    """Press a key for each question, from that position on, each when the question is on the screen."""
    for position, key in enumerate(keys, first):
        terminal.see(f"{position} dari paling banyak", rest=False)
        terminal.press(key)


def type_all(terminal: Terminal, keys: tuple[str, ...]) -> None:
    """Type a line for each question, each when the question is on the screen."""
    for position, key in enumerate(keys, 1):
        terminal.see(f"{position}/", rest=False)
        terminal.type(key)


def last_question(verdict: VerdictKind, *args: str, **settings: object) -> Terminal:
    """The quiz at the last question of someone who ends with that verdict; the terminal takes the whole result."""
    one = player(verdict=verdict)
    leave(one)
    size = {"rows": 250, "columns": 100, "env": LANG}
    terminal = Terminal("quiz", "--resume", *args, **{**size, **settings})  # type: ignore[arg-type]
    terminal.see(f"{len(one.keys)} dari paling banyak")
    return terminal


# A whole interview --------------------------------------------------------------------------------------------------


def replayed(careerfit: Careerfit, document: bytes) -> bytes:
    """What ``careerfit score`` makes of the code in a result."""
    return careerfit("score", "--code", json.loads(document)["code"], "--format", "json", env=LANG).out


def said(one: Player) -> dict[str, int]:
    return dict(one.interview.answers.responses)


@pytest.mark.parametrize("plain", [False, True], ids=["screen", "plain"])
def test_a_whole_interview_gives_what_score_gives(careerfit: Careerfit, tmp_path: Path, plain: bool) -> None:
    """By keyboard alone, duels included, a quick interview ends in the document of ``score`` on the same answers."""
    one = player(verdict="tie", duels=True)
    target = tmp_path / "result.json"
    args = ["--format", "json", "--output", str(target)]
    if plain:
        terminal = Terminal("quiz", "--plain", *args, env=LANG)
        terminal.see("Enter mulai")
        terminal.type("")
        type_all(terminal, one.keys)
    else:
        terminal = quiz(*args)
        answer(terminal, one.keys)
    with terminal:
        terminal.see("Jawab sisanya")
        terminal.type("1") if plain else terminal.press("1")
        terminal.see("Simpan laporan")
        terminal.type("q") if plain else terminal.press("q")
        assert terminal.end() == 0
    document = target.read_bytes()
    parsed = json.loads(document)
    assert said(one) == {key: value for key, value in parsed["answers"].items() if value is not None}
    assert len(one.interview.answers.duels) == len(parsed["duels"])
    assert replayed(careerfit, document) == document


def test_prompts_can_be_redirected_around(careerfit: Careerfit, tmp_path: Path) -> None:
    """With standard output in a file the questions are on the terminal, and the file holds the result alone."""
    one = player(verdict="clear")
    target = tmp_path / "out.json"
    with last_question("clear", "--format", "json", redirect=f"> {target}") as terminal:
        assert "Sangat sesuai" in terminal.text
        finish(terminal, one)
        assert terminal.end() == 0
    assert replayed(careerfit, target.read_bytes()) == target.read_bytes()


def test_the_result_comes_in_pages(pack: Pack) -> None:
    """The result fits the screen, a key leads to its reality check and back, and what stays is short."""
    one = player(verdict="clear")
    leader = one.interview.result().ranking[0]
    with last_question("clear", rows=24, columns=80) as terminal:
        finish(terminal, one)
        terminal.see("Simpan laporan")
        assert f"Paling cocok: {leader.name.id}" in terminal.text
        terminal.press("4")
        for number in range(len(pack.role(leader.role).beliefs)):
            terminal.see(f"{number + 1}/{len(pack.role(leader.role).beliefs)}")
            terminal.press("1")
            terminal.see("Kata profilnya")
            terminal.press("enter")
        terminal.see("Cek realita tidak mengubah skormu.")
        terminal.press("enter")
        terminal.see("Simpan laporan")
        terminal.press("q")
        assert terminal.end() == 0
        assert f"Paling cocok: {leader.name.id}" in terminal.text
        assert terminal.text.endswith("careerfit history show 1 careerfit history delete 1")
        assert "Kata profilnya" not in terminal.text


def test_a_report_is_saved_from_the_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key, a name and Enter save the report; its full path is told there, and after leaving on standard error."""
    monkeypatch.chdir(tmp_path)
    with last_question("clear", rows=24, columns=200) as terminal:
        finish(terminal, player(verdict="clear"))
        terminal.see("Simpan laporan")
        terminal.press("5")
        terminal.see("Nama siapa")
        terminal.press("Sari", "enter")
        terminal.see("Buka file ini")
        terminal.press("q")
        assert terminal.end() == 0
        (report,) = tmp_path.glob("*.html")
        assert f"Tertulis: {report}" in terminal.text


# Leaving, and going on ---------------------------------------------------------------------------------------------


def kept() -> list[list[object]]:
    """The answers of every unfinished quiz."""
    with Store() as store:
        return [[row.value for row in one.rows] for one in store.unfinished()]


@pytest.mark.parametrize("plain", [False, True], ids=["screen", "plain"])
def test_leaving_keeps_everything(plain: bool) -> None:
    """Ctrl-C leaves with one line that says how to go on; going on opens at the next question."""
    args = ["--plain"] if plain else []
    with quiz(*args) as terminal:
        for number in (1, 2, 3):
            terminal.see(f"{number}/40" if plain else f"{number} dari", rest=False)
            terminal.press("4\n" if plain else "4")
        terminal.see("4/40" if plain else "4 dari")
        terminal.press("ctrl-c")
        assert terminal.end() == 130
        last = terminal.screen.strip().splitlines()[-1].strip()
        assert last == f"3 jawaban tersimpan. Lanjutkan kapan saja: {' '.join([RESUME, *args])}"
    with Terminal("quiz", "--resume", *args, env=LANG) as terminal:
        terminal.see("4/40" if plain else "4 dari paling banyak 40")
        terminal.press("b\n" if plain else "b")
        terminal.see("Jawabanmu tadi: 4 · Sesuai")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signals_leave_in_good_order(number: int) -> None:
    """A program that is told to end, or that is hung up on, has kept everything and leaves the terminal in order."""
    with quiz() as terminal:
        terminal.press("4", "2")
        terminal.see("3 dari")
        terminal.kill(number)
        assert terminal.end() == 130
        assert terminal.written.rstrip().endswith(RESUME.encode())
    assert [[4, 2]] == kept()


@pytest.mark.parametrize("args", [[], ["--plain"]], ids=["screen", "plain"])
def test_a_terminal_that_is_closed_loses_nothing(args: list[str]) -> None:
    """Closing the window keeps every answer that was followed by a new question."""
    with quiz(*args) as terminal:
        terminal.press("4\n" if args else "4")
        terminal.see("2/40" if args else "2 dari")
        terminal.hang_up()
        assert terminal.end() in (130, -signal.SIGHUP)
    assert [[4]] == kept()


# The terminal ------------------------------------------------------------------------------------------------------


def test_plain_lines_have_no_escape() -> None:
    """On terminals that can't redraw there are numbered lines, without a single escape byte."""
    with Terminal("quiz", env={"CAREERFIT_LANG": None, "TERM": "dumb"}) as terminal:
        terminal.see("Bahasa / Language")
        for line, then in (("", "tes psikologi"), ("", "1/40"), ("4", "2/40"), ("b", "Jawabanmu tadi: 4")):
            terminal.type(line)
            terminal.see(then)
        terminal.type("q")
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.written
        assert b"\x08" not in terminal.written


def test_no_colour() -> None:
    """Declining colour leaves the screen without any, and with everything on it."""
    with quiz(env={**LANG, "NO_COLOR": "1"}) as terminal:
        terminal.press("down")
        terminal.see("1  Sangat tidak sesuai")
        terminal.press("ctrl-c")
        assert terminal.end() == 130
        assert not re.search(rb"\x1b\[[0-9;]*\b(3[0-8]|9[0-7]|4[0-8])\b[0-9;]*m", terminal.written)


def test_colour_where_it_can_be_shown() -> None:
    """By default the marked choice is in colour."""
    with quiz() as terminal:
        terminal.press("down")
        terminal.see("1  Sangat tidak sesuai")
        assert re.search(rb"\x1b\[[0-9;]*3[0-8][0-9;]*m", terminal.written)


def test_it_survives_resizing() -> None:
    """After a change of size the same question stands there anew, whole, at the new width."""
    with quiz(columns=100, rows=30) as terminal:
        terminal.press("4")
        before = " ".join(terminal.see("2 dari paling banyak 40").split())
        statement = before.partition("\u2500 ")[2].partition(" 1 Sangat")[0]
        for columns, rows in ((40, 20), (120, 40), (60, 24)):
            terminal.resize(columns, rows)
            terminal.see("2 dari paling banyak 40")
            assert statement in terminal.text
            assert "Sangat sesuai" in terminal.text


def test_a_tiny_terminal_breaks_nothing() -> None:
    """Even where hardly anything fits, keys work and answers are kept."""
    with Terminal("quiz", columns=1, rows=1, env=LANG) as terminal:
        for key in ("enter", "4", "5"):
            terminal.wait_for_output()
            terminal.press(key)
        terminal.rest()
        terminal.press("ctrl-c")
        assert terminal.end() == 130
        assert b"2 jawaban tersimpan." in terminal.written


def test_without_a_command_the_quiz_starts() -> None:
    """On a terminal the program alone starts the quiz."""
    with Terminal(env={"CAREERFIT_LANG": None}) as terminal:
        terminal.see("Bahasa / Language")


def test_a_terminal_without_the_drawn_signs() -> None:
    """Where the encoding lacks signs, plain ones stand in their place, and nothing fails."""
    with quiz(env={**LANG, "PYTHONIOENCODING": "ascii"}) as terminal:
        terminal.press("4", "down")
        terminal.see("> 1  Sangat tidak sesuai")
        terminal.press("ctrl-c")
        assert terminal.end() == 130
        assert terminal.written.isascii()


# The reality check --------------------------------------------------------------------------------------------------


def test_the_reality_check_of_a_role(pack: Pack) -> None:
    """Two keys a statement lead through a role's reality check, whose outcome then stands on standard output."""
    role = pack.roles[0]
    with Terminal("reality", role.slug, env=LANG, rows=60, columns=100) as terminal:
        for number in range(len(role.beliefs)):
            terminal.see(f"{number + 1}/{len(role.beliefs)}")
            terminal.press("2")
            terminal.see("Kata profilnya")
            terminal.press("enter")
        terminal.see("Cek realita tidak mengubah skormu.")
        terminal.press("enter")
        assert terminal.end() == 0
        right = sum(not belief.holds for belief in role.beliefs)
        assert f"{right} dari {len(role.beliefs)} jawabanmu sesuai dengan profilnya." in terminal.text
