"""Each system call that writes is refused once, and met by a kill once: the disk has the old or the new, nothing else.

By default a fixed choice of them is tried; all of them with the environment variable CAREERFIT_ALL_FAULTS=1.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from careerfit.core.model import Pack
from tests.cohort.people import make_people, write_csv
from tests.history.held import hold_two

from .calls import ALL_FAULTS, KILLED, REFUSALS, Outcome, Point, aimed, need_strace, run
from .calls_cases import CASES, Case, Ended, one_left
from .calls_state import OUT, STATE
from .conftest import BIN
from .player import leave

T = TypeVar("T")
KILL = "signal=KILL"


@pytest.fixture(scope="module")
def templates(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Homes to begin with, by what is in them."""
    folder = tmp_path_factory.mktemp("templates")
    for name in ("bare", "history", "left", "damaged", "people"):
        home = folder / name
        for part in (OUT, "tmp"):
            (home / part).mkdir(parents=True)
        (home / ".bashrc").write_bytes(b"mine\n")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_STATE_HOME", str((home / STATE).parent))
            if name in ("history", "damaged"):
                hold_two(pack)
            elif name == "left":
                leave(one_left())
    (folder / "damaged" / STATE / "history.db").write_bytes(b"damaged" * 1000)
    write_csv(folder / "people" / "people.csv", make_people(pack, 50, bad=()))
    return folder


@pytest.fixture
def homes(templates: Path, tmp_path: Path, case: Case) -> Iterator[Path]:
    """One copy after the other of the home that the case begins with."""
    return copies(templates / case.template, tmp_path, case)


def copies(template: Path, folder: Path, case: Case) -> Iterator[Path]:
    """Copies of a home, with the files that a case finds in it."""
    number = 0
    while True:
        number += 1
        home = folder / f"home{number}"
        shutil.copytree(template, home)
        for path, content in case.old.items():
            (home / path).write_bytes(content)
        yield home


def some(found: Sequence[T], count: int) -> list[T]:
    """So many of them, evenly spread; or all."""
    if ALL_FAULTS or len(found) <= count:
        return list(found)
    return [found[(2 * n + 1) * len(found) // (2 * count)] for n in range(count)]


def tried(case: Case, homes: Iterator[Path], faults: Sequence[tuple[Point, str]], whole: tuple[Path, Outcome]) -> None:
    """Try these faults, and tell all at once after which of them something does not hold."""
    before, broken = next(homes), []
    for point, fault in faults:
        home, outcome = aimed(case.call, homes, point, fault)
        try:
            assert fault != KILL or outcome.code == KILLED
            assert "Traceback" not in outcome.told
            case.holds(Ended(home, outcome, before, *whole))
        except AssertionError as error:
            broken.append(f"{fault} at {point}: exit {outcome.code}: {error}\n{outcome.told[-600:]}")
        shutil.rmtree(home)
    print(f"{case.name}: {len(faults)} tried")  # noqa: T201  # shown by -rP
    assert [] == broken


@pytest.fixture(scope="module")
def wholes() -> dict[str, tuple[Path, Outcome]]:
    """What each command does when nothing happens to it, once it has been seen."""
    return {}


@pytest.fixture
def whole(case: Case, homes: Iterator[Path], wholes: dict[str, tuple[Path, Outcome]]) -> tuple[Path, Outcome]:
    """The home and the outcome of a run that nothing happens to."""
    need_strace()
    if case.extra and BIN:
        pytest.skip("an installation may lack this extra")
    if case.name not in wholes:
        home = next(homes)
        wholes[case.name] = home, run(case.call, home)
    home, outcome = wholes[case.name]
    assert (0, ()) == (outcome.code, outcome.hit), outcome.told
    return home, outcome


def points(case: Case, outcome: Outcome) -> list[Point]:
    """The calls of a run that are tried."""
    return [point for point in outcome.points if not case.only or point.name in case.only]


@pytest.mark.parametrize("case", [case for case in CASES if case.kills], ids=lambda case: case.name)
def test_killed_at_a_call_that_writes(case: Case, homes: Iterator[Path], whole: tuple[Path, Outcome]) -> None:
    """Killed at any call that writes, a command leaves the old state or the new, and nothing that stays beside it."""
    tried(case, homes, [(point, KILL) for point in some(points(case, whole[1]), case.kills)], whole)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_call_that_writes_is_refused(case: Case, homes: Iterator[Path], whole: tuple[Path, Outcome]) -> None:
    """Refused any call that writes, a command leaves the old state or the new, nothing else, and says so in a line."""
    faults = [(point, f"error={name}") for point in points(case, whole[1]) for name in REFUSALS[point.name].split()]
    tried(case, homes, some(faults, case.refusals), whole)
