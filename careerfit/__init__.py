"""A career-fit quiz that tells near-twin roles apart, shows its evidence and admits a tie.

The library in three lines::

    pack = careerfit.load_pack()
    result = careerfit.score(pack, {"kepemimpinan": 5, "analisis": 4})
    result.ranking[0].role, result.verdict.kind, result.to_dict()

Importing this costs no more than the standard library: everything else is imported when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from careerfit.core.model import Pack
    from careerfit.core.result import Result
    from careerfit.interview.machine import Interview

__all__ = ["Interview", "__version__", "load_pack", "score"]

__version__ = "0.1.0"


def load_pack(path: str | Path | None = None) -> Pack:
    """The pack in that folder; without one, the shipped pack.

    Raises ``careerfit.errors.DataError`` with every problem of every file, each with file, line and path.
    """
    from careerfit.pack import load_pack as load

    return load(path)


def score(pack: Pack, answers: Mapping[str, int | float | None]) -> Result:
    """The result of one person's answers: item or facet → 1 to 5 (a facet: how strong), or None for no answer.

    An item beats its facet. Raises ``careerfit.errors.UsageError`` with every unknown key and bad value.
    """
    from careerfit.core.answers import Layer, resolve
    from careerfit.core.result import evaluate

    return evaluate(pack, resolve(pack, [Layer("answers", tuple(answers.items()))]))


def __getattr__(name: str) -> object:
    if name == "Interview":
        from careerfit.interview.machine import Interview

        return Interview
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
