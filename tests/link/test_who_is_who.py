"""Who is who in the papers: which bodies, people and operations of several texts are one, which are not.

Each row has the texts, how many texts name each entity of the kind, and how many pairs are left to a person.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.graph.wire import encode
from eventgraph.link import conclude
from eventgraph.vocabulary import Verdict
from marked import graph_of, sizes, story

BODIES = ("agency", "organisation")
PEOPLE = ("official", "person")

AGENCIES = {
    "an acronym is known to be a full name": (
        ["{agency:ICE} held nine people.", "{agency:U.S. Immigration and Customs Enforcement} held nine."],
        [2],
        0,
    ),
    "an acronym that one text explains": (
        ["The {agency#a:Larnby Tide Office} ({agency#a:LTO}) held nine.", "{agency:LTO} held nine."],
        [2],
        0,
    ),
    "an acronym that two texts explain alike": (
        [
            "The {agency#a:Larnby Tide Office} ({agency#a:LTO}) held nine.",
            "The {agency#a:Larnby Tide Office} ({agency#a:LTO}) freed nine.",
            "{agency:LTO} held nine.",
        ],
        [3],
        0,
    ),
    "an acronym that two texts explain otherwise, and a third not at all": (
        [
            "The {agency#a:Larnby Tide Office} ({agency#a:LTO}) held nine.",
            "The {agency#a:Lower Town Orphanage} ({agency#a:LTO}) took in nine.",
            "{agency:LTO} was silent.",
        ],
        [1, 1, 1],
        3,
    ),
    "two bodies of one acronym, one of them well known": (
        [
            "The {agency#a:National Crime Agency} ({agency#a:NCA}) held nine in {location:London}.",
            "{location:Kenya}'s {agency#a:National Construction Authority} ({agency#a:NCA}) shut a site.",
        ],
        [1, 1],
        1,
    ),
    "an acronym alone, where two bodies have it": (
        [
            "The {agency#a:National Crime Agency} ({agency#a:NCA}) held nine in {location:London}.",
            "{location:Kenya}'s {agency#a:National Construction Authority} ({agency#a:NCA}) shut a site.",
            "{agency:NCA} officers held nine.",
        ],
        [1, 1, 1],
        3,
    ),
    "an acronym alone, in a text of the country of one of them": (
        [
            "The {agency#a:National Crime Agency} ({agency#a:NCA}) held nine in {location:London}.",
            "{location:Kenya}'s {agency#a:National Construction Authority} ({agency#a:NCA}) shut a site.",
            "{agency:NCA} officers held nine in {location:Leeds}, {location:England}.",
        ],
        [1, 2],
        None,
    ),
    "a short acronym of texts about two countries": (
        ["{agency:PTB} shut a site in {location:Nairobi}.", "{agency:PTB} shut a site in {location:Oslo}."],
        [1, 1],
        1,
    ),
    "a long acronym of texts about two countries": (
        ["{agency:PTBKO} shut a site in {location:Nairobi}.", "{agency:PTBKO} met in {location:Oslo}."],
        [2],
        0,
    ),
    "ministries of two countries": (
        [
            "The {agency:Norwegian Ministry of Defence} spoke.",
            "The {agency:Kenyan Ministry of Defence} spoke.",
        ],
        [1, 1],
        0,
    ),
    "a ministry, its country beside it or in its name": (
        [
            "{location:Norway}'s {agency:Ministry of Defence} spoke.",
            "The {agency:Norwegian Defense Ministry} spoke.",
        ],
        [2],
        0,
    ),
    "a ministry in texts about two countries": (
        [
            "The {agency:Ministry of Tides} spoke in {location:Oslo}.",
            "The {agency:Ministry of Tides} spoke in {location:Nairobi}.",
        ],
        [2],
        0,
    ),
    "a ministry of general words in texts about two countries": (
        [
            "The {agency:Ministry of Health} spoke in {location:Oslo}.",
            "The {agency:Ministry of Health} spoke in {location:Nairobi}.",
        ],
        [1, 1],
        1,
    ),
    "a ministry in texts about one country": (
        [
            "The {agency:Ministry of Health} spoke in {location:Oslo}.",
            "The {agency:Health Ministry} spoke in {location:Bergen}, {location:Norway}.",
        ],
        [2],
        0,
    ),
    "the Department of Justice of two countries": (
        [
            "The {agency:Department of Justice} spoke in {location:Dublin}, {location:Ireland}.",
            "The {agency:Department of Justice} spoke in {location:Chicago}.",
        ],
        [1, 1],
        1,
    ),
    "the Department of Justice of one country in two forms": (
        [
            "The {agency:Justice Department} spoke in {location:Chicago}.",
            "The {agency:U.S. Department of Justice} spoke.",
        ],
        [2],
        0,
    ),
    "a police force in three forms": (
        [
            "The {agency:Larnby Police Department} spoke.",
            "{agency:Larnby Police} spoke.",
            "{agency:Larnby PD} spoke.",
        ],
        [3],
        0,
    ),
    "a police force and that of another town": (
        ["{agency:Larnby Police} spoke.", "{agency:Port Larnby Police} spoke."],
        [1, 1],
        0,
    ),
    "a sheriff's office in two forms": (
        [
            "The {agency:Larnby County Sheriff's Office} spoke.",
            "The {agency:Larnby County Sheriff's Department} spoke.",
        ],
        [2],
        0,
    ),
    "police forces of two towns of one name": (
        [
            "{agency:Portnby Police} searched {location#t:Portnby}{in#t@s:,} {location#s:Oregon}.",
            "{agency:Portnby Police} searched {location#t:Portnby}{in#t@s:,} {location#s:Maine}.",
        ],
        [1, 1],
        0,
    ),
    "courts of general words in texts about one country": (
        [
            "A {agency:District Court} in {location:Oslo} heard it.",
            "A {agency:District Court} in {location:Bergen} heard it.",
        ],
        [1, 1],
        1,
    ),
    "courts of general words in one town": (
        [
            "The {agency:District Court} in {location:Oslo} heard it.",
            "The {agency:District Court} in {location:Oslo} ruled.",
        ],
        [2],
        0,
    ),
    "a body of a country, and its name in a text about another": (
        [
            "{location:Kenya}'s {agency:Tidal Safety Board} spoke.",
            "The {agency:Tidal Safety Board} spoke in {location:Oslo}.",
        ],
        [1, 1],
        1,
    ),
    "a chain of names whose ends contradict": (
        [
            "The {agency:Norwegian Tidal Safety Board} spoke.",
            "The {agency:Kenyan Tidal Safety Board} spoke.",
            "The {agency:Tidal Safety Board} spoke.",
        ],
        [1, 1, 1],
        2,
    ),
}

ORGANISATIONS = {
    "a company in four forms": (
        [
            "{organisation:Grey Heron Ltd} closed.",
            "{organisation:Grey Heron, Inc.} closed.",
            "{organisation:Grey Heron} closed.",
            "{organisation:Grey Heron GmbH} closed.",
        ],
        [4],
        0,
    ),
    "an acronym with a company's form": (
        [
            "The {organisation#g:Grey Heron Shipping Company} ({organisation#g:GHSC}) closed.",
            "{organisation:GHSC N.V.} closed.",
            "{organisation:GHSC} closed.",
        ],
        [3],
        0,
    ),
    "airlines are not what their adjective leaves": (
        ["{organisation:American Airways} closed.", "{organisation:Airways} closed."],
        [1, 1],
        0,
    ),
    "a gang with and without the word": (
        ["The {organisation:Salt Street Gang} robbed.", "{organisation:Salt Street} robbed."],
        [2],
        0,
    ),
    "a gang by a name with a number": (
        [
            "The {organisation#g:Larnby Nightwatch} ({organisation#g:LN-13}) robbed.",
            "{organisation:LN-13} robbed.",
            "{organisation:LN-14} robbed.",
        ],
        [1, 2],
        0,
    ),
    "companies that nobody names": (
        ["{organisation:Company 1} paid.", "{organisation:Company 1} paid."],
        [1, 1],
        0,
    ),
}

OPERATIONS = {
    "one operation, its police in both": (
        [
            "{agency:Larnby Police} ran {operation:Operation Grey Heron}.",
            "2031-01-01|{agency:Larnby Police} ran {operation:Operation Grey Heron}.",
        ],
        [2],
        0,
    ),
    "one operation of which two texts say nothing more": (
        ["It was {operation:Operation Grey Heron}.", "It was {operation:Operation Grey Heron}."],
        [2],
        0,
    ),
    "one name, other agencies": (
        [
            "{agency#a:Larnby Police} {part#a@o:ran} {operation#o:Operation Grey Heron}.",
            "{agency#a:Portnby Customs} {part#a@o:ran} {operation#o:Operation Grey Heron}.",
        ],
        [1, 1],
        1,
    ),
    "one name, other country": (
        [
            "In {location:Oslo} {operation:Operation Grey Heron} ended.",
            "In {location:Nairobi} {operation:Operation Grey Heron} ended.",
        ],
        [1, 1],
        1,
    ),
    "one name, years apart": (
        ["{operation:Operation Grey Heron} ended.", "2012-05-05|{operation:Operation Grey Heron} ended."],
        [1, 1],
        1,
    ),
    "one name, other country, years apart": (
        [
            "In {location:Oslo} {operation:Operation Grey Heron} ended.",
            "2012-05-05|In {location:Nairobi} {operation:Operation Grey Heron} ended.",
        ],
        [1, 1],
        0,
    ),
    "a third text fits two operations that are not one": (
        [
            "In {location:Oslo} {agency:Larnby Police} ran {operation:Operation Grey Heron}.",
            "2012-05-05|In {location:Nairobi} {agency:Portnby Police} ran {operation:Operation Grey Heron}.",
            "{operation:Operation Grey Heron} is told of {agency:Larnby Police} and {agency:Portnby Police}.",
        ],
        [1, 1, 1],
        2,
    ),
}

PERSONS = {
    "a private person by the name alone": (["{person:Bo Lind} fell.", "{person:Bo Lind} sang."], [1, 1], 1),
    "one post at one agency": (
        [
            "{official#q:Bo Lind}, {post#q@a:chief} of {agency#a:Larnby Police}, spoke.",
            "{agency#a:Larnby Police} {post#q@a:chief} {official#q:Bo Lind} spoke.",
        ],
        [2],
        0,
    ),
    "a former post at one agency": (
        [
            "{official#q:Bo Lind}, {post#q@a:chief} of {agency#a:Larnby Police}, spoke.",
            "2031-03-01|{person#q:Bo Lind}, a former {post#q@a:officer} of {agency#a:Larnby Police}, sang.",
        ],
        [2],
        0,
    ),
    "posts at two agencies": (
        [
            "{official#q:Bo Lind}, {post#q@a:chief} of {agency#a:Larnby Police}, spoke.",
            "{official#q:Bo Lind}, {post#q@a:director} of {agency#a:Portnby Customs}, spoke.",
        ],
        [1, 1],
        1,
    ),
    "posts at two agencies that both texts name": (
        [
            "{official#q:Bo Lind}, {post#q@a:chief} of {agency#a:Larnby Police} met {agency:Portnby Customs}",
            "{agency:Larnby Police} met {official#q:Bo Lind}, {post#q@a:head} of {agency#a:Portnby Customs}.",
        ],
        [2],
        0,
    ),
    "a post at an agency, and a post in a text that names it": (
        [
            "{official#q:Bo Lind}, {post#q@a:chief} of {agency#a:Larnby Police}, spoke.",
            "At {agency:Larnby Police} the {post#q:deputy} {official#q:Bo Lind} spoke.",
        ],
        [2],
        0,
    ),
    "ages that agree by the years of publication": (
        ["{person#q:Bo Lind}, {age#q:34}, fell.", "2026-03-01|{person#q:Bo Lind}, {age#q:36}, sang."],
        [2],
        0,
    ),
    "ages that do not": (
        ["{person#q:Bo Lind}, {age#q:34}, fell.", "{person#q:Bo Lind}, {age#q:52}, sang."],
        [1, 1],
        0,
    ),
    "ages that agree in two places": (
        [
            "{person#q:Bo Lind}, {age#q:34}, {at#q@t:fell} in {location#t:Larnby}.",
            "{person#q:Bo Lind}, {age#q:34}, {at#q@t:sang} in {location#t:Portnby}.",
        ],
        [1, 1],
        1,
    ),
    "one place": (
        [
            "{person#q:Bo Lind} {at#q@t:fell} in {location#t:Larnby}.",
            "{person#q:Bo Lind} {at#q@t:sang} in {location#t:Larnby}.",
        ],
        [2],
        0,
    ),
    "one country is no place": (
        [
            "{person#q:Bo Lind} {at#q@t:fell} in {location#t:Norway}.",
            "{person#q:Bo Lind} {at#q@t:sang} in {location#t:Norway}.",
        ],
        [1, 1],
        1,
    ),
    "one case number": (
        ["{person#q:Bo Lind}, case {case#q:17-B}, fell.", "{person#q:Bo Lind}, case {case#q:17-B}, sang."],
        [2],
        0,
    ),
    "those who are not named": (
        [
            "{person:Victim 1}, {person:John Doe}, {person:Juror 5}, {person:Witness B} spoke.",
            "{person:Victim 1}, {person:John Doe}, {person:Juror 5}, {person:Witness B} sang.",
        ],
        [1] * 8,
        0,
    ),
    "a short given name at one agency": (
        [
            "{official#q:Joe Lind}, {post#q@a:chief} of {agency#a:Larnby Police}, spoke.",
            "{official#q:Joseph Lind}, {post#q@a:chief} of {agency#a:Larnby Police}, spoke.",
        ],
        [2],
        0,
    ),
    "a surname with its post at one agency": (
        [
            "{official#q:Bo Lind}, {post#q@a:chief} of {agency#a:Larnby Police}, spoke.",
            "{agency#a:Larnby Police} {post#q@a:chief} {official#q:Lind} spoke.",
        ],
        [2],
        0,
    ),
    "a surname without a post": (
        ["{official#q:Bo Lind}, {post#q@a:chief} of {agency#a:Larnby Police}, spoke.", "{person:Lind} sang."],
        [1, 1],
        0,
    ),
    "a head of state, by post and country": (
        [
            "{post#q:French President} {official#q:Bo Lind} spoke.",
            "{post#q:President} {official#q:Bo Lind} of {location:France} spoke.",
        ],
        [2],
        0,
    ),
    "a head of state, by surname in a text about the country": (
        [
            "{post#q:French President} {official#q:Bo Lind} spoke.",
            "{post#q:President} {official#q:Lind} spoke in {location:Paris}, {location:France}.",
        ],
        [2],
        0,
    ),
    "a head of state, by name alone in a text that names the country": (
        ["{post#q:French President} {official#q:Bo Lind} spoke.", "{person:Bo Lind} left {location:France}."],
        [2],
        0,
    ),
    "a head of state, and somebody of the name in a text about another country": (
        ["{post#q:French President} {official#q:Bo Lind} spoke.", "{person:Bo Lind} left {location:Kenya}."],
        [1, 1],
        1,
    ),
    "a head of state, and somebody of the name with an age": (
        [
            "{post#q:French President} {official#q:Bo Lind} spoke.",
            "{person#q:Bo Lind}, {age#q:34}, left {location:France}.",
        ],
        [1, 1],
        1,
    ),
    "presidents of two countries": (
        [
            "{post#q:French President} {official#q:Bo Lind} spoke.",
            "{post#q:Kenyan President} {official#q:Bo Lind} spoke.",
        ],
        [1, 1],
        1,
    ),
    "a minister, by name alone in a text that names the country": (
        [
            "{location:Norway}: the {post#q:foreign minister}, {official#q:Bo Lind}, spoke.",
            "{location:Norway}: {person:Bo Lind} sang.",
        ],
        [1, 1],
        1,
    ),
    "a namesake of two people who are two": (
        [
            "{official#q:Bo Lind}, {post#q@a:chief} of {agency#a:Larnby Police}, spoke.",
            "{official#q:Bo Lind}, {post#q@a:director} of {agency#a:Portnby Customs}, spoke.",
            "{agency:Larnby Police} and {agency:Portnby Customs} know {person:Bo Lind}.",
        ],
        [1, 1, 1],
        3,
    ),
}

ROWS = [
    (kinds, name, *row)
    for kinds, table in (
        (BODIES, AGENCIES),
        (BODIES, ORGANISATIONS),
        (("operation",), OPERATIONS),
        (PEOPLE, PERSONS),
    )
    for name, row in table.items()
]


@pytest.mark.parametrize(
    ("kinds", "texts", "found", "doubts"), [(row[0], *row[2:]) for row in ROWS], ids=[row[1] for row in ROWS]
)
def test_who_is_who(kinds: tuple[str, ...], texts: list[str], found: list[int], doubts: int | None) -> None:
    """As many entities as a reporter would count, each in as many texts; what is open is listed."""
    graph = graph_of(*texts)
    assert sizes(graph, kinds) == found
    ids = {mention.mention_id for e in graph.entities if e.type in kinds for mention in e.mentions}
    unsure = [x for x in graph.links if x.verdict is Verdict.UNSURE and x.left in ids]
    assert doubts is None or len(unsure) == doubts


@given(st.sampled_from(ROWS), st.lists(st.sampled_from(ROWS), max_size=3), st.randoms(use_true_random=False))
def test_texts_in_any_order_make_one_graph(row: tuple, more: list[tuple], chance: Random) -> None:  # type: ignore[type-arg]
    """Whatever comes first, the same entities, ids and links follow."""
    texts = [text for one in (row, *more) for text in one[2]]
    observed = [story(text, f"{number}.txt").observed() for number, text in enumerate(texts)]
    expected = encode(conclude(observed))
    chance.shuffle(observed)
    assert encode(conclude(observed)) == expected


@given(st.sampled_from(ROWS), st.sampled_from(ROWS))
def test_a_later_text_leaves_ids_as_they_are(row: tuple, other: tuple) -> None:  # type: ignore[type-arg]
    """Ids given once survive what is published afterwards, unless that tells two entities to be one."""
    texts = [story(text, f"{number}.txt").observed() for number, text in enumerate(row[2])]
    later = "2040-01-01|" + other[2][0].rpartition("|")[2]
    before = {entity.mentions[0].mention_id: entity.id for entity in conclude(texts).entities}
    grown = conclude([*texts, story(later, "later.txt").observed()])
    after = {entity.mentions[0].mention_id: entity.id for entity in grown.entities}
    assert {first: after[first] for first in before if first in after} == {
        first: known for first, known in before.items() if first in after
    }
    assert before.keys() <= after.keys()
