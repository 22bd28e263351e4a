"""When whole processes die, or there is no place to write: the old results whole, and nothing left for good."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import polars as pl
import pytest

from careerfit.cohort.job import Engine, Job
from careerfit.cohort.run import score_file, workspace
from careerfit.core.model import Pack
from careerfit.errors import DataError

from .people import little_pack, make_people, read_csv, write_csv
from .test_equality import needs_spark

OLD = "old results\n"
AS_ANYONE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--")
"""Who may write everywhere must give that up to meet a folder that is read-only."""
PATIENCE = 300.0


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file of old results in a folder of its own."""
    path = tmp_path / "out" / "results.csv"
    path.parent.mkdir()
    path.write_text(OLD, encoding="utf-8")
    return path


def score(pack: Pack, source: Path, target: Path, engine: Engine = "local") -> None:
    score_file(pack, Job(str(source), str(target), engine, lang="en"), lambda _: None)


def wait_for(found: Callable[[], object]) -> None:
    """Wait until there is something."""
    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_what_a_killed_run_left_goes_with_the_next(pack: Pack, tmp_path: Path, target: Path) -> None:
    """A run that is killed leaves the old results whole; the next one on the same target clears away what it left."""
    source = write_csv(tmp_path / "people.csv", make_people(pack, 500, seed=41, bad=()) * 10)
    command = [sys.executable, "-m", "careerfit", "cohort", str(source), "-o", str(target)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        wait_for(lambda: list(target.parent.glob(".results.csv.*.parts/*")))
        process.kill()
    left = [path.name for path in target.parent.iterdir()]
    assert (3, OLD) == (len(left), target.read_text(encoding="utf-8"))
    score(pack, source, target)
    assert (5_000, [target]) == (len(read_csv(target)), list(target.parent.iterdir()))


def test_what_is_in_use_stays(target: Path) -> None:
    """While one run works on a target, another one leaves the first one's folder alone."""
    with workspace(target, str(target)) as first:
        (first / "half").write_bytes(b"done")
        with workspace(target, str(target)) as second:
            (second / "half").write_bytes(b"other")
        assert ([first / "half"], False) == (list(first.iterdir()), second.exists())
    assert [target] == list(target.parent.iterdir())


def test_only_what_is_ours_goes(target: Path, tmp_path: Path) -> None:
    """Only folders and files of that target, named as this program does, are cleared away; links never are."""
    folder, elsewhere = target.parent, tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").touch()
    (folder / ".results.csv.0123abcd.part").touch()
    (folder / ".results.csv.0123abcd.parts").mkdir()
    (folder / ".results.csv.0123abcd.parts" / "half").touch()
    (folder / ".results.csv.89abcdef.part").touch()
    stays = [".results.csv.backup.part", ".results.csv.01234567.part.old", ".other.csv.01234567.part", "results.part"]
    for name in stays:
        (folder / name).touch()
    (folder / ".results.csv.aaaaaaaa.part").symlink_to(elsewhere)
    with workspace(target, str(target)):
        pass
    left = {path.name for path in folder.iterdir()}
    assert {"results.csv", ".results.csv.aaaaaaaa.part", *stays} == left
    assert [elsewhere / "kept"] == list(elsewhere.iterdir())


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    """A target whose name has as many bytes as a file system takes still gets its folder beside it."""
    for letter in ("a", "é", "語", "🌱"):
        target = tmp_path / (letter * (251 // len(letter.encode())) + ".csv")
        with workspace(target, str(target)) as folder:
            assert folder.is_dir()


@pytest.fixture
def read_only(target: Path) -> Iterator[tuple[str, ...]]:
    """The target's folder is read-only; what to run the program through, so that this binds it."""
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and there is no setpriv to give that up")
    target.parent.chmod(0o500)
    yield AS_ANYONE if os.geteuid() == 0 else ()
    target.parent.chmod(0o700)


@pytest.mark.parametrize("engine", ["local", "spark"])
def test_a_read_only_folder(
    pack: Pack, tmp_path: Path, target: Path, read_only: tuple[str, ...], engine: Engine
) -> None:
    """Where nothing may be written beside the target, that is told in one line, on either engine: exit 1."""
    if engine == "spark":
        needs_spark()
    source = write_csv(tmp_path / "people.csv", make_people(pack, 5, seed=42, bad=()))
    command = [sys.executable, "-m", "careerfit", "cohort", str(source), "-o", str(target), "--engine", engine]
    env = os.environ | {"CAREERFIT_LANG": "en"}
    done = subprocess.run([*read_only, *command], capture_output=True, text=True, env=env, check=False)
    told = f"{target}: can't be written (Permission denied).\n"
    assert (1, "", told, OLD) == (done.returncode, done.stdout, done.stderr, target.read_text(encoding="utf-8"))


def java_processes() -> list[int]:
    """The Java processes that come from this one."""
    found, parents = [], {os.getpid()}
    for pid in sorted(int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()):
        with suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")
            if int(fields[2].split()[1]) in parents:
                parents.add(pid)
                found += [pid] if fields[0].endswith("(java") else []
    return found


MOMENTS = {
    "as it starts": "Spark can't be started with --master local[*] (",
    "at work": "Spark stopped all of a sudden; no results were written.",
}
"""When it is killed, and what is then told."""


@pytest.mark.spark
@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_spark(tmp_path: Path, target: Path, moment: str) -> None:
    """Where Spark's Java is killed, that is told in one line; the old results are whole, and nothing is left."""
    needs_spark()
    pack = little_pack()
    source = tmp_path / "people.parquet"
    cells = pl.Series([1, 2, 3, 4, 5] * 400_000, dtype=pl.Int8)
    pl.DataFrame({item.key: cells for item in pack.items}).write_parquet(source)

    ended = threading.Event()

    def kill() -> None:
        wait_for(lambda: ended.is_set() or java_processes())
        if moment == "at work":
            wait_for(lambda: ended.is_set() or list(target.parent.glob(".results.csv.*.parts/parts/*")))
        for pid in java_processes():
            os.kill(pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        with pytest.raises(DataError) as caught:
            score(pack, source, target, "spark")
    finally:
        ended.set()
        killer.join()
    assert str(caught.value).startswith(MOMENTS[moment])
    assert ([target], OLD) == (list(target.parent.iterdir()), target.read_text(encoding="utf-8"))
