"""``careerfit check``: is a pack right, and what form must everything have?"""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated, Literal, TypeAlias

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.errors import tell
from careerfit.cli.help import explained
from careerfit.cli.options import argument, one_of, option
from careerfit.cli.output import write_text
from careerfit.errors import DataError
from careerfit.text import Text, clean

Schema: TypeAlias = Literal["result", "profile", "questions", "validation", "pack"]
SOUND = Text(
    "Paket {name} {version} bisa dipakai: {roles} peran, {facets} faset, {items} butir.",
    "The pack {name} {version} is sound: {roles} role{roles_s}, {facets} facet{facets_s}, {items} item{items_s}.",
)
WARNINGS = Text("Yang sebaiknya diperhatikan ({count}):", "Worth a look ({count}):")
NOTES = Text("Baik untuk diketahui ({count}):", "Good to know ({count}):")
MOST_NOTES = 5
"""In a pack of few roles nearly every facet stands at an edge."""
MORE = Text("… dan {count} lagi seperti itu", "… and {count} more like it")
BROKEN = Text("Paket ini tidak bisa dipakai ({count} masalah):", "This pack can't be used ({count} problem{count_s}):")


@explained(
    "Periksa sebuah paket profil: kesalahannya, dengan file dan baris, dan hal yang sebaiknya diperhatikan. "
    "Tanpa PACK: paket yang sedang dipakai.",
    "Check a pack of profiles: its errors, with file and line, and what is worth a look. Without PACK: the pack "
    "in use.",
)
def check(
    ctx: typer.Context,
    pack: Annotated[str | None, argument("PACK", "Folder paket.", "The folder of a pack.")] = None,
    since: Annotated[
        str | None,
        option(
            "--since",
            "Sebut juga apa yang berubah sejak versi lama paket ini, yang disimpan di folder ini.",
            "Also tell what has changed since an older version of the pack, which is kept in this folder.",
            metavar="FOLDER",
        ),
    ] = None,
    schema: Annotated[
        Schema | None,
        one_of(
            "--schema",
            Schema,
            "Tampilkan JSON Schema ini, tanpa memeriksa apa pun.",
            "Print this JSON Schema and check nothing.",
        ),
    ] = None,
) -> None:
    """A folder → everything that is wrong with it, or that it is right."""
    settings = settings_of(ctx)
    if schema is not None:
        write_text(_schema(schema))
        return
    from careerfit.pack.load import check_pack, load_pack

    before = None if since is None else load_pack(since)
    report = check_pack(pack or settings.pack_folder, settings.norms)
    if report.pack is None:
        raise DataError(BROKEN.fill(count=len(report.errors)), report.errors)
    for headline, found in ((WARNINGS, report.warnings), (NOTES, report.notes)):
        if found:
            shown = found if headline is WARNINGS else found[:MOST_NOTES]
            more = [MORE.say(settings.lang, count=len(found) - len(shown))] if len(found) > len(shown) else []
            lines = [f"  {line}" for line in (*(problem.line(settings.lang) for problem in shown), *more)]
            tell([headline.say(settings.lang, count=len(found)), *lines])
    name, version = clean(report.pack.name), clean(report.pack.version)
    counts = {name: len(getattr(report.pack, name)) for name in ("roles", "facets", "items")}
    lines = [SOUND.say(settings.lang, name=name, version=version, **counts)]
    if report.pack.reference or report.pack.measured:
        from careerfit.report.views.real_people import real_people

        lines += [one.text for one in real_people(report.pack, settings.lang)]
    if before is not None:
        from careerfit.report.views.pack_changes import since as changes

        lines += changes(before, report.pack, settings.lang)
    write_text("".join(f"{line}\n" for line in lines))


def _schema(name: Schema) -> str:
    """A schema as text: that of packs is made of the tables by which they are read, the others are written by hand."""
    if name == "pack":
        from careerfit.pack.schema import pack_schema

        return pack_schema()
    return files("careerfit").joinpath("schemas", f"{name}.json").read_text("utf-8")
