"""The small scripts and styles of the explorer come from those that people write, and from nothing else."""

from __future__ import annotations

import pytest

from eventgraph.export.page import TEMPLATES, read_template
from packages import npm_packages
from small_shell import STYLES, modules, small_files


@pytest.mark.parametrize("name", ["explorer.min.js", "explorer.min.css"])
def test_the_small_files_are_made_of_the_sources(name: str) -> None:
    """Byte for byte what the locked tools make of them."""
    npm_packages()
    assert read_template(name) == small_files()[name], "the sources have changed: run make shell"


def test_every_source_is_in_them() -> None:
    """No script and no style sheet lies there that the page does not carry."""
    assert len([*modules()]) == len([*(TEMPLATES / "explorer").glob("*.js")])
    sheets = {f"explorer/{path.name}" for path in (TEMPLATES / "explorer").glob("*.css")}
    assert set(STYLES) == {"palette.css", *sheets}


def test_a_script_comes_after_those_it_asks_for() -> None:
    """And each comes once."""
    named = [module.split('"')[1] for module in modules()]
    assert len(named) == len(set(named))
    assert named.index("./page") < named.index("./state") < named.index("./filter")
    assert named[-1] == "./main"
