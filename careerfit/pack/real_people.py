"""What real people add to a pack: ``norms.yaml`` (a reference group) and ``measured.yaml`` (measured constants).

Both are made by the program, of one state of the pack, which they name; neither is a part of its fingerprint, so that
answer codes and saved answers are read with or without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from careerfit.core.model import Measured, Pack, Reference
from careerfit.core.scoring import with_measured, with_reference
from careerfit.errors import DataError, did_you_mean
from careerfit.pack import limits
from careerfit.pack.faults import Fault, problems
from careerfit.pack.reading import content_of, pack_content
from careerfit.pack.schema import MEASURED, NORMS, Fixed
from careerfit.pack.yaml_reader import Document, read_yaml
from careerfit.text import Text, escape

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

HEADLINE = Text("Kelompok rujukan ini tidak bisa dipakai:", "This reference group can't be used:")


def with_norms(pack: Pack, file: str | Path) -> Pack:
    """The pack with the reference group in that file. Raises ``DataError`` with all that is wrong with it."""
    path = Path(file)
    content = content_of(lambda: path.open("rb"), missing="no-answers")
    changed, faults = _taken(pack, str(file), content, NORMS)
    if faults:
        raise DataError(HEADLINE, problems(faults))
    return changed


def with_real_people(pack: Pack, place: Traversable) -> tuple[Pack, list[Fault]]:
    """The pack with what its folder holds of real people, and all that is wrong with that."""
    faults: list[Fault] = []
    there = {entry.name for entry in place.iterdir()}
    for name, form in ((limits.NORMS_FILE, NORMS), (limits.MEASURED_FILE, MEASURED)):
        if name in there:
            pack, more = _taken(pack, name, pack_content(place / name), form)
            faults += more
    return pack, faults


def _taken(pack: Pack, name: str, content: bytes | Text, form: Fixed) -> tuple[Pack, list[Fault]]:
    if isinstance(content, Text):
        return pack, [Fault(name, 0, (), content)]
    document = read_yaml(name, content)
    data = document.data = form.read(document.root, (), document)
    faults = [*document.faults] or [*_of_this_pack(pack, document)]
    if faults:
        return pack, faults
    if form is MEASURED:
        values = (data[key] for key in ("noise", "separation", "temper"))
        return with_measured(pack, Measured(int(data["people"]), data["made"], *values)), []
    means = tuple(data["facets"][facet.key]["mean"] if facet.key in data["facets"] else None for facet in pack.facets)
    return with_reference(pack, Reference(int(data["people"]), data["made"], means)), []


def _of_this_pack(pack: Pack, document: Document) -> Iterator[Fault]:
    """Was it made of this pack, in the state that it is in, and does it hold all facets that it has to?"""
    data = document.data
    if data["pack"] != pack.name:
        yield document.fault(("pack",), "other-pack", theirs=escape(data["pack"]), ours=pack.name)
        return
    if data["fingerprint"] != pack.fingerprint:
        yield document.fault(("fingerprint",), "other-state", ours=pack.fingerprint)
    facets = data.get("facets")
    if facets is None:
        return
    for told, key in enumerate(key for key in facets if key not in pack.facet_index):
        hint = did_you_mean(key, list(pack.facet_index), told)
        yield document.fault(("facets", key), "unknown-facet", hint=hint)
    for facet in pack.facets:
        if facet.key not in facets and facet.key not in pack.shared:
            yield document.fault(("facets", facet.key), "missing-key")
