"""What ministries, armies and encyclopaedias tell in ordinary words that have another sense elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

TOLD = [
    ("Norland troops liberated the town of Larnby.", "liberated", "attack"),
    ("The dam was captured by rebels in April.", "captured", "attack"),
    ("The liberation of Larnby was welcomed by the minister.", "liberation", "attack"),
    ("The capture of the base ended the campaign.", "capture", "attack"),
    ("Marines had cleared the city four days later.", "cleared", "attack"),
    ("The militia cleared three villages near Larnby.", "cleared", "attack"),
    ("Rebels took over a military barracks.", "took over", "attack"),
    ("He died in a raid by troops on Monday.", "raid", "attack"),
    ("A cross-border raid killed nine men.", "raid", "attack"),
    ("A barrage of rockets hit Larnby.", "barrage", "attack"),
    ("An overnight missile barrage killed two.", "barrage", "attack"),
    ("Hostilities resumed on Monday.", "Hostilities", "attack"),
    ("The militia committed atrocities in Larnby.", "atrocities", "abuse"),
    ("Troops carried out atrocities in two villages.", "carried out", "abuse"),
    ("The magazine attacked the minister over the budget.", "attacked", "accusation"),
    ("A newspaper attacked Ada Quist on Monday.", "attacked", "accusation"),
    ("Ada Quist welcomed the ruling.", "welcomed", "announcement"),
    ("The union welcomed the news on Monday.", "welcomed", "announcement"),
    ("Ada Quist complimented the officers.", "complimented", "announcement"),
    ("Ada Quist commended the troops on Monday.", "commended", "announcement"),
    ("Ada Quist denied the claim.", "denied", "denial"),
    ("The mayor denied that he had left.", "denied", "denial"),
    ("The clerk faces prosecution for theft.", "prosecution", "charge"),
    ("The prosecution of Mia Rowe began in May.", "prosecution", "charge"),
    ("Millions were displaced by the war.", "displaced", "evacuation"),
    ("Thousands have been displaced.", "displaced", "evacuation"),
    ("Police located the missing girl on Monday.", "located", "discovery"),
    ("Divers located the wreck off Larnby.", "located", "discovery"),
    ("The first relief convoy reached Larnby on Monday.", "convoy", "aid"),
    ("Thousands filled the square on Monday.", "filled the square", "protest"),
    ("Ministers met a number of envoys.", "met", "meeting"),
    # the usual sense of a verb
    ("The bungalow was seized in 2017.", "seized", "seizure"),
    ("Agents seized the minister's piano.", "seized", "seizure"),
    ("Two yachts and a motorbike were secured.", "secured", "seizure"),
    ("Officers searched the flat; 40 kg of heroin was secured.", "secured", "seizure"),
    ("The minutes were forged.", "forged", "fraud"),
    ("He forged the seal of the court.", "forged", "fraud"),
    ("The minister will meet both sides on Monday.", "meet", "meeting"),
    ("She met relatives of the dead.", "met", "meeting"),
    ("The band closed its fishery.", "closed", "closure"),
    ("Norland closed the ferry terminal.", "closed", "closure"),
    ("The east wing has reopened.", "reopened", "closure"),
    ("Norland reopened the old quarry in May.", "reopened", "closure"),
    ("Two bus shelters and a section of the quay were swept away.", "swept away", "damage"),
    ("Bulldozers flattened the tents.", "flattened", "damage"),
    ("Excavators flattened a row of huts.", "flattened", "damage"),
    ("The ministry informs the public that 12 wells are closed.", "informs", "announcement"),
    ("Ada Quist informed the board of the loss.", "informed", "announcement"),
    ("The company is appealing the penalty.", "appealing", "appeal"),
    ("Mia Rowe appealed the decision.", "appealed", "appeal"),
    ("The court set aside her conviction for fraud.", "set aside", "acquittal"),
    ("The judges quashed his conviction.", "quashed", "acquittal"),
    ("Applications for a stay were refused.", "refused", "ruling"),
    ("Bail was refused on Monday.", "refused", "ruling"),
    ("The mission arrived on Monday.", "arrived", "visit"),
    ("A delegation arrived at noon.", "arrived", "visit"),
    ("Inspectors will examine the lights.", "examine", "investigation"),
    ("Detectives examined the rope.", "examined", "investigation"),
    ("They were fooled by a caller.", "fooled", "fraud"),
    ("Pensioners were tricked by a man in uniform.", "tricked", "fraud"),
    ("The agency has dispatched five experts.", "dispatched", "deployment"),
    ("An officer shot and killed a man in a diner.", "shot", "attack"),
    ("They beat and robbed a tourist.", "beat", "attack"),
    ("Gunmen fired two shots at a taxi.", "fired", "attack"),
    ("The bank began operations in May.", "began operations", "founding"),
    ("The reactor started operations on Monday.", "started operations", "founding"),
]

TRAPS = [
    ("Mia Rowe liberated the hens.", "liberated", "attack"),
    ("The painter captured the town at dawn.", "captured", "attack"),
    ("The liberation of women was her cause.", "liberation", "attack"),
    ("Ploughs cleared the town of snow.", "cleared", "attack"),
    ("A new owner took over the hotel.", "took over", "attack"),
    ("A barrage across the river keeps out the tide.", "barrage", "attack"),
    ("Larnby is a barrage of stone.", "barrage", "attack"),
    ("There was much hostility towards the mayor.", "hostility", "attack"),
    ("Rebels attacked the newspaper on Monday.", "attacked", "accusation"),
    ("Ada Quist welcomed the guests.", "welcomed", "announcement"),
    ("The army denied the rebels a haven.", "denied", "denial"),
    ("The team were denied visas.", "denied", "denial"),
    ("He disputed the prosecution's version.", "prosecution", "charge"),
    ("The mosque is located in Larnby.", "located", "discovery"),
    ("Larnby is a village located 8 km from the sea.", "located", "discovery"),
    ("An attack on an aid convoy killed two.", "convoy", "aid"),
    ("Lanterns filled the square.", "filled", "protest"),
    ("Talks aimed at ending the war have begun.", "ending", "meeting"),
    ("Ada Quist calls the ruin in Larnby a disgrace.", "calls", "visit"),
    ("Supplies will relieve the suffering in Larnby.", "relieve", "removal"),
    ("The plan is to prevent the group from operating in Larnby.", "prevent", "sanction"),
    ("Just 10 per cent of the requests were approved.", "approved", "investment"),
    ("Mia Rowe was sentenced to death on Monday.", "death", "death"),
    ("They were condemned to death in May.", "death", "death"),
    ("The boats were sent away from Norland waters.", "sent", "aid"),
    ("The home side seized their chance.", "seized", "seizure"),
    ("Rebels seized power in May.", "seized", "seizure"),
    ("The club secured his release.", "secured", "seizure"),
    ("The two towns forged a friendship.", "forged", "fraud"),
    ("The work will meet a need.", "meet", "meeting"),
    ("They closed the deal on Monday.", "closed", "closure"),
    ("Police reopened the case.", "reopened", "closure"),
    ("The team was swept away by the crowd's cheers.", "swept away", "damage"),
    ("The cyclist flattened the curve.", "flattened", "accident"),
    ("The rules inform the work.", "inform", "announcement"),
    ("The play appealed to the young.", "appealed", "appeal"),
    ("The council set aside £900 for the school.", "set aside", "acquittal"),
    ("The offer was refused.", "refused", "ruling"),
    ("The parcel arrived on Monday.", "arrived", "visit"),
    ("The book examines the war.", "examines", "investigation"),
    ("The goalkeeper was fooled.", "fooled", "seizure"),
    ("A tractor was struck there in 2016.", "struck", "attack"),
    ("Justice Quist told reporters that a vote would be held.", "told", "ruling"),
    ("The agency has dispatched five experts.", "dispatched", "killing"),
    ("Police have evacuated the east wing.", "evacuated", "withdrawal"),
    ("The striker fired two shots at goal.", "fired", "attack"),
    ("The winger had three shots on target.", "shots", "attack"),
    ("Norland began ground operations on Monday.", "began", "founding"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_what_dispatches_tell_has_its_type(event_types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words tell an event of the type."""
    assert kind in event_types_at(text, words)


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_what_only_looks_like_it(event_types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words tell no event of the type."""
    assert kind not in event_types_at(text, words)
