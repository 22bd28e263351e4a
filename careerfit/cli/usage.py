"""What the parser has to say about a wrong call, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from careerfit.cli.help import PROGRAM
from careerfit.cli.parser import BadParameter, ClickException, MissingParameter, NoSuchOption
from careerfit.errors import UsageError, did_you_mean
from careerfit.text import Text

Rule: TypeAlias = tuple[str, Callable[[re.Match[str]], Text]]

_RULES: tuple[Rule, ...] = (
    (
        r"Got unexpected extra argument\(?s?\)? \((?P<extra>.*)\)",
        lambda m: Text(f"Argumen ini berlebih: {m['extra']}.", f"Too many arguments: {m['extra']}."),
    ),
    (
        r"Option '(?P<name>[^']*)' requires an argument",
        lambda m: Text(f"Opsi '{m['name']}' butuh nilai.", f"The option '{m['name']}' needs a value."),
    ),
    (
        r"Option '(?P<name>[^']*)' does not take a value",
        lambda m: Text(f"Opsi '{m['name']}' tidak memakai nilai.", f"The option '{m['name']}' takes no value."),
    ),
    (
        r"(?P<value>'.*'|\".*\") is not one of (?P<known>.*)\.",
        lambda m: Text(
            f"{m['value']} tidak dikenal; pilih dari {m['known']}.",
            f"{m['value']} is unknown; choose from {m['known']}.",
        ),
    ),
    (
        r"(?P<value>'.*'|\".*\") is not a valid int",
        lambda m: Text(f"{m['value']} bukan bilangan bulat.", f"{m['value']} is not a whole number."),
    ),
    (
        r"(?P<value>\S+) is not in the range (?P<range>.*)\.",
        lambda m: Text(f"{m['value']} di luar batas {m['range']}.", f"{m['value']} is out of range {m['range']}."),
    ),
)


def usage_error(error: ClickException) -> UsageError:
    """The parser's error as ours, with the command whose help to read."""
    ctx = getattr(error, "ctx", None)
    return _with_help(_sentence(error), ctx.command_path if ctx is not None else PROGRAM)


def no_such_command(name: str, known: Sequence[str], path: str) -> UsageError:
    """The error for a command that there is not under ``path``, with a suggestion."""
    hint = did_you_mean(name, known)
    return _with_help(Text(f"Tidak ada perintah '{name}'.{hint.id}", f"There is no command '{name}'.{hint.en}"), path)


def _with_help(text: Text, path: str) -> UsageError:
    return UsageError(Text(f"{text.id} Bantuan: {path} --help", f"{text.en} Help: {path} --help"))


def _sentence(error: ClickException) -> Text:
    if isinstance(error, NoSuchOption):
        return _no_such_option(error)
    if isinstance(error, MissingParameter):
        name = _name_of(error)
        return Text(f"{name} belum diisi.", f"{name} is missing.")
    if isinstance(error, BadParameter):
        return _placed(_name_of(error), _translated(_in_order(error)))
    return _translated(error.message)


def _no_such_option(error: NoSuchOption) -> Text:
    name, close = error.option_name, sorted(error.possibilities or ())[:1]
    hint = Text(f" Maksud kamu '{close[0]}'?", f" Did you mean '{close[0]}'?") if close else Text("", "")
    return Text(f"Tidak ada opsi '{name}'.{hint.id}", f"There is no option '{name}'.{hint.en}")


def _name_of(error: BadParameter) -> str:
    """What the user calls the parameter: ``--format`` or ``ROLE``."""
    param = error.param
    if param is None:
        return ""
    if param.param_type_name == "option":
        return max(param.opts, key=len)
    return param.metavar or (param.name or "").upper()


def _in_order(error: BadParameter) -> str:
    """The message, with choices in the order in which help shows them: typing may have mixed up equal ones."""
    sentence, asked, _ = error.message.partition(" is not one of ")
    shown = getattr(error.param, "metavar", None) or ""
    if not asked or "|" not in shown:
        return error.message
    return f"{sentence}{asked}{', '.join(map(repr, shown.split('|')))}."


def _placed(name: str, text: Text) -> Text:
    return Text(f"{name}: {text.id}", f"{name}: {text.en}") if name else text


def _translated(message: str) -> Text:
    """A sentence of the parser in both languages; one that is not known stays as it is."""
    for pattern, make in _RULES:
        found = re.match(pattern, message, re.DOTALL)
        if found:
            return make(found)
    return Text(message, message)
