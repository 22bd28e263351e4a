"""What came of a reality check, in the words that the interview and the reports share. It never changes a score."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core.model import Role
from careerfit.text import Text

TITLE = Text("Cek realita: {role}", "Reality check: {role}")
PROFILE_SAYS = Text("Kata profilnya", "What the profile says")
NO_SCORE = Text("Cek realita tidak mengubah skormu.", "The reality check does not change your score.")
_TRUE, _NOT_TRUE = Text("benar", "true"), Text("tidak benar", "not true")
_IS = Text("Ini {truth}.", "This is {truth}.")
_RIGHT = Text("Tepat, ini {truth}.", "Right, this is {truth}.")
_WRONG = Text("Kamu mengira ini {said}; sebenarnya {truth}.", "You thought this was {said}; in fact it is {truth}.")
_SUM = Text(
    "{right} dari {of} jawabanmu sesuai dengan profilnya.",
    "Your answers match the profile on {right} of {of} statement{of_s}.",
)
_SKIPPED = Text("Semua pernyataan kamu lewati.", "You skipped all statements.")
_NONE = Text("Profil ini tidak menyebut anggapan keliru apa pun.", "This profile mentions no misconceptions.")


def outcome(said: bool | None, holds: bool) -> Text:  # noqa: FBT001  # both are answers themselves
    """Whether a statement holds, and what was said to it (None: it was skipped)."""
    truth = _TRUE if holds else _NOT_TRUE
    if said is None:
        return _IS.fill(truth=truth)
    if said == holds:
        return _RIGHT.fill(truth=truth)
    return _WRONG.fill(said=_TRUE if said else _NOT_TRUE, truth=truth)


def counted(role: Role, believed: Sequence[bool | None]) -> tuple[int, int]:
    """How many of a role's statements were judged as the profile does, and how many were answered.

    ``believed`` holds, in the order of the role's beliefs, true, not true, or None for what was skipped; missing ones
    count as skipped.
    """
    found = [said == belief.holds for belief, said in zip(role.beliefs, believed, strict=False) if said is not None]
    return sum(found), len(found)


def total(role: Role, believed: Sequence[bool | None]) -> Text:
    """What was ``believed`` in sum: how many of the answers are as the profile says, or why there are none."""
    right, answered = counted(role, believed)
    if answered:
        return _SUM.fill(right=right, of=answered)
    return _SKIPPED if role.beliefs else _NONE
