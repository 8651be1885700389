"""How newsrooms tell of births and deaths: words that trigger its types, and words that only look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

TOLD = [
    ("She gave birth to twins on Tuesday.", "gave birth", "birth"),
    ("He was born in 1928 in a river town.", "born", "birth"),
    ("Born in 1941, she taught for 40 years.", "Born", "birth"),
    ("The couple welcomed a baby girl in May.", "welcomed", "birth"),
    ("A midwife delivered the baby in a taxi.", "delivered", "birth"),
    ("The duchess had a baby boy on Sunday.", "had a baby", "birth"),
    ("The birth of the panda cub was filmed.", "birth", "birth"),
    ("Triplets were born to a farmer's wife.", "born", "birth"),
    ("The woman went into labour on the train.", "went into labour", "birth"),
    ("A rhino calf was born at the zoo.", "born", "birth"),
    ("The princess became a mother in June.", "became a mother", "birth"),
    ("The baby arrived by caesarean on Friday.", "arrived", "birth"),
    ("Three chicks hatched in the reserve.", "hatched", "birth"),
    ("Two hikers died in the avalanche.", "died", "death"),
    ("The skipper and a deckhand perished at sea.", "perished", "death"),
    ("He succumbed to his injuries on Friday.", "succumbed", "death"),
    ("The poet passed away at 91.", "passed away", "death"),
    ("The chief breathed his last at dawn.", "breathed his last", "death"),
    ("Six miners lost their lives underground.", "lost their lives", "death"),
    ("The boy was found dead in a well.", "found dead", "death"),
    ("He was pronounced dead at the scene.", "pronounced dead", "death"),
    ("A passenger was declared dead on arrival.", "declared dead", "death"),
    ("The singer took her own life.", "took her own life", "death"),
    ("The suspect shot himself as police closed in.", "shot himself", "death"),
    ("The trader hanged himself in his cell.", "hanged himself", "death"),
    ("He died by suicide in custody.", "died", "death"),
    ("A teenager overdosed at a festival.", "overdosed", "death"),
    ("Three sheep farmers froze to death.", "froze to death", "death"),
    ("Two babies starved to death during the siege.", "starved to death", "death"),
    ("A worker was crushed to death by a crane.", "crushed to death", "death"),
    ("Pilgrims were trampled to death at the gate.", "trampled to death", "death"),
    ("A toddler choked to death on a grape.", "choked to death", "death"),
    ("A farmhand was electrocuted by a fallen cable.", "electrocuted", "death"),
    ("A dozen migrants suffocated in a lorry.", "suffocated", "death"),
    ("A ferry capsized, drowning 23 people.", "drowning", "death"),
    ("The demise of the king plunged the court into mourning.", "demise", "death"),
    ("He lost both parents to typhoid.", "lost", "death"),
    ("Fourteen are feared dead after the bridge collapse.", "feared dead", "death"),
    ("The number of fatalities rose to 12.", "fatalities", "death"),
    ("The old soldier dropped dead on parade.", "dropped dead", "death"),
    ("An accident victim bled to death.", "bled to death", "death"),
    ("The monarch's passing was announced at noon.", "passing", "death"),
    ("A bull gored a man, who died in hospital.", "died", "death"),
    ("The bandit leader met his death in the hills.", "met his death", "death"),
    ("Eleven people lay dead after the crash.", "lay dead", "death"),
    ("The family mourned a stillbirth in March.", "stillbirth", "death"),
    ("He collapsed and died during the race.", "died", "death"),
    ("Eight miners lost their lives in the blast.", "lost their lives", "death"),
    ("The death of the toddler is being treated as unexplained.", "death", "death"),
    ("A pensioner has died after a house fire.", "died", "death"),
    ("He died of his wounds a week later.", "died", "death"),
    ("The driver, 34, died at the scene.", "died", "death"),
    ("A man who drowned in the canal has been named.", "drowned", "death"),
    ("Paramedics pronounced her dead at 6pm.", "pronounced", "death"),
    ("She is survived by a son born in 2003.", "born", "birth"),
    ("The child was born prematurely in a lifeboat.", "born", "birth"),
    ("An elephant gave birth at the zoo.", "gave birth", "birth"),
    ("The twins were born in May.", "born", "birth"),
    ("The author died on Tuesday aged 88.", "died", "death"),
    ("A dancer collapsed and died on stage.", "died", "death"),
    ("The soldier took his own life.", "took his own life", "death"),
    ("The girl drowned in a pond.", "drowned", "death"),
]

TRAPS = [
    ("The former president was buried on Saturday.", "buried", "death"),
    ("She was laid to rest beside her husband.", "laid to rest", "death"),
    ("His body was cremated by the river.", "cremated", "death"),
    ("The funeral drew thousands.", "funeral", "death"),
    ("The burial took place within a day.", "burial", "death"),
    ("The bill died in committee.", "died", "death"),
    ("The storm died down by evening.", "died", "death"),
    ("The death toll rose to 40.", "death", "death"),
    ("He was on death row for a decade.", "death", "death"),
    ("The dying wish was honoured.", "dying", "death"),
    ("The club buried the hatchet with its fans.", "buried", "death"),
    ("The company buried the report.", "buried", "death"),
    ("Avalanche snow buried the road.", "buried", "death"),
    ("The minister delivered a speech.", "delivered", "birth"),
    ("The mayor welcomed a delegation.", "welcomed", "birth"),
    ("The plotters hatched a plan.", "hatched", "birth"),
    ("The fruit trees bore fruit.", "bore", "birth"),
    ("The firm bore the costs.", "bore", "birth"),
    ("The team lost both matches.", "lost", "death"),
    ("The company lost its parent in the merger.", "lost", "death"),
    ("The engine died on the hill.", "died", "death"),
    ("The deal was declared dead.", "declared dead", "death"),
    ("The passing of the bill took hours.", "passing", "death"),
    ("Voters drowned out the speaker.", "drowned", "death"),
    ("The team was killed off by a late goal.", "killed", "death"),
    ("He was born to rule, critics said.", "critics", "birth"),
    ("The fund died quietly.", "fund", "death"),
    ("She lost her job.", "lost", "death"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_life_is_told(told_types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words trigger the type."""
    assert kind in told_types_at(text, words)


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_what_only_looks_like_life(told_types_at: TypesAt, text: str, words: str, kind: str) -> None:
    """The words do not trigger the type."""
    assert kind not in told_types_at(text, words)
