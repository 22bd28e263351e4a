"""When something breaks: a clear message, the old results whole, and nothing left behind."""

from __future__ import annotations

import errno
import gzip
import io
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import polars as pl
import pytest

from careerfit.cohort.job import Job
from careerfit.cohort.run import score_file
from careerfit.core.model import Pack
from careerfit.errors import DataError, UsageError

from .people import make_people, write_csv

OLD = "old results\n"
NOT_TEXT = "this is no text that can be read (UTF-8, UTF-16 or Windows-1252); save it as CSV in UTF-8."


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """A file of old results in a folder of its own; whatever happens, it is whole and alone there afterwards."""
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "results.csv"
    path.write_text(OLD, encoding="utf-8")
    yield path
    assert [path] == list(folder.iterdir())
    assert OLD == path.read_text(encoding="utf-8")


def refused(pack: Pack, source: Path | str, target: Path, *, strict: bool = False) -> str:
    """The message with which a run is refused."""
    with pytest.raises(DataError) as caught:
        score_file(pack, Job(str(source), str(target), strict=strict, lang="en"), lambda _: None)
    return str(caught.value)


def test_a_csv_file_in_another_encoding(pack: Pack, tmp_path: Path, target: Path) -> None:
    """Bytes that are no text in any encoding that is known are refused, however far down."""
    source = tmp_path / "people.csv"
    rows = f"id,{pack.items[0].key}\n".encode() + b"A,4\n" * 200_000
    source.write_bytes(rows + b"J\x81rgen,5\n")
    assert f"{source}: {NOT_TEXT}" == refused(pack, source, target)


@pytest.mark.parametrize(
    ("ending", "form"), [("parquet", "Parquet"), ("xlsx", "Excel"), ("ods", "Excel"), ("xls", "Excel")]
)
def test_a_truncated_file(pack: Pack, tmp_path: Path, target: Path, ending: str, form: str) -> None:
    """Half a Parquet file or workbook is refused as one."""
    people = pl.DataFrame({pack.items[0].key: [4] * 9999})
    source = tmp_path / f"people.{ending}"
    people.write_parquet(source) if ending == "parquet" else people.write_excel(source)
    source.write_bytes(source.read_bytes()[:-100])
    assert f"{source}: this is not a whole {form} file; it may be cut off." == refused(pack, source, target)


def test_a_truncated_packed_file(pack: Pack, tmp_path: Path, target: Path) -> None:
    """Half a packed file is refused as one, wherever it ends."""
    source = tmp_path / "people.csv.gz"
    plain = write_csv(tmp_path / "people.csv", make_people(pack, 2000, seed=32, bad=()))
    packed = gzip.compress(plain.read_bytes())
    source.write_bytes(packed[: len(packed) // 2])
    assert f"{source}: this .gz file is damaged or was cut off." == refused(pack, source, target)


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl", "parquet", "xlsx", "ods", "xls", "csv.gz", "ndjson.gz"])
@pytest.mark.usefixtures("here")
def test_any_bytes(pack: Pack, tmp_path: Path, ending: str) -> None:
    """A file of any bytes at all is refused in one line."""
    random = Random(7)
    source = tmp_path / f"people.{ending}"
    key = pack.items[0].key.encode()
    for start in (b"", b"PK\x03\x04", b"PAR1", b"id," + key + b"\n", b'{"' + key + b'":4}\n', b"\x1f\x8b\x08"):
        source.write_bytes(start + random.randbytes(2000) + (b"PAR1" if start == b"PAR1" else b""))
        with pytest.raises((DataError, UsageError)) as caught:
            score_file(pack, Job(str(source), str(tmp_path / "results.csv")), lambda _: None)
        assert 1 == len(caught.value.lines("en"))


def test_a_missing_file(pack: Pack, tmp_path: Path, target: Path) -> None:
    """A file that is not there is named, with what to check."""
    told = f"{tmp_path}/none.csv: there is no file of that name here. Check its name, its ending and its folder."
    assert told == refused(pack, tmp_path / "none.csv", target)


def test_a_missing_folder(pack: Pack, tmp_path: Path) -> None:
    """Results can't go to a folder that is not there."""
    source = write_csv(tmp_path / "people.csv", make_people(pack, 5, bad=()))
    message = refused(pack, source, tmp_path / "none" / "results.csv")
    assert f"{tmp_path}/none/results.csv: can't be written ({os.strerror(errno.ENOENT)})." == message


def test_a_target_that_is_a_folder(pack: Pack, tmp_path: Path) -> None:
    """Results can't replace a folder."""
    source = write_csv(tmp_path / "people.csv", make_people(pack, 5, bad=()))
    (tmp_path / "out.csv").mkdir()
    assert f"{tmp_path}/out.csv: this is not a plain file; write to a file." == refused(
        pack, source, tmp_path / "out.csv"
    )


@pytest.fixture
def small_files() -> Iterator[None]:
    """A system on which no file may grow beyond a little: a disk that is full, as far as a program can tell."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk(pack: Pack, tmp_path: Path, target: Path, request: pytest.FixtureRequest) -> None:
    """Where there is no room for the results, that is what the message says."""
    source = write_csv(tmp_path / "people.csv", make_people(pack, 400, seed=33, bad=()) * 10)
    request.getfixturevalue("small_files")
    message = refused(pack, source, target)
    assert message == (
        f"The results can't be written ({os.strerror(errno.EFBIG)}). Free some space, or choose another folder."
    )


def test_strict_writes_nothing(pack: Pack, tmp_path: Path, target: Path) -> None:
    """With --strict one bad row is enough to leave everything as it was."""
    people = make_people(pack, 50, seed=34, bad=())
    people[7][pack.items[3].key] = "9"
    message = refused(pack, write_csv(tmp_path / "people.csv", people), target, strict=True)
    assert message.startswith("1 rows can't be used in full, and --strict was asked for: nothing is written.")


def test_an_engine_killed_at_work(pack: Pack, tmp_path: Path, target: Path) -> None:
    """Killed in the middle of its work, the engine leaves the old results whole, and nothing of its own."""
    source = write_csv(tmp_path / "people.csv", make_people(pack, 500, seed=35, bad=()) * 100)

    def kill_children() -> None:
        while not (children := engine_processes()):
            time.sleep(0.02)
        time.sleep(0.3)
        for child in children:
            os.kill(child, signal.SIGKILL)

    killer = threading.Thread(target=kill_children)
    killer.start()
    message = refused(pack, source, target)
    killer.join()
    assert message.startswith("The engine stopped all of a sudden (signal 9")


def engine_processes() -> list[int]:
    """The processes that this one started with multiprocessing, but for its helper."""
    own = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    lines = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes() for pid in own}
    return [pid for pid, line in lines.items() if b"spawn_main" in line]


def test_standard_input_is_csv(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads CSV from standard input, and messages call it that."""
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(f"id,{pack.items[0].key}\nA,4\n\x81\n".encode("latin1")))
    )
    message = refused(pack, "-", tmp_path / "results.csv")
    assert f"stdin: {NOT_TEXT}" == message
