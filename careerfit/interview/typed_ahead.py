"""What was typed at a terminal before it was asked for: nobody can have meant it as an answer to what came after."""

from __future__ import annotations

import sys
from typing import TextIO

if sys.platform == "win32":
    import msvcrt

    def drop_typed_ahead(source: TextIO) -> bool:  # noqa: ARG001  # as elsewhere
        """Drop what the console holds already; was there anything?"""
        dropped = False
        while msvcrt.kbhit():
            msvcrt.getwch()
            dropped = True
        return dropped

else:
    import select
    import termios

    def drop_typed_ahead(source: TextIO) -> bool:
        """Drop what the terminal holds already, begun lines too; was there a whole line?"""
        try:
            dropped = bool(select.select([source], [], [], 0)[0])
            termios.tcflush(source, termios.TCIFLUSH)
        except (OSError, ValueError, termios.error):  # the terminal has gone, which reading from it tells
            return False
        return dropped
