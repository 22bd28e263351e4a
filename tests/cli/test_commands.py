"""Every command that any screen names can be pasted into a shell as it stands: all are taken and run."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from careerfit.cli.app import COMMANDS, command, run
from careerfit.core.model import Pack
from careerfit.history.recorder import Recorder
from careerfit.history.store import Store
from careerfit.pack.load import shipped_folder
from careerfit.text import LANGUAGES
from tests.e2e import screens as quiz_screens
from tests.report.people import PEOPLE

from . import results
from .results import closed, held

WIDTHS = ("40", "80", "120")
NAMES = "|".join(COMMANDS)
NAMED = re.compile(rf"careerfit +(?:(?:{NAMES})\b|--)")
"""Where a line names a command of the program."""
WHOLE = re.compile(rf"(?:^\s*|.*: )(careerfit (?:(?:{NAMES})\b|--).*)$")
"""A line that ends in one: it can be copied from there to the end of the line."""
USAGE = ("Usage: ", "Pemakaian: ")
ASKS = ("quiz", "reality", "history delete")
"""These need somebody at a terminal, and off one they say so once the call is understood."""
REFUSED = "(?:needs|perlu) (?:a )?terminal|Without a terminal|Tanpa terminal"


class Seen(io.StringIO):
    """A stream that a person reads at a terminal."""

    def isatty(self) -> bool:
        return True


def call(*args: str, env: Mapping[str, str], seen: bool = True) -> tuple[int, str]:
    """A call's exit code, and all that a person sees of it."""
    stream = Seen() if seen else io.StringIO()
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        try:
            code = run(command(), list(args), env)
        except SystemExit as left:
            code = int(left.code or 0)
    return code, stream.getvalue()


@contextlib.contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Be in that folder, with the history that is there, and nothing on standard input."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        patch.setenv("HOME", str(folder))
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        patch.chdir(folder)
        yield


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> Iterator[Path]:
    """A folder with a file of answers and a pack beside it, and a history that holds everybody's attempt."""
    folder = tmp_path_factory.mktemp("here")
    (folder / "jawaban saya.yaml").write_text("kepemimpinan: 5\nanalisis: 2\n", encoding="utf-8")
    shutil.copytree(shipped_folder(), folder / "paket lain")
    with inside(folder):
        with Store() as store:
            for name in PEOPLE:
                interview = held(pack, PEOPLE[name](pack))
                recorder = Recorder(store, pack, mode="quick", lang="id")
                for position, reply in enumerate(interview.log, 1):
                    recorder.save(position, reply)
                recorder.finish(interview.result())
            unfinished = Recorder(store, pack, mode="quick", lang="id")
            unfinished.save(1, interview.log[0])
        yield folder


def codes(pack: Pack) -> list[str]:
    """Everybody's answer code."""
    return [held(pack, make(pack)).result().code for make in PEOPLE.values()]


def results_of(pack: Pack) -> Iterator[tuple[str, ...]]:
    """The calls that show everybody's result."""
    for number in range(1, len(PEOPLE) + 1):
        yield ("history", "show", str(number))
    yield from (("score", "--code", code) for code in codes(pack))
    yield from (("score", "--code", codes(pack)[1], "--verbose"), ("score", "jawaban saya.yaml", "--verbose"))


def others(pack: Pack) -> Iterator[tuple[str, ...]]:
    """What else shows a command: roles, the history, another pack, help, and what goes wrong."""
    yield from (("history",), ("history", "diff"), ("history", "show", "1", "-o", "a.md"))
    yield from (("roles",), ("questions", "--facets"), ("questions", "--template"))
    yield from (("profile", role.slug) for role in pack.roles)
    yield ("compare", *(role.slug for role in pack.roles))
    yield from (("roles", "--pack", "paket lain"), ("score", "jawaban saya.yaml", "--pack", "paket lain", "--verbose"))
    yield from (("quiz",), ("reality", "manajer"), ("score",), ("score", "--answer", "x=1"), ("profile",), ("kuiz",))
    yield from (("compare", "manajer"), ("history", "note", "x", "y"), ("history", "sho"), ("roles", "--x"), ("--x",))
    yield from (("--help",), *((name, "--help") for name in COMMANDS), ("history", "show", "--help"))


def ends(pack: Pack) -> Iterator[str]:
    """What stays on the terminal where nothing is kept, in both languages."""
    for lang in LANGUAGES:
        for name in PEOPLE:
            closing, _ = closed(pack, name, lang)
            stream = Seen()
            with contextlib.redirect_stderr(stream), contextlib.redirect_stdout(stream):
                closing.tell_unsaved()
                closing.write()
            yield stream.getvalue()


@pytest.fixture(scope="module")
def seen(place: Path, pack: Pack) -> list[str]:
    """The lines of all screens that name a command: in both languages, at every width, and in plain lines."""
    found: dict[str, None] = {}
    with inside(place), pytest.MonkeyPatch.context() as patch:
        for lang in LANGUAGES:
            for settings in (*({"COLUMNS": width} for width in WIDTHS), {"CAREERFIT_PLAIN": "1", "COLUMNS": "40"}):
                patch.setenv("COLUMNS", settings["COLUMNS"])
                is_narrow = settings["COLUMNS"] == WIDTHS[0]  # where there is more room, nothing else is said
                for args in (*results_of(pack), *(others(pack) if is_narrow else ())):
                    text = call(*args, env={"CAREERFIT_LANG": lang, "NO_COLOR": "1", **settings})[1]
                    found |= dict.fromkeys(line for line in text.splitlines() if NAMED.search(line))
        for text in ends(pack):
            found |= dict.fromkeys(line for line in text.splitlines() if NAMED.search(line))
    return [line for line in found if not line.startswith(USAGE)]


def test_a_command_is_whole_and_ends_its_line(seen: list[str]) -> None:
    """Wherever a screen names a command it stands on one line, to the end of it, with nothing behind it."""
    assert [] == [line for line in seen if not WHOLE.match(line) or line.endswith((".", ",", ":", "…"))]


def test_every_command_runs(seen: list[str], place: Path) -> None:
    """Each of them, taken apart as a shell does, does what it says; what asks somebody gets as far as asking."""
    named = {found[1] for line in seen if (found := WHOLE.match(line))}
    asking = {one for one in named if one.removeprefix("careerfit ").startswith(ASKS)}
    with inside(place):
        refused = {one: call(*shlex.split(one)[1:], env={}, seen=False) for one in sorted(asking)}
        done = {one: call(*shlex.split(one)[1:], env={}, seen=False) for one in sorted(named - asking)}
    assert {} == {one: said for one, said in refused.items() if said[0] != 2 or not re.search(REFUSED, said[1])}
    assert {} == {one: said for one, said in done.items() if said[0] != 0}
    assert (True, True) == (len(asking) > 10, len(done) > 20)


def test_no_page_of_the_quiz_names_a_command() -> None:
    """While the quiz has the screen nothing can be pasted into a shell: there is a key for everything."""
    shown = [*results.FOLDER.glob("*x*.txt"), *quiz_screens.FOLDER.iterdir()]
    assert [] == [path.name for path in shown if NAMED.search(path.read_text(encoding="utf-8"))]
