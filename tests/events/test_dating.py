"""Which date belongs to which happening."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventgraph.events import Reading, find_events
from eventgraph.model import Span

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Police arrested a man on Monday.", {"arrested": "2024-03-11"}),
        # a happening and what it did
        (
            "Monday's earthquake killed two men and injured ten.",
            {"killed": "2024-03-11", "injured": "2024-03-11"},
        ),
        ("Friday's flood destroyed a bridge.", {"destroyed": "2024-03-08"}),
        ("Monday's report blamed the minister.", {"blamed": "2024-03-14~"}),
        ("The crash that killed two men in June was an accident.", {"crash": "2023-06", "killed": "2023-06"}),
        # before and after
        ("She was appointed in 2018 after winning an election.", {"appointed": "2018", "election": None}),
        ("He fled in 2009, months before he was charged.", {"fled": "2009", "charged": None}),
        (
            "Two days after the attack on 4 March, police arrested a man.",
            {"attack": "2024-03-04", "arrested": "2024-03-06"},
        ),
        ("Attacked in 2009, he fled.", {"Attacked": "2009", "fled": None}),
        # two dates
        (
            "He pleaded guilty in January to an assault on a neighbour in May 2022.",
            {"pleaded guilty": "2024-01", "assault": "2022-05"},
        ),
        ("He was fined in January for a theft in May 2022.", {"fined": "2024-01", "theft": "2022-05"}),
        ("He was jailed for murder on Monday.", {"jailed for": "2024-03-11", "murder": None}),
        # until
        ("The hearing was adjourned until 9 August.", {"adjourned": None}),
        ("Judges remanded the man until Friday.", {"remanded": None}),
        ("The school is closed until Friday.", {"closed": "../2024-03-15"}),
        # what is decided or set for a day is of another
        ("The court rejected the appeal on Monday.", {"rejected": "2024-03-11", "appeal": None}),
        (
            "The men appeared in court on Monday on charges of arson.",
            {"appeared in court": "2024-03-11", "charges": None},
        ),
        ("She will stand trial in May on charges of fraud.", {"stand trial": "2024-05", "charges": None}),
        ("Prosecutors filed charges on Monday.", {"filed charges": "2024-03-11"}),
        ("The union called a strike for Monday.", {"strike": "2024-03-18"}),
        ("The firm reported first-quarter profits.", {"reported": None}),
        (
            "One man was freed on Monday, while a judge jailed another.",
            {"freed": "2024-03-11", "jailed": None},
        ),
        ("Since the January unrest, in which troops shot two men, many fled.", {"shot": "2024-01"}),
        (
            "The ministry said on Tuesday police had arrested a man.",
            {"said": "2024-03-12", "arrested": None},
        ),
        (
            "The ministry said on Tuesday that a man was arrested in January.",
            {"said": "2024-03-12", "arrested": "2024-01"},
        ),
        (
            "On Monday, police searched a house and seized two guns.",
            {"searched": "2024-03-11", "seized": "2024-03-11"},
        ),
        (
            "He was arrested in May 2021 and convicted in June 2022.",
            {"arrested": "2021-05", "convicted": "2022-06"},
        ),
        ("Police announced the arrest on Monday.", {"announced": "2024-03-11", "arrest": None}),
        ("Sunday's raid led to an arrest.", {"raid": "2024-03-10"}),
        (
            "Soldiers attacked the camp on Friday, killing two men.",
            {"attacked": "2024-03-08", "killing": "2024-03-08"},
        ),
        ("Ten people died when the ferry sank on Sunday.", {"died": "2024-03-10", "sank": "2024-03-10"}),
        ("Police have arrested 30 men since January.", {"arrested": "2024-01/2024-03-14"}),
        ("Police arrested the winner of the 2018 prize.", {"arrested": None}),
        (
            "He was convicted of fraud on Friday after a long trial.",
            {"convicted": "2024-03-08", "fraud": None},
        ),
        (
            "Agents detained 84 men during a raid on Tuesday.",
            {"detained": "2024-03-12", "raid": "2024-03-12"},
        ),
        ("It was the largest raid in the town since 2018.", {"raid": None}),
        (
            "The search began in May 2023, when officers found a body.",
            {"search": "2023-05", "found": "2023-05"},
        ),
        (
            "A judge fined two men on Friday and freed a third man.",
            {"fined": "2024-03-08", "freed": "2024-03-08"},
        ),
        ("The hearing, scheduled for 3 April, was moved to 10 April.", {"hearing": "2024-04-10"}),
        ("The hearing, scheduled for 3 April, was moved to Larnby.", {"hearing": "2024-04-03"}),
        ("Nine people were yesterday being held there.", {"held": "2024-03-13"}),
        ("In 1948 troops opened fire there.", {"opened fire": "1948"}),
        ("Under a deal reached in April 2021, troops left the town.", {"deal": "2021-04", "left": None}),
        (
            "He stole at least 62 cars between May 2017 and December 2020.",
            {"stole": "2017-05/2020-12"},
        ),
        (
            "He founded the firm in 1987 and sold it to a bank.",
            {"founded": "1987", "sold": None},
        ),
        ("The firm was fined over the 2018 explosion in which a welder died.", {"died": "2018"}),
        (
            "The rifle was tied to a heist in May 2023, in which a guard was shot.",
            {"shot": "2023-05"},
        ),
        ("A fire in March 2019 that killed nine people was caused by a heater.", {"killed": "2019-03"}),
        ("The attack in May 2023, which rights groups have condemned, hurt nobody.", {"condemned": None}),
        ("Traffic will be halted between 1 and 5 a.m. on Saturday.", {"halted": "2024-03-16"}),
        # "that" opens the clause that is dated
        (
            "The navy announces that on 5 March its men, acting on a tip, seized a boat.",
            {"announces": None, "seized": "2024-03-05"},
        ),
        ("Police said that on 5 March two men shot a guard.", {"said": None, "shot": "2024-03-05"}),
        (
            "Police said on Tuesday that two men shot a guard.",
            {"said": "2024-03-12", "shot": None},
        ),
        # what "when", "as" and "while" tell, and what is joined to it
        ("A wall fell on Sunday as crowds fled the stadium.", {"fell": "2024-03-10", "fled": "2024-03-10"}),
        (
            "He was hurt on Monday when troops stormed the camp.",
            {"hurt": "2024-03-11", "stormed": "2024-03-11"},
        ),
        ("He was hurt on Monday, as he had fled a camp.", {"hurt": "2024-03-11", "fled": None}),
        (
            "Four men died when a van crashed while fleeing police on Monday.",
            {"died": "2024-03-11", "crashed": "2024-03-11", "fleeing": "2024-03-11"},
        ),
        (
            "The town was last hit in May 1998, when a storm destroyed a pier and sank a ferry.",
            {"destroyed": "1998-05", "sank": "1998-05"},
        ),
        (
            "The rifle was tied to a heist in May 2023, in which robbers shot a guard and stole a van.",
            {"shot": "2023-05", "stole": "2023-05"},
        ),
        ("It was the worst fire since 2019, when nine men died.", {"died": "2019"}),
        ("It was the worst flood since May 2019, when a dam collapsed.", {"collapsed": "2019-05"}),
        ("Nine men have died since 2019.", {"died": "2019/2024-03-14"}),
        # what a court did then, and what hangs on the date itself
        (
            "The man was taken on Monday to a judge in Larnby, who remanded him in custody.",
            {"remanded": "2024-03-11"},
        ),
        (
            "The suspects were brought on Monday before a magistrate in Larnby, who freed two of them.",
            {"freed": "2024-03-11"},
        ),
        ("He wrote on Monday to the judge, who had jailed him.", {"jailed": None}),
        ("The board decided on Sunday, 10 March to close the mine.", {"close": "2024-03-10"}),
        ("The party lost the vote in March when two partners quit.", {"quit": "2024-03"}),
        ("Police raided a flat on Monday, killing two men.", {"killing": "2024-03-11"}),
        ("Police arrested a man for murder on Monday.", {"murder": None}),
        (
            "He conned buyers out of 34 billion won between 2016 and 2019.",
            {"conned": "2016/2019", "won": None},
        ),
        ("She won between 2016 and 2019.", {"won": "2016/2019"}),
        ("A clerk was caught stealing a van on 4 March 2024.", {"caught": "2024-03-04"}),
        ("A clerk was last seen leaving a bar on 4 March 2024.", {"last seen": "2024-03-04"}),
        # a participle that opens a sentence
        ("Speaking in Larnby on Monday, the minister attacked the plan.", {"attacked": "2024-03-11"}),
        ("Speaking at a rally on Monday, he accused the army of theft.", {"accused": "2024-03-11"}),
        ("Having fled on Monday, he attacked a guard.", {"attacked": None}),
        # a date that parsed as part of a name or noun
        ("On Tuesday Larnby will bury its dead.", {"bury": "2024-03-19"}),
        ("On Monday Norland police arrested a man.", {"arrested": "2024-03-11"}),
        ("The 2019 Larnby festival was attacked.", {"attacked": None}),
        # what is due to begin, and what broke out
        ("His trial is due to start on 20 May.", {"trial": "2024-05-20"}),
        ("The talks are scheduled to resume on 20 May.", {"talks": "2024-05-20"}),
        ("He left the talks and is due to return on 20 May.", {"talks": None}),
        ("A fire that broke out on Sunday killed nine men.", {"fire": "2024-03-10", "killed": "2024-03-10"}),
        ("A blast that tore through a shop on Sunday hurt nine men.", {"blast": "2024-03-10"}),
        ("A fire that was described on Sunday had killed nine men.", {"killed": None}),
        # the doer of the first of its kind, the errand of who went, and what could not be done
        ("In 2021 she became the first woman to climb the peak.", {"climb": "2021"}),
        ("Divers returned to the river on Monday to search for two men.", {"search for": "2024-03-11"}),
        ("On Monday the bank was unable to repay its loans.", {"repay": "2024-03-11"}),
        ("The bank hired a firm on Monday to repay its loans.", {"repay": None}),
        # coordinated verbs
        (
            "Gunmen seized a trader and shot his driver on Monday.",
            {"seized": "2024-03-11", "shot": "2024-03-11"},
        ),
        (
            "Rebels stormed a village and killed nine men on Sunday.",
            {"stormed": "2024-03-10", "killed": "2024-03-10"},
        ),
        ("He resigned and was arrested on Friday.", {"resigned": None, "arrested": "2024-03-08"}),
        (
            "The man was arrested on Friday and charged with theft.",
            {"arrested": "2024-03-08", "charged": "2024-03-08"},
        ),
        (
            "Two women were stopped on Monday and taken into custody.",
            {"stopped": "2024-03-11", "taken into custody": "2024-03-11"},
        ),
        ("She was born on 5 May 1950 and educated in Norland.", {"born": "1950-05-05", "educated": None}),
        # what ends on a day, what is shown of another day, what is only compared
        ("Crews called off a search on Friday.", {"search": None}),
        ("Teachers ended a strike on Friday.", {"strike": None}),
        ("The strike ended on Friday.", {"strike": "2024-03-08"}),
        ("In 2021 a strike was called off.", {"strike": "2021"}),
        ("Footage of the crash was shown on Monday.", {"crash": None}),
        ("A video of the attack was released on Monday.", {"attack": None}),
        ("Details emerged of the attack on Monday.", {"attack": "2024-03-11"}),
        ("The office issued 200 visas, up from 90 in 2022.", {"issued": None}),
        ("Nine men were killed, compared with 14 in 2022.", {"killed": None}),
        ("The office issued 200 visas in 2022.", {"issued": "2022"}),
        ("The union may strike, as it did in 2012.", {"strike": None}),
        ("He led the strike, as he did in 2012.", {"strike": None}),
        # another year stands in a second verb's own words
        ("They attacked a plant in May 2019 and disrupted the 2018 Games.", {"disrupted": None}),
        ("They attacked a plant in May 2019 and disrupted the trains.", {"disrupted": "2019-05"}),
        # what is the most since a day is not of then
        ("The vote plunged the coalition into its worst crisis since 2019.", {"plunged": None}),
        ("Police made their largest haul since May 2019.", {"made": None}),
        ("The army has shelled the town since May 2019.", {"shelled": "2019-05/.."}),
        # tense
        ("The minister promised aid by the end of May.", {"promised": None}),
        ("The union has called a strike for 20 May.", {"called": None, "strike": "2024-05-20"}),
        ("The hearing was adjourned to 20 May.", {"adjourned": "2024-05-20"}),
        ("He denies that he robbed a shop on 9 February last year.", {"robbed": "2023-02-09"}),
        ("He discovered the comet that bears his name in 1979.", {"discovered": "1979"}),
        ("He discovered the comet that hit the moon in 1979.", {"discovered": None, "hit": "1979"}),
        ("He will be replaced by his deputy until a congress in May.", {"replaced": None}),
        ("He has been banned until May.", {"banned": "../2024-05"}),
        # an active verb and a passive one in one breath
        ("Both appeared in court on Tuesday and were remanded.", {"remanded": "2024-03-12"}),
        ("They crashed on Tuesday and were arrested.", {"arrested": "2024-03-12"}),
        ("They crashed on Tuesday and have been arrested.", {"arrested": "2024-03-14~"}),
        # the years of a life, of a birth, of what is compared, and seasons
        ("The siege (1960-1961) ended.", {"siege": "1960/1961"}),
        ("Born near Larnby, Ada Quist joined the army in 1985.", {"Born": None, "joined": "1985"}),
        ("Elected in a landslide, she resigned in 2015.", {"Elected": None, "resigned": "2015"}),
        ("Exports fell 5% from a year earlier.", {"fell": None}),
        ("The fall in prices hurt farmers.", {"hurt": None}),
        ("He died after the fall.", {"died": None}),
        ("In 2005 it attacked Larnby and recently it bombed Osterholm.", {"bombed": None}),
        # headlines ahead, and what was done where somebody went
        ("Bank workers to strike on Friday", {"strike": "2024-03-15"}),
        ("Bank workers struck on Friday", {"struck": "2024-03-08"}),
        ("She visited Larnby on Tuesday, where she met the king.", {"met": "2024-03-12"}),
        ("She visited Larnby on Tuesday, which angered the king.", {"angered": None}),
        # what happened in a raid happened when it did
        ("He was killed in a raid on 9 May 2023.", {"killed": "2023-05-09"}),
        ("He was killed in a raid conducted by the army on 9 May 2023.", {"killed": "2023-05-09"}),
        ("He was arrested on 9 May 2023 for a theft.", {"theft": None}),
        # a date within a noun, and one behind an aside
        ("The court annulled the 2019 vote in February 2020.", {"annulled": "2020-02"}),
        (
            "Gunmen shot a man on Monday, officials said, in the fourth attack in the town this month.",
            {"shot": "2024-03-11", "said": "2024-03-14~"},
        ),
    ],
)
def test_dates(
    read: Callable[..., Reading],
    words: Callable[[str, Span], str],
    text: str,
    dates: dict[str, str | None],
) -> None:
    """Each trigger has the date of its own clause, or none."""
    found = {words(text, event): event.when.edtf if event.when else None for event in find_events(read(text))}
    assert {trigger: found.get(trigger) for trigger in dates} == dates


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Ada Quist (1960-2011) was killed in Rome.", False),
        ("Ada Quist (3 May 1960 \u2013 8 June 2011) was killed in Rome.", False),
        ("Ada Quist (aged 40) was killed in 2011.", True),
        ("The siege (1960-2011) killed nobody.", True),
    ],
)
def test_the_years_of_a_life_date_nothing(read: Callable[..., Reading], text: str, *, dated: bool) -> None:
    """Years in brackets behind somebody's name are those of his life."""
    events = find_events(read(text, {"Ada Quist": "person"}))
    assert any(event.when is not None and event.when_span is not None for event in events) is dated


def test_the_words_of_a_date_are_kept(
    read: Callable[..., Reading], words: Callable[[str, Span], str]
) -> None:
    """The span of the words that date an event comes with its date."""
    text = "Police arrested a man on 3 March 2021."
    event = find_events(read(text))[0]
    assert event.when_span is not None
    assert words(text, event.when_span) == "3 March 2021"


def test_a_sum_needs_a_publication_date(read: Callable[..., Reading]) -> None:
    """Without a day of publication, a sum since a month stays open."""
    event = find_events(read("Police have arrested 30 men since January 2020.", published=None))[0]
    assert event.when is not None
    assert event.when.end == (None, None)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Envoy quits\n\nThe envoy quit on Tuesday.",
            {"quits": "2024-03-12~", "quit": "2024-03-12"},
        ),
        (
            "Police arrested a man on Tuesday. They searched his house.",
            {"arrested": "2024-03-12", "searched": "2024-03-12~"},
        ),
        (
            "Police arrested a man on Tuesday. They had searched his house.",
            {"arrested": "2024-03-12", "searched": None},
        ),
        (
            "Police arrested a man on Tuesday. They searched his house earlier.",
            {"arrested": "2024-03-12", "searched": None},
        ),
        ("Police arrested a man on Tuesday.\n\nThey searched his house.", {"searched": None}),
        # a headline is of its lead's day, and what it says that others say was earlier
        ("Flood kills nine\n\nNine people died after a dam burst on Tuesday.", {"kills": None}),
        ("Judge frees two\n\nHundreds marched in Larnby on Tuesday over the verdict.", {"frees": None}),
        ("Judge frees two\n\nHundreds marched in Larnby today over the verdict.", {"frees": "2024-03-14~"}),
        ("Envoy quits\n\nThe ministry said on Tuesday that it was sad.", {"quits": "2024-03-14~"}),
        ("Group says troops burned a village\n\nIt said on Tuesday that it was sad.", {"burned": None}),
        ("The wall, which had been checked in May and declared safe, fell on Tuesday.", {"declared": None}),
        ("A court has freed two men. They fled on Tuesday.", {"freed": "2024-03-14~"}),
        ("The bank announced Ada Quist as its head. They met on Tuesday.", {"announced": "2024-03-14~"}),
        (
            "A harbour master was cleared of manslaughter on Tuesday.",
            {"cleared": "2024-03-12", "manslaughter": None},
        ),
        ("Two men fled on Tuesday. The ministry said so.", {"said": "2024-03-14~"}),
        ("Two men fled in 2019. A court has freed them.", {"freed": None}),
        ("Two men fled on Tuesday. A court will free them.", {"free": None}),
        (
            "Two men fled on Tuesday. A court had tried them in May and convicted them.",
            {"convicted": None},
        ),
    ],
)
def test_dates_of_the_context(
    read: Callable[..., Reading],
    words: Callable[[str, Span], str],
    text: str,
    dates: dict[str, str | None],
) -> None:
    """Where no words date it, a headline, a paragraph or the news of the day does, about."""
    found = {words(text, event): event.when.edtf if event.when else None for event in find_events(read(text))}
    assert {trigger: found.get(trigger) for trigger in dates} == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Rebels attacked a village on 3 March. Two days after the attack, troops arrested a man.",
            {"arrested": "2024-03-05"},
        ),
        (
            "Rebels attacked a village on 3 March. A day after the attack, crowds marched there.",
            {"marched": "2024-03-04"},
        ),
        ("Two days after the attack, troops arrested a man.", {"arrested": None}),
        (
            "They attacked a fort on 3 March. They attacked one on 6 March. A day after the attack, he fled.",
            {"fled": None},
        ),
        ("He was arrested on 5 March, three days after he shot a guard.", {"shot": "2024-03-02"}),
        ("The Senate removed him on 5 March, 17 months after he was elected.", {"elected": "2022-10"}),
        ("He was jailed in 2019, two years after he was arrested.", {"arrested": "2017"}),
        ("He was jailed in 2019, two days after he was arrested.", {"arrested": None}),
        ("He was jailed on 5 March, two weeks after he was arrested.", {"arrested": None}),
        ("He was freed on 5 March, four days before his trial.", {"trial": "2024-03-09"}),
        ("He was held for two days before he was charged on 5 March.", {"held": None}),
        ("He fled three days after he was freed on 4 March.", {"fled": "2024-03-07", "freed": "2024-03-04"}),
    ],
)
def test_dates_counted_from_a_happening(
    read: Callable[..., Reading],
    words: Callable[[str, Span], str],
    text: str,
    dates: dict[str, str | None],
) -> None:
    """So many days, months or years after or before a dated happening, to the day, month or year."""
    found = {words(text, event): event.when.edtf if event.when else None for event in find_events(read(text))}
    assert {trigger: found.get(trigger) for trigger in dates} == dates
