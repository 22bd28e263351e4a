"""What is built for installing holds the package and the shipped pack, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this folder."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def files(folder: Path, under: str) -> set[str]:
    """The files of a folder as the wheel should name them."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        f"{under}/{path.as_posix()}"
        for path in found
        if not any(p.startswith((".", "__pycache__")) for p in path.parts)
    }


def test_the_wheel_holds_the_package_and_the_pack(wheel: Path) -> None:
    """The wheel's files are those of careerfit/ and, inside it, those of profiles/, beside its own records."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert files(ROOT / "careerfit", "careerfit") | files(ROOT / "profiles", "careerfit/profiles") == names


def test_the_wheel_is_typed_and_has_a_command(wheel: Path) -> None:
    """The wheel says that it is typed, and what its command is."""
    archive = zipfile.ZipFile(wheel)
    assert "careerfit/py.typed" in archive.namelist()
    (points,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
    assert archive.read(points).decode() == "[console_scripts]\ncareerfit = careerfit.cli:main\n"


def test_no_code_beside_the_profiles() -> None:
    """profiles/ holds content alone: YAML and nothing else."""
    assert {".yaml"} == {path.suffix for path in (ROOT / "profiles").rglob("*") if path.is_file()}
