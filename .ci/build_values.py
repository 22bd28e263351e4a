"""Part of building the wheel: the shipped pack's plain values go into it, so that what is installed reads no YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ValuesHook(BuildHookInterface[Any]):
    """Adds ``careerfit/profiles.json`` to a wheel; an editable install has the YAML itself, and nothing else."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Work the values out; a pack with a fault ends the build with all that is wrong with it."""
        self.folder = TemporaryDirectory()
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from careerfit.pack.load import BUILT, built_values

        made = Path(self.folder.name, BUILT)
        made.write_text(built_values(), encoding="utf-8")
        build_data["force_include"][str(made)] = f"careerfit/{BUILT}"

    def finalize(self, *_: object) -> None:
        """Leave nothing behind."""
        self.folder.cleanup()
