"""Who did what to whom, where the order of words alone would say otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.model import Span

pytestmark = pytest.mark.model

NAMES = {"Ada Quist": "official", "Mia Rowe": "person", "Harbour Police": "agency", "High Court": "agency"}
Roles = dict[str, set[str]]
ROWS: list[tuple[str, str, Roles]] = [
    # active verbs that are undergone
    ("Mia Rowe broke her wrist in a fall.", "broke", {"agent": set(), "patient": {"Mia Rowe"}}),
    ("A miner lost an eye in the blast.", "lost", {"agent": set(), "patient": {"miner"}}),
    ("She took up the post in May.", "took up", {"agent": set(), "patient": {"She"}}),
    ("Harbour Police took the clerk to a cell.", "took", {"agent": {"Harbour Police"}, "patient": {"clerk"}}),
    ("The convoy came under fire.", "came", {"agent": set(), "patient": {"convoy"}}),
    ("A patrol came under attack in the hills.", "came", {"agent": set(), "patient": {"patrol"}}),
    ("She lost $22,000 to callers posing as police.", "lost", {"agent": set(), "patient": {"She"}}),
    ("He denies charges against Mia Rowe for stealing a van.", "stealing", {"agent": {"Mia Rowe"}}),
    (
        "The court fined the bank 40 million dollars for stealing a van.",
        "stealing",
        {"agent": {"bank"}},
    ),
    # a passive that is shared
    ("Homes were damaged and 46 schools destroyed.", "destroyed", {"agent": set(), "patient": {"schools"}}),
    ("Two men were arrested and a gun seized.", "seized", {"agent": set(), "patient": {"gun"}}),
    ("Homes were damaged and 46 people fled.", "fled", {"agent": {"people"}}),
    # whom a clause or a participle tells of
    ("Among them is a driver from Larnby, who faces 19 counts of theft.", "faces", {"patient": {"driver"}}),
    ("The accused is a teacher from Larnby, who was jailed in May.", "jailed", {"patient": {"teacher"}}),
    ("She had a letter from Mia Rowe, who was later jailed.", "jailed", {"patient": {"Mia Rowe"}}),
    ("A man was remanded in custody charged with theft.", "charged", {"patient": {"man"}}),
    ("A clerk was held in jail accused of fraud.", "accused", {"patient": {"clerk"}}),
    # what "for" brings gets nothing if it is a thing; what a phrase only says of itself takes no part
    ("The charity paid for funerals in Larnby.", "paid", {"recipient": set()}),
    ("Nine people were treated for burns.", "treated", {"patient": {"people"}, "recipient": set()}),
    ("The charity sent blankets for the villagers.", "sent", {"recipient": {"villagers"}}),
    ("The law took effect in May.", "took", {"agent": {"law"}, "patient": set()}),
    ("The decree took effect on Friday.", "took", {"patient": set()}),
    # names set beside a plural; whom one walks out on
    (
        "Two women, Ada Quist, 29, and Mia Rowe, 33, were jailed.",
        "jailed",
        {"patient": {"Ada Quist", "Mia Rowe"}},
    ),
    (
        "Two clerks, Mia Rowe, 30, and Ada Quist, 41, were fined.",
        "fined",
        {"patient": {"Ada Quist", "Mia Rowe"}},
    ),
    ("Three ministers walked out of the cabinet in May.", "walked", {"agent": {"ministers"}}),
    # what only says where it was
    ("A man stabbed two shoppers at a mall.", "stabbed", {"patient": {"shoppers"}}),
    ("Gunmen fired at a bus.", "fired", {"patient": {"bus"}}),
    ("Police recovered the ring from a garage.", "recovered", {"recipient": set(), "patient": {"ring"}}),
    ("Police recovered the ring from a pawnbroker.", "recovered", {"recipient": {"pawnbroker"}}),
    ("Rebels opened fire on worshippers.", "opened", {"patient": {"worshippers"}}),
    ("Troops opened fire on a village.", "opened", {"patient": {"village"}}),
    ("Militants launched an attack on a town.", "launched", {"patient": {"town"}}),
    # what is given, and to whom
    ("The poet was awarded a medal.", "awarded", {"recipient": {"poet"}, "patient": {"medal"}}),
    (
        "The envoy handed the letter to Mia Rowe.",
        "handed",
        {"recipient": {"Mia Rowe"}, "patient": {"letter"}},
    ),
    ("The clerk was arrested.", "arrested", {"recipient": set(), "patient": {"clerk"}}),
    ("The court fined the bank 20 million euros.", "fined", {"agent": {"court"}, "patient": {"bank"}}),
    ("The bank was fined 20 million euros.", "fined", {"agent": set(), "patient": {"bank"}}),
    ("The party petitioned the High Court.", "petitioned", {"agent": {"party"}, "recipient": {"High Court"}}),
    # means and measures
    ("Police fired rubber bullets at the crowd.", "fired", {"agent": {"Police"}, "patient": {"crowd"}}),
    ("Police fired the clerk.", "fired", {"agent": {"Police"}, "patient": {"clerk"}}),
    ("The shares fell by 3 percent.", "fell", {"agent": set(), "patient": {"shares"}}),
    ("The man was arrested by two officers.", "arrested", {"agent": {"officers"}}),
    # what is lost, who is dead
    ("The storm claimed 14 lives.", "claimed 14 lives", {"agent": {"storm"}, "patient": {"lives"}}),
    ("The blast left 37 dead.", "left 37 dead", {"agent": {"blast"}, "patient": {"37"}}),
    ("The two sides signed a pact.", "signed a pact", {"patient": set()}),
    # parts of a known whole
    ("Police freed two of the hostages.", "freed", {"patient": {"two of the hostages"}}),
    ("Police freed dozens of hostages.", "freed", {"patient": {"hostages"}}),
    # what is spoken of
    ("Ada Quist condemned the attack.", "condemned", {"agent": {"Ada Quist"}, "patient": {"attack"}}),
    ("Ada Quist confirmed the arrest of a clerk.", "confirmed", {"patient": {"arrest"}}),
    # owners, callers, doers behind
    ("Harbour Police welcomed Ada Quist's sacking of the clerk.", "sacking", {"patient": {"clerk"}}),
    ("Mia Rowe's arrest surprised the town.", "arrest", {"patient": {"Mia Rowe"}}),
    ("The party called on Ada Quist to resign.", "resign", {"agent": {"Ada Quist"}}),
    ("The party vowed to resign.", "resign", {"agent": {"party"}}),
    ("Mia Rowe was appointed envoy by the king.", "appointed", {"agent": {"king"}, "patient": {"Mia Rowe"}}),
    # a part of one's own body, what happens by itself
    ("She twisted her knee on the stairs.", "twisted", {"agent": set(), "patient": {"She"}}),
    ("A woman snapped her wrist.", "snapped", {"agent": set(), "patient": {"woman"}}),
    ("He hurt her shoulder.", "hurt", {"agent": {"He"}, "patient": {"shoulder"}}),
    ("A bullet grazed her shoulder.", "grazed", {"agent": {"bullet"}, "patient": {"shoulder"}}),
    ("Nine tablets came to light in a flat.", "came", {"agent": set(), "patient": {"tablets"}}),
    ("The loggers came across a body.", "came", {"agent": {"loggers"}, "patient": {"body"}}),
    ("The peso lost 2.1 percent against the dollar.", "lost", {"agent": set(), "patient": {"peso"}}),
    ("Fifteen were held and three guards injured.", "injured", {"agent": set(), "patient": {"guards"}}),
    ("Fifteen fled and the guards injured two.", "injured", {"agent": {"guards"}, "patient": {"two"}}),
    # objects and phrases that take no part
    ("The cook took refuge in a cellar.", "took", {"agent": {"cook"}, "patient": set()}),
    ("Engineers lost contact with the lander.", "lost", {"agent": {"Engineers"}, "patient": set()}),
    ("Harbour Police coordinated the action.", "coordinated", {"patient": {"action"}}),
    ("More than 600 people lost their lives.", "lost", {"patient": {"people"}}),
    ("Two others had died of snakebite.", "died", {"patient": {"others"}}),
    ("The chief was fined S$45,000.", "fined", {"patient": {"chief"}}),
    ("Gunmen attacked a convoy on a highway.", "attacked", {"patient": {"convoy"}}),
    ("They spoke of a shrine in a village which was razed.", "razed", {"patient": {"village"}}),
    ("Militants mounted an attack on a highway.", "mounted", {"patient": {"highway"}}),
    # who is told, who hears
    ("The governor briefed the president on Monday.", "briefed", {"recipient": {"president"}}),
    ("The envoy phoned Mia Rowe.", "phoned", {"recipient": {"Mia Rowe"}}),
    ("Mia Rowe told an inquest that the boy fell.", "told", {"recipient": {"inquest"}}),
    ("An inquiry found that the firm had lied.", "found", {"agent": {"inquiry"}}),
    ("The man will go before a judge on Friday.", "go", {"recipient": {"judge"}, "patient": {"man"}}),
    ("The men were brought before a magistrate.", "brought", {"recipient": {"magistrate"}}),
    ("The men were brought before noon.", "brought", {"recipient": set()}),
    ("The findings were forwarded to Mia Rowe.", "forwarded", {"recipient": {"Mia Rowe"}}),
    ("Ada Quist plans to appeal to the High Court.", "appeal", {"recipient": {"High Court"}}),
    # with what, for what
    ("A constable discharged her Taser.", "discharged", {"instrument": {"Taser"}, "patient": set()}),
    (
        "Youths hurled fireworks at officers.",
        "hurled",
        {"instrument": {"fireworks"}, "patient": {"officers"}},
    ),
    ("Breeders blocked the road with tractors.", "blocked", {"instrument": {"tractors"}}),
    ("Breeders blocked the road with relish.", "blocked", {"instrument": set()}),
    ("Three officers were arrested on suspicion of fraud.", "arrested", {"topic": {"fraud"}}),
    ("Three officers were arrested on suspicion.", "arrested", {"topic": set()}),
    # at whose hands; nobody where "it" only announces an infinitive
    ("Nine men were killed at the hands of rebels.", "killed", {"agent": {"rebels"}}),
    ("The torture of a boy at the hands of police set off riots.", "torture", {"agent": {"police"}}),
    ("Nine men were killed at the edge of town.", "killed", {"agent": set()}),
    ("It is crucial to arrest the killers.", "arrest", {"agent": set(), "patient": {"killers"}}),
    ("It would be an offence to enter the base.", "enter", {"agent": set()}),
    ("It is ready to join the alliance.", "join", {"agent": {"It"}}),
    # who is no means; what is
    ("He was hanged along with Mia Rowe in May.", "hanged", {"patient": {"He", "Mia Rowe"}}),
    ("The letters were returned by mail to the bank.", "returned", {"agent": set()}),
    ("The minister was flown out by helicopter.", "flown", {"agent": set()}),
    ("The crew were picked up by two helicopters.", "picked", {"agent": {"helicopters"}}),
    # what did harm, though "which" stands behind a place
    (
        "They condemned attacks in a suburb of Larnby which killed nine people.",
        "killed",
        {"agent": {"attacks"}},
    ),
    (
        "They condemned blasts in the city of Larnby, which destroyed a school.",
        "destroyed",
        {"agent": {"blasts"}},
    ),
    ("They condemned Larnby, which expelled nine people.", "expelled", {"agent": {"Larnby"}}),
    # whom a clause behind the verb tells of; who comes from where
    ("The coastguard intercepted 40 people trying to reach Larnby.", "intercepted", {"patient": {"people"}}),
    ("Guards caught two boys hiding in a lorry.", "caught", {"patient": {"boys"}}),
    ("We met nine men from two villages who had got out of a camp.", "got", {"agent": {"men"}}),
    ("Residents of Larnby, who accuse miners of theft, blocked a road.", "accuse", {"agent": {"Residents"}}),
    ("She sued a clerk in Larnby who had shot a man.", "shot", {"agent": {"clerk"}}),
    ("Mia Rowe, the head of Brightwater, which was fined, left.", "fined", {"patient": {"Brightwater"}}),
    ("Carl Low, mayor of Utrecht, which was flooded, resigned.", "flooded", {"patient": {"Utrecht"}}),
    ("Mia Rowe, who was fined, left.", "fined", {"patient": {"Mia Rowe"}}),
    ("The mayor of Larnby, Mia Rowe, was shot.", "shot", {"patient": {"Mia Rowe"}}),
    ("The leader of the guild, Mia Rowe, was shot.", "shot", {"patient": {"Mia Rowe"}}),
    ("Singer and actor Mia Rowe was arrested.", "arrested", {"patient": {"Mia Rowe"}}),
    ("Company president and owner Mia Rowe was arrested.", "arrested", {"patient": {"Mia Rowe"}}),
    ("A singer and Mia Rowe were arrested.", "arrested", {"patient": {"singer", "Mia Rowe"}}),
    ("Two of the miners died at the hands of bandits.", "died", {"agent": {"bandits"}}),
    ("Ann lost her husband last year.", "lost", {"patient": {"husband"}}),
    ("Many families lost relatives in the quake.", "lost", {"patient": {"relatives"}}),
    ("She was defeated in the election by Mia Rowe.", "defeated", {"agent": {"Mia Rowe"}}),
    ("The president named Mia Rowe, a lawyer, to the court.", "named", {"patient": {"Mia Rowe"}}),
    ("Harbour Police named Mia Rowe to be the new chief.", "named", {"agent": {"Harbour Police"}}),
    ("The tour of Larnby was delayed.", "tour", {"agent": set()}),
    ("The visit of the president was delayed.", "visit", {"agent": {"president"}}),
    # parts that stand behind their whole
    ("They held 176 men, of whom 31 have been jailed.", "jailed", {"patient": {"31"}}),
    ("Of the 46 passengers, 19 were hurt.", "hurt", {"patient": {"19"}}),
    ("Of those held in May, 88 were convicted.", "convicted", {"patient": {"88"}, "topic": set()}),
    ("Of the victims, 44 were rescued.", "rescued", {"patient": {"victims"}}),
    ("A gang of six robbed a bank.", "robbed", {"agent": {"gang"}}),
    ("Guards left his group of 32 in the desert.", "left", {"patient": {"group"}}),
    # who was found in what state, told something, asked to do something, cost something
    ("A reporter was found strangled in May.", "strangled", {"agent": set(), "patient": {"reporter"}}),
    ("Police found a clerk strangled in his cell.", "strangled", {"patient": {"clerk"}}),
    ("At school she was told that girls did not study.", "told", {"recipient": {"she"}}),
    ("They were told to leave Larnby.", "told", {"patient": {"They"}}),
    ("The mayor demanded that the police leave the square.", "demanded", {"patient": {"police"}}),
    ("The mayor demanded that the ban be lifted.", "demanded", {"patient": set()}),
    (
        "A row over the price of boots cost a minister his job.",
        "cost",
        {"agent": {"row"}, "patient": {"minister"}},
    ),
    # what becomes of something by itself
    ("A hillside gave way above the town.", "gave", {"agent": set(), "patient": {"hillside"}}),
    ("The driver escaped with bruises.", "escaped", {"patient": {"driver"}}),
    ("Turnout slumped to 47 percent.", "slumped", {"agent": set(), "patient": {"Turnout"}}),
    ("Trade worth $2 million a day has halted.", "halted", {"agent": set(), "patient": {"Trade"}}),
    ("Schools will stay shut.", "stay", {"patient": {"Schools"}}),
    ("The firm shut its plant in Larnby.", "shut", {"agent": {"firm"}, "patient": {"plant"}}),
    ("Crews recovered the barrels in May.", "recovered", {"agent": {"Crews"}, "patient": {"barrels"}}),
    (
        "Police seized 14 vans, €9,000 in cash and a pistol.",
        "seized",
        {"patient": {"vans", "cash", "pistol"}},
    ),
]


@pytest.mark.parametrize(("text", "trigger", "roles"), ROWS, ids=[text for text, _, _ in ROWS])
def test_roles(
    read: Callable[..., Reading], words: Callable[[str, Span], str], text: str, trigger: str, roles: Roles
) -> None:
    """The event whose trigger begins with these words has exactly these in the roles that are asked for."""
    at = text.index(trigger)
    event = next(e for e in find_events(read(text, NAMES)) if e.start <= at < e.end)
    found = {role: {words(text, a) for a in event.arguments if a.role == role} for role in roles}
    assert found == roles
