"""When something breaks: a clear message, the old results whole, and nothing left behind."""

from __future__ import annotations

import errno
import io
import os
import resource
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import spawn
from pathlib import Path

import duckdb
import pytest

from careerfit.cohort import supervise
from careerfit.cohort.job import Job
from careerfit.cohort.supervise import score_file, supervised
from careerfit.core.model import Pack
from careerfit.errors import DataError, Problem, UsageError
from careerfit.text import Text

from .people import make_people, write_csv, write_jsonl

OLD = "old results\n"


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
        score_file(pack, Job(str(source), str(target), strict=strict), lambda _: None)
    return str(caught.value)


def test_a_truncated_csv_file(pack: Pack, tmp_path: Path, target: Path) -> None:
    """A file that ends in the middle of a row is refused with the line."""
    source = write_csv(tmp_path / "people.csv", make_people(pack, 3000, seed=31, bad=()))
    content = source.read_bytes().splitlines(keepends=True)
    source.write_bytes(b"".join(content[:2001])[:-40])
    message = refused(pack, source, target)
    assert message.startswith(f"{source}:2001: this line has ")
    assert message.endswith(f" cells instead of {len(pack.items) + 1}; the file may be cut off.")


def test_a_csv_file_that_ends_within_quotes(pack: Pack, tmp_path: Path, target: Path) -> None:
    """A quote that is not closed is refused as one."""
    source = tmp_path / "people.csv"
    source.write_text(f'id,{pack.items[0].key}\nA,4\n"B,5\n', encoding="utf-8")
    assert f"{source}:3: a quote is not closed; the file may be cut off." == refused(pack, source, target)


def test_a_csv_file_in_another_encoding(pack: Pack, tmp_path: Path, target: Path) -> None:
    """Bytes that are no UTF-8 are told with their line."""
    source = tmp_path / "people.csv"
    source.write_bytes(f"id,{pack.items[0].key}\nA,4\n".encode() + b"J\xfcrgen,5\n")
    assert f"{source}:3: this is not UTF-8 text; save it as CSV in UTF-8." == refused(pack, source, target)


def test_a_truncated_parquet_file(pack: Pack, tmp_path: Path, target: Path) -> None:
    """Half a Parquet file is refused as one."""
    source = tmp_path / "people.parquet"
    duckdb.execute(f"""COPY (SELECT 4 AS "{pack.items[0].key}" FROM range(9999)) TO '{source}'""")
    source.write_bytes(source.read_bytes()[:-100])
    assert f"{source}: this is not a whole Parquet file; it may be cut off." == refused(pack, source, target)


def test_truncated_json_lines(pack: Pack, tmp_path: Path, target: Path) -> None:
    """A line that ends in the middle of an object is refused."""
    source = write_jsonl(tmp_path / "people.jsonl", make_people(pack, 200, seed=32, bad=()))
    source.write_bytes(source.read_bytes()[:-30])
    message = refused(pack, source, target)
    assert message.startswith(f"{source}:")
    assert message.endswith(": this line is not a whole JSON object; the file may be cut off.")


def test_a_missing_file(pack: Pack, tmp_path: Path, target: Path) -> None:
    """A file that is not there is named, with the system's reason."""
    reason = os.strerror(errno.ENOENT)
    assert f"{tmp_path}/none.csv: can't be read ({reason})." == refused(pack, tmp_path / "none.csv", target)


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
    source = write_csv(tmp_path / "people.csv", make_people(pack, 4000, seed=33, bad=()))
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
    assert message.startswith("1 rows can't be used, and --strict was asked for: nothing is written.")


def kill_myself(number: int, tell: Callable[[float], None]) -> None:
    """An engine that is killed."""
    tell(0.5)
    os.kill(os.getpid(), number)
    time.sleep(60)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_killed_engine(number: int) -> None:
    """An engine that the system kills, or that crashes, is told as that."""
    told: list[float] = []
    with pytest.raises(DataError) as caught:
        supervised(kill_myself, (number,), told.append)
    assert str(caught.value) == (
        f"The engine stopped all of a sudden (signal {int(number)}, perhaps out of memory); no results were written."
    )
    assert [0.5] == told


def test_an_engine_that_never_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that is gone before it has heard what to do is told as well, however much that is."""
    monkeypatch.setattr(spawn, "get_executable", lambda: os.fsencode(shutil.which("false") or ""))
    with pytest.raises(DataError) as caught:
        supervised(kill_myself, (b"x" * 1_000_000,), lambda _: None)
    assert "The engine stopped all of a sudden (code 1); no results were written." == str(caught.value)


def test_an_engine_killed_at_work(pack: Pack, tmp_path: Path, target: Path) -> None:
    """Killed in the middle of its work, the engine leaves the old results whole, and nothing of its own."""
    source = write_csv(tmp_path / "people.csv", make_people(pack, 20_000, seed=35, bad=()))

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


def interrupted(_: float) -> None:
    """Somebody presses Ctrl-C while progress is told."""
    raise KeyboardInterrupt


def work_long(tell: Callable[[float], None]) -> None:
    """Work that takes long."""
    tell(0.1)
    time.sleep(60)


def test_an_interrupt_ends_the_engine() -> None:
    """Ctrl-C ends the engine too, at once."""
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        supervised(work_long, (), interrupted)
    assert time.monotonic() - started < 30
    assert [] == engine_processes()


def refuse(kind: type[UsageError | DataError], _: Callable[[float], None]) -> None:
    """An engine that refuses what it is given."""
    raise kind(Text("satu", "one"), [Problem("x", Text("dua", "two"))])


@pytest.mark.parametrize("kind", [UsageError, DataError])
def test_errors_come_through_whole(kind: type[UsageError | DataError]) -> None:
    """What the engine refuses is refused here, in both languages and with every problem."""
    with pytest.raises(kind) as caught:
        supervised(refuse, (kind,), lambda _: None)
    assert (["satu", "  x: dua"], ["one", "  x: two"]) == (caught.value.lines("id"), caught.value.lines("en"))


def break_down(_: Callable[[float], None]) -> None:
    """An engine with a fault of its own."""
    raise ZeroDivisionError


def test_a_fault_of_the_engine_is_not_blamed_on_the_data() -> None:
    """An error that nobody foresaw comes through as one, with its traceback."""
    with pytest.raises(supervise.EngineFailedError, match="ZeroDivisionError"):
        supervised(break_down, (), lambda _: None)


def test_standard_input_is_csv(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads CSV from standard input, and messages call it that."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"id,{pack.items[0].key}\nA,4\nB\n".encode())))
    message = refused(pack, "-", tmp_path / "results.csv")
    assert "stdin:3: this line has 1 cells instead of 2; the file may be cut off." == message
