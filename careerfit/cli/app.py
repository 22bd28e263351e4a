"""The program: its commands by name, and the way from arguments to an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from careerfit.cli.command import Entry, Group, flag
from careerfit.cli.completion import VARIABLE, install_here, register_shells, show_script
from careerfit.cli.errors import guarded
from careerfit.cli.help import PROGRAM, both
from careerfit.cli.output import forgive_encodings, write_text
from careerfit.cli.settings import Settings, check_language, settle_language
from careerfit.cli.terminal import is_terminal, someone_can_answer

COMMANDS: Mapping[str, Entry] = {
    "quiz": Entry(
        "careerfit.cli.commands.quiz:quiz",
        "Jawab pertanyaan satu per satu.",
        "Answer questions one by one.",
        alias="kuis",
    ),
    "score": Entry(
        "careerfit.cli.commands.score:score",
        "Hitung hasil dari jawaban yang sudah ada.",
        "Work out the result of answers that you already have.",
        alias="hasil",
    ),
    "profile": Entry(
        "careerfit.cli.commands.profile:profile",
        "Baca profil satu peran.",
        "Read the profile of one role.",
        alias="profil",
    ),
    "compare": Entry(
        "careerfit.cli.commands.compare:compare",
        "Bandingkan beberapa peran.",
        "Set roles side by side.",
        alias="bandingkan",
    ),
    "reality": Entry(
        "careerfit.cli.commands.reality:reality",
        "Cek anggapan tentang satu peran: benar atau tidak?",
        "Check what people believe about a role: true or not?",
    ),
    "roles": Entry("careerfit.cli.commands.lists:roles", "Daftar peran.", "List the roles."),
    "questions": Entry("careerfit.cli.commands.lists:questions", "Daftar pertanyaan.", "List the questions."),
    "history": Entry(
        "careerfit.cli.commands.history:COMMANDS",
        "Hasil yang tersimpan di komputer ini; tanpa perintah: daftarnya.",
        "Results that are saved on this computer; without a command: their list.",
        is_group=True,
        alone="list",
        alias="riwayat",
    ),
    "form": Entry(
        "careerfit.cli.commands.form:form",
        "Buat formulir untuk diisi satu kelas.",
        "Make a form for a class to fill in.",
        alias="formulir",
    ),
    "cohort": Entry(
        "careerfit.cli.commands.cohort:cohort",
        "Hitung hasil banyak orang dari satu file.",
        "Score a file of many people.",
    ),
    "cohort-summary": Entry(
        "careerfit.cli.commands.cohort:cohort_summary",
        "Gambaran satu kelompok, bukan perorangan.",
        "What a group looks like, and nobody in particular.",
    ),
    "draft": Entry(
        "careerfit.cli.commands.draft:draft",
        "Jadikan teks mentah file peran dalam sebuah paket.",
        "Make role files in a pack out of raw texts.",
        alias="draf",
    ),
    "norms": Entry(
        "careerfit.cli.commands.validate:norms",
        "Kelompok rujukan dari banyak orang, untuk --norms.",
        "A reference group out of many people, for --norms.",
    ),
    "validate": Entry(
        "careerfit.cli.commands.validate:validate",
        "Ukur careerfit pada orang yang perannya diketahui.",
        "Measure careerfit on people whose role is known.",
    ),
    "check": Entry("careerfit.cli.commands.check:check", "Periksa sebuah paket profil.", "Check a pack of profiles."),
    "simulate": Entry(
        "careerfit.cli.commands.simulate:simulate",
        "Uji apakah paket bisa membedakan perannya.",
        "Try whether a pack can tell its roles apart.",
    ),
}
"""In the order in which help lists them: for someone who chooses a career, for scripts, for authors of profiles."""

HELP = both(
    "Mencari tahu peran mana yang paling cocok untukmu, beserta alasannya. Tanpa perintah: mulai kuis.\n\n"
    "Semua jawaban tetap di komputer ini.\n\n"
    "Semua yang bisa dibaca ada sebagai table (di layar, .txt), markdown (.md), dan json; hasil dan daftar juga "
    "sebagai csv; hasil satu orang juga sebagai html, untuk dibawa dan dicetak.",
    "Find out which role fits you best, and why. Without a command: start the quiz.\n\n"
    "All answers stay on this computer.\n\n"
    "All that can be read comes as a table (on the screen, .txt), as markdown (.md) and as json; results and lists as "
    "csv, too; and one person's result as html, to take along and to print.",
)


class Program(Group):
    """The top of the program. Without a command it starts the quiz, or prints help where nobody could answer."""

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        sys.exit(run(self, list(sys.argv[1:] if args is None else args), os.environ))

    def parse_and_run(self, args: list[str], settings: Settings) -> object:
        return super().main(args=args, prog_name=PROGRAM, standalone_mode=False, obj=settings)

    def invoke_alone(self, ctx: Any) -> Any:
        if someone_can_answer():
            return super().invoke_alone(ctx)
        write_text(self.get_help(ctx) + "\n")
        return None


def command() -> Program:
    """The program as a command."""
    return Program(
        name=PROGRAM,
        table=COMMANDS,
        alone="quiz",
        params=[
            flag(
                "--install-completion",
                install_here,
                "Pasang pelengkapan perintah untuk shell ini.",
                "Install completion for this shell.",
            ),
            flag(
                "--show-completion",
                show_script,
                "Tampilkan skrip pelengkapan untuk shell ini.",
                "Show the completion script for this shell.",
            ),
        ],
        help=HELP,
        context_settings={"help_option_names": []},
        rich_markup_mode=None,
    )


def run(program: Program, args: list[str], environ: Mapping[str, str]) -> int:
    """The exit code of one call with these arguments in this environment."""
    forgive_encodings(environ)
    settings = Settings(settle_language(args, environ), environ)
    code = guarded(lambda: _checked(program, args, settings), settings, args)
    if settings.lang != settings.first_lang and is_terminal(sys.stderr):
        from careerfit.cli.last_language import remember_language

        remember_language(settings.lang)
    return code


def _checked(program: Program, args: list[str], settings: Settings) -> object:
    if settings.environ.get(VARIABLE):
        register_shells(settings.environ)
    else:
        check_language(settings.language)
    return program.parse_and_run(args, settings)
