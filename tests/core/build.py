"""Small packs made by hand: roles as rows of relevances, with sentences, items and families to match."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256

from careerfit.core.model import Answers, Evidence, Facet, Item, Kind, Pack, Role, Sentence
from careerfit.core.relevance import build_pack
from careerfit.text import Text

SCALE = tuple(Text(f"pilihan {n}", f"choice {n}") for n in range(1, 6))
PAIR = (1, -1)
"""One positive and one reversed item."""


def facet(key: str, kind: Kind = "trait", family: str = "", keys: Sequence[int] = PAIR) -> Facet:
    """A facet with an item for each of ``keys``; its family is its own unless another is named."""
    items = tuple(
        Item(f"{key}-{n}", key, keyed, Text(f"Saya {key} {n}.", f"I {key} {n}."))
        for n, keyed in enumerate(keys, start=1)
    )
    return Facet(key, kind, family or key, Text(key.title(), key.upper()), Text(f"me-{key}", f"do-{key}"), items)


def sentence(slug: str, section: str, one: Facet, relevance: float) -> Sentence:
    """One sentence that ties one facet to a role with that relevance."""
    quote = Text(f"{section}: {slug} butuh {one.key} setiap hari.", f"{section}: {slug} needs {one.key} every day.")
    phrase = Text(f"butuh {one.key}", f"needs {one.key}")
    return Sentence(section, quote, (Evidence(one.key, section, quote, phrase, relevance),))


def role(slug: str, facets: Sequence[Facet], row: Sequence[float], against: Collection[str] = ()) -> Role:
    """A role that asks for facets as ``row`` says; those in ``against`` are named by its tidak cocok sentences."""
    sentences = [
        sentence(slug, "tidak_cocok" if one.key in against else "cocok" if relevance == 1 else "duties", one, relevance)
        for one, relevance in zip(facets, row, strict=True)
        if relevance
    ]
    return Role(slug, Text(slug.title(), slug.upper()), tuple(sentences))


def pack_of(
    facets: Sequence[Facet],
    rows: Mapping[str, Sequence[float]],
    against: Mapping[str, Collection[str]] | None = None,
    fingerprint: str | None = None,
) -> Pack:
    """A pack of these facets, and of roles with these rows of relevances; its fingerprint stands for both."""
    roles = [role(slug, facets, row, (against or {}).get(slug, ())) for slug, row in rows.items()]
    families = {one.family: Text(f"Keluarga {one.family}", f"Family {one.family}") for one in facets}
    return build_pack(
        name="kecil",
        version="1",
        title=Text("Kecil", "Small"),
        fingerprint=sha256(repr((facets, roles)).encode()).hexdigest()[:16] if fingerprint is None else fingerprint,
        scale=SCALE,
        families=families,
        facets=facets,
        roles=roles,
    )


def two_apart() -> Pack:
    """Two roles with a facet of two items each: a step of one facet moves the gap by 50 points of x."""
    return pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (0, 1)})


def three_of_a_field() -> Pack:
    """Three roles with a shared facet and one each."""
    facets = [facet("umum"), facet("a"), facet("b"), facet("c")]
    return pack_of(facets, {"p": (1, 1, 0, 0), "q": (1, 0, 1, 0), "r": (1, 0, 0, 1)})


def strengths(pack: Pack, values: Mapping[str, int]) -> Answers:
    """The answers of someone whose facets are as strong as this, 1 to 5, in all their items."""
    return Answers(
        {
            item.key: values[item.facet] if item.keyed > 0 else 6 - values[item.facet]
            for item in pack.items
            if item.facet in values
        }
    )
