"""What of a text is not read, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventgraph.model import Document
from eventgraph.read import read
from eventgraph.text.unread import find_unread

ENGLISH = "Police in Larnby held two men on Friday.\n"
GERMAN = "Die Polizei in Larnby hat am Freitag zwei Männer festgenommen und eine Frau befragt.\n"
SPANISH = "La policía de Larnby detuvo el viernes a dos hombres y una mujer.\n"
CODE = "def hold(man):\n    return man.held()\nhold(quist)\n"


@pytest.mark.parametrize(
    ("text", "unread", "messages"),
    [
        (ENGLISH, [], []),
        ("", [], []),
        (GERMAN, [GERMAN], ["not English, not read (it seems to be German)"]),
        (f"Larnby\n\n{GERMAN}", ["Larnby", GERMAN], ["not English, not read (it seems to be German)"]),
        (
            f"{GERMAN}\n{SPANISH}",
            [GERMAN, SPANISH],
            ["not English, not read (it seems to be German and Spanish)"],
        ),
        (
            f"{ENGLISH}\n{SPANISH}\nOld town\n\n{SPANISH}\n{ENGLISH}\n{ENGLISH}",
            [SPANISH, SPANISH],
            ["2 passages not in English skipped, from line 3 on (it seems to be Spanish)"],
        ),
        (
            f"{ENGLISH}\n{GERMAN}",
            [GERMAN],
            ["a passage not in English skipped, from line 3 on (it seems to be German)"],
        ),
        (f"{ENGLISH}\n{CODE}\n{ENGLISH}", [CODE], ["lines 3 to 5 skipped: source code or data"]),
        ("held " * 500, [], ["line 1: a sentence of over 2000 characters is read in pieces"]),
        ("Two men left. " * 500, [], []),
    ],
)
def test_unread(text: str, unread: list[str], messages: list[str]) -> None:
    """Code and passages in other languages are left out, each with a message; English paragraphs stay."""
    found = find_unread(text)
    assert [text[start:end] for start, end in found.stretches] == [part.strip() for part in unread]
    assert list(found.messages) == messages


def test_no_sample_is_refused() -> None:
    """Every sample article is read to its last passage."""
    folder = Path(__file__).parents[2] / "data"
    documents = [found for found in read([folder]) if isinstance(found, Document)]
    assert documents
    assert {document.origin: find_unread(document.text).messages for document in documents} == {
        document.origin: () for document in documents
    }
