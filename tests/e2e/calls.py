"""The program under strace: which of its system calls write, and the same run with one of them failing once."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import COMMAND, environment
from .terminal import Terminal

ALL_FAULTS = bool(os.environ.get("CAREERFIT_ALL_FAULTS"))
"""Try everything instead of a fixed choice: some three thousand runs, half an hour."""
BY_NAME = ("rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "chmod", "fchmodat")
BY_NAME = (*BY_NAME, "link", "linkat", "symlink", "symlinkat", "truncate")
BY_NUMBER = ("write", "pwrite64", "writev", "pwritev", "fsync", "fdatasync", "ftruncate", "fallocate", "fchmod")
OPENING = ("openat", "open", "creat")
WRITING = ",".join(f"?{name}" for name in (*BY_NAME, *BY_NUMBER, *OPENING))
REFUSALS = {
    "openat": "ENOSPC EROFS EACCES EINTR EIO",
    **dict.fromkeys(("mkdir", "rename"), "ENOSPC EROFS EACCES EIO"),
    **dict.fromkeys(("write", "pwrite64"), "ENOSPC EIO EINTR"),
    **dict.fromkeys(("fsync", "fdatasync"), "ENOSPC EIO EINTR EROFS"),
    "ftruncate": "EIO EINTR EROFS",
    **dict.fromkeys(("chmod", "fchmod", "unlink", "unlinkat", "rmdir"), "EROFS EACCES EIO"),
}
"""What each call may be refused with."""
KILLED = -9
_CALL = re.compile(r"^(?P<pid>\d+) +(?P<name>\w+)\((?P<args>.*)$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_CHANCE = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.part)|(?<=\.damaged-)[\d-]+(?=\.)")
TRIES = 4


@dataclass(frozen=True, slots=True)
class Point:
    """A call that writes: its name, where it writes, and the how manieth of these it is in its process.

    ``nth`` counts the calls of that name wherever they write, as strace does.
    """

    name: str
    where: str
    turn: int
    nth: int

    def __str__(self) -> str:
        return f"{self.name} {self.where} ({self.turn})"


@dataclass(frozen=True, slots=True)
class Call:
    """A run to be made: arguments, keys for a terminal (none: without one), and whether other processes count, too.

    In arguments, ``{home}`` stands for the home. ``plain``: a line for each key. ``in_bash``: bash starts it, since it
    looks for the shell that it is in.
    """

    args: tuple[str, ...]
    typed: Callable[[], str] = str
    plain: bool = True
    follow: bool = True
    in_bash: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: exit code or negative signal, what was told, the result, and the calls that were hit."""

    code: int
    told: str
    out: str
    points: tuple[Point, ...]
    hit: tuple[Point, ...]


def need_strace() -> None:
    """Skip where there is no strace, or it may trace nothing; fail in CI, which brings it along."""
    works = shutil.which("strace") is not None
    works = works and subprocess.run(["strace", "-qq", "true"], capture_output=True, check=False).returncode == 0
    if not works:
        assert "CI" not in os.environ, "strace is missing"
        pytest.skip("strace is not installed, or may not trace")


def home_environment(home: Path) -> dict[str, str | None]:
    """Everything that the program writes by itself goes into that home."""
    places = {"STATE": ".local/state", "DATA": ".local/share", "CACHE": ".cache", "CONFIG": ".config"}
    named = {f"XDG_{name}_HOME": str(home / place) for name, place in places.items()}
    return {**named, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(home / "tmp")}


def run(call: Call, home: Path, *inject: str) -> Outcome:
    """Run it in that home, with faults as strace's ``-e inject=`` has them."""
    log = home.with_name(f"{home.name}.calls")
    tracing = ["-e", f"trace={WRITING}", *(word for fault in inject for word in ("-e", f"inject={fault}"))]
    through = ["strace", *(["-f"] if call.follow else []), "-qq", "-y", "-s", "512", "-o", str(log), *tracing]
    args = [arg.format(home=home) for arg in call.args]
    code, told, out = (typed if call.typed() else piped)(call, args, through, home)
    points, hit = read_log(log, home, follow=call.follow)
    log.unlink()
    return Outcome(code, told, out, points, hit)


def piped(call: Call, args: Sequence[str], through: Sequence[str], home: Path) -> tuple[int, str, str]:
    """Run it without a terminal: exit code, standard error and standard output."""
    words = [*through, *COMMAND, *args]
    if call.in_bash:
        words = ["bash", "--norc", "-c", f"{shlex.join(words)} 2>&1; exit $?"]
    env = environment(home_environment(home))
    done = subprocess.run(words, capture_output=True, text=True, env=env, stdin=subprocess.DEVNULL, check=False)
    code = KILLED if done.returncode in (KILLED, 128 - KILLED) else done.returncode
    told, out = (done.stdout, "") if call.in_bash else (done.stderr, done.stdout)
    return code, "\n".join(line for line in told.splitlines() if not line.startswith("bash: line ")), out


def typed(call: Call, args: Sequence[str], through: Sequence[str], home: Path) -> tuple[int, str, str]:
    """Run it in a terminal, question by question: exit code, and all that came."""
    with Terminal(*args, columns=300, env=home_environment(home), through=through) as terminal:
        if call.plain:
            for key in call.typed():
                terminal.wait_for_output()
                if terminal.child.isalive():
                    terminal.type(key)
            return terminal.end(), terminal.written.decode(errors="replace"), ""
        seen = list(pressed(terminal, call.typed()))
        return terminal.end(), "\n".join([*seen, terminal.text]), ""


def pressed(terminal: Terminal, keys: str) -> Iterator[str]:
    """Begin the quiz and answer, each key once its question is seen: one screen after the other, until it is killed."""
    with contextlib.suppress(AssertionError):
        yield terminal.see("Enter start")
        terminal.press("enter")
        for position, key in enumerate(keys, 1):
            yield terminal.see(f"{position} of at most")
            terminal.press(key)
        yield terminal.see("Leave now?")
        terminal.press("2")


def read_log(log: Path, home: Path, *, follow: bool) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The calls that write in that home, in order; and those that failed on purpose, or the last one if killed."""
    counts: Counter[tuple[str, ...]] = Counter()
    found: list[Point] = []
    hit: list[Point] = []
    begun, last = "", None
    for raw in log.read_text(errors="replace").splitlines():
        line = raw if follow else f"0 {raw}"
        begun = begun or line.split()[0]
        if line.split()[:4] == [begun, "+++", "killed", "by"] and last is not None:  # short numbers are padded
            hit.append(last)
        elif (match := _CALL.match(line)) is not None:
            pid, name, where = match["pid"], match["name"], written_to(match["name"], match["args"], home)
            counts[pid, name] += 1
            counts[pid, name, where] += 1
            one = Point(name, where, counts[pid, name, where], counts[pid, name])
            last = one if pid == begun else last
            found += [one] if where else []
            hit += [one] if "(INJECTED)" in line else []
    return tuple(found), tuple(dict.fromkeys(hit))


def written_to(name: str, args: str, home: Path) -> str:
    """Where in that home a call writes, chance taken out; empty if it doesn't."""
    if name in OPENING and not re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", args):
        return ""
    paths = re.findall(r"^\d+<([^>]*)>", args) if name in BY_NUMBER else _QUOTED.findall(args)
    inside = [path.removeprefix(f"{home}") for path in paths if path == str(home) or path.startswith(f"{home}/")]
    return _CHANCE.sub("*", " → ".join(inside))


def aimed(call: Call, fresh: Iterator[Path], point: Point, fault: str) -> tuple[Path, Outcome]:
    """The home and the outcome of a run in which that call, and no other, has met that fault.

    Which number a call has may change while Python's own files are being written elsewhere: then it is counted anew.
    """
    aim = point
    for _ in range(TRIES):
        home = next(fresh)
        outcome = run(call, home, f"{aim.name}:{fault}:when={aim.nth}")
        if [str(one) for one in outcome.hit] == [str(point)]:
            return home, outcome
        shutil.rmtree(home)
        again = next(fresh)
        aim = next((one for one in run(call, again).points if str(one) == str(point)), point)
        shutil.rmtree(again)
    raise AssertionError(f"{point} could not be hit, but {[str(one) for one in outcome.hit]}")
