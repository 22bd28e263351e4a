"""``careerfit history show`` and ``diff``: old results again, and what changed between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.commands.history import NUMBER_HELP
from careerfit.cli.context import Settings
from careerfit.cli.errors import tell
from careerfit.cli.options import LIST_FORMATS, RESULT_FORMATS, ListFormat, Output, ResultFormat, settled_format
from careerfit.cli.output import to_stdout, write_json, write_page, write_text
from careerfit.cli.results import write_result
from careerfit.cli.wording import both, explained
from careerfit.core.model import Pack
from careerfit.errors import UsageError
from careerfit.text import Text

if TYPE_CHECKING:
    from careerfit.core.retake import Difference
    from careerfit.report.views.history import Saved

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
    from careerfit.cli.attempts import find_attempt, history, result_again, saved
    from careerfit.report.views.history import attempt_page, pack_lines

    settings = settings_of(ctx)
    with history(settings) as store:
        attempt = find_attempt(store, number)
    pack = settings.load_pack()
    result, dropped = result_again(pack, attempt)
    form = settled_format(format, output, RESULT_FORMATS)
    if form == "table" and to_stdout(output):
        write_page(settings, attempt_page(saved(attempt), settings.lang, pack.fingerprint, dropped), form)
    else:
        tell(pack_lines(saved(attempt), settings.lang, pack.fingerprint, dropped))
    checks = [(role, believed) for role, believed in attempt.reality.items() if role in pack.role_index]
    write_result(settings, result, form, output, verbose=verbose, checks=checks)


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
    from careerfit.cli.attempts import find_attempt, history, result_again, saved
    from careerfit.core.retake import difference
    from careerfit.report.views.history import pack_lines

    settings = settings_of(ctx)
    if first == second:
        raise UsageError(SAME)
    with history(settings) as store:
        attempts = [find_attempt(store, number) for number in (first, second)]
    pack = settings.load_pack()
    results = [result_again(pack, attempt) for attempt in attempts]
    two = [saved(attempt) for attempt in attempts]
    for one, (_, dropped) in zip(two, results, strict=True):
        tell(f"{one.number}: {line}" for line in pack_lines(one, settings.lang, pack.fingerprint, dropped))
    found = difference(results[0][0], results[1][0])
    _write_difference(settings, pack, found, two, settled_format(format, output, LIST_FORMATS), output)


def _write_difference(
    settings: Settings, pack: Pack, found: Difference, two: list[Saved], form: str, output: str | None
) -> None:
    first, second = two
    if form == "json":
        from careerfit.core.document import document
        from careerfit.report.documents import difference_content

        write_json(document(pack, difference_content(found, first, second)), output)
    elif form == "csv":
        from careerfit.report.csv import difference_csv

        write_text(difference_csv(found), output)
    else:
        from careerfit.report.views.history import difference_page

        write_page(settings, difference_page(found, first, second, settings.lang), form, output)
