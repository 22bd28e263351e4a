"""A pack whose texts are meant to be taken for something else."""

from __future__ import annotations

from careerfit.core.model import Pack
from careerfit.text import Text

STRANGE = {
    "script": "</script><script>alert(1)</script>",
    "comment": "<!-- <script> */ // --> {{ 7*7 }} {% x %}",
    "formula": '=HYPERLINK("http://example.com","x")',
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "reference": "${empati_1} dan `${1+1}`",
    "quotes": '"kata\'-nya" & \\ <b>',
    "hidden": "a\u202eb\u200b\u2028c\x07",
    "long": "panjang " * 400,
}
"""What it is → the text."""


def strange_pack(pack: Pack, name: str) -> Pack:
    """The pack with that text in every place that a form shows; items stay different from one another."""
    text = STRANGE[name]
    items = [item._replace(text=Text(f"{text} {n}", f"{text} {n}")) for n, item in enumerate(pack.items)]
    own = {item.key: item for item in items}
    facets = tuple(facet._replace(items=tuple(own[item.key] for item in facet.items)) for facet in pack.facets)
    return pack._replace(
        version=text,
        title=Text(text, text),
        scale=tuple(Text(text, text) for _ in pack.scale),
        items=tuple(items),
        item_by_key=own,
        facets=facets,
    )
