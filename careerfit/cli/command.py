"""Commands that speak the active language, take the options of ``everywhere``, and are imported only when used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

import typer

from careerfit.cli.errors import CancelledError, no_such_command
from careerfit.cli.help import PROGRAM, both, pick
from careerfit.cli.output import write_text
from careerfit.cli.parser import CallError, Choice, Option, PlainCommand, PlainGroup, names_command
from careerfit.cli.settings import LANG_VARIABLE, PACK_VARIABLE, Settings


class Entry(NamedTuple):
    """Where a command is found (``module:function``, or ``module:TABLE`` for a group), and what it does in one line.

    ``alone`` is the subcommand that a group runs where none is named; ``alias`` is what it may be called in Indonesian.
    """

    place: str
    id: str
    en: str
    is_group: bool = False
    alone: str | None = None
    alias: str = ""

    @property
    def help(self) -> str:
        """What it does, as the parser takes it."""
        return both(self.id, self.en)


HELP_WORDS = ("help", "bantuan")
"""What shows the help of the command that is named after it, or of all of them."""


def settings_of(ctx: Any) -> Settings:
    """The settings of the running call, from any of its contexts."""
    found = ctx.find_root().obj
    if not isinstance(found, Settings):
        raise TypeError(found)
    return found


def _keep(ctx: Any, param: Any, value: str | None) -> None:
    """Note an option's value; what stands later, after the subcommand, wins."""
    if value is not None:
        setattr(settings_of(ctx), "pack_path" if param.name == "pack" else str(param.name), value)


def _keep_plain(ctx: Any, _: Any, value: bool | None) -> None:
    if value:
        settings_of(ctx).plain_asked = True


def _show_help(ctx: Any, _: Any, value: bool | None) -> None:
    if value and not ctx.resilient_parsing:
        write_text(ctx.get_help() + "\n")
        raise typer.Exit


def _show_version(ctx: Any, _: Any, value: bool | None) -> None:
    if value and not ctx.resilient_parsing:
        from careerfit import __version__

        write_text(f"{PROGRAM} {__version__}\n")
        raise typer.Exit


@cache
def everywhere() -> tuple[Option, ...]:
    """The options that every command takes, before or after its name; made by hand, since every call pays for them."""

    def setting(name: str, metavar: str, id: str, en: str, **more: Any) -> Option:
        names = [name, f"--{name}"]
        return Option(param_decls=names, metavar=metavar, expose_value=False, help=both(id, en), **more)

    languages, colors = ("id", "en"), ("auto", "always", "never")
    pack = f"Paket profil lain; bisa juga lewat {PACK_VARIABLE}.", f"Another pack of profiles; also {PACK_VARIABLE}."
    norms = (
        "Kelompok rujukan: jawaban khasnya menjadi titik netral; perintah norms membuatnya.",
        "A reference group, whose typical answers stand for neutral; the command norms makes one.",
    )
    lang = (
        f"Bahasa; bisa juga lewat {LANG_VARIABLE}. Di terminal, kalau tidak disebut: yang terakhir kamu pilih.",
        f"The language; also {LANG_VARIABLE}. At a terminal, unless given: the one that you chose last.",
    )
    color = "Warna: kalau terminalnya bisa, selalu, atau tidak.", "Colour: where it can be shown, always, never."
    return (
        setting("pack", "DIR", *pack, callback=_keep),
        setting("norms", "FILE", *norms, callback=_keep),
        setting("lang", "|".join(languages), *lang, type=Choice(languages)),
        setting("color", "|".join(colors), *color, type=Choice(colors), callback=_keep),
        flag(
            "--plain",
            _keep_plain,
            "Untuk pembaca layar: baris demi baris, tanpa batang dan tanda; bisa juga lewat CAREERFIT_PLAIN.",
            "For screen readers: line by line, without bars and signs; also CAREERFIT_PLAIN.",
        ),
        flag("--version", _show_version, "Tampilkan versi, lalu selesai.", "Show the version and stop."),
        flag("--help", _show_help, "Tampilkan bantuan ini, lalu selesai.", "Show this help and stop.", "-h"),
    )


def flag(name: str, callback: Callable[[Any, Any, bool | None], None], id: str, en: str, *more: str) -> Option:
    """An option without a value that does its work at once; ``more`` are other names of it."""
    told, names = both(id, en), [name, *more]
    return Option(param_decls=names, is_flag=True, is_eager=True, expose_value=False, callback=callback, help=told)


class _Localised:
    """Help in the active language; mixed into typer's own classes."""

    def get_help(self, ctx: Any) -> str:
        from careerfit.cli.help import help_page

        return help_page(self, ctx, settings_of(ctx).lang, everywhere())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            found: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]  # typer's class comes after this one
        except CallError as error:
            error.ctx = error.ctx or ctx  # some of the parser's errors don't say whose options they are about
            raise
        return found


class Command(_Localised, PlainCommand):
    """One command. Ctrl-C in it ends it with a word, unless it sees to that itself."""

    def __init__(self, *args: Any, params: list[Any] | None = None, **attrs: Any) -> None:
        super().__init__(*args, params=[*(params or []), *everywhere()], **attrs | {"add_help_option": False})

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise CancelledError from None


class Group(_Localised, PlainGroup):
    """A command with subcommands, from a table that names their modules: each is imported when it is called."""

    def __init__(
        self,
        *,
        table: Mapping[str, Entry],
        params: list[Any] | None = None,
        alone: str | None = None,
        **attrs: Any,
    ) -> None:
        super().__init__(params=[*(params or []), *everywhere()], add_help_option=False, **attrs)
        self.table = table
        self.alone = alone

    def invoke(self, ctx: Any) -> Any:
        return super().invoke(ctx) if names_command(ctx) else self.invoke_alone(ctx)

    def invoke_alone(self, ctx: Any) -> Any:
        """What the group does where no subcommand is named."""
        if self.alone is None:
            return super().invoke(ctx)
        command = self.get_command(ctx, self.alone)
        with command.make_context(self.alone, [], parent=ctx) as sub:
            return command.invoke(sub)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the base class's signature
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in self.table and cmd_name not in self.commands:
            self.add_command(build(cmd_name, self.table[cmd_name]), cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        aliases = {entry.alias: name for name, entry in self.table.items() if entry.alias}
        name, *rest = args
        if name in HELP_WORDS and not ctx.resilient_parsing:
            if not rest:
                _show_help(ctx, None, value=True)
            return self.resolve_command(ctx, [*rest, "--help"])
        name = aliases.get(name, name)
        if name not in self.table and not ctx.resilient_parsing and not name.startswith("-"):
            raise no_such_command(name, [*self.table, *aliases, *HELP_WORDS], ctx.command_path)
        return super().resolve_command(ctx, [name, *rest])

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        from careerfit.cli.completion import completion_items

        lang = settings_of(ctx).lang
        named = list(self.table.items())
        named += [(entry.alias, entry) for entry in self.table.values() if entry.alias and lang == "id"]
        names = {name: pick(entry.help, lang) for name, entry in named}
        return [*completion_items(names, incomplete), *super(PlainGroup, self).shell_complete(ctx, incomplete)]


def build(name: str, entry: Entry) -> Any:
    """The command of a table's entry, imported now."""
    module, _, attribute = entry.place.partition(":")
    target = getattr(import_module(module), attribute)
    if entry.is_group:
        return Group(name=name, table=target, alone=entry.alone, help=entry.help, rich_markup_mode=None)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Command, help=getattr(target, "help_text", None) or entry.help)(target)
    return typer.main.get_command(app)
