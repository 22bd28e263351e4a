"""The published schemas, as ``careerfit check --schema`` prints them."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from .conftest import Program

CALLS = {
    "result": ["score", "--answer", "analisis=4", "--format", "json"],
    "profile": ["profile", "manajer", "--format", "json"],
    "questions": ["questions", "--format", "json"],
}


@pytest.mark.parametrize("name", ["result", "profile", "questions", "validation", "pack"])
def test_a_printed_schema_is_valid(program: Program, name: str) -> None:
    """Each schema is printed whole, and is one."""
    call = program("check", "--schema", name)
    Draft202012Validator.check_schema(json.loads(call.out))
    assert (0, "") == (call.code, call.err)


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("lang", [[], ["--lang", "id"]], ids=["both", "one"])
def test_what_a_command_prints_keeps_to_its_schema(program: Program, name: str, lang: list[str]) -> None:
    """The document as it comes out of the command is what the printed schema says, in both languages or one."""
    schema = json.loads(program("check", "--schema", name).out)
    document = json.loads(program(*CALLS[name], *lang).out)
    assert [] == [fault.message for fault in Draft202012Validator(schema).iter_errors(document)]
