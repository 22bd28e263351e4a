"""``careerfit simulate``: can a pack tell its roles apart?"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, get_args

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.completion import complete_role
from careerfit.cli.find_role import find_role
from careerfit.cli.help import explained
from careerfit.cli.options import Output, PageForm, PageFormat, one_of, option
from careerfit.cli.output import emit, settled_form
from careerfit.cli.terminal import progress
from careerfit.core.results.json_documents import document
from careerfit.text import Text

LevelName: TypeAlias = Literal["moderate", "realistic", "weak"]
USUAL = get_args(LevelName)[:2]
LENGTHS = tuple(range(10, 31, 2))
PEOPLE, MOST_PEOPLE, SEED = 2000, 1_000_000, 1
LABEL = Text("Menyimulasikan", "Simulating")


@explained(
    "Uji paket dengan orang buatan dari setiap peran: seberapa sering peran mereka ditemukan kembali, dan apakah"
    " peluang yang ditampilkan bisa dipercaya. Angkanya bukan ukuran ketepatan saran untuk orang sungguhan.",
    "Try a pack on simulated members of each role: how often their role is found again, and whether the chances "
    "that are shown can be trusted. The figures don't say how right the advice is for real people.",
)
def simulate(
    ctx: typer.Context,
    level: Annotated[
        LevelName | None,
        one_of(
            "--level",
            LevelName,
            "Seberapa jelas orang dari peran yang berbeda memang berbeda; dua yang pertama kalau tidak disebut.",
            "How clearly people of different roles differ; the first two unless given.",
        ),
    ] = None,
    role: Annotated[
        str | None,
        option(
            "--role",
            "Jawab dulu tentang peran ini: seberapa sering ditemukan, dan dikira peran apa.",
            "Answer about this role first: how often it is found, and what it is taken for.",
            metavar="ROLE",
            autocompletion=complete_role,
        ),
    ] = None,
    people: Annotated[
        int,
        option(
            "--people",
            f"Berapa orang; {PEOPLE} kalau tidak disebut.",
            f"How many people; {PEOPLE} unless given.",
            metavar="N",
            min=10,
            max=MOST_PEOPLE,
        ),
    ] = PEOPLE,
    seed: Annotated[
        int,
        option(
            "--seed",
            "Angka awal acak; angka yang sama, hasil yang sama.",
            "Where chance begins; same seed, same figures.",
            metavar="N",
        ),
    ] = SEED,
    wrong: Annotated[
        float,
        option(
            "--wrong",
            "Bagian dari deskripsi yang keliru tentang orangnya, dari 0 sampai 1; 0 kalau tidak disebut.",
            "The share of the descriptions that is wrong about people, from 0 to 1; 0 unless given.",
            metavar="SHARE",
            min=0.0,
            max=1.0,
        ),
    ] = 0.0,
    lengths: Annotated[
        bool,
        option(
            "--lengths",
            "Bandingkan juga bentuk adaptif dengan bentuk tetap, dari 10 sampai 30 butir.",
            "Also compare the adaptive form with fixed ones of 10 to 30 items.",
        ),
    ] = False,
    format: PageFormat = None,
    output: Output = None,
) -> None:
    """A pack → how well it tells its roles apart."""
    from careerfit.report.views.simulation import simulation_page
    from careerfit.simulation.figures import simulation
    from careerfit.simulation.runs import Task, others, run_all, stretches

    settings = settings_of(ctx)
    settled_form(format, output, get_args(PageForm))
    pack = settings.load_pack()
    asked = None if role is None else find_role(pack, role).slug
    kinds = ("members", *others(pack), *(["lengths"] if lengths else []))
    todo = [
        stretch
        for chosen in (USUAL if level is None else (level,))
        for kind in kinds
        for stretch in stretches(Task(kind, chosen, seed, 0, people, LENGTHS, wrong))
    ]
    with progress(LABEL.pick(settings.lang)) as advance:
        figures = simulation(pack, run_all(pack, todo, advance), asked)
    emit(
        settings,
        format,
        output,
        page=lambda: simulation_page(pack, figures, settings.lang),
        json=lambda: document(pack, {"seed": seed, "wrong": wrong, **figures}),
    )
