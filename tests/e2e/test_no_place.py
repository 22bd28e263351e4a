"""The quiz in a terminal while the disk is full, or its folder is read-only."""

from __future__ import annotations

import contextlib
import os
import platform
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerfit.history.opening import default_folder
from careerfit.history.store import Store
from tests.without_locks import CALLS

from .player import finish, leave, player
from .terminal import Terminal

LANG = {"CAREERFIT_LANG": "id"}
REFUSED = "disknya menolak ditulisi"
READ_ONLY = "tempatnya hanya bisa dibaca"
PARTLY = f"2 dari 3 jawaban tersimpan, sisanya tidak ({REFUSED}). Lanjutkan kapan saja: careerfit quiz --resume"
AS_ANYONE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--")
"""Who may write everywhere must give that up to meet a folder that is read-only."""


def let_files_grow(terminal: Terminal, most: int) -> None:
    """Let no file of the program grow beyond so many bytes, as on a full disk."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, (most, usual))


def quiz(*args: str, **settings: object) -> Terminal:
    """The quiz at its first question."""
    terminal = Terminal("quiz", *args, env=LANG, **settings)  # type: ignore[arg-type]
    terminal.see("tidak ada yang dikirim")
    terminal.type("") if args else terminal.press("enter")
    terminal.see("1/40" if args else "1 dari")
    return terminal


def answer(terminal: Terminal, position: int, *, plain: bool) -> None:
    """Answer the question of that position, and see the next one."""
    terminal.type("4") if plain else terminal.press("4")
    terminal.see(f"{position + 1}/40" if plain else f"{position + 1} dari")


@pytest.fixture(params=[False, True], ids=["screen", "plain"])
def full(request: pytest.FixtureRequest) -> Iterator[tuple[Terminal, bool]]:
    """A quiz of three answers, the third of which was given on a full disk; and is it on plain lines?"""
    plain: bool = request.param
    with quiz(*(["--plain"] if plain else [])) as terminal:
        answer(terminal, 1, plain=plain)
        answer(terminal, 2, plain=plain)
        let_files_grow(terminal, 4096)
        answer(terminal, 3, plain=plain)
        yield terminal, plain


def kept() -> list[list[object]]:
    """The answers of every unfinished quiz."""
    with Store() as store:
        return [[row.value for row in one.rows] for one in store.unfinished()]


def test_a_full_disk_is_told_and_the_quiz_goes_on(full: tuple[Terminal, bool]) -> None:
    """It is said at once; Ctrl-C then exits with 130, says what is kept, and what is kept is there."""
    terminal, plain = full
    assert f"Jawaban tidak bisa disimpan: {REFUSED}" in terminal.text
    terminal.press("ctrl-c")
    assert (130, True) == (terminal.end(), terminal.text.endswith(f"{PARTLY}{' --plain' if plain else ''}"))
    assert [[4, 4]] == kept()
    with Terminal("quiz", "--resume", env=LANG) as again:
        again.see("3 dari paling banyak 40")


def test_leaving_on_a_full_disk_asks_first(full: tuple[Terminal, bool]) -> None:
    """With q it is asked before anything is lost; leaving all the same exits with 0 and says what is kept."""
    terminal, plain = full
    terminal.type("q") if plain else terminal.press("q")
    terminal.see("Jawaban yang tidak tersimpan akan hilang.")
    terminal.type("2") if plain else terminal.press("2")
    assert (0, True) == (terminal.end(), terminal.text.endswith(f"{PARTLY}{' --plain' if plain else ''}"))


def test_nothing_is_missing_once_there_is_room_again(full: tuple[Terminal, bool]) -> None:
    """With room again the next answer takes along the one that could not be saved."""
    terminal, plain = full
    let_files_grow(terminal, resource.RLIM_INFINITY)
    answer(terminal, 4, plain=plain)
    terminal.press("ctrl-c")
    assert (130, [[4, 4, 4, 4]]) == (terminal.end(), kept())
    assert terminal.text.endswith(
        "4 jawaban tersimpan. Lanjutkan kapan saja: careerfit quiz --resume" + (" --plain" if plain else "")
    )


def test_a_result_on_a_full_disk_is_shown_with_its_code() -> None:
    """Where the last answer meets a full disk the result shows, and one line says how to see it again: exit 0."""
    one = player(verdict="clear")
    leave(one)
    with Terminal("quiz", "--resume", columns=200, rows=250, env=LANG) as terminal:
        terminal.see(f"{len(one.keys)} dari")
        let_files_grow(terminal, 4096)
        finish(terminal, one)
        terminal.see("Simpan laporan")
        terminal.press("q")
        code = terminal.end()
    how = f"Simpan perintah ini untuk melihatnya lagi: careerfit score --code {one.interview.result().code}"
    assert (0, True) == (code, f"Hasil ini tidak tersimpan: {REFUSED}. {how} Paling cocok: " in terminal.text)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of its own for the state folder, where the system lets one be made."""
    place = default_folder().parent
    place.mkdir(parents=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no disk can be made here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_disk_that_runs_full(small_disk: Path) -> None:
    """On a disk without a free byte the reason is that; once there is room again, nothing is missing."""
    filler = small_disk / "filler"
    with quiz() as terminal:
        answer(terminal, 1, plain=False)
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        answer(terminal, 2, plain=False)
        assert "Jawaban tidak bisa disimpan: disknya penuh" in terminal.text
        filler.unlink()
        answer(terminal, 3, plain=False)
        terminal.press("ctrl-c")
        assert (130, [[4, 4, 4]]) == (terminal.end(), kept())


@pytest.fixture
def read_only() -> Iterator[tuple[str, ...]]:
    """A history of one unfinished quiz in a folder that can't be written to; what to run the program through."""
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and there is no setpriv to give that up")
    leave(player(verdict="clear"))
    files = list(default_folder().iterdir())
    modes: list[tuple[Path, int, int]] = [*((file, 0o400, 0o600) for file in files), (default_folder(), 0o500, 0o700)]
    for path, mode, _ in modes:
        path.chmod(mode)
    yield AS_ANYONE if os.geteuid() == 0 else ()
    for path, _, mode in modes:
        path.chmod(mode)


@pytest.mark.parametrize("args", [[], ["--plain"]], ids=["screen", "plain"])
def test_a_read_only_folder_is_told_before_the_first_answer(read_only: tuple[str, ...], args: list[str]) -> None:
    """The quiz runs without saving, says so from the start, and again at the end: exit 130 on Ctrl-C."""
    with quiz(*args, through=read_only) as terminal:
        assert f"Jawaban tidak bisa disimpan: {READ_ONLY}" in terminal.text
        answer(terminal, 1, plain=bool(args))
        terminal.press("ctrl-c")
        assert (130, True) == (terminal.end(), terminal.text.endswith("Kuis berhenti. Jawabanmu tidak disimpan."))


@pytest.mark.parametrize("args", [["quiz", "--resume"], ["history", "delete", "--all", "--yes"]], ids=" ".join)
def test_what_needs_to_write_says_why_it_can_not(read_only: tuple[str, ...], args: list[str]) -> None:
    """Going on with a quiz, or deleting, in a read-only folder: exit 1 and one line, with what to do."""
    with Terminal(*args, columns=300, env=LANG, through=read_only) as terminal:
        code = terminal.end()
    place = default_folder() / "history.db"
    advice = "Periksa siapa yang boleh menulis di sana, lalu coba lagi."
    assert (1, f"Riwayat di {place} tidak bisa dipakai: {READ_ONLY}. {advice}") == (code, terminal.text)


def test_a_read_only_history_can_be_read(read_only: tuple[str, ...]) -> None:
    """Looking at what is there needs no writing."""
    with Terminal("history", env=LANG, through=read_only) as terminal:
        assert (0, True) == (terminal.end(), "Belum selesai" in terminal.text)


def test_a_folder_without_locks_is_told_once() -> None:
    """In a folder without locks the quiz is kept, and that two at a time are not kept apart is said the first time."""
    if platform.machine() not in CALLS:
        pytest.skip("locks are taken away by a filter of system calls, which has numbers for other machines only")
    told = []
    for args in (["--plain"], ["--plain", "--resume"]):
        through = (sys.executable, "-m", "tests.without_locks", "ENOLCK")
        with Terminal("quiz", *args, columns=300, env=LANG, through=through) as one:
            if len(told) == 0:
                one.see("tidak ada yang dikirim")
                one.type("")
            one.see(f"{len(told) + 1}/40")
            answer(one, len(told) + 1, plain=True)
            one.press("ctrl-c")
            assert 130 == one.end()
            told.append(b"tidak bisa mengunci file" in one.written)
    assert ([True, False], [[4, 4]]) == (told, kept())
