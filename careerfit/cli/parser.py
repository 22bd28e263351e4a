"""All that careerfit uses of typer beyond what typer exports, under names of our own; nothing else reaches into it.

typer carries its own copy of click as a private part, so these can move with any release: a test names each of them.
"""

from __future__ import annotations

from typing import Any

from typer._click.exceptions import BadParameter, ClickException, MissingParameter, NoSuchOption
from typer._click.exceptions import UsageError as CallError
from typer._click.shell_completion import CompletionItem, add_completion_class
from typer._types import TyperChoice as Choice
from typer.core import TyperArgument as Argument
from typer.core import TyperCommand as PlainCommand
from typer.core import TyperGroup as PlainGroup
from typer.core import TyperOption as Option

__all__ = [
    "Argument",
    "BadParameter",
    "CallError",
    "Choice",
    "ClickException",
    "CompletionItem",
    "MissingParameter",
    "NoSuchOption",
    "Option",
    "PlainCommand",
    "PlainGroup",
    "completion_script",
    "names_command",
    "register_completion",
    "shell_name",
]


def names_command(ctx: Any) -> bool:
    """Does a group's call name one of its commands? The parser keeps that name nowhere else."""
    return bool(ctx._protected_args or ctx.args)  # noqa: SLF001  # see the module's docstring


def shell_name() -> str | None:
    """The shell that this program was started from, where it can be told."""
    from typer._completion_shared import _get_shell_name

    return _get_shell_name()


def completion_script(program: str, variable: str, shell: str) -> str:
    """The script by which a shell asks the program for completions, through that environment variable."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=program, complete_var=variable, shell=shell)


def register_completion() -> None:
    """Make bash, zsh and fish known to the parser, with completions written without rich, which would be loaded."""
    from typer._completion_classes import FishComplete, ZshComplete, completion_init

    class Zsh(ZshComplete):
        """typer's own class for zsh, less the removal of markup from plain text."""

        def format_completion(self, item: CompletionItem) -> str:
            value, text = zsh_escaped(item.value), zsh_escaped(item.help or "")
            return f'"{value}":"{text}"' if text else f'"{value}"'

    class Fish(FishComplete):
        """typer's own class for fish, less the removal of markup from plain text."""

        def format_completion(self, item: CompletionItem) -> str:
            return f"{item.value}\t{' '.join(item.help.split())}" if item.help else str(item.value)

    completion_init()
    add_completion_class(Zsh, "zsh")
    add_completion_class(Fish, "fish")


def zsh_escaped(text: str) -> str:
    """The text as zsh reads it back within double quotes, in a list of values and explanations."""
    for plain, escaped in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
        text = text.replace(plain, escaped)
    return text
