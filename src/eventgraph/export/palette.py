"""The colours of every page: those of the page itself, and one for each kind of entity and event."""

from __future__ import annotations

from eventgraph.export.page import read_template
from eventgraph.schema import load_schema


def colours() -> str:
    """The style rules that name the colours and letters of a page, on white and on dark."""
    return f"{kind_colours()}\n{read_template('palette.css')}"


def kind_colours() -> str:
    """The style rules that give every kind of entity and event its colour, on white and on dark."""
    schema = load_schema()
    known = {name: (kind.colour, kind.dark) for name, kind in schema.entity.items()}
    known |= {f"event-{name}": (family.colour, family.dark) for name, family in schema.family.items()}
    light = "\n".join(f".kind-{name} {{ --kind: {on_white}; }}" for name, (on_white, _) in known.items())
    dark = "\n".join(f"  .kind-{name} {{ --kind: {on_dark}; }}" for name, (_, on_dark) in known.items())
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}"
