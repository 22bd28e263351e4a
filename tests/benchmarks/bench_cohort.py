"""What scoring many people costs: ``python -m tests.benchmarks.bench_cohort``.

Held against hand-written Polars that reads the same file, works out nothing but five weighted sums, and writes them, in
the same run and turn by turn; then how the cost grows with the number of people, and the memory it takes; then whole
commands. Prints the tables of ``docs/performance.md``; the start of the program is ``test_startup``'s. ``--quick``
tries it on few people, ``--spark`` adds Spark.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from careerfit import load_pack
from careerfit.cli import OBJECTS
from careerfit.cohort.run import ALONE
from careerfit.core.model import Pack
from careerfit.files.tables import Source

ROUNDS = 5
GAPS = {"whole": 0, "one in 20 with gaps": 20, "all with gaps": 1}
ONE_WRONG, WRONG = "whole, one cell wrong", "wrong"
KINDS = [(form, kind) for form in ("csv", "parquet") for kind in GAPS] + [("csv", ONE_WRONG)]
HERE = "tests.benchmarks.bench_cohort"
BLOCK = 100_000


def make_people(folder: Path, people: int, form: str, kind: str) -> Path:
    """A file of made-up people with noise; of those with gaps, each left one item in ten unanswered."""
    target = folder / f"{WRONG if kind == ONE_WRONG else 'people'}.{form}"
    items = load_pack().items

    def block(places: pl.DataFrame) -> pl.DataFrame:
        numbers = places["p"].to_numpy()
        random = np.random.default_rng(int(numbers[0]))
        level = random.uniform(3.0, 4.2, len(numbers))
        own = {item.facet: random.normal(0, 0.7, len(numbers)) for item in items}
        some = numbers % GAPS[kind] == 0 if GAPS.get(kind) else np.zeros(len(numbers), bool)
        found = {"id": pl.Series([f"P{number}" for number in numbers])}
        for item in items:
            keyed = np.clip(np.rint(level + own[item.facet] + random.normal(0, 0.9, len(numbers))), 1, 5)
            cells = pl.Series((keyed if item.keyed > 0 else 6 - keyed).astype(np.int8))
            gaps = np.flatnonzero(some & (random.random(len(numbers)) < 0.1)) if some.any() else []
            found[item.key] = cells.scatter(gaps, None)
        return pl.DataFrame(found)

    schema = {"id": pl.String(), **{item.key: pl.Int8() for item in items}}
    rows = (
        pl.DataFrame({"p": pl.int_range(people, eager=True)}).lazy().map_batches(block, schema=schema, streamable=True)
    )
    rows.sink_csv(target) if form == "csv" else rows.sink_parquet(target, row_group_size=BLOCK)
    if kind == ONE_WRONG:
        with target.open("rb+") as file:  # in the middle, where neither a look at the start nor one at the end finds it
            file.seek(target.stat().st_size // 2)
            file.readline()
            row = file.tell()
            cells = file.readline()
            file.seek(row + cells.index(b",") + 1)
            file.write(b"x")
    return target


def score_with_careerfit(pack: Pack, source: Path, target: Path) -> None:
    """The whole scoring, in this process."""
    from careerfit.cohort.job import Job
    from careerfit.cohort.local import score_file

    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        job, read = Job(str(source), str(target)), Source(source, str(source), "id", Path(folder))
        score_file(pack, job, read, [target], lambda _: None)


def sum_with_polars(pack: Pack, source: Path, target: Path, *, typed: bool = False) -> None:
    """Five weighted sums and nothing else: no gaps, no bad cells, no probabilities, no verdicts.

    As its documentation advises: lazily, so that it streams. ``typed``: told that all cells are small whole numbers,
    which a Parquet file says itself; where one is none, it is left out.
    """
    sums = []
    for role, points in zip(pack.roles, pack.table.points, strict=True):
        weights = {
            item.key: item.keyed * points[t] / len(facet.items) / 4
            for t, facet in enumerate(pack.facets)
            for item in facet.items
        }
        terms = [pl.col(key) * weight for key, weight in weights.items()]
        sums.append(pl.sum_horizontal(terms).alias(f"score_{role.slug}"))
    if source.suffix == ".csv":
        types = dict.fromkeys((item.key for item in pack.items), pl.Int8) if typed else None
        people = pl.scan_csv(source, schema_overrides=types, ignore_errors=source.stem == WRONG)
    else:
        people = pl.scan_parquet(source)
    scores = people.select("id", *sums)
    scores.sink_csv(target) if target.suffix == ".csv" else scores.sink_parquet(target)


WORKERS: dict[str, Callable[[Pack, Path, Path], None]] = {
    "careerfit": score_with_careerfit,
    "Polars": sum_with_polars,
    "Polars, told the types": partial(sum_with_polars, typed=True),
}
REFERENCES = {"csv": "Polars, told the types", "parquet": "Polars"}


def work(name: str, source: str, target: str) -> None:
    """One measured run in this process: seconds once all is imported and the pack is read; memory at its peak."""
    for module in ("careerfit.cohort.local", "numpy.ma") if name == "careerfit" else ("polars",):
        __import__(module)  # Polars itself imports the second for the first array
    if name == "careerfit":
        gc.set_threshold(OBJECTS)  # as the program does
    pack = load_pack()
    started = time.perf_counter()
    WORKERS[name](pack, Path(source), Path(target))
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def measured(name: str, source: Path) -> dict[str, Any]:
    """The figures of one run in a process of its own, with the processor time and the wall time of all of it."""
    target = source.with_name(f"out{source.suffix}")
    command = [sys.executable, "-m", HERE, "--worker", name, str(source), str(target)]
    env = {**os.environ, **(ALONE if name == "careerfit" else {})}  # as the program starts its worker
    said, spent = timed(command, env)
    target.unlink()
    return {**spent, **json.loads(said)}


def timed(command: Sequence[str], env: dict[str, str]) -> tuple[str, dict[str, float]]:
    """What a command prints; its wall time and processor time."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    whole = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, {"whole": whole, "used": used}


def against_polars(folder: Path, people: int, rounds: int) -> Iterator[Sequence[object]]:
    """Rows of the first table: medians, and the median of the ratios of runs that stood next to each other."""
    for form, kind in KINDS:
        source = make_people(folder, people, form, kind)
        measured("careerfit", source)
        runs = [{name: measured(name, source) for name in ("careerfit", REFERENCES[form])} for _ in range(rounds)]
        source.unlink()
        yield [form, kind, *figures(runs, REFERENCES[form])]


def figures(runs: Sequence[dict[str, dict[str, Any]]], reference: str) -> Iterator[str]:
    """Seconds here and there and their ratio; then the same of processor time, and of the whole process."""
    for figure in ("seconds", "used", "whole"):
        ours, theirs = ([run[name][figure] for run in runs] for name in ("careerfit", reference))
        yield f"{statistics.median(ours):.2f}"
        yield f"{statistics.median(theirs):.2f}"
        yield f"**{statistics.median([a / b for a, b in zip(ours, theirs, strict=True)]):.2f}**"


def growth(folder: Path, most: int) -> Iterator[Sequence[object]]:
    """Rows of the second table: what each power of ten costs."""
    people = 1000
    while people <= most:
        source = make_people(folder, people, "parquet", "one in 20 with gaps")
        measured("careerfit", source)
        run = measured("careerfit", source)
        source.unlink()
        per_million = run["seconds"] / people * 1e6
        yield [f"{people:,}", f"{run['seconds']:.2f}", f"{per_million:.2f}", f"{run['used']:.2f}", f"{run['mib']:.0f}"]
        people *= 10


def commands(folder: Path, people: int, rounds: int, *, spark: bool) -> Iterator[Sequence[object]]:
    """Rows of the third table: whole commands, as they are called."""
    calls = [("40 people, CSV", 40, "csv", ["local"])]
    calls += [(f"{people:,} people, Parquet", people, "parquet", ["local", *(["spark"] if spark else [])])]
    for label, size, form, engines in calls:
        source = make_people(folder, size, form, "one in 20 with gaps")
        for engine in engines:
            target = folder / f"out.{form}"
            command = [sys.executable, "-m", "careerfit", "cohort", str(source), "-o", str(target), "--engine", engine]
            runs = [timed(command, dict(os.environ))[1] for _ in range(rounds if engine == "local" else 1)]
            yield [
                label,
                engine,
                *(f"{statistics.median(run[what] for run in runs):.2f}" for what in ("whole", "used")),
            ]


def show(title: str, head: Sequence[str], rows: Iterator[Sequence[object]]) -> None:
    """A table, a row as soon as it is there."""
    print(f"\n### {title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}", flush=True)
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |", flush=True)


def machine() -> str:
    """The machine, in a line."""
    model = platform.processor()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text(encoding="utf-8").splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), model)
    load = os.getloadavg()[0]
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f} at the start"


def main() -> None:
    """All tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worker", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--most", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--spark", action="store_true")
    options = parser.parse_args()
    if options.worker:
        work(*options.worker)
        return
    few = (20_000, 10_000, 1)
    people, most, rounds = few if options.quick else (options.people, options.most, options.rounds)
    print(machine())
    with tempfile.TemporaryDirectory(prefix="careerfit-bench-") as name:
        folder = Path(name)
        heads = ("s", "its", "ratio", "CPU s", "its", "ratio", "process s", "its", "ratio")
        show(f"{people:,} people", ("file", "people", *heads), against_polars(folder, people, rounds))
        head = ("people", "s", "s a million", "CPU s, whole process", "peak MiB")
        show("Growth (Parquet, one in 20 with gaps)", head, growth(folder, most))
        show("Whole commands", ("what", "engine", "s", "CPU s"), commands(folder, people, rounds, spark=options.spark))


if __name__ == "__main__":
    main()
