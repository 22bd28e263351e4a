"""Where each shell looks for completion: the script, and the line that makes it read that; each whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from careerfit.cli.output import replace_file, unwritable
from careerfit.cli.words import PROGRAM
from careerfit.text import Text

ZSH_READS = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
ZSH_MENU = "zstyle ':completion:*' menu select"
"""Added where there is no style at all yet."""


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
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(Text(str(place), str(place)), error) from error
    replace_file(place, f"{script}\n".encode())
    return place


def _add(file: Path, lines: Sequence[tuple[str, str]]) -> None:
    """Add those lines of which the first part stands nowhere in the file."""
    try:
        content = file.read_bytes() if file.exists() else b""
    except OSError as error:
        raise unwritable(Text(str(file), str(file)), error) from error
    missing = [line for sign, line in lines if os.fsencode(sign) not in content]
    if missing:
        ended = content if content.endswith(b"\n") or not content else content + b"\n"
        replace_file(file, ended + os.fsencode("".join(f"{line}\n" for line in missing)))
