"""What tells an event of the justice family, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

CHARGE = [
    ("Prosecutors charged him with arson.", "charged", "charge"),
    ("The bureau slapped three counts of fraud on the trader.", "slapped three counts", "charge"),
    ("A clerk was booked for siphoning off relief funds.", "booked", "charge"),
    ("Police booked the contractor under the mining act.", "booked", "charge"),
    ("Police filed a charge sheet against the two men.", "filed a charge sheet", "charge"),
    ("The agency chargesheeted 14 people.", "chargesheeted", "charge"),
    ("A case was registered against the landlord.", "case was registered", "charge"),
    ("The crown laid charges of assault.", "laid charges", "charge"),
    ("The programmer has not been charged.", "charged", "charge"),
    ("A grand jury indicted the mayor.", "indicted", "charge"),
    ("She was hit with federal charges.", "hit with", "charge"),
    ("He faces two counts of murder.", "counts", "charge"),
    ("Police issued a summons to the driver.", "issued a summons", "charge"),
    ("Prosecutors accused him in an indictment of theft.", "indictment", "charge"),
    ("Prosecutors brought a case against the lender.", "brought a case", "charge"),
    ("An FIR was lodged against the builder.", "lodged", "charge"),
    ("The driver was cited for speeding.", "cited", "charge"),
    ("He was reported for summons over the crash.", "reported for summons", "charge"),
]

PLEA = [
    ("The suspects are to take plea on Friday.", "take plea", "plea"),
    ("She admitted two counts of theft.", "admitted", "plea"),
    ("He entered a not guilty plea.", "entered", "plea"),
    ("The nurse pleaded no contest.", "pleaded", "plea"),
    ("The agency registered a case against the contractor.", "registered a case", "charge"),
    ("Tom Varga struck a plea deal with prosecutors.", "plea deal", "plea"),
    ("The broker copped a plea.", "copped a plea", "plea"),
    ("He pled guilty to wire fraud.", "pled guilty", "plea"),
    ("She owned up to the theft in court.", "owned up", "plea"),
    ("He confessed to the killing.", "confessed", "plea"),
]

HEARING = [
    ("The programmer is to go before a judge on Friday.", "go before a judge", "hearing"),
    ("She was hauled before the court on Monday.", "hauled before the court", "hearing"),
    ("The five were arraigned at Larnby High Court.", "arraigned", "hearing"),
    ("He was produced before a magistrate.", "produced before a magistrate", "hearing"),
    ("The pair will be in the dock again in May.", "in the dock", "hearing"),
    ("The matter was mentioned in court on Tuesday.", "mentioned in court", "hearing"),
    ("The panel heard the case in private.", "heard the case", "hearing"),
    ("He made his first appearance before the bench.", "appearance", "hearing"),
    ("The case was adjourned to 2 May.", "adjourned", "hearing"),
    ("The court heard arguments on the ban.", "heard arguments", "hearing"),
    ("She fronted court over the crash.", "fronted court", "hearing"),
    ("The bail hearing was put off.", "hearing", "hearing"),
    ("The two appeared via video link from prison.", "appeared via video link", "hearing"),
]

TRIAL = [
    ("The general went on trial in Larnby.", "went on trial", "trial"),
    ("A court tried him in his absence.", "tried", "trial"),
    ("The case came to trial last year.", "came to trial", "trial"),
    ("He was committed for trial.", "committed for trial", "trial"),
    ("The major was court-martialled.", "court-martialled", "trial"),
    ("The judge declared a mistrial.", "mistrial", "trial"),
    ("The retrial opens in March.", "retrial", "trial"),
    ("A jury was seated on Monday.", "jury was seated", "trial"),
    ("He was brought to justice in 2016.", "brought to justice", "trial"),
]

CONVICTION = [
    ("Jurors found the doctor guilty.", "found the doctor guilty", "conviction"),
    ("The court held him guilty of bribery.", "held him guilty", "conviction"),
    ("She was convicted on all counts.", "convicted", "conviction"),
    ("His conviction stunned the village.", "conviction", "conviction"),
    ("The panel found the firm liable.", "found the firm liable", "conviction"),
    ("The jury returned a guilty verdict.", "guilty verdict", "conviction"),
    ("The court declared him guilty of treason.", "declared him guilty", "conviction"),
]

ACQUITTAL = [
    ("Two clerks were let off for want of evidence.", "let off", "acquittal"),
    ("The jury cleared him of murder.", "cleared him of", "acquittal"),
    ("A judge cleared the coach.", "cleared", "acquittal"),
    ("He walked free from court after the verdict.", "walked free", "acquittal"),
    ("She was found not guilty.", "found not guilty", "acquittal"),
    ("The court gave the officer the benefit of the doubt.", "benefit of the doubt", "acquittal"),
    ("The appeal judges quashed his conviction.", "quashed his conviction", "acquittal"),
    ("The inquiry exonerated the pilot.", "exonerated", "acquittal"),
    ("He was absolved of blame.", "absolved", "acquittal"),
]

DROPPED = [
    ("Prosecutors dropped the charges against Mia Rowe.", "dropped the charges", "charges_dropped"),
    ("The driver was interviewed and cleared.", "cleared", "charges_dropped"),
    ("The judge tossed out the case.", "tossed out the case", "charges_dropped"),
    ("The case against the editor collapsed.", "collapsed", "charges_dropped"),
    ("The crown stayed the charges.", "stayed the charges", "charges_dropped"),
    ("The court struck out the suit.", "struck out the suit", "charges_dropped"),
    ("Prosecutors abandoned the case in May.", "abandoned the case", "charges_dropped"),
    ("Police ruled him out as a suspect.", "ruled him out", "charges_dropped"),
    ("The bureau closed the case for lack of proof.", "closed the case", "charges_dropped"),
    ("The court quashed the FIR.", "quashed the FIR", "charges_dropped"),
    ("She was released without charge.", "released without charge", "release"),
    ("Prosecutors discontinued the proceedings.", "discontinued the proceedings", "charges_dropped"),
]

SENTENCE = [
    ("The judge handed him seven years.", "handed him seven years", "sentence"),
    ("He was jailed for nine years.", "jailed", "sentence"),
    ("She got 18 months for perjury.", "got", "sentence"),
    ("The killer was given life.", "given life", "sentence"),
    ("A court put him away for 12 years.", "put him away", "sentence"),
    ("He was condemned to death.", "condemned", "sentence"),
    ("She was awarded three years' rigorous imprisonment.", "awarded", "sentence"),
    ("The pair were sent down for life.", "sent down", "sentence"),
    ("He was spared jail.", "spared jail", "sentence"),
    ("The judge slapped him with a ten-year term.", "slapped him with", "sentence"),
    ("He was locked up for two years.", "locked up", "sentence"),
    ("The clerk was ordered to do 200 hours of community service.", "community service", "sentence"),
    ("She received a suspended sentence.", "suspended sentence", "sentence"),
    ("He was put on probation for a year.", "put on probation", "sentence"),
    ("He will serve at least 20 years behind bars.", "serve", "sentence"),
    ("The court imposed a five-year jail term.", "jail term", "sentence"),
    ("He began a four-year stretch at Larnby prison.", "stretch", "sentence"),
]

FINE = [
    ("The regulator fined the bank $4 million.", "fined", "fine"),
    ("The court slapped a fine on the firm.", "slapped a fine", "fine"),
    ("The club was docked six points and told to pay costs.", "told to pay costs", "fine"),
    ("The firm was hit with a $9 million penalty.", "hit with", "fine"),
    ("The driver was ticketed for parking in a bus lane.", "ticketed", "fine"),
    ("The jury awarded her $2 million in damages.", "awarded", "ruling"),
    ("He was ordered to repay the money.", "ordered to repay", "fine"),
    ("The state surcharged the former clerk.", "surcharged", "fine"),
    ("The bank must pay restitution.", "restitution", "fine"),
]

APPEAL = [
    ("He challenged the verdict in the high court.", "challenged the verdict", "appeal"),
    ("She vowed to fight the extradition.", "fight the extradition", "appeal"),
    ("He is contesting the fine.", "contesting", "appeal"),
    ("The crown lodged an appeal.", "lodged an appeal", "appeal"),
    ("The firm took the case to the supreme court.", "took the case to", "appeal"),
    ("The editor sought leave to appeal.", "leave to appeal", "appeal"),
    ("The union is seeking a judicial review of the order.", "judicial review", "appeal"),
    ("He moved the high court against the order.", "moved the high court", "appeal"),
    ("Tom Varga lost his appeal.", "appeal", "appeal"),
    ("Farmers filed a writ petition.", "writ petition", "lawsuit"),
]

RULING = [
    ("A judge set bond at $50,000.", "set bond", "ruling"),
    ("The court turned down his appeal.", "turned down", "ruling"),
    ("A judge remanded him in custody.", "remanded", "ruling"),
    ("The three were remanded until 4 June.", "remanded", "ruling"),
    ("The court refused to stay the sentence.", "refused", "ruling"),
    ("A judge threw out the will.", "threw out", "ruling"),
    ("The tribunal found that the sacking was unfair.", "found that", "ruling"),
    ("The court struck down the act.", "struck down", "ruling"),
    ("The judges sided with the union.", "sided with", "ruling"),
    ("The bench directed the state to pay the widow.", "directed", "ruling"),
    ("The judge granted her bail.", "bail", "ruling"),
    ("The court issued a warrant for his arrest.", "issued a warrant", "ruling"),
    ("The president commuted the sentence.", "commuted", "ruling"),
    ("The court reserved judgment.", "reserved judgment", "ruling"),
    ("The firm lost a court bid to end the strike.", "lost a court bid", "ruling"),
    ("The union won its case against the state.", "won its case", "ruling"),
    ("He was denied bail.", "denied bail", "ruling"),
    ("The coroner recorded a verdict of misadventure.", "verdict", "ruling"),
    ("A judge barred the paper from printing the memo.", "barred", "ruling"),
    ("The court held that the levy was unlawful.", "held that", "ruling"),
    ("The judge recused herself from the case.", "recused", "ruling"),
    ("The high court set aside the election of the mayor.", "set aside", "ruling"),
    ("The jury deadlocked after four days.", "deadlocked", "ruling"),
    ("The court put the ban on hold.", "put the ban on hold", "ruling"),
    ("The tribunal dismissed her claim.", "dismissed", "ruling"),
]

LAWSUIT = [
    ("The widow sued the airline.", "sued", "lawsuit"),
    ("Villagers dragged the mine to court.", "dragged the mine to court", "lawsuit"),
    ("The star filed for divorce.", "filed for divorce", "lawsuit"),
    ("The firm launched legal action against its auditor.", "legal action", "lawsuit"),
    ("The state brought suit against the maker.", "brought suit", "lawsuit"),
    ("Three papers challenged the act in court.", "challenged", "lawsuit"),
    ("The two settled out of court.", "settled out of court", "lawsuit"),
    ("She slapped the club with a lawsuit.", "lawsuit", "lawsuit"),
    ("They joined a class action against the bank.", "class action", "lawsuit"),
    ("The bank served him with papers.", "served him with papers", "lawsuit"),
]

RELEASE = [
    ("The rebels freed 75 hostages.", "freed", "release"),
    ("He was let out of jail in June.", "let out", "release"),
    ("The editor was bailed until May.", "bailed", "release"),
    ("She posted bail on Monday.", "posted bail", "release"),
    ("He was granted a royal pardon.", "pardon", "release"),
    ("Inmates were set free under the amnesty.", "set free", "release"),
    ("The detainee was released without charge.", "released", "release"),
    ("The killer got out of jail in 2011.", "got out", "release"),
    ("He left prison after 12 years.", "left prison", "release"),
    ("The group called for her release.", "release", "release"),
    ("The gang let the priest go.", "let the priest go", "release"),
    ("The trader was freed on parole.", "freed", "release"),
    ("Police let him go with a warning.", "let him go", "release"),
    ("He was released on his own recognizance.", "released", "release"),
]

TOLD = [
    *CHARGE, *PLEA, *HEARING, *TRIAL, *CONVICTION, *ACQUITTAL, *DROPPED, *SENTENCE, *FINE, *APPEAL,
    *RULING, *LAWSUIT, *RELEASE,
]  # fmt: skip

TRAPS = [
    ("The restaurant charged $40 for soup.", "charged", "charge"),
    ("The bull charged at the crowd.", "charged", "charge"),
    ("Drivers can charge their cars at the depot.", "charge", "charge"),
    ("The family booked a holiday for June.", "booked", "charge"),
    ("The band was booked for the festival.", "booked", "charge"),
    ("The paper cited two sources.", "cited", "charge"),
    ("He pleaded for calm.", "pleaded", "plea"),
    ("The town made a plea for help.", "plea", "plea"),
    ("He denied the reports.", "denied", "plea"),
    ("The singer appeared on stage in Larnby.", "appeared", "hearing"),
    ("She tried the soup.", "tried", "trial"),
    ("The drug trial enrolled 400 patients.", "trial", "conviction"),
    ("The firm found the plan too costly.", "found", "conviction"),
    ("Workers cleared the road.", "cleared", "acquittal"),
    ("The bill cleared the senate.", "cleared", "acquittal"),
    ("The sky cleared.", "cleared", "charges_dropped"),
    ("The plane was cleared for landing.", "cleared", "charges_dropped"),
    ("She handed him the keys.", "handed", "sentence"),
    ("The school was given a new roof.", "given", "sentence"),
    ("He got two goals.", "got", "sentence"),
    ("The critics condemned the film.", "condemned", "sentence"),
    ("The weather was fine.", "fine", "fine"),
    ("He served 20 years in the army.", "served", "sentence"),
    ("The charity made an appeal for blankets.", "appeal", "appeal"),
    ("The show appeals to children.", "appeals", "appeal"),
    ("The firm challenged its rivals on price.", "challenged", "appeal"),
    ("Ada Quist turned down the job.", "turned down", "ruling"),
    ("The club rejected the offer.", "rejected", "ruling"),
    ("The king ruled for 40 years.", "ruled", "ruling"),
    ("He ordered a pizza.", "ordered", "ruling"),
    ("The company suited its buyers.", "suited", "lawsuit"),
    ("The firm released its results.", "released", "release"),
    ("The band released an album.", "released", "release"),
    ("The release of the report was delayed.", "release", "release"),
    ("She got out of the car.", "got out", "release"),
    ("The boss let him go from the bank in a round of cuts.", "boss", "release"),
    ("The dam released water.", "released", "release"),
    ("The bank set a bond coupon of 4 percent.", "set", "ruling"),
    ("The committee found that prices rose.", "found", "ruling"),
    ("The minister held that growth would come.", "held", "ruling"),
    ("Ada Quist took the stand of the fair by storm.", "fair", "hearing"),
    ("She was in court shoes.", "court", "hearing"),
    ("The jury prize went to Mia Rowe.", "prize", "ruling"),
    ("The case of wine was heavy.", "case", "lawsuit"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_what_tells_justice(types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words tell an event of the type."""
    assert kind in types_at(text, words)


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_what_only_looks_like_justice(types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words, in another sense, do not tell an event of the type."""
    assert kind not in types_at(text, words)
