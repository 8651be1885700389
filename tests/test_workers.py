"""Mapping over items in processes that may die."""

from __future__ import annotations

import multiprocessing
import signal
from pathlib import Path

import pytest

from eventgraph.workers import Lost, _serve, map_in_processes
from work import always_die, die_once, double, fail, interrupt_itself


def test_every_item_is_worked_on_once() -> None:
    """All results come, each with the number of its item."""
    assert sorted(map_in_processes(double, range(20), jobs=2)) == [(n, 2 * n) for n in range(20)]


def test_nothing_to_do_starts_nothing() -> None:
    """No items give no results."""
    assert list(map_in_processes(double, [], jobs=2)) == []


def test_items_of_a_dead_process_are_tried_once_more(tmp_path: Path) -> None:
    """A process that dies costs no result if the second try works."""
    items = [str(tmp_path / "mark"), "", ""]
    results = dict(map_in_processes(die_once, items, jobs=1))
    assert results == {number: f"{item} done" for number, item in enumerate(items)}


def test_an_item_that_kills_twice_is_lost_alone() -> None:
    """Only the deadly item is lost; those that stood beside it are worked on."""
    results = dict(map_in_processes(always_die, range(6), jobs=2))
    assert results == {0: 0, 1: 1, 2: 2, 3: Lost(3), 4: 4, 5: 5}


def test_an_exception_ends_the_map() -> None:
    """What the function raises is raised here."""
    with pytest.raises(ValueError, match="one"):
        list(map_in_processes(fail, range(3), jobs=1))


def test_processes_leave_ctrl_c_to_the_one_that_started_them() -> None:
    """The interrupt that a terminal sends to all of them ends none; here it works as before."""
    before = signal.getsignal(signal.SIGINT)
    assert dict(map_in_processes(interrupt_itself, range(3), jobs=1)) == {0: 0, 1: 1, 2: 2}
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("chunks", [[], [[1, 2]]], ids=["while it waits", "while it works"])
def test_a_process_ends_quietly_when_nobody_is_left(chunks: list[list[int]]) -> None:
    """When the one that started it was killed, a process ends without a word."""
    ours, theirs = multiprocessing.Pipe()
    for chunk in chunks:
        ours.send(chunk)
    ours.close()
    _serve(theirs, double)
