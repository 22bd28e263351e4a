"""What Windows lacks and what it refuses, taken from a process on Linux; ``tests/windows.py`` runs the tests so.

The program, and it alone, finds neither the modules nor the names that Windows lacks, and is told that it runs there.
All of the process is refused what Windows refuses: to rename, replace or remove a file that is open here, whoever
opened it, or that is read-only; to open a folder; to make a file of a name that Windows forbids. The program can't sync
what is open for reading alone, nor write to what was opened without ``O_BINARY``, since line ends would change. Locks
belong to an open file, not to a process, as on Windows.
"""

from __future__ import annotations

import builtins
import ctypes
import errno
import fcntl
import os
import re
import shutil
import signal
import stat
import struct
import sys
import time
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType, SimpleNamespace
from typing import Any

ABSENT_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}
ABSENT = {
    "os": (
        "O_CLOEXEC O_DIRECTORY O_DSYNC O_NOCTTY O_NOFOLLOW O_NONBLOCK O_SYNC O_TMPFILE chown chroot confstr ctermid "
        "environb fchdir fchmod fchown fdatasync fork forkpty fwalk getegid geteuid getgid getgroups getloadavg "
        "getpgid getpgrp getpriority getresgid getresuid getsid getuid killpg lchown lockf major makedev minor mkfifo "
        "mknod nice openpty pathconf pipe2 posix_fadvise posix_fallocate posix_spawn pread preadv pwrite pwritev readv "
        "register_at_fork sched_getaffinity sched_yield sendfile setegid seteuid setgid setgroups setpgid setpgrp "
        "setpriority setsid setuid statvfs sync sysconf tcgetpgrp tcsetpgrp ttyname uname wait wait3 wait4 writev"
    ),
    "signal": (
        "SIGALRM SIGBUS SIGCHLD SIGCONT SIGHUP SIGIO SIGKILL SIGPIPE SIGPROF SIGQUIT SIGSTOP SIGTRAP SIGTSTP SIGTTIN "
        "SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ alarm getitimer pause pthread_kill "
        "pthread_sigmask setitimer siginterrupt sigpending sigwait"
    ),
    "sys": "abiflags",
    "time": "clock_getres clock_gettime clock_settime pthread_getcpuclockid tzset",
}
"""What Windows lacks, by module; as typeshed has it, less what nobody would use."""
BINARY = 1 << 29
"""What stands for Windows' ``O_BINARY`` here, where the system has no bit for it."""
FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$|^(CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³])(\.|$)', re.IGNORECASE)
IN_USE, DENIED = 32, 5
OWN_LOCKS = "hhqqi4x"
"""How the system is told of a lock that belongs to an open file."""


class View(ModuleType):
    """A module as the program sees it: without some of its names, and with others instead."""

    def __init__(self, real: ModuleType, instead: Mapping[str, object]) -> None:
        super().__init__(real.__name__)
        self._real, self._absent = real, frozenset(ABSENT.get(real.__name__, "").split())
        self.__dict__.update(instead)

    def __getattr__(self, name: str) -> Any:
        if name in self._absent:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self)
        return getattr(self._real, name)


# Descriptors ----------------------------------------------------------------------------------------------------------

_in_text_mode: set[int] = set()


def opened(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
    """``os.open``; what is opened without ``O_BINARY`` is noted."""
    descriptor = os.open(path, flags & ~BINARY, mode, dir_fd=dir_fd)
    (_in_text_mode.discard if flags & BINARY else _in_text_mode.add)(descriptor)
    return descriptor


def fdopened(descriptor: int, *args: Any, **kwargs: Any) -> Any:
    """``os.fdopen`` of what is not in text mode."""
    return os.fdopen(_in_binary(descriptor), *args, **kwargs)


def written(descriptor: int, data: bytes) -> int:
    """``os.write`` to what is not in text mode."""
    return os.write(_in_binary(descriptor), data)


def read(descriptor: int, most: int) -> bytes:
    """``os.read`` of what is not in text mode."""
    return os.read(_in_binary(descriptor), most)


def _in_binary(descriptor: int) -> int:
    assert descriptor not in _in_text_mode, "opened in text mode: Windows changes line ends, and stops at Ctrl-Z"
    return descriptor


def synced(file: Any) -> None:
    """``os.fsync`` of what may be written to."""
    descriptor = file if isinstance(file, int) else file.fileno()
    if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
        raise OSError(errno.EBADF, "Bad file descriptor")
    os.fsync(descriptor)


# Locks ----------------------------------------------------------------------------------------------------------------


def locking(descriptor: int, mode: int, count: int) -> None:
    """``msvcrt.locking``: so many bytes, from where the file would be read next; nobody takes them twice."""
    start = os.lseek(descriptor, 0, os.SEEK_CUR)
    is_held = f"{start} {start + count - 1}" in _held(descriptor)
    if (mode == MSVCRT.LK_UNLCK) != is_held:
        raise PermissionError(errno.EACCES, "Permission denied")
    kind = fcntl.F_UNLCK if mode == MSVCRT.LK_UNLCK else fcntl.F_WRLCK
    wish = struct.pack(OWN_LOCKS, kind, os.SEEK_SET, start, count, 0)
    try:
        fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wish)
    except BlockingIOError:
        raise PermissionError(errno.EACCES, "Permission denied") from None


def _held(descriptor: int) -> set[str]:
    """First and last byte of each stretch that an open file has locked."""
    with open(f"/proc/self/fdinfo/{descriptor}", encoding="ascii") as file:  # noqa: PTH123  # this is how it's read
        return {" ".join(line.split()[-2:]) for line in file if line.startswith("lock:")}


MSVCRT: Any = ModuleType("msvcrt")
MSVCRT.__dict__.update(LK_UNLCK=0, LK_LOCK=1, LK_NBLCK=2, LK_RLCK=3, LK_NBRLCK=4, locking=locking)
MSVCRT.get_osfhandle = int

KERNEL = SimpleNamespace(GetConsoleMode=lambda *_: 1, SetConsoleMode=lambda *_: 1)
"""A console that shows colours when it is asked to."""

VIEWS: Mapping[str, ModuleType] = {
    "ctypes": View(ctypes, {"windll": SimpleNamespace(kernel32=KERNEL)}),
    "os": View(
        os,
        {"name": "nt", "O_BINARY": BINARY, "open": opened, "fdopen": fdopened, "write": written, "read": read}
        | {"fsync": synced},
    ),
    "signal": View(signal, {"SIGBREAK": 21}),
    "sys": View(sys, {"platform": "win32"}),
    "time": View(time, {}),
    "msvcrt": MSVCRT,
}


# What the program imports ---------------------------------------------------------------------------------------------


def imported(
    name: str,
    globals: Mapping[str, object] | None = None,  # noqa: A002  # as Python calls them
    locals: Mapping[str, object] | None = None,  # noqa: A002  # likewise
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    """``__import__``, as a module of the program finds it."""
    top = name.partition(".")[0]
    if level == 0 and top in ABSENT_MODULES:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    if level == 0 and (name in VIEWS or (top in VIEWS and not fromlist)):
        return VIEWS[top]
    return builtins.__import__(name, globals, locals, fromlist or (), level)


BUILTINS = vars(builtins) | {"__import__": imported}


class Loader(SourceFileLoader):
    """Loads a module of the program."""

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__["__builtins__"] = BUILTINS
        super().exec_module(module)


class Finder:
    """Finds the modules of the program."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where a module stands, and what loads it."""
        if name.partition(".")[0] != "careerfit":
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = Loader(name, spec.origin)
        return spec


# What is refused ------------------------------------------------------------------------------------------------------


def refuse(event: str, args: tuple[Any, ...]) -> None:
    """Raise what Windows would, before the system does anything."""
    if event == "os.rename":
        source, target = _place(args[0], args[2]), _place(args[1], args[3])
        _refuse_what_is_in_use(source, IN_USE)
        _refuse_what_is_in_use(target, DENIED)
        _refuse_read_only(target)
        _refuse_name(target)
    elif event == "os.remove":
        place = _place(args[0], args[1])
        _refuse_what_is_in_use(place, IN_USE)
        _refuse_read_only(place)
    elif event == "os.mkdir":
        _refuse_name(_place(args[0], args[2]))
    elif event == "open" and not isinstance(args[0], int):
        if args[1] is None and args[2] & os.O_TMPFILE != os.O_TMPFILE:  # those are the test machinery's own
            _refuse_folder(_place(args[0]))
        if args[2] & os.O_CREAT:
            _refuse_name(_place(args[0]))


def _place(path: Any, folder: int = -1) -> str:
    """A path as text, from the root where it is given from an open folder."""
    text = os.fsdecode(path)
    return text if folder < 0 else f"{os.readlink(f'/proc/self/fd/{folder}')}/{text}"  # noqa: PTH115  # this is quick


def _status(place: str) -> os.stat_result | None:
    try:
        return os.lstat(place)
    except (OSError, ValueError):
        return None


def _denied(place: str, code: int) -> PermissionError:
    words = "The process cannot access the file because it is being used by another process"
    error = PermissionError(errno.EACCES, words if code == IN_USE else "Access is denied", place)
    error.winerror = code  # type: ignore[attr-defined, unused-ignore]  # as on Windows
    return error


def _refuse_what_is_in_use(place: str, code: int) -> None:
    status = _status(place)
    if status is None:
        return
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208  # this is quick
        other = _status(f"/proc/self/fd/{name}")
        if other is None:
            continue
        is_same = _is_same(status, int(name))
        is_within = stat.S_ISDIR(status.st_mode) and _is_within(place, int(name))
        if is_same or is_within:
            raise _denied(place, code if is_same else DENIED)


def _is_same(status: os.stat_result, descriptor: int) -> bool:
    try:
        return os.path.samestat(status, os.fstat(descriptor))
    except OSError:
        return False


def _is_within(place: str, descriptor: int) -> bool:
    try:
        return os.readlink(f"/proc/self/fd/{descriptor}").startswith(f"{os.path.realpath(place)}/")  # noqa: PTH115
    except OSError:
        return False


def _refuse_read_only(place: str) -> None:
    status = _status(place)
    if status is not None and stat.S_ISREG(status.st_mode) and not status.st_mode & stat.S_IWUSR:
        raise _denied(place, DENIED)


def _refuse_folder(place: str) -> None:
    status = _status(place)
    if status is not None and stat.S_ISDIR(status.st_mode):
        raise PermissionError(errno.EACCES, "Permission denied", place)


def _refuse_name(place: str) -> None:
    name = place.rstrip("/").rpartition("/")[2]
    if name not in (".", "..") and FORBIDDEN.search(name) and _status(place) is None:
        raise OSError(errno.EINVAL, "The filename, directory name, or volume label syntax is incorrect", place)


def install() -> None:
    """Make this process one on Windows, as far as that goes. The program must not have been imported."""
    if Finder in sys.meta_path:
        return
    assert not any(name.partition(".")[0] == "careerfit" for name in sys.modules)
    shutil._use_fd_functions = False  # type: ignore[attr-defined]  # noqa: SLF001  # there are none on Windows
    sys.meta_path.insert(0, Finder)  # type: ignore[arg-type]  # it has what is asked for
    sys.addaudithook(refuse)
