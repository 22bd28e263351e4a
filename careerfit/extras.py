"""Optional extras: are they there, and the command that installs what is missing for the very Python that runs this."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from careerfit.errors import UsageError
from careerfit.text import Text

MISSING = Text(
    "Perintah ini butuh bagian tambahan; pasang dengan: {command}",
    "This command needs an extra part; install it with: {command}",
)
UNKNOWN = Text(
    "Perintah ini butuh bagian tambahan '{extra}'; pasang lagi careerfit dengan bagian itu (baca README).",
    "This command needs the extra '{extra}'; install careerfit again with that extra (see its README).",
)
UNQUOTED = re.compile(r"[\w:\\.-]+")
"""What cmd and PowerShell both read as one plain word."""


def require(extra: str, modules: Sequence[str]) -> None:
    """Raise ``UsageError`` with the command that installs an extra, unless all these modules of it can be found."""
    if all(find_spec(module) is not None for module in modules):
        return
    required = requirements(extra)
    if not required:
        raise UsageError(UNKNOWN.fill(extra=extra))
    raise UsageError(MISSING.fill(command=install_command(required, pip=find_spec("pip") is not None)))


def requirements(extra: str) -> list[str]:
    """What an extra requires by the metadata of the installed careerfit, as pip takes it; empty where it is unknown."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        named = requires("careerfit") or ()
    except PackageNotFoundError:
        return []
    # What still named an extra, pip would leave out
    stripped = (re.subn(rf"""(\band )?\bextra == ['"]{re.escape(extra)}['"]$""", "", one) for one in named)
    return [one.rstrip("; ") for one, count in stripped if count]


def install_command(
    required: Sequence[str], *, pip: bool = True, python: str = sys.executable, system: str = os.name
) -> str:
    """The command that installs these for that Python, quoted for the shells of the system; uv's where it has no pip.

    On Windows, cmd and PowerShell both take it, but where the path of Python itself needs quotes, PowerShell alone.
    """
    words = [python, "-m", "pip", "install"] if pip else ["uv", "pip", "install", "--python", python]
    if system != "nt":
        return shlex.join([*words, *required])
    quoted = " ".join(word if UNQUOTED.fullmatch(word) else f'"{word}"' for word in [*words, *required])
    return f"& {quoted}" if quoted.startswith('"') else quoted
