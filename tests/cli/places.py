"""Where a stranger's text can come in on the command line, told from the program's own commands.

A new command or parameter is found by itself; one that must be filled in needs a good value here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from typer.core import TyperArgument

from careerfit.cli.app import command

GOOD = {
    ("compare", "roles"): ("penulis", "penyunting"),
    ("history diff", "first"): ("1",),
    ("history diff", "second"): ("2",),
    ("history note", "first"): ("1",),
    ("history note", "second"): ("calm",),
    ("history show", "number"): ("1",),
    ("profile", "role"): ("penulis",),
    ("reality", "role"): ("penulis",),
    ("form", "output"): ("-",),
    ("cohort", "file"): ("nobody.csv",),
    ("cohort", "output"): ("out.csv",),
    ("cohort-summary", "file"): ("nobody.csv",),
    ("norms", "file"): ("nobody.csv",),
    ("validate", "file"): ("nobody.csv",),
    ("validate", "role"): ("peran",),
}
"""What can stand for a parameter that must not be left out; the files are missing, so that no engine starts."""
NOTE = ("history note", "second")
"""What is left out only where it means something else: a number alone is no note."""
NEEDED = {"score": ("--answer", "cermat=4"), "simulate": ("--pack", "nowhere")}
"""What else a call needs in order to show something, or to end before it works out what takes long."""
HALF = {"score": (("--answer", "{}=3"), ("--answer", "cermat={}"), ("--answer", "cermat=3", "{}.yaml"))}
"""Places within an argument."""
ALONE = {"quiz", "reality"}
"""These show something only to somebody at a terminal."""
ENGINES = {"cohort", "cohort-summary", "norms", "simulate", "validate"}
"""These work in processes of their own, which takes too long for every text by itself."""


WRITING = {"draft"}
"""These need texts, and write into the pack."""


class Found(NamedTuple):
    """A command by its full name, as the parser has it."""

    name: str
    parser: Any

    @property
    def arguments(self) -> list[Any]:
        """Its arguments."""
        return [param for param in self.parser.params if isinstance(param, TyperArgument)]

    @property
    def options(self) -> list[Any]:
        """Its options that take a value."""
        return [p for p in self.parser.params if not isinstance(p, TyperArgument) and not p.is_flag]

    @property
    def switches(self) -> list[str]:
        """Its own options that take none, other than those that hold everywhere."""
        flags = [p for p in self.parser.params if not isinstance(p, TyperArgument) and p.is_flag]
        return [flag.opts[0] for flag in flags if flag.expose_value]

    @property
    def formats(self) -> tuple[str, ...]:
        """The forms that it can write."""
        return next((tuple(p.type.choices) for p in self.options if p.name == "format"), ())

    def call(self, **instead: tuple[str, ...]) -> list[str]:
        """A good call, with other values for some parameters."""
        words = [*self.name.split(), *NEEDED.get(self.name, ())]
        for param in self.parser.params:
            if param.required or param.name in instead or (not instead and (self.name, param.name) == NOTE):
                values = instead.get(param.name) or GOOD[self.name, param.name]
                words += values if isinstance(param, TyperArgument) else (param.opts[0], *values)
        return words


def commands() -> list[Found]:
    """All commands of the program, those of groups too."""
    return list(_within("", command()))


def _within(name: str, parser: Any) -> Iterator[Found]:
    if not hasattr(parser, "table"):
        yield Found(name, parser)
        return
    for inner in parser.table:
        yield from _within(f"{name} {inner}".strip(), parser.get_command(None, inner))


def places() -> list[list[str]]:
    """A call for every place where a word of the caller's can stand; ``{}`` is the word."""
    found = [["{}"], ["--{}"], ["history", "{}"]]
    for one in commands():
        found += [one.call(**{param.name: ("{}",)}) for param in one.arguments]
        found += [[*one.call(), option.opts[0], "{}"] for option in one.options]
        found += [
            [*one.call(), *words] for words in ((f"{one.options[0].opts[0]}={{}}",), ("--{}",), ("-{}",), ("{}", "{}"))
        ]
        found += [[*one.name.split(), *words] for words in HALF.get(one.name, ())]
    return found


def showing() -> list[list[str]]:
    """A call for every command in each form that it writes and with each of its switches, in colour too."""
    found = []
    for one in commands():
        if one.name in ALONE | ENGINES | WRITING:
            continue
        found += [[*one.call(), "--format", form] for form in one.formats] or [one.call()]
        found += [[*one.call(), "--color", "always"], *([*one.call(), switch] for switch in one.switches)]
    return [call for call in found if call[:2] != ["history", "delete"]]
