"""How the core and simulations are prepared for mutation testing."""

from __future__ import annotations

import ast

from .mutants import ROOT, modules, plain

DECORATED = """
class Move:
    @property
    def by(self) -> float:
        return 1.0

    def z(self) -> float:
        return 2.0


@lru_cache(maxsize=2)
def table(pack: Pack) -> int:
    return 3


A = 1
"""
PLAIN = """
class Move:
    def by(self) -> float:
        return 1.0

    by = property(by)


    def z(self) -> float:
        return 2.0


def table(pack: Pack) -> int:
    return 3

table = lru_cache(maxsize=2)(table)



A = 1
"""


def test_decorators_are_called_below() -> None:
    """A decorated function becomes a plain one, and the call of its decorator stands below it."""
    assert PLAIN == plain(DECORATED)


def test_no_function_is_passed_over() -> None:
    """In no module that is changed a decorator is left on a function."""
    assert modules(ROOT)
    for module in modules(ROOT):
        nodes = ast.walk(ast.parse(plain(module.read_text(encoding="utf-8"))))
        assert [] == [one.name for one in nodes if isinstance(one, ast.FunctionDef) and one.decorator_list]
