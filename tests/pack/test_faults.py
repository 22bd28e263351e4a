"""Every refusal has a broken pack beside its exact message: see ``faults/NN-name/fault.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from careerfit.pack.faults import ERRORS
from careerfit.pack.load import check_pack
from careerfit.text import LANGUAGES, Lang

from .broken import build, messages

TESTED_ELSEWHERE = {
    "no-folder",
    "not-a-folder",
    "no-shipped",
    "unreadable",
    "too-many-nodes",
    "too-many-facets",
    "too-many-items",
    "too-many",
    "more",
    "no-answers",
    "broken-json",
    "not-pairs",
    "not-flat",
    "too-many-keys",
    "other-state",  # it holds the fingerprint, of which test_real_people tells
}
FAULTS = sorted((Path(__file__).parent / "faults").iterdir())


def read(folder: Path) -> dict[str, Any]:
    """What to change in the sound pack, and what must be told."""
    told: dict[str, Any] = yaml.safe_load((folder / "fault.yaml").read_text(encoding="utf-8"))
    return told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("folder", FAULTS, ids=lambda folder: folder.name)
def test_broken_pack_is_refused_with_its_message(folder: Path, lang: Lang, tmp_path: Path) -> None:
    """Each broken pack is refused with exactly these lines: file, line, path, what, and what to do."""
    fault = read(folder)
    build(tmp_path / "pack", fault)

    assert fault[lang] == messages(tmp_path / "pack", lang)


@pytest.mark.parametrize("folder", FAULTS, ids=lambda folder: folder.name)
def test_check_tells_the_same_errors(folder: Path, tmp_path: Path) -> None:
    """``check`` and loading never disagree on what is wrong with a pack."""
    build(tmp_path / "pack", read(folder))

    report = check_pack(tmp_path / "pack")

    assert report.pack is None
    assert messages(tmp_path / "pack", "en") == [error.line("en") for error in report.errors]


def test_there_are_at_least_thirty_kinds_of_fault() -> None:
    """Thirty kinds of fault and more are kept, each with both languages' lines."""
    assert len(FAULTS) >= 30


def test_every_error_has_a_broken_pack() -> None:
    """No error can be told that no broken pack brings out, but for those that have a test of their own."""
    told = "\n".join(line for folder in FAULTS for line in read(folder)["en"])
    longest = {code: max(text.en.replace("}", "{").split("{")[::2], key=len) for code, text in ERRORS.items()}

    assert TESTED_ELSEWHERE == {code for code, words in longest.items() if words not in told}
