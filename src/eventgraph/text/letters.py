"""Letters made comparable."""

from __future__ import annotations

import unicodedata


def without_accents(text: str) -> str:
    """The text without accents and other marks on letters; letters of other scripts stay.

    >>> without_accents("Zoë Čapek, ﬁfth of Ελλάδα")
    'Zoe Capek, fifth of Ελλαδα'
    """
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
