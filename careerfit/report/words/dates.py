"""Moments as people read them, in their own time zone."""

from __future__ import annotations

from datetime import datetime, tzinfo

from careerfit.text import Lang, Text

_MONTHS = (
    Text("Jan", "Jan"),
    Text("Feb", "Feb"),
    Text("Mar", "Mar"),
    Text("Apr", "Apr"),
    Text("Mei", "May"),
    Text("Jun", "Jun"),
    Text("Jul", "Jul"),
    Text("Agu", "Aug"),
    Text("Sep", "Sep"),
    Text("Okt", "Oct"),
    Text("Nov", "Nov"),
    Text("Des", "Dec"),
)


def local(moment: datetime, lang: Lang, zone: tzinfo | None = None) -> str:
    """Day and time ("1 Okt 2025 pukul 14.15"), in the computer's time zone unless another is given."""
    there = moment.astimezone(zone)
    day = f"{there.day} {_MONTHS[there.month - 1].pick(lang)} {there.year}"
    return f"{day} pukul {there:%H.%M}" if lang == "id" else f"{day}, {there:%H:%M}"
