"""Makes the generated pages of ``docs/``: the command line, the schema of ``graph.json``, the ontology.

python tests/documents.py            write them
python tests/documents.py --check    exit 1 if one of them is not what it should be
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

from eventgraph.cli import app
from eventgraph.graph.protect import protect
from eventgraph.graph.wire import json_schema
from eventgraph.model import Graph
from eventgraph.pipeline import BuildOptions, build
from ontology_page import ontology_page

DOCS = Path(__file__).parent.parent / "docs"
DATA = Path(__file__).parent.parent / "data"


def pages() -> dict[str, str]:
    """The generated pages by file name."""
    return {
        "cli.md": command_line(),
        "graph.schema.json": json.dumps(json_schema(), indent=1, sort_keys=True) + "\n",
        "ontology.md": ontology_page(sample()),
    }


@cache
def sample() -> Graph:
    """The graph of the sample articles, as it is shown."""
    with TemporaryDirectory() as folder:
        return protect(build([DATA], Path(folder), BuildOptions(jobs=1, title="Sample articles")))


def command_line() -> str:
    """The help of every command."""
    return "\n".join(["# The command line", "", "Made from `--help`.", "", *_helps()])


def _helps() -> Iterator[str]:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    runner = CliRunner()
    for name in ["", *group.commands]:
        arguments = [*name.split(), "--help"]
        printed = runner.invoke(app, arguments, prog_name="eventgraph", terminal_width=100).stdout
        yield f"## eventgraph {name}".rstrip()
        yield ""
        yield "```"
        yield from (line.rstrip() for line in printed.strip().splitlines())
        yield "```"
        yield ""


def stale() -> list[str]:
    """The pages that are not what they should be."""
    return [
        name
        for name, text in pages().items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != text
    ]


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(f"make docs: {', '.join(stale())}" if stale() else 0)
    for page, content in pages().items():
        (DOCS / page).write_text(content, encoding="utf-8", newline="\n")
