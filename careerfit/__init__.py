"""A career-fit quiz that tells near-twin roles apart, shows its evidence and admits a tie.

The library in three lines::

    pack = careerfit.load_pack()
    result = careerfit.score(pack, {"kepemimpinan": 5, "analisis": 4})
    result.ranking[0].role, result.verdict.kind, result.to_dict()

``docs/library.md`` shows everything that is listed in ``__all__``, and ``careerfit.core`` explains the words (facet,
keyed, contrast and the rest). Importing this costs no more than the standard library: each name is loaded when it is
first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerfit.core.answer_code import decode
    from careerfit.core.confidence import Verdict
    from careerfit.core.model import Answers, Duel, Item, Pack
    from careerfit.core.results.result import Result
    from careerfit.errors import CareerfitError, DataError, Problem, UsageError
    from careerfit.interview.interview import Interview
    from careerfit.library import load_pack, read_answers, render, score

__all__ = [
    "Answers",
    "CareerfitError",
    "DataError",
    "Duel",
    "Interview",
    "Item",
    "Pack",
    "Problem",
    "Result",
    "UsageError",
    "Verdict",
    "__version__",
    "decode",
    "load_pack",
    "read_answers",
    "render",
    "score",
]

__version__ = "0.1.0"

_HOMES = {
    "careerfit.core.answer_code": {"decode"},
    "careerfit.core.confidence": {"Verdict"},
    "careerfit.core.model": {"Answers", "Duel", "Item", "Pack"},
    "careerfit.core.results.result": {"Result"},
    "careerfit.errors": {"CareerfitError", "DataError", "Problem", "UsageError"},
    "careerfit.interview.interview": {"Interview"},
    "careerfit.library": {"load_pack", "read_answers", "render", "score"},
}
"""Where the public names are at home."""


def __getattr__(name: str) -> object:
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
