"""The form of a catalogue and of a role's file, one line a key; rules that span several keys are in ``rules``."""

from __future__ import annotations

from typing import Any

from careerfit.core.model import SECTIONS
from careerfit.pack.shapes import Fixed, Key, Keyed, Line, Listed, OneOf

MOST_FACETS = 300
MOST_ITEMS = 1000
MOST_SENTENCES = 200
MOST_BELIEFS = 50
MOST_PARTS = 10
"""Each part of a profile that a belief quotes is looked for in all its expectations."""
NEEDED_SECTIONS = ("duties", "cocok", "tidak_cocok")

TEXT = Line(2000)
WORD = Line(80)
SLUG = Line(80, slug=True)
BOTH = Fixed((Key("id", TEXT), Key("en", TEXT)))
LABEL = Fixed((Key("id", WORD), Key("en", WORD)))
KIND = OneOf({"trait": "trait", "interest": "interest"})
KEYED = OneOf({"1": 1, "+1": 1, "-1": -1})
RELEVANCE = OneOf({"0.5": 0.5, ".5": 0.5, "1": 1.0, "1.0": 1.0})
TRUTH = OneOf({"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False})

ITEM = Fixed(
    (
        Key("keyed", KEYED),
        Key("id", TEXT),
        Key("en", TEXT),
    )
)
FACET = Fixed(
    (
        Key("kind", KIND),
        Key("family", SLUG, required=False),
        Key("name", LABEL),
        Key("doing", BOTH, required=False),
        Key("items", Keyed(ITEM, MOST_ITEMS), required=False),
    )
)
FAMILY = Fixed((Key("name", LABEL),))
PHRASE = Fixed(
    (
        Key("id", TEXT),
        Key("en", TEXT),
        Key("relevance", RELEVANCE, required=False),
    )
)
SENTENCE = Fixed(
    (
        Key("id", TEXT),
        Key("en", TEXT),
        Key("names", Keyed(PHRASE, MOST_FACETS), required=False),
    )
)
BELIEF = Fixed(
    (
        Key("statement", BOTH),
        Key("holds", TRUTH),
        Key("belief", BOTH, required=False),
        Key("reality", Listed(BOTH, 1, MOST_PARTS)),
    )
)
FACETS = Keyed(FACET, MOST_FACETS)

CATALOGUE = Fixed(
    (
        Key("name", SLUG),
        Key("version", WORD),
        Key("title", BOTH),
        Key("scale", Listed(LABEL, 5, 5)),
        Key("families", Keyed(FAMILY, MOST_FACETS), required=False),
        Key("facets", FACETS, required=False),
    )
)
ROLE = Fixed(
    (
        Key("name", LABEL),
        Key(
            "sections",
            Fixed(
                tuple(
                    Key(s, Listed(SENTENCE, int(s in NEEDED_SECTIONS), MOST_SENTENCES), required=s in NEEDED_SECTIONS)
                    for s in SECTIONS
                )
            ),
        ),
        Key("beliefs", Listed(BELIEF, 0, MOST_BELIEFS), required=False),
        Key("facets", FACETS, required=False),
    )
)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the two kinds of files in a pack, under ``$defs``: ``catalogue`` and ``role``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "careerfit pack: catalogue.yaml and roles/<slug>.yaml",
        "description": "careerfit check also sees that phrases stand in their sentences and that names are known.",
        "anyOf": [{"$ref": "#/$defs/catalogue"}, {"$ref": "#/$defs/role"}],
        "$defs": {"catalogue": CATALOGUE.json_schema(), "role": ROLE.json_schema()},
    }
