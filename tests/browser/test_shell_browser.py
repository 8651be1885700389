"""What the explorer carries in place of something else does the same: small styles, and two stand-ins."""

from __future__ import annotations

import re

import pytest

from eventgraph.export.page import read_template
from opened import Open
from samples import SAMPLE
from small_shell import style

pytestmark = pytest.mark.browser

RULES = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const told = (rule) => rule.conditionText === undefined ? [rule.cssText]
        : ["@" + rule.conditionText, ...[...rule.cssRules].flatMap(told)];
    return [...sheet.cssRules].flatMap(told);
}"""
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def test_the_small_style_says_the_same(open_explorer: Open) -> None:
    """Rule for rule, as the browser reads them; spaces behind commas apart."""
    page = open_explorer(SAMPLE).page
    large, small = (page.evaluate(RULES, css) for css in (style(), read_template("explorer.min.css")))
    assert [rule.replace(", ", ",") for rule in small] == [rule.replace(", ", ",") for rule in large]
    assert len(large) > 400


def test_what_has_no_id_gets_one_of_its_own(open_explorer: Open) -> None:
    """As vis-data asks uuid for it, in a file that lies on the disk."""
    made = open_explorer(SAMPLE).page.evaluate(
        """() => {
            const { DataSet } = shelf.require("vis-data/esnext/umd/vis-data.js");
            return new DataSet([{}, {}, {}]).getIds();
        }"""
    )
    assert len(set(made)) == 3
    assert all(UUID.fullmatch(name) for name in made)


def test_the_keys_of_vis_network_say_that_they_are_not_there(open_explorer: Open) -> None:
    """Whoever switches them on learns why nothing happens."""
    tried = """() => {
        try { shelf.require("keycharm")({}); } catch (error) { return error.message; }
    }"""
    assert open_explorer(SAMPLE).page.evaluate(tried) == "the keys of vis-network are not in this page"
