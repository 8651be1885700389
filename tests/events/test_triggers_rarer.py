"""The rarer verbs and nouns by which newsrooms tell of floods, wrecks, coups, votes, deals and outbreaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

TOLD = [
    ("Torrents gouged a hole in the coastal highway.", "gouged", "damage"),
    ("The cyclone peeled the roof off a clinic.", "peeled", "damage"),
    ("Lawmakers smashed desks in the chamber on Monday.", "smashed", "damage"),
    ("Seven pitmen were sealed in by a rockfall.", "sealed in", "accident"),
    ("A freighter clipped a pier in Larnby on Monday.", "clipped", "accident"),
    ("The catamaran turned turtle off Larnby.", "turned turtle", "accident"),
    ("The MV Sorrel went under near Larnby.", "went under", "accident"),
    ("The lorry ploughed through a toll booth.", "ploughed", "accident"),
    ("The jet's nose wheel collapsed on touchdown.", "collapsed", "accident"),
    ("Residents of the tower were shepherded into a church hall on Tuesday.", "shepherded", "evacuation"),
    ("The president was whisked to a safe house.", "whisked", "evacuation"),
    ("A shard sliced her cheek.", "sliced", "injury"),
    ("The junta slapped a night-time curfew on the port.", "slapped", "ban"),
    ("Stewards docked the team $50,000 for speeding.", "docked", "fine"),
    ("Her party netted 38 percent of ballots in the poll.", "netted", "election"),
    ("The electoral body threw out 4,000 ballots.", "threw out", "election"),
    ("The candidate filed papers at the Supreme Court on Monday.", "filed papers", "lawsuit"),
    ("Aides swatted away the suggestion that he was ill.", "swatted away", "denial"),
    ("Chancellor Vogt looked in on flood victims on Friday.", "looked in on", "visit"),
    ("Larn Zinc has idled two furnaces.", "idled", "closure"),
    ("The ferries were taken out of service on Monday.", "taken out of service", "closure"),
    ("Measles is racing through the camps.", "racing through", "outbreak"),
    ("The first cases cropped up in Larnby on 3 March.", "cases", "outbreak"),
    ("Malaria carried off 400 children last year.", "carried off", "killing"),
    ("Youths hauled away 80 sacks of grain from the depot.", "hauled away", "theft"),
    ("Three nuns held since May regained their liberty on Saturday.", "regained their liberty", "release"),
    ("The hijackers handed over 17 passengers on Sunday.", "handed over", "release"),
    ("The warlord slipped past the cordon at night.", "slipped past", "escape"),
    ("Seismologists caution that more tremors are likely.", "caution", "warning"),
    ("Deputies torpedoed the pension bill.", "torpedoed", "legislation"),
    ("The premier jettisoned his interior minister on Monday.", "jettisoned", "removal"),
    ("Gunners traded shells across the river.", "traded", "attack"),
    ("Officers took over the state radio.", "took over", "attack"),
    ("The carmaker is chopping 2,000 roles.", "chopping", "layoff"),
    ("The Red Cross dished out 3,000 hot meals at the port.", "dished out", "aid"),
    ("Tokyo slapped an asset freeze on three shipping firms.", "slapped", "sanction"),
    ("The union was banned from the Games.", "banned", "sanction"),
    ("The port operator fell victim to ransomware.", "fell victim to", "cyberattack"),
    ("Observers slammed the count as a sham.", "slammed", "accusation"),
    ("The doctors' strike enters its third week.", "strike", "protest"),
    ("The court's annulment of the poll stunned the party.", "annulment", "ruling"),
    ("Shards of glass turned up in a batch of jam.", "turned up", "discovery"),
    ("Tokyo rushed 20 doctors to the coast.", "rushed", "deployment"),
    ("The crew radioed for help.", "radioed for", "request"),
    ("Rebels proclaimed the end of the monarchy.", "proclaimed", "declaration"),
    ("The government fell on Friday.", "fell", "removal"),
    ("Norland wants a ceasefire before the talks.", "wants", "request"),
    ("The families want a memorial at the gate.", "want", "request"),
    ("A survivor described hiding under a bus.", "described", "testimony"),
    ("A witness recounted the shooting.", "recounted", "testimony"),
    ("Officers burst in at dawn.", "burst in", "search"),
    ("Tom Varga gave up without a fight.", "gave up", "surrender"),
    ("Four people got out through a window.", "got out", "escape"),
    ("Two pupils got out alive.", "got out", "escape"),
    ("The virus turned up in milk on Monday.", "turned up", "discovery"),
    ("The officers responded with tear gas.", "responded", "attack"),
    ("The guards replied with gunfire.", "replied", "attack"),
    ("Tom Varga ran at the guards with an axe.", "ran", "attack"),
    ("Two lorries went into the river.", "went", "accident"),
    ("The bus ended up in a ditch.", "ended up", "accident"),
    ("The branches remained closed on Monday.", "remained closed", "closure"),
    ("The airport stayed shut on Monday.", "stayed shut", "closure"),
    ("Tom Varga is accused of manslaughter.", "manslaughter", "killing"),
    ("The mayor was accused of corruption.", "corruption", "corruption"),
    ("The paramilitaries insist that they have left.", "insist", "announcement"),
    ("An avalanche buried a camp.", "avalanche", "disaster"),
    ("A storm swept across Norland on Monday.", "storm", "disaster"),
]

TRAPS = [
    ("Shares in the brewer dropped by 3% on Friday.", "dropped", "visit"),
    ("The premier dropped four ministers in a shake-up.", "dropped", "visit"),
    ("Troops were called in on Friday.", "called in", "visit"),
    ("The striker clipped the post in Larnby on Sunday.", "clipped", "accident"),
    ("The team clipped the champions on Sunday.", "clipped", "accident"),
    ("Council workers dumped 40 tonnes of gravel.", "dumped", "removal"),
    ("The team won the repeat of the final.", "won", "election"),
    ("The bank cut its arm in Norland.", "cut", "injury"),
    ("The boxer knocked out his rival in Larnby.", "knocked", "damage"),
    ("The team claimed three points on Sunday.", "claimed", "killing"),
    ("The convoy reached the capital on Friday.", "reached", "outbreak"),
    ("A photograph of the minister surfaced in May.", "surfaced", "outbreak"),
    ("A photograph of the minister turned up in May.", "turned up", "outbreak"),
    ("Workers stripped the paint from the hull.", "stripped", "theft"),
    ("The rescuers hauled the boat to the shore.", "hauled", "rescue"),
    ("Bodyguards bundled the premier into a car.", "bundled", "kidnapping"),
    ("The coalition collapsed in June.", "collapsed", "removal"),
    ("The government fell short of its goal.", "fell", "removal"),
    ("The trawler went down with all hands.", "went down", "outbreak"),
    ("The navy sent a frigate to the strait.", "sent", "transfer"),
    ("The court ruled that the strike was legal.", "ruled", "layoff"),
    ("The firm offloaded its shares on Monday.", "offloaded", "removal"),
    ("Prosecutors charged the driver on Friday.", "charged", "attack"),
    ("Dancers charged the stage with energy.", "charged", "attack"),
    ("Chefs rushed to the kitchen.", "rushed", "deployment"),
    ("The children want a dog.", "want", "request"),
    ("They want a law that works.", "want", "request"),
    ("The report described the flood.", "described", "testimony"),
    ("Sunlight burst in.", "burst in", "search"),
    ("Tom Varga gave up smoking.", "gave up", "surrender"),
    ("The firm got out of the deal.", "got out", "escape"),
    ("It turned up late.", "turned up", "discovery"),
    ("The minister responded with a letter.", "responded", "attack"),
    ("Tom Varga ran at the Games.", "ran", "attack"),
    ("The money went into the lake project.", "went", "accident"),
    ("The debate remained closed to him.", "remained closed", "closure"),
    ("He spoke of manslaughter.", "manslaughter", "killing"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_a_rarer_word_has_its_type(text: str, words: str, kind: str, event_types_at: TypesAt) -> None:
    """The words trigger an event of the type."""
    assert event_types_at(text, words) == {kind}


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_a_rarer_word_in_another_sense(text: str, words: str, kind: str, event_types_at: TypesAt) -> None:
    """The words look like the type and tell something else, or nothing."""
    assert kind not in event_types_at(text, words)
