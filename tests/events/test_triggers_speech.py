"""How the news tells that somebody says something: announced, denied, accused, asked, warned, ordered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

TOLD = [
    ("Ada Quist said the bridge would reopen.", "said", "announcement"),
    ("Tom Varga maintained that he had been framed.", "maintained", "announcement"),
    ("The minister condemned the violence.", "condemned", "announcement"),
    ("Norland criticised the pact on Monday.", "criticised", "announcement"),
    ("The ministry called the move hostile.", "called", "announcement"),
    ("The group claimed responsibility on Friday.", "claimed responsibility", "announcement"),
    ("The governor pledged $2 million for the victims.", "pledged", "announcement"),
    ("Ada Quist told reporters that talks had failed.", "told", "announcement"),
    ("Police put the toll at 40 on Tuesday.", "put", "announcement"),
    ("Mia Rowe thanked the searchers on Friday.", "thanked", "announcement"),
    ("The company offered condolences on Monday.", "offered condolences", "announcement"),
    ("The mayor hailed the ruling on Friday.", "hailed", "announcement"),
    ("The minister welcomed the decision on Monday.", "welcomed", "announcement"),
    ("Survivors told of locked exits.", "told", "announcement"),
    ("Ada Quist admitted that mistakes were made.", "admitted", "announcement"),
    ("The spokesman ruled the plan a success, and noted that prices fell.", "noted", "announcement"),
    ("The minister voiced concern over the arrests.", "voiced concern", "announcement"),
    ("Ada Quist laid out her plans on Monday.", "laid out", "announcement"),
    ("The bank apologised to its customers.", "apologised", "announcement"),
    ("Mia Rowe took to social media to thank voters.", "took to social media", "announcement"),
    ("The sheriff opined that the road was unsafe.", "opined", "announcement"),
    ("The minister unveiled plans for a dam.", "unveiled", "announcement"),
    ("Tom Varga likened the raid to a war.", "likened", "announcement"),
    ("The police chief divulged few details on Monday.", "divulged", "announcement"),
    ("The regulator published its decision on Friday.", "published", "announcement"),
    ("Tom Varga denied wrongdoing.", "denied", "denial"),
    ("The premier ruled out a rerun of the vote.", "ruled out", "denial"),
    ("The ministry dismissed the figure as propaganda.", "dismissed", "denial"),
    ("The party rubbished the claims on Friday.", "rubbished", "denial"),
    ("The minister brushed aside the criticism.", "brushed aside", "denial"),
    ("The leader refused to concede.", "refused", "denial"),
    ("Tom Varga distanced himself from the remarks.", "distanced himself", "denial"),
    ("The bank disputed the findings on Monday.", "disputed", "denial"),
    ("The guards' union rejected the suggestion.", "rejected", "denial"),
    ("The player protested his innocence.", "protested his innocence", "denial"),
    ("Ada Quist poured cold water on the idea.", "poured cold water", "denial"),
    ("The ministry disowned the letter on Friday.", "disowned", "denial"),
    ("The opposition accused the premier of theft.", "accused", "accusation"),
    ("The ministry blamed rebels for the blast.", "blamed", "accusation"),
    ("The senator slammed the government over the delay.", "slammed", "accusation"),
    ("The union hit out at ministers on Monday.", "hit out", "accusation"),
    ("The mayor pointed the finger at Calder Group.", "pointed the finger", "accusation"),
    ("The contractor complained that he had been cheated.", "complained", "accusation"),
    ("Mia Rowe levelled allegations against the bank.", "levelled allegations", "accusation"),
    ("The coach lashed out at the referee.", "lashed out", "accusation"),
    ("The report faulted the operator for the crash.", "faulted", "accusation"),
    ("Activists branded the minister a liar.", "branded", "accusation"),
    ("The opposition took aim at the treasurer.", "took aim", "accusation"),
    ("Ada Quist condemned the rebels on Monday.", "condemned", "accusation"),
    ("The senator charged that the bank had lied.", "charged", "accusation"),
    ("The minister rounded on his critics.", "rounded on", "accusation"),
    ("The allegations against the bishop surfaced in May.", "allegations", "accusation"),
    ("Ada Quist urged both camps to hold back.", "urged", "request"),
    ("Unions demanded that the plant reopen.", "demanded", "request"),
    ("The Red Crescent appealed for $12 million.", "appealed for", "request"),
    ("Police asked residents to stay indoors.", "asked", "request"),
    ("The panel recommended that the officers be charged.", "recommended", "request"),
    ("Tom Varga pleaded with the kidnappers.", "pleaded", "request"),
    ("Norland sought the extradition of Tom Varga.", "sought", "request"),
    ("The farmers pressed for higher prices.", "pressed for", "request"),
    ("The mayor invited the king to Larnby.", "invited", "request"),
    ("The bar called on the minister to go.", "called on", "request"),
    ("Deputies clamoured for a new vote.", "clamoured for", "request"),
    ("The villagers petitioned the governor.", "petitioned", "request"),
    ("Norland requested help on Monday.", "requested", "request"),
    ("The call for calm came from Ada Quist.", "call", "request"),
    ("The weather service warned of floods.", "warned", "warning"),
    ("The shipyard issued a profit warning.", "profit warning", "warning"),
    ("The ministry advised travellers against going to Norland.", "advised", "warning"),
    ("Doctors raised the alarm over a rise in measles.", "raised the alarm", "warning"),
    ("The agency sounded the alarm on Friday.", "sounded the alarm", "warning"),
    ("Police put residents on notice.", "put", "warning"),
    ("The met office issued a red alert on Monday.", "issued a red alert", "warning"),
    ("Harbour Police alerted the public to the scam.", "alerted", "warning"),
    ("The minister ordered schools shut.", "ordered", "order"),
    ("Officers told residents to leave.", "told", "order"),
    ("The regulator directed the bank to pay.", "directed", "order"),
    ("The ministry summoned the ambassador on Friday.", "summoned", "order"),
    ("The committee subpoenaed Tom Varga.", "subpoenaed", "order"),
    ("The inspector instructed the crew to stop.", "instructed", "order"),
    ("The president signed an executive order on Monday.", "executive order", "order"),
    ("The governor decreed that shops close at noon.", "decreed", "order"),
    ("The ministry gave the firm 48 hours to comply.", "gave", "order"),
    ("A study found that 1,214 people had died.", "found", "report"),
    ("The agency released a report on Friday.", "released a report", "report"),
    ("Data showed that output fell in May.", "showed", "report"),
    ("The committee will submit its findings by August.", "submit", "report"),
    ("His parents raised the alarm at dusk.", "raised the alarm", "report"),
    ("A neighbour tipped off police on Monday.", "tipped off", "report"),
    ("The health ministry logged 3,870 cases.", "logged", "report"),
    ("The driver reported the theft to police.", "reported", "report"),
    ("The study was released in June.", "released", "report"),
    ("The auditor handed in its report on Friday.", "handed in its report", "report"),
    ("Norland registered 400 cases of measles in May.", "registered", "report"),
    ("Mia Rowe testified for three hours.", "testified", "testimony"),
    ("The director told a hearing that nobody helped.", "told", "testimony"),
    ("The witness took the stand on Monday.", "took the stand", "testimony"),
    ("The clerk deposed that he had paid twice.", "deposed", "testimony"),
    ("Tom Varga gave evidence on Friday.", "gave evidence", "testimony"),
    ("The nurse told the inquest that the bell was broken.", "told", "testimony"),
    ("The accountant turned state's evidence in 2021.", "turned", "testimony"),
    ("Mia Rowe swore an affidavit in May.", "swore an affidavit", "testimony"),
]

TRAPS = [
    ("The judge told them to hand over their passports.", "told", "announcement"),
    ("Ada Quist met staff and condemned the attack.", "condemned", "accusation"),
    ("The house was condemned to demolition.", "condemned", "accusation"),
    ("The truck slammed into a wall on Monday.", "slammed", "accusation"),
    ("The storm slammed Larnby on Monday.", "slammed", "accusation"),
    ("A bomb blasted the market on Friday.", "blasted", "accusation"),
    ("Police charged the man on Friday.", "charged", "accusation"),
    ("The blaze claimed 94 lives in Larnby.", "claimed", "announcement"),
    ("He added sugar to the tea.", "added", "announcement"),
    ("Doctors dismissed the patient on Monday.", "dismissed", "denial"),
    ("The court rejected the appeal on Friday.", "rejected", "denial"),
    ("The troops pressed on to Larnby.", "pressed", "request"),
    ("The friends called on a neighbour in May, who made tea.", "made", "request"),
    ("The truck company ordered 30 lorries in May.", "ordered", "order"),
    ("Customers ordered pizza on Friday.", "ordered", "order"),
    ("Officers told residents that the road was closed.", "told", "order"),
    ("The flags showed the way.", "showed", "report"),
    ("The jury found that he had lied.", "found", "report"),
    ("The rebels deposed the king in 1969.", "deposed", "testimony"),
    ("The prosecutor told the court that the gang had fled.", "told", "testimony"),
    ("Ada Quist told a rally that she would win.", "told", "testimony"),
    ("The band recorded its album in May.", "recorded", "report"),
    ("The tree was registered in May.", "registered", "report"),
    ("Workers maintained the bridge in May.", "maintained", "announcement"),
    ("Nurses admitted the man on Monday.", "admitted", "announcement"),
    pytest.param(
        "The soldier saluted; the guards admitted the crowd.",
        "admitted",
        "announcement",
        marks=pytest.mark.xfail(
            strict=True, reason="the parser takes the clause before it for what is admitted"
        ),
    ),
    ("Fans welcomed the team at the airport.", "welcomed", "announcement"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_a_telling_of_the_family_has_its_type(
    text: str, words: str, kind: str, event_types_at: TypesAt
) -> None:
    """The words trigger an event of the type."""
    assert event_types_at(text, words) == {kind}


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_another_sense_is_not_taken(text: str, words: str, kind: str, event_types_at: TypesAt) -> None:
    """The words look like the type and tell something else, or nothing."""
    assert kind not in event_types_at(text, words)
