"""Where a query goes wrong: ``python -m eventgraph.query.locate``, a query on stdin, a `Place` on stdout.

The engine says what it could have read next, often far from the mistake; rdflib's parser knows where the
sense ends. It goes back and forth a lot on nested brackets, so it runs in a process that can be stopped.
"""

from __future__ import annotations

import sys

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A line and column, both from 1, and the word that does not fit there, "" at the end of the query.

    Line 0 is nowhere: this parser finds nothing wrong.
    """

    line: int = 0
    column: int = 0
    word: str = ""


def locate(sparql: str) -> Place:
    """The place where the query stops making sense."""
    from pyparsing import ParseException  # noqa: PLC0415 (only this function needs it)
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415 (see above)

    try:
        parseQuery(sparql)
    except ParseException as error:
        word = sparql[error.loc :].split(maxsplit=1)[:1]
        return Place(error.lineno, error.column, word[0] if word else "")
    except RecursionError:
        return Place()
    return Place()


def main() -> None:
    """Locate the mistake in the query on stdin."""
    sparql = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(msgspec.json.encode(locate(sparql)))


if __name__ == "__main__":
    main()
