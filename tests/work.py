"""Work for processes to do, in a module that they can import."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def double(number: int) -> int:
    """Twice the number."""
    return 2 * number


def die_once(path: str) -> str:
    """Kill the process the first time, when the file is not there yet."""
    if path and not Path(path).exists():
        Path(path).touch()
        os._exit(1)
    return f"{path} done"


def always_die(number: int) -> int:
    """Kill the process over the number three."""
    if number == 3:
        os._exit(1)
    return number


def fail(number: int) -> int:
    """Raise over the number one."""
    if number == 1:
        raise ValueError("one")
    return number


def interrupt_itself(number: int) -> int:
    """Send this process what Ctrl-C sends to all of a program's processes."""
    os.kill(os.getpid(), signal.SIGINT)
    return number
