"""Coverage-guided fuzzing of what strangers give: ``python -m tests.fuzz [TARGET] [--runs N]``.

Needs the extra ``fuzz``. Works offline and writes into temporary folders alone. Where an input breaks something, it is
kept in a folder that the last line names: mend what it shows, and put it into ``tests/fuzz/regressions/TARGET``, where
a test replays it ever after. The same seed takes the same inputs.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RUNS = {"pack": 700, "answers": 5_000, "code": 10_000, "draft": 700}
"""How many inputs each target gets unless the call says so: some ten seconds' worth."""
SECONDS = 5.0
"""How long one input may take of the processor."""
FOREVER, MEBIBYTES, BYTES = 300, 1024, 8192
"""How long one may take in all, which others slow down as well; how much memory all may; how large an input grows."""


def main(args: argparse.Namespace) -> int:
    """Fuzz one target after the other: 1 if anything broke, 2 where there is nothing to fuzz with."""
    if find_spec("atheris") is None:
        sys.stderr.write("fuzz: atheris is missing; install the extra 'fuzz' (Linux on x86-64, CPython to 3.14).\n")
        return 2
    return max([run(target, args) for target in (RUNS if args.target is None else [args.target])])


def run(target: str, args: argparse.Namespace) -> int:
    """Fuzz one target in a process of its own, and say in one line what came of it."""
    kept = Path(tempfile.mkdtemp(prefix=f"careerfit-fuzz-{target}-"))
    memory = "/dev/shm"  # noqa: S108  # a folder of our own in it: thousands of files a second are not for a disk
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        begun = time.monotonic()
        call = command(target, args, kept, Path(folder))
        env = {**os.environ, "PYTHONHASHSEED": "0"}  # so that the same seed takes the same inputs
        done = subprocess.run(call, check=False, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True, errors="replace")
        seconds = time.monotonic() - begun
    (kept / "log").write_text(done.stderr, encoding="utf-8")
    if done.returncode:
        sys.stderr.write(done.stderr[-4000:])
        sys.stdout.write(f"fuzz {target}: broken after {seconds:.0f} s; what broke it is in {kept}\n")
        return 1
    sys.stdout.write(f"fuzz {target}: {figures(done.stderr)}, {seconds:.0f} s, nothing broke\n")
    if not args.keep:
        shutil.rmtree(kept)
    return 0


def command(target: str, args: argparse.Namespace, kept: Path, folder: Path) -> list[str]:
    """The call of the process that fuzzes: new inputs go to the first folder, the others are only read."""
    (kept / "corpus").mkdir()
    limits = [f"-timeout={FOREVER}", f"-rss_limit_mb={MEBIBYTES}", f"-max_len={args.length}"]
    dictionary = HERE / f"{target}.dict"
    return [
        *(sys.executable, "-m", "tests.fuzz", target, "--in", str(folder)),
        *(
            f"-runs={RUNS[target] if args.runs is None else args.runs}",
            f"-seed={args.seed}",
            f"-artifact_prefix={kept}/",
            "-print_final_stats=1",
            *limits,
        ),
        *([f"-dict={dictionary}"] if dictionary.exists() else []),
        *map(str, (kept / "corpus", HERE / "corpus" / target)),
    ]


def figures(log: str) -> str:
    """How many inputs were tried, what they reached, and how many of them reach all of it."""
    tried = re.findall(r"stat::number_of_executed_units:\s*(\d+)", log)
    reached = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)/", log)
    cov, features, size = reached[-1] if reached else ("0", "0", "0")
    return f"{tried[-1] if tried else 0} inputs, coverage {cov}, {features} features, {size} in the corpus"


def fuzz(target: str, folder: Path, options: list[str]) -> None:
    """Fuzz in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["careerfit"]):
        from tests.fuzz.targets import TARGETS

        one = TARGETS[target]
        one(b"", folder)  # what is imported only when it is used is to be followed, too

    def timed(data: bytes) -> None:
        begun = time.process_time()
        one(data, folder)
        if time.process_time() - begun > SECONDS:
            raise TimeoutError(f"more than {SECONDS} s")

    atheris.Setup([sys.argv[0], *options], timed)
    atheris.Fuzz()


def arguments() -> argparse.ArgumentParser:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("target", nargs="?", choices=RUNS, help="what to fuzz; all, one after the other, unless named")
    parser.add_argument("--runs", type=int, help="how many inputs for each, the corpus among them; -1 for no end")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins (%(default)s)")
    parser.add_argument("--length", type=int, default=BYTES, help="bytes of the longest input (%(default)s)")
    parser.add_argument("--keep", action="store_true", help="keep the inputs that were found, and the log")
    parser.add_argument("--in", dest="folder", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    known, rest = arguments().parse_known_args()
    if known.folder:
        fuzz(known.target, Path(known.folder), rest)
    elif rest:
        arguments().error(f"unknown: {' '.join(rest)}")
    else:
        sys.exit(main(known))
