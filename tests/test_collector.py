"""The garbage collector rests and goes on as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from eventgraph.collector import resting


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """The collector on before each test and after it."""
    gc.enable()
    yield
    gc.enable()


def test_it_rests_and_goes_on() -> None:
    """It is off within and on again after, an error or not."""
    with resting():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="within"), resting():
        raise ValueError("within")
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    """Whoever has turned it off does not get it back on."""
    gc.disable()
    with resting():
        pass
    assert not gc.isenabled()
