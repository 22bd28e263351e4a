"""Attempts as the program itself would keep them, and a pack that has changed since."""

from __future__ import annotations

import shutil
from pathlib import Path

from careerfit.core.model import Duel, Pack
from careerfit.core.results.attempt import pack_mark, row_of, shown_then
from careerfit.history.opening import default_folder
from careerfit.history.store import Store
from careerfit.interview.interview import Interview, Mode
from careerfit.pack.load import shipped_folder


def hold(pack: Pack, role: int, mode: Mode = "quick", *, stop: int = 999, seconds: float = 6.0) -> int:
    """Someone strong in what a role asks for takes the quiz; the attempt's number, 0 where it was stopped early."""
    interview = Interview(pack, mode)
    while (question := interview.next()) is not None and interview.position <= stop:
        if isinstance(question, Duel):
            interview.answer(question, "left", seconds)
        else:
            strength = round(2 + 3 * pack.relevance[role][pack.facet_index[question.facet]])
            interview.answer(question, strength if question.keyed > 0 else 6 - strength, seconds)
    rows = {n: row_of(pack, entry) for n, entry in enumerate(interview.log, 1)}
    with Store() as store:
        begun = store.begin(pack_mark(pack), mode, "id", rows)
        return store.finish(begun, mode, "id", {}, shown_then(interview.result())) if interview.finished else 0


def hold_two(pack: Pack) -> tuple[int, int]:
    """Two attempts of someone whose mind has changed, and an unfinished one; the numbers."""
    made = hold(pack, 0), hold(pack, 2, "full", seconds=1.0)
    hold(pack, 1, stop=6)
    return made


def bytes_kept() -> bytes:
    """All bytes in the state folder."""
    return b"".join(path.read_bytes() for path in sorted(default_folder().rglob("*")) if path.is_file())


def changed_pack(tmp_path: Path) -> Path:
    """A copy of the shipped pack in which the first facet's two items have become their opposites."""
    copy = tmp_path / "changed"
    shutil.copytree(shipped_folder(), copy)
    before, first, after = (copy / "catalogue.yaml").read_text(encoding="utf-8").partition("keyed: 1\n")
    turned = "keyed: -1\n" + after.replace("keyed: -1\n", first, 1)
    (copy / "catalogue.yaml").write_text(before + turned, encoding="utf-8")
    return copy
