"""What a text says of how those it names relate: posts, parts, places, members, joint work, operations."""

from __future__ import annotations

import pytest

from entities.reading import found, words
from eventgraph.model import RelationMention

pytestmark = pytest.mark.model


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
    (
        (
            "Nora Velt, deputy chief of the Sacramento Police Department, told reporters on Tuesday "
            "that the shop was empty."
        ),
        ["holds_position | Nora Velt | Sacramento Police Department | deputy chief"],
    ),
    (
        "Colonel Piet Harmsen, who commands the Royal Marechaussee, has been suspended.",
        [
            "holds_position | Piet Harmsen | Royal Marechaussee | commander",
            "holds_position | Piet Harmsen | | Colonel",
        ],
    ),
    (
        "Finland's interior minister, Liisa Aho, met her Swedish counterpart, Bengt Rask, on Thursday.",
        ["holds_position | Liisa Aho | Finland | interior minister"],
    ),
    (
        "The National Crime Agency's director of investigations, Colin Petts, called it a milestone.",
        ["holds_position | Colin Petts | National Crime Agency | director of investigations"],
    ),
    (
        "Acting U.S. Attorney Rhoda Stein announced the charges.",
        ["holds_position | Rhoda Stein | | U.S. Attorney | acting"],
    ),
    (
        "Samir Haddad was elected president of the Lebanese Football Federation in 2021.",
        ["holds_position | Samir Haddad | Lebanese Football Federation | president"],
    ),
    (
        "Greta Lund, the former head of Danish intelligence, testified behind closed doors.",
        ["holds_position | Greta Lund | | head | former"],
    ),
    (
        "Sens. Mark Dole and Iris Whitfield asked the Department of Justice for documents.",
        ["holds_position | Mark Dole | | Sen.", "holds_position | Iris Whitfield | | Sen."],
    ),
    (
        (
            "Tomas Berg stepped down as chief executive of Nordbank Ltd. last month and was succeeded "
            "by Eva Holm."
        ),
        [
            "holds_position | Tomas Berg | Nordbank Ltd. | chief executive | former",
            "holds_position | Eva Holm | Nordbank Ltd. | chief executive",
        ],
    ),
    (
        "Eva Holm is to take over as chair of the Bank of England in June.",
        ["holds_position | Eva Holm | Bank of England | chair | | planned"],
    ),
    (
        (
            "Kofi Mensah, a spokesperson for the Ghana Immigration Service, and Yaw Boateng, its legal "
            "director, denied the claims."
        ),
        [
            "holds_position | Kofi Mensah | Ghana Immigration Service | spokesperson",
            "holds_position | Yaw Boateng | Ghana Immigration Service | legal director",
        ],
    ),
    (
        "Sheriff Dale Hobbs of Pima County said two deputies were hurt.",
        ["holds_position | Dale Hobbs | Pima County | Sheriff"],
    ),
    (
        "Lena Fuchs, a Green Party lawmaker, demanded answers.",
        ["member_of | Lena Fuchs | Green Party", "holds_position | Lena Fuchs | | lawmaker"],
    ),
    (
        "Judge Olive Tran of the Los Angeles Superior Court sentenced him to ten years.",
        ["holds_position | Olive Tran | Los Angeles Superior Court | Judge"],
    ),
    (
        "She succeeded Paul Reiss as head of the Federal Police, whose president is now Jan Kolb.",
        [
            "holds_position | Paul Reiss | Federal Police | head | former",
            "holds_position | Jan Kolb | Federal Police | president",
        ],
    ),
    (
        (
            "The mayor of Gdansk, Marek Nowak, thanked the Polish Border Guard and its commander, "
            "General Adam Wilk."
        ),
        [
            "holds_position | Marek Nowak | Gdansk | mayor",
            "holds_position | Adam Wilk | Polish Border Guard | commander",
            "holds_position | Adam Wilk | | General",
        ],
    ),
    (
        "“We will find them,” said Commander Ruth Akande, who runs the Lagos State Task Force.",
        [
            "holds_position | Ruth Akande | Lagos State Task Force | head",
            "holds_position | Ruth Akande | | Commander",
        ],
    ),
    (
        "The commission's new chairwoman, Petra Lukas, replaced Jonas Weil on Monday.",
        ["holds_position | Petra Lukas | | chairwoman"],
    ),
    (
        "Former Mossad chief Dov Shalev said the plan was flawed.",
        ["holds_position | Dov Shalev | Mossad | chief | former"],
    ),
    (
        "Ines Prado, the deputy director of the Policía Nacional's Organised Crime Brigade, gave evidence.",
        [
            "holds_position | Ines Prado | Organised Crime Brigade | deputy director",
            "part_of | Organised Crime Brigade | Policía Nacional",
        ],
    ),
    (
        "Peru's President Alba Quispe named General Hugo Castro as defence minister.",
        [
            "holds_position | Alba Quispe | Peru | President",
            "holds_position | Hugo Castro | | General",
            "holds_position | Hugo Castro | | defence minister",
        ],
    ),
    (
        "Nadia Saleh has served as UN special envoy since 2022.",
        ["holds_position | Nadia Saleh | UN | special envoy"],
    ),
    (
        (
            "Tariq Aziz Khan, director-general of the Federal Investigation Agency (FIA), said 40 "
            "people were held."
        ),
        ["holds_position | Tariq Aziz Khan | Federal Investigation Agency | director-general"],
    ),
    (
        "FIA spokesperson Hina Malik confirmed the raid in Karachi, Pakistan.",
        ["holds_position | Hina Malik | FIA | spokesperson", "located_in | Karachi | Pakistan"],
    ),
    (
        "Prosecutor General Iryna Bondar said that her predecessor, Oleh Kozak, had closed the case.",
        ["holds_position | Iryna Bondar | | Prosecutor General"],
    ),
    ("Lt. Gov. Ann Pruitt, R-Okla., will run for governor.", ["holds_position | Ann Pruitt | | Lt. Gov."]),
    (
        "The court in Antwerp convicted Bart Claes, leader of the Black Tide motorcycle club.",
        ["holds_position | Bart Claes | Black Tide | leader"],
    ),
    (
        "Camila Duarte, appointed head of Brazil's Federal Police in March, promised reforms.",
        ["holds_position | Camila Duarte | Federal Police | head", "located_in | Federal Police | Brazil"],
    ),
    (
        "He was replaced as Metropolitan Police commissioner by Joan Pike.",
        ["holds_position | Joan Pike | Metropolitan Police | commissioner"],
    ),
    (
        "Councillor Beth Owens (Labour) chairs the Police and Crime Panel.",
        [
            "holds_position | Beth Owens | Police and Crime Panel | chair",
            "holds_position | Beth Owens | | Councillor",
        ],
    ),
    (
        "Hugo Brandt, a partner at the law firm Keller & Voss, represents the family.",
        ["holds_position | Hugo Brandt | Keller & Voss | partner"],
    ),
    ("The man who led the raid, Sgt. Cole Baxter, was not hurt.", ["holds_position | Cole Baxter | | Sgt."]),
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
    (
        "The case came out of Operation Grey Heron, in which the FBI and Europol watched the docks.",
        ["took_part_in | FBI | Operation Grey Heron", "took_part_in | Europol | Operation Grey Heron"],
    ),
    (
        "Operation Grey Heron ended.\n\nTaking part in the operation:\n- Guardia Civil\n- DIICOT",
        ["took_part_in | Guardia Civil | the operation", "took_part_in | DIICOT | the operation"],
    ),
    (
        "Operation Grey Heron ended on Monday. The FBI led the operation.",
        ["took_part_in | FBI | the operation"],
    ),
    (
        "Prosecutors allege that Rico Salas belongs to the Sinaloa Cartel.",
        ["member_of | Rico Salas | Sinaloa Cartel | | | alleged"],
    ),
    (
        "Alleged MS-13 members Luis Peña and Hugo Rivas appeared in court on Monday.",
        ["member_of | Luis Peña | MS-13 | | | alleged", "member_of | Hugo Rivas | MS-13 | | | alleged"],
    ),
    (
        "Eurojust, the EU's judicial cooperation agency, is headquartered in The Hague.",
        ["located_in | Eurojust | The Hague"],
    ),
    (
        "The boat was stopped near Marsaxlokk, a fishing village in southern Malta.",
        ["located_in | Marsaxlokk | Malta"],
    ),
    ("Vienna-based UNODC published the figures.", ["located_in | UNODC | Vienna"]),
    ("Officers from the Met's Flying Squad made the arrest.", ["part_of | Flying Squad | Met"]),
    (
        "The Organised Crime Unit of the Bundeskriminalamt led the inquiry.",
        ["part_of | Organised Crime Unit | Bundeskriminalamt"],
    ),
    (
        "Quantor GmbH, a wholly owned subsidiary of Helix Group, filed for bankruptcy.",
        ["part_of | Quantor GmbH | Helix Group"],
    ),
    (
        "The Guardia Civil, working alongside Europol and the Policía Judiciária, seized the boat.",
        ["works_with | Guardia Civil | Europol", "works_with | Guardia Civil | Policía Judiciária"],
    ),
    (
        "The arrests followed a joint investigation by the NCA and the French Gendarmerie.",
        ["works_with | NCA | French Gendarmerie"],
    ),
    (
        "Operation Silver Wake was coordinated by Europol and involved police from the Guardia Civil.",
        [
            "took_part_in | Europol | Operation Silver Wake",
            "took_part_in | Guardia Civil | Operation Silver Wake",
        ],
    ),
    (
        "DEA agents seized 40 kilos of heroin in Operation Long Night.",
        ["took_part_in | DEA | Operation Long Night"],
    ),
    (
        "Dmitri Volkov, widely believed to be a member of the Tambov Group, denies any link to it.",
        ["member_of | Dmitri Volkov | Tambov Group | | | alleged"],
    ),
    (
        "Europol's European Cybercrime Centre took down the site.",
        ["part_of | European Cybercrime Centre | Europol"],
    ),
    (
        "The Serious Fraud Office, an arm of the Attorney General's Office, opened the file.",
        ["part_of | Serious Fraud Office | Attorney General's Office"],
    ),
    (
        "Doctors Without Borders, headquartered in Geneva, evacuated its staff.",
        ["located_in | Doctors Without Borders | Geneva"],
    ),
    ("The ship left the Estonian port of Paldiski for Gdynia in Poland.", ["located_in | Gdynia | Poland"]),
    (
        "The Drug Enforcement Administration cooperated with the Royal Thai Police on the case.",
        ["works_with | Drug Enforcement Administration | Royal Thai Police"],
    ),
    (
        "Eurojust and the Italian Guardia di Finanza jointly seized assets.",
        ["works_with | Eurojust | Guardia di Finanza"],
    ),
    (
        "With the help of Interpol, the Kenya Police arrested four men.",
        ["works_with | Kenya Police | Interpol"],
    ),
    (
        (
            "Operation Iron Tide, led by the Australian Federal Police with assistance from the FBI, "
            "ran for two years."
        ),
        [
            "took_part_in | Australian Federal Police | Operation Iron Tide",
            "took_part_in | FBI | Operation Iron Tide",
        ],
    ),
    (
        "Agencies including Europol, Frontex and the NCA joined Operation Cold Harbour.",
        [
            "took_part_in | Europol | Operation Cold Harbour",
            "took_part_in | Frontex | Operation Cold Harbour",
            "took_part_in | NCA | Operation Cold Harbour",
        ],
    ),
    ("The NCA launched Operation Venetic in 2020.", ["took_part_in | NCA | Operation Venetic"]),
]

TRAPS = [
    ("Operation Grey Heron ended on Monday.\n\nFor questions call:\n- Spain: Guardia Civil", "took_part_in"),
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
    ("The trial of Bruno Keller, whom the FBI had wanted since 2015, opened in Boston.", ""),
    ("Ruth Abel told the Senate she had never met the director of the CIA.", ""),
    ("Hank Doyle led the Senate in fundraising last year.", ""),
    ("Interpol issued a notice for Victor Lang, the son of a bank director.", ""),
    ("The minister said Carla Rossi had left Rome for Milan with her brother.", ""),
    ("The head of the company, who asked not to be named, said Peter Wenz was on leave.", ""),
    ("The Coast Guard in June handed the case to the FBI with the consent of Interpol.", ""),
    ("Lawyers for Anton Weiss asked the court to hear the chief of the Border Force.", ""),
    ("Neither Europol nor the FBI would comment on Operation Black Reed.", ""),
    ("Elena Marsh, whose father was mayor of Bristol, was found in Cardiff.", ""),
    ("Marta Silva beat the favourite, former champion Inês Rocha, in Porto.", ""),
    ("The attorney general of Texas declined to say whether Wade Hollis was a target.", ""),
    ("Police chiefs from Ohio, Texas and Utah met Nina Frost.", ""),
    ("Relatives of Yusuf Demir, who died in prison, blamed the director.", ""),
    ("The CIA and the KGB spied on Edgar Stolz for years.", ""),
    ("In Paris, the minister praised Leon Marchand and the army.", ""),
    ("Interpol said Operation Dry Reed had nothing to do with the FBI.", ""),
    ("A spokesman for the family of Ivo Lenz said the Bundeswehr had apologised.", ""),
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
