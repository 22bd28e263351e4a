"""``--install-completion`` and ``--show-completion``, and completion itself without rich: it must be fast."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer
from typer._click.shell_completion import CompletionItem, add_completion_class
from typer._completion_classes import FishComplete, ZshComplete, completion_init
from typer.core import TyperOption

from careerfit.cli.command import flag
from careerfit.cli.output import write_text
from careerfit.cli.words import PROGRAM, both
from careerfit.errors import DataError, UsageError
from careerfit.text import Text

VARIABLE = f"_{PROGRAM.upper()}_COMPLETE"
"""The environment variable by which a shell asks for completions."""
SHELLS = ("bash", "zsh", "fish")
REQUESTS = ("complete", "source")


class _Zsh(ZshComplete):
    """typer's own, less rich, which it would load to take markup out of plain text."""

    def format_completion(self, item: CompletionItem) -> str:
        value, text = _zsh_escaped(item.value), _zsh_escaped(item.help or "")
        return f'"{value}":"{text}"' if text else f'"{value}"'


class _Fish(FishComplete):
    """Likewise."""

    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{' '.join(item.help.split())}" if item.help else str(item.value)


def register_shells(environ: Mapping[str, str]) -> None:
    """Make the shells known to the parser; needed only when one of them asks.

    Raises ``UsageError`` where what asks is none of them, or does not ask as they do.
    """
    request, _, shell = environ[VARIABLE].partition("_")
    is_asked = shell != "bash" or request != "complete" or _is_whole(environ)
    known_shell(shell if request in REQUESTS and is_asked else None)
    completion_init()
    add_completion_class(_Zsh, "zsh")
    add_completion_class(_Fish, "fish")


def _is_whole(environ: Mapping[str, str]) -> bool:
    """Does bash say which words there are, and which of them is to be completed?"""
    return "COMP_WORDS" in environ and re.fullmatch("[0-9]{1,9}", environ.get("COMP_CWORD", "")) is not None


def completion_options() -> list[TyperOption]:
    """The two options, for the top of the program."""
    return [
        flag(
            "--install-completion",
            _install,
            both("Pasang pelengkapan perintah untuk shell ini.", "Install completion for this shell."),
        ),
        flag(
            "--show-completion",
            _show,
            both("Tampilkan skrip pelengkapan untuk shell ini.", "Show the completion script for this shell."),
        ),
    ]


def _install(ctx: Any, _: Any, value: bool | None) -> None:
    if not value or ctx.resilient_parsing:
        return
    from typer._completion_shared import _get_shell_name, get_completion_script

    from careerfit.cli.install_completion import install
    from careerfit.text import clean

    shell = known_shell(_get_shell_name())
    script = get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell)
    path = install(shell, script, _home())
    done = Text(
        f"Pelengkapan untuk {shell} terpasang di {path}. Buka terminal baru untuk memakainya.",
        f"Completion for {shell} is installed in {path}. Open a new terminal to use it.",
    )
    write_text(clean(done.pick(ctx.find_root().obj.lang)) + "\n")
    raise typer.Exit


def _home() -> Path:
    """The user's home. Raises ``DataError`` where there is none."""
    with contextlib.suppress(RuntimeError):
        return Path.home()
    raise DataError(Text("Folder home tidak ditemukan; isi variabel HOME.", "There is no home folder; set HOME."))


def _show(ctx: Any, _: Any, value: bool | None) -> None:
    if not value or ctx.resilient_parsing:
        return
    from typer._completion_shared import _get_shell_name, get_completion_script

    shell = known_shell(_get_shell_name())
    write_text(get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell) + "\n")
    raise typer.Exit


def known_shell(name: str | None) -> str:
    """That shell. Raises ``UsageError`` where it is none that completion is made for."""
    if name in SHELLS:
        return name
    first, last = ", ".join(SHELLS[:-1]), SHELLS[-1]
    raise UsageError(
        Text(
            f"Shell ini tidak dikenali; jalankan dari {first}, atau {last}.",
            f"This shell is not known; run this from {first} or {last}.",
        )
    )


def _zsh_escaped(text: str) -> str:
    for plain, escaped in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
        text = text.replace(plain, escaped)
    return text
