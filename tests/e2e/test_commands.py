"""What a person copies from their terminal and pastes into the shell there.

That all commands of all screens are whole and run is tried without a terminal in ``tests/cli/test_commands.py``.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import pexpect
import pytest

from careerfit.history.recorder import Recorder
from careerfit.history.store import Store
from careerfit.pack import load_pack

from .conftest import COMMAND, Careerfit, environment
from .player import player

ASKS = {"quiz": "keluar", "reality": "keluar", "history delete": "Ketik ya"}
"""What asks somebody: the beginning of a command, and a word of what it then says."""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of the program under the name that commands have."""
    script = tmp_path / "bin" / "careerfit"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND)} "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return script.parent


def test_what_is_copied_can_be_pasted(careerfit: Careerfit, program: Path, tmp_path: Path) -> None:
    """Every command under a saved result and under the list does in a shell what is said of it."""
    one = player(verdict="clear").interview
    with Store() as store:
        recorder = Recorder(store, load_pack(), mode="quick", lang="id")
        for position, reply in enumerate(one.log, 1):
            recorder.save(position, reply)
        recorder.finish(one.result())
    env = {"CAREERFIT_LANG": "id", "PATH": f"{program}:/usr/bin:/bin", "TERM": "xterm"}
    shown = "".join(careerfit(*args, env={**env, "COLUMNS": "40"}).text for args in (("history", "show"), ("history",)))
    found = dict.fromkeys(line.strip() for line in shown.splitlines() if line.strip().startswith("careerfit "))
    for command in found:
        with pexpect.spawn("/bin/sh", ["-c", command], cwd=tmp_path, env=environment(env), encoding="utf-8") as shell:
            asked = next((says for begin, says in ASKS.items() if command.startswith(f"careerfit {begin}")), None)
            shell.expect(asked or pexpect.EOF, timeout=30)
            if asked:
                shell.sendintr()
                shell.expect(pexpect.EOF, timeout=30)
            shell.wait()
            assert asked or (command, 0) == (command, shell.exitstatus)
    assert 8 <= len(found)
