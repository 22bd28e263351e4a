"""What reports for a whole intake cost, and what a killed run leaves: ``python -m tests.benchmarks.bench_reports``.

A thousand people's reports are made, with the time, and the memory of all processes together at their most; then runs
that replace them are killed at random moments, ``--kills`` of them: each must leave the old reports or the new ones.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from careerfit import load_pack
from tests.cli.classes import write_class

PAUSE = 0.05


def start(source: Path, target: Path) -> subprocess.Popen[bytes]:
    """A run that makes reports."""
    command = [sys.executable, "-m", "careerfit", "cohort", str(source), "--reports", str(target), "--force"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def memory(group: int) -> int:
    """The memory, in KiB, that the processes of a session hold together; what several share is counted once."""
    total = 0
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                if os.getsid(int(process.name)) == group:
                    rollup = (process / "smaps_rollup").read_text()
                    total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
            except (OSError, StopIteration):
                continue
    return total


def state(folder: Path) -> str:
    """What a folder holds but for dates, as a digest; empty where it is not there."""
    if not folder.exists():
        return ""
    found = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        found.update(path.name.encode())
        found.update(path.read_bytes() if path.suffix == ".html" else b"")
    return found.hexdigest()


def cost(people: int, folder: Path) -> None:
    """How long a run takes, and how much memory."""
    source = write_class(load_pack(), folder / "many.csv", [f"Siswa {n}" for n in range(people)])
    begun, most = time.perf_counter(), 0
    run = start(source, folder / "many")
    while run.poll() is None:
        most = max(most, memory(run.pid))
        time.sleep(PAUSE)
    seconds = time.perf_counter() - begun
    reports = len(list((folder / "many").glob("*.html"))) - 1
    print(f"{reports} reports in {seconds:.1f} s, {most / 1024:.0f} MiB at most, {os.cpu_count()} processors")


def kill(times: int, folder: Path) -> int:
    """How many killed runs left anything but the old reports or the new ones."""
    pack, target = load_pack(), folder / "few"
    sources = [
        write_class(pack, folder / f"{name}.csv", [f"{name} {n}" for n in range(40)], seed)
        for seed, name in enumerate(("Siswa", "Murid"))
    ]
    states = []
    for source in sources:
        begun = time.perf_counter()
        start(source, target).wait()
        states.append(state(target))
    whole, odd, seen, chance = time.perf_counter() - begun, 0, [0, 0], random.Random(1)
    for n in range(times):
        run = start(sources[n % 2], target)
        time.sleep(chance.uniform(0.3, 1.3) * whole)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        found = state(target)
        odd += found not in states
        seen = [seen[place] + (found == one) for place, one in enumerate(states)]
    start(sources[0], target).wait()
    left = sorted(path.name for path in folder.iterdir() if path.name.startswith(".few"))
    print(f"{times} kills: {odd} left neither the old reports nor the new ones; seen {seen[0]} and {seen[1]} times")
    print(f"left behind after one more run: {', '.join(left) or 'nothing'}")
    return odd


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=200)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        cost(asked.people, Path(place))
        sys.exit(kill(asked.kills, Path(place)))
