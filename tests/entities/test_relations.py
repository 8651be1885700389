"""What a text says of how those it names relate: posts, parts, places, members, joint work, operations."""

from __future__ import annotations

from functools import cache

import pytest

from eventgraph.entities import EntityFindings, find_entities
from eventgraph.model import Document, RelationMention, Span
from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import parse

pytestmark = pytest.mark.model


@cache
def found(text: str) -> EntityFindings:
    """What is found in a text."""
    return find_entities(Document(id="d", origin="d.txt", text=text), parse(text, find_blocks(text, [])))


def words(text: str, span: Span | None) -> str:
    """The words at a span, "" for none."""
    return text[span.start : span.end] if span else ""


def told(text: str, relation: RelationMention) -> str:
    """A relation on one line: ends, title, qualifier and status, what is empty or happened left out."""
    parts = [
        relation.type,
        words(text, relation.subject),
        words(text, relation.object),
        relation.label,
        relation.qualifier,
        "" if relation.status == "happened" else relation.status.value,
    ]
    return " ".join(" | ".join(parts).rstrip(" |").split())


def relations(text: str) -> set[str]:
    """All relations of a text, each on one line."""
    return {told(text, relation) for relation in found(text).relations}


POSTS = [
    (
        "John Morrow, director of the Immigration and Border Enforcement (IBE) agency, spoke on Monday.",
        ["holds_position | John Morrow | Immigration and Border Enforcement | director"],
    ),
    ("LAPD Chief Ada Quist spoke on Monday.", ["holds_position | Ada Quist | LAPD | Chief"]),
    (
        "Europol's acting director, Otto Brandel, spoke on Monday.",
        ["holds_position | Otto Brandel | Europol | director | acting"],
    ),
    (
        "The agency was once led by former Interpol president Mona Feld, who died in May.",
        ["holds_position | Mona Feld | Interpol | president | former"],
    ),
    (
        "Ada Quist, who heads the Federal Aviation Administration, resigned on Friday.",
        ["holds_position | Ada Quist | Federal Aviation Administration | head"],
    ),
    (
        "Otto Brandel, who chairs the Securities Commission, welcomed the ruling.",
        ["holds_position | Otto Brandel | Securities Commission | chair"],
    ),
    (
        "The Ministry of Health is headed by Mona Feld, who is 51.",
        ["holds_position | Mona Feld | Ministry of Health | head"],
    ),
    (
        "Ada Quist was appointed director of the Secret Service on Monday.",
        ["holds_position | Ada Quist | Secret Service | director"],
    ),
    (
        "Otto Brandel was sworn in as commissioner of the Metropolitan Police.",
        ["holds_position | Otto Brandel | Metropolitan Police | commissioner"],
    ),
    (
        "The government named Mona Feld head of the Prison Service.",
        ["holds_position | Mona Feld | Prison Service | head"],
    ),
    (
        "Ada Quist has been nominated as director of the CIA.",
        ["holds_position | Ada Quist | CIA | director | | planned"],
    ),
    (
        "Otto Brandel will become director general of the World Trade Organization.",
        ["holds_position | Otto Brandel | World Trade Organization | director general | | planned"],
    ),
    (
        "Mona Feld, who served as director of the FBI until 2019, declined to comment.",
        ["holds_position | Mona Feld | FBI | director"],
    ),
    (
        "Ada Quist resigned as director of the Secret Service on Friday.",
        ["holds_position | Ada Quist | Secret Service | director | former"],
    ),
    (
        "Otto Brandel took over as head of Europol in May.",
        ["holds_position | Otto Brandel | Europol | head"],
    ),
    (
        "FBI Director Ada Quist spoke on Monday. Her predecessor, Otto Brandel, did not.",
        ["holds_position | Otto Brandel | FBI | Director | former"],
    ),
    (
        "Ada Quist replaced Otto Brandel as director of the CIA last year.",
        [
            "holds_position | Ada Quist | CIA | director",
            "holds_position | Otto Brandel | CIA | director | former",
        ],
    ),
    (
        "Ada Quist, a spokeswoman for the Coast Guard, said the boat was empty.",
        ["holds_position | Ada Quist | Coast Guard | spokeswoman"],
    ),
    (
        "The Coast Guard's spokesman Otto Brandel said the boat was empty.",
        ["holds_position | Otto Brandel | Coast Guard | spokesman"],
    ),
    (
        "A spokesman for the Coast Guard, Otto Brandel, said the boat was empty.",
        ["holds_position | Otto Brandel | Coast Guard | spokesman"],
    ),
    (
        "Detective Sergeant Mona Feld of the Kent Police appealed for witnesses.",
        ["holds_position | Mona Feld | Kent Police | Detective Sergeant"],
    ),
    (
        "The Denver Police Department found the car. Police chief Ada Quist praised the officers.",
        ["holds_position | Ada Quist | Denver Police Department | Police chief"],
    ),
    (
        "Otto Brandel, prime minister of Norway, resigned on Friday.",
        ["holds_position | Otto Brandel | Norway | prime minister"],
    ),
    ("The mayor of Lisbon, Otto Brandel, resigned.", ["holds_position | Otto Brandel | Lisbon | mayor"]),
    (
        "Mona Feld, chairman and chief executive of Brightwell Foods Ltd., was fined.",
        [
            "holds_position | Mona Feld | Brightwell Foods Ltd. | chairman",
            "holds_position | Mona Feld | Brightwell Foods Ltd. | chief executive",
        ],
    ),
    (
        "Ministers Ada Quist and Otto Brandel visited the site.",
        ["holds_position | Ada Quist | | Minister", "holds_position | Otto Brandel | | Minister"],
    ),
    (
        "FBI agents Ada Quist and Otto Brandel testified in court.",
        ["holds_position | Ada Quist | FBI | agent", "holds_position | Otto Brandel | FBI | agent"],
    ),
    ("President Otto Brandel of Chile resigned.", ["holds_position | Otto Brandel | Chile | President"]),
    (
        "Chilean President Otto Brandel resigned. Chile will hold a vote.",
        ["holds_position | Otto Brandel | Chile | Chilean President"],
    ),
    ("Ada Quist (Europol director) spoke first.", ["holds_position | Ada Quist | Europol | director"]),
    (
        "The Kenya Wildlife Service found tusks. The agency's director, Ada Quist, praised the rangers.",
        ["holds_position | Ada Quist | The agency | director"],
    ),
    (
        "The Kenya Wildlife Service found tusks. Ada Quist, director of the agency, praised the rangers.",
        ["holds_position | Ada Quist | the agency | director"],
    ),
    (
        "Interpol and its secretary general, Otto Brandel, welcomed the move.",
        ["holds_position | Otto Brandel | Interpol | secretary general"],
    ),
    (
        "Ada Quist was arrested. She is the director of the Prison Service.",
        ["holds_position | She | Prison Service | director"],
    ),
    (
        "President-elect Mona Feld met the press.",
        ["holds_position | Mona Feld | | President-elect | incoming"],
    ),
    (
        "Mona Feld, the outgoing governor of Texas, signed the bill.",
        ["holds_position | Mona Feld | Texas | governor | outgoing"],
    ),
    (
        "Otto Brandel is no longer director of the CIA.",
        ["holds_position | Otto Brandel | CIA | director | former"],
    ),
    (
        "Otto Brandel is not the director of the CIA.",
        ["holds_position | Otto Brandel | CIA | director | | negated"],
    ),
    (
        "Captain Ada Quist, commander of the LAPD's Hollywood Division, thanked the public.",
        ["holds_position | Ada Quist | Hollywood Division | commander"],
    ),
    (
        "Brightwell Foods chief executive Otto Brandel was fined.",
        ["holds_position | Otto Brandel | Brightwell Foods | chief executive"],
    ),
]

TIES = [
    (
        "A man was held by the FBI's Boston Field Office.",
        ["part_of | Boston Field Office | FBI"],
    ),
    (
        "The Cyber Division of the FBI seized the servers.",
        ["part_of | Cyber Division | FBI"],
    ),
    (
        "The LAPD's ICAC Task Force made the arrest.",
        ["part_of | ICAC Task Force | LAPD"],
    ),
    (
        "Homeland Security Investigations, an arm of the Department of Homeland Security, led the raid.",
        ["part_of | Homeland Security Investigations | Department of Homeland Security"],
    ),
    (
        "Nordwind Shipping, a subsidiary of Brightwell Foods Ltd., was fined.",
        ["part_of | Nordwind Shipping | Brightwell Foods Ltd."],
    ),
    (
        "The Border Force, which is part of the Home Office, searched the lorry.",
        ["part_of | Border Force | Home Office"],
    ),
    ("The store in Portland, Ore., was robbed.", ["located_in | Portland | Ore."]),
    ("The suspect was found in Lyon, France.", ["located_in | Lyon | France"]),
    ("Interpol, based in Lyon, issued a notice.", ["located_in | Interpol | Lyon"]),
    ("Lyon-based Interpol issued a notice.", ["located_in | Interpol | Lyon"]),
    ("Europol is headquartered in The Hague.", ["located_in | Europol | The Hague"]),
    ("Officers searched a farm in Larnby, a town in Ohio.", ["located_in | Larnby | Ohio"]),
    ("A protest was held outside the US Embassy in Nairobi.", ["located_in | US Embassy | Nairobi"]),
    (
        "Otto Brandel, a member of the Hells Angels, was arrested.",
        ["member_of | Otto Brandel | Hells Angels"],
    ),
    (
        "Otto Brandel, an alleged member of the Grey Heron Gang, was arrested.",
        ["member_of | Otto Brandel | Grey Heron Gang | | | alleged"],
    ),
    (
        "Hells Angels members Otto Brandel and Ivo Kranz were arrested.",
        ["member_of | Otto Brandel | Hells Angels", "member_of | Ivo Kranz | Hells Angels"],
    ),
    (
        "Otto Brandel and Ivo Kranz, suspected members of the Hells Angels, were arrested.",
        [
            "member_of | Otto Brandel | Hells Angels | | | alleged",
            "member_of | Ivo Kranz | Hells Angels | | | alleged",
        ],
    ),
    (
        "Otto Brandel is accused of being a member of the Hells Angels.",
        ["member_of | Otto Brandel | Hells Angels | | | alleged"],
    ),
    (
        "Otto Brandel denied being a member of the Hells Angels.",
        ["member_of | Otto Brandel | Hells Angels | | | denied"],
    ),
    (
        "Otto Brandel belongs to the Hells Angels.",
        ["member_of | Otto Brandel | Hells Angels"],
    ),
    (
        "Labour Party MP Mona Feld asked for an inquiry.",
        ["member_of | Mona Feld | Labour Party"],
    ),
    (
        "Europol works in partnership with the World Health Organization.",
        ["works_with | Europol | World Health Organization"],
    ),
    (
        "The FBI worked alongside the Secret Service on the case.",
        ["works_with | FBI | Secret Service"],
    ),
    (
        "The FBI, together with the Secret Service, searched the house.",
        ["works_with | FBI | Secret Service"],
    ),
    (
        "Five men were held in a joint operation by the FBI and the Secret Service.",
        ["works_with | FBI | Secret Service"],
    ),
    (
        "The FBI and Europol launched a joint investigation in May.",
        ["works_with | FBI | Europol"],
    ),
    (
        "In cooperation with Interpol, the Coast Guard stopped the ship.",
        ["works_with | Coast Guard | Interpol"],
    ),
    (
        "Operation Grey Heron, run by Europol, ended in May.",
        ["took_part_in | Europol | Operation Grey Heron"],
    ),
    (
        "The FBI, the Secret Service and Europol took part in Operation Grey Heron.",
        [
            "took_part_in | FBI | Operation Grey Heron",
            "took_part_in | Secret Service | Operation Grey Heron",
            "took_part_in | Europol | Operation Grey Heron",
        ],
    ),
    (
        "Europol led Operation Grey Heron with support from Interpol.",
        [
            "took_part_in | Europol | Operation Grey Heron",
            "took_part_in | Interpol | Operation Grey Heron",
        ],
    ),
    (
        "The FBI did not take part in Operation Grey Heron.",
        ["took_part_in | FBI | Operation Grey Heron | | | negated"],
    ),
    (
        "Operation Grey Heron, involving Europol and the FBI, ended in May.",
        [
            "took_part_in | Europol | Operation Grey Heron",
            "took_part_in | FBI | Operation Grey Heron",
        ],
    ),
    (
        "Ten men were held under the FBI's Operation Grey Heron.",
        ["took_part_in | FBI | Operation Grey Heron"],
    ),
]

TRAPS = [
    ("The FBI arrested Otto Brandel, and the director of a bank in Larnby fled.", "holds_position"),
    ("Ada Quist met the director of the FBI.", "holds_position"),
    ("Ada Quist sued the head of Europol, a friend of Otto Brandel.", "holds_position"),
    ("Ada Quist's lawyer spoke to the FBI.", "holds_position"),
    ("Otto Brandel spoke to the director. The FBI had no comment.", "holds_position"),
    ("Ada Quist wants to know who heads the Prison Service.", "holds_position"),
    ("The president of the club thanked Ada Quist and the FBI.", "holds_position"),
    ("Otto Brandel led police to the body on Friday.", "holds_position"),
    ("Otto Brandel ran from the FBI on Friday.", "holds_position"),
    ("Ada Quist, Otto Brandel and the chief of staff left.", "holds_position"),
    ("The FBI director, who was not named, met Ada Quist.", "holds_position"),
    ("Mona Feld phoned the agency's spokesman before Otto Brandel arrived.", "holds_position"),
    ("The FBI's Ford Transit was stolen.", "part_of"),
    ("The FBI of the 1950s was a different body. Interpol was small.", "part_of"),
    ("The FBI, the CIA and the Secret Service sent officers.", "part_of"),
    ("The FBI's appeal against Brightwell Foods Ltd. failed.", "part_of"),
    ("He has lived in Lyon, Paris and Nice.", "located_in"),
    ("The FBI in May sent officers to Lyon.", "located_in"),
    ("Interpol sent a team to Nairobi.", "located_in"),
    ("The train from Lyon to Nice was late.", "located_in"),
    ("Otto Brandel shot a member of the Hells Angels.", "member_of"),
    ("A member of the Hells Angels robbed Otto Brandel.", "member_of"),
    ("The FBI has a problem with the Secret Service.", "works_with"),
    ("The FBI disagreed with Europol on Friday.", "works_with"),
    ("The FBI and the Secret Service denied the report.", "works_with"),
    ("The Secret Service knew nothing of Operation Grey Heron.", "took_part_in"),
    ("Europol criticised Operation Grey Heron.", "took_part_in"),
]


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_who_holds_which_post(text: str, expected: list[str]) -> None:
    """A post that a sentence gives somebody is found, with its body, its title and how it is held."""
    assert relations(text) >= set(expected)


@pytest.mark.parametrize(("text", "expected"), TIES)
def test_parts_places_members_and_joint_work(text: str, expected: list[str]) -> None:
    """What a sentence says of bodies, places and operations is found, with its status."""
    assert relations(text) >= set(expected)


@pytest.mark.parametrize(("text", "kind"), TRAPS)
def test_what_no_sentence_says_is_no_relation(text: str, kind: str) -> None:
    """Names near titles, places and bodies are tied to them only where the sentence does so."""
    assert not {line for line in relations(text) if line.startswith(kind)}
