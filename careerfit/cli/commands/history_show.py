"""``careerfit history show`` and ``diff``: old results again, and what changed between two of them."""

from __future__ import annotations

from typing import Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.commands.history import NUMBER_HELP
from careerfit.cli.errors import tell
from careerfit.cli.options import ListFormat, Output, ResultFormat
from careerfit.cli.output import emit, is_on_screen
from careerfit.cli.results import write_result
from careerfit.cli.wording import both, explained
from careerfit.errors import UsageError
from careerfit.text import Text

SAME = Text("Sebut dua hasil yang berbeda.", "Name two different results.")


@explained(
    both(
        "Tampilkan satu hasil yang tersimpan, seperti waktu itu. Kalau profilnya sudah berubah, hasilnya dihitung "
        "ulang dan itu disebutkan.",
        "Show one saved attempt as it was. Where the profiles have changed since, it is worked out anew, and says so.",
    )
)
def show(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help=NUMBER_HELP)],
    format: ResultFormat = None,  # noqa: A002  # it is the option's name
    output: Output = None,
    verbose: Annotated[
        bool,
        typer.Option("--verbose", help=both("Dengan skor dan poin tiap hal.", "With scores and each facet's points.")),
    ] = False,
) -> None:
    """One attempt's result."""
    from careerfit.cli.history import find_attempt, history, result_again
    from careerfit.report.views.history import attempt_page, pack_lines

    settings = settings_of(ctx)
    with history(settings) as store:
        attempt = find_attempt(store, number)
    pack = settings.load_pack()
    result, dropped = result_again(pack, attempt)
    if is_on_screen(format, output):
        emit(settings, None, None, page=lambda: attempt_page(attempt, settings.lang, pack.fingerprint, dropped))
    else:
        tell(pack_lines(attempt, settings.lang, pack.fingerprint, dropped))
    checks = [(role, believed) for role, believed in attempt.reality.items() if role in pack.role_index]
    write_result(settings, result, format, output, verbose=verbose, checks=checks)


@explained(
    both(
        "Bandingkan dua hasil: mana yang benar-benar berubah, dan mana yang hanya naik-turun biasa.",
        "Set two attempts side by side: what has really changed, and what is no more than answers usually waver.",
    )
)
def diff(
    ctx: typer.Context,
    first: Annotated[int, typer.Argument(metavar="N", help=NUMBER_HELP)],
    second: Annotated[int, typer.Argument(metavar="M", help=NUMBER_HELP)],
    format: ListFormat = None,  # noqa: A002  # it is the option's name
    output: Output = None,
) -> None:
    """Two attempts → what differs."""
    from careerfit.cli.history import find_attempt, history, result_again
    from careerfit.core.attempt import difference_document
    from careerfit.core.document import document
    from careerfit.core.retake import difference
    from careerfit.report.csv import difference_csv
    from careerfit.report.views.history import difference_page, pack_lines

    settings = settings_of(ctx)
    if first == second:
        raise UsageError(SAME)
    with history(settings) as store:
        attempts = one, other = find_attempt(store, first), find_attempt(store, second)
    pack = settings.load_pack()
    results = [result_again(pack, attempt) for attempt in attempts]
    for shown, (_, dropped) in zip(attempts, results, strict=True):
        tell(f"{shown.number}: {line}" for line in pack_lines(shown, settings.lang, pack.fingerprint, dropped))
    found = difference(results[0][0], results[1][0])
    emit(
        settings,
        format,
        output,
        page=lambda: difference_page(found, one, other, settings.lang),
        json=lambda: document(pack, difference_document(found, one, other)),
        csv=lambda: difference_csv(found),
    )
