"""What the explorer weighs and how fast it answers, in headless Chromium, beside the bars it must meet.

    python tests/bench/explorer.py [NUMBER OF EVENTS ...]

The graphs are made up (tests/generated.py). "Ready" is the time from opening a page until it was drawn and
answers; beside it stands a bare vis-network page of the same nodes, edges and positions, measured in the same
run: only ratios of one run compare. Frames are counted while the mouse drags for two seconds. Chromium draws
in software, as it does on a machine without a graphics card.
"""

from __future__ import annotations

import gzip
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from eventgraph.export.explorer_data import explorer_data
from eventgraph.export.explorer_network import ExplorerNetwork, build_network
from eventgraph.export.explorer_page import engine, explorer_shell
from eventgraph.export.page import safe_json, shell
from generated import generated

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = (50, 500, 2_000, 10_000)
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
VIEWPORT = {"width": 1440, "height": 900}
SECONDS = 2.0
"""How long a drag lasts."""
PATIENCE = 300_000
"""Milliseconds that a page may take."""

BARE = """
const vis = shelf.require("vis-network");
const { DataSet } = shelf.require("vis-data/esnext/umd/vis-data.js");
const { nodes, edges } = JSON.parse(document.getElementById("data").textContent);
const data = { nodes: new DataSet(nodes), edges: new DataSet(edges) };
new vis.Network(document.getElementById("network"), data, {
  physics: { enabled: false }, layout: { improvedLayout: false }, edges: { smooth: false },
});
"""
SETTLED = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
    setTimeout(() => done(performance.now()), 0))))"""
TIMED = f"""async (act) => {{
    const start = performance.now();
    (0, eval)(act);
    return await {SETTLED} - start;
}}"""
COUNTING = """() => {
    globalThis.frames_ = [];
    const count = (now) => { frames_.push(now); requestAnimationFrame(count); };
    requestAnimationFrame(count);
}"""
FRAMES = """(since) => {
    const seen = frames_.filter((at) => at >= since);
    return seen.length > 1 ? (1000 * (seen.length - 1)) / (seen.at(-1) - seen[0]) : 0;
}"""
SWITCH = """document.querySelector('.chip.kind-event-enforcement, .chip[class*="kind-event-"]').click()"""
LANES = """explorer.timeline.lanesBy("type")"""


@dataclass(frozen=True)
class Row:
    """What was measured of one graph: bytes, milliseconds and frames a second."""

    events: int
    shell: int
    shell_packed: int
    data: float
    page_packed: int
    ready: float
    bare: float
    filter: float
    graph_frames: float
    timeline: float
    timeline_frames: float


COLUMNS: tuple[tuple[str, str, Callable[[Row], str]], ...] = (
    ("shell kB", "<= 500", lambda row: f"{row.shell / 1000:.0f}"),
    ("gzip kB", "<= 140", lambda row: f"{row.shell_packed / 1000:.0f}"),
    ("data kB/event", "<= 1.5", lambda row: f"{row.data / 1000:.2f}"),
    ("page gzip kB", "", lambda row: f"{row.page_packed / 1000:.0f}"),
    ("ready ms", "", lambda row: f"{row.ready:.0f}"),
    ("bare vis ms", "", lambda row: f"{row.bare:.0f}"),
    ("ratio", "<= 2 at 500", lambda row: f"{row.ready / row.bare:.1f}"),
    ("filter ms", "<= 100 at 500", lambda row: f"{row.filter:.0f}"),
    ("graph fps", ">= 30 at 500, >= 20 at 2,000", lambda row: f"{row.graph_frames:.0f}"),
    ("timeline ms", "<= 1000", lambda row: f"{row.timeline:.0f}"),
    ("timeline fps", ">= 30", lambda row: f"{row.timeline_frames:.0f}"),
)


def measure(browser: Browser, events: int, folder: Path) -> Row:
    """Write both pages of a graph of so many events and measure them."""
    graph = generated(events)
    network = build_network(graph)
    page_path, bare_path = folder / f"explorer{events}.html", folder / f"bare{events}.html"
    network.write_html(str(page_path))
    bare_path.write_text(bare_page(network), encoding="utf-8", newline="\n")
    made = explorer_shell()
    code = "".join((*made.scripts, *made.styles)).encode()
    rounds = 3 if events <= SIZES[1] else 1
    bare = statistics.median(ready(browser, bare_path) for _ in range(rounds))
    times = [ready(browser, page_path) for _ in range(rounds)]
    page = opened(browser, page_path)
    page.evaluate(COUNTING)
    timeline = page.evaluate(TIMED, LANES)
    timeline_frames = frames_while_dragging(page, "#timeline-lanes")
    graph_frames = frames_while_dragging(page, "#network")
    switching = min(page.evaluate(TIMED, SWITCH) for _ in range(2))
    page.context.close()
    return Row(
        events=events,
        shell=len(code),
        shell_packed=len(gzip.compress(code, 9)),
        data=len(safe_json(explorer_data(graph))) / events,
        page_packed=len(gzip.compress(page_path.read_bytes(), 9)),
        ready=statistics.median(times),
        bare=bare,
        filter=switching,
        graph_frames=graph_frames,
        timeline=timeline,
        timeline_frames=timeline_frames,
    )


def bare_page(network: ExplorerNetwork) -> str:
    """vis-network alone with the nodes, edges and positions of a graph, drawn with its own shapes."""
    payload = network.payload()
    made = shell(["\n".join(engine()), BARE], [])
    scripts = "\n".join(f"<script>{script}</script>" for script in made.scripts)
    return (
        '<!doctype html><meta charset="utf-8"><body style="margin:0">'
        '<div id="network" style="height:100vh"></div>'
        f'<script type="application/json" id="data">{safe_json(payload)}</script>{scripts}'
    )


def opened(browser: Browser, path: Path) -> Page:
    """A page of its own context, loaded and drawn."""
    page = browser.new_context(viewport=VIEWPORT, offline=True).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE)
    page.goto(f"file://{path}", wait_until="load", timeout=PATIENCE)
    page.evaluate(SETTLED)
    return page


def ready(browser: Browser, path: Path) -> float:
    """Milliseconds from opening until the page was drawn and answers."""
    page = browser.new_context(viewport=VIEWPORT, offline=True).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE)
    page.goto(f"file://{path}", wait_until="load", timeout=PATIENCE)
    taken: Any = page.evaluate(SETTLED)
    page.context.close()
    return float(taken)


def frames_while_dragging(page: Page, selector: str) -> float:
    """Frames a second while the mouse drags to and fro over an element."""
    box = page.locator(selector).bounding_box()
    if box is None:
        return 0.0
    across, down = box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.6
    page.mouse.move(across, down)
    page.mouse.down()
    start = page.evaluate("performance.now()")
    turn = 0
    while page.evaluate("performance.now()") - start < SECONDS * 1000:
        turn += 1
        page.mouse.move(across - 120 + 240 * (turn % 2), down + 20 * (turn % 2), steps=12)
    found: Any = page.evaluate(FRAMES, start)
    page.mouse.up()
    return float(found)


def print_table(rows: Sequence[Row]) -> None:
    """A line for each thing that was measured, a column for each size, the bar at the end."""
    print(f"{'events':14}" + "".join(f"{row.events:>10,}" for row in rows) + "   bar")
    for label, bar, shown in COLUMNS:
        print(f"{label:14}" + "".join(f"{shown(row):>10}" for row in rows) + f"   {bar}")


def main(sizes: Sequence[int]) -> None:
    """Measure graphs of these numbers of events and print the table."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (a tool of development)

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("no Chromium: install the package chromium")
    rows = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        for events in sizes:
            print(f"measuring {events:,} events ...", file=sys.stderr, flush=True)
            rows.append(measure(browser, events, Path(folder)))
        print(f"Chromium {browser.version}, {json.dumps(VIEWPORT)}")
        browser.close()
    print_table(rows)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
