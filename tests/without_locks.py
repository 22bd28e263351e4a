"""A program on file systems that have no locks, as some network folders are: ``python -m tests.without_locks ERROR …``.

The system then answers every wish for a lock with that error, by a filter of system calls that the program inherits.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

CALLS = {"x86_64": (72, 73), "aarch64": (25, 32)}
"""Machine → the numbers of fcntl and flock."""
LOCKING = (5, 6, 7, 36, 37, 38)
"""What fcntl is asked to do about a lock, of the process or of an open file."""
LOAD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
NUMBER_AT, WISH_AT = 0, 24
ALLOW, REFUSE = 0x7FFF0000, 0x00050000
SET_NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER = 38, 22, 2


def take_locks_away(error: int) -> None:
    """Let the system refuse all locks to this process, and to those that it starts, from now on."""
    fcntl, flock = CALLS[platform.machine()]
    wishes = [_step(JUMP_IF_EQUAL, wish, len(LOCKING) - n) for n, wish in enumerate(LOCKING)]
    steps = [
        _step(LOAD, NUMBER_AT),
        _step(JUMP_IF_EQUAL, flock, len(wishes) + 3),
        _step(JUMP_IF_EQUAL, fcntl, 0, len(wishes) + 1),
        _step(LOAD, WISH_AT),
        *wishes,
        _step(RETURN, ALLOW),
        _step(RETURN, REFUSE | error),
    ]
    program = ctypes.create_string_buffer(b"".join(steps))
    described = ctypes.create_string_buffer(struct.pack("HL", len(steps), ctypes.addressof(program)))
    system = ctypes.CDLL(None, use_errno=True)
    for wish in ((SET_NO_NEW_PRIVILEGES, 1, 0), (SET_SECCOMP, FILTER, ctypes.byref(described))):
        if system.prctl(*wish, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    """One instruction of a filter; ``yes`` and ``no`` are how many to pass over."""
    return struct.pack("HBBI", code, yes, no, value)


if __name__ == "__main__":
    take_locks_away(getattr(errno, sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606  # what it is told to run
