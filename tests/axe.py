"""axe-core over a page: what it finds against WCAG 2.2 A and AA."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async (rules) => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: rules } });
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html.slice(0, 99)));
}"""


def violations(page: Any) -> list[str]:  # noqa: ANN401 (of playwright)
    """The rules that the page breaks, with the element that does."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, list(RULES))
    return found
