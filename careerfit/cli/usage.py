"""What the parser has to say about a wrong call, in both languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerfit.cli.help import PROGRAM
from careerfit.cli.parser import BadParameter, ClickException, MissingParameter, NoSuchOption
from careerfit.errors import DID_YOU_MEAN, UsageError, did_you_mean
from careerfit.text import Text

_SENTENCES = {
    r"Got unexpected extra argument\(?s?\)? \((?P<extra>.*)\)": Text(
        "Argumen ini berlebih: {extra}.", "Too many arguments: {extra}."
    ),
    r"Option '(?P<name>[^']*)' requires an argument": Text(
        "Opsi '{name}' butuh nilai.", "The option '{name}' needs a value."
    ),
    r"Option '(?P<name>[^']*)' does not take a value": Text(
        "Opsi '{name}' tidak memakai nilai.", "The option '{name}' takes no value."
    ),
    r"(?P<value>'.*'|\".*\") is not one of (?P<known>.*)\.": Text(
        "{value} tidak dikenal; pilih dari {known}.", "{value} is unknown; choose from {known}."
    ),
    r"(?P<value>'.*'|\".*\") is not a valid int": Text(
        "{value} bukan bilangan bulat.", "{value} is not a whole number."
    ),
    r"(?P<value>\S+) is not in the range (?P<range>.*)\.": Text(
        "{value} di luar batas {range}.", "{value} is out of range {range}."
    ),
}
"""A sentence of the parser, as a pattern → ours."""
NO_COMMAND = Text("Tidak ada perintah '{name}'.{hint}", "There is no command '{name}'.{hint}")
NO_OPTION = Text("Tidak ada opsi '{name}'.{hint}", "There is no option '{name}'.{hint}")
MISSING = Text("{name} belum diisi.", "{name} is missing.")
HELP = Text("{said} Bantuan: {path} --help", "{said} Help: {path} --help")


def usage_error(error: ClickException) -> UsageError:
    """The parser's error as ours, with the command whose help to read."""
    ctx = getattr(error, "ctx", None)
    return UsageError(HELP.fill(said=_sentence(error), path=ctx.command_path if ctx is not None else PROGRAM))


def no_such_command(name: str, known: Sequence[str], path: str) -> UsageError:
    """The error for a command that there is not under ``path``, with a suggestion."""
    said = NO_COMMAND.fill(name=name, hint=did_you_mean(name, known))
    return UsageError(HELP.fill(said=said, path=path))


def _sentence(error: ClickException) -> Text:
    if isinstance(error, NoSuchOption):
        close = sorted(error.possibilities or ())[:1]
        hint = Text(*(f" {words}" for words in DID_YOU_MEAN.fill(word=close[0]))) if close else Text("", "")
        return NO_OPTION.fill(name=error.option_name, hint=hint)
    if isinstance(error, MissingParameter):
        return MISSING.fill(name=_name_of(error))
    if not isinstance(error, BadParameter):
        return _translated(error.message)
    text, name = _translated(_in_order(error)), _name_of(error)
    return Text(f"{name}: {text.id}", f"{name}: {text.en}") if name else text


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


def _translated(message: str) -> Text:
    """A sentence of the parser in both languages; one that is not known stays as it is."""
    for pattern, ours in _SENTENCES.items():
        if found := re.match(pattern, message, re.DOTALL):
            return ours.fill(**found.groupdict())
    return Text(message, message)
