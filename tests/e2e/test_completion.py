"""Completion in bash, zsh and fish themselves; what is offered is tried in ``tests/cli/test_completion.py``."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import COMMAND, environment

SLUGS = ["kepala-bagian-kesejahteraan-masyarakat", "kepala-pusat-pelayanan-sosial"]


@pytest.fixture
def on_path(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``careerfit`` is this program."""
    shim = tmp_path / "bin" / "careerfit"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND)} "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    return environment({"PATH": f"{shim.parent}{os.pathsep}{os.environ['PATH']}"})


SCRIPTS = {
    "bash": """
eval "$(careerfit --show-completion)"
COMP_WORDS=(careerfit profile kepala); COMP_CWORD=2
_careerfit_completion careerfit
printf '%s\\n' "${COMPREPLY[@]}"
""",
    "zsh": """
compdef() { true }
_arguments() { print -r -- ${(Q)2//[\\"\\(\\): ]/ } ${(Q)1//[\\"\\(\\):\\*]/ } }
eval "$(careerfit --show-completion)"
words=(careerfit profile kepala); CURRENT=3
_careerfit_completion
""",
    "fish": """
careerfit --show-completion | source
complete -C "careerfit profile kepala"
""",
}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_in_the_shell_itself(on_path: dict[str, str], shell: str) -> None:
    """The script that ``--show-completion`` prints makes each shell complete a role."""
    if shutil.which(shell) is None:
        assert "CI" not in os.environ, f"{shell} is missing"
        pytest.skip(f"{shell} is not installed")
    norc = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [shell, *norc, "-c", SCRIPTS[shell]], capture_output=True, env=on_path, timeout=60, check=False
    )
    assert SLUGS == done.stdout.decode().split()


def test_installing(on_path: dict[str, str], own_folders: Path) -> None:
    """``--install-completion`` says, in the active language, where it put the script, and which shell it is for."""
    done = subprocess.run(
        ["bash", "-c", "careerfit --install-completion; true"], capture_output=True, env=on_path, check=True
    )
    script = own_folders / ".bash_completions" / "careerfit.sh"
    expected = f"Completion for bash is installed in {script}. Open a new terminal to use it.\n"
    assert (expected, b"") == (done.stdout.decode(), done.stderr)
    assert "_careerfit_completion()" in script.read_text(encoding="utf-8")
