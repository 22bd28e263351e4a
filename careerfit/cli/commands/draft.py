"""``careerfit draft``: raw texts of roles → role files in a pack."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.errors import tell
from careerfit.cli.help import explained
from careerfit.cli.options import argument, option
from careerfit.cli.output import write_text
from careerfit.cli.result_formats import quoted
from careerfit.cli.terminal import someone_can_answer
from careerfit.errors import DataError, Problem, UsageError
from careerfit.files.formats import STDIN
from careerfit.text import Text, clean, escape

if TYPE_CHECKING:
    from careerfit.draft.profile import Profile

NO_PLACE = Text(
    "Sebut folder paketnya, misalnya: careerfit draft perawat.txt --pack paketku",
    "Name the pack's folder, for example: careerfit draft nurse.txt --pack mypack",
)
NO_TEXT = Text(
    "Sebut teksnya, misalnya: careerfit draft perawat.txt --pack paketku",
    "Name a text, for example: careerfit draft nurse.txt --pack mypack",
)
COPY_ALONE = Text(
    "--copy menyalin paket bawaan saja, jadi tanpa teks.", "--copy only copies the shipped pack, so it takes no texts."
)
TITLE = "Pilihan karier"
TWICE = Text(
    "{slug}: dua teks tentang peran yang sama; sebut satu saja.",
    "{slug}: two texts about the same role; name just one.",
)
KEPT = Text(
    "{file} sudah ada, jadi dibiarkan: perubahanmu tetap.", "{file} is there already and was kept, with your changes."
)
NOT_IN_IT = Text("Kalimat yang belum ada di {file}: “{sentence}”", "This sentence is not in {file} yet: “{sentence}”")
NOTHING = Text("Tidak ada yang ditulis.", "Nothing was written.")
NEXT = Text("Berikutnya:", "Next:")
READ_IT = Text(
    "- baca {folder}/roles, terutama yang bertanda “draf”", "- read {folder}/roles, above all what is marked “draf”"
)
ONE_MORE = Text(
    "- tambahkan paling sedikit satu peran lagi; kuis membandingkan dua peran atau lebih",
    "- add at least one more role; the quiz compares two or more",
)
CHECK_IT = Text("- periksa: careerfit check {folder}", "- check it: careerfit check {folder}")
TRY_IT = Text(
    "- uji: careerfit simulate --people 100 --pack {folder}{role}",
    "- try it: careerfit simulate --people 100 --pack {folder}{role}",
)
TITLE_IT = Text(
    "- sesuaikan judul kuisnya kalau perlu: title di catalogue.yaml",
    "- make the quiz's title suit it, where need be: title in catalogue.yaml",
)
ASK_IT = Text("- jalankan: careerfit quiz --pack {folder}", "- run it: careerfit quiz --pack {folder}")


@explained(
    "Jadikan teks mentah tentang peran (.txt, .md) file peran dalam sebuah paket; foldernya dibuat kalau belum ada. "
    "Di terminal, yang belum pasti ditanyakan satu per satu. File yang sudah ada tidak ditimpa.",
    "Make role files in a pack out of raw texts about roles (.txt, .md, in Indonesian); the folder is made where it is "
    "missing. On a terminal you are asked about what is unsure, one thing at a time. No file that is there is "
    "overwritten.",
)
def draft(
    ctx: typer.Context,
    texts: Annotated[
        list[str] | None,
        argument("TEXT", "Teks mentahnya (- untuk masukan standar).", "The raw texts (- for standard input)."),
    ] = None,
    yes: Annotated[
        bool, option("--yes", "Pakai tebakan terbaik, tanpa bertanya.", "Take the best guesses, ask nothing.")
    ] = False,
    title: Annotated[
        str,
        option("--title", "Judul paket yang baru dibuat.", "The title of a pack that is new.", metavar="TITLE"),
    ] = TITLE,
    items: Annotated[
        int | None,
        option(
            "--items",
            "Paling banyak sekian pernyataan baru di formulir lengkap, selama tiap peran masih punya satu hal sendiri.",
            "At most so many new statements in the complete form, as long as each role keeps one thing of its own.",
            metavar="N",
            min=4,
        ),
    ] = None,
    duties: Annotated[
        int | None,
        option(
            "--duties",
            "Sekian tugas tiap peran menjadi pernyataan; tanpa ini hanya beberapa yang mudah dipahami. "
            "Yang lain dicatat saja.",
            "So many duties of each role become statements; unless given, a few plain ones. The others are only noted.",
            metavar="N",
            min=0,
            max=50,
        ),
    ] = None,
    copy: Annotated[
        bool,
        option(
            "--copy",
            "Salin paket bawaan ke folder --pack, sebagai awal.",
            "Copy the shipped pack into the folder of --pack, to begin with.",
        ),
    ] = False,
) -> None:
    """Raw texts → role files, and one list of what to look at."""
    from careerfit.cli.drafting.pack_folder import copy_shipped, known_facets, look_at, sentences_missing, write_draft
    from careerfit.extras import require

    settings = settings_of(ctx)
    if settings.pack_folder is None:
        raise UsageError(NO_PLACE)
    folder = Path(settings.pack_folder)
    if copy:
        if texts:
            raise UsageError(COPY_ALONE)
        copy_shipped(folder, settings.lang)
        return
    if not texts:
        raise UsageError(NO_TEXT)
    require("draft", ("rapidfuzz", "snowballstemmer"))
    profiles = _read_all(texts)
    _once_each(profiles)
    place = look_at(folder)

    from careerfit.cli.drafting.author import ask_author, wants_anew
    from careerfit.draft.drafting import make_draft
    from careerfit.draft.summary import summary

    asks = not yes and STDIN not in texts and someone_can_answer()
    face = None
    if asks:
        from careerfit.cli.interviewing.faces import face_of

        face = face_of(settings)
    lines: list[Text] = []
    todo: list[Profile] = []
    for profile in profiles:
        file = place.role_file(profile.slug)
        if file.exists() and not (face is not None and wants_anew(place, profile.slug, face, settings.lang)):
            lines.append(KEPT.fill(file=file))
            lines += (NOT_IN_IT.fill(file=file.name, sentence=clean(one)) for one in sentences_missing(place, profile))
        else:
            todo.append(profile)
    facets = place.facets_without([profile.slug for profile in todo])
    taken = [key for data in facets.values() for key in data.get("items", {})]
    known = known_facets(facets)
    make = partial(make_draft, todo, known, most_items=items, duties=duties, taken=[*facets, *taken])
    if todo:
        found = ask_author(make, face, settings.lang) if face is not None else make({})
        write_draft(place, found, " ".join(clean(title).split()) or TITLE, settings.lang)
        lines += summary(found, {facet.key: facet.name for facet in known})
    else:
        tell([NOTHING.pick(settings.lang)])
    lines += _next_steps(folder, quoted(str(folder)), f" --role {todo[0].slug}" if len(todo) == 1 else "")
    write_text("".join(f"{line.pick(settings.lang)}\n" for line in lines))


def _read_all(texts: list[str]) -> list[Profile]:
    """The profiles in all these files. Raises ``DataError`` with what each other one is instead."""
    from careerfit.draft.source import ENDINGS, HEADLINE, MOST_BYTES, read_sources, refused
    from careerfit.pack.faults import message, reason_of

    found: list[Profile] = []
    problems: list[Problem] = []
    for name in texts:
        try:
            if Path(name).suffix.lower() not in ENDINGS:
                raise refused(name, "ending")
            if name == STDIN:
                content, stem = sys.stdin.buffer.read(MOST_BYTES + 1), ""
            else:
                with Path(name).open("rb") as stream:
                    content, stem = stream.read(MOST_BYTES + 1), Path(name).stem
            found += read_sources(content, name, stem)
        except OSError as error:
            problems.append(Problem(escape(name, 200), message("unreadable", reason=reason_of(error))))
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(HEADLINE, problems)
    return found


def _once_each(profiles: list[Profile]) -> None:
    """Raise ``UsageError`` where two texts are about one role."""
    slugs = [profile.slug for profile in profiles]
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise UsageError(TWICE.fill(slug=slug))


def _next_steps(folder: Path, typed: str, role: str) -> list[Text]:
    """What to do next with a pack; ``role`` is the option that names the only one that is new."""
    roles = len(list((folder / "roles").glob("*.yaml")))
    steps = [READ_IT, TITLE_IT, *([ONE_MORE] if roles < 2 else []), CHECK_IT, *([TRY_IT, ASK_IT] if roles >= 2 else [])]
    return [Text("", ""), NEXT, *(step.fill(folder=typed, role=role) for step in steps)]
