"""``careerfit history``: what was saved on this computer, to look at and to take along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from careerfit.cli.command import Entry, settings_of
from careerfit.cli.options import ListFormat, Output, one_of
from careerfit.cli.output import emit
from careerfit.cli.results import said_again
from careerfit.cli.wording import both, explained

if TYPE_CHECKING:
    from careerfit.core.document import Document

COMMANDS: Mapping[str, Entry] = {
    "list": Entry(
        "careerfit.cli.commands.history:list_attempts", both("Daftar hasil yang tersimpan.", "List the saved attempts.")
    ),
    "show": Entry("careerfit.cli.commands.history_show:show", both("Tampilkan satu hasil.", "Show one attempt.")),
    "diff": Entry(
        "careerfit.cli.commands.history_show:diff", both("Bandingkan dua hasil.", "Set two attempts side by side.")
    ),
    "note": Entry(
        "careerfit.cli.commands.history_change:note", both("Beri catatan pada satu hasil.", "Put a note on an attempt.")
    ),
    "export": Entry(
        "careerfit.cli.commands.history:export", both("Ekspor satu atau semua hasil.", "Export one attempt or all.")
    ),
    "delete": Entry(
        "careerfit.cli.commands.history_change:delete", both("Hapus hasil tanpa sisa.", "Delete attempts for good.")
    ),
}
ExportForm: TypeAlias = Literal["json", "csv"]
NUMBER_HELP = both("Nomor hasil, dari careerfit history list.", "The attempt's number, from careerfit history list.")


@explained(
    both(
        "Daftar hasil yang tersimpan di komputer ini, yang terbaru di atas, dan kuis yang belum selesai.",
        "List the attempts saved on this computer, the newest first, and the unfinished quizzes.",
    )
)
def list_attempts(
    ctx: typer.Context,
    format: ListFormat = None,  # noqa: A002  # it is the option's name
    output: Output = None,
) -> None:
    """All attempts."""
    from careerfit.cli.history import history
    from careerfit.core.document import document
    from careerfit.report.csv import attempts_csv
    from careerfit.report.views.history import list_page

    settings = settings_of(ctx)
    with history(settings) as store:
        attempts = store.attempts()[::-1] if store else ()
        interviews = store.unfinished() if store else ()

    def content() -> Document:
        listed = [attempt.to_dict(settings.document_lang, answers=False) for attempt in attempts]
        return {"attempts": listed, "unfinished": [interview.to_dict() for interview in interviews]}

    emit(
        settings,
        format,
        output,
        page=lambda: list_page(attempts, interviews, settings.lang, said_again(settings)),
        json=lambda: document(settings.load_pack(), content()),
        csv=lambda: attempts_csv(attempts),
    )


@explained(
    both(
        "Ekspor satu hasil, atau semuanya, beserta semua jawabannya. Filenya milikmu; simpan di tempat yang aman.",
        "Export one attempt, or all of them, with all answers. The file is yours; keep it in a safe place.",
    )
)
def export(
    ctx: typer.Context,
    number: Annotated[int | None, typer.Argument(metavar="N", help=NUMBER_HELP)] = None,
    format: Annotated[  # noqa: A002  # it is the option's name
        ExportForm | None,
        one_of("--format", ExportForm, both("Bentuknya; json kalau tidak disebut.", "The form; json unless given.")),
    ] = None,
    output: Output = None,
) -> None:
    """Attempts → a file."""
    from careerfit.cli.history import find_attempt, history
    from careerfit.core.document import document
    from careerfit.report.csv import export_csv

    settings = settings_of(ctx)
    with history(settings) as store:
        attempts = (find_attempt(store, number),) if number is not None else store.attempts() if store else ()
    listed = [attempt.to_dict(settings.document_lang, answers=True) for attempt in attempts]
    emit(
        settings,
        format,
        output,
        json=lambda: document(settings.load_pack(), {"attempts": listed}),
        csv=lambda: export_csv(attempts),
    )
