"""Completion: what may stand at the cursor, and where each shell looks for it. It is fast: rich is not loaded."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import typer

from careerfit.cli.help import PROGRAM
from careerfit.cli.output import replace_file, write_text, writing_to
from careerfit.cli.parser import CompletionItem, completion_script, register_completion, shell_name
from careerfit.cli.settings import Settings
from careerfit.core.model import HIGHEST, LOWEST
from careerfit.errors import CareerfitError, DataError, UsageError
from careerfit.text import Text, clean

T = TypeVar("T")
VARIABLE = f"_{PROGRAM.upper()}_COMPLETE"
"""The environment variable by which a shell asks for completions."""
SHELLS = ("bash", "zsh", "fish")
REQUESTS = ("complete", "source")
INSTALLED = Text(
    "Pelengkapan untuk {shell} terpasang di {path}. Buka terminal baru untuk memakainya.",
    "Completion for {shell} is installed in {path}. Open a new terminal to use it.",
)
NO_HOME = Text("Folder home tidak ditemukan; isi variabel HOME.", "There is no home folder; set HOME.")
UNKNOWN_SHELL = Text(
    "Shell ini tidak dikenali; jalankan dari {first}, atau {last}.",
    "This shell is not known; run this from {first} or {last}.",
)
ZSH_READS = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
ZSH_MENU = "zstyle ':completion:*' menu select"
"""The line for a menu of completions in zsh; it is added to a file that sets no style at all yet."""


def completion_items(names: Mapping[str, str], incomplete: str) -> list[CompletionItem]:
    """The names that begin so, each with its explanation."""
    return [CompletionItem(name, help=text) for name, text in names.items() if name.startswith(incomplete)]


def complete_role(ctx: typer.Context, incomplete: str) -> list[str]:
    """The slugs of the pack in use."""
    slugs = _of_pack(ctx, Settings.role_slugs)
    return [slug for slug in slugs or () if slug.startswith(incomplete)]


def complete_answer(ctx: typer.Context, incomplete: str) -> list[str]:
    """``KEY=`` for facets, and for items once a facet's name stands; ``KEY=1`` to ``KEY=5`` after the sign of one."""
    pack = _of_pack(ctx, Settings.load_pack)
    if pack is None:
        return []
    key, sign, _ = incomplete.partition("=")
    if sign:
        known = key in pack.facet_index or key in pack.item_by_key
        return [f"{key}={value}" for value in range(LOWEST, HIGHEST + 1)] if known else []
    keys = [*pack.facet_index, *(pack.item_by_key if "-" in incomplete else ())]
    return [f"{found}=" for found in keys if found.startswith(incomplete)]


def _of_pack(ctx: typer.Context, what: Callable[[Settings], T]) -> T | None:
    """What is asked of the pack in use; None where that can't be loaded."""
    settings = ctx.find_root().obj
    try:
        return what(settings) if isinstance(settings, Settings) else None
    except CareerfitError:
        return None


def register_shells(environ: Mapping[str, str]) -> None:
    """Make the shells known to the parser; needed only when one of them asks.

    Raises ``UsageError`` where what asks is none of them, or does not ask as they do.
    """
    request, _, shell = environ[VARIABLE].partition("_")
    # bash must say which words there are, and which of them is to be completed
    told = "COMP_WORDS" in environ and re.fullmatch("[0-9]{1,9}", environ.get("COMP_CWORD", ""))
    is_asked = shell != "bash" or request != "complete" or told
    known_shell(shell if request in REQUESTS and is_asked else None)
    register_completion()


def install_here(ctx: Any, _: Any, value: bool | None) -> None:
    if not value or ctx.resilient_parsing:
        return
    shell = known_shell(shell_name())
    try:
        home = Path.home()
    except RuntimeError as error:
        raise DataError(NO_HOME) from error
    path = install(shell, completion_script(PROGRAM, VARIABLE, shell), home)
    write_text(clean(INSTALLED.say(ctx.find_root().obj.lang, shell=shell, path=path)) + "\n")
    raise typer.Exit


def show_script(ctx: Any, _: Any, value: bool | None) -> None:
    if not value or ctx.resilient_parsing:
        return
    shell = known_shell(shell_name())
    write_text(completion_script(PROGRAM, VARIABLE, shell) + "\n")
    raise typer.Exit


def known_shell(name: str | None) -> str:
    """That shell. Raises ``UsageError`` where it is none that completion is made for."""
    if name in SHELLS:
        return name
    raise UsageError(UNKNOWN_SHELL.fill(first=", ".join(SHELLS[:-1]), last=SHELLS[-1]))


def install(shell: str, script: str, home: Path) -> Path:
    """Put the completion script of bash, zsh or fish where that shell finds it; the place.

    What stands in the shell's own file stays, and what is there already is not added again. Raises ``DataError``.
    """
    if shell == "fish":
        return _put(home / ".config" / "fish" / "completions" / f"{PROGRAM}.fish", script)
    if shell == "zsh":
        place = _put(home / ".zfunc" / f"_{PROGRAM}", script)
        _add(home / ".zshrc", [(ZSH_READS, ZSH_READS), ("zstyle", ZSH_MENU)])
        return place
    place = _put(home / ".bash_completions" / f"{PROGRAM}.sh", script)
    quoted = str(place).replace("'", "'\\''")
    _add(home / ".bashrc", [(line := f"source '{quoted}'", line)])
    return place


def _put(place: Path, script: str) -> Path:
    with writing_to(str(place)):
        place.parent.mkdir(parents=True, exist_ok=True)
    replace_file(place, f"{script}\n".encode())
    return place


def _add(file: Path, lines: Sequence[tuple[str, str]]) -> None:
    """Add those lines of which the first part stands nowhere in the file."""
    with writing_to(str(file)):
        content = file.read_bytes() if file.exists() else b""
    missing = [line for sign, line in lines if os.fsencode(sign) not in content]
    if missing:
        ended = content if content.endswith(b"\n") or not content else content + b"\n"
        replace_file(file, ended + os.fsencode("".join(f"{line}\n" for line in missing)))
