"""Work for processes to do, in a module that they can import."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def double(numbers: list[int]) -> list[int]:
    """Twice each number."""
    return [2 * number for number in numbers]


def die_once(paths: list[str]) -> list[str]:
    """Kill the process the first time, when a file is not there yet."""
    for path in paths:
        if path and not Path(path).exists():
            Path(path).touch()
            os._exit(1)
    return [f"{path} done" for path in paths]


def always_die(numbers: list[int]) -> list[int]:
    """Kill the process over the number three."""
    if 3 in numbers:
        os._exit(1)
    return numbers


def fail(numbers: list[int]) -> list[int]:
    """Raise over the number one."""
    if 1 in numbers:
        raise ValueError("one")
    return numbers


def interrupt_itself(numbers: list[int]) -> list[int]:
    """Send this process what Ctrl-C sends to all of a program's processes."""
    os.kill(os.getpid(), signal.SIGINT)
    return numbers
