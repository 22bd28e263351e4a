"""What a role may be called: its slug, its name in either language, or a unique beginning or part of one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerfit.core.model import Pack, Role


def roles_called(pack: Pack, words: str) -> Iterator[list[Role]]:
    """The roles that these words may mean, from the strictest way of matching to the loosest; no words mean none."""
    wanted = plain(words)
    if not wanted:
        return
    yield [role for role in pack.roles if wanted in names_of(role)]
    yield [role for role in pack.roles if any(name.startswith(wanted) for name in names_of(role))]
    yield [role for role in pack.roles if any(wanted in name for name in names_of(role))]


def short_name(pack: Pack, slug: str) -> str:
    """The shortest beginning of a role's slug, in whole words, that means this role and no other one."""
    words = slug.split("-")
    begun = ("-".join(words[:n]) for n in range(1, len(words)))
    others = [name for role in pack.roles if role.slug != slug for name in names_of(role)]
    return next((one for one in begun if one and not any(name.startswith(one) for name in others)), slug)


def names_of(role: Role) -> tuple[str, str, str]:
    """A role's slug and its names in both languages, each as ``plain`` makes it."""
    return role.slug, plain(role.name.id), plain(role.name.en)


def plain(words: str) -> str:
    """Words without difference of case, and of blanks, underscores and hyphens."""
    return re.sub(r"[ _-]+", "-", words.casefold()).strip("-")
