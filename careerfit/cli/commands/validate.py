"""``careerfit validate`` and ``careerfit norms``: what real people say of the method, and what is typical of a "
"group.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.errors import tell
from careerfit.cli.help import explained
from careerfit.cli.options import Output, StudyFormat, argument, option
from careerfit.cli.output import emit, tell_written, to_stdout, write_text
from careerfit.cli.people.study_input import Everybody, of_everybody
from careerfit.cli.terminal import progress
from careerfit.core.model import LEAST_MEMBERS, Pack
from careerfit.core.results.json_documents import document
from careerfit.errors import DataError, UsageError
from careerfit.text import Text

READING = Text("Membaca", "Reading")
UNREADABLE_ROWS = Text("{bad} baris tidak terbaca dan dilewati.", "Skipped {bad} row{bad_s} that can't be read.")
NOBODY = Text("Tidak ada jawaban satu pun di file ini.", "This file holds no answer at all.")
ALREADY = Text(
    "Perintah ini menghitung sendiri jawaban yang khas; jalankan tanpa --norms.",
    "This command works out what is typical by itself; run it without --norms.",
)
NO_CONSTANTS = Text(
    "Belum cukup orang untuk mengganti tetapan metode: perlu paling sedikit {few} orang di tiap peran. Tetapannya "
    "tidak ditulis.",
    "There are too few people to take the place of the method's constants: it takes at least {few} in each role. "
    "The constants were not written.",
)
MADE_OF = Text(
    "Kelompok rujukan dari {people} orang; {left_out} orang lain tidak ikut, karena menjawab sama semua atau "
    "jawabannya sulit dijelaskan.",
    "A reference group of {people} people, without {left_out} more who answered all alike or in a way that is hard to "
    "explain.",
)
LATER = Text(
    "{again} isian adalah jawaban kedua atau ketiga orang yang sama; yang dihitung jawaban pertamanya.",
    "{again} row{again_s} with later answers of the same people, whose first ones count.",
)
FILE_HELP = (
    "File jawaban, seperti untuk cohort.",
    "A file of answers, as cohort takes it.",
)


@explained(
    "Ukur careerfit pada orang yang perannya diketahui: seberapa sering peran mereka ditemukan, dengan selangnya, "
    "apakah 8 dari 10 memang 8 dari 10, seberapa andal tiap faset, dan butir mana yang perlu ditulis ulang. Nama dan "
    "jawaban orang tidak ada di dalamnya. Cara membuat studi kecil: docs/validation.md.",
    "Measure careerfit on people whose role is known: how often their role is found, with its interval, whether 8 in "
    "10 is 8 in 10, how reliable each facet is, and which items to reword. Nobody's name or answers are in it. How to "
    "run a small study: docs/validation.md.",
)
def validate(
    ctx: typer.Context,
    file: Annotated[str, argument("FILE", *FILE_HELP)],
    role: Annotated[
        str,
        option(
            "--role",
            "Kolom yang berisi peran tiap orang: kuncinya, atau namanya dalam salah satu bahasa.",
            "The column with everybody's role: its key, or its name in either language.",
            metavar="COLUMN",
        ),
    ],
    person: Annotated[
        str | None,
        option(
            "--person",
            "Kolom yang menunjukkan siapa yang menjawab dua kali.",
            "The column that tells who answered twice.",
            metavar="COLUMN",
        ),
    ] = None,
    brief: Annotated[
        bool,
        option("--brief", "Untuk pembaca awam: satu halaman, tanpa istilah.", "For lay readers: one page, no jargon."),
    ] = False,
    write_measured: Annotated[
        str | None,
        option(
            "--write-measured",
            "Tulis tetapan yang terukur ke file ini (measured.yaml di sebuah paket); tanpa ini tidak ada yang diganti.",
            "Write the constants that were measured to this file (measured.yaml in a pack); else nothing is replaced.",
            metavar="FILE",
        ),
    ] = None,
    format: StudyFormat = None,
    output: Output = None,
) -> None:
    """A file of answers, and whose role is which → how right the method is about them."""
    from functools import partial

    from careerfit.report.html.validation import validation_html
    from careerfit.report.views.validation.brief import brief_page
    from careerfit.report.views.validation.page import validation_page

    settings = settings_of(ctx)
    pack = settings.load_pack()
    work = partial(study_of, lang=settings.document_lang)
    heads = [role, *([person] if person else [])]
    with progress(READING.pick(settings.lang)) as advance:
        found = of_everybody(settings, pack, file, heads, work, advance)
    if bad := found.pop("bad"):
        tell([UNREADABLE_ROWS.say(settings.lang, bad=bad)])
    found = {"made": _today(), "columns": {"role": role, "person": person}, **found}
    page = brief_page if brief else validation_page
    emit(
        settings,
        format,
        output,
        page=lambda: page(pack, found, settings.lang),
        json=lambda: document(pack, found),
        html=lambda: validation_html(pack, found, settings.lang, brief=brief),
    )
    if write_measured is not None:
        write_text(_measured(pack, found), write_measured)
        if not to_stdout(write_measured):
            tell_written(settings.lang, write_measured)


def study_of(pack: Pack, everybody: Everybody, lang: Any) -> dict[str, Any]:
    """The study that everybody in a file makes; the first label is their role, the second who they are."""
    from careerfit.validation.members import members_of
    from careerfit.validation.roles import person_numbers, role_numbers
    from careerfit.validation.study import study

    role, *person = everybody.labels
    roles = role_numbers(pack, *role)
    members = members_of(everybody.found, roles, person_numbers(person[0].places) if person else None)
    return {"bad": everybody.bad, **study(pack, members, lang)}


def _measured(pack: Pack, found: dict[str, Any]) -> str:
    """The file of measured constants. Raises ``DataError`` where too few people were found."""
    from careerfit.validation.study import measured_yaml

    if not found["told"] or not found["constants"]["enough"]:
        raise DataError(NO_CONSTANTS.fill(few=LEAST_MEMBERS))
    return measured_yaml(pack, found["constants"], found["made"])


@explained(
    "Buat kelompok rujukan dari banyak orang: jawaban khas mereka menjadi titik netral, sebagai ganti tengah skala. "
    "Perlu jawaban paling sedikit 30 orang untuk tiap butir; angkanya dibulatkan, sehingga tidak ada perorangan "
    "yang bisa dihitung dari sana. Pakai dengan --norms FILE di perintah mana pun, atau simpan sebagai norms.yaml di "
    "dalam paket.",
    "Make a reference group out of many people: what they typically answer stands for neutral, instead of the middle of"
    " the scale. It takes answers of at least 30 people to each item; figures are rounded, so that nobody can be "
    "worked out of them. Use it with --norms FILE on any command, or keep it as norms.yaml in a pack.",
)
def norms(
    ctx: typer.Context,
    file: Annotated[str, argument("FILE", *FILE_HELP)],
    person: Annotated[
        str | None,
        option(
            "--person",
            "Kolom yang menunjukkan siapa yang menjawab lebih dari sekali: yang dihitung jawaban pertamanya. Tanpa ini "
            "tiap baris dihitung sebagai satu orang.",
            "The column that tells who answered more than once: their first answers count. Without it every row counts "
            "as a person.",
            metavar="COLUMN",
        ),
    ] = None,
    output: Output = None,
) -> None:
    """A file of answers → what is typical of those who gave them, each counted once."""
    settings = settings_of(ctx)
    if settings.norms is not None:
        raise UsageError(ALREADY)
    pack = settings.load_pack()
    with progress(READING.pick(settings.lang)) as advance:
        made = of_everybody(settings, pack, file, (person,) if person else (), norms_of, advance)
    text, people, left_out, again, bad = made
    emit(settings, None, output, yaml=lambda: text)
    tell([MADE_OF.say(settings.lang, people=people, left_out=left_out)])
    if again:
        tell([LATER.say(settings.lang, again=again)])
    if bad:
        tell([UNREADABLE_ROWS.say(settings.lang, bad=bad)])


def norms_of(pack: Pack, everybody: Everybody) -> tuple[str, int, int, int, int]:
    """The file of a reference group; of how many people it is, how many were left out, how many rows are later answers
    of the same people, and how many were bad. The label, if there is one, is who they are.
    """
    import numpy as np

    from careerfit.validation.members import NOBODY as NOBODY_ROLE
    from careerfit.validation.members import first_attempts, members_of
    from careerfit.validation.norms import norms as typical
    from careerfit.validation.norms import norms_yaml
    from careerfit.validation.roles import person_numbers

    rows = len(everybody.found["kind"])
    if not rows:
        raise DataError(NOBODY)
    persons = person_numbers(everybody.labels[0].places) if everybody.labels else None
    members = first_attempts(members_of(everybody.found, np.full(rows, NOBODY_ROLE), persons))
    found = typical(pack, members.responses, members.doubtful)
    text = norms_yaml(pack, found, _today())
    return text, found.people, members.size - found.people, rows - members.size, everybody.bad


def _today() -> str:
    from datetime import UTC, datetime

    return f"{datetime.now(UTC).date():%Y-%m-%d}"
