"""How hypothesis works while the core is mutated."""

from __future__ import annotations

from hypothesis import Phase, settings

settings.register_profile(  # the first example that fails is enough: it need not be made small
    "mutants", deadline=None, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)
