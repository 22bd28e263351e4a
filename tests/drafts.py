"""How well raw texts are drafted: ``python -m tests.drafts [--texts DIR] [--people N]``.

Three parts. *Reading*: sentences in the right section, and recall and precision of phrases and beliefs against what a
careful reader found (``NAME.expected.json`` beside ``NAME.txt``), for the texts as they are and written in other ways.
*Relevance*: the sources of the shipped pack drafted into a copy of it without its roles; how many of its cells of role
and facet have the relevance that they have by hand, with kappa, and which differ. *Recovery*: how many made-up
members a pack drafted from the texts finds again, and how long its form is; only with ``--people``, which takes
minutes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from careerfit.cli.app import command, run
from careerfit.core.model import Pack
from careerfit.pack.load import load_pack, shipped_folder
from careerfit.simulation.figures import simulation
from careerfit.simulation.runs import Task, run_all, stretches

from .draft.reading import OTHERS, TEXTS, rates_of, variants

SOURCES = Path(__file__).parent / "content" / "sources"
SHOWN = ("all", "quick_items", "quick")
TWINS = (("perawat", "ahli-gizi"), ("akuntan-publik", "analis-data"))


class Agreement(NamedTuple):
    """How far two packs agree about the relevance of facets for roles."""

    share: float
    kappa: float
    cells: int
    differing: list[tuple[str, str, float, float]]


def drafted(texts: Path, folder: Path) -> Pack:
    """A pack made of the texts in a folder, by the command and its best guesses."""
    code = call("draft", *map(str, sorted(texts.glob("*.txt"))), "--pack", str(folder), "--yes")
    if code:
        raise RuntimeError(code)
    return load_pack(folder)


def call(*args: str) -> int:
    """The exit code of one call of the program."""
    return run(command(), list(args), {"CAREERFIT_LANG": "en"})


def agreement(folder: Path) -> Agreement:
    """The shipped pack's roles drafted anew from their sources, against those that were made by hand."""
    shutil.copytree(Path(str(shipped_folder())), folder)
    shutil.rmtree(folder / "roles")
    byhand, made = load_pack(), drafted(SOURCES, folder)
    cells = []
    for role in byhand.roles:
        for facet in byhand.facets:
            mine = made.relevance[made.role_index[role.slug]]
            at = made.facet_index.get(facet.key)
            hand = byhand.relevance[byhand.role_index[role.slug]][byhand.facet_index[facet.key]]
            cells.append((role.slug, facet.key, hand, 0.0 if at is None else mine[at]))
    share = sum(hand == own for *_, hand, own in cells) / len(cells)
    left, right = Counter(cell[2] for cell in cells), Counter(cell[3] for cell in cells)
    chance = sum(left[value] * right[value] for value in left) / len(cells) ** 2
    return Agreement(share, (share - chance) / (1 - chance), len(cells), [c for c in cells if c[2] != c[3]])


def runner_up(pack: Pack, slug: str) -> str:
    """Which role is second for an ideal member of one: 5 to all that it asks for, 1 to the rest."""
    from careerfit.core.model import Answers
    from careerfit.core.results.result import evaluate

    row = pack.relevance[pack.role_index[slug]]
    asked = {facet.key for facet, relevance in zip(pack.facets, row, strict=True) if relevance}
    said = {item.key: 5 if (item.facet in asked) == (item.keyed > 0) else 1 for item in pack.items}
    return evaluate(pack, Answers(said)).ranking[1].role


def reading(texts: Path) -> Iterator[str]:
    """A line for each way of writing."""
    for name, rewrite in variants():
        yield f"{name}: {rates_of(texts, rewrite).line()}"


def recovery(pack: Pack, people: int) -> Iterator[str]:
    """A line for each form and level."""
    for level in ("moderate", "realistic"):
        figures = simulation(pack, run_all(pack, stretches(Task("members", level, 1, 0, people)), lambda _: None))
        for form in figures["forms"]:
            if form["form"] in SHOWN:
                yield f"{level}, {form['form']}: {form['items']:.1f} items, first {form['first']:.3f}"


def main() -> None:
    """All of it, a line each."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=Path, default=TEXTS)
    options.add_argument("--people", type=int, default=0)
    chosen = options.parse_args()
    lines: list[str] = []
    for folder in dict.fromkeys((chosen.texts, OTHERS)):
        lines += [f"# {folder.name}", *reading(folder)]
    with tempfile.TemporaryDirectory() as place:
        found = agreement(Path(place) / "shipped")
        lines += [
            "# relevance",
            f"{found.share:.3f} of {found.cells} cells, kappa {found.kappa:.3f}; by hand and drafted:",
        ]
        lines += [f"{role} {facet}: {hand:g} {own:g}" for role, facet, hand, own in found.differing]
        pack = drafted(chosen.texts, Path(place) / "drafted")
        lines += ["# pack", f"{len(pack.roles)} roles, {len(pack.facets)} facets, {len(pack.items)} items"]
        lines += [f"{role.slug}: next {runner_up(pack, role.slug)}" for role in pack.roles]
        if chosen.people:
            lines += ["# recovery", *recovery(pack, chosen.people)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
