"""What is built for installing holds the package and the shipped pack, and nothing else, and runs from anywhere."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import zipapp
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TypeAlias

import pytest

from careerfit.core.model import Pack
from careerfit.pack import load
from careerfit.pack.schema import pack_schema
from tests.pack.contents import content

ROOT = Path(__file__).parents[1]
Command: TypeAlias = tuple[str, ...]

CALLS: tuple[Command, ...] = (
    ("profile", "manajer"),
    ("score", "--answer", "kepemimpinan=5", "--format", "html"),
    ("form", "-o", "-"),
    ("check",),
    ("check", "--schema", "result"),
)
ALONE = (sys.executable, "-I", "-S")
"""A Python that finds its standard library and what it is given, and neither this folder nor what is installed."""
CONFINED: Command = ("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override")
"""Before a command: takes away what lets root write where nobody may."""


def files(folder: Path, under: str) -> set[str]:
    """The files of a folder as the wheel should name them."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        f"{under}/{path.as_posix()}"
        for path in found
        if not any(p.startswith((".", "__pycache__")) for p in path.parts)
    }


def test_the_wheel_holds_the_package_and_the_pack(wheel: Path) -> None:
    """The wheel's files are those of careerfit/, those of profiles/ inside it, and what is made, beside its records."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = files(ROOT / "careerfit", "careerfit") | files(ROOT / "profiles", "careerfit/profiles")
    assert expected | {"careerfit/profiles.json", "careerfit/schemas/pack.json"} == names


def test_the_wheel_is_typed_and_has_a_command(wheel: Path) -> None:
    """The wheel says that it is typed, and what its command is."""
    archive = zipfile.ZipFile(wheel)
    assert "careerfit/py.typed" in archive.namelist()
    (points,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
    assert archive.read(points).decode() == "[console_scripts]\ncareerfit = careerfit.cli:main\n"


def test_no_code_beside_the_profiles() -> None:
    """profiles/ holds content alone: YAML and nothing else."""
    assert {".yaml"} == {path.suffix for path in (ROOT / "profiles").rglob("*") if path.is_file()}


def test_an_installed_program_loads_the_pack_without_yaml(installed: Path, pack: Pack) -> None:
    """From the wheel, the shipped pack is loaded with neither PyYAML nor OpenSSL, under the same fingerprint."""
    code = "import careerfit, sys; print(careerfit.__file__, careerfit.load_pack().fingerprint, *sys.modules)"
    call = [sys.executable, "-P", "-c", code]
    done = subprocess.run(call, env={"PYTHONPATH": str(installed)}, capture_output=True, check=True, text=True)
    where, fingerprint, *modules = done.stdout.split()

    assert (str(installed / "careerfit" / "__init__.py"), pack.fingerprint) == (where, fingerprint)
    assert set() == {"yaml", "hashlib", "careerfit.pack.rules"} & set(modules)


def test_the_values_in_the_wheel_are_the_pack(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made of the wheel's values equals what the YAML says, down to every value."""
    expected = content(load.load_pack(load.shipped_folder()))
    monkeypatch.setattr(load, "PACKAGE", installed / "careerfit")
    monkeypatch.setattr(load, "BUILT", "profiles.json")
    monkeypatch.setattr(load, "SHIPPED", "nothing")  # so that no YAML is found

    assert expected == content(load.load_pack())


def test_the_schema_in_the_wheel_is_the_one_that_is_printed(installed: Path) -> None:
    """Whoever looks for the schema of packs among the package's files finds there what ``check --schema`` prints."""
    assert pack_schema() == (installed / "careerfit" / "schemas" / "pack.json").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that Python can run: the wheel and all that it requires, as ``pip install --target`` would leave it.

    Nothing in it is compiled.
    """
    folder = tmp_path_factory.mktemp("installation")
    zipfile.ZipFile(wheel).extractall(folder)
    (own,) = folder.glob("*.dist-info")
    for found in required(Distribution.at(own), {}).values():
        for file in found.files or ():
            if ".." not in file.parts and file.suffix not in {".pyc", ".so", ".pyd"}:
                place = folder.joinpath(*file.parts)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(str(file.locate()), place)
    (folder / "__main__.py").write_text("from careerfit.cli import main\n\nmain()\n", encoding="utf-8")
    return folder


def required(by: Distribution, known: dict[str, Distribution]) -> dict[str, Distribution]:
    """What a distribution requires without extras and what that requires, by name, beside what is known already."""
    for line in (line for line in by.requires or () if "extra ==" not in line):
        name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        if name not in known:
            try:
                known[name] = distribution(name)
            except PackageNotFoundError:
                assert ";" in line, "only what some systems require may be missing"
            else:
                required(known[name], known)
    return known


@pytest.fixture(scope="module")
def archive(installation: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as one file, made by ``zipapp``."""
    target = tmp_path_factory.mktemp("zipapp") / "careerfit.pyz"
    zipapp.create_archive(installation, target)
    return target


@pytest.fixture
def read_only(installation: Path) -> Iterator[Command]:
    """The command that runs the folder as somebody who may not write to it."""
    confined = CONFINED if os.geteuid() == 0 else ()
    if confined and shutil.which(confined[0]) is None:
        pytest.skip("root can write anywhere, and there is no setpriv to prevent it")
    modes = {path: path.stat().st_mode for path in (installation, *installation.rglob("*"))}
    try:
        for path, mode in modes.items():
            path.chmod(mode & 0o555)
        assert 1 == outcome((*confined, *ALONE, "-c", "open('new', 'w')"), installation)[0]
        yield *confined, *ALONE, str(installation)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert set(modes) == {installation, *installation.rglob("*")}


def outcome(command: Command, folder: Path) -> tuple[int, str, str]:
    """The exit code and the streams of a command in that folder, in English."""
    env = {**os.environ, "CAREERFIT_LANG": "en"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[Command, tuple[int, str, str]]:
    """What each call leaves from here."""
    folder = tmp_path_factory.mktemp("here")
    return {call: outcome((sys.executable, "-m", "careerfit", *call), folder) for call in CALLS}


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_one_file_is_enough(
    archive: Path, tmp_path: Path, call: Command, expected: dict[Command, tuple[int, str, str]]
) -> None:
    """From a zip file, with no other careerfit and no other library in reach, the program says what it says here."""
    assert expected[call] == outcome((*ALONE, str(archive), *call), tmp_path)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_nothing_is_written_where_it_stands(
    read_only: Command, tmp_path: Path, call: Command, expected: dict[Command, tuple[int, str, str]]
) -> None:
    """From a folder that can't be written to, the program says what it says here, and leaves nothing in it."""
    assert expected[call] == outcome((*read_only, *call), tmp_path)


def test_the_hint_names_what_the_extra_requires(archive: Path, tmp_path: Path) -> None:
    """Without an extra, the command in the hint installs exactly what pyproject.toml says that it requires."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    code, _, said = outcome((*ALONE, str(archive), "cohort-summary", "people.csv"), tmp_path)
    words = shlex.split(said.partition(": ")[2])
    start = ["uv", "pip", "install", "--python", sys.executable]  # this Python finds no pip
    expected = [*start, *sorted(project["optional-dependencies"]["cohort"])]
    assert (2, expected) == (code, [*words[: len(start)], *sorted(words[len(start) :])])
