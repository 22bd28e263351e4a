"""What scoring many people costs: ``python -m tests.benchmarks.bench_cohort``.

Held against hand-written Polars that reads the same file, works out nothing but five weighted sums, and writes them,
in the same run and turn by turn; then how the cost grows with the number of people, and the memory it takes. Prints the
tables of ``docs/performance.md``; the start of the program is ``test_startup``'s. ``--quick`` tries it on few people.
The query for each kind of file is kept before anything is counted, as it is from the second file of a kind on.
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

from careerfit import load_pack

ROUNDS = 5
FORMS = ("csv", "parquet")
GAPS = {"whole": 0, "one in 20 with gaps": 20, "all with gaps": 1}
HERE = "tests.benchmarks.bench_cohort"


def make_people(folder: Path, people: int, form: str, gaps: int) -> Path:
    """A file of made-up people with noise, of whom one in ``gaps`` left one item in ten unanswered (0: nobody)."""
    import duckdb

    target = folder / f"people-{people}-{gaps}.{form}"
    level = "3.4 + (hash(p) % 1000) / 1000.0"

    def cell(place: int, keyed: int) -> str:
        noise = " + ".join(f"(hash(p * 1000 + {place}, {seed}) % 1000) / 500.0" for seed in (1, 2, 3)) + " - 3.0"
        rating = f"least(5, greatest(1, round({level} + {noise})))::TINYINT"
        rating = rating if keyed > 0 else f"(6 - {rating})::TINYINT"
        empty = f"p % {gaps} = 0 AND hash(p, {place}) % 10 = 0" if gaps else "false"
        return f"CASE WHEN {empty} THEN NULL ELSE {rating} END"

    items = load_pack().items
    columns = ", ".join(f'{cell(place, item.keyed)} AS "{item.key}"' for place, item in enumerate(items))
    query = f"SELECT 'P' || p AS id, {columns} FROM (SELECT range AS p FROM range({people}))"
    duckdb.connect(config={"memory_limit": "2GB"}).execute(f"COPY ({query}) TO '{target}'")
    return target


def score_with_careerfit(source: Path, target: Path) -> None:
    """The whole scoring, in this process."""
    from careerfit.cohort.duck import Files, score_file

    gc.disable()
    score_file(load_pack(), Files(source, str(source), target), lambda _: None)


def sum_with_polars(source: Path, target: Path, *, typed: bool = False) -> None:
    """Five weighted sums and nothing else: no gaps, no bad cells, no probabilities, no verdicts.

    As its documentation advises: lazily, so that it streams. ``typed``: told that all cells are small whole numbers,
    which a Parquet file says itself.
    """
    import polars as pl

    pack = load_pack()
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
        people = pl.scan_csv(source, schema_overrides=types)
    else:
        people = pl.scan_parquet(source)
    scores = people.select("id", *sums)
    scores.sink_csv(target) if target.suffix == ".csv" else scores.sink_parquet(target)


WORKERS: dict[str, Callable[[Path, Path], None]] = {
    "careerfit": score_with_careerfit,
    "Polars": sum_with_polars,
    "Polars, told the types": partial(sum_with_polars, typed=True),
}
REFERENCES = {"csv": ("Polars", "Polars, told the types"), "parquet": ("Polars",)}


def work(name: str, source: str, target: str) -> None:
    """One measured run in this process: seconds once everything is imported, and the memory at its peak."""
    __import__("careerfit.cohort.duck" if name == "careerfit" else "polars")
    load_pack()
    started = time.perf_counter()
    WORKERS[name](Path(source), Path(target))
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def measured(name: str, source: Path) -> dict[str, Any]:
    """The figures of one run in a process of its own, with the processor time and the wall time of all of it."""
    target = source.with_name(f"out{source.suffix}")
    command = [sys.executable, "-m", HERE, "--worker", name, str(source), str(target)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    whole = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    target.unlink()
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"whole": whole, "used": used, **json.loads(done.stdout)}


def against_polars(folder: Path, people: int, rounds: int) -> Iterator[Sequence[object]]:
    """Rows of the first table: medians, and the median of the ratios of runs that stood next to each other."""
    for form in FORMS:
        for label, gaps in GAPS.items():
            source = make_people(folder, people, form, gaps)
            measured("careerfit", source)
            runs = [{name: measured(name, source) for name in ("careerfit", *REFERENCES[form])} for _ in range(rounds)]
            source.unlink()
            for reference in REFERENCES[form]:
                yield [form, label, reference, *figures(runs, reference)]


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
        source = make_people(folder, people, "parquet", 20)
        measured("careerfit", source)
        run = measured("careerfit", source)
        source.unlink()
        per_million = run["seconds"] / people * 1e6
        yield [f"{people:,}", f"{run['seconds']:.2f}", f"{per_million:.2f}", f"{run['used']:.2f}", f"{run['mib']:.0f}"]
        people *= 10


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
        show(f"{people:,} people", ("file", "people", "beside", *heads), against_polars(folder, people, rounds))
        head = ("people", "s", "s a million", "CPU s, whole process", "peak MiB")
        show("Growth (Parquet, one in 20 with gaps)", head, growth(folder, most))


if __name__ == "__main__":
    main()
