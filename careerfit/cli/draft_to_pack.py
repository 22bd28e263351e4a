"""Drafts on the way from files to a pack's folder: what is there, what the author says, and what is written."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerfit.cli.errors import CancelledError
from careerfit.cli.output import tell_written
from careerfit.errors import DataError, UsageError
from careerfit.text import LANGUAGES, Lang, Text, clean, escape

if TYPE_CHECKING:
    from careerfit.draft.drafting import Draft, Id
    from careerfit.draft.matching import Known
    from careerfit.draft.profile import Profile
    from careerfit.interview.pages import Face, Flow, Page
    from careerfit.interview.scenes import Menu, Next

OCCUPIED = Text(
    "{place}: folder ini berisi hal lain, bukan paket. Pilih folder yang kosong atau belum ada.",
    "{place}: this folder holds other things, and no pack. Choose one that is empty, or that is not there yet.",
)
A_PACK = Text(
    "{place}: folder ini sudah berisi paket. Tambahkan peran dengan careerfit draft TEXT --pack {folder}, atau pilih "
    "folder lain.",
    "{place}: this folder is a pack already. Add roles with careerfit draft TEXT --pack {folder}, or choose another "
    "folder.",
)
NOT_A_FOLDER = Text("{place}: ini bukan folder.", "{place}: this is not a folder.")
BROKEN = Text(
    "Paket di {place} masih bermasalah; perbaiki dulu, baru tambahkan peran:",
    "The pack in {place} has faults; mend them first, then add roles:",
)
WOULD_BREAK = Text(
    "Tidak ada yang ditulis: dengan draf ini paket di {place} akan bermasalah:",
    "Nothing was written: with this draft the pack in {place} would have faults:",
)
UNWRITABLE = Text("{place}: tidak bisa ditulis ({reason}).", "{place}: can't be written ({reason}).")
TWICE = Text(
    "{slug}: dua teks tentang peran yang sama; sebut satu saja.",
    "{slug}: two texts about the same role; name just one.",
)
TITLE = Text("Pilihan karier", "Careers to choose from")

ASKED = Text("“{phrase}” menyebut apa?", "What does “{phrase}” name?")
COUNT = Text("Yang belum pasti: {n} dari {most}", "Unsure: {n} of {most}")
WHERE = Text("{role} · {sentence}", "{role} · {sentence}")
NEW_FACET = Text("Faset baru", "A new facet")
NO_FACET = Text("Bukan syarat; jangan dipakai", "No demand; leave it out")
LEAVES = Text("selesai, sisanya ditebak", "stop, guess the rest")
BACK = Text("kembali", "back")
CHOOSES = Text("pilih", "choose")
THERE = Text("{file} sudah ada.", "{file} is there already.")
KEEPING = Text(
    "Kalau dibiarkan, tidak ada yang berubah di file itu. Kalau ditulis ulang, yang lama disimpan sebagai {old}.",
    "If it is kept, nothing in the file changes. If it is written anew, the old one is kept as {old}.",
)
KEEP = Text("Biarkan seperti itu", "Keep it as it is")
REPLACE = Text("Tulis ulang dari teks", "Write it anew")
KEPT = Text(
    "{file} sudah ada, jadi dibiarkan: perubahanmu tetap.", "{file} is there already and was kept, with your changes."
)
NOT_IN_IT = Text("Kalimat yang belum ada di {file}: “{sentence}”", "This sentence is not in {file} yet: “{sentence}”")


@dataclass(slots=True)
class Place:
    """A pack's folder as it is: whether its catalogue is still to be written, its facets, and its roles' files."""

    folder: Path
    is_new: bool
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def facets(self) -> dict[str, Mapping[str, Any]]:
        """All facets of the pack by their keys."""
        return {key: data for file in self.values.values() for key, data in file.get("facets", {}).items()}

    def facets_without(self, slugs: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        """The pack's facets but those that stand in the files of these roles and that no other role names."""
        going = {f"roles/{slug}.yaml" for slug in slugs}
        left = {name: file for name, file in self.values.items() if name not in going}
        kept = [self.kept_facets(slug, slugs) for slug in slugs]
        return {
            key: data for held in (*(f.get("facets", {}) for f in left.values()), *kept) for key, data in held.items()
        }

    def kept_facets(self, slug: str, slugs: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        """The facets in a role's file that roles other than these name."""
        going = {f"roles/{one}.yaml" for one in slugs}
        named = {
            key
            for name, file in self.values.items()
            if name not in going
            for section in file.get("sections", {}).values()
            for sentence in section
            for key in sentence.get("names", {})
        }
        own = self.values.get(f"roles/{slug}.yaml", {}).get("facets", {})
        return {key: data for key, data in own.items() if key in named}

    @property
    def is_indonesian(self) -> bool:
        """Is the pack in Indonesian alone?"""
        return self.is_new or list(self.values.get("catalogue.yaml", {}).get("languages", LANGUAGES)) == ["id"]

    def role_file(self, slug: str) -> Path:
        """Where a role's file stands."""
        return self.folder / "roles" / f"{slug}.yaml"


def look_at(folder: Path) -> Place:
    """What there is in a folder.

    Raises ``UsageError`` where no pack can be made of it, and ``DataError`` for a broken one.
    """
    from careerfit.pack.faults import problems
    from careerfit.pack.folder import read_folder

    shown = escape(str(folder), 500)
    if folder.exists() and not folder.is_dir():
        raise UsageError(NOT_A_FOLDER.fill(place=shown))
    if not folder.exists() or not any(folder.iterdir()):
        return Place(folder, is_new=True)
    if not (folder / "catalogue.yaml").is_file():
        raise UsageError(OCCUPIED.fill(place=shown))
    found = read_folder(folder)
    faults = [fault for fault in found.faults if fault.file != "roles" or (folder / "roles").exists()]
    if faults:
        raise DataError(BROKEN.fill(place=shown), problems(faults))
    return Place(folder, is_new=False, values=found.values)


def once_each(profiles: Sequence[Profile]) -> None:
    """Raise ``UsageError`` where two texts are about one role."""
    slugs = [profile.slug for profile in profiles]
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise UsageError(TWICE.fill(slug=slug))


def known_facets(facets: Mapping[str, Mapping[str, Any]]) -> list[Known]:
    """A pack's facets as drafts take them; those without Indonesian words are left out."""
    from careerfit.draft.matching import facet_of

    return [facet_of(key, data) for key, data in facets.items() if "id" in data["name"]]


def sentences_missing(place: Place, profile: Profile) -> list[str]:
    """The sentences of a text that the role's file does not have."""
    sections = place.values.get(f"roles/{profile.slug}.yaml", {}).get("sections", {})
    there = {_bare(sentence.get("id", "")) for held in sections.values() for sentence in held}
    whole = " ".join(there)
    return [one for held in profile.sections.values() for one in held if _bare(one) not in whole]


def _bare(sentence: str) -> str:
    return " ".join(re.findall(r"\w+", sentence.lower()))


def ask_author(make: Callable[[Mapping[Id, str]], Draft], face: Face, lang: Lang) -> Draft:
    """Let the author decide what is unsure, one key each; what was decided is kept however they leave.

    Raises ``CancelledError`` on Ctrl-C: then nothing is written.
    """
    from careerfit.interview.pages import Flow

    decided: dict[Id, str] = {}
    flow = Flow(_question_scene(make, decided), lang)
    if not flow.done:
        face.run(flow)
    if flow.ending == "interrupted":
        raise CancelledError
    return make(decided)


def _question_scene(make: Callable[[Mapping[Id, str]], Draft], decided: dict[Id, str]) -> Menu | None:
    """The next thing that is unsure; None where there is none."""
    from careerfit.draft.drafting import NEW, NONE
    from careerfit.interview.pages import Paragraph
    from careerfit.interview.scenes import Menu, pause

    every = make(decided).questions
    left = [question for question in every if question.id not in decided]
    if not left:
        return None
    question = left[0]

    def taking(answer: str) -> Next:
        def take(_: Flow) -> Menu | None:
            decided[question.id] = answer
            return _question_scene(make, decided)

        return take

    def back(_: Flow) -> Menu | None:
        if decided:
            decided.popitem()
        return _question_scene(make, decided)

    listed = [(key, Text(clean(name), clean(name))) for key, name, _ in question.options]
    listed.insert(0 if question.guess == NEW else len(listed), (NEW, NEW_FACET))
    listed.append((NONE, NO_FACET))

    def body(lang: Lang) -> list[Paragraph]:
        return [
            Paragraph(ASKED.say(lang, phrase=clean(question.id[2])), "title"),
            Paragraph(WHERE.say(lang, role=clean(question.role), sentence=clean(question.sentence))),
        ]

    def finish(page: Page, lang: Lang) -> Page:
        place = {"n": len(decided) + 1, "most": len(every)}
        return replace(page, heading=(COUNT.say(lang, **place),), position="{n}/{most}".format(**place))

    return Menu(
        body,
        [(label, taking(key)) for key, label in listed],
        moves={"back": (BACK, back), "leave": (LEAVES, pause), "language": (None, pause)},
        chooses=CHOOSES,
        finish=finish,
    )


def wants_anew(place: Place, slug: str, face: Face, lang: Lang) -> bool:
    """Is a role's file that is there to be written anew? Raises ``CancelledError`` where the author leaves."""
    from careerfit.interview.scenes import choose

    file = place.role_file(slug)
    title = THERE.fill(file=escape(str(file), 200))
    sentence = KEEPING.fill(old=_old_name(file).name)
    taken, _ = choose(title, [KEEP, REPLACE], face=face, lang=lang, sentences=[sentence])
    if taken is None:
        raise CancelledError
    return taken == 1


def _old_name(file: Path) -> Path:
    """What a file that is written anew is kept as; none that was kept before has that name."""
    from careerfit.pack.limits import OLD

    old, nth = file.with_name(f"{file.name}{OLD}"), 2
    while old.exists():
        old, nth = file.with_name(f"{file.name}{OLD}-{nth}"), nth + 1
    return old


def write_draft(place: Place, draft: Draft, title: str, lang: Lang) -> None:
    """Write what was drafted into the pack's folder; what is there and is to be written anew is kept beside it.

    Everything is made before anything is written. Raises ``DataError`` where the system won't have it.
    """
    from careerfit.draft.role_file import catalogue_yaml, role_yaml
    from careerfit.files.atomic import write_whole

    slugs = sorted(role.profile.slug for role in draft.roles)
    shared = [facet for facet in draft.facets if len(facet.roles) > 1] if place.is_new else []
    contents: dict[Path, str] = {}
    if place.is_new:
        name = _pack_name(place.folder)
        contents[place.folder / "catalogue.yaml"] = catalogue_yaml(name, title, _scale(), shared)
    for role in draft.roles:
        own = [f for f in draft.facets if f not in shared and _home(f.roles, slugs) == role.profile.slug]
        kept = place.kept_facets(role.profile.slug, slugs)
        text = role_yaml(role, own, kept, one_language=not place.is_indonesian)
        contents[place.role_file(role.profile.slug)] = text
    _check(place, contents)
    try:
        (place.folder / "roles").mkdir(parents=True, exist_ok=True)
        for file, text in contents.items():
            if file.exists():
                write_whole(_old_name(file), file.read_bytes())
            write_whole(file, text.encode("utf-8"))
            tell_written(lang, str(file))
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError(UNWRITABLE.fill(place=escape(str(place.folder), 500), reason=reason)) from error


def _check(place: Place, contents: Mapping[Path, str]) -> None:
    """Raise ``DataError`` where the pack with these files would have faults; too few roles are none yet."""
    from shutil import copyfile
    from tempfile import TemporaryDirectory

    from careerfit.pack.faults import problems
    from careerfit.pack.folder import read_folder
    from careerfit.pack.rules import broken_rules

    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "roles").mkdir()
        for name in place.values:
            copyfile(place.folder / name, folder / name)
        for file, text in contents.items():
            (folder / file.relative_to(place.folder)).write_text(text, "utf-8")
        found = read_folder(folder)
        faults = [fault for fault in (*found.faults, *broken_rules(found)) if fault.file != "roles"]
    if faults:
        raise DataError(WOULD_BREAK.fill(place=escape(str(place.folder), 500)), problems(faults))


def _home(roles: set[str], slugs: Sequence[str]) -> str:
    """The role in whose file a facet stands: the first one that names it."""
    return next(slug for slug in slugs if slug in roles)


def _pack_name(folder: Path) -> str:
    from careerfit.draft.profile import slugged

    return slugged(folder.resolve().name)


def _scale() -> list[str]:
    """The steps of the shipped pack's scale, in Indonesian."""
    from careerfit.pack import load_pack

    return [label.id for label in load_pack().scale]


def copy_shipped(folder: Path, lang: Lang) -> None:
    """Put a copy of the shipped pack into a folder that is empty or missing. Raises ``UsageError`` or ``DataError``."""
    from careerfit.files.atomic import write_whole
    from careerfit.pack.load import shipped_folder

    if (folder / "catalogue.yaml").is_file():
        raise UsageError(A_PACK.fill(place=escape(str(folder), 500), folder=escape(quoted(folder), 500)))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(OCCUPIED.fill(place=escape(str(folder), 500)))
    shipped = shipped_folder()
    contents = {"catalogue.yaml": (shipped / "catalogue.yaml").read_bytes()}
    contents |= {
        f"roles/{one.name}": one.read_bytes()
        for one in sorted((shipped / "roles").iterdir(), key=lambda f: f.name)
        if one.name.endswith(".yaml")
    }
    try:
        (folder / "roles").mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            write_whole(folder / name, content)
    except OSError as error:
        raise DataError(UNWRITABLE.fill(place=escape(str(folder), 500), reason=error.strerror or str(error))) from error
    tell_written(lang, str(folder))


def quoted(folder: Path) -> str:
    """A folder as it is typed."""
    return shlex.quote(str(folder))
