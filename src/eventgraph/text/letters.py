"""Letters made comparable."""

from __future__ import annotations

import unicodedata

STROKES = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "\u0131": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
    }
)
"""Letters that no accent can be taken off, as English texts write them."""


def without_accents(text: str) -> str:
    """The text without accents and other marks on letters; letters of other scripts stay.

    >>> without_accents("Zoë Čapek, ﬁfth of Ελλάδα, Małe Łąki")
    'Zoe Capek, fifth of Ελλαδα, Male Laki'
    """
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(STROKES))
    return "".join(c for c in parts if not unicodedata.combining(c))
