"""Every input that the fuzzer begins with, and every one that ever broke something, without the fuzzer."""

from __future__ import annotations

import lzma
from pathlib import Path
from time import process_time

import pytest

from .targets import TARGETS

HERE = Path(__file__).parent
SECONDS = 5.0
"""Of the processor; the worst takes a third of it."""


def files(kind: str) -> list[Path]:
    """All inputs of that kind, for all targets."""
    return sorted((HERE / kind).glob("*/*"))


def content(file: Path) -> bytes:
    """An input; one that is large because its size is the point is kept compressed."""
    return lzma.decompress(file.read_bytes()) if file.suffix == ".xz" else file.read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the targets write, as when they are fuzzed: what one input left must not matter to the next."""
    return tmp_path_factory.mktemp("fuzz")


@pytest.mark.parametrize(
    "file", files("corpus") + files("regressions"), ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_an_input_ends_in_a_value_or_in_a_harmless_message(file: Path, folder: Path) -> None:
    """Each gives a sound value or an error of ours that can be printed as it is, soon, in any order of inputs."""
    begun = process_time()
    TARGETS[file.parent.name](content(file), folder)

    assert process_time() - begun < SECONDS


def test_every_target_has_a_corpus() -> None:
    """No target starts from nothing, and no folder is left without its target."""
    assert set(TARGETS) == {file.parent.name for file in files("corpus")}
    assert set(TARGETS) >= {file.parent.name for file in files("regressions")}
