"""Completion: what is offered, and what the shells' own tests do not reach."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from careerfit.cli.completion import SHELLS, ZSH_MENU, ZSH_READS, install, known_shell
from careerfit.core.model import Pack
from careerfit.errors import DataError, UsageError

from .conftest import Program


@pytest.mark.parametrize("name", SHELLS)
def test_known_shells(name: str) -> None:
    """bash, zsh and fish are known."""
    assert name == known_shell(name)


@pytest.mark.parametrize("name", ["tcsh", "", None])
def test_an_unknown_shell_is_refused(name: str | None) -> None:
    """Anything else is refused with what would do."""
    with pytest.raises(UsageError) as caught:
        known_shell(name)
    assert caught.value.headline.en == "This shell is not known; run this from bash, zsh or fish."


LINES = {
    "bash": (".bashrc", ".bash_completions/careerfit.sh", "source '{home}/.bash_completions/careerfit.sh'\n"),
    "zsh": (".zshrc", ".zfunc/_careerfit", f"{ZSH_READS}\n{ZSH_MENU}\n"),
}


@pytest.mark.parametrize("shell", LINES)
@pytest.mark.parametrize("before", [b"", b"alias a=b\n", b"no line end", b"\xff\xfe odd bytes\r\n"])
def test_installing_adds_to_what_is_there(tmp_path: Path, shell: str, before: bytes) -> None:
    """Every byte of the shell's own file stays, lines are added once, and the script is in its place."""
    own, script, lines = LINES[shell]
    (tmp_path / own).write_bytes(before)
    places = [install(shell, "the script", tmp_path) for _ in range(2)]
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    assert before + gap + lines.format(home=tmp_path).encode() == (tmp_path / own).read_bytes()
    assert ([tmp_path / script] * 2, "the script\n") == (places, (tmp_path / script).read_text(encoding="utf-8"))


def test_installing_keeps_a_linked_file_linked(tmp_path: Path) -> None:
    """Where the shell's own file is a link, what it points to gets the line, and the link stays."""
    kept = tmp_path / "kept"
    kept.write_bytes(b"mine\n")
    (tmp_path / ".bashrc").symlink_to(kept)
    install("bash", "the script", tmp_path)
    assert (True, True) == ((tmp_path / ".bashrc").is_symlink(), kept.read_bytes().startswith(b"mine\nsource "))


def test_installing_for_fish_needs_no_line(tmp_path: Path) -> None:
    """fish finds the script by itself."""
    install("fish", "the script", tmp_path)
    found = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert [Path(".config/fish/completions/careerfit.fish")] == found


def test_a_home_with_a_quote_in_its_name(tmp_path: Path) -> None:
    """The line in bash's file is quoted, so that it means that place."""
    home = tmp_path / "it's"
    home.mkdir()
    place = install("bash", "the script", home)
    assert ["source", str(place)] == shlex.split((home / ".bashrc").read_text(encoding="utf-8"))


def test_installing_without_a_place_is_told(tmp_path: Path) -> None:
    """A file in place of the folder is told with the place, and the shell's own file is not touched."""
    (tmp_path / ".bash_completions").write_bytes(b"")
    with pytest.raises(DataError, match=r"careerfit\.sh: can't be written"):
        install("bash", "the script", tmp_path)
    assert not (tmp_path / ".bashrc").exists()


# What is offered ----------------------------------------------------------------------------------------------------

Asking = Callable[[dict[str, str]], str]
Complete = Callable[..., list[str]]
SLUGS = [
    "kepala-bagian-kesejahteraan-masyarakat",
    "kepala-pusat-pelayanan-sosial",
    "manajer-departemen-sosial",
    "pegawai-departemen-sosial",
    "pengelola-program-kesejahteraan-sosial",
]


@pytest.fixture
def asking(program: Program, monkeypatch: pytest.MonkeyPatch) -> Asking:
    """What the program says to a shell that asks with these variables."""

    def ask(asked: dict[str, str]) -> str:
        env = {"CAREERFIT_LANG": "en", **asked}
        with monkeypatch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            call = program(env=env)
        assert (0, "") == (call.code, call.err)
        return call.out

    return ask


@pytest.fixture
def complete(asking: Asking) -> Complete:
    """What bash would be offered for the last of these words."""

    def ask(*words: str, env: dict[str, str] | None = None) -> list[str]:
        asked = {
            "_CAREERFIT_COMPLETE": "complete_bash",
            "COMP_WORDS": shlex.join(["careerfit", *words]),
            "COMP_CWORD": str(len(words)),
        }
        return asking({**asked, **(env or {})}).split()

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
def test_the_other_shells_ask_their_own_way(asking: Asking, shell: str) -> None:
    """Both zsh and fish get commands with their explanations in the active language, and roles."""
    asked = {"_CAREERFIT_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    commands = asking({**asked, "_TYPER_COMPLETE_ARGS": "careerfit ro"})
    expected = {"zsh": '_arguments \'*: :(("roles":"List the roles."))\'\n', "fish": "roles\tList the roles.\n"}
    assert expected[shell] == commands
    roles = asking({**asked, "_TYPER_COMPLETE_ARGS": "careerfit profile kepala"})
    assert all(slug in roles for slug in SLUGS[:2])
