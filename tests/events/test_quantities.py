"""Numbers: value, bounds, qualifier, unit, and what they count."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.events.quantities import find_numbers, quantity

pytestmark = pytest.mark.model

Row = tuple[str, str, float | None, float | None, float | None, str, str, str]

NUMBERS: list[Row] = [
    # the sentence, the words, value, low, high, unit, what, qualifier
    ("Police arrested 139 people.", "139", 139, 139, 139, "people", "people", ""),
    ("Thirteen children drowned.", "Thirteen", 13, 13, 13, "people", "children", ""),
    ("Twenty-one ships sank.", "Twenty-one", 21, 21, 21, "ship", "ships", ""),
    ("At least 50 people died.", "At least 50", 50, 50, None, "people", "people", "at least"),
    ("Over 100 agencies helped.", "Over 100", 100, 101, None, "agency", "agencies", "over"),
    ("More than 1,200 kilograms of cocaine were seized.", "More than 1,200 kilograms", 1200, 1200, None, "kg",
     "cocaine", "more than"),
    ("Nearly 300 people marched.", "Nearly 300", 300, None, 299, "people", "people", "nearly"),
    ("Up to 40 homes burned.", "Up to 40", 40, None, 40, "home", "homes", "up to"),
    ("About 60 soldiers left.", "About 60", 60, None, None, "people", "soldiers", "about"),
    ("A record 655 suspects were held.", "A record 655", 655, 655, 655, "people", "suspects", "a record"),
    ("Between 5 and 7 people died.", "Between 5 and 7", None, 5, 7, "people", "people", "between"),
    ("Dozens of people fled.", "Dozens", None, 24, None, "people", "people", ""),
    ("Two dozen officers came.", "Two dozen", 24, 24, 24, "people", "officers", ""),
    ("He paid $3.4 million.", "$3.4 million", 3_400_000, 3_400_000, 3_400_000, "USD", "", ""),
    ("It cost 20 million euros.", "20 million euros", 20_000_000, 20_000_000, 20_000_000, "EUR", "euros", ""),
    ("Agents found 40 kg of heroin.", "40 kg", 40, 40, 40, "kg", "heroin", ""),
    ("An undisclosed number of people were hurt.", "An undisclosed number", None, None, None, "", "people",
     "undisclosed"),
    ("He took Rs 8 lakh in cash.", "Rs 8 lakh", 800_000, 800_000, 800_000, "INR", "", ""),
    ("They lost Sh1.2 billion.", "Sh1.2 billion", 1_200_000_000, 1_200_000_000, 1_200_000_000, "KES", "", ""),
    ("A 6.4-magnitude earthquake struck.", "6.4", 6.4, 6.4, 6.4, "magnitude", "earthquake", ""),
    ("23 of the suspects fled.", "23", 23, 23, 23, "people", "suspects", ""),
    ("They dehorned over 2 200 rhinos.", "over 2 200", 2200, 2201, None, "rhino", "rhinos", "over"),
    ("She took R480 000 in cash.", "R480 000", 480_000, 480_000, 480_000, "ZAR", "", ""),
    ("It lost N1.2 billion.", "N1.2 billion", 1_200_000_000, 1_200_000_000, 1_200_000_000, "NGN", "", ""),
    ("They spent P2.7bn on dikes.", "P2.7bn", 2_700_000_000, 2_700_000_000, 2_700_000_000, "PHP", "", ""),
    ("It will cost Tk 12 crore.", "Tk 12 crore", 120_000_000, 120_000_000, 120_000_000, "BDT", "", ""),
    ("Police arrested 200-odd marchers.", "200-odd", 200, None, None, "people", "marchers", "- odd"),
    ("Perhaps 50,000 people died.", "Perhaps 50,000", 50_000, None, None, "people", "people", "perhaps"),
    ("Well under 40 people came.", "Well under 40", 40, None, 39, "people", "people", "well under"),
    ("He owned up to 23 thefts.", "23", 23, 23, 23, "theft", "thefts", ""),
    ("Half a million people fled.", "Half a million", 500_000, 500_000, 500_000, "people", "people", ""),
    ("A quarter of a million people fled.", "A quarter of a million", 250_000, 250_000, 250_000, "people",
     "people", ""),
    ("Half a dozen men fled.", "Half a dozen", 6, 6, 6, "people", "men", ""),
    ("Two and a half million people fled.", "Two and a half million", 2_500_000, 2_500_000, 2_500_000,
     "people", "people", ""),
    ("Two hundred and fifty people fled.", "Two hundred and fifty", 250, 250, 250, "people", "people", ""),
    ("Between one hundred and two hundred men fled.", "Between one hundred and two hundred", None, 100,
     200, "people", "men", "between"),
    ("Tens of thousands of people fled.", "Tens of thousands", None, 20_000, None, "people", "people", ""),
    ("Several hundred people fled.", "Several hundred", None, 300, None, "people", "people", ""),
    ("The firm lost $2.3bn.", "$2.3bn", 2_300_000_000, 2_300_000_000, 2_300_000_000, "USD", "", ""),
    ("A seven-member gang fled.", "seven", 7, 7, 7, "people", "gang", ""),
    ("A 40-strong crew fled.", "40", 40, 40, 40, "people", "crew", ""),
    ("They jailed up to 23 men.", "up to 23", 23, None, 23, "people", "men", "up to"),
    ("He was fined R2,5 million.", "R2,5 million", 2_500_000, 2_500_000, 2_500_000, "ZAR", "", ""),
    ("They stole 1,5 million euros.", "1,5 million euros", 1_500_000, 1_500_000, 1_500_000, "EUR", "euros",
     ""),
    ("They stole €1.2m-worth of rings.", "€1.2m", 1_200_000, 1_200_000, 1_200_000, "EUR", "rings", ""),
    ("She won 10 million won.", "10 million won", 10_000_000, 10_000_000, 10_000_000, "KRW", "", ""),
    ("He paid 300 Egyptian pounds.", "300 Egyptian pounds", 300, 300, 300, "EGP", "pounds", ""),
    ("It lost 20,000 Canadian dollars.", "20,000 Canadian dollars", 20_000, 20_000, 20_000, "CAD", "dollars",
     ""),
    ("They spent 84 million pounds.", "84 million pounds", 84_000_000, 84_000_000, 84_000_000, "GBP",
     "pounds", ""),
    ("They ate 2 million pounds of beef.", "2 million pounds", 2_000_000, 2_000_000, 2_000_000, "lb", "beef",
     ""),
    ("A pair of hikers fled.", "pair", 2, 2, 2, "people", "hikers", ""),
    ("A trio of suspects fled.", "trio", 3, 3, 3, "people", "suspects", ""),
    ("Between 30 and 40 masked men fled.", "Between 30 and 40", None, 30, 40, "people", "men", "between"),
    ("They lost six of their nine ships.", "six", 6, 6, 6, "ship", "ships", ""),
    ("None of the 44 sailors drowned.", "44", 44, 44, 44, "people", "sailors", ""),
    ("Exports climbed 7.4 per cent.", "7.4 per cent", 7.4, 7.4, 7.4, "%", "", ""),
]  # fmt: skip


@pytest.mark.parametrize("row", NUMBERS, ids=lambda row: row[0])
def test_numbers(read: Callable[..., Reading], row: Row) -> None:
    """A number keeps its words, qualifier included, its value and its bounds."""
    text, words, value, low, high, unit, what, qualifier = row
    reading = read(text)
    found = [quantity(reading, number, "") for number in find_numbers(reading)]
    assert [text[q.start : q.end] for q in found] == [words]
    expected = [None if number is None else Decimal(str(number)) for number in (value, low, high)]
    assert [found[0].value, found[0].low, found[0].high] == expected
    assert (found[0].unit, found[0].what, found[0].qualifier) == (unit, what, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "A 911 call came.",
        "It was one of the worst fires.",
        "He was born in 1990.",
        "Tom Varga, 47, fled.",
        "The 27-year-old teacher fled.",
        "A man aged 30 fled.",
        "They wore N95 masks.",
        "The Norvik 500 jets were checked.",
        "A seven-storey hotel burned.",
        "Three quarters of the workers fled.",
        "Two-thirds of the members fled.",
        "One in three nurses walked out.",
        "Nine out of ten doctors agreed.",
        "A house at 22 Palm Street burned.",
        "It opened at 14 Rue Lafayette.",
        "The Swiss won 2-0.",
        "They lost after a 3-3 draw.",
        "Half of them were under 12.",
        "They banned children under 16.",
        "Not one came.",
        "One must wait.",
        "They found oil in Block 59.",
        "It burned on line 6.",
        "It ran between Jan. 22 and Jan. 31.",
        "A Three Crowns fan sang.",
        "The Four Oaks inn burned.",
    ],
)
def test_what_counts_nothing(read: Callable[..., Reading], text: str) -> None:
    """Years and ages count nothing."""
    assert find_numbers(read(text)) == ()


HANGING = [
    # a preposition hangs them on the happening, or on what it is done to
    ("A broker was accused of forging permits for 3,400 cattle.", "forging", {("patient", 3400)}),
    ("The president commuted the sentences of five others.", "commuted", {("patient", 5)}),
    ("Norland froze the assets of nine people and two firms.", "froze", {("patient", 9), ("patient", 2)}),
    ("Power was restored to 11 towns.", "restored", {("patient", 11)}),
    (
        "The firm paid $3 million to the families of the 46 miners.",
        "paid",
        {("patient", 3e6), ("recipient", 46)},
    ),
    ("A truck bomb hit the embassy, injuring over 4,000.", "injuring", {("patient", 4000)}),
    ("Police in six countries arrested the man.", "arrested", set()),
    ("Police arrested a mother of three.", "arrested", set()),
    ("The chief was suspended over 14 complaints.", "suspended", set()),
    ("The bus crashed with 52 pilgrims on board.", "crashed", set()),
    ("Police raided houses in 12 cities.", "raided", set()),
    ("Families were evacuated to 45 shelters.", "evacuated", set()),
    ("The plane landed with one engine at nine.", "landed", set()),
]
DIVIDED = [
    # two happenings in a sentence, each with its own
    ("Officers arrested and charged three men.", "arrested", {("patient", 3)}),
    ("At least 14 people were killed or injured.", "killed", {("patient", 14)}),
    ("Police arrested a man and wounded three boys.", "arrested", set()),
    ("Some 5,000 teachers marched to demand a pay rise.", "demand", set()),
    ("A court jailed three men for stealing $2 million.", "stealing", {("patient", 2e6)}),
    ("The bank pledged $4 million to rebuild 18 schools.", "rebuild", {("patient", 18)}),
    ("Lawmakers voted 61 to 38 to impeach the governor.", "voted", {("", 61), ("", 38)}),
    ("Lawmakers voted 61 to 38 to impeach the governor.", "impeach", set()),
    ("Councillors voted by 15 to 12 to close the school.", "voted", {("", 15), ("", 12)}),
    ("The 26-member council banned the film.", "banned", set()),
    ("A 12-strong gang robbed the bank.", "robbed", {("agent", 12)}),
    ("Police found 14 rings, two guns and $300.", "found", {("patient", 14), ("patient", 2), ("", 300)}),
    ("None of the 44 people aboard came to harm.", "came to harm", {("patient", 44)}),
    ("None of the 12 sailors was hurt.", "hurt", {("patient", 12)}),
    ("More than half of the 90 passengers were hurt.", "hurt", set()),
    ("Most of the 300 migrants were sent back.", "sent back", set()),
    ("Of the 45 men held, 30 were released without charge.", "released", {("patient", 30)}),
    ("Of the 12 crew, two drowned.", "drowned", {("patient", 2)}),
    ("Of the 300 houses, none was hit.", "hit", {("patient", 300)}),
    ("Seven of the men were held in Norland, three in Larnby and two in Rome.", "held", {("patient", 7)}),
    ("The flood killed 40 people in Norland and 12 in Larnby.", "killed", {("patient", 40)}),
    ("Police arrested seven men in Norland, and three in Larnby fled.", "arrested", {("patient", 7)}),
    ("Police seized three cars and five men were held.", "seized", {("patient", 3)}),
    ("Troops fired and 31 marchers, including two nurses, were wounded.", "wounded",
     {("patient", 31), ("patient", 2)}),
]  # fmt: skip
MEASURED = [
    # by how much and to what; what it was before is no number of the change
    ("The rand weakened 1.4% to 18.92 against the dollar.", "weakened", {("", 1.4), ("", 18.92)}),
    ("Inflation rose to 4.1% in March from 3.8% in May.", "rose", {("", 4.1)}),
    ("The board raised the price paid to farmers by 58 per cent to 33,120 cedis.", "raised",
     {("", 58), ("", 33_120)}),
    ("The miner posted earnings of $612 million, down 12% on the year.", "posted", {("", 612e6)}),
    ("The fund sold the firm for an undisclosed sum.", "sold", {("", None)}),
]  # fmt: skip


WHOLES = [
    # the whole of a part is only that of the clause behind it
    ("Of the 90 men who fled, 12 were caught.", "fled", {("agent", 90)}),
    ("Of the 90 men who fled, 12 were caught.", "caught", {("patient", 12)}),
    ("Four of the six men who robbed the bank were caught.", "robbed", {("agent", 6)}),
    ("Eight of the 14 hostages seized on Monday were freed.", "seized", {("patient", 14)}),
    ("Eight of the 14 hostages seized on Monday were freed.", "freed", {("patient", 8)}),
    ("The drone, one of 12 launched overnight, hit a house.", "launched", {("patient", 12)}),
    ("Eight of the 14 hostages were freed.", "freed", {("patient", 8)}),
    ("Nearly half of the 300 houses burned.", "burned", set()),
    # parts between commas
    (
        "Fifteen migrants, seven of them children, suffocated.",
        "suffocated",
        {("patient", 15), ("patient", 7)},
    ),
    (
        "Five men, two of them aged 29 and 41, were arrested.",
        "arrested",
        {("patient", 5), ("patient", 2)},
    ),
    ("Nine witnesses gave evidence, four of them by video.", "gave evidence", {("agent", 9), ("agent", 4)}),
    ("Fifteen men, who took seven cars, were arrested.", "arrested", {("patient", 15)}),
    # what another number was
    ("Poachers killed four rhinos this year, against nine in the last one.", "killed", {("patient", 4)}),
    ("Profits rose to $5 million from $3 million.", "rose", {("", 5e6)}),
    # some of somebody's, and one of whom the past tells
    ("Two of Varga's aides were jailed.", "jailed", {("patient", 2)}),
    ("Three of his men were fined.", "fined", {("patient", 3)}),
    ("The bank was fined two million euros.", "fined", {("", 2e6)}),
    ("They sought two brothers; one had died.", "died", {("patient", 1)}),
    ("They sought two brothers; one later escaped.", "escaped", {("agent", 1)}),
    ("Not one was killed.", "killed", set()),
    ("One must flee.", "flee", set()),
    # who was sent, and who did something at another time
    ("The army sent 450 men to search the forest.", "search", {("agent", 450)}),
    ("The army hired 450 men to search the forest.", "hired", {("patient", 450)}),
    ("Six men were on the run after robbing a bank.", "robbing", {("agent", 6)}),
    ("Six men fled after breaking a door.", "breaking", {("agent", 6)}),
    ("Six men were fined for breaking a door.", "fined", {("patient", 6)}),
    # lists and what underwent the same
    ("Police arrested a broker, aged 47, and two sailors.", "arrested", {("patient", 2)}),
    ("Police arrested a clerk, aged 51, and nine guards.", "arrested", {("patient", 9)}),
    ("The van was seized, as were $300 and four phones.", "seized", {("patient", 300), ("patient", 4)}),
    ("Two ships were seized, as was a cargo of 300 tonnes.", "seized", {("patient", 2), ("patient", 300)}),
    ("The van was seized, as two men fled.", "seized", set()),
    # estimates and votes
    ("Firms put the cost of the strike at $300 million.", "put", {("patient", 3e8)}),
    ("Firms estimated the cost at up to 40 million euros.", "estimated", {("", 4e7)}),
    ("MPs passed the bill with 124 votes in favour and 86 against.", "passed", {("", 124), ("", 86)}),
    # two verbs, either of which tells something, and two deeds
    ("Nine men were flogged or beaten.", "flogged", {("patient", 9)}),
    ("Several hundred threw stones and set fire to a car.", "threw stones", {("agent", None)}),
    ("Nine people were killed and 19 others are unaccounted for.", "unaccounted for", {("patient", 19)}),
    # what is set up, not what a house has
    ("The charity put up 240 beds.", "put up", {("patient", 240)}),
    ("Forty tablets weighing 3 kg came to light.", "came to light", {("patient", 40), ("patient", 3)}),
    ("The raid turned up 14 guns.", "turned up", {("patient", 14)}),
    ("Rebels attacked a hospital of 240 beds.", "attacked", set()),
    # whoever resumes, and when
    ("He said the nine banks are sound and asked them to wait.", "asked", set()),
    ("Two days after the attack police arrested a man.", "arrested", set()),
    ("A nurse who parted with savings of $380,000 wept.", "parted", {("", 380_000)}),
]


@pytest.mark.parametrize(
    ("text", "trigger", "numbers"),
    [
        ("The judge set bail at $50,000.", "set bail", {("", 50_000)}),
        (
            "Sleuths seized $3 million in cash and 4.6 kg of gold.",
            "seized",
            {("patient", 3e6), ("patient", 4.6)},
        ),
        ("An officer fired four shots at the car.", "fired", {("patient", 4)}),
        ("The man was warned three times.", "warned", {("", 3)}),
        ("The blast killed nine men, wounding up to 26 shoppers.", "wounding", {("patient", 26)}),
        ("Nine people died and between 80 and 90 were hurt.", "hurt", {("patient", None)}),
        ("Police freed 312 victims, including 87 children.", "freed", {("patient", 312), ("patient", 87)}),
        ("The firm cut 1,900 jobs, 700 of them abroad.", "cut", {("patient", 1900), ("patient", 700)}),
        ("He was jailed for three years for stealing $2 million.", "stealing", {("patient", 2e6)}),
        ("The court sentenced him to seven years in prison.", "sentenced", {("", 7)}),
        ("Police arrested him after seven years.", "arrested", set()),
        ("A 6.4-magnitude earthquake flattened nine homes.", "flattened", {("patient", 9)}),
        ("The death toll rose to at least 134 on Monday.", "toll", {("patient", 134)}),
        ("The death toll from the quake rose to 134.", "quake", set()),
        ("The number of deaths has climbed to 212.", "deaths", {("patient", 212)}),
        ("Five were held, bringing the number of arrests to 17.", "arrests", {("patient", 17)}),
        ("The price of the arrests rose to 3 dollars.", "arrests", set()),
        ("The bank said it had lost $2 million.", "said", set()),
        ("Damage to crops was put at $40 million.", "Damage", {("patient", 4e7)}),
        ("The army put the number of deaths at 41.", "deaths", {("patient", 41)}),
        ("The price was put at $40 million after the damage.", "damage", set()),
        ("The find brings to nine the number of sailors who drowned.", "drowned", {("patient", 9)}),
        ("Four fell ill, taking the total to 38, of whom 14 died.", "died", {("patient", 14)}),
        ("Officers found six horns weighing 31 kg.", "found", {("patient", 6), ("patient", 31)}),
        ("The agency attached a farm valued at $9 million.", "attached", {("patient", 9e6)}),
        ("Officers found the men carrying 31 bags.", "found", set()),
        ("Hackers stole the records of 2 million patients.", "stole", {("patient", 2e6)}),
        ("Thieves stole the purse of a mother of two.", "stole", set()),
        ("Pirates seized a tanker 80 miles south of Norland.", "seized", set()),
        ("A boy fell 30 metres from a cliff.", "fell", set()),
        ("Police got hold of 37 servers.", "got hold", {("patient", 37)}),
        ("They came upon 54 vases.", "came upon", {("patient", 54)}),
        ("The number of people arrested rose to 40.", "arrested", {("patient", 40)}),
        ("The haul stands at 134 kg.", "haul", {("patient", 134)}),
        ("The deal is worth $3 billion.", "deal", {("", 3e9)}),
        ("The senate passed the bill by 61 votes to 39.", "passed", {("", 61), ("", 39)}),
        ("Norland lost 11 elephants to poachers, down from 36.", "lost", {("patient", 11), ("", 36)}),
        ("Two men walked down from 36 houses.", "walked", {("agent", 2)}),
        ("A helicopter rescued a family of six.", "rescued", {("patient", 6)}),
        ("A crew of 22 abandoned the freighter.", "abandoned", {("agent", 22)}),
        ("A helicopter rescued the mother of six.", "rescued", set()),
        (
            "The ministry recorded 41 deaths and 300 new cases.",
            "recorded",
            {("patient", 41), ("patient", 300)},
        ),
        ("The ministry mourned 41 deaths.", "mourned", set()),
        ("Eleven rebels and three guards were slain.", "slain", {("patient", 11), ("patient", 3)}),
        ("The ministry said 24 people had been slain.", "slain", {("patient", 24)}),
        ("The firm was fined 380,000 soles.", "fined", {("", 380_000)}),
        ("Staff screened travellers at seven crossings.", "screened", {("", 7)}),
        ("Police from six towns searched a house.", "searched", set()),
        ("Councillors voted by 15 to 12 to close a school.", "voted", {("", 15), ("", 12)}),
        (
            "The bloc froze the assets of 40 officials and six firms.",
            "froze",
            {("patient", 40), ("patient", 6)},
        ),
        ("Gunmen let two engineers go.", "let", {("patient", 2)}),
        ("The chain will let 900 staff go.", "let", {("patient", 900)}),
        *HANGING,
        *DIVIDED,
        *MEASURED,
        *WHOLES,
        ("Burglars broke into nine homes.", "broke", {("patient", 9)}),
        ("Officers left with 14 phones.", "left", {("patient", 14)}),
        ("The driver broke into a sweat.", "broke", set()),
        ("Regulators pulled the plug on 41 betting sites.", "pulled the plug on", {("patient", 41)}),
        ("The inspectorate slapped fines on 19 owners.", "slapped fines", {("patient", 19)}),
        ("The court quashed fines imposed on two owners.", "fines", {("patient", 2)}),
        ("A probe opened by three agencies goes on.", "probe", {("agent", 3)}),
        ("The clerk noted the fines in a book of two owners.", "fines", set()),
        ("The bomb took the lives of 31 worshippers.", "took the lives", {("patient", 31)}),
        ("The three accused were arrested at a checkpoint.", "arrested", {("patient", 3)}),
        (
            "Police seized 214 sewing machines, four lorries and 20 litres of acid.",
            "seized",
            {("patient", 214), ("patient", 4), ("patient", 20)},
        ),
        (
            "Agents seized six horns, 14 skins, three rifles and a canoe.",
            "seized",
            {("patient", 6), ("patient", 14), ("patient", 3)},
        ),
        ("Hackers stole the addresses of 12,000 officers.", "stole", {("patient", 12_000)}),
        ("A gang of six robbed a bank.", "robbed", {("agent", 6)}),
        ("All but four members were jailed.", "jailed", set()),
        ("From 1947 to 1960, she attacked banks.", "attacked", set()),
        ("Between 1947 and 1960, two gangs attacked banks.", "attacked", {("agent", 2)}),
        ("The blast destroyed all but two homes.", "destroyed", set()),
        ("The blast destroyed two homes but killed nobody.", "destroyed", {("patient", 2)}),
        ("The firm received CA$ 1 billion in loans.", "received", {("patient", 1_000_000_000)}),
        ("It bought five new 737 aircraft.", "bought", {("patient", 5)}),
        ("The army destroyed its 777 airliner.", "destroyed", set()),
        ("Rebels shot at a Boeing 767 tanker.", "shot", set()),
        ("Sixteen aircraft attacked the town.", "attacked", {("agent", 16)}),
        ("Guards shot at a crowd of 300.", "shot", {("patient", 300)}),
        ("She handed over three lorries.", "handed over", {("patient", 3)}),
        ("Two boys fled and one of them was injured.", "injured", {("patient", 1)}),
        ("Police freed one of the hostages.", "freed", {("patient", 1)}),
        ("One of them said that rebels had fled.", "said", set()),
        ("He killed one of the most wanted men.", "killed", set()),
        ("Her brother was one of the six people killed in Larnby.", "killed", {("patient", 6)}),
        ("He is one of nine officers charged with fraud.", "charged", {("patient", 9)}),
    ],
)
def test_numbers_of_happenings(
    read: Callable[..., Reading], text: str, trigger: str, numbers: set[tuple[str, float | None]]
) -> None:
    """An event has the numbers of its participants and its own measures, not those of others."""
    event = next(e for e in find_events(read(text)) if trigger in text[e.start : e.end])
    assert {(q.role, None if q.value is None else float(q.value)) for q in event.quantities} == numbers


def test_a_part_points_to_its_whole(read: Callable[..., Reading]) -> None:
    """A number that says it is a part is linked to the number it is a part of."""
    text = (
        "Police arrested 245 people and rescued 123 children. Thirteen of the children were rescued abroad."
    )
    part = next(q for e in find_events(read(text)) for q in e.quantities if q.value == 13)
    assert part.part_of is not None
    assert text[part.part_of.start : part.part_of.end] == "123"


def test_a_total_is_no_part(read: Callable[..., Reading]) -> None:
    """A number that stands for itself is linked to none."""
    text = "Police arrested 245 people. On Monday they arrested 12 men."
    assert all(q.part_of is None for e in find_events(read(text)) for q in e.quantities)
