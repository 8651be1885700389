"""Fixtures for all tests: snapshots, and the language model where a test needs it."""

from __future__ import annotations

import pytest
from hypothesis import settings

from snapshotting import SNAPSHOTS, Snapshot

# No deadline: a busy machine is no fault. Derandomised: the same commit gives the same verdict.
settings.register_profile("eventgraph", deadline=None, derandomize=True)
settings.load_profile("eventgraph")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to take today's output for right."""
    parser.addoption("--snapshot-update", action="store_true", help="write the snapshots anew")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Compare a text with a file of ``tests/snapshots``; with --snapshot-update, write that file."""

    def compare(text: str, name: str) -> None:
        file = SNAPSHOTS / name
        if request.config.getoption("--snapshot-update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.exists(), f"no snapshot {name}; make it with: pytest --snapshot-update"
        assert text == file.read_text(encoding="utf-8")

    return compare
