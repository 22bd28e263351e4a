"""Windows, as far as a Linux machine can show it: ``python -m pytest -p tests.windows tests/cli tests/history …``.

What is taken away and refused stands in ``windows_emulated.py``, what can't be shown so in ``docs/reliability.md``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.windows_emulated import install

POSIX = "this is about POSIX itself: "
NAMES = f"{POSIX}Windows has no such names"
TERMINALS = f"{POSIX}Windows has no pseudo-terminals to type at"
MODES = f"{POSIX}on Windows the modes of files say no more than read-only"
LEFT_OUT: Mapping[str, str] = {
    "tests/cli/test_cohort.py::test_without_the_extra": f"{POSIX}its shells; those of Windows stand in test_extras.py",
    "tests/cli/test_hostile.py::test_names_of_files": NAMES,
    "tests/cli/test_output.py::test_a_file_is_replaced_as_a_whole": MODES,
    "tests/cohort/test_files.py::test_no_character_of_a_name_stands_for_others": NAMES,
    "tests/files/test_atomic.py::test_taken_for_left_behind_at_the_start": f"{POSIX}Windows removes nothing open",
    "tests/files/test_atomic.py::test_the_mode_of_a_file": MODES,
    "tests/files/test_atomic.py::test_others_names_are_left_alone": NAMES,
    "tests/files/test_atomic.py::test_what_was_written_goes_to_the_disk_in_the_meantime": f"{POSIX}it is Linux alone",
    "tests/files/test_atomic.py::test_what_takes_a_place_takes_over_the_mode": MODES,
    "tests/history/test_opening.py::test_odd_folder_names": NAMES,
    "tests/interview/test_typed_ahead.py::test_what_was_typed_before_a_question_answers_none": TERMINALS,
    "tests/interview/test_typed_ahead.py::test_a_paste_answers_one_question": TERMINALS,
    "tests/interview/test_typed_ahead.py::test_a_line_that_comes_at_once_was_not_meant_for_this_question": TERMINALS,
    "tests/interview/test_typed_ahead.py::test_whoever_has_hung_up_has_left": TERMINALS,
}
"""Tests that are not run, and why."""
START = """
import sys
sys.path.append({!r})
from tests.windows_emulated import install
install()
"""

_site = TemporaryDirectory(prefix="windows-")


def pytest_load_initial_conftests() -> None:
    """Begin before anything of the program is imported, and let what the tests start begin alike."""
    install()
    Path(_site.name, "sitecustomize.py").write_text(START.format(str(Path(__file__).parents[1])), encoding="utf-8")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_site.name, os.environ.get("PYTHONPATH"))))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about POSIX, and tell of names that are no more."""
    left_out = [item for item in items if _names(item) & LEFT_OUT.keys()]
    files = {item.nodeid.partition("::")[0] for item in items}
    gone = LEFT_OUT.keys() - set().union(*map(_names, left_out))
    if unknown := sorted(name for name in gone if name.partition("::")[0] in files):
        raise pytest.UsageError(f"tests.windows leaves out what there is no more: {', '.join(unknown)}")
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def _names(item: pytest.Item) -> set[str]:
    """What a test is called, and what it is called with all that it is tried with."""
    return {item.nodeid, item.nodeid.partition("[")[0]}
