"""What people think of themselves stays on their machine: the program opens no socket, whatever it is asked."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from .calls import home_environment, need_strace
from .conftest import COMMAND, environment
from .terminal import Terminal

TRACE = ("-f", "-qq", "-e", "trace=socket,connect,bind,listen,accept,accept4", "-e", "signal=none", "-o")
"""A pair of sockets in one process, by which an event loop wakes itself, has no address and reaches nobody."""
CALLS = [
    "roles",
    "profile manajer",
    "questions --format json",
    "score --answer analisis=5 --format html",
    "compare manajer pegawai",
    "form -o -",
    "history list",
    "history delete --all --yes",
    "check",
    "simulate --people 10 --level moderate",
    "--install-completion bash",
    "--version",
]


@pytest.mark.parametrize("call", CALLS)
def test_commands_open_no_socket(call: str, tmp_path: Path) -> None:
    """No command makes a single system call by which anybody could be reached, not even within the machine."""
    need_strace()
    log = tmp_path / "calls"
    words = ["strace", *TRACE, str(log), *COMMAND, *call.split()]
    env = environment(home_environment(tmp_path))
    done = subprocess.run(words, capture_output=True, env=env, stdin=subprocess.DEVNULL, check=False)
    assert (0, "") == (done.returncode, log.read_text(encoding="utf-8"))


@pytest.mark.parametrize("plain", [True, False])
def test_the_quiz_opens_no_socket(plain: bool, tmp_path: Path) -> None:
    """Neither does the quiz, with keys or on plain lines, from its start to being left with an answer kept."""
    need_strace()
    log = tmp_path / "calls"
    through = ["strace", *TRACE, str(log)]
    options = ["--plain"] if plain else []
    with Terminal("quiz", *options, env=home_environment(tmp_path), through=through) as terminal:
        terminal.see("Enter start")
        terminal.type("") if plain else terminal.press("enter")
        terminal.see("1/40 " if plain else "1 of at most")
        terminal.type("4") if plain else terminal.press("4")
        terminal.see("2/40 " if plain else "2 of at most")
        terminal.type("q") if plain else terminal.press("q")
        terminal.end()
    assert "" == log.read_text(encoding="utf-8")
