"""How real an event is, by its sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.model import Span
from eventgraph.vocabulary import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Police arrested a man.", "arrested", Status.HAPPENED),
        ("Police said they had arrested a man.", "arrested", Status.HAPPENED),
        ("Police helped rescue a child.", "rescue", Status.HAPPENED),
        ("The raid led to the arrest of two men.", "arrest", Status.HAPPENED),
        ("Police have not arrested anyone.", "arrested", Status.NEGATED),
        ("Nobody was injured.", "injured", Status.NEGATED),
        ("Bo Lind was cleared of robbing a bank.", "robbing", Status.ALLEGED),
        ("The court acquitted him of the murder of a clerk.", "murder", Status.ALLEGED),
        ("Crews cleared the road after the crash.", "crash", Status.HAPPENED),
        ("The bank failed to report the theft of 40 cars.", "theft", Status.HAPPENED),
        ("The bank was fined for failing to report transfers to Norland.", "transfers", Status.HAPPENED),
        ("The council refused to condemn the killing.", "killing", Status.HAPPENED),
        ("The rebels failed to launch an attack.", "launch an attack", Status.NEGATED),
        ("The sides failed to reach a deal.", "reach a deal", Status.NEGATED),
        ("No one was killed.", "killed", Status.NEGATED),
        ("The court found no evidence against him.", "found", Status.NEGATED),
        ("The court denied them bail until a hearing in May.", "hearing", Status.PLANNED),
        ("Police failed to arrest the man.", "arrest", Status.NEGATED),
        ("If he is convicted, he will appeal.", "convicted", Status.HYPOTHETICAL),
        (
            "Each defendant faces up to 20 years in prison.",
            "faces up to 20 years in prison",
            Status.HYPOTHETICAL,
        ),
        ("If convicted, he faces life in prison.", "faces life", Status.HYPOTHETICAL),
        ("He got 20 years in prison.", "got 20 years in prison", Status.HAPPENED),
        ("The storm could kill thousands.", "kill", Status.HYPOTHETICAL),
        ("The union announced a rally on 16 April 2024.", "rally", Status.PLANNED),
        ("She may resign.", "resign", Status.HYPOTHETICAL),
        ("Prosecutors barred five managers from leaving.", "leaving", Status.HYPOTHETICAL),
        ("The judge blocked the ministry from deporting the men.", "deporting", Status.HYPOTHETICAL),
        ("The men were banned from entering Norland.", "entering", Status.HYPOTHETICAL),
        ("The men profited from selling ivory.", "selling", Status.HAPPENED),
        ("The firm said it had halted sales and would close the mine.", "close", Status.PLANNED),
        ("The firm says that it lost money and it would close.", "close", Status.HYPOTHETICAL),
        ("The court will sentence him on Friday.", "sentence", Status.PLANNED),
        (
            "A poll for the seat, left vacant by a death in a crash, will come off in May.",
            "death",
            Status.HAPPENED,
        ),
        (
            "A poll for the seat, left vacant by a death in a crash, will come off in May.",
            "crash",
            Status.HAPPENED,
        ),
        ("The council will rebuild the bridge wrecked by the explosion.", "explosion", Status.HAPPENED),
        ("The ministers plan to discuss an attack on the port.", "discuss", Status.PLANNED),
        ("The craft is presumed to have crashed.", "crashed", Status.HYPOTHETICAL),
        ("The minister plans to resign.", "resign", Status.PLANNED),
        ("The president is expected to visit the town.", "visit", Status.PLANNED),
        ("They were ordered to evacuate the village.", "evacuate", Status.PLANNED),
        ("He was accused of stealing a car.", "stealing", Status.ALLEGED),
        ("He was charged with murdering his wife.", "murdering", Status.ALLEGED),
        ("He allegedly stole a car.", "stole", Status.ALLEGED),
        ("He faces murder charges.", "murder", Status.ALLEGED),
        ("Police believe he killed his wife.", "killed", Status.ALLEGED),
        ("He was arrested on suspicion of murder.", "murder", Status.ALLEGED),
        ("He was charged with murder.", "charged", Status.HAPPENED),
        ("He was convicted of robbing a bank.", "robbing", Status.HAPPENED),
        ("The minister said she would resign.", "resign", Status.PLANNED),
        ("She would resign.", "resign", Status.HYPOTHETICAL),
        ("The man is scheduled to be sentenced on Friday.", "sentenced", Status.PLANNED),
        ("He was convicted of fraud.", "fraud", Status.HAPPENED),
        ("He pleaded guilty to fraud.", "fraud", Status.HAPPENED),
        ("He pleaded not guilty to fraud.", "fraud", Status.ALLEGED),
        ("The firm expects delays after the attack.", "attack", Status.HAPPENED),
        ("Prosecutors have not ruled out further arrests.", "arrests", Status.HYPOTHETICAL),
        ("The panel recommended that two officers be charged.", "charged", Status.HYPOTHETICAL),
        ("Residents urged police to arrest him.", "arrest", Status.HYPOTHETICAL),
        ("The envoy asked about the attack.", "attack", Status.HAPPENED),
        ("He is feared drowned.", "drowned", Status.HYPOTHETICAL),
        ("Three men are being held at the station.", "held", Status.ONGOING),
        ("Looters burned the house; the union counted five bodies.", "burned", Status.HAPPENED),
        ("According to the indictment, he stole two cars.", "stole", Status.ALLEGED),
        ("According to police, he stole two cars.", "stole", Status.HAPPENED),
        ("He denied killing his wife.", "killing", Status.DENIED),
        ("A judge denied them bail until a hearing on 23 July.", "hearing", Status.PLANNED),
        ("The minister denied that he had taken bribes.", "taken bribes", Status.DENIED),
        ("Crews are searching for the boat.", "searching for", Status.ONGOING),
        ("Police are investigating the theft.", "investigating", Status.ONGOING),
        ("Police were investigating the theft.", "investigating", Status.HAPPENED),
        ("The man is to be sentenced in June.", "sentenced", Status.PLANNED),
        ("The firm must pay a fine by Friday.", "pay a fine", Status.PLANNED),
        ("The driver is under investigation for theft.", "is under investigation", Status.ONGOING),
        ("Five men are on trial in Larnby.", "are on trial", Status.ONGOING),
        ("The clerk was under investigation for two years.", "was under investigation", Status.HAPPENED),
        ("The mayor was kept behind bars pending a bail review.", "review", Status.PLANNED),
        ("He was suspended pending an inquiry.", "inquiry", Status.PLANNED),
        ("The mayor was kept behind bars after a bail review.", "review", Status.HAPPENED),
        ("The court set aside the fines imposed on two owners.", "fines", Status.HAPPENED),
        ("Police kept him from attacking the guard.", "attacking", Status.NEGATED),
        ("Two clerks testified that the mayor had bribed them.", "bribed", Status.ALLEGED),
        ("Officials blamed a faulty sensor for the crash.", "crash", Status.HAPPENED),
        ("The airline blamed the crash on a faulty sensor.", "crash", Status.HAPPENED),
        ("Officials blamed rebels for killing nine men.", "killing", Status.ALLEGED),
        ("He has yet to be charged.", "charged", Status.NEGATED),
        ("Norland has yet to ratify the treaty.", "ratify", Status.NEGATED),
        ("The man has been charged, yet he smiles.", "charged", Status.HAPPENED),
        ("Neither account could be verified on Monday.", "verified", Status.NEGATED),
        ("Nobody could rescue the sailors.", "rescue", Status.NEGATED),
        ("The ship could sink within hours.", "sink", Status.HYPOTHETICAL),
        ("The club has 14 days to appeal against the ban.", "appeal against", Status.HYPOTHETICAL),
        ("The club took 14 days to appeal against the ban.", "appeal against", Status.HAPPENED),
        ("He was held on suspicion of hiding a letter in Larnby.", "hiding", Status.ALLEGED),
        ("He was held because of hiding a letter in Larnby.", "hiding", Status.HAPPENED),
        # what a verb denies leaves standing what it speaks of
        ("Nobody was killed in the crash.", "crash", Status.HAPPENED),
        ("The arrest did not end the protest.", "arrest", Status.HAPPENED),
        ("The firm did not comment on the arrest.", "arrest", Status.HAPPENED),
        ("The crash could delay the trains.", "crash", Status.HAPPENED),
        ("The attack did not take place.", "attack", Status.NEGATED),
        ("The raid did not lead to an arrest.", "arrest", Status.NEGATED),
        ("The raid did not lead to an arrest.", "raid", Status.HAPPENED),
        ("The army did not launch an attack.", "launch an attack", Status.NEGATED),
        ("The state will keep its ban on guns.", "ban", Status.HAPPENED),
        # lists
        ("Police did not arrest the man, search the house or seize the car.", "seize", Status.NEGATED),
        ("The army has never bombed the town or killed civilians.", "killed", Status.NEGATED),
        ("They deny bombing the school, killing the mayor or robbing the bank.", "killing", Status.DENIED),
        ("They threatened to kill him, bomb the embassy and burn the school.", "bomb", Status.PLANNED),
        ("If rebels attack the town and kill the mayor, we will leave.", "kill", Status.HYPOTHETICAL),
        ("Rebels did not attack the town but killed the mayor.", "killed", Status.HAPPENED),
        # what is to be done
        ("Norsk to cut 300 jobs", "cut 300 jobs", Status.PLANNED),
        ("Man to be charged with murder", "charged", Status.PLANNED),
        ("The list of prisoners to be freed was published.", "freed", Status.PLANNED),
        ("She was the first to be jailed for it.", "jailed for", Status.HAPPENED),
        ("The firm has until May to sell the mine.", "sell", Status.PLANNED),
        ("The firm had to sell the mine.", "sell", Status.HAPPENED),
        ("She proposed that the state buy the bank.", "buy", Status.HYPOTHETICAL),
        ("He suggested that the police arrest him.", "arrest", Status.HYPOTHETICAL),
        ("He insisted that the army bombed Larnby.", "bombed", Status.HAPPENED),
        ("The man was hired to kill her.", "kill", Status.PLANNED),
        ("The judge considered jailing the boy.", "jailing", Status.HYPOTHETICAL),
        # what a law or a story has
        ("Anyone who steals a car is fined.", "fined", Status.HYPOTHETICAL),
        ("Whoever shoots a deer is fined.", "shoots", Status.HYPOTHETICAL),
        ("Anyone who saw the car is asked to call the police.", "asked", Status.HAPPENED),
        ("In the film, a soldier kills his wife.", "kills", Status.HYPOTHETICAL),
        ("In the opera, a king murders his son.", "murders", Status.HYPOTHETICAL),
        ("In the town, a soldier killed his wife.", "killed", Status.HAPPENED),
        ("The maximum sentence for theft is five years.", "sentence", Status.HYPOTHETICAL),
        ("The longest sentence was five years.", "sentence", Status.HAPPENED),
        # what came then, and what did not
        ("The rebels would later surrender.", "surrender", Status.HAPPENED),
        ("In 1998 he would be elected mayor.", "elected", Status.HAPPENED),
        ("He said the rebels would later surrender.", "surrender", Status.PLANNED),
        ("The gang went on to rob two banks.", "rob", Status.HAPPENED),
        ("He was to die in exile in 1945.", "die", Status.HAPPENED),
        ("He is to be tried in May.", "tried", Status.PLANNED),
        ("Had she been convicted, she would have been jailed.", "convicted", Status.HYPOTHETICAL),
        ("She was fined rather than jailed.", "jailed", Status.NEGATED),
        ("He was released instead of being charged.", "charged", Status.NEGATED),
        ("Neither the mayor nor the governor was charged.", "charged", Status.NEGATED),
        ("The bank almost collapsed.", "collapsed", Status.NEGATED),
        ("Kidnappings in Norland nearly tripled.", "Kidnappings", Status.HAPPENED),
        ("The judge stopped short of jailing him.", "jailing", Status.NEGATED),
        ("He was too ill to be tried.", "tried", Status.NEGATED),
        ("The trial will not start until May.", "trial", Status.PLANNED),
        ("He was not arrested until May.", "arrested", Status.HAPPENED),
        ("A warder is dead.", "is dead", Status.HAPPENED),
        ("The union is blaming the mayor.", "blaming", Status.HAPPENED),
        ("They are said to have smuggled two men into Norland.", "smuggled", Status.ALLEGED),
        ("He is reported to have shot a man.", "shot", Status.ALLEGED),
        ("She faces a four-year ban.", "ban", Status.HYPOTHETICAL),
        ("He faces a fine of 900 euros.", "faces a fine", Status.HYPOTHETICAL),
        ("She accepted a four-year ban.", "ban", Status.HAPPENED),
        ("The road was reopened, only to be blocked again by rebels.", "blocked", Status.HAPPENED),
        ("He came to Larnby only to shoot a man.", "shoot", Status.PLANNED),
        ("No arrest was made, as the man had flown to Norland.", "flown to", Status.HAPPENED),
        ("Police opened an inquiry into the attack.", "attack", Status.HAPPENED),
        ("The findings of the investigation into the killing were published.", "killing", Status.HAPPENED),
        ("Police opened an inquiry into a fraud at the bank.", "fraud", Status.ALLEGED),
        ("They had been denied visas to enter Norland.", "enter", Status.NEGATED),
        ("They denied bribing the clerk.", "bribing", Status.DENIED),
        ("The mayor denied the claims, drawing laughter from critics in Larnby.", "drawing", Status.HAPPENED),
    ],
)
def test_status(
    read: Callable[..., Reading], words: Callable[[str, Span], str], text: str, trigger: str, status: Status
) -> None:
    """The first status that the words around the trigger call for."""
    found = {words(text, event): event.status for event in find_events(read(text))}
    assert found.get(trigger) is status, found


@pytest.mark.parametrize(
    ("published", "status"), [(date(2024, 6, 30), Status.PLANNED), (date(2024, 7, 2), Status.HAPPENED)]
)
def test_what_lies_ahead_has_not_happened(
    read: Callable[..., Reading], published: date, status: Status
) -> None:
    """What begins after the day of publication is no fact, however it is told."""
    (event,) = find_events(read("The ports are closed to ships from 1 July 2024.", published=published))
    assert event.status is status
