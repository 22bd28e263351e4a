"""Imports run one way, and the core stands on the standard library alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import careerfit

PACKAGE = Path(careerfit.__file__ or "").parent
MIDDLE = ("cohort", "draft", "forms", "history", "interview", "pack", "report", "simulation", "validation")
JOINING = ("__init__", "__main__", "cli", "library")
"""What may import everything: the command line, and the names that a program imports."""
MODULES = sorted(path.relative_to(PACKAGE).with_suffix("").parts for path in PACKAGE.rglob("*.py"))


def imported(parts: tuple[str, ...]) -> Iterator[str]:
    """The modules that a module imports anywhere in it, by their full names."""
    for node in ast.walk(ast.parse(PACKAGE.joinpath(*parts).with_suffix(".py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def layer(name: str) -> str:
    """The part of the package that a module's full name belongs to."""
    return name.split(".")[1] if name.startswith("careerfit.") else ""


@pytest.mark.parametrize("parts", MODULES, ids="/".join)
def test_imports_run_one_way(parts: tuple[str, ...]) -> None:
    """The command line knows all; those in the middle know the sheets, the core and the files; these know the errors.

    Files and locks are for all but the core.
    """
    own = parts[0]
    allowed: dict[str, set[str]] = {"core": {"core", "errors", "text"}, "errors": {"text"}, "text": set()}
    allowed |= {"files": {"files", "errors", "text"}, "extras": {"errors", "text"}}
    allowed |= {"sheets": {"sheets", "core", "errors", "files", "text"}}
    allowed |= {name: {name, "core", "errors", "extras", "files", "sheets", "text"} for name in MIDDLE}
    known = {layer(name) for name in imported(parts)} - {""}
    assert own in JOINING or known <= allowed[own]


@pytest.mark.parametrize("parts", [parts for parts in MODULES if parts[0] in ("core", "errors")], ids="/".join)
def test_the_core_uses_the_standard_library_only(parts: tuple[str, ...]) -> None:
    """No module of the core imports anything that is installed."""
    roots = {name.partition(".")[0] for name in imported(parts)}
    assert roots <= sys.stdlib_module_names | {"careerfit"}


def test_importing_the_core_loads_the_standard_library_only() -> None:
    """In a process of its own, importing all of the core loads nothing that is installed."""
    core = [".".join(("careerfit", *parts)).removesuffix(".__init__") for parts in MODULES if parts[0] == "core"]
    code = f"import sys, {', '.join(core)}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=PACKAGE.parent)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    installed = {"typer", "rich", "questionary", "prompt_toolkit", "yaml", "jinja2", "platformdirs", "numpy", "polars"}
    assert set() == loaded & installed


def test_the_core_does_not_print_or_read_a_clock() -> None:
    """No module of the core calls print, open or input, or imports a clock or the system's randomness."""
    for parts in (parts for parts in MODULES if parts[0] == "core"):
        names = set(imported(parts))
        assert set() == {name.partition(".")[0] for name in names} & {
            "time",
            "os",
            "pathlib",
            "secrets",
            "socket",
        }
        tree = ast.parse(PACKAGE.joinpath(*parts).with_suffix(".py").read_text(encoding="utf-8"))
        functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        called = {function.id for function in functions if isinstance(function, ast.Name)}
        assert set() == called & {"print", "open", "input"}
        methods = {function.attr for function in functions if isinstance(function, ast.Attribute)}
        assert set() == methods & {"now", "today", "utcnow"}


FOLDERS = sorted({PACKAGE.joinpath(*parts).parent for parts in MODULES})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(PACKAGE.parent).as_posix())
def test_a_folder_can_be_looked_over(folder: Path) -> None:
    """No folder has more than fifteen modules, and docs/architecture.md says what stands in it."""
    assert 15 >= len([path for path in folder.glob("*.py") if path.name != "__init__.py"])
    house = (Path(__file__).parents[1] / "docs/architecture.md").read_text(encoding="utf-8")
    assert f"| `{folder.relative_to(PACKAGE.parent).as_posix()}/` |" in house
