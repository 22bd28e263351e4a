"""Part of building the wheel: what is made of other files goes into it, and stands in no checkout."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class MadeFiles(BuildHookInterface[Any]):
    """Adds the shipped pack's plain values and the packs' JSON Schema to a wheel; an editable install needs neither."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files; a pack with a fault ends the build with all that is wrong with it."""
        self.folder = TemporaryDirectory()
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from careerfit.pack.load import BUILT, built_values
        from careerfit.pack.schema import pack_schema

        for number, (name, text) in enumerate({BUILT: built_values(), "schemas/pack.json": pack_schema()}.items()):
            made = Path(self.folder.name, str(number))
            made.write_text(text, encoding="utf-8")
            build_data["force_include"][str(made)] = f"careerfit/{name}"

    def finalize(self, *_: object) -> None:
        """Leave nothing behind."""
        self.folder.cleanup()
