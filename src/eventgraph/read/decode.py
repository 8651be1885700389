"""Bytes to text: byte order marks, UTF-8, UTF-16, and the 8-bit encodings of Western newsrooms."""

from __future__ import annotations

import codecs
import re
import sys
from pathlib import Path

from eventgraph.errors import UsageError
from eventgraph.read.records import Flaw

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NO_TEXT = "bytes that are no text"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
STRAY_CONTROLS = 3
MOST_CONTROLS = 0.01
"""Share of control characters above which bytes are taken for data, not for text."""
SAMPLE = 4096
FEWEST_PAIRS = 8
WIDE_SHARE = 0.4
"""Share of zeros among the even or the odd bytes from which on bytes are taken for UTF-16."""
WESTERN = ("cp1252", "mac_roman", "cp850", "cp1250")
"""Tried in this order: Windows (which holds Latin-1), old Macs, DOS, Windows in Central Europe."""
MOST_ODDITIES = 0.1
ODD_WESTERN = re.compile(
    r"[a-z][À-ÖØ-ÞŠŽŒŸ]"  # a capital within a word: typical for Mac Roman
    r"|[A-Za-z][‚„ƒ†‡ˆ‰‹]"  # noqa: RUF001 (an opening quote within a word: typical for DOS)
    r"|[À-ÖØ-öø-ž]{4}"  # four accents in a row: another alphabet
    r"|[A-Za-z][•§]|£[a-z]|[À-Þ]\d|\d¡"  # signs where no English puts them
    r"|[¤¦¬¯¶¸×÷√ƒ≈≤≥∆◊Ωπ∫∂∑∏ıˆ˜˘˙˚˝˛ˇ─-╿▀-▟]"  # noqa: RUF001 (signs that no article needs)
)


def decode(data: bytes, declared: str = "") -> tuple[str, Flaw | None]:
    """The text of a file and what is wrong with it; text that cannot be had is "".

    In this order: a byte order mark, UTF-8, the encoding a page declares of itself, UTF-8 with a few
    broken bytes (replaced, and said so), the Western encoding that gives plausible words, else what
    charset-normalizer finds.
    """
    text, flaw = _decode(data, declared)
    return ("", Flaw(NO_TEXT)) if _is_data(text) else (text, flaw)


def read_text(file: Path) -> tuple[str, Flaw | None]:
    """The text of a file, or of stdin for "-", in any encoding, and what is wrong with it.

    UsageError where there is none.
    """
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error
    text, flaw = decode(data)
    if data and not text:
        raise UsageError(f"{file}: {flaw.message if flaw else 'no text'}")
    return text, flaw


def _decode(data: bytes, declared: str) -> tuple[str, Flaw | None]:
    encoding = _marked(data) or _wide(data)
    if encoding:
        text = _strict(data, encoding)
        return (text, None) if text is not None else ("", Flaw(f"broken {encoding.removesuffix('-sig')}"))
    text = _strict(data, "utf-8")
    if text is None and not _is_data(data[:SAMPLE].decode("latin-1")):
        text = _strict(data, declared) if declared else None
        if text is None:
            return _eight_bit(data)
    return (text, None) if text is not None else ("", Flaw(NO_TEXT))


def _marked(data: bytes) -> str:
    return next((encoding for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), "")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: English leaves every second byte zero."""
    half = len(data[:SAMPLE]) // 2
    even, odd = data[: 2 * half : 2][:half].count(0), data[1 : 2 * half : 2].count(0)
    if (
        len(data) % 2
        or half < FEWEST_PAIRS
        or max(even, odd) <= WIDE_SHARE * half
        or min(even, odd) > max(even, odd) / 10
    ):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_data(text: str) -> bool:
    """Whether what was decoded is no text: it holds a NUL, or control characters beyond a stray few."""
    controls = sum(1 for _ in CONTROL.finditer(text))
    return "\0" in text or controls > STRAY_CONTROLS + MOST_CONTROLS * len(text)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _eight_bit(data: bytes) -> tuple[str, Flaw | None]:
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd") - data.count("\ufffd".encode())
    if sum(not character.isascii() for character in repaired) > 2 * broken:
        return repaired, Flaw(f"{broken} broken characters in UTF-8, read as \ufffd")
    readings = [text for encoding in WESTERN if (text := _strict(data, encoding)) is not None]
    if not readings:
        guess = _guess(data)
        return ("", Flaw("no known text encoding")) if guess is None else (guess, None)
    best = min(readings, key=_oddities)  # the first of equals
    return (best if _oddities(best) <= MOST_ODDITIES else _guess(data) or best), None


def _oddities(text: str) -> float:
    """How many of the letters beyond ASCII stand where Western words have none: 0 to 1."""
    return len(ODD_WESTERN.findall(text)) / max(1, sum(not character.isascii() for character in text))


def _guess(data: bytes) -> str | None:
    import charset_normalizer  # noqa: PLC0415 (only the rare file needs it)

    best = charset_normalizer.from_bytes(data).best()
    return None if best is None else str(best)
