"""Mutation testing of the core and of simulations: ``python -m tests.core.mutants FOLDER [NAME …] [--again]``.

Needs the extra ``mutants``. A copy of the project is made in FOLDER, where mutmut changes both in some thousand ways,
one at a time, and runs their tests that reach the change: one of them must fail. The last lines count, module by
module, what they noticed, and name what they didn't: ``python -m mutmut show NAME``, called in FOLDER, shows it. With
names, as in ``'careerfit.core.quality.*'``, only those are tried; with ``--again`` the tests are copied anew and tried
on what lives, and on what was not judged. All of it takes half an hour on two cores.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
COPIED = ("careerfit", "profiles", "tests")
MUTATED = ("core", "simulation")
"""The folders of the package that are changed, as pyproject.toml says, too."""
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


def modules(root: Path) -> list[Path]:
    """The modules that are changed, in a checkout or a copy of it."""
    return [module for name in MUTATED for module in sorted((root / "careerfit" / name).rglob("*.py"))]


def prepare(folder: Path) -> None:
    """Copy the project into a folder; what is changed there loses its decorators."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT, dirs_exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for module in modules(folder):
        module.write_text(plain(module.read_text(encoding="utf-8")), encoding="utf-8")


def judged(folder: Path) -> dict[str, dict[str, int | None]]:
    """Module → mutant → the exit code of its tests, None where they were not run."""
    found = [meta for name in MUTATED for meta in sorted((folder / "mutants/careerfit" / name).rglob("*.py.meta"))]
    codes = {path.name.split(".")[0]: json.loads(path.read_text(encoding="utf-8")) for path in found}
    return {module: code["exit_code_by_key"] for module, code in codes.items() if code["exit_code_by_key"]}


def tried_of(found: dict[str, dict[str, int | None]]) -> dict[str, dict[str, int | None]]:
    """The modules of which anything was judged."""
    return {module: codes for module, codes in found.items() if any(code is not None for code in codes.values())}


def table(found: dict[str, dict[str, int | None]]) -> str:
    """Module by module, and in all: how many mutants, and what became of them, where any was tried."""
    rows = [
        "| module | mutants | killed | timed out | survived | not judged | killed, % |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    tried = tried_of(found)
    everything = {name: code for codes in tried.values() for name, code in codes.items()}
    for module, codes in [*tried.items(), ("**all**", everything)]:
        killed, late, none = (sum(code in how for code in codes.values()) for how in (KILLED, TIMED_OUT, {None}))
        of = len(codes)
        left, share = of - killed - late - none, 100 * killed / max(1, of)
        rows.append(f"| {module} | {of} | {killed} | {late} | {left} | {none} | {share:.1f} |")
    return "\n".join(rows)


def main(folder: Path, names: Sequence[str], *, again: bool) -> int:
    """Change what is to be changed in a folder, or those of it: what mutmut returned."""
    folder.mkdir(parents=True, exist_ok=True)
    before = judged(folder) if again else {}
    lived = [name for codes in before.values() for name, code in codes.items() if code not in KILLED]
    prepare(folder)
    call = [sys.executable, "-m", "mutmut", "run", "--max-children", str(os.cpu_count() or 1), *names, *lived]
    done = subprocess.run(call, cwd=folder, check=False)
    found = judged(folder)
    lives = [name for codes in found.values() for name, code in codes.items() if code not in KILLED | {None}]
    sys.stdout.write("\n".join(["", table(found), "", *lives, ""]))
    return done.returncode


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="where the copy is made, or was made before")
    parser.add_argument("names", nargs="*", help="of mutants, with * for any letters; all unless some are given")
    parser.add_argument("--again", action="store_true", help="only what is not killed yet")
    called = parser.parse_args()
    sys.exit(main(called.folder, called.names, again=called.again))
