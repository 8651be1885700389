"""Source code and data in braces within a text: nothing that a language model could read as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.text.lines import Line, ends_sentence, find_lines

FEWEST_LINES = 3
"""Lines of code that stand together before anything is taken for code."""
SHARE = 0.6
"""Share of the lines of a piece of code that must look like code; comments do not."""
LONGEST_LINE = 2_000
"""Code points of a line that is looked at as code."""
PROSE_WORDS = 8
"""Words of a line that ends like a sentence and ends a piece of code."""

FENCE = re.compile(r"(?P<sign>`{3,}|~{3,})\s*[\w+#.-]*\s*")
SIGNS = re.compile(r"[(){}\[\];=<>]|\w\.\w|::|->|=>|:$")
LINE = re.compile(
    r"[\w.\[\]'\"$*&]+\s*(?:[-+*/|&:]|\*\*|//)?=(?!=)\s*\S.*"  # an assignment
    r"|[\w.$>-]+\([^()]*(?:\([^()]*\)[^()]*)*\)\s*[;,{]?"  # a call
    r"|[\"'][\w .-]+[\"']\s*:\s*(?:[\"'\[{\d-]|true|false|null).*"  # a key of an object
    r"|[\[\]{}(),;]+|(?:import|package|using)\s+[\w.]+;?"
    r"|</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>.*"  # markup
    r"|.*\S\s?\{"
    r"|@\w[\w.]*(?:\(.*\))?|\"\"\".*|.*\"\"\""
)


def find_code(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches ``(start, end)`` of a text that are code: within fences of Markdown, or by the lines."""
    lines = [line for line in find_lines(text) if line.text]
    return tuple(sorted([*_fenced(lines), *_bare(lines)]))


def _fenced(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """From each fence to the next one of its kind; one that nothing closes is none."""
    opened: Line | None = None
    for line in lines:
        fence = FENCE.fullmatch(line.text)
        if fence is None:
            continue
        if opened is None:
            opened = line
        elif line.text.startswith(opened.text[:3]):
            yield opened.start, line.end
            opened = None


def _bare(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Pieces of code without fences: lines of code with few other ones between them."""
    piece: list[tuple[Line, bool]] = []
    for line in lines:
        is_code = _is_code(line)
        if not is_code and _is_prose(line):
            yield from _piece(piece)
            piece = []
        elif is_code or piece:
            piece.append((line, is_code))
    yield from _piece(piece)


def _piece(lines: Sequence[tuple[Line, bool]]) -> Iterator[tuple[int, int]]:
    """The stretch of some lines up to the last one of code, if so many are that it is a piece of code."""
    last = max((number for number, (_, is_code) in enumerate(lines) if is_code), default=-1)
    codes = sum(is_code for _, is_code in lines)
    if codes >= FEWEST_LINES and codes >= SHARE * (last + 1):
        yield lines[0][0].start, lines[last][0].end


def _is_prose(line: Line) -> bool:
    return len(line.words) >= PROSE_WORDS and ends_sentence(line.words[-1])


def _is_code(line: Line) -> bool:
    """Whether a line looks like code."""
    text = line.text
    if len(text) > LONGEST_LINE or _is_prose(line):
        return False
    if text in _words("alone"):
        return True
    first = re.split(r"[\s(:{]", text, maxsplit=1)[0]
    if (
        first in _words("keywords")
        and SIGNS.search(text[len(first) :])
        and not text.endswith((".", "?", "!"))
    ):
        return True
    return LINE.fullmatch(text) is not None


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("code")[key])
