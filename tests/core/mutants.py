"""Mutation testing of the core: ``python -m tests.core.mutants FOLDER [--again]``.

Needs the extra ``mutants``. A copy of the project is made in FOLDER, where mutmut changes the core in some thousand
ways, one at a time, and runs the tests of the core that reach the change: one of them must fail. The last lines count,
module by module, what they noticed, and name what they didn't: ``python -m mutmut show NAME``, called in FOLDER, shows
it. With ``--again`` the tests are copied anew and tried on that, and on what was not judged. Takes half an hour on two
cores.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COPIED = ("careerfit", "profiles", "tests")
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*")
KILLED, TIMED_OUT = {1, 3}, {-24, 24, 36, 152, 255}
"""Exit codes: a test failed, or none could run any more; or they took too long, as where a loop has no end."""


def plain(source: str) -> str:
    """The same module with its decorators called below what they decorate: mutmut leaves decorated functions alone."""
    lines = source.split("\n")
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
    for node in sorted((one for one in functions if one.decorator_list), key=lambda one: -one.lineno):
        (decorator,) = node.decorator_list
        call = f"{node.name} = {ast.unparse(decorator)}({node.name})"
        lines.insert(node.end_lineno or node.lineno, f"\n{' ' * node.col_offset}{call}\n")
        del lines[decorator.lineno - 1]
    return "\n".join(lines)


def prepare(folder: Path) -> None:
    """Copy the project into a folder, the core without decorators."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT, dirs_exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for module in (folder / "careerfit/core").glob("*.py"):
        module.write_text(plain(module.read_text(encoding="utf-8")), encoding="utf-8")


def judged(folder: Path) -> dict[str, dict[str, int | None]]:
    """Module → mutant → the exit code of its tests, None where they were not run."""
    found = sorted((folder / "mutants/careerfit/core").glob("*.py.meta"))
    codes = {path.name.split(".")[0]: json.loads(path.read_text(encoding="utf-8")) for path in found}
    return {module: code["exit_code_by_key"] for module, code in codes.items() if code["exit_code_by_key"]}


def table(found: dict[str, dict[str, int | None]]) -> str:
    """Module by module, and in all: how many mutants, and what became of them."""
    rows = [
        "| module | mutants | killed | timed out | survived | not judged | killed, % |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    everything = {name: code for codes in found.values() for name, code in codes.items()}
    for module, codes in [*found.items(), ("all", everything)]:
        killed, late, none = (sum(code in how for code in codes.values()) for how in (KILLED, TIMED_OUT, {None}))
        of = len(codes)
        left, share = of - killed - late - none, 100 * killed / max(1, of)
        rows.append(f"| {module} | {of} | {killed} | {late} | {left} | {none} | {share:.1f} |")
    return "\n".join(rows)


def main(folder: Path, *, again: bool) -> int:
    """Mutate the core in a folder: what mutmut returned."""
    folder.mkdir(parents=True, exist_ok=True)
    before = judged(folder) if again else {}
    names = [name for codes in before.values() for name, code in codes.items() if code not in KILLED]
    prepare(folder)
    call = [sys.executable, "-m", "mutmut", "run", "--max-children", str(os.cpu_count() or 1), *names]
    done = subprocess.run(call, cwd=folder, check=False)
    found = judged(folder)
    lives = [name for codes in found.values() for name, code in codes.items() if code not in KILLED | {None}]
    sys.stdout.write("\n".join(["", table(found), "", *lives, ""]))
    return done.returncode


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="where the copy is made, or was made before")
    parser.add_argument("--again", action="store_true", help="only what is not killed yet")
    called = parser.parse_args()
    sys.exit(main(called.folder, again=called.again))
