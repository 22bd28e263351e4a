"""The figures of docs/reliability.md: ``python -m tests.reliability [--mutants FOLDER]`` counts them and fills them in.

With the folder of a finished run of ``tests.core.mutants``, its table and its sums are filled in, too. What only a long
run can count (the fuzzer, every fault, coverage) is written by hand, beside the command that counts it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.cli.places import commands
from tests.cli.strangers import allowed_texts
from tests.core.mutants import KILLED, TIMED_OUT, judged, table, tried_of
from tests.e2e.test_kill import KILLS
from tests.fuzz.test_corpus import files
from tests.hostile import HOSTILE

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reliability.md"
Count = Callable[[], int]

COUNTED: Mapping[str, Count] = {
    "{} broken packs, among": lambda: len(list((ROOT / "tests/pack/faults").glob("*/fault.yaml"))),
    "{} files of the corpus": lambda: len(files("corpus")),
    "{} regressions": lambda: len(files("regressions")),
    "{} hostile strings": lambda: len(HOSTILE),
    "the {} that a pack may hold": lambda: len(allowed_texts()),
    "calls of {} commands in every format": lambda: len(commands()),
    "{} kills in each run": lambda: 2 * KILLS,
}
"""Words of the page, with a figure in them → what it is; soon counted."""
COLLECTED: Mapping[str, str] = {
    "{} tests of two processes": "tests/history/test_processes.py",
    "and {} of opening it": "tests/history/test_opening.py",
    "{} tests, one attempt, all, unfinished": "tests/history/test_traces.py",
    "{} tests of reports": "tests/cli/test_errors.py -k report",
    "{} cases: settings": "tests/e2e/test_surroundings.py",
    "{} tests with the newest": "newest versions",
    "{} tests with the oldest": "oldest versions",
    "{} tests under the emulation": "Windows, emulated",
}
"""Words of the page → the tests that are counted, or the name of a run in .ci/run."""


def collected(words: str) -> int:
    """How many tests a run has: one of .ci/run by its name, else what these words select."""
    call, few = words, ""
    if not words.startswith("tests/"):
        script = (ROOT / ".ci/run").read_text(encoding="utf-8")
        named = re.search(rf'tested "{words}" (\S+ -m pytest(?:.*\\\n)*.*)', script)
        assert named is not None, f"no run of .ci/run is called {words!r}"
        few = "".join(re.findall(r"(?m)^few=\([^)]*\)\n", script))
        call = named[1].partition(" -m pytest")[2].replace(" -q -n auto --dist worksteal", "")
    line = f"{few}exec '{sys.executable}' -m pytest --collect-only -q -q {call}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=True)
    return sum(int(count) for count in re.findall(r"(?m)^tests/\S+: (\d+)$", done.stdout))


def pattern(words: str) -> re.Pattern[str]:
    """Those words on the page, with any figure."""
    return re.compile(re.escape(words).replace(r"\{\}", r"(?<![\d,])([\d,]*\d)"))


def filled(text: str, words: str, count: int) -> str:
    """The page with that figure, which must stand there once."""
    page, found = pattern(words).subn(words.format(f"{count:,}"), text)
    assert found == 1, f"{words!r} stands {found} times on the page"
    return page


def with_mutants(text: str, folder: Path) -> str:
    """The page with the table and the sums of a run."""
    found = tried_of(judged(folder))
    codes = [code for those in found.values() for code in those.values()]
    killed, late = (sum(code in how for code in codes) for how in (KILLED, TIMED_OUT))
    share, live = 100 * killed / len(codes), len(codes) - killed - late
    sums = f"{len(codes):,} changes of {len(found)} modules: {killed:,} ({share:.1f} %) make a test fail, "
    sums += f"{late} loop without end, {live} live"
    text = re.sub(r"[\d,]+ changes of \d+ modules: [^|;]* live", lambda _: sums, text)
    return re.sub(r"(?m)^\| module \| mutants(?:.*\n)+?(?=\n)", lambda _: table(found) + "\n", text)


def main(mutants: Path | None) -> None:
    """Count, and write the page."""
    text = PAGE.read_text(encoding="utf-8")
    for words, count in COUNTED.items():
        text = filled(text, words, count())
    for words, tests in COLLECTED.items():
        text = filled(text, words, collected(tests))
    PAGE.write_text(with_mutants(text, mutants) if mutants else text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--mutants", type=Path, help="where tests.core.mutants has worked")
    main(parser.parse_args().mutants)
