"""The npm packages of the tests: where they are, and what it means that they are not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PACKAGES = Path(__file__).parent / "browser" / "node_modules"


def missing(message: str) -> None:
    """Skip the test for want of something, or fail where it must be there."""
    if os.environ.get("EVENTGRAPH_NEED_BROWSER"):
        pytest.fail(message)
    pytest.skip(message)


def npm_packages() -> Path:
    """The folder of npm packages that ``npm ci`` in ``tests/browser`` makes, as ``make test`` does."""
    if not PACKAGES.is_dir():
        missing("NO NPM PACKAGES: run npm ci in tests/browser")
    return PACKAGES
