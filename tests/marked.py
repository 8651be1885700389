"""Documents in a line each, with their names marked: "{agency#a:Larnby Police} held {person:Bo Lind}".

A mark is ``{type:words}``. ``#a`` after the type ties all marks with that letter in one document together.
Marks that are no entities speak of those letters: ``{post#q@a:chief}`` (a post of q, at a), ``{age#q:34}``,
``{case#q:17-B}``, ``{in#t@s:in}`` (t lies in s), ``{part#a@o:joined}`` (a takes part in o), ``{at#q@t:seen}``
(q takes part in something at t). A day before a bar is that of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from eventgraph.link import conclude
from eventgraph.model import Attribute, Graph, Mention, RelationMention, Span
from stories import Story

MARK = re.compile(r"\{(\w+)(?:#(\w)(?:@(\w))?)?:([^}]*)\}")
ENTITIES = ("agency", "organisation", "official", "person", "location", "operation")
RELATIONS = {"post": "holds_position", "in": "located_in", "part": "took_part_in"}


def graph_of(*documents: str) -> Graph:
    """The graph of documents in this order, named 0.txt and so on."""
    return conclude([story(text, f"{number}.txt").observed() for number, text in enumerate(documents)])


def story(marked: str, origin: str) -> Story:
    """One document with what is marked in it."""
    day, bar, text = marked.partition("|")
    if not bar:
        day, text = "2024-03-12", marked
    told = Story(origin, MARK.sub(lambda mark: mark[4], text), date.fromisoformat(day))
    marks, shift = [], 0
    for mark in MARK.finditer(text):
        start = mark.start() - shift
        shift += len(mark[0]) - len(mark[4])
        marks.append((mark, Span(told.id, start, start + len(mark[4]))))
    letters: dict[str, Span] = {}
    for mark, span in marks:
        if mark[1] in ENTITIES:
            _name(told, mark, span, letters)
    for mark, span in marks:
        if mark[1] not in ENTITIES:
            _say(told, mark, span, letters)
    return told


def _name(told: Story, mark: re.Match[str], span: Span, letters: dict[str, Span]) -> None:
    """A mark of an entity; one with a letter known already is the same."""
    told.mentions.append(Mention(span.document, span.start, span.end, type=mark[1], name=mark[4]))
    if mark[2]:
        first = letters.setdefault(mark[2], span)
        if first != span:
            told.same(first, span)


def _say(told: Story, mark: re.Match[str], span: Span, letters: dict[str, Span]) -> None:
    """A mark that says something of others."""
    who, where = letters[mark[2]], letters.get(mark[3] or "")
    if mark[1] in RELATIONS:
        label = mark[4] if mark[1] == "post" else ""
        told.relations.append(
            RelationMention(
                span.document,
                span.start,
                span.end,
                type=RELATIONS[mark[1]],
                subject=who,
                object=where,
                label=label,
            )
        )
    elif mark[1] == "at":
        assert where is not None
        told.tell("hearing", mark[4], {"agent": [who]}, places=told.where(where))
    else:
        key = {"case": "case number"}.get(mark[1], mark[1])
        detail = Attribute(span.document, span.start, span.end, key=key, value=mark[4])
        told.mentions = [
            replace(one, attributes=(*one.attributes, detail)) if one.span == who else one
            for one in told.mentions
        ]


def sizes(graph: Graph, families: Sequence[str]) -> list[int]:
    """In how many documents each entity of these types is named, sorted."""
    return sorted(
        len({mention.document for mention in entity.mentions})
        for entity in graph.entities
        if entity.type in families
    )
