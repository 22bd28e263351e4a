"""Completion in bash, zsh and fish."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from careerfit.core.model import Pack

from .conftest import COMMAND, Careerfit, environment

Complete = Callable[..., list[str]]
SLUGS = [
    "kepala-bagian-kesejahteraan-masyarakat",
    "kepala-pusat-pelayanan-sosial",
    "manajer-departemen-sosial",
    "pegawai-departemen-sosial",
    "pengelola-program-kesejahteraan-sosial",
]


@pytest.fixture
def complete(careerfit: Careerfit) -> Complete:
    """What bash would be offered for the last of these words."""

    def ask(*words: str, env: dict[str, str] | None = None) -> list[str]:
        asked = {
            "_CAREERFIT_COMPLETE": "complete_bash",
            "COMP_WORDS": shlex.join(["careerfit", *words]),
            "COMP_CWORD": str(len(words)),
        }
        run = careerfit(env={**asked, **(env or {})})
        assert (0, b"") == (run.code, run.err)
        return run.text.split()

    return ask


def test_roles_complete(complete: Complete) -> None:
    """ROLE is completed from the pack's slugs, for every command that takes one."""
    for command in ("profile", "compare", "reality"):
        assert SLUGS[:2] == complete(command, "kepala")
    assert SLUGS == complete("compare", "manajer", "")


def test_facets_and_items_complete(complete: Complete, pack: Pack) -> None:
    """``--answer`` offers facets, with their sign; items once a number may follow; values after the sign."""
    assert [f"{key}=" for key in pack.facet_index] == complete("score", "--answer", "")
    assert ["kepemimpinan="] == complete("score", "--answer", "kepem")
    assert ["kepemimpinan-1=", "kepemimpinan-2="] == complete("score", "--answer", "kepemimpinan-")
    assert ["analisis=4"] == complete("score", "--answer", "analisis=4")


def test_commands_and_options_complete(complete: Complete) -> None:
    """Commands, their options, the general ones and the values of an option are offered."""
    assert ["compare", "cohort", "cohort-summary", "check"] == complete("c")
    assert ["--format"] == complete("score", "--fo")
    assert ["--pack"] == complete("score", "--pa")
    assert ["--pack"] == complete("--pa")
    assert ["json"] == complete("score", "--format", "j")
    assert ["expectations"] == complete("profile", "manajer", "--section", "e")
    assert ["export"] == complete("history", "e")


def test_completion_is_never_in_the_way(complete: Complete, tmp_path: Path) -> None:
    """A pack that is broken or a language that there is not completes to nothing, without a word."""
    assert [] == complete("profile", "kepala", env={"CAREERFIT_PACK": str(tmp_path)})
    assert SLUGS[:2] == complete("profile", "kepala", env={"CAREERFIT_LANG": "fr"})
    assert [] == complete("profile", "zzz")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_ask_their_own_way(careerfit: Careerfit, shell: str) -> None:
    """Both zsh and fish get commands with their explanations in the active language, and roles."""
    asked = {"_CAREERFIT_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    commands = careerfit(env={**asked, "_TYPER_COMPLETE_ARGS": "careerfit ro"}).text
    expected = {"zsh": '_arguments \'*: :(("roles":"List the roles."))\'\n', "fish": "roles\tList the roles.\n"}
    assert expected[shell] == commands
    roles = careerfit(env={**asked, "_TYPER_COMPLETE_ARGS": "careerfit profile kepala"}).text
    assert all(slug in roles for slug in SLUGS[:2])


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
    assert SLUGS[:2] == done.stdout.decode().split()


def test_installing(on_path: dict[str, str], own_folders: Path) -> None:
    """``--install-completion`` says, in the active language, where it put the script, and which shell it is for."""
    done = subprocess.run(
        ["bash", "-c", "careerfit --install-completion; true"], capture_output=True, env=on_path, check=True
    )
    script = own_folders / ".bash_completions" / "careerfit.sh"
    expected = f"Completion for bash is installed in {script}. Open a new terminal to use it.\n"
    assert (expected, b"") == (done.stdout.decode(), done.stderr)
    assert "_careerfit_completion()" in script.read_text(encoding="utf-8")
