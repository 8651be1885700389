"""One Chromium for all browser tests, offline; a page that remembers what it must not do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from eventgraph.export.explorer import write_explorer
from eventgraph.export.timeline_page import write_timeline_page
from eventgraph.model import Graph
from opened import WATCH, Open, Opened, until
from packages import missing, npm_packages

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
DESKTOP = (1280, 800)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a network; without Chromium the test is skipped, or fails where one must be."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        missing("NO CHROMIUM: the browser tests did not run; install the package chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def open_file(browser: Browser) -> Iterator[Open]:
    """Open a file from the disk, with the network off, and with ``script=False`` without scripts.

    ``scheme`` is "light" or "dark", with "forced" before it where the system gives the colours;
    ``patience`` is how many milliseconds anything may take.
    """
    contexts: list[BrowserContext] = []

    def opened(
        path: Path,
        *,
        fragment: str = "",
        size: tuple[int, int] = DESKTOP,
        scheme: str = "light",
        script: bool = True,
        patience: float = 20_000,
    ) -> Opened:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme.endswith("dark") else "light",
            reduced_motion="reduce",
            forced_colors="active" if scheme.startswith("forced") else "none",
            offline=True,
            java_script_enabled=script,
        )
        contexts.append(context)
        context.set_default_timeout(patience)
        made = Opened(context.new_page())
        made.page.on("request", lambda request: made.requests.append(request.url))
        made.page.on("console", lambda message: made.complaints.append(message.text))
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        made.page.add_init_script(WATCH)
        made.page.goto(f"file://{path}{'#' + fragment if fragment else ''}")
        return made

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def open_explorer(open_file: Open, tmp_path: Path) -> Open:
    """Write the explorer of a graph and open it."""

    def opened(
        graph: Graph,
        *,
        fragment: str = "",
        size: tuple[int, int] = DESKTOP,
        scheme: str = "light",
        full_text: bool = False,
    ) -> Opened:
        path = tmp_path / f"explorer{len([*tmp_path.iterdir()])}.html"
        write_explorer(graph, path, full_text=full_text)
        made = open_file(path, fragment=fragment, size=size, scheme=scheme)
        until(made.page, "globalThis.explorer && explorer.labels() !== null")
        return made

    return opened


@pytest.fixture
def open_timeline(open_file: Open, tmp_path: Path) -> Open:
    """Write ``timeline.html`` of a graph and open it."""

    def opened(graph: Graph, **how: object) -> Opened:
        path = tmp_path / f"timeline{len([*tmp_path.iterdir()])}.html"
        write_timeline_page(graph, path)
        return open_file(path, **how)

    return opened


@pytest.fixture(scope="session")
def packages() -> Path:
    """The folder of npm packages."""
    return npm_packages()
