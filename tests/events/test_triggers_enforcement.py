"""What tells an event of the enforcement family, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

OPERATION = [
    ("Police launched a crackdown on street racing.", "crackdown", "operation"),
    ("Detectives set up a sting after the tip.", "sting", "operation"),
    ("Inspectors laid a trap for the clerk.", "laid a trap", "operation"),
    ("The coastguard kicked off Operation Grey Heron in May.", "kicked off", "operation"),
    ("Agents ran a sting operation at the mall.", "sting operation", "operation"),
    ("The blitz on drink driving ended on Sunday.", "blitz", "operation"),
    ("Officials are cracking down on illegal mining.", "cracking down", "operation"),
    ("The government got tough on unlicensed lenders in March.", "got tough", "operation"),
    ("Customs wound up Operation Grey Heron last week.", "wound up", "operation"),
]

INVESTIGATION = [
    ("Detectives are looking into the blaze.", "looking into", "investigation"),
    ("The watchdog opened a formal inquiry into the bank.", "inquiry", "investigation"),
    ("The regulator is probing the merger.", "probing", "investigation"),
    ("A post-mortem was carried out on Friday.", "post-mortem", "investigation"),
    ("Homicide detectives took over the case.", "took over the case", "investigation"),
    ("The force reopened the case in 2019.", "reopened the case", "investigation"),
    ("Police are treating the death as suspicious.", "treating the death as suspicious", "investigation"),
    ("Examiners went through the books of the lender.", "went through the books", "investigation"),
    ("Two firms came under scrutiny in April.", "came under scrutiny", "investigation"),
    ("Officers followed up 300 leads.", "followed up", "investigation"),
    ("Forensic teams combed the scene for clues.", "combed", "search"),
    ("A review will look at why the alarm failed.", "review", "investigation"),
    ("Prosecutors are scrutinising the payments.", "scrutinising", "investigation"),
    ("The house set up a panel to investigate the leak.", "investigate", "investigation"),
    ("The coroner opened an inquest into her death.", "inquest", "investigation"),
    ("A fact-finding mission was sent to Larnby.", "mission", "investigation"),
]

SEARCH = [
    ("Officers raided three flats before dawn.", "raided", "search"),
    ("Police swooped on a farm near Larnby.", "swooped", "search"),
    ("Agents executed search warrants at five addresses.", "executed", "search"),
    ("Coastguards boarded the trawler at dawn.", "boarded", "search"),
    ("Investigators stopped two buses at the border.", "stopped", "search"),
    ("Customs officers opened crates marked as toys.", "opened", "search"),
    ("Police turned over the flat for four hours.", "turned over the flat", "search"),
    ("Soldiers went door to door in the old town.", "went door to door", "search"),
    ("Police launched a manhunt for the three inmates.", "manhunt", "search"),
    ("The hunt for the missing girl entered a third day.", "hunt", "search"),
    ("Officers patted down every visitor.", "patted down", "search"),
    ("Divers trawled the lake for the boy.", "trawled", "search"),
    ("Police descended on the warehouse on Monday.", "descended on", "search"),
    ("Detectives pulled over the van on the ring road.", "pulled over", "search"),
    ("Officers forced their way into the flat.", "forced their way", "search"),
    ("Inspectors carried out a surprise check at the depot.", "check", "search"),
    ("Volunteers are looking for a lost climber.", "looking for", "search"),
    ("The police smashed down the door of the club.", "smashed down the door", "search"),
    ("Rescuers resumed the search for survivors.", "search", "search"),
]

ARREST = [
    ("Officers nabbed two men at the airport.", "nabbed", "arrest"),
    ("Police picked up a teacher in Larnby.", "picked up", "arrest"),
    ("Eleven people were rounded up overnight.", "rounded up", "arrest"),
    ("Police hauled in 20 youths after the game.", "hauled in", "arrest"),
    ("Two suspects are being held at Larnby station.", "held", "arrest"),
    ("He was held on suspicion of arson.", "held", "arrest"),
    ("She was booked into the county jail.", "booked", "arrest"),
    ("The getaway driver was caught an hour later.", "caught", "arrest"),
    ("Harbour Police have a suspect in custody.", "in custody", "arrest"),
    ("Three men were taken in by detectives.", "taken in", "arrest"),
    ("He was placed under house arrest in May.", "house arrest", "arrest"),
    ("Troops took 14 fighters prisoner.", "prisoner", "arrest"),
    ("The vice squad busted a dealer near the school.", "busted", "arrest"),
    ("Officers tackled the man and cuffed him.", "cuffed", "arrest"),
    ("The clerk was caught red-handed taking cash.", "caught", "arrest"),
    ("The minister was put behind bars.", "put behind bars", "arrest"),
    ("Police have bagged the leader of the gang.", "bagged", "arrest"),
    ("Police bundled six activists into a van.", "bundled", "arrest"),
    ("Agents collared the fugitive at a bus stop.", "collared", "arrest"),
    ("Police swooped and made eight arrests.", "arrests", "arrest"),
    ("The former governor is in detention.", "detention", "arrest"),
    ("Officers led the banker away in handcuffs.", "away in handcuffs", "arrest"),
]

QUESTIONING = [
    ("Detectives grilled the treasurer for ten hours.", "grilled", "questioning"),
    ("The two officers are being quizzed by investigators.", "quizzed", "questioning"),
    ("A woman is helping police with their inquiries.", "helping police with their inquiries", "questioning"),
    (
        "The bureau called in the minister for questioning.",
        "called in the minister for questioning",
        "questioning",
    ),
    ("During the trial 40 witnesses were examined.", "examined", "questioning"),
    ("Police took statements from the crew.", "took statements", "questioning"),
    ("He was interviewed under caution in June.", "interviewed", "questioning"),
    ("Agents interrogated the courier.", "interrogated", "questioning"),
    ("Detectives spoke to neighbours about the row.", "spoke to neighbours", "questioning"),
]

IDENTIFICATION = [
    ("Detectives identified the gunman as a former guard.", "identified", "identification"),
    ("DNA tests put a name to the victim.", "put a name to", "identification"),
    ("The coroner named the dead man as Tom Varga.", "named", "identification"),
    ("A witness picked him out of a line-up.", "picked him out", "identification"),
    ("Agents unmasked the administrator of the site.", "unmasked", "identification"),
    ("A guard recognised him from the poster.", "recognised", "identification"),
    ("Police named him as a suspect.", "named", "identification"),
]

RESCUE = [
    ("Firefighters pulled out 12 people.", "pulled out", "rescue"),
    ("Police freed 31 captives from a cellar.", "freed", "rescue"),
    ("Officers took 38 children out of the mine.", "took", "rescue"),
    ("A lifeboat plucked the couple from the sea.", "plucked", "rescue"),
    ("Crews cut the driver free from the wreck.", "cut the driver free", "rescue"),
    ("A helicopter winched the sailors to safety.", "winched", "rescue"),
    ("The miners were brought to the surface on Friday.", "brought to the surface", "rescue"),
    ("Neighbours dragged her from the burning car.", "dragged", "rescue"),
    ("Medics dug two boys out of the snow.", "dug", "rescue"),
    ("The girls were removed from harm by social workers.", "removed from harm", "rescue"),
    ("Troops got the hostages out.", "got the hostages out", "rescue"),
    ("The crew were picked up by a tanker.", "picked up", "rescue"),
    ("The hikers were found safe and well.", "found safe", "discovery"),
]

SEIZURE = [
    ("Customs intercepted a dhow carrying heroin.", "intercepted", "seizure"),
    ("The directorate attached four flats.", "attached", "seizure"),
    ("Police recovered 40 stolen phones.", "recovered", "seizure"),
    ("Officers took away computers and files.", "took away", "seizure"),
    ("The court froze the accounts of the dealer.", "froze", "seizure"),
    ("Sleuths found cash and gold bars at his villa.", "found", "discovery"),
    ("The raids netted 12 guns.", "netted", "seizure"),
    ("Wardens confiscated 30 tusks.", "confiscated", "seizure"),
    ("The bank repossessed his house.", "repossessed", "seizure"),
    ("His yacht was impounded in Larnby.", "impounded", "seizure"),
    ("The navy captured a boat full of hashish.", "captured", "seizure"),
    ("Officials laid hands on the forged deeds.", "laid hands on", "seizure"),
    ("The state took possession of the ranch.", "took possession", "seizure"),
    ("Police bagged 3 kg of heroin.", "bagged", "seizure"),
    ("Agents carted off boxes of records.", "carted off", "seizure"),
]

DISMANTLING = [
    ("Police broke up a ring of car thieves.", "broke up", "dismantling"),
    ("Agents knocked the market offline.", "knocked", "dismantling"),
    ("The cell was rolled up in a week.", "rolled up", "dismantling"),
    ("Detectives smashed a gang of forgers.", "smashed", "dismantling"),
    ("The bureau foiled a plot to bomb the fair.", "foiled", "dismantling"),
    ("Investigators took down the botnet.", "took down", "dismantling"),
    ("Officers shut down three meth labs.", "shut down", "dismantling"),
    ("Police busted a smuggling racket.", "busted", "dismantling"),
    ("Bomb experts defused a shell.", "defused", "dismantling"),
    ("Troops cleared the mines from the road.", "cleared", "dismantling"),
    ("The syndicate was brought down by an informer.", "brought down", "dismantling"),
    ("Agents pulled the plug on the forum.", "pulled the plug", "dismantling"),
    ("Police wiped out the network of couriers.", "wiped out", "dismantling"),
]

DISCOVERY = [
    ("Divers came upon a wreck off Larnby.", "came upon", "discovery"),
    ("Police tracked down the van's owner.", "tracked down", "discovery"),
    ("Agents traced bitcoin worth millions.", "traced", "discovery"),
    ("The search yielded 800 vases.", "yielded", "discovery"),
    ("Their checks turned up 19 teenagers.", "turned up", "discovery"),
    ("An audit flagged the loans.", "flagged", "discovery"),
    ("A dog sniffed out the pills.", "sniffed out", "discovery"),
    ("Guards noticed the breakout at dawn.", "noticed", "discovery"),
    ("A farmer stumbled upon human bones.", "stumbled upon", "discovery"),
    ("Her body washed up on a beach.", "washed up", "discovery"),
    ("Detectives got wind of the plan.", "got wind", "discovery"),
    ("The leak came to light in March.", "came to light", "discovery"),
    ("Police ran him to ground in a hostel.", "ran him to ground", "arrest"),
    ("The audit threw up gaps in the accounts.", "threw up", "discovery"),
]

SURVEILLANCE = [
    ("The boat had been tracked for eleven days.", "tracked", "surveillance"),
    ("Agents listened in on his calls.", "listened in", "surveillance"),
    ("Police staked out the garage.", "staked out", "surveillance"),
    ("Detectives kept watch on the house.", "kept watch", "surveillance"),
    ("Officers shadowed the courier across Larnby.", "shadowed", "surveillance"),
    ("Spies bugged the embassy.", "bugged", "surveillance"),
    ("An officer posed as a buyer online.", "posed as", "surveillance"),
    ("Agents infiltrated the gang.", "infiltrated", "surveillance"),
    ("Police tapped the broker's phone.", "tapped", "surveillance"),
    ("Drones are monitoring the suspects.", "monitoring", "surveillance"),
]

MOVED = [
    ("Norland expelled six diplomats.", "expelled", "deportation"),
    ("The students were sent home by immigration officers.", "sent home", "deportation"),
    ("He was put on a plane to Norland after his visa was cancelled.", "put on a plane", "deportation"),
    ("Border guards turned back 80 migrants.", "turned back", "deportation"),
    ("The imam was kicked out of the country.", "kicked out", "deportation"),
    ("The preacher was removed from the country.", "removed from the country", "deportation"),
    ("Norland handed over the art dealer to Italy.", "handed over", "extradition"),
    ("The banker was sent back to face trial.", "sent back", "extradition"),
    ("He was flown home to stand trial.", "flown home", "extradition"),
    ("The fugitive was surrendered to Norland under a warrant.", "surrendered", "extradition"),
    ("Three inmates broke out of the jail.", "broke out", "escape"),
    ("He jumped bail and fled to Norland.", "jumped bail", "escape"),
    ("Two boys gave officers the slip.", "gave officers the slip", "escape"),
    ("The trader is on the run.", "on the run", "escape"),
    ("The suspects remain at large.", "at large", "escape"),
    ("The gunman got away on a motorbike.", "got away", "escape"),
    ("The driver made off on foot.", "made off", "escape"),
    ("The robbers sped off in a van.", "sped off", "escape"),
    ("The accountant skipped the country.", "skipped the country", "escape"),
    ("Inmates tunnelled out of the prison.", "tunnelled out", "escape"),
    ("The officer's killer went into hiding.", "went into hiding", "escape"),
    ("She gave herself up at a police post.", "gave herself up", "surrender"),
    ("He handed himself in on Sunday.", "handed himself in", "surrender"),
    ("The rebels laid down their arms.", "laid down their arms", "surrender"),
    ("The guerrillas handed in their rifles.", "handed in", "surrender"),
    ("He walked into a police station and confessed.", "walked into a police station", "surrender"),
    ("She put down her knife and came out.", "put down her knife", "surrender"),
    ("The kidnapper threw down his gun.", "threw down his gun", "surrender"),
    ("The fighters waved a white flag.", "waved a white flag", "surrender"),
]

TOLD = [
    *OPERATION, *INVESTIGATION, *SEARCH, *ARREST, *QUESTIONING, *IDENTIFICATION, *RESCUE, *SEIZURE,
    *DISMANTLING, *DISCOVERY, *SURVEILLANCE, *MOVED,
]  # fmt: skip

TRAPS = [
    ("Surgeons finished the operation on the boy's knee.", "operation", "investigation"),
    ("The bank opened a branch in Larnby.", "opened", "search"),
    ("The driver stopped two miles from Larnby.", "stopped", "search"),
    ("Passengers boarded the train at noon.", "boarded", "search"),
    ("She caught a bus to Larnby.", "caught", "arrest"),
    ("Ada Quist held talks with the union.", "held", "arrest"),
    ("The family booked a room at the hotel.", "booked", "arrest"),
    ("The team captured the trophy.", "captured", "arrest"),
    ("Growth picked up in March.", "picked up", "arrest"),
    ("The report captured the mood of the nation.", "captured", "arrest"),
    ("Analysts questioned the figures.", "questioned", "questioning"),
    ("Critics questioned the plan.", "questioned", "questioning"),
    ("The paper identified three reasons for the slump.", "identified", "identification"),
    ("The company saved $3 million on fuel.", "saved", "rescue"),
    ("The economy recovered in June.", "recovered", "seizure"),
    ("She recovered from flu.", "recovered", "seizure"),
    ("The navy pulled out of the port.", "pulled out", "rescue"),
    ("The colonel seized power in a coup.", "seized", "seizure"),
    ("The striker netted two goals.", "netted", "seizure"),
    ("He attached a letter to the application.", "attached", "seizure"),
    ("The couple broke up last year.", "broke up", "dismantling"),
    ("The plane took off at noon and turned up late.", "turned up", "discovery"),
    ("The lake froze in January.", "froze", "seizure"),
    ("The ministry froze hiring.", "froze", "seizure"),
    ("The club tracked the player for a year.", "tracked", "surveillance"),
    ("A fire broke out in the kitchen.", "broke out", "escape"),
    ("Fighting broke out near Larnby.", "broke out", "escape"),
    ("The bank handed over the documents.", "handed over", "extradition"),
    ("He handed in his homework.", "handed in", "surrender"),
    ("The school expelled two pupils.", "expelled", "extradition"),
    ("The gas escaped through a crack.", "escaped", "escape"),
    ("The club was raided for players by its rivals.", "club", "search"),
    ("The ceremony was held at Larnby station.", "held", "arrest"),
    ("The minister is looking for a new aide.", "looking", "investigation"),
    ("Workers cleared the snow.", "cleared", "dismantling"),
    ("The team was knocked out of the cup.", "knocked", "dismantling"),
    ("The mayor posed for photographs.", "posed", "surveillance"),
    ("The cost was put at $4 million.", "put", "arrest"),
    ("Shares yielded 4 percent.", "yielded", "discovery"),
    ("The union named Ada Quist as chair.", "named", "identification"),
    ("The farm is home to 30 hens.", "home", "deportation"),
    ("The committee took statements for granted.", "committee", "questioning"),
    ("The ship was at large anchor chains' length.", "anchor", "escape"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_what_tells_enforcement(types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words tell an event of the type."""
    assert kind in types_at(text, words)


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_what_only_looks_like_enforcement(types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words, in another sense, do not tell an event of the type."""
    assert kind not in types_at(text, words)
