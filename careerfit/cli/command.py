"""Commands that speak the active language, take the options of ``everywhere``, and are imported only when used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Annotated, Any, Literal

import typer
from typer._click.exceptions import UsageError
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from careerfit.cli import help as pages
from careerfit.cli.context import LANG_VARIABLE, PACK_VARIABLE, Settings
from careerfit.cli.errors import CancelledError
from careerfit.cli.output import write_text
from careerfit.cli.words import PROGRAM, both, pick
from careerfit.core.model import Lang


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is found (``module:function``, or ``module:TABLE`` for a group), and what it does in one line."""

    place: str
    help: str
    is_group: bool = False


def settings_of(ctx: Any) -> Settings:
    """The settings of the running call, from any of its contexts."""
    found = ctx.find_root().obj
    if not isinstance(found, Settings):
        raise TypeError(found)
    return found


def _keep(ctx: typer.Context, param: typer.CallbackParam, value: str | None) -> str | None:
    """Note an option's value; what stands later, after the subcommand, wins."""
    if value is not None:
        setattr(settings_of(ctx), "pack_path" if param.name == "pack" else str(param.name), value)
    return value


def _show_help(ctx: typer.Context, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        write_text(ctx.get_help() + "\n")
        raise typer.Exit


def _show_version(ctx: typer.Context, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from careerfit import __version__

        write_text(f"{PROGRAM} {__version__}\n")
        raise typer.Exit


def _everywhere(  # the options alone are wanted, not the function
    pack: Annotated[
        str | None,
        typer.Option(
            "--pack",
            metavar="DIR",
            expose_value=False,
            callback=_keep,
            help=both(
                f"Paket profil lain; bisa juga lewat {PACK_VARIABLE}.",
                f"Another pack of profiles; also {PACK_VARIABLE}.",
            ),
        ),
    ] = None,
    lang: Annotated[
        Literal["id", "en"] | None,
        typer.Option(
            "--lang",
            metavar="id|en",
            expose_value=False,
            help=both(f"Bahasa; bisa juga lewat {LANG_VARIABLE}.", f"The language; also {LANG_VARIABLE}."),
        ),
    ] = None,
    color: Annotated[
        Literal["auto", "always", "never"] | None,
        typer.Option(
            "--color",
            metavar="auto|always|never",
            expose_value=False,
            callback=_keep,
            help=both(
                "Warna: kalau terminalnya bisa, selalu, atau tidak.", "Colour: where it can be shown, always, never."
            ),
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help=both("Tampilkan versi, lalu selesai.", "Show the version and stop."),
        ),
    ] = False,
    help: Annotated[  # noqa: A002  # it is the option's name
        bool,
        typer.Option(
            "-h",
            "--help",
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help=both("Tampilkan bantuan ini, lalu selesai.", "Show this help and stop."),
        ),
    ] = False,
) -> None: ...


@cache
def everywhere() -> tuple[Any, ...]:
    """The options that every command takes, before or after its name."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(add_help_option=False)(_everywhere)
    return tuple(typer.main.get_command(app).params)


class _Localised:
    """Help in the active language; mixed into typer's own classes."""

    params: list[Any]
    help: str | None

    def get_help(self, ctx: Any) -> str:
        lang, width = settings_of(ctx).lang, pages.help_width(ctx.terminal_width)
        usage = pages.usage_line(ctx.command_path, self.usage_pieces(lang), lang, width)
        return pages.page(usage, pick(self.help, lang), self.sections(lang), width)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            found: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]  # typer's class comes after this one
        except UsageError as error:
            error.ctx = error.ctx or ctx  # some of the parser's errors don't say whose options they are about
            raise
        return found

    def usage_pieces(self, lang: Lang) -> list[str]:
        arguments = [pages.argument_piece(p) for p in self.params if isinstance(p, TyperArgument)]
        return [pages.OPTIONS_PIECE.pick(lang), *arguments]

    def sections(self, lang: Lang) -> list[pages.Section]:
        general = everywhere()
        own = [p for p in self.params if isinstance(p, TyperOption) and p not in general]
        arguments = [p for p in self.params if isinstance(p, TyperArgument)]
        return [
            pages.Section(pages.ARGUMENTS.pick(lang), pages.argument_rows(arguments, lang)),
            pages.Section(pages.OPTIONS.pick(lang), pages.option_rows(own, lang)),
            pages.Section(pages.EVERYWHERE.pick(lang), pages.option_rows(general, lang)),
        ]


class Command(_Localised, TyperCommand):
    """One command. Ctrl-C in it ends it with a word, unless it sees to that itself."""

    def __init__(self, *args: Any, params: list[Any] | None = None, **attrs: Any) -> None:
        super().__init__(*args, params=[*(params or []), *everywhere()], **attrs | {"add_help_option": False})

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise CancelledError from None


class Group(_Localised, TyperGroup):
    """A command with subcommands, from a table that names their modules: each is imported when it is called."""

    def __init__(self, *, table: Mapping[str, Entry], params: list[Any] | None = None, **attrs: Any) -> None:
        super().__init__(params=[*(params or []), *everywhere()], add_help_option=False, **attrs)
        self.table = table

    def usage_pieces(self, lang: Lang) -> list[str]:
        return [*super().usage_pieces(lang), pages.COMMAND_PIECE.pick(lang)]

    def sections(self, lang: Lang) -> list[pages.Section]:
        rows = tuple((name, pick(entry.help, lang)) for name, entry in self.table.items())
        return [pages.Section(pages.COMMANDS.pick(lang), rows), *super().sections(lang)]

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the base class's signature
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in self.table and cmd_name not in self.commands:
            self.add_command(build(cmd_name, self.table[cmd_name]), cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.table and not ctx.resilient_parsing and not args[0].startswith("-"):
            from careerfit.cli.usage import no_such_command

            raise no_such_command(args[0], list(self.table), ctx.command_path)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        from careerfit.cli.complete import completion_items

        lang = settings_of(ctx).lang
        names = {name: pick(entry.help, lang) for name, entry in self.table.items()}
        return [*completion_items(names, incomplete), *super(TyperGroup, self).shell_complete(ctx, incomplete)]


def build(name: str, entry: Entry) -> Any:
    """The command of a table's entry, imported now."""
    module, _, attribute = entry.place.partition(":")
    target = getattr(import_module(module), attribute)
    if entry.is_group:
        return Group(name=name, table=target, help=entry.help, rich_markup_mode=None)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Command, help=getattr(target, "help_text", None) or entry.help)(target)
    return typer.main.get_command(app)
