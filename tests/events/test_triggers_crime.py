"""How newsrooms tell of crime: words that trigger its types, and words that only look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

TOLD = [
    ("Thieves made off with jewellery worth 40,000 pounds.", "made off with", "theft"),
    ("Burglars broke into a warehouse on Sunday night.", "broke into", "theft"),
    ("The gang held up a petrol station.", "held up", "theft"),
    ("Robbers took cash and phones from passengers.", "took", "theft"),
    ("Raiders got away with two million euros.", "got away with", "theft"),
    ("Two masked men robbed a bank at gunpoint.", "robbed", "theft"),
    ("Robbers raided a jeweller's shop in the high street.", "raided", "theft"),
    ("Looters ransacked three shops after the verdict.", "ransacked", "theft"),
    ("A cash-in-transit heist left one guard wounded.", "heist", "theft"),
    ("Chain snatching has become common in the suburb, with nine cases in May.", "snatching", "theft"),
    ("Dacoits looted a train in the early hours.", "looted", "theft"),
    ("He pocketed a watch and walked out of the shop.", "pocketed a watch", "theft"),
    ("A thief snatched a handbag from a pensioner.", "snatched", "theft"),
    ("Bandits rustled 300 cattle from a ranch.", "rustled", "theft"),
    ("Vandals siphoned diesel from parked lorries.", "siphoned", "theft"),
    ("Tomb robbers dug up vases in the hills.", "dug up", "theft"),
    ("The driver was carjacked at a junction.", "carjacked", "theft"),
    ("The housebreaking took place while the owners slept.", "housebreaking", "theft"),
    ("A smash-and-grab at a phone shop was caught on camera.", "grab", "theft"),
    ("Poachers killed two rhinos and the poaching went unnoticed.", "poaching", "theft"),
    ("Intruders forced entry to the church.", "forced entry", "theft"),
    ("The treasurer embezzled church funds.", "embezzled", "fraud"),
    ("The clerk siphoned off 12 million rupees meant for schools.", "siphoned off", "fraud"),
    ("He fiddled his expenses for six years.", "fiddled", "fraud"),
    ("The couple conned pensioners out of their savings.", "conned", "fraud"),
    ("The clinic overbilled the insurer by 2 million dollars.", "overbilled", "fraud"),
    ("She submitted false claims to the health fund.", "submitted false claims", "fraud"),
    ("Directors inflated invoices to hide losses.", "inflated invoices", "fraud"),
    ("He posed as a gas inspector to enter homes.", "posed as", "fraud"),
    ("The trader ran a Ponzi scheme for a decade.", "Ponzi scheme", "fraud"),
    ("The bank's manager diverted public funds to his own account.", "diverted", "fraud"),
    pytest.param(
        "A minister misappropriated relief money.",
        "misappropriated",
        "fraud",
        marks=pytest.mark.xfail(
            strict=True, reason="the model takes the verb for a participle before a noun"
        ),
    ),
    ("The accountant cooked the books.", "cooked the books", "fraud"),
    ("The firm misled investors about its debts.", "misled", "fraud"),
    ("The racket shook down market traders for protection money.", "shook down", "fraud"),
    ("Officers extorted money from bus drivers.", "extorted", "fraud"),
    ("The man forged a doctor's signature.", "forged", "fraud"),
    ("They laundered the proceeds through a car wash.", "laundered", "fraud"),
    ("She dodged taxes on rental income.", "dodged taxes", "fraud"),
    ("The insider trading went on until 2019.", "insider trading", "fraud"),
    ("He ripped off elderly customers.", "ripped off", "fraud"),
    ("The company rigged bids for road contracts.", "rigged bids", "fraud"),
    ("Boats ferrying heroin along the coast are rarely caught.", "ferrying", "trafficking"),
    ("The ring sold babies to childless couples.", "sold", "trafficking"),
    ("The gang forced women into prostitution.", "forced", "trafficking"),
    ("A courier carried two kilos of cocaine in a suitcase.", "carried", "trafficking"),
    ("He peddled crack outside a school.", "peddled", "trafficking"),
    ("They smuggled gold into the country.", "smuggled", "trafficking"),
    ("The farm grew cannabis in a disused mine.", "grew", "trafficking"),
    ("The drug trafficking stretched over three continents.", "trafficking", "trafficking"),
    ("Girls as young as 14 were sold into slavery.", "sold", "trafficking"),
    ("People smuggling across the channel rose last year.", "smuggling", "trafficking"),
    ("The man was caught in possession of heroin.", "possession", "trafficking"),
    ("Two brothers ran guns to the island.", "ran guns", "trafficking"),
    ("The cook made methamphetamine in a barn.", "made", "trafficking"),
    ("He pimped out teenage girls.", "pimped", "trafficking"),
    ("A teacher defiled a 12-year-old pupil.", "defiled", "abuse"),
    ("The coach groomed boys at the club.", "groomed", "abuse"),
    ("She was gang-raped on a bus.", "raped", "abuse"),
    ("He indecently assaulted two patients.", "assaulted", "abuse"),
    pytest.param(
        "The guards ill-treated detainees.",
        "treated",
        "abuse",
        marks=pytest.mark.xfail(
            strict=True, reason="the model takes the verb for a participle before a noun"
        ),
    ),
    ("A maid was starved and beaten by her employers.", "starved", "abuse"),
    ("The producer fondled an actress.", "fondled", "abuse"),
    ("A man exposed himself to schoolgirls.", "exposed himself", "abuse"),
    ("Her former husband stalked her for a year.", "stalked", "abuse"),
    ("Interrogators waterboarded the prisoner.", "waterboarded", "abuse"),
    ("The striker was racially abused by fans.", "abused", "abuse"),
    ("Child neglect was found in four homes.", "neglect", "abuse"),
    pytest.param(
        "Domestic violence rose during the lockdown.",
        "violence",
        "abuse",
        marks=pytest.mark.xfail(
            strict=True, reason="a bare crime with an adjective is taken for the thing in general"
        ),
    ),
    ("The officer flogged a trader in public.", "flogged", "abuse"),
    ("Gunmen seized 30 schoolgirls from a dormitory.", "seized", "kidnapping"),
    ("Armed men grabbed a priest outside his church.", "grabbed", "kidnapping"),
    ("The boy was bundled into a van.", "bundled", "kidnapping"),
    ("She was held against her will for a week.", "held against her will", "kidnapping"),
    ("Pirates took the crew hostage.", "took the crew hostage", "kidnapping"),
    ("Militants abducted two aid workers.", "abducted", "kidnapping"),
    ("A baby was snatched from a hospital ward.", "snatched", "kidnapping"),
    ("The hostage-taking ended after nine hours.", "taking", "kidnapping"),
    ("The trader was held for ransom.", "held for ransom", "kidnapping"),
    ("Rebels carried off a dozen women.", "carried off", "kidnapping"),
    ("Rights groups documented 40 enforced disappearances.", "disappearances", "kidnapping"),
    ("The inspector took a bribe from a hotelier.", "took a bribe", "corruption"),
    ("A councillor accepted kickbacks from builders.", "accepted kickbacks", "corruption"),
    ("The clerk demanded illegal gratification from a farmer.", "gratification", "corruption"),
    ("The firm greased the palms of officials.", "greased", "corruption"),
    ("Officials stuffed ballot boxes in two districts.", "stuffed ballot boxes", "fraud"),
    ("The party bought votes with sacks of rice.", "bought votes", "corruption"),
    ("The governor abused his office.", "abused his office", "corruption"),
    pytest.param(
        "A referee fixed three matches.",
        "fixed three matches",
        "corruption",
        marks=pytest.mark.xfail(
            strict=True, reason="the model takes the verb for a participle before a noun"
        ),
    ),
    ("The senator traded favours for cash.", "traded favours", "corruption"),
    ("Vote-rigging marred the poll in the east.", "rigging", "fraud"),
    ("The company paid off inspectors.", "paid off", "corruption"),
    ("Hackers hit two hospitals in March.", "hit", "cyberattack"),
    ("The ministry's website was knocked offline.", "knocked", "cyberattack"),
    ("Ransomware crippled the council's computers.", "crippled", "cyberattack"),
    ("Intruders gained access to the bank's network.", "gained access", "cyberattack"),
    ("The group leaked customer data online.", "leaked", "cyberattack"),
    ("Criminals stole the data of nine million clients.", "stole", "cyberattack"),
    ("Someone hijacked the minister's account.", "hijacked", "cyberattack"),
    ("The worm infected thousands of servers.", "infected", "cyberattack"),
    ("The gang encrypted the hospital's files.", "encrypted", "cyberattack"),
    ("The data breach was found in June.", "breach", "cyberattack"),
    ("Spies planted malware in the grid.", "planted malware", "cyberattack"),
    ("Staff were targeted in a phishing campaign.", "campaign", "cyberattack"),
    ("The girl wandered off during a picnic.", "wandered off", "disappearance"),
    ("The hiker failed to return on Monday.", "failed to return", "disappearance"),
    ("A fisherman went missing in rough seas.", "went missing", "disappearance"),
    ("The teenager was reported missing by her aunt.", "reported missing", "disappearance"),
    ("The jet vanished from radar over the gulf.", "vanished", "disappearance"),
    ("The boy was last seen at a bus stop.", "last seen", "disappearance"),
    ("Two sailors remain unaccounted for.", "unaccounted", "disappearance"),
    ("The student ran away from home.", "ran away", "disappearance"),
    ("Controllers lost contact with the plane.", "lost contact", "disappearance"),
    ("Three climbers are missing after the avalanche.", "missing", "disappearance"),
]

TRAPS = [
    ("The team stole a late win.", "stole", "theft"),
    ("The show stole hearts across the country.", "stole", "theft"),
    ("He broke into a smile.", "broke into", "theft"),
    ("Roadworks held up traffic for an hour.", "held up", "theft"),
    ("Police raided a shop in the high street.", "raided", "theft"),
    ("The mayor took a phone call.", "took", "theft"),
    ("Critics say the ruling robbed voters of a choice.", "robbed", "theft"),
    ("The scheme cheated death.", "cheated", "fraud"),
    ("The two firms forged an alliance.", "forged", "fraud"),
    ("He forged ahead with the plan.", "forged", "fraud"),
    ("The wind ripped off the roof.", "ripped off", "theft"),
    ("Traffic was diverted through the village.", "diverted", "fraud"),
    ("She posed for photographs.", "posed", "fraud"),
    ("The company exports drugs to India.", "exports", "trafficking"),
    ("The club sold its best player.", "sold", "trafficking"),
    ("The firm sold 400 cars.", "sold", "trafficking"),
    ("The traffic on the bridge was heavy.", "traffic", "trafficking"),
    ("The navy carried aid to the island.", "carried", "trafficking"),
    ("The report exposed a gap in the law.", "exposed", "abuse"),
    ("He was exposed to asbestos.", "exposed", "abuse"),
    ("The minister exploited a loophole.", "exploited", "abuse"),
    ("Police seized two pistols.", "seized", "kidnapping"),
    ("The customs officers seized a boat.", "seized", "kidnapping"),
    ("She grabbed a coffee before the hearing.", "grabbed", "kidnapping"),
    ("The mayor took office in May.", "took", "corruption"),
    ("The gamble paid off.", "paid off", "corruption"),
    ("The bank paid off its loan.", "paid off", "corruption"),
    ("The mechanic fixed the brakes.", "fixed", "corruption"),
    ("A storm hit two hospitals.", "hit", "cyberattack"),
    ("The virus infected 200 people.", "infected", "cyberattack"),
    ("The firm breached its contract.", "breached", "cyberattack"),
    ("The lost deposit was a breach of contract.", "breach", "cyberattack"),
    ("The company failed to return calls.", "failed to return", "disappearance"),
    ("She missed the train.", "missed", "disappearance"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_crime_is_told(types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words trigger the type."""
    assert kind in types_at(text, words)


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_what_only_looks_like_crime(types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words do not trigger the type."""
    assert kind not in types_at(text, words)
