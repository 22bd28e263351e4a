"""What came of a reality check, in the words that the interview and the reports share. It never changes a score."""

from __future__ import annotations

from careerfit.text import Text

TITLE = Text("Cek realita: {role}", "Reality check: {role}")
PROFILE_SAYS = Text("Kata profilnya", "What the profile says")
NO_SCORE = Text("Cek realita tidak mengubah skormu.", "The reality check does not change your score.")
_TRUE, _NOT_TRUE = Text("benar", "true"), Text("tidak benar", "not true")
_IS = Text("Ini {truth}.", "This is {truth}.")
_RIGHT = Text("Tepat, ini {truth}.", "Right, this is {truth}.")
_WRONG = Text("Kamu mengira ini {said}; sebenarnya {truth}.", "You thought this was {said}; in fact it is {truth}.")
_SUM = Text("{right} dari {of} jawabanmu sesuai dengan profilnya.", "{right} of your {of} answers match the profile.")
_NONE = Text("Semua pernyataan kamu lewati.", "You skipped all statements.")


def outcome(said: bool | None, holds: bool) -> Text:  # noqa: FBT001  # both are answers themselves
    """Whether a statement holds, and what was said to it (None: it was skipped)."""
    truth = _TRUE if holds else _NOT_TRUE
    if said is None:
        return _IS.fill(truth=truth)
    if said == holds:
        return _RIGHT.fill(truth=truth)
    return _WRONG.fill(said=_TRUE if said else _NOT_TRUE, truth=truth)


def total(right: int, answered: int) -> Text:
    """How many statements, of those that were not skipped, were judged as the profile does."""
    return _SUM.fill(right=right, of=answered) if answered else _NONE
