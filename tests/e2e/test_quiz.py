"""The quiz in a pseudo-terminal, seen as a person sees it."""

from __future__ import annotations

import json
import re
import signal
import stat
from pathlib import Path

import pytest

from careerfit.core.model import Pack, VerdictKind

from .conftest import Careerfit
from .player import Player, finish, leave, player
from .terminal import Terminal

LANG = {"CAREERFIT_LANG": "id"}
RESUME = "careerfit quiz --resume"
PLAIN_ENV = [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}, {"TERM": None}]


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
        assert terminal.end() == 0
    document = target.read_bytes()
    parsed = json.loads(document)
    assert said(one) == {key: value for key, value in parsed["answers"].items() if value is not None}
    assert len(one.interview.answers.duels) == len(parsed["duels"])
    assert replayed(careerfit, document) == document


def test_a_clear_interview_gives_what_score_gives(careerfit: Careerfit, tmp_path: Path) -> None:
    """Where the leader is clear the result is one key away, and equals that of ``score`` on a file with the answers."""
    one = player(verdict="clear")
    target = tmp_path / "result.json"
    with last_question("clear", "--format", "json", "--output", str(target)) as terminal:
        finish(terminal, one)
        assert terminal.end() == 0
    document = json.loads(target.read_bytes())
    assert document["verdict"]["kind"] == "clear"
    file = json.dumps(said(one)).encode()
    again = careerfit("score", "-", "--code", document["code"], "--format", "json", stdin=file, env=LANG)
    assert target.read_bytes() == again.out


def test_prompts_can_be_redirected_around(careerfit: Careerfit, tmp_path: Path) -> None:
    """With standard output in a file the questions are on the terminal, and the file holds the result alone."""
    one = player(verdict="clear")
    target = tmp_path / "out.json"
    with last_question("clear", "--format", "json", redirect=f"> {target}") as terminal:
        assert "Sangat sesuai" in terminal.text
        finish(terminal, one)
        assert terminal.end() == 0
    assert replayed(careerfit, target.read_bytes()) == target.read_bytes()


def test_the_result_shows_and_the_reality_check_is_offered(pack: Pack) -> None:
    """On a terminal the result stands on the screen, and the leader's reality check is one key away."""
    one = player(verdict="clear")
    leader = one.interview.result().ranking[0]
    with last_question("clear") as terminal:
        finish(terminal, one)
        terminal.see(f"Cek realita: benarkah anggapan umum tentang {leader.name.id}?")
        assert f"Paling cocok: {leader.name.id}" in terminal.text
        terminal.press("1")
        for number in range(len(pack.role(leader.role).beliefs)):
            terminal.see(f"{number + 1}/{len(pack.role(leader.role).beliefs)}")
            terminal.press("1")
            terminal.see("Kata profilnya")
            terminal.press("enter")
        terminal.see("Cek realita tidak mengubah skormu.")
        terminal.press("enter")
        assert terminal.end() == 0
        assert "jawabanmu sesuai dengan profilnya." in terminal.text


@pytest.mark.parametrize("key", ["2", "q", "ctrl-c", "ctrl-d"])
def test_declining_the_reality_check_is_a_good_end(key: str) -> None:
    """However the offer is declined, the quiz is done: exit 0."""
    with last_question("clear") as terminal:
        finish(terminal, player(verdict="clear"))
        terminal.see("Cek sekarang")
        terminal.press(key)
        assert terminal.end() == 0


def test_going_on_from_a_tie_asks_the_rest() -> None:
    """After a tie the remaining questions can be taken up, with everything answered so far."""
    one = player(verdict="tie")
    with last_question("tie") as terminal:
        terminal.press(one.keys[-1])
        terminal.see("Jawab sisanya")
        terminal.press("2")
        terminal.see(f"{len(one.keys) + 1}/")
        terminal.press("ctrl-c")
        assert terminal.end() == 130
        assert f"{len(one.keys)} jawaban tersimpan." in terminal.text
    with Terminal("quiz", "--resume", env=LANG) as terminal:
        terminal.see(f"{len(one.keys) + 1}/")


def test_back_from_the_offer_leads_to_the_last_question() -> None:
    """At the offer after a tie the last answer can still be changed."""
    one = player(verdict="tie")
    with last_question("tie") as terminal:
        terminal.press(one.keys[-1])
        terminal.see("Jawab sisanya")
        terminal.press("left")
        terminal.see("Jawabanmu tadi:")


# Leaving, and going on ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "code"), [("ctrl-c", 130), ("ctrl-d", 130), ("q", 0)])
@pytest.mark.parametrize("plain", [False, True], ids=["screen", "plain"])
def test_leaving_keeps_everything(key: str, code: int, plain: bool) -> None:
    """Ctrl-C, Ctrl-D and q leave with one line that says how to go on; going on opens at the next question."""
    press = "\x03" if key == "ctrl-c" else "\x04" if key == "ctrl-d" else "q\n" if plain else "q"
    args = ["--plain"] if plain else []
    with quiz(*args) as terminal:
        for number in range(3):
            terminal.see(f"{number + 2 if number else 1}" if plain else "dari paling banyak")
            terminal.child.send("4\n" if plain else "4")
            terminal.see(f"{number + 2}/40" if plain else f"{number + 2} dari")
        terminal.child.send(press)
        assert terminal.end() == code
        last = terminal.screen.strip().splitlines()[-1].strip()
        assert last == f"3 jawaban tersimpan. Lanjutkan kapan saja: {RESUME}"
    with Terminal("quiz", "--resume", *args, env=LANG) as terminal:
        terminal.see("4/40" if plain else "4 dari paling banyak 40")
        terminal.child.send("b\n" if plain else "b")
        terminal.see("Jawabanmu tadi: 4 · Sesuai")


@pytest.mark.parametrize("key", ["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize(
    ("env", "sees"), [({"CAREERFIT_LANG": None}, "Bahasa / Language"), (LANG, "tidak ada yang dikirim")]
)
def test_leaving_before_the_first_answer(env: dict[str, str | None], sees: str, key: str) -> None:
    """Before anything was answered there is nothing to resume, and the line says so."""
    with Terminal("quiz", env=env) as terminal:
        terminal.see(sees)
        terminal.press(key)
        assert terminal.end() == 130
        assert terminal.screen.strip().endswith("Belum ada jawaban. Mulai lagi kapan saja: careerfit quiz")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signals_leave_in_good_order(number: int) -> None:
    """A program that is told to end, or that is hung up on, has kept everything and leaves the terminal in order."""
    with quiz() as terminal:
        terminal.press("4", "2")
        terminal.see("3 dari")
        terminal.kill(number)
        assert terminal.end() == 130
        assert terminal.written.rstrip().endswith(RESUME.encode())
    with Terminal("quiz", "--resume", env=LANG) as terminal:
        terminal.see("3 dari paling banyak 40")


@pytest.mark.parametrize("args", [[], ["--plain"]], ids=["screen", "plain"])
def test_a_terminal_that_is_closed_loses_nothing(args: list[str]) -> None:
    """Closing the window keeps every answer that was followed by a new question."""
    with quiz(*args) as terminal:
        terminal.child.send("4\n" if args else "4")
        terminal.see("2/40" if args else "2 dari")
        terminal.hang_up()
        assert terminal.end() in (130, -signal.SIGHUP)
    with Terminal("quiz", "--resume", env=LANG) as terminal:
        terminal.see("2 dari paling banyak 40")


def test_resuming_offers_both_ways() -> None:
    """On start an unfinished quiz is offered: going on opens at the next question, starting anew at the first."""
    with quiz() as terminal:
        terminal.press("4", "2", "5")
        terminal.see("4 dari")
        terminal.press("q")
        assert terminal.end() == 0
    with Terminal("quiz", env={"CAREERFIT_LANG": None}) as terminal:
        terminal.see("Kamu sudah menjawab 3 pertanyaan.")
        terminal.press("1")
        terminal.see("4 dari paling banyak 40")
        terminal.press("q")
        assert terminal.end() == 0
    with Terminal("quiz", env=LANG) as terminal:
        terminal.see("Mulai baru")
        terminal.press("2")
        terminal.see("tidak ada yang dikirim")
        terminal.press("enter")
        terminal.see("1 dari paling banyak 40")


@pytest.mark.parametrize("key", ["ctrl-c", "q"])
def test_leaving_the_offer_loses_nothing(key: str) -> None:
    """Whoever leaves at the offer to resume can still resume."""
    with quiz() as terminal:
        terminal.press("4")
        terminal.see("2 dari")
        terminal.press("q")
        assert terminal.end() == 0
    with Terminal("quiz", env=LANG) as terminal:
        terminal.see("Kamu sudah menjawab 1 pertanyaan.")
        terminal.press(key)
        assert terminal.end() == (0 if key == "q" else 130)
        assert "1 jawaban tersimpan." in terminal.text
    with Terminal("quiz", "--resume", env=LANG) as terminal:
        terminal.see("2 dari")


def test_fresh_asks_nothing_of_the_old_one() -> None:
    """``--fresh`` starts at the introduction although there is an unfinished quiz."""
    with quiz() as terminal:
        terminal.press("4")
        terminal.see("2 dari")
    with quiz("--fresh") as terminal:
        terminal.see("1 dari paling banyak 40")


def test_what_was_started_anew_and_finished_takes_the_offer_away() -> None:
    """An unfinished quiz is not offered once a later one was finished; ``--resume`` still goes on with it."""
    one = player(verdict="clear")
    with quiz() as terminal:
        terminal.press("4")
        terminal.see("2 dari")
        terminal.press("q")
        assert terminal.end() == 0
    with last_question("clear", "--format", "json") as terminal:
        finish(terminal, one)
        assert terminal.end() == 0
    with quiz() as terminal:
        terminal.see("1 dari paling banyak 40")
    with Terminal("quiz", "--resume", env=LANG) as terminal:
        terminal.see("2 dari paling banyak 40")


def test_resuming_nothing_is_an_error() -> None:
    """``--resume`` without an unfinished quiz exits with 2 and says how to start one."""
    with Terminal("quiz", "--resume", env=LANG) as terminal:
        assert terminal.end() == 2
        assert terminal.text == "Tidak ada kuis yang bisa dilanjutkan. Mulai dengan: careerfit quiz"


def test_full_takes_over_what_was_answered_in_quick() -> None:
    """``--mode full --resume`` goes on with all items and keeps the quick answers."""
    with quiz() as terminal:
        terminal.press("4", "2")
        terminal.see("3 dari")
        terminal.press("q")
        assert terminal.end() == 0
    for args in (["--mode", "full"], []):
        with Terminal("quiz", "--resume", *args, env=LANG) as terminal:
            terminal.see("3/74")
            terminal.press("q")
            assert terminal.end() == 0


# Saving, or not -----------------------------------------------------------------------------------------------------


def files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file() and "careerfit" in str(path)]


def test_no_save_leaves_nothing(own_folders: Path) -> None:
    """With ``--no-save`` q asks before it loses anything, and no file is left but a copy of the profiles."""
    with quiz("--no-save") as terminal:
        terminal.press("4")
        terminal.see("2 dari")
        terminal.press("q")
        terminal.see("Keluar sekarang?")
        terminal.press("2")
        assert terminal.end() == 0
        assert "Jawabanmu tidak disimpan." in terminal.text
    assert [file for file in files(own_folders) if not file.name.startswith("pack-")] == []


def test_what_is_kept_is_private(own_folders: Path) -> None:
    """What is kept belongs to the user alone: files 0600, the folder 0700."""
    with quiz() as terminal:
        terminal.press("4")
        terminal.see("2 dari")
        kept = files(own_folders)
        assert kept
        assert {0o600} == {stat.S_IMODE(path.stat().st_mode) for path in kept}
        assert {0o700} == {stat.S_IMODE(path.parent.stat().st_mode) for path in kept}


def test_with_no_place_to_save_the_quiz_still_runs(tmp_path: Path) -> None:
    """Where nothing can be saved it says so, on every question, and at the end."""
    (tmp_path / "state").write_text("a file in the folder's place")
    with quiz(env={**LANG, "XDG_STATE_HOME": str(tmp_path / "state")}) as terminal:
        for position in ("1 dari", "2 dari", "3 dari"):
            terminal.see(position)
            assert "Jawaban tidak bisa disimpan:" in terminal.text
            terminal.press("4")
        terminal.see("4 dari")
        terminal.press("ctrl-c")
        assert terminal.end() == 130
        assert terminal.text.endswith("Kuis berhenti. Jawabanmu tidak disimpan.")


# Rows 9, 10 and 19 --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("args", "env"), [(["--plain"], {}), *(([], env) for env in PLAIN_ENV)], ids=str)
def test_plain_lines_have_no_escape(args: list[str], env: dict[str, str | None]) -> None:
    """On demand and on terminals that can't redraw there are numbered lines, without a single escape byte."""
    with Terminal("quiz", *args, env={"CAREERFIT_LANG": None, **env}) as terminal:
        for line, then in (
            ("", "tes psikologi"),
            ("", "1/40"),
            ("4", "2/40"),
            ("b", "Jawabanmu tadi: 4"),
            ("5", "2/40"),
            ("?", "pertanyaan sebelumnya"),
            ("s", "3/40"),
            ("x", "Itu tidak bisa dipakai di sini."),
            ("l", "Very much like me"),
        ):
            terminal.type(line)
            terminal.see(then)
        terminal.type("q")
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.written
        assert b"\x08" not in terminal.written


@pytest.mark.parametrize(("args", "env"), [([], {"NO_COLOR": "1"}), (["--color", "never"], {})], ids=str)
def test_no_colour(args: list[str], env: dict[str, str]) -> None:
    """Declining colour leaves the screen without any, and with everything on it."""
    with quiz(*args, env={**LANG, **env}) as terminal:
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


@pytest.mark.parametrize(("columns", "rows"), [(20, 8), (10, 4), (1, 1)])
def test_a_tiny_terminal_breaks_nothing(columns: int, rows: int) -> None:
    """Even where hardly anything fits, keys work and answers are kept."""
    with Terminal("quiz", columns=columns, rows=rows, env=LANG) as terminal:
        for key in ("enter", "4", "5"):
            terminal.wait_for_output()
            terminal.press(key)
        terminal.rest()
        terminal.press("ctrl-c")
        assert terminal.end() == 130
        assert b"2 jawaban tersimpan." in terminal.written


@pytest.mark.parametrize(
    ("key", "says"), [("1", "Peran mana yang paling cocok untukmu?"), ("2", "Which role fits you best?")]
)
def test_the_language_is_asked_once(key: str, says: str) -> None:
    """Without a setting the language is asked first; on resuming it is the one that was chosen."""
    env: dict[str, str | None] = {"CAREERFIT_LANG": None}
    with Terminal("quiz", env=env) as terminal:
        terminal.see("Bahasa / Language")
        terminal.press(key)
        terminal.see(says)
        terminal.press("enter")
        terminal.see("1 dari" if key == "1" else "1 of at most")
        terminal.press("4")
        terminal.see("2 dari" if key == "1" else "2 of at most")
        terminal.press("q")
        assert terminal.end() == 0
    with Terminal("quiz", "--resume", env=env) as terminal:
        terminal.see("2 dari paling banyak" if key == "1" else "2 of at most")


@pytest.mark.parametrize(("args", "env"), [(["--lang", "en"], {}), ([], {"CAREERFIT_LANG": "en"})], ids=str)
def test_a_set_language_is_not_asked(args: list[str], env: dict[str, str]) -> None:
    """With ``--lang`` or ``CAREERFIT_LANG`` the quiz opens in that language."""
    with Terminal("quiz", *args, env={"CAREERFIT_LANG": None, **env}) as terminal:
        terminal.see("Which role fits you best?")
        assert "Bahasa / Language" not in terminal.text


def test_the_result_speaks_the_language_that_was_chosen() -> None:
    """Switching with l in the middle holds for the result, too."""
    with last_question("clear") as terminal:
        terminal.press("l")
        terminal.see("of at most")
        terminal.press(player(verdict="clear").keys[-1])
        terminal.see("Clear enough after")
        terminal.press("1")
        terminal.see("Check now")
        assert "Best match:" in terminal.text
        assert (
            f"careerfit reality {player(verdict='clear').interview.result().ranking[0].role} --lang en" in terminal.text
        )


def test_haste_is_remarked_on_in_a_friendly_way() -> None:
    """Five answers in a row in no time bring one remark."""
    with quiz() as terminal:
        terminal.press("4", "2", "4", "2", "4")
        terminal.see("Santai saja")


def test_full_mode_shows_all_items(pack: Pack) -> None:
    """The full form counts to the number of items."""
    with quiz("--mode", "full") as terminal:
        terminal.see(f"1/{len(pack.items)}")


def test_without_a_command_the_quiz_starts() -> None:
    """On a terminal the program alone starts the quiz."""
    with Terminal(env={"CAREERFIT_LANG": None}) as terminal:
        terminal.see("Bahasa / Language")


@pytest.mark.parametrize("args", [[], ["--plain"]], ids=["screen", "plain"])
def test_a_terminal_without_the_drawn_signs(args: list[str]) -> None:
    """Where the encoding lacks signs, plain ones stand in their place, and nothing fails."""
    with quiz(*args, env={**LANG, "PYTHONIOENCODING": "ascii"}) as terminal:
        terminal.type("4") if args else terminal.press("4", "down")
        terminal.see("2/40" if args else "> 1  Sangat tidak sesuai")
        terminal.press("ctrl-c")
        assert terminal.end() == 130
        assert terminal.written.isascii()


# The reality check --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", [role.slug for role in player().interview.pack.roles])
def test_the_reality_check_of_a_role(pack: Pack, slug: str) -> None:
    """Two keys a statement lead through a role's reality check, whose outcome then stands on standard output."""
    beliefs = pack.role(slug).beliefs
    with Terminal("reality", slug, env=LANG, rows=60, columns=100) as terminal:
        for number in range(len(beliefs)):
            terminal.see(f"{number + 1}/{len(beliefs)}")
            terminal.press("2")
            terminal.see("Kata profilnya")
            terminal.press("enter")
        terminal.see("Cek realita tidak mengubah skormu.")
        terminal.press("enter")
        assert terminal.end() == 0
        right = sum(not belief.holds for belief in beliefs)
        assert f"{right} dari {len(beliefs)} jawabanmu sesuai dengan profilnya." in terminal.text


@pytest.mark.parametrize(("key", "code"), [("ctrl-c", 130), ("q", 0)])
def test_the_reality_check_can_be_left(key: str, code: int) -> None:
    """Leaving before the first answer prints nothing."""
    with Terminal("reality", "manajer", env=LANG) as terminal:
        terminal.see("Benar atau tidak?")
        terminal.press(key)
        assert terminal.end() == code


def test_the_reality_check_needs_a_terminal(careerfit: Careerfit) -> None:
    """Without a terminal it exits with 2 at once and names what to read instead."""
    run = careerfit("reality", "manajer")
    assert (2, b"") == (run.code, run.out)
    assert b"careerfit profile manajer-departemen-sosial --section expectations" in run.err
