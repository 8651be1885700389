"""Sentences of courts, regulators, cabinets, markets, clubs, museums and councils, written before any run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

TOLD = [
    # courts
    ("A Larnby judge threw out the governor's suit on Monday.", "threw out", "ruling"),
    ("Prosecutors sought a 12-year term for the banker.", "sought", "request"),
    ("Closing arguments in the Varga case begin on Monday.", "arguments", "hearing"),
    ("It will now be heard on 9 August.", "heard", "hearing"),
    ("Farmers filed a class action against the company in March.", "filed", "lawsuit"),
    ("The Court of Appeal trimmed his sentence to nine years.", "trimmed", "ruling"),
    ("The judge slashed the award to $2 million.", "slashed", "ruling"),
    ("The five were discharged for lack of evidence.", "discharged", "charges_dropped"),
    ("The hurdler was cleared of doping.", "cleared", "acquittal"),
    ("The ombudsman found the ministry at fault.", "found", "ruling"),
    ("The union got an interdict from the Labour Court.", "interdict", "ruling"),
    ("She was placed on a two-year good behaviour bond.", "placed", "sentence"),
    ("The driver was slugged $1,500 for speeding.", "slugged", "fine"),
    ("The prosecutor called 14 witnesses.", "called", "testimony"),
    ("The committee heard from 12 experts.", "heard", "testimony"),
    ("A judge appointed Tom Varga as monitor.", "appointed", "appointment"),
    ("The cyclist appealed to CAS.", "appealed", "appeal"),
    ("She is taking her fight to the Court of Arbitration for Sport.", "taking", "appeal"),
    ("The settlement ends a suit filed by 300 tenants.", "suit", "lawsuit"),
    ("The settlement ends a suit filed by 300 tenants.", "filed", "lawsuit"),
    ("The orchestra has named Mia Rowe its conductor.", "named", "appointment"),
    ("The union called the offer an insult.", "called", "accusation"),
    ("The former general trounced his rival with 68 percent.", "trounced", "election"),
    ("Investors dumped the stock after the audit.", "dumped", "market"),
    ("The founder stepped back from day-to-day control.", "stepped back", "resignation"),
    ("The ferry firm sacked 800 crew by video call.", "sacked", "layoff"),
    ("The coroner recorded a verdict of misadventure.", "recorded", "ruling"),
    ("The watchdog will rule by October.", "rule", "ruling"),
    ("The regulator opened enforcement proceedings against the firm.", "opened", "investigation"),
    ("They protested at the expulsion of three of its consular staff.", "expulsion", "deportation"),
    ("The premier reinstated the attorney general he had fired in May.", "fired", "removal"),
    ("Ada Quist takes over from Tom Varga in June.", "takes over", "appointment"),
    ("She was honoured in 2008 and retired a year later.", "retired", "resignation"),
    ("The company dismissed 17 strikers.", "dismissed", "removal"),
    # bans of somebody, curbs, boards
    ("A tribunal banned the steeplechaser for four years.", "banned", "sanction"),
    ("Norland barred the minister from entering the country.", "barred", "sanction"),
    ("Sprinter Tom Varga was provisionally suspended on Monday.", "suspended", "sanction"),
    ("Three MLAs were suspended for the remainder of the session.", "suspended", "sanction"),
    ("The coach was given a three-match touchline ban.", "ban", "sanction"),
    ("The hooker received a five-week suspension.", "suspension", "sanction"),
    ("The club was docked six points.", "docked", "sanction"),
    ("The school expelled two boys.", "expelled", "sanction"),
    ("Norland froze the assets of 12 generals.", "froze", "sanction"),
    ("Norland tightened export controls on lasers.", "tightened", "ban"),
    ("The authority cleared the merger with conditions.", "cleared", "ruling"),
    ("The council turned down plans for a quarry.", "turned down", "ruling"),
    ("Councillors approved the bypass on Tuesday.", "approved", "ruling"),
    # parliaments, offices, elections
    ("As many as 27 amendments were negatived.", "negatived", "legislation"),
    ("Four ministers were reshuffled on Friday.", "reshuffled", "appointment"),
    ("Ada Quist became president in 2019.", "became", "appointment"),
    ("He took silk in 1994.", "took silk", "appointment"),
    ("The trust poached her from the national gallery.", "poached", "appointment"),
    ("Dockers balloted for industrial action.", "balloted", "election"),
    ("The workers have voted in favour.", "voted", "election"),
    ("The coalition clinched a majority in the assembly.", "clinched", "election"),
    ("He entered parliament in 1983.", "entered", "election"),
    ("The junta dissolved the electoral commission.", "dissolved", "closure"),
    ("The coach was stood down by the federation.", "stood down", "removal"),
    # speech
    ('"I never touched that muck," she sobbed.', "sobbed", "announcement"),
    ('"It stinks," fumed the owner.', "fumed", "announcement"),
    ("The presidency confirmed the visit.", "confirmed", "announcement"),
    ("We welcome the offer to mediate.", "welcome", "announcement"),
    ("The privacy commissioner rapped the hospital over the leak.", "rapped", "accusation"),
    ("The opposition branded the poll a sham.", "branded", "accusation"),
    ("Prosecutors suspect him of theft.", "suspect", "accusation"),
    ("The firm disputes 22 of them.", "disputes", "denial"),
    ("The paper retracted the story.", "retracted", "denial"),
    ("The auditor general flagged $3 billion in ghost wages.", "flagged", "report"),
    ("The opposition sought a probe by the bureau.", "sought", "request"),
    ("The lender was tipped off by its own auditors.", "tipped off", "warning"),
    # money
    ("The bank left its key rate unchanged at 11% for a fifth meeting running.", "left", "market"),
    ("Calder Group floated 15 per cent of its stock, raising £410m.", "raising", "investment"),
    ("Calder Group floated 15 per cent of its stock, raising £410m.", "floated", "market"),
    ("Gold touched a record $2,410 an ounce.", "touched", "market"),
    ("The bank booked a €1.2 billion charge.", "booked", "market"),
    ("The retailer lost €31 million in the first half.", "lost", "market"),
    ("Shares in the miner were suspended on Monday.", "suspended", "market"),
    ("The start-up was valued at $1.1 billion.", "valued", "market"),
    ("The borough declared itself bankrupt.", "declared", "market"),
    ("The closures will cost 2,300 people their jobs.", "cost", "layoff"),
    ("Forty staff were shown the door on Friday.", "shown the door", "layoff"),
    ("The tyre plant let 320 workers go.", "let", "layoff"),
    ("The airline was rescued by the state in 2020.", "rescued", "investment"),
    ("The instrument was paid for by two universities.", "paid for", "investment"),
    ("The chain paid off its last note.", "paid off", "transfer"),
    ("Striker Tom Varga has signed for Brightwater Bank on a loan.", "signed", "transfer"),
    ("A collector lent the museum 30 prints.", "lent", "transfer"),
    ("She founded the hospice in 1981.", "founded", "founding"),
    ("The bidder walked away from the deal.", "walked away", "withdrawal"),
    ("Doctors suspended their strike after talks.", "suspended", "protest"),
    ("Workers blockaded the refinery on Monday.", "blockaded", "protest"),
    ("Parents heckled the speaker.", "heckled", "protest"),
    ("The rocket blew up 40 seconds after lift-off.", "blew up", "accident"),
    ("A beech was felled by the storm.", "felled", "damage"),
]

TRAPS = [
    ("Police named Tom Varga a suspect.", "named", "appointment"),
    ("The union called the offer fair.", "called", "accusation"),
    ("The team trounced its rival by six goals.", "trounced", "election"),
    ("The driver dumped the stock of bricks.", "dumped", "market"),
    ("The club sacked its coach by video call.", "sacked", "layoff"),
    ("Rebels took over from the army at noon.", "took over", "appointment"),
    ("The mayor values her staff.", "values", "market"),
    ("The king ruled for 30 years.", "ruled", "ruling"),
    ("The street he lived in was closed.", "lived", "removal"),
    ("The mayor sought a second term.", "sought", "request"),
    ("The city banned plastic bags in May.", "banned", "sanction"),
    ("The decree banned women from universities.", "banned", "sanction"),
    ("The ban on logging was lifted.", "ban", "sanction"),
    ("The club suspended its search on Monday.", "suspended", "sanction"),
    ("Two officers were suspended on Monday.", "suspended", "sanction"),
    ("Police froze the accounts of the dealer.", "froze", "sanction"),
    ("The council turned down the volume.", "turned down", "ruling"),
    ("The party turned down the offer.", "turned down", "ruling"),
    ("The owner threw out his old coat.", "threw out", "ruling"),
    ("The room was cleared of smoke.", "cleared", "acquittal"),
    ("The truck was charged $40 for the crossing.", "charged", "fine"),
    ("The minister heard from his mother.", "heard", "testimony"),
    ("The board called three meetings.", "called", "testimony"),
    ("The shares became worthless in May.", "became", "appointment"),
    ("Gangs poached elephants from the park.", "poached", "appointment"),
    ("The union gave notice of a strike.", "gave notice", "resignation"),
    ("The university conferred a degree on the weaver.", "conferred", "meeting"),
    ("The train left for Larnby at noon.", "left", "visit"),
    ("The singer touched a nerve with the song.", "touched", "market"),
    ("The officer booked a room in Larnby.", "booked", "market"),
    ("The meal cost $40.", "cost", "layoff"),
    ("The mayor was shown the door to the vault.", "shown", "layoff"),
    ("The lender let a flat in Larnby.", "let", "layoff"),
    ("Firefighters rescued a dog from the well.", "rescued", "investment"),
    ("The tourist paid for lunch.", "paid for", "investment"),
    ("She found the hospice in 1981.", "found", "founding"),
    ("The man walked away from the crash.", "walked away", "withdrawal"),
    ("The ship was suspended above the dock.", "suspended", "protest"),
    ("The council took down its flags.", "took down", "damage"),
    ('The film "Red Dawn" opened on Friday.', "opened", "announcement"),
    ('The sign read "No entry" in red.', "read", "denial"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_an_institution_s_doings_have_their_type(
    text: str, words: str, kind: str, event_types_at: TypesAt
) -> None:
    """The words trigger an event of the type."""
    assert event_types_at(text, words) == {kind}


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_what_only_looks_so_is_not_taken(text: str, words: str, kind: str, event_types_at: TypesAt) -> None:
    """The words look like the type and tell something else, or nothing."""
    assert kind not in event_types_at(text, words)
