"""Content in: strict YAML → model."""

from __future__ import annotations

from careerfit.pack.load import load_pack, role_slugs

__all__ = ["load_pack", "role_slugs"]
