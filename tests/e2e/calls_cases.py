"""Every command that writes, and what must hold of it whichever of its calls failed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from careerfit.pack import load_pack

from .calls import KILLED, Call, Outcome
from .calls_state import OUT, STATE, Held, bytes_of, held, left_beside, write_again
from .player import Player, player

ANSWERS = "453"

SCORE = ("score", "--answer", "kepemimpinan=5", "--output")
RESULTS = OUT / "results.csv"
COHORT = ("cohort", "{home}/people.csv", "-o", f"{{home}}/{RESULTS}")
ENGINE = ("pwrite64", "ftruncate")
"""What the engine writes with, in whichever thread; its other calls can't be told from each other's."""


def one_left() -> Player:
    """Who has one question left."""
    return player(verdict="clear")


@dataclass(frozen=True, slots=True)
class Ended:
    """A run with a fault, beside one without: its home and outcome, the other's, and the home before either."""

    home: Path
    outcome: Outcome
    before: Path
    whole_home: Path
    whole: Outcome

    @property
    def killed(self) -> bool:
        return self.outcome.code == KILLED

    @property
    def unsure(self) -> bool:
        """Was it refused to say that what was written is on the disk? Then nobody knows."""
        return any("sync" in point.name for point in self.outcome.hit)

    @property
    def told(self) -> list[str]:
        return self.outcome.told.strip().splitlines()


@dataclass(frozen=True, slots=True)
class Case:
    """A command, the home it begins with, what must hold after a fault, and how many faults are tried by default."""

    name: str
    call: Call
    holds: Callable[[Ended], None]
    template: str = "history"
    kills: int = 2
    refusals: int = 2
    old: dict[Path, bytes] = field(default_factory=dict)
    extra: bool = False
    """Does it need what an installation may lack?"""
    only: tuple[str, ...] = ()
    """The calls that are tried, if not all."""


def told_well(end: Ended, place: str, *, alone: bool = True) -> None:
    """An error is one line (``alone``: and there is no other), which says where and what to do."""
    assert len(end.told) == 1 or not alone, end.told
    assert place in end.told[-1]
    assert re.search(r"\. [A-Z].*\.$|; .*\.$|is gone from the history", end.told[-1]), "what to do?"


def replaces(target: Path) -> Callable[[Ended], None]:
    """A file is as it was, or as it should be, and nothing is left beside it by the next run."""

    def holds(end: Ended) -> None:
        before, now, after = (bytes_of(home / target) for home in (end.before, end.home, end.whole_home))
        if end.killed:
            assert now in (before, after)
            write_again(end.home, target)
        elif end.outcome.code == 0:
            assert now == after
        else:
            assert (1, before) == (end.outcome.code, now)
            told_well(end, target.name)
        assert [] == left_beside(end.home, target)

    return holds


def scores_many(end: Ended) -> None:
    """The results are the old ones or the new ones, and what is left of a run is gone after the next."""
    before, now, after = (bytes_of(home / RESULTS) for home in (end.before, end.home, end.whole_home))
    assert now in (before, after)
    if end.outcome.code == 0:
        assert now == after
    elif not end.killed:
        assert (1, before, 1) == (end.outcome.code, now, len(end.told))
        assert re.search("can't be (written|scored)", end.told[0])
    write_again(end.home, RESULTS)
    assert [] == left_beside(end.home, RESULTS)


def changes_history(end: Ended) -> None:
    """The history is as it was, or as it should be; what was refused is told, and what was deleted leaves no byte."""
    found, before, after = held(end.home), held(end.before), held(end.whole_home)
    assert found in (before, after)
    if end.outcome.code == 0:
        assert (found, end.whole.told) == (after, end.outcome.told)
    elif not end.killed:
        assert end.outcome.code == 1
        told_well(end, "history.db")
        assert found == before or "is gone from the history" in end.told[0] or end.unsure
    if found == after:
        kept = b"".join(path.read_bytes() for path in (end.home / STATE).iterdir())
        gone = {one[3].code for one in before.attempts} - {one[3].code for one in after.attempts}  # type: ignore[index]
        assert not [code for code in gone if code.encode() in kept]


def lists_history(end: Ended) -> None:
    """Looking at the history changes nothing: it works, or says why not."""
    assert held(end.before) == held(end.home)
    if end.outcome.code == 0:
        assert end.whole.out == end.outcome.out
    elif not end.killed:
        assert end.outcome.code == 1
        told_well(end, "history.db")


def to_the_end() -> str:
    """The last answer, the result, its reality check, and the way out."""
    pack = load_pack()
    beliefs = len(pack.role(one_left().interview.result().ranking[0].role).beliefs)
    return one_left().keys[-1] + "1" + "4" + "11" * beliefs + "1" + "q"


def interviews(end: Ended) -> None:
    """The interview goes on, loses nothing that it showed as saved, and says at the end what is saved."""
    rows = [int(key) for key in ANSWERS]
    found = held(end.home).unfinished
    kept = list(found[0]) if found else []
    assert (True, kept) == (len(found) <= 1, rows[: len(kept)])
    shown = max(map(int, re.findall(r"(\d+)(?:/40 | of at most)", end.outcome.told)), default=1)
    if end.killed:
        assert len(kept) >= shown - 1
        return
    assert (0, len(ANSWERS) + 1) == (end.outcome.code, shown)
    if saved := re.search(r"(?:(\d) of )?3 answers? saved", end.outcome.told):
        assert int(saved[1] or 3) == len(kept) or (end.unsure and int(saved[1] or 3) < len(kept))
    else:
        assert "Your answers were not saved." in end.outcome.told
    assert kept == rows or "can't be saved: " in end.outcome.told


def finishes(end: Ended) -> None:
    """A finished interview is kept whole, or told with its code; what was answered before is never lost."""
    last = int(one_left().keys[-1])
    found, before, after = held(end.home), held(end.before), held(end.whole_home)
    (left,) = before.unfinished
    states = [before, Held((), ((*left, last),)), _without_reality(after)]
    assert _without_reality(found) in states  # a reality check is kept statement by statement
    if end.killed or end.outcome.code == 1:
        if not end.killed:
            assert found == before
            told_well(end, "history.db", alone=False)
        assert found.attempts or "Save a report" not in end.outcome.told
        return
    assert (0, not found.attempts) == (end.outcome.code, "answer code" in end.outcome.told)
    assert found == after or "was not saved" in end.outcome.told or "can't be used" in end.outcome.told


def _without_reality(found: Held) -> Held:
    return Held(tuple((*one[:5], "{}") for one in found.attempts), found.unfinished)  # type: ignore[index]


def sets_aside(end: Ended) -> None:
    """A damaged history is never lost, whatever becomes of setting it aside; and a new one can be begun."""
    damaged = (end.before / STATE / "history.db").read_bytes()
    contents = [path.read_bytes() for path in (end.home / STATE).iterdir()]
    assert contents.count(damaged) == 1
    if not end.killed and end.outcome.code == 1:
        told_well(end, "history.db")
    elif not end.killed:
        assert "Its file was kept as" in end.outcome.told


def installs(end: Ended) -> None:
    """The shell's own file is never cut, and is given its line only once the script is there."""
    own, script = Path(".bashrc"), Path(".bash_completions/careerfit.sh")
    old, new = ([bytes_of(home / path) for path in (own, script)] for home in (end.before, end.whole_home))
    text = [part and part.replace(str(end.whole_home).encode(), str(end.home).encode()) for part in new]
    found = [bytes_of(end.home / path) for path in (own, script)]
    assert found in ([old[0], None], [old[0], text[1]], text)
    if end.outcome.code == 0:
        assert found == text
    elif not end.killed:
        assert end.outcome.code == 1
        assert len(end.told) == 1
        assert "can't be written" in end.told[0]
    for target in (own, script) if end.killed else ():
        write_again(end.home, target)
    assert not list(end.home.rglob("*.part*"))


def scored(name: str, tries: int = 1) -> Case:
    """A result into a file of that name, over an old one."""
    target = OUT / name
    return Case(
        f"score {name}", Call((*SCORE, f"{{home}}/{target}")), replaces(target), "bare", tries, tries, {target: b"old"}
    )


def changed(name: str, *args: str) -> Case:
    """A command that changes the history."""
    return Case(name, Call(("history", *args)), changes_history, kills=3)


CASES: Sequence[Case] = (
    scored("result.json", 3),
    *(scored(f"result.{ending}") for ending in ("md", "csv", "html")),
    Case("a new file", Call((*SCORE, "{home}/out/new.txt")), replaces(OUT / "new.txt"), "bare"),
    Case(
        "a form",
        Call(("form", "-o", "{home}/out/class.xlsx")),
        replaces(OUT / "class.xlsx"),
        "bare",
        old={OUT / "class.xlsx": b"old"},
        extra=True,
    ),
    Case(
        "history export",
        Call(("history", "export", "--output", "{home}/out/mine.json")),
        replaces(OUT / "mine.json"),
        old={OUT / "mine.json": b"old"},
    ),
    changed("history note", "note", "1", "calm"),
    changed("history delete one", "delete", "1", "--yes"),
    changed("history delete all", "delete", "--all", "--yes"),
    changed("history delete unfinished", "delete", "--unfinished", "--yes"),
    Case("history list", Call(("history", "list", "--format", "json")), lists_history),
    Case("quiz on lines", Call(("quiz", "--plain"), lambda: f" {ANSWERS}q2"), interviews, "bare", kills=10, refusals=8),
    Case("quiz with keys", Call(("quiz",), lambda: f"{ANSWERS}q", plain=False), interviews, "bare"),
    Case("quiz to its end", Call(("quiz", "--resume", "--plain"), to_the_end), finishes, "left", kills=5, refusals=4),
    Case("damaged history", Call(("history", "list")), sets_aside, "damaged"),
    Case("completion", Call(("--install-completion",), in_bash=True), installs, "bare", 3, 3),
    Case("cohort", Call(COHORT, follow=False), scores_many, "people", 2, 1, {RESULTS: b"old"}, extra=True),
    Case("cohort's engine", Call(COHORT), scores_many, "people", 0, 1, {RESULTS: b"old"}, extra=True, only=ENGINE),
)
