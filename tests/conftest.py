"""Fixtures that every test may use, and the fence around the user's own folders."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from careerfit.core.model import Pack

if "CI" not in os.environ:  # there, hypothesis has a profile of its own, which does the same
    settings.register_profile("unhurried", deadline=None)  # how long an example takes says how busy the computer is
    settings.load_profile("unhurried")

settings.register_profile(  # while the core is mutated: the first example that fails is enough, it need not be small
    "mutants", deadline=None, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)

ROOT = Path(__file__).parents[1]
OWN_HOME = Path.home()
FORBIDDEN = tuple(
    str(OWN_HOME / place)
    for place in (
        ".local/state/careerfit",
        ".local/share/careerfit",
        ".cache/careerfit",
        ".config/careerfit",
        ".bashrc",
        ".bash_completions",
        ".zshrc",
        ".zfunc",
        ".config/fish",
    )
)
"""What no test may touch: the folders and files that the program writes for whoever runs it."""
WATCHED = {"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod", "sqlite3.connect", "shutil.rmtree"}
SETTINGS = (
    "CAREERFIT_LANG",
    "CAREERFIT_PACK",
    "CAREERFIT_PLAIN",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "ACCESSIBLE",
    "PYTHONIOENCODING",
)


def refuse_own_folders(event: str, args: tuple[object, ...]) -> None:
    """Raise where anything in this process is about to touch the user's own folders."""
    if event not in WATCHED:
        return
    for arg in args[:2]:
        if isinstance(arg, str | bytes | os.PathLike) and os.fsdecode(arg).startswith(FORBIDDEN):
            raise AssertionError(f"a test touches the user's own {os.fsdecode(arg)}")


sys.addaudithook(refuse_own_folders)

collect_ignore = [] if "tests.windows" in sys.modules else ["test_windows.py"]  # with -p tests.windows alone


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Three workers for two processors: half of the time, tests wait for terminals, engines and other programs."""
    return max(2, (os.cpu_count() or 1) * 3 // 2)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of its own for each test, also for the programs that it starts, and none of the caller's settings."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name, place in (
            ("STATE", ".local/state"),
            ("DATA", ".local/share"),
            ("CACHE", ".cache"),
            ("CONFIG", ".config"),
        ):
            patch.setenv(f"XDG_{name}_HOME", str(home / place))
        for name in SETTINGS:
            patch.delenv(name, raising=False)
        yield home


@pytest.fixture(scope="session", autouse=True)
def ready_values(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The shipped pack's values as a wheel has them: thousands of calls would read its YAML in this process."""
    from careerfit.pack import load

    file = tmp_path_factory.mktemp("values") / Path(load.BUILT).name  # tests may be run again in this process
    file.write_text(load.built_values(), encoding="utf-8")
    load.BUILT = str(file)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The shipped pack."""
    from careerfit.pack import load_pack

    return load_pack()


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist alone, as whoever has only that builds it."""
    folder = tmp_path_factory.mktemp("built")
    shutil.unpack_archive(_built("sdist", ROOT, folder), folder, filter="data")
    (source,) = (path for path in folder.iterdir() if path.is_dir())
    return _built("wheel", source, folder)


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an installed package: what is in the wheel, compiled, to be put first on Python's path."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.unpack_archive(wheel, folder, "zip")
    compileall.compile_dir(folder, quiet=1)
    return folder


def _built(target: str, source: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (built,) = folder.glob({"sdist": "*.tar.gz", "wheel": "*.whl"}[target])
    return built
