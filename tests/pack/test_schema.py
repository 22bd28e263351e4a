"""The JSON Schema of packs, which is made of the tables by which they are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from careerfit.pack.load import shipped_folder
from careerfit.pack.schema import pack_schema

from .broken import BASE, build

FAULTS = Path(__file__).parent / "faults"
SCHEMA = json.loads(pack_schema())
PACK_FILES = sorted([*BASE.rglob("*.yaml"), *shipped_folder().rglob("*.yaml")])


def validator(file: Path) -> Draft202012Validator:
    """The schema for that file of a pack."""
    kind = file.stem if file.stem in ("catalogue", "norms", "measured") else "role"
    return Draft202012Validator({**SCHEMA, "anyOf": [{"$ref": f"#/$defs/{kind}"}]})


def content(file: Path) -> Any:
    """A file's content as any YAML reader has it."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def test_the_schema_is_one() -> None:
    """It keeps to JSON Schema 2020-12 itself."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", PACK_FILES, ids=lambda file: file.stem)
def test_sound_files_keep_to_the_schema(file: Path) -> None:
    """Every file of a pack that loads is valid by the published schema."""
    assert [] == [error.message for error in validator(file).iter_errors(content(file))]


@pytest.mark.parametrize(
    "name",
    [
        "07-yes-is-not-text",
        "15-text-is-not-a-list",
        "18-unknown-key",
        "19-missing-language",
        "20-empty-text",
        "21-edge-space",
        "26-too-long",
        "41-scale-of-four",
        "42-unknown-kind",
        "43-keyed-zero",
        "47-no-items",
        "50-facet-key",
        "59-relevance",
        "61-missing-section",
        "62-empty-section",
    ],
)
def test_what_loading_refuses_for_its_form_the_schema_refuses(name: str, tmp_path: Path) -> None:
    """A fault of form in one file shows in the published schema, too, and so in an author's editor."""
    fault = yaml.safe_load((FAULTS / name / "fault.yaml").read_text(encoding="utf-8"))
    build(tmp_path / "pack", fault)
    file = tmp_path / "pack" / fault["change"][0]["file"]

    assert not validator(file).is_valid(content(file))
