"""How the files of a pack are named, and how much of anything a pack or an answers file may hold."""

from __future__ import annotations

import re

CATALOGUE_FILE = "catalogue.yaml"
ROLES_FOLDER = "roles"
NORMS_FILE, MEASURED_FILE = "norms.yaml", "measured.yaml"
SUFFIX = ".yaml"
LOOKALIKES = (".yml", ".yaml")
"""What a file ends in that was meant to be read."""
OLD = ".lama"
"""What the name of a file ends in that was written anew; from the second time on with a hyphen and a number."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What names a role, a facet, a family or an item."""

MOST_BYTES = 1 << 20
"""So many bytes one file of a pack, or of answers, may hold."""
MOST_LEVELS = 20
"""A value of YAML stands in at most so many lists and mappings, one in the other."""
MOST_NODES = 50_000
"""So many values, keys, lists and mappings one YAML file may hold."""
MOST_FAULTS = 1000
"""Nobody mends more at once; whoever makes a pack of a million faults shall not fill the memory with them."""
MOST_KEYS = 5_000
"""So many keys a file of answers may hold: far more than the items and facets of any pack."""

LEAST_ROLES, MOST_ROLES = 2, 50
MOST_PEOPLE = 1_000_000_000
"""Of so many real people a reference group, or measured constants, are at most."""
MOST_FACETS = 300
MOST_ITEMS = 1000
MOST_SENTENCES = 200
"""So many sentences one section of a profile may hold."""
MOST_BELIEFS = 50
MOST_PARTS = 10
"""Each part of a profile that a belief quotes is looked for in all its expectations."""
MOST_MARKS = 30
"""So many combining marks in a row Unicode calls safe; more of them overdraw their neighbours and take long to sort."""

MOST_WORDS = 15
"""An item of more words than this is warned of."""
LONGEST_LABEL, LONGEST_NAME, LONGEST_DOING = 24, 34, 64
"""How many characters of a scale label, a name and a duel option a narrow screen fits: longer ones are warned of."""
NEAR = 0.5
"""A family is barely shared, or barely not, within this much of the threshold: one relevance more or less decides."""


def slug_of(name: str) -> str:
    """The slug of the role in the file of that name, which is the name's stem."""
    return name.rpartition("/")[2].removesuffix(SUFFIX)
