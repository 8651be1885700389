"""The word lists, as TOML that a person can read and extend; this loads them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from eventgraph.errors import ConfigError


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The tables of ``lexicon/NAME.toml`` (``events/justice`` for a file in a folder).

    ConfigError where there is no such file or it is not TOML.
    """
    file = resources.files("eventgraph").joinpath("lexicon", *f"{name}.toml".split("/"))
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"lexicon/{name}.toml: {error}") from error
