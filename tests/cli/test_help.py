"""Help in two languages, for every command, on any terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.core import TyperArgument, TyperOption

from careerfit.cli.app import COMMANDS
from careerfit.cli.command import HELP_WORDS, build, everywhere
from careerfit.cli.help import both, page, pick

from .conftest import Program


def commands() -> Iterator[tuple[str, ...]]:
    """Every command by its words."""
    yield ()
    for name, entry in COMMANDS.items():
        yield (name,)
        if entry.is_group:
            yield from ((name, sub) for sub in build(name, entry).table)


ALL = list(commands())


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_is_plain_text(program: Program, words: tuple[str, ...], lang: str) -> None:
    """Help of every command exits with 0 on standard output, without escape bytes or a line over 80 columns."""
    call = program(*words, "--help", "--lang", lang, env={})
    assert (0, "") == (call.code, call.err)
    assert "\x1b" not in call.out
    assert "\x1f" not in call.out
    assert max(map(len, call.out.splitlines())) <= 80
    assert call.out == program("--lang", lang, *words, "-h", env={}).out


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_everything_is_explained_in_both_languages(words: tuple[str, ...]) -> None:
    """Every command, option and argument has help in Indonesian and in English, and they differ."""
    command = None
    for name in words:
        command = build(name, (COMMANDS if command is None else command.table)[name])
    explained = [command.help, *(p.help for p in command.params)] if command else [e.help for e in COMMANDS.values()]
    for text in explained:
        assert len({pick(text, "id"), pick(text, "en")} - {""}) == 2, text


def test_everything_takes_the_general_options(program: Program) -> None:
    """``--pack``, ``--norms``, ``--lang``, ``--color`` and ``--version`` may stand before or after any command."""
    for words in ALL:
        assert program(*words, "--version").out == program("--version", *words).out == "careerfit 0.1.0\n"
    names = {name for p in everywhere() for name in p.opts}
    assert {"--pack", "--norms", "--lang", "--color", "--plain", "--version", "-h", "--help"} == names


def test_every_parameter_has_a_metavar() -> None:
    """What help shows of an option or argument never depends on the version of the parser."""
    for name, entry in COMMANDS.items():
        for command in [build(name, entry), *(build(*sub) for sub in getattr(build(name, entry), "table", {}).items())]:
            for param in command.params:
                assert isinstance(param, TyperArgument | TyperOption)
                assert param.metavar or getattr(param, "is_flag", False), f"{name}: {param.name}"


def test_narrow_help_is_stacked() -> None:
    """At 40 columns an explanation stands under its name, and nothing is cut."""
    sections = [("Options", [("--color auto|always|never", "Colour: where it can be shown, always, never.")])]
    expected = """usage

Some text that is longer than forty
columns are.

Options:
  --color auto|always|never
      Colour: where it can be shown,
      always, never."""
    assert expected == page("usage", "Some text that is longer than forty columns are.", sections, 40)


def test_a_text_in_one_language_serves_both() -> None:
    """A text without a translation is shown as it is; an absent one is empty."""
    assert ("satu", "one") == (pick(both("satu", "one"), "id"), pick(both("satu", "one"), "en"))
    assert ("only", "only") == (pick("only", "id"), pick("only", "en"))
    assert pick(None, "en") == ""


def test_without_arguments_help_is_printed(program: Program) -> None:
    """Called with nothing where nobody could answer, the program prints help and exits with 0."""
    assert program("--help") == program()


@pytest.mark.parametrize("word", HELP_WORDS)
@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_can_be_asked_for_in_words(program: Program, words: tuple[str, ...], word: str) -> None:
    """``help`` and ``bantuan``, before the name of a command or alone, show what ``--help`` shows."""
    assert program(*words, "--help") == program(word, *words)


def test_help_for_what_there_is_not(program: Program) -> None:
    """Help for a command that there is not says so: exit 2."""
    call = program("help", "kuiz")
    assert (2, "There is no command 'kuiz'. Did you mean 'quiz'? Help: careerfit --help\n") == (call.code, call.err)


ALIASES = {"kuis": "quiz", "hasil": "score", "profil": "profile", "riwayat": "history", "bandingkan": "compare"}


@pytest.mark.parametrize("alias", ALIASES)
def test_commands_have_indonesian_names_too(program: Program, alias: str) -> None:
    """The other name of a command is the same command; Indonesian help lists it beside the first, English doesn't."""
    assert program(ALIASES[alias], "--help") == program(alias, "--help")
    listed = {lang: f"  {ALIASES[alias]}, {alias} " in program("--help", "--lang", lang).out for lang in ("id", "en")}
    assert {"id": True, "en": False} == listed
