"""``careerfit score``: one person's answers, from a file, a code and flags, to a result."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.completion import complete_answer
from careerfit.cli.help import explained
from careerfit.cli.options import Output, ResultFormat, argument, option
from careerfit.cli.output import is_on_screen
from careerfit.cli.results import made_now, quoted, write_result, write_short
from careerfit.core.answers import Layer, read_flags, resolve
from careerfit.core.model import Answers, DuelAnswer, Pack
from careerfit.errors import Problem, UsageError
from careerfit.text import Text

FLAG = "--answer"
NOTHING_GIVEN = Text(
    "Belum ada jawaban untuk dihitung. Beri FILE, --answer KUNCI=NILAI, atau --code.",
    "There are no answers to work out. Give a FILE, --answer KEY=VALUE or --code.",
)
INSTEAD = (
    Text("File untuk diisi: careerfit questions --template", "For a file to fill in: careerfit questions --template"),
    Text("Hasil kuis yang tersimpan: careerfit history show", "The saved result of a quiz: careerfit history show"),
)


@explained(
    "Hitung hasil satu orang dari jawaban yang sudah ada, tanpa bertanya apa-apa.\n\n"
    "Kunci bernomor (kepemimpinan-1) mengisi satu pertanyaan; tanpa nomor (kepemimpinan) terisi semua "
    "pertanyaannya, dan 5 berarti kuat. Nilainya 1 sampai 5, atau null. Kunci bernomor menang atas yang tanpa "
    "nomor; --answer menang atas --code, --code atas FILE.\n\n"
    "  careerfit score --answer kepemimpinan=5 --answer analisis=4\n"
    "  careerfit questions --template -o jawaban.yaml",
    "Work out one person's result from answers that are there already, without asking anything.\n\n"
    "A key is an item (kepemimpinan-1) or a facet (kepemimpinan); its value is 1 to 5, or null. A facet sets all"
    " its items, and 5 means strong. An item beats its facet; --answer beats --code, --code beats FILE.\n\n"
    "  careerfit score --answer kepemimpinan=5 --answer analisis=4\n"
    "  careerfit questions --template -o answers.yaml",
)
def score(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        argument(
            "FILE",
            "File jawaban, JSON atau YAML; - untuk masukan standar.",
            "Answers in JSON or YAML; - for standard input.",
        ),
    ] = None,
    answer: Annotated[
        list[str] | None,
        option(
            FLAG,
            "Satu jawaban; boleh berkali-kali.",
            "One answer; may be given many times.",
            metavar="KEY=VALUE",
            autocompletion=complete_answer,
        ),
    ] = None,
    code: Annotated[
        str | None,
        option(
            "--code", "Kode jawaban dari hasil sebelumnya.", "The answer code of an earlier result.", metavar="CODE"
        ),
    ] = None,
    name: Annotated[
        str,
        option(
            "--name",
            "Nama yang ditulis di laporan (html, markdown).",
            "Whose name the report carries (html, markdown).",
            metavar="NAME",
        ),
    ] = "",
    format: ResultFormat = None,
    output: Output = None,
    verbose: Annotated[
        bool, option("--verbose", "Semuanya, dengan poin tiap hal.", "All of it, with each facet's points.")
    ] = False,
) -> None:
    """Options → answers → result."""
    from careerfit.core.result import evaluate

    settings = settings_of(ctx)
    if file is None and not answer and code is None:
        raise UsageError(NOTHING_GIVEN, [Problem("", what) for what in INSTEAD])
    pack = settings.load_pack()
    result = evaluate(pack, gather(pack, file, code, answer or []))
    if is_on_screen(format, output) and not verbose:
        write_short(settings, result)
    else:
        again = f"score {quoted(file)}" if file not in (None, "-") and not answer and code is None else ""
        write_result(settings, result, format, output, verbose=verbose, about=lambda: made_now(name, again))


def gather(pack: Pack, file: str | None, code: str | None, flags: list[str]) -> Answers:
    """All answers of a call: the file's, beaten by the code's, beaten by the flags'.

    Raises ``UsageError`` with every problem found, and ``DataError`` for a file that can't be read.
    """
    layers: list[Layer] = []
    if file is not None:
        from careerfit.pack.answers_file import read_answers

        layers.append(read_answers(file, sys.stdin.buffer if sys.stdin is not None else None))
    duels: tuple[DuelAnswer, ...] = ()
    if code is not None:
        from careerfit.core.answer_code import decode

        decoded = decode(pack, code)
        layers.append(Layer("--code", tuple(decoded.responses.items())))
        duels = decoded.duels
    return resolve(pack, [*layers, read_flags(flags, FLAG)], duels)
