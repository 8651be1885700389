"""What `export.page` promises: nothing that a document says can become markup, script or a strange link."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.export.page import TEMPLATES, safe_json, safe_link, shell
from eventgraph.graph.words import visible

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
FORBIDDEN = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")


@given(JSON)
def test_json_is_ascii_without_markup_and_reads_back(value: object) -> None:
    """No character of it can end a script element or a line of script; its value is kept."""
    text = safe_json(value)
    assert text.isascii()
    assert not set("<>&\n") & set(text)
    assert json.loads(text) == value


def test_numbers_that_json_does_not_know_are_refused() -> None:
    """NaN is no JSON."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        safe_json(float("nan"))


@pytest.mark.parametrize("closing", ["</script>", "</SCRIPT >", "</Script"])
def test_a_script_cannot_close_its_own_element(closing: str) -> None:
    """Whatever a script holds, no closing tag is left in it."""
    made = shell(
        [f"const text = '{closing}';"], [f"a::after {{ content: '{closing.replace('cript', 'tyle')}' }}"]
    )
    assert not re.search("</script", made.scripts[0], re.IGNORECASE)
    assert not re.search("</style", made.styles[0], re.IGNORECASE)


def test_the_policy_names_each_script_and_style_by_its_hash() -> None:
    """The hash is that of the text as it stands in the page, with LF line ends; nothing else may run."""
    made = shell(["one\r\n", "two"], ["three"])
    assert made.scripts == ("one\n", "two")
    for text in (*made.scripts, *made.styles):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in made.policy
    assert "default-src 'none'" in made.policy
    assert "unsafe" not in made.policy


def test_a_page_without_scripts_allows_none() -> None:
    """No script means no script, not any."""
    assert "script-src 'none'" in shell([], ["a {}"]).policy


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" http://example.org ", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,hello", ""),
        ("file:///etc/passwd", ""),
        ("//example.org/a", ""),
        ("https:", ""),
        ("https://[broken", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, link: str) -> None:
    """Only http and https with a host, nothing else."""
    assert safe_link(url) == link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\tand\nlines", "plain\tand\nlines"),
        ("clerk\u2028in", "clerk[U+2028]in"),
        ("\u202eevil", "[U+202E]evil"),
        ("שלום", "שלום"),
        ("👮🏽", "👮🏽"),
    ],
)
def test_unseen_characters_are_written_out(text: str, shown: str) -> None:
    """Marks of direction and odd line ends can be seen; letters of any script stay."""
    assert visible(text) == shown


@pytest.mark.parametrize("path", sorted(p for p in TEMPLATES.rglob("*") if p.is_file()), ids=lambda p: p.name)
def test_templates_make_no_markup_out_of_text(path: Path) -> None:
    """No script or template of ours uses a way in which text becomes markup, or a style attribute."""
    text = path.read_text(encoding="utf-8")
    assert not [word for word in FORBIDDEN if word in text]
    assert not re.search(r"\|\s*safe\b", text)
    assert not re.search(r"<[^>]*\sstyle=", text)
    assert not re.search(r"<[^>]*\son[a-z]+=", text)
