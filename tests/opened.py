"""A page that was opened in a browser, for the tests that click what a person clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


KEEP_COPIED = """() => {
  globalThis.copied = undefined;
  navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };
}"""
"""The clipboard is the browser's, and shut to pages that it takes for hidden; what is put on it is ours."""

WATCH = """
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  violations.push(event.violatedDirective + " " + event.blockedURI));
"""
"""Remembers what the Content-Security-Policy refused; it runs before the page does."""


PICTURES = """() => new Promise((seen) => {
  requestAnimationFrame(() => requestAnimationFrame(seen));
})"""
"""Waits for two pictures: what was asked for before is drawn in the first."""

UNTIL = """async ([holds, given]) => {
  const end = performance.now() + 20000;
  while (!HOLDS) {
    if (performance.now() > end) throw new Error("waited in vain for " + holds);
    await new Promise((next) => setTimeout(next, 20));
  }
}"""


def until(page: Page, holds: str, given: object = None) -> None:
    """Wait until a condition holds: an expression, or a function of what is given.

    The page's policy forbids playwright's own way, which compiles the condition again and again.
    """
    condition = f"({holds})(given)" if holds.startswith("(") else f"({holds})"
    page.evaluate(UNTIL.replace("HOLDS", condition), [holds, given])


@dataclass
class Opened:
    """A page that was opened, with all that it asked for and complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def violations(self) -> list[str]:
        """What the Content-Security-Policy refused."""
        return list(self.page.evaluate("violations"))

    @property
    def fragment(self) -> str:
        """What the address selects: the part behind "#" and before the filters."""
        return str(self.page.evaluate("decodeURIComponent(location.hash.slice(1).split('?')[0])"))

    @property
    def filters(self) -> str:
        """The part of the address that holds the filters, once it has been written."""
        self.page.wait_for_timeout(220)
        return str(self.page.evaluate("decodeURIComponent(location.hash.slice(1).split('?')[1] || '')"))

    @property
    def heading(self) -> str:
        """What the panel is about."""
        return self.page.inner_text("#panel h2")

    def see(self) -> None:
        """Wait until what was done last is drawn: nobody clicks what was not yet to be seen."""
        self.page.evaluate(PICTURES)

    def click_node(self, node: str) -> None:
        """Click where a node stands in the graph, as a person would."""
        self.see()
        at = self.page.evaluate(
            """(id) => {
                const at = explorer.position(id);
                const box = document.getElementById("network").getBoundingClientRect();
                return [at.x + box.left, at.y + box.top];
            }""",
            node,
        )
        self.page.mouse.click(*at)

    def click_between(self, one: str, other: str) -> None:
        """Click the middle of the line between two nodes."""
        self.see()
        at = self.page.evaluate(
            """([one, other]) => {
                const at = explorer.middleOf(one, other);
                const box = document.getElementById("network").getBoundingClientRect();
                return [at.x + box.left, at.y + box.top];
            }""",
            [one, other],
        )
        self.page.mouse.click(*at)

    def visible(self) -> set[str]:
        """The nodes that are in the picture."""
        return set(self.page.evaluate("explorer.visible()"))

    def where(self, node: str) -> tuple[float, float]:
        """Where a node stands in the window, in pixels."""
        x, y = self.page.evaluate(
            """(id) => {
                const at = explorer.position(id);
                const box = document.getElementById("network").getBoundingClientRect();
                return [at.x + box.left, at.y + box.top];
            }""",
            node,
        )
        return x, y


Open = Callable[..., Opened]
"""Called with a graph and, if wanted, ``fragment``, ``size``, ``scheme`` and ``full_text``."""
