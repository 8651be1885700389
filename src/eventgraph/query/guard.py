"""What a query may not do, judged before anything runs: fetch, load, change.

The query is cut into the tokens of the SPARQL grammar, so that words in strings, IRIs and comments do no
harm and words outside them cannot hide. The engine's own parser has no separate lexer and reads on where
ours might stop, so wherever the two could disagree the query is refused: in doubt, nothing runs.

- ``<`` opens an IRI or means "less than". What could be both is taken for an IRI only if it holds nothing
  that could hide a word, and refused otherwise; ``BASE``, without which relative IRIs are errors, is refused.
- Strings may hold only the escapes that SPARQL knows, since the engine ends a string elsewhere if they
  are wrong.
- Keywords may run into names ("SERVICEex:a" is read as SERVICE and ex:a), and a dot in a name may end a
  sentence, so SERVICE counts within words, in prefixes and after dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.errors import QueryError, QueryRefused

HEX = "[0-9a-fA-F]"
SHORT_CODE = rf"(?![dD][89a-fA-F]){HEX}{{4}}"
"""Four digits that are no surrogate."""

ESCAPE = rf"""\\(?:[tbnrf"'\\]|u{SHORT_CODE}|U0000{SHORT_CODE}|U000[1-9a-fA-F]{HEX}{{4}}|U0010{HEX}{{4}})"""
LOCAL = r"""(?:[\w:.\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*"""
TOKEN = re.compile(
    rf"""
      (?P<space>[ \t\r\n]+|\#[^\r\n]*)
    | (?P<iri><[A-Za-z][A-Za-z0-9+.\-]*://[^\x00-\x20<>"{{}}|^`\\]*>
             |<[A-Za-z][A-Za-z0-9+.\-]*:[\w:.~%/+@\-]*>)
    | (?P<doubt><[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>"{{}}|^`\\]*>)
    | (?P<string>\"\"\"(?:\"{{0,2}}(?:[^"\\]|{ESCAPE}))*\"\"\"
                |'''(?:'{{0,2}}(?:[^'\\]|{ESCAPE}))*'''
                |"(?!"")(?:[^"\\\r\n]|{ESCAPE})*"
                |'(?!'')(?:[^'\\\r\n]|{ESCAPE})*')
    | (?P<variable>[?$]\w+)
    | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<number>[0-9]*\.?[0-9]+(?:[eE][+\-]?[0-9]+)?)
    | (?P<blank>_:[\w.\-·]+)
    | (?P<name>(?P<prefix>(?:[^\W\d_][\w.\-·]{{0,99}})?):{LOCAL})
    | (?P<word>[^\W\d]\w*)
    | (?P<sign>[{{}}()\[\].,;*/|^!=<>&+\-?~])
    """,
    re.VERBOSE,
)

AFTER_DOT = re.compile(r"\.[\w:]*SERVICE", re.IGNORECASE)
"""In a name, where the engine may take the dot for the end of a sentence ("ex:a.b.SERVICE")."""

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character: what Python makes of bytes that are no UTF-8."""

FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
PROLOGUE = frozenset({"PREFIX", "VERSION"})
CHANGES = frozenset(
    "ADD CLEAR COPY CREATE DELETE DROP INSERT INTO LOAD MOVE USING WITH".split()  # noqa: SIM905 (readable)
)
REFUSED = {
    "FROM": "FROM is not allowed: nothing is fetched. All graphs are asked as one; name one with GRAPH.",
    "BASE": "BASE is not allowed: write whole IRIs, or prefixes.",
} | dict.fromkeys(CHANGES, "The graph cannot be changed by a query; use SELECT, ASK, CONSTRUCT or DESCRIBE.")
NO_SERVICE = "SERVICE is not allowed: nothing is fetched from elsewhere."


def refuse(sparql: str) -> None:
    """Return if the query only reads. QueryRefused if it asks for more, QueryError if it cannot be read."""
    if not sparql.isascii() and SURROGATE.search(sparql):
        raise QueryError("The query holds bytes that are no text.")
    form = ""
    for token in tokens(sparql):
        kind = token.lastgroup
        if _hides_service(token):
            raise QueryRefused(NO_SERVICE + place(sparql, token.start()))
        if kind == "doubt":
            raise QueryRefused(
                "This could be an IRI or a comparison: put a space after < to compare."
                + place(sparql, token.start())
            )
        if kind == "word":
            word = token.group().upper()
            if word in REFUSED:
                raise QueryRefused(REFUSED[word] + place(sparql, token.start()))
            if not form and word not in PROLOGUE:
                form = word
    if form not in FORMS:
        raise QueryError("A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE (after its prefixes).")


def tokens(sparql: str) -> Iterator[re.Match[str]]:
    """The tokens of a query; the name of the last group says which kind.

    QueryError, with its place, at a character that begins none.
    """
    position = 0
    while position < len(sparql):
        token = TOKEN.match(sparql, position)
        if token is None:
            raise QueryError("This cannot be read" + place(sparql, position))
        yield token
        position = token.end()


def unknown_prefix(sparql: str, known: frozenset[str]) -> re.Match[str] | None:
    """The first name in the query whose prefix is neither known nor declared before it."""
    declared = set(known)
    declares = False
    for token in tokens(sparql):
        if token.lastgroup == "space":
            continue
        if declares and token["prefix"] is not None:
            declared.add(token["prefix"])
        elif token["prefix"] is not None and token["prefix"] not in declared:
            return token
        declares = token.group().upper() == "PREFIX"
    return None


def place(sparql: str, position: int) -> str:
    """Where in the query: line and column, the line itself and a mark below it."""
    line = sparql.count("\n", 0, position) + 1
    column = position - (sparql.rfind("\n", 0, position) + 1) + 1
    return f" (line {line}, column {column})" + pointer(sparql, line, column)


def pointer(sparql: str, line: int, column: int) -> str:
    """The line of the query and a mark below the column, both counted from 1; "" for a line it has not."""
    lines = sparql.split("\n")
    if not 1 <= line <= len(lines):
        return ""
    shown = lines[line - 1].rstrip("\r").replace("\t", " ")
    return f"\n  {shown}\n  {' ' * (column - 1)}^"


def _hides_service(token: re.Match[str]) -> bool:
    """Whether the token is SERVICE, or something that the engine could read it out of."""
    if token.lastgroup == "name":
        return "SERVICE" in token["prefix"].upper() or bool(AFTER_DOT.search(token.group()))
    return token.lastgroup == "word" and "SERVICE" in token.group().upper()
