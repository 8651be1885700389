"""Makes the scripts and styles that the explorer carries out of those that people write: the same, but small.

python tests/small_shell.py            write templates/explorer.min.js and templates/explorer.min.css

The tools are npm packages, pinned in ``tests/browser``. The program itself needs none of this.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator

from eventgraph.export.explorer_page import on_shelf
from eventgraph.export.page import TEMPLATES, read_template
from packages import PACKAGES

ASKED_FOR = re.compile(r'require\("\./(\w+)"\)')
START = 'shelf.require("./main");'
STYLES = (
    *("palette.css", "explorer/page.css", "explorer/chronicle.css", "explorer/panel.css"),
    *("explorer/workbench.css", "explorer/toolbar.css", "explorer/table.css"),
    *("explorer/timeline.css", "explorer/print.css", "explorer/forced.css"),
)
"""The style sheets, in the order in which the later ones prevail."""


def modules(name: str = "main", known: set[str] | None = None) -> Iterator[str]:
    """A script of ours as it is put on the shelf, after those that it asks for, each once."""
    known = set() if known is None else known
    if name in known:
        return
    known.add(name)
    code = read_template(f"explorer/{name}.js")
    for asked in ASKED_FOR.findall(code):
        yield from modules(asked, known)
    yield on_shelf(f"./{name}", code)


def script() -> str:
    """All our scripts, and what starts them."""
    return "\n".join([*modules(), START])


def style() -> str:
    """Our style sheets, one after the other."""
    return "\n".join(map(read_template, STYLES))


def small_files() -> dict[str, str]:
    """The files as they must be, by their names below ``templates/``. It takes node and the npm packages."""
    command = [shutil.which("node") or "node", str(PACKAGES.parent / "small.mjs")]
    given = json.dumps({"script": script(), "style": style()})
    done = subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    made = json.loads(done.stdout)
    return {"explorer.min.js": made["script"] + "\n", "explorer.min.css": made["style"] + "\n"}


if __name__ == "__main__":
    for name, content in small_files().items():
        (TEMPLATES / name).write_text(content, encoding="utf-8", newline="\n")
