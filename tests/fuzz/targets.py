"""What is fuzzed: any bytes → one call of a parser, and what must hold of whatever comes of it.

The first byte says how the others are meant, so that an input can be read and written by hand: see each target. A
target raises for a defect alone. It may write into the folder that it is given, and nowhere else.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import yaml

from careerfit.cli.commands.score import gather
from careerfit.core.answer_code import ALPHABET, LONGEST, MARK, PREFIX, PRIME, decode, encode, mark
from careerfit.core.model import Answers, Pack
from careerfit.core.results.result import evaluate
from careerfit.draft.drafting import make_draft
from careerfit.draft.role_file import role_yaml
from careerfit.draft.source import read_sources
from careerfit.draft.summary import summary
from careerfit.pack.load import check_pack, load_pack, shipped_folder
from careerfit.pack.schema import forms
from careerfit.pack.yaml_reader import Broken, read_yaml
from tests.core.build import facet, pack_of

from .edits import Cut, Source, edited
from .outcome import harmless, outcome, sound, told, usable

BASE = Path(__file__).parents[1] / "pack" / "base"
ROLE = "roles/penulis.yaml"


def pack(data: bytes, folder: Path) -> None:
    """A pack, by the first byte modulo 8.

    0: the rest is the catalogue of a small pack, 1: one of its roles, 2: its catalogue in UTF-16, 3: edits of it, 4:
    edits of the shipped pack cut short; 5: 3 with ``careerfit check``, 6: a role likewise, 7: any text for the
    reader of YAML alone.
    """
    kind, rest = data[:1], data[1:]
    mode = kind[0] % 8 if kind else 0
    if mode == 7:
        _parse(rest)
        return
    where, changed = _changed(mode, rest, folder)
    place = _laid_out(folder, where, changed)
    if mode in (5, 6):
        _checked(place)
    elif (found := outcome(lambda: load_pack(place))) is not None:
        _scored(found)


def _changed(mode: int, rest: bytes, folder: Path) -> tuple[Path, Mapping[str, bytes]]:
    """The pack to begin with, and the files that differ."""
    if mode in (3, 4, 5):
        where = _shipped_in_short(folder) if mode == 4 else BASE
        return where, edited(_cut(where), Source(rest))
    if mode == 2:
        return BASE, {"catalogue.yaml": rest.decode("utf-8", "replace").encode("utf-16")}
    return BASE, {"catalogue.yaml" if mode == 0 else ROLE: rest}


@cache
def _shipped_in_short(folder: Path) -> Path:
    """The shipped pack's first two roles, with the first sentence of each section and the facets that these name."""
    files = {f.relative_to(shipped_folder()): yaml.safe_load(f.read_bytes()) for f in shipped_folder().rglob("*.yaml")}
    catalogue = files.pop(Path("catalogue.yaml"))
    roles = dict(sorted(files.items())[:2])
    named: set[str] = set()
    for role in roles.values():
        for section, listed in role["sections"].items():
            role["sections"][section] = listed if section == "expectations" else listed[:1]
            named.update(*(sentence.get("names", {}) for sentence in role["sections"][section]))
    catalogue["facets"] = {key: facet for key, facet in catalogue["facets"].items() if key in named}
    families = {facet.get("family") for facet in catalogue["facets"].values()}
    catalogue["families"] = {key: family for key, family in catalogue["families"].items() if key in families}
    for name, content in {Path("catalogue.yaml"): catalogue, **roles}.items():
        place = folder / "short" / "shipped" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=9999), encoding="utf-8")
    return folder / "short" / "shipped"


@cache
def _cut(where: Path) -> Mapping[str, Cut]:
    return {str(file.relative_to(where)): Cut(file.read_text(encoding="utf-8")) for file in where.rglob("*.yaml")}


def _laid_out(folder: Path, where: Path, changed: Mapping[str, bytes]) -> Path:
    """A copy of the pack with these files: only they are written, and what they were before is put back first."""
    place = folder / where.name
    if not place.exists():
        shutil.copytree(where, place)
    for name in _dirty.pop(place, ()):
        shutil.copyfile(where / name, place / name)
    for name, content in changed.items():
        (place / name).write_bytes(content)
    _dirty[place] = tuple(changed)
    return place


_dirty: dict[Path, tuple[str, ...]] = {}


def _parse(rest: bytes) -> None:
    document = read_yaml("x.yaml", rest)
    assert document.faults or not isinstance(document.root, Broken)
    for fault in document.faults:
        harmless(fault.what)


def _checked(place: Path) -> None:
    report = check_pack(place)
    told((*report.errors, *report.warnings, *report.notes))
    assert (report.pack is None) == bool(report.errors)
    if report.pack is not None:
        _scored(report.pack)


def _scored(found: Pack) -> None:
    """What loads is sound, and answers to it give a result and a code."""
    sound(found)
    everything = Answers({item.key: 1 + n % 5 for n, item in enumerate(found.items)})
    result = evaluate(found, everything)
    json.dumps(result.to_dict())
    assert everything == decode(found, result.code)


def answers(data: bytes, folder: Path) -> None:
    r"""One person's answers, by the first byte modulo 8.

    0: the rest is a YAML file, 1: JSON, 2: either, without a suffix, 3: flags with \0 between them, 4: a YAML file, a
    code and flags with \0 between them; 5: values (a line each) of known keys as flags, 6: as YAML, 7: as JSON.
    """
    kind, rest = data[:1], data[1:]
    mode = kind[0] % 8 if kind else 0
    file, code, flags = _MODES[mode](rest)
    place = None
    if file is not None:
        place = folder / f"answers{('.yaml', '.json', '', '', '.yaml', '', '.yaml', '.json')[mode]}"
        place.write_bytes(file)
    shipped = _shipped()
    found = outcome(lambda: gather(shipped, None if place is None else str(place), code, flags))
    if found is not None:
        usable(shipped, found)
        assert found == decode(shipped, encode(shipped, found))


Given = tuple[bytes | None, str | None, list[str]]
"""An answers file's content, a code, and flags."""


def _words(rest: bytes) -> list[str]:
    """As an operating system hands them to a program: text, whatever the bytes."""
    return [word.decode("utf-8", "surrogateescape") for word in rest.split(b"\0")]


def _all_at_once(rest: bytes) -> Given:
    file, _, more = rest.partition(b"\0")
    code, *flags = _words(more)
    return file, code or None, flags


def _keyed(rest: bytes) -> list[tuple[str, bytes]]:
    """Each line as the value of the next facet or item."""
    shipped = _shipped()
    keys = [key for one in shipped.facets for key in (one.key, *(item.key for item in one.items))]
    return list(zip(keys, rest.split(b"\n"), strict=False))


def _as_flags(rest: bytes) -> Given:
    return None, None, [f"{key}={value.decode('utf-8', 'surrogateescape')}" for key, value in _keyed(rest)]


def _as_yaml(rest: bytes) -> Given:
    return b"".join(key.encode() + b": " + value + b"\n" for key, value in _keyed(rest)), None, []


def _as_json(rest: bytes) -> Given:
    pairs = b",".join(b'"' + key.encode() + b'":' + value for key, value in _keyed(rest))
    return b"{" + pairs + b"}", None, []


def _as_file(rest: bytes) -> Given:
    return rest, None, []


_MODES: tuple[Callable[[bytes], Given], ...] = (
    _as_file,
    _as_file,
    _as_file,
    lambda rest: (None, None, _words(rest)),
    _all_at_once,
    _as_flags,
    _as_yaml,
    _as_json,
)


def draft(data: bytes, _folder: Path) -> None:
    """A raw text as it comes from anywhere: what is drafted of it is a role's file that has no fault of form."""
    for profile in outcome(lambda: read_sources(data, "x.txt", "x")) or ():
        made = make_draft([profile], [])
        document = read_yaml("x.yaml", role_yaml(made.roles[0], made.facets, one_language=False).encode())
        forms(("id",)).role.read(document.root, (), document)
        assert [] == document.faults
        for line in filter(any, summary(made, {})):
            harmless(line)


def code(data: bytes, _folder: Path) -> None:
    """An answer code, by the first byte: odd for a number whose mark and check are put right, even for text as it is.

    Modulo 6, it is of the shipped pack (0, 1), of a small one (2, 3), or of one that has no duels (4, 5).
    """
    kind, rest = data[:1], data[1:]
    mode = kind[0] % 6 if kind else 0
    one = _code_packs()[mode // 2]
    text = _righted(one, rest) if mode % 2 else rest.decode("utf-8", "surrogateescape")
    found = outcome(lambda: decode(one, text))
    if found is None:
        return
    usable(one, found)
    canonical = encode(one, found)
    assert found == decode(one, canonical)
    assert canonical == encode(one, decode(one, canonical))
    if mode // 2:
        json.dumps(evaluate(one, found).to_dict())


def _righted(one: Pack, rest: bytes) -> str:
    """The code of that number, as if a careerfit had written it."""
    number = (int.from_bytes(rest[: LONGEST // 2], "big") * MARK + mark(one)) * PRIME
    letters = ""
    while number:
        number, digit = divmod(number, 32)
        letters = ALPHABET[digit] + letters
    return PREFIX + letters


@cache
def _shipped() -> Pack:
    return load_pack()


@cache
def _code_packs() -> tuple[Pack, Pack, Pack]:
    two = [facet("a"), facet("b", "interest")]
    return _shipped(), pack_of(two, {"p": (1, 0), "q": (0, 1)}), pack_of(two, {"p": (1, 1), "q": (1, 0)})


TARGETS: Mapping[str, Callable[[bytes, Path], None]] = {"pack": pack, "answers": answers, "code": code, "draft": draft}
