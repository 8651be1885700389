"""One Chromium for all browser tests, offline; a page that remembers what it must not do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from eventgraph.export.explorer import write_explorer
from eventgraph.model import Graph
from opened import WATCH, Open, Opened

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
        message = "NO CHROMIUM: the browser tests did not run; install the package chromium"
        if os.environ.get("EVENTGRAPH_NEED_BROWSER"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def open_explorer(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Write the explorer of a graph and open it from the disk, with the network off."""
    contexts: list[BrowserContext] = []

    def opened(
        graph: Graph,
        *,
        fragment: str = "",
        size: tuple[int, int] = DESKTOP,
        scheme: str = "light",
        full_text: bool = False,
    ) -> Opened:
        path = tmp_path / f"explorer{len(contexts)}.html"
        write_explorer(graph, path, full_text=full_text)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            offline=True,
        )
        contexts.append(context)
        context.set_default_timeout(5000)
        made = Opened(context.new_page())
        made.page.on("request", lambda request: made.requests.append(request.url))
        made.page.on("console", lambda message: made.complaints.append(message.text))
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        made.page.add_init_script(WATCH)
        made.page.goto(f"file://{path}{'#' + fragment if fragment else ''}")
        made.page.wait_for_function("globalThis.explorer && explorer.labels() !== null")
        return made

    yield opened
    for context in contexts:
        context.close()
