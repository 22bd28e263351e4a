"""What holds for a call as a whole, whichever command runs: language, colour and pack."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from careerfit.cli.terminal import is_terminal
from careerfit.core.model import Pack
from careerfit.errors import UsageError
from careerfit.text import LANGUAGES, Lang, Text

if TYPE_CHECKING:
    from careerfit.report.screens.terminal import ColorMode

LANG_VARIABLE, PACK_VARIABLE = "CAREERFIT_LANG", "CAREERFIT_PACK"
PLAIN_VARIABLES = ("CAREERFIT_PLAIN", "ACCESSIBLE")
DEFAULT_LANG: Lang = "id"
REFUSED = Text(
    "{variable}={value} tidak bisa dipakai; isi dengan id atau en.",
    "{variable}={value} can't be used; set it to id or en.",
)
ONE_LANGUAGE = Text(
    "Paket ini hanya berbahasa Inggris; isinya ditampilkan apa adanya.",
    "This pack is in Indonesian alone; its own texts are shown as they are.",
)
"""Told in the language that the pack does not have."""

Chosen: TypeAlias = Literal["flag", "environment", "remembered", "default"]


class Language(NamedTuple):
    """The active language, and what it was chosen by; ``refused`` is an environment value that is no language."""

    lang: Lang
    by: Chosen
    refused: str | None = None


class Settings:
    """The settings of one call. ``pack_path``, ``norms``, ``color`` and ``plain_asked`` are filled in as their options
    are read.

    ``first_lang`` is the language that it begins in; the person may choose another one on the way.
    """

    def __init__(self, language: Language, environ: Mapping[str, str]) -> None:
        self.language = language
        self.first_lang: Lang = language.lang
        self.environ = environ
        self.pack_path: str | None = None
        self.norms: str | None = None
        self.color: ColorMode = "auto"
        self.plain_asked = False
        self._told_of_one = False

    @property
    def lang(self) -> Lang:
        """The language that a person reads."""
        return self.language.lang

    @property
    def plain(self) -> bool:
        """Is all to be told in lines that can be read aloud: on demand, or as the environment says?"""
        return self.plain_asked or any(self.environ.get(name, "") not in ("", "0") for name in PLAIN_VARIABLES)

    @property
    def document_lang(self) -> Lang | None:
        """The one language of a JSON document; None for both, unless the call itself names one."""
        return self.lang if self.language.by == "flag" else None

    @property
    def pack_folder(self) -> str | None:
        """The folder of the pack in use; None for the shipped one."""
        return self.pack_path or self.environ.get(PACK_VARIABLE) or None

    def load_pack(self) -> Pack:
        """The pack in use, with the reference group in use. Raises ``DataError`` with all that is wrong with them."""
        from careerfit.pack import load_pack

        pack = load_pack(self.pack_folder, self.norms)
        if self.lang not in pack.languages and not self._told_of_one:
            self._told_of_one = True
            with contextlib.suppress(AttributeError, OSError, ValueError):  # nobody reads along
                sys.stderr.write(f"{ONE_LANGUAGE.pick(self.lang)}\n")
        return pack

    def role_slugs(self) -> list[str]:
        """The slugs of that pack's roles, for less than all of it costs. Raises ``DataError``."""
        from careerfit.pack import role_slugs

        return role_slugs(self.pack_folder)


def settle_language(args: Sequence[str], environ: Mapping[str, str]) -> Language:
    """The language, before anything is parsed or said: ``--lang``, else ``CAREERFIT_LANG``, else Indonesian.

    Before Indonesian comes what was last chosen here, but only where somebody reads along at a terminal: what scripts
    get must not depend on that.
    A ``--lang`` that is no language is left to the parser, which refuses it in the language that is left.
    """
    named = [value for value in _lang_values(args) if value in LANGUAGES]
    if named:
        return Language(named[-1], "flag")
    value = environ.get(LANG_VARIABLE, "")
    if value in LANGUAGES:
        return Language(value, "environment")
    if not value and is_terminal(sys.stderr):
        from careerfit.cli.last_language import remembered_language

        if remembered := remembered_language():
            return Language(remembered, "remembered")
    return Language(DEFAULT_LANG, "default", value or None)


def check_language(language: Language) -> None:
    """Raise ``UsageError`` where the environment names a language that there is not."""
    if language.refused is None:
        return
    raise UsageError(REFUSED.fill(variable=LANG_VARIABLE, value=language.refused))


def _lang_values(args: Sequence[str]) -> Iterator[str]:
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            return
        if arg == "--lang":
            yield next(rest, "")
        elif arg.startswith("--lang="):
            yield arg.removeprefix("--lang=")
