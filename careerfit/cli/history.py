"""``careerfit history …``: what was saved on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import typer

from careerfit.cli.command import Entry, settings_of
from careerfit.cli.options import FORMAT_HELP, Output, settled_format
from careerfit.cli.results import FORMATS
from careerfit.cli.words import both, explained
from careerfit.core.model import Text
from careerfit.errors import UsageError

COMMANDS: Mapping[str, Entry] = {
    "list": Entry(
        "careerfit.cli.history:list_attempts", both("Daftar hasil yang tersimpan.", "List the saved attempts.")
    ),
    "show": Entry("careerfit.cli.history:show", both("Tampilkan satu hasil.", "Show one attempt.")),
    "diff": Entry("careerfit.cli.history:diff", both("Bandingkan dua hasil.", "Set two attempts side by side.")),
    "export": Entry(
        "careerfit.cli.history:export", both("Ekspor satu atau semua hasil.", "Export one attempt or all.")
    ),
    "delete": Entry("careerfit.cli.history:delete", both("Hapus hasil tanpa sisa.", "Delete attempts for good.")),
}
LIST_FORMATS, EXPORT_FORMATS = ("table", "json"), ("json", "csv")
NUMBER_HELP = both("Nomor hasil, dari careerfit history list.", "The attempt's number, from careerfit history list.")
WHICH = Text("Sebut nomor hasilnya, atau --all; tidak keduanya.", "Name the attempt's number or --all, and not both.")


@explained(both("Daftar hasil yang tersimpan, yang terbaru di atas.", "List the saved attempts, the newest first."))
def list_attempts(
    ctx: typer.Context,
    format: Annotated[  # noqa: A002  # it is the option's name
        Literal["table", "json"] | None,
        typer.Option("--format", metavar="|".join(LIST_FORMATS), help=FORMAT_HELP),
    ] = None,
    output: Output = None,
) -> None:
    """All attempts."""
    raise NotImplementedError(settings_of(ctx), settled_format(format, output, LIST_FORMATS))


@explained(both("Tampilkan satu hasil yang tersimpan.", "Show one saved attempt."))
def show(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help=NUMBER_HELP)],
    format: Annotated[  # noqa: A002  # it is the option's name
        Literal["table", "json", "markdown", "csv", "html"] | None,
        typer.Option("--format", metavar="|".join(FORMATS), help=FORMAT_HELP),
    ] = None,
    output: Output = None,
) -> None:
    """One attempt's result."""
    raise NotImplementedError(settings_of(ctx), number, settled_format(format, output, FORMATS))


@explained(
    both(
        "Bandingkan dua hasil: mana yang benar-benar berubah, dan mana yang hanya goyangan biasa.",
        "Set two attempts side by side: what has really changed, and what is no more than answers usually waver.",
    )
)
def diff(
    ctx: typer.Context,
    first: Annotated[int, typer.Argument(metavar="N", help=NUMBER_HELP)],
    second: Annotated[int, typer.Argument(metavar="M", help=NUMBER_HELP)],
    format: Annotated[  # noqa: A002  # it is the option's name
        Literal["table", "json"] | None,
        typer.Option("--format", metavar="|".join(LIST_FORMATS), help=FORMAT_HELP),
    ] = None,
    output: Output = None,
) -> None:
    """Two attempts → what differs."""
    raise NotImplementedError(settings_of(ctx), first, second, settled_format(format, output, LIST_FORMATS))


@explained(both("Ekspor satu hasil, atau semuanya.", "Export one attempt, or all of them."))
def export(
    ctx: typer.Context,
    number: Annotated[int | None, typer.Argument(metavar="N", help=NUMBER_HELP)] = None,
    format: Annotated[  # noqa: A002  # it is the option's name
        Literal["json", "csv"] | None,
        typer.Option(
            "--format",
            metavar="|".join(EXPORT_FORMATS),
            help=both("Bentuknya; biasanya json.", "The form; json unless given."),
        ),
    ] = None,
    output: Output = None,
) -> None:
    """Attempts → a file."""
    raise NotImplementedError(settings_of(ctx), number, format, output)


@explained(
    both(
        "Hapus satu hasil, atau semuanya, tanpa sisa. Di terminal ditanya dulu; di skrip pakai --yes.",
        "Delete one attempt, or all of them, for good. On a terminal you are asked first; scripts say --yes.",
    )
)
def delete(
    ctx: typer.Context,
    number: Annotated[int | None, typer.Argument(metavar="N", help=NUMBER_HELP)] = None,
    everything: Annotated[bool, typer.Option("--all", help=both("Hapus semuanya.", "Delete all of them."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=both("Jangan tanya dulu.", "Don't ask first."))] = False,
) -> None:
    """Attempts → nothing."""
    if (number is None) != everything:
        raise UsageError(WHICH)
    raise NotImplementedError(settings_of(ctx), number, yes)
