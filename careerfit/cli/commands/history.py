"""``careerfit history``: what was saved on this computer, to look at, to set side by side and to take along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from careerfit.cli.command import Entry, settings_of
from careerfit.cli.errors import tell
from careerfit.cli.help import explained
from careerfit.cli.options import NUMBER_HELP, ListFormat, Number, Output, ResultFormat, argument, one_of, option
from careerfit.cli.output import emit, is_on_screen
from careerfit.cli.result_formats import said_again, write_result
from careerfit.errors import UsageError
from careerfit.text import Text

if TYPE_CHECKING:
    from careerfit.core.results.json_documents import Document

COMMANDS: Mapping[str, Entry] = {
    "list": Entry(
        "careerfit.cli.commands.history:list_attempts", "Daftar hasil yang tersimpan.", "List the saved attempts."
    ),
    "show": Entry("careerfit.cli.commands.history:show", "Tampilkan satu hasil.", "Show one attempt."),
    "diff": Entry("careerfit.cli.commands.history:diff", "Bandingkan dua hasil.", "Set two attempts side by side."),
    "note": Entry(
        "careerfit.cli.commands.history_change:note", "Beri catatan pada satu hasil.", "Put a note on an attempt."
    ),
    "export": Entry(
        "careerfit.cli.commands.history:export", "Ekspor satu atau semua hasil.", "Export one attempt or all."
    ),
    "delete": Entry(
        "careerfit.cli.commands.history_change:delete", "Hapus hasil untuk selamanya.", "Delete attempts for good."
    ),
}
ExportForm: TypeAlias = Literal["json", "csv"]


@explained(
    "Daftar hasil yang tersimpan di komputer ini, yang terbaru di atas, dan kuis yang belum selesai.",
    "List the attempts saved on this computer, the newest first, and the unfinished quizzes.",
)
def list_attempts(
    ctx: typer.Context,
    format: ListFormat = None,
    output: Output = None,
) -> None:
    """All attempts."""
    from careerfit.cli.saved_attempts import history
    from careerfit.core.results.json_documents import document
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
    "Ekspor satu hasil, atau semuanya, beserta semua jawabannya. Filenya milikmu; simpan di tempat yang aman.",
    "Export one attempt, or all of them, with all answers. The file is yours; keep it in a safe place.",
)
def export(
    ctx: typer.Context,
    number: Number = None,
    format: Annotated[
        ExportForm | None,
        one_of("--format", ExportForm, "Bentuknya; json kalau tidak disebut.", "The form; json unless given."),
    ] = None,
    output: Output = None,
) -> None:
    """Attempts → a file."""
    from careerfit.cli.saved_attempts import find_attempt, history
    from careerfit.core.results.json_documents import document
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


SAME = Text("Sebut dua hasil yang berbeda.", "Name two different results.")


@explained(
    "Tampilkan satu hasil yang tersimpan, seperti waktu itu. Kalau profilnya sudah berubah, hasilnya dihitung "
    "ulang dan itu disebutkan.",
    "Show one saved attempt as it was. Where the profiles have changed since, it is worked out anew, and says so.",
)
def show(
    ctx: typer.Context,
    number: Number = None,
    format: ResultFormat = None,
    output: Output = None,
    verbose: Annotated[
        bool, option("--verbose", "Dengan skor dan poin tiap hal.", "With scores and each facet's points.")
    ] = False,
) -> None:
    """One attempt's result."""
    from careerfit.cli.saved_attempts import attempt_of, history, result_again, unasked
    from careerfit.report.views.history import attempt_page, pack_lines
    from careerfit.report.views.result.page import About

    settings = settings_of(ctx)
    pack = settings.load_pack()
    with history(settings) as store:
        attempt = attempt_of(store, number, pack, said_again(settings))
    result, dropped = result_again(pack, attempt)
    onward = f"quiz --continue {attempt.number}" if unasked(pack, attempt.rows) else ""
    about = About(attempt.name, attempt.finished, attempt.note, f"history show {attempt.number}", onward)
    if is_on_screen(format, output):
        emit(settings, None, None, page=lambda: attempt_page(attempt, settings.lang, pack.mark, dropped))
    else:
        tell(pack_lines(attempt, settings.lang, pack.mark, dropped))
    checks = [(role, believed) for role, believed in attempt.reality.items() if role in pack.role_index]
    write_result(settings, result, format, output, verbose=verbose, checks=checks, about=lambda: about)


@explained(
    "Bandingkan dua hasil: mana yang benar-benar berubah, dan mana yang hanya naik-turun biasa.",
    "Set two attempts side by side: what has really changed, and what is no more than answers usually waver.",
)
def diff(
    ctx: typer.Context,
    first: Number = None,
    second: Annotated[int | None, argument("M", *NUMBER_HELP)] = None,
    format: ListFormat = None,
    output: Output = None,
) -> None:
    """Two attempts → what differs."""
    from careerfit.cli.saved_attempts import history, result_again, two_attempts
    from careerfit.core.results.attempt import difference_document
    from careerfit.core.results.json_documents import document
    from careerfit.core.results.retake import difference
    from careerfit.report.csv import difference_csv
    from careerfit.report.views.history import difference_page, pack_lines

    settings = settings_of(ctx)
    if first == second and first is not None:
        raise UsageError(SAME)
    pack = settings.load_pack()
    with history(settings) as store:
        attempts = one, other = two_attempts(store, first, second, pack, said_again(settings))
    results = [result_again(pack, attempt) for attempt in attempts]
    for shown, (_, dropped) in zip(attempts, results, strict=True):
        tell(f"{shown.number}: {line}" for line in pack_lines(shown, settings.lang, pack.mark, dropped))
    found = difference(results[0][0], results[1][0])
    emit(
        settings,
        format,
        output,
        page=lambda: difference_page(found, one, other, settings.lang),
        json=lambda: document(pack, difference_document(found, one, other)),
        csv=lambda: difference_csv(found),
    )
