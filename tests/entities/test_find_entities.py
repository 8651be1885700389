"""What a document says about who is who, over the language model: names, types, posts, links, care."""

from __future__ import annotations

import pytest

from entities.reading import found, meant, mention, names, same, words
from eventgraph.entities import EntityFindings
from eventgraph.vocabulary import Status

pytestmark = pytest.mark.model


def relations(text: str) -> list[tuple[str, str, str, str, str]]:
    """Type, subject, object, label and qualifier of each relation."""
    return [
        (r.type, words(text, r.subject), words(text, r.object), r.label, r.qualifier)
        for r in found(text).relations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The FBI searched the house on Friday.", [("agency", "FBI")]),
        (
            "The Department of Veterans Affairs closed two clinics in Tulsa.",
            [("agency", "Department of Veterans Affairs"), ("location", "Tulsa")],
        ),
        (
            "The Ministry of Trade and Industry fined the company.",
            [("agency", "Ministry of Trade and Industry")],
        ),
        (
            "The Ostmark Bureau of Parks and Recreation (OBPR) sued on Monday. OBPR lost.",
            [
                ("agency", "Ostmark Bureau of Parks and Recreation"),
                ("agency", "OBPR"),
                ("agency", "OBPR"),
            ],
        ),
        (
            "Police arrested nine people during Operation Silent Otter in Bristol.",
            [("operation", "Operation Silent Otter"), ("location", "Bristol")],
        ),
        (
            "The crackdown, dubbed Paper Lantern, ended on Sunday.",
            [("operation", "Paper Lantern")],
        ),
        (
            "Judge Ada Quist spoke in Oslo. Quist then left for Bergen.",
            [("official", "Ada Quist"), ("location", "Oslo"), ("official", "Quist"), ("location", "Bergen")],
        ),
        (
            "Danish police searched a farm in the Netherlands.",
            [("location", "the Netherlands")],
        ),
        (
            "The Larnby County Sheriff's Office searched a plant of Brightwell, a food company.",
            [("agency", "Larnby County Sheriff's Office"), ("organisation", "Brightwell")],
        ),
        (
            "A 52-year-old man, Colm Strand, left Denmark; minister Helena Brandel said nothing.",
            [("person", "Colm Strand"), ("location", "Denmark"), ("official", "Helena Brandel")],
        ),
        (
            "Michael Jordan met the king of Jordan in Amman. Jordan said nothing.",
            [
                ("person", "Michael Jordan"),
                ("location", "Jordan"),
                ("location", "Amman"),
                ("person", "Jordan"),
            ],
        ),
        (
            "Guests praised the Fairwing F20 in the town of Larnby.",
            [("location", "Larnby")],
        ),
        (
            "HARWICK, Ohio (AP) — The mayor, Otto Brandel, resigned.",
            [
                ("location", "HARWICK"),
                ("location", "Ohio"),
                ("organisation", "AP"),
                ("official", "Otto Brandel"),
            ],
        ),
    ],
)
def test_names_and_types(text: str, expected: list[tuple[str, str]]) -> None:
    """Names are found whole, without article and possessive, and of the right type."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "FBI Director Ada Quist resigned.",
            ("holds_position", "Ada Quist", "FBI", "Director", ""),
        ),
        (
            "Otto Brandel, acting director of the Drug Enforcement Administration, spoke on Monday.",
            ("holds_position", "Otto Brandel", "Drug Enforcement Administration", "director", "acting"),
        ),
        (
            "Ada Quist, a former finance minister, was arrested.",
            ("holds_position", "Ada Quist", "", "finance minister", "former"),
        ),
        (
            "A man was held by the FBI's Boston Field Office.",
            ("part_of", "Boston Field Office", "FBI", "", ""),
        ),
        (
            "The store in Portland, Ore., was robbed.",
            ("located_in", "Portland", "Ore.", "", ""),
        ),
        (
            "The mayor of Lisbon, Otto Brandel, resigned.",
            ("holds_position", "Otto Brandel", "Lisbon", "mayor", ""),
        ),
        (
            "A spokesman for the Ministry of Health, Otto Brandel, resigned.",
            ("holds_position", "Otto Brandel", "Ministry of Health", "spokesman", ""),
        ),
        (
            "U.S. Secretary of Defense Otto Brandel met the press.",
            ("holds_position", "Otto Brandel", "U.S.", "Secretary of Defense", ""),
        ),
        (
            "Otto Brandel, a member of the Hells Angels, was arrested.",
            ("member_of", "Otto Brandel", "Hells Angels", "", ""),
        ),
        (
            "Operation Grey Heron, run by Europol, ended in May.",
            ("took_part_in", "Europol", "Operation Grey Heron", "", ""),
        ),
        (
            "Europol works in partnership with the World Health Organization.",
            ("works_with", "Europol", "World Health Organization", "", ""),
        ),
    ],
)
def test_relations(text: str, expected: tuple[str, str, str, str, str]) -> None:
    """A relation that a sentence states is found, with its title and how it is held."""
    assert expected in relations(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Otto Brandel, a suspected member of the Hells Angels, was arrested.", Status.ALLEGED),
        ("Otto Brandel, a member of the Hells Angels, was arrested.", Status.HAPPENED),
        ("Otto Brandel was barred from serving as a director of Larnair.", Status.NEGATED),
        ("Quist accused Interior Secretary Otto Brandel of shielding generals.", Status.HAPPENED),
    ],
)
def test_what_is_only_alleged_keeps_that_status(text: str, status: Status) -> None:
    """Membership that the text only alleges is not stated as a fact."""
    assert [r.status for r in found(text).relations] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Judge Ada Quist spoke. Quist then left.",
            ("Ada Quist", "Quist"),
        ),
        (
            "The Los Angeles Police Department arrested a man. LAPD gave no name.",
            ("Los Angeles Police Department", "LAPD"),
        ),
        (
            "The Kenya Wildlife Service found tusks. The agency arrested two men.",
            ("Kenya Wildlife Service", "The agency"),
        ),
        (
            "Judge Ada Quist of the Larnby District Court spoke. The judge then left.",
            ("Ada Quist", "The judge"),
        ),
        (
            "The Border Patrol and the Coast Guard met. The border agency left.",
            ("Border Patrol", "The border agency"),
        ),
        (
            "Police ended Operation Grey Heron. The operation took a year.",
            ("Operation Grey Heron", "The operation"),
        ),
        (
            "The Brightwell Foods Ltd. plant shut. Brightwell gave no reason.",
            ("Brightwell Foods Ltd.", "Brightwell"),
        ),
        (
            "The Department of Justice sued. The Justice Department won.",
            ("Department of Justice", "Justice Department"),
        ),
        (
            "A court in the US ruled. The United States appealed.",
            ("US", "The United States"),
        ),
        (
            "Police seek Rafael Caro Quintana. Caro Quintana is 69.",
            ("Rafael Caro Quintana", "Caro Quintana"),
        ),
        (
            "The Larnby Police Department searched a flat. Police arrested two men.",
            ("Larnby Police Department", "Police"),
        ),
        (
            "Mayor Ada Quist spoke. She resigned.",
            ("Ada Quist", "She"),
        ),
        (
            "The Sudanese Armed Forces (SAF) shelled the camp. The SAF had bombed it before.",
            ("Sudanese Armed Forces", "SAF"),
        ),
        (
            "Grupo Larnavela named Ada Quist. Otto Brandel had led Larnavela since 2011.",
            ("Grupo Larnavela", "Larnavela"),
        ),
        (
            "Declan Ó Tarnain stole it. The practice of Ó Tarnain shut.",
            ("Declan Ó Tarnain", "Ó Tarnain"),
        ),
        (
            "Kang Dae-sik was jailed on Monday. Kang, who once coached the team, denied it.",
            ("Kang Dae-sik", "Kang"),
        ),
    ],
)
def test_links(text: str, expected: tuple[str, str]) -> None:
    """Two mentions of one thing are linked."""
    assert expected in same(text)


@pytest.mark.parametrize(
    "text",
    [
        "Larnby Police searched a flat. Norfolk Police helped. Police arrested two men.",
        "Larnby Police searched a flat. Local police were told.",
        "Larnby Police searched a flat. Police in Ostmark were told.",
    ],
)
def test_police_without_a_name_may_be_others(text: str) -> None:
    """Two forces, or a word that says which, keep "police" from being the one that is named."""
    assert not {right for _, right in same(text) if right.lower() == "police"}


@pytest.mark.parametrize(
    ("text", "words_"),
    [
        ("Judge Ada Quist met Judge Mona Quist. Quist then left.", "Quist"),
        ("Judge Mona Brandel spoke. Brandel left. Judge Ada Brandel came.", "Ada Brandel"),
        ("The FBI called Europol. The agency gave no answer.", "The agency"),
        ("Mayor Ada Quist met Mayor Mona Brandel. She resigned.", "She"),
    ],
)
def test_ties_are_refused(text: str, words_: str) -> None:
    """Where two things fit, neither is taken."""
    assert not [pair for pair in same(text) if words_ in pair]


@pytest.mark.parametrize(
    ("text", "name", "protected"),
    [
        ("Mia Rowe, 9, was found in a barn.", "Mia Rowe", True),
        ("Mia Rowe, a nine-year-old girl, was found in a barn.", "Mia Rowe", True),
        ("Police found toddler Mia Rowe in a barn.", "Mia Rowe", True),
        ("The boy, Jon Quist, was taken to hospital.", "Jon Quist", True),
        ("Missing 15-year-old Nora Lind was last seen in Oslo.", "Nora Lind", True),
        ("Students Ada Quist and Mona Quist, both 16, went missing.", "Ada Quist", True),
        ("Students Ada Quist and Mona Quist, both 16, went missing.", "Mona Quist", True),
        ("The man raped Lena Moor, 24, in 2019, the court heard.", "Lena Moor", True),
        ("Otto Brandel, 44, was found in a barn.", "Otto Brandel", False),
        ("Child actor Ben Rowe, 45, was fined.", "Ben Rowe", False),
        ("Jon Quist, 17, was charged; his teacher, Otto Brandel, 41, was not.", "Otto Brandel", False),
    ],
)
def test_children_and_victims_are_protected(text: str, name: str, protected: bool) -> None:  # noqa: FBT001 (a column)
    """A person under 18, one called a child, and the victim of a sexual crime are protected; nobody else."""
    assert mention(text, name).protected is protected


def test_a_case_number_is_an_attribute_of_the_one_person_of_its_sentence() -> None:
    """With the words that say it."""
    text = "Otto Brandel pleaded guilty in Case No. 1:23-cr-00417."
    attribute = mention(text, "Otto Brandel").attributes[-1]
    assert (attribute.key, attribute.value, words(text, attribute)) == (
        "case number",
        "1:23-cr-00417",
        "1:23-cr-00417",
    )


def test_a_victim_of_a_sexual_crime_is_protected() -> None:
    """Also where the person is an adult, and also where the surname stands alone."""
    text = (
        "The victim, Lena Moor, 22, was sexually assaulted by a guard, prosecutors say. Moor told the police."
    )
    assert mention(text, "Lena Moor").protected
    assert mention(text, "Moor").protected


def test_an_official_is_one_throughout() -> None:
    """A surname has the type of the full name, and a successor that of the predecessor."""
    text = "Finance Minister Ada Quist, who replaced Otto Brandel, resigned. Quist gave no reason."
    assert [kind for kind, _ in names(text)] == ["official", "official", "official"]


def test_age_and_nationality_are_attributes() -> None:
    """Age and nationality stand on the mention, with the words that say them."""
    text = "Danish diplomat Otto Brandel, 44, was questioned."
    attributes = mention(text, "Otto Brandel").attributes
    assert [(a.key, a.value, words(text, a)) for a in attributes] == [
        ("age", "44", "44"),
        ("nationality", "Denmark", "Danish"),
    ]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Otto Brandel, 44, was questioned.", "44"),
        ("Sixty-two-year-old Otto Brandel was questioned.", "62"),
        ("Otto Brandel, a thirty-year-old clerk, was questioned.", "30"),
        ("Otto Brandel, a nine-year-old boy, was questioned.", "9"),
    ],
)
def test_ages_in_figures_and_words(text: str, age: str) -> None:
    """An age is a number, however it is written."""
    assert [a.value for a in mention(text, "Otto Brandel").attributes if a.key == "age"] == [age]


def test_all_spans_carry_the_document() -> None:
    """Every span of the findings is within the text of the document."""
    text = "Judge Ada Quist, 51, of the Supreme Court spoke in Portland, Ore., on Monday. She left."
    findings = found(text)
    assert findings.mentions
    for item in [*findings.mentions, *findings.relations]:
        assert item.document == "d"
        assert 0 <= item.start < item.end <= len(text)


def test_nothing_comes_of_nothing() -> None:
    """An empty text has no entities."""
    assert found("") == EntityFindings()


@pytest.mark.parametrize(
    "text",
    [
        "The man, who was not named, denies it, his lawyer Ingrid Solheim told NRK. He was remanded.",
        "A teacher was arrested on Monday. Prosecutor Kim Hagen said he had fled to Larnby.",
        "Otto Brandel met Lars Quist on Sunday. He was arrested two days later.",
        "Otto Brandel was questioned with a 38-year-old Ruritanian national. He was charged on Friday.",
        "A spokesman for the army, Colonel Otto Brandel, blamed the owner. He has been on the run since May.",
        "Otto Brandel pleaded not guilty in Abuja. Justice Emil Moor adjourned the matter. He was remanded.",
        "A 17-year-old was arrested on Friday. Otto Brandel lives next door. He is charged with arson.",
        "Otto Brandel found the body. He was shot twice.",
        "“We found him in the cellar,” said Detective Jon Berg. He had been missing for a week.",
        "Sara Lind, whose son was killed, said that he had been a quiet boy. He was buried on Monday.",
        "Mayor Lars Holt condemned the attack. He was arrested within hours.",
        "One of the men attacked Otto Brandel. He was arrested at the station.",
        "The judge, Otto Brandel, told him to sit down.",
        "On his way home, Otto Brandel saw the fire.",
        "“Our thoughts are with her family,” Ada Quist said.",
        "Ada Quist resigned in May. He was arrested in June.",
        "The suspect drove to the town of Larnby. Otto Brandel lives there. The suspect then fled.",
        "Deputy director Ada Quist spoke on Monday. The director has resigned.",
        "Commissioner Otto Brandel spoke. Aides said that the commissioner, Teresa Kalla, had resigned.",
        "Officer Otto Brandel wrote the report. The officer was dismissed.",
        '"Tell Otto Brandel to come and see it," he said.',
    ],
)
def test_a_person_is_meant_only_where_nobody_else_can_be(text: str) -> None:
    """Whoever is described counts as much as whoever is named; gender, quotes and titles decide against."""
    assert not meant(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otto Brandel was arrested on Monday. He denies the charge.", ("Otto Brandel", "He")),
        ("Elke Quist met Lars Brandel in May. She resigned in June.", ("Elke Quist", "She")),
        ("“It was dark,” Otto Brandel told reporters. He said the boat sank.", ("Otto Brandel", "He")),
        ("His wife Dagny Moor and his brother Odd were charged. She sought bail.", ("Dagny Moor", "She")),
        (
            "A builder was robbed. Otto Brandel, 46, was later arrested at his home in Larnby.",
            ("Otto Brandel", "his"),
        ),
        ("Ada Quist, a retired teacher, was arrested. She denies it.", ("Ada Quist", "She")),
        ("Mr Brandel was fined in Larnby. He will appeal.", ("Brandel", "He")),
        ("Ada Quist said she hoped to return.", ("Ada Quist", "she")),
        ("Ada Quist and her husband left the country.", ("Ada Quist", "her")),
        (
            "Commissioner Otto Brandel spoke on Monday. The commissioner gave no names.",
            ("Otto Brandel", "The commissioner"),
        ),
    ],
)
def test_a_person_is_meant_where_nobody_else_can_be(text: str, expected: tuple[str, str]) -> None:
    """One person near by of that gender, the speaker who speaks on, the owner in a clause of one's own."""
    assert expected in meant(text)


@pytest.mark.parametrize(
    "text",
    [
        "Larnby Steel Ltd and a haulage company went bankrupt. The company owed millions.",
        "Contracts go to Larnby Steel Ltd. Nothing is paid to the company chosen at random.",
        "Larnby Steel Ltd sued a supplier. The company had forged papers.",
        "Larnby Steel Ltd spoke on Monday. The shipping company Fairwing denied it.",
    ],
)
def test_a_body_is_meant_only_where_no_other_can_be(text: str) -> None:
    """Bodies without a name count against a link; words that say which one is meant, or a name, end it."""
    assert not meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Lena Moor, 16, was hurt. Her mother, Anna Moor, spoke. Moor said she was relieved.", "Moor said"),
        ("Moor Case Shocks Town\n\nLena Moor, 16, was hurt in Larnby.", "Moor Case"),
        ("Lena Moor, 16, was hurt in Larnby. The anti-Moor camp and the MOOR file are gone.", "MOOR file"),
    ],
)
def test_a_protected_surname_is_covered_wherever_it_stands(text: str, word: str) -> None:
    """Also in a headline, and where it may be a relative's."""
    at = text.index(word)
    covering = [m for m in found(text).mentions if m.start <= at < m.end]
    assert covering
    assert all(m.protected for m in covering)


@pytest.mark.parametrize(
    "text",
    [
        "Two Larnby Men Sentenced for Roles in $1.2 Million Loan Fraud\n\nTwo men were sentenced.",
        "PRESIDENT QUISTE VOWS TO REBUILD THE HARBOUR\n\nThe work begins in May.",
    ],
)
def test_headlines_make_no_names(text: str) -> None:
    """Capitals say nothing in a headline; what neither the lexicon nor the text knows is no name there."""
    assert not names(text)


def test_headlines_keep_names_of_the_text() -> None:
    """A name that the running text has is one in the headline too."""
    text = "Border Guard Ana Petrova Honoured By Ministry In Sofia\n\nAna Petrova has served since 2002."
    assert names(text) == [("person", "Ana Petrova"), ("location", "Sofia"), ("person", "Ana Petrova")]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The boat, travelling from Minolta to Goma, sank on Friday.", "location", "Minolta"),
        ("A survivor, Alfani Moor Byam, told reporters that he swam.", "person", "Alfani Moor Byam"),
        ("Governor Marina del Pilar Moor spoke.", "official", "Marina del Pilar Moor"),
        ("Nordbank Ltd and Ostbank Ltd merged in May.", "organisation", "Ostbank Ltd"),
        ("Her mother, Han Soo-ari, wept in court.", "person", "Han Soo-ari"),
        ("Prosecutor Lim Hyun-sook asked for nine years.", "official", "Lim Hyun-sook"),
        ("He has left, said Inese Brandelova, a spokeswoman for Larnair.", "person", "Inese Brandelova"),
        ("Those held include P. Brandelo and I. Tarnoko, both once employed there.", "person", "I. Tarnoko"),
        ("He gave the money to his party, Nová Larna.", "organisation", "Nová Larna"),
        ("Otto's firm, Golden Tarn Leisure, closed.", "organisation", "Golden Tarn Leisure"),
        ("Police identified the victim of the crash as Harpi Dhalo on Tuesday.", "person", "Harpi Dhalo"),
        ("A doctor at the Southern Hospital, Amna Yagoub, told reporters so.", "person", "Amna Yagoub"),
        ("One of the victims, identified as M.T., told the court so.", "person", "M.T."),
        ("Police raided flats in Alicante and Murcia.", "location", "Alicante"),
        ("They met in Trinidad and Tobago.", "location", "Trinidad and Tobago"),
        ("Court was held in the Northern District of Larnia.", "location", "Northern District of Larnia"),
        ("Cllr Hilary Tarn, 61, said so in a letter.", "official", "Hilary Tarn"),
        ("The inquiry was led by barrister Fiona Tarn KC.", "person", "Fiona Tarn"),
        ("Thorén, who has led the inquiry since March, said so.", "person", "Thorén"),
        ("The owner, Compañía Minera Tarnumi, ignored it.", "organisation", "Compañía Minera Tarnumi"),
        ("Larn County Sheriff Regina Quist said so.", "location", "Larn County"),
        ("He agreed to sell a mine in Minas Gerais.", "location", "Minas Gerais"),
        ("The case was brought under Project Safe Harbours.", "operation", "Project Safe Harbours"),
        ("Surrey RCMP responded to reports of shots.", "agency", "Surrey RCMP"),
        ("Spokeswoman Claire Tarn said so.", "person", "Claire Tarn"),
        (
            "EL LARNA, Sudan, March 3, 2024 -- Nine died. He would not leave El Larna to the militia.",
            "location",
            "El Larna",
        ),
        ("Declan Ó Tarnain stole it. The practice of Ó Tarnain shut.", "person", "Ó Tarnain"),
    ],
)
def test_words_beside_a_name_tell_its_type(text: str, kind: str, name: str) -> None:
    """A route, a description, a particle, the form of a company."""
    assert (kind, name) in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "A 51-year-old Slovak businessman was held on Friday.",
        "The ring is said to have dodged VAT for nine years.",
        "A Detective Senior Constable was hurt.",
        "The last survivor was cut out of coach S4 after seven hours.",
    ],
)
def test_demonyms_and_common_acronyms_are_no_names(text: str) -> None:
    """They name nobody."""
    assert not names(text)


def test_a_ship_is_no_person() -> None:
    """What sails has a name too."""
    assert ("person", "Bonny May") not in names("The trawler Bonny May was struck by a dredger off Larnby.")


@pytest.mark.parametrize(
    "text",
    [
        "His lawyer Ingrid Moor told the court on Monday that he was innocent.",
        "His lieutenant, Otto Brandel, was killed.",
        "Defence counsel Ronan Quill said that he was innocent.",
        "Her sister, Helen Quist, hugged a friend outside the Supreme Court.",
    ],
)
def test_lawyers_and_relatives_hold_no_post(text: str) -> None:
    """They are people, not officials."""
    assert not relations(text)
    assert {kind for kind, name in names(text) if " " in name and "Court" not in name} == {"person"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otto Brandel, alias “El Búho”, fled.", ("Otto Brandel", "El Búho")),
        ("Otto Brandel, also known as Rolf Moor, was held.", ("Otto Brandel", "Rolf Moor")),
    ],
)
def test_an_alias_is_another_name_of_the_same(text: str, expected: tuple[str, str]) -> None:
    """What somebody is called too is a name of his, though it has not a word in common with the first."""
    assert expected in same(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otto Brandel fled to Mae Larn.", ("location", "Mae Larn")),
        ("Bishop Anton Brandel prayed for them.", ("person", "Anton Brandel")),
    ],
)
def test_words_before_a_name_tell(text: str, expected: tuple[str, str]) -> None:
    """A verb of motion, a courtesy."""
    assert expected in names(text)
