"""What makes one HTML file that is safe to open: escaped data, hashed scripts, no request to anywhere.

Text from documents is hostile. It enters a page in two ways only: through a template with autoescape,
or as JSON in an ``application/json`` block that scripts read and show with ``textContent``. Scripts and
styles are our own or vendored; the Content-Security-Policy names each by its hash and allows no other.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from eventgraph.graph.words import visible

TEMPLATES = Path(__file__).parent / "templates"

ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
CLOSING_SCRIPT = re.compile("</(?=script)", re.IGNORECASE)
CLOSING_STYLE = re.compile("</(?=style)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shell:
    """The scripts and styles of a page, each the exact text between its tags."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]

    @property
    def policy(self) -> str:
        """The Content-Security-Policy that allows these scripts and styles and nothing else."""
        return "; ".join(
            [
                "default-src 'none'",
                f"script-src {sources(self.scripts)}",
                f"style-src {sources(self.styles)}",
                "img-src data: blob:",
                "base-uri 'none'",
                "form-action 'none'",
            ]
        )


def shell(scripts: Sequence[str], styles: Sequence[str]) -> Shell:
    """Scripts and styles made ready to stand inline: no text of theirs can close its own element.

    Line ends become LF, as browsers read them, so that the hashes hold.
    """
    return Shell(
        tuple(CLOSING_SCRIPT.sub(r"<\/", unix_lines(text)) for text in scripts),
        tuple(CLOSING_STYLE.sub(r"<\/", unix_lines(text)) for text in styles),
    )


def unix_lines(text: str) -> str:
    """The text with LF for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def sources(texts: Sequence[str]) -> str:
    """The sources that a policy allows: these texts by their hashes, or none."""
    return " ".join(map(source_hash, texts)) or "'none'"


def source_hash(text: str) -> str:
    """A script or style as a Content-Security-Policy names it: ``'sha256-...'``."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def safe_json(value: object) -> str:
    """JSON that can stand in an HTML script element: ASCII, sorted keys, no ``<``, ``>`` or ``&``.

    ValueError for numbers that JSON does not know (NaN, infinity).
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"), sort_keys=True)
    for character, escape in ESCAPES.items():
        text = text.replace(character, escape)
    return text


def safe_link(url: str) -> str:
    """The URL if it is http or https with a host, else "": nothing else may become a link."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.hostname else ""


def environment() -> Environment:
    """Jinja with autoescape always on; an unknown name in a template is an error, not an empty string."""
    made = Environment(
        loader=PackageLoader("eventgraph", "export/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["visible"] = visible
    made.filters["safe_link"] = safe_link
    return made


def render_page(template: str, shell_: Shell, data: Mapping[str, object], **words: object) -> str:
    """The page of a template: ``policy``, ``scripts``, ``styles`` and ``data`` blocks are given to it ready.

    ``data`` maps the id of a JSON block to its value; ``words`` are shown through autoescape.
    """
    return (
        environment()
        .get_template(template)
        .render(
            policy=shell_.policy,
            scripts=[Markup(text) for text in shell_.scripts],  # noqa: S704 (our own and vendored code)
            styles=[Markup(text) for text in shell_.styles],  # noqa: S704 (our own)
            data={name: Markup(safe_json(value)) for name, value in data.items()},  # noqa: S704 (escaped)
            **words,
        )
    )


def read_template(name: str) -> str:
    """A script or style of ours, by its path below ``templates/``."""
    return (TEMPLATES / name).read_text(encoding="utf-8")
