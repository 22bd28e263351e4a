"""What a person calls a role → the role."""

from __future__ import annotations

from difflib import SequenceMatcher

from careerfit.core.model import Pack, Role
from careerfit.core.role_names import names_of, plain, roles_called
from careerfit.errors import DID_YOU_MEAN, UsageError
from careerfit.text import Text

AMBIGUOUS = Text("'{words}' cocok dengan beberapa peran: {slugs}.", "'{words}' could be any of these roles: {slugs}.")
UNKNOWN = Text("Tidak ada peran '{words}'. {hint}", "There is no role '{words}'. {hint}")
THERE_ARE = Text("Yang ada: {slugs}.", "There are: {slugs}.")
CLOSE = 0.6
"""From this likeness on (0 to 1), a name is suggested."""


def find_role(pack: Pack, words: str) -> Role:
    """The role that is meant: its slug, its name in either language, or a unique beginning or part of one of them.

    Raises ``UsageError``, with the candidates where there are several, or the closest where there is none.
    """
    for found in roles_called(pack, words):
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(AMBIGUOUS.fill(words=words, slugs=", ".join(role.slug for role in found)))
    slug, likeness = max(((role.slug, _likeness(plain(words), role)) for role in pack.roles), key=lambda pair: pair[1])
    hint = DID_YOU_MEAN.fill(word=slug) if likeness >= CLOSE else THERE_ARE.fill(slugs=", ".join(pack.role_index))
    raise UsageError(UNKNOWN.fill(words=words, hint=hint))


def _likeness(wanted: str, role: Role) -> float:
    """How like a role's names, their beginnings or their single words the text is, from 0 to 1."""
    wanted = wanted[:200]
    tried = {part for name in names_of(role) for part in (name, name[: len(wanted) + 1], *name.split("-"))}
    return max(SequenceMatcher(None, wanted, part).ratio() for part in tried if part)
