"""The rules that give a name another sort than the model's: what each makes right, and what it leaves."""

from __future__ import annotations

import pytest

from entities.reading import Row, by_name, names, short_of_rows, stands
from eventgraph.entities import sorts
from eventgraph.entities.likely_sorts import LIKELY
from eventgraph.entities.told_sorts import TOLD

RULES = by_name([*TOLD, *LIKELY])

ROWS: list[Row] = [
    ("by_apposition", "Larn Crest, a shipping company, cut 40 jobs.", "organisation", "Larn Crest"),
    ("by_apposition", "Yumar, the agency that runs the port, gave no reason.", "agency", "Yumar"),
    ("by_naming", "A group that calls itself Novi Larn claimed the attack.", "organisation", "Novi Larn"),
    ("by_naming", "They were found in a village called Quistell on Sunday.", "location", "Quistell"),
    ("by_naming", "A fisherman named Brandelle found the wreck.", "person", "Brandelle"),
    ("by_body_noun", "The engine maker Larnora cut its forecast.", "organisation", "Larnora"),
    ("by_body_noun", "The party Larna Nova won.", "organisation", "Larna Nova"),
    ("by_body_noun", "German carmaker Larn Crest will shut a plant.", "organisation", "Larn Crest"),
    ("by_head", "Otto Larn Holdings cut 40 jobs.", "organisation", "Otto Larn Holdings"),
    ("by_head", "Mary Brandel Hospital was hit by shells.", "location", "Mary Brandel Hospital"),
    ("by_head", "The fire on Avenida Larna killed two.", "location", "Avenida Larna"),
    ("by_age", "A 52-year-old Vastra Larn was charged on Monday.", "person", "Vastra Larn"),
    ("by_age", "Police later found Sundry Vale, 34, in a car.", "person", "Sundry Vale"),
    ("by_title", "The report accused mayor Sterling Moor of fraud.", "official", "Sterling Moor"),
    ("by_title", "Voters chose president-elect Vastra Larn in May.", "official", "Vastra Larn"),
    ("by_title", "Talks with spokesperson Vastra Larn ended.", "person", "Vastra Larn"),
    ("by_office", "They wrote to Brook Larn-Wells, director of the museum.", "person", "Brook Larn-Wells"),
    (
        "by_office",
        "They wrote to Ofeoma Brandel-Bright, a senior judge, in May.",
        "official",
        "Ofeoma Brandel-Bright",
    ),
    ("by_given_name", "Marina del Pilar Brandel left Oslo.", "person", "Marina del Pilar Brandel"),
    ("by_given_name", "Anne-Laure Saint-Larn left the house.", "person", "Anne-Laure Saint-Larn"),
    ("by_river", "They fished in the River Wend.", "location", "the River Wend"),
    ("by_river", "The boat sank in the River Quell.", "location", "the River Quell"),
    ("by_division", "Miners in Minas Gerais struck.", "location", "Minas Gerais"),
    ("by_division", "A teacher from Mato Grosso was hurt.", "location", "Mato Grosso"),
    ("by_body_described", "He gave the money to his party, Nová Larna.", "organisation", "Nová Larna"),
    ("by_body_described", "Quist's firm, Nová Larna, closed.", "organisation", "Nová Larna"),
    (
        "by_identification",
        "Police identified the victim of the crash as Harpi Dhalo on Tuesday.",
        "person",
        "Harpi Dhalo",
    ),
    ("by_identification", "Police named the man as Vastra Larn.", "person", "Vastra Larn"),
    ("by_initial", "Those held include I. Shikongo.", "person", "I. Shikongo"),
    ("by_initial", "The ring was run by I. Shikongo.", "person", "I. Shikongo"),
    ("by_person_described", "A nurse in the camp, Sundry Vale, said so.", "person", "Sundry Vale"),
    ("by_person_described", "A farmer in the valley, Vastra Larn, lost two cows.", "person", "Vastra Larn"),
    ("by_base_of", "Larnora, based in Palo Alto, makes pumps.", "organisation", "Larnora"),
    ("by_base_of", "Larn Crest, headquartered in Oslo, sold two ships.", "organisation", "Larn Crest"),
    ("by_director", "He was the sole director of Larn Crest until May.", "organisation", "Larn Crest"),
    ("by_director", "He was the sole director of Tesmay until May.", "organisation", "Tesmay"),
    ("by_business", "Oldric Larn's customers lost their savings.", "organisation", "Oldric Larn"),
    ("by_business", "Larn Crest, which owns two mines, denied it.", "organisation", "Larn Crest"),
    ("by_business", "Yumar was privatised in 1994.", "organisation", "Yumar"),
    ("by_business", "The fund bought a stake in Oldric Larn last week.", "organisation", "Oldric Larn"),
    ("by_shares", "Shares in Larnora rose on Friday.", "organisation", "Larnora"),
    ("by_shares", "The fund sold its stake in Brandelle on Friday.", "organisation", "Brandelle"),
    ("by_officers", "Yumar CEO Ada Quist resigned on Friday.", "organisation", "Yumar"),
    ("by_officers", "Two Kelmor employees were arrested in Oslo.", "organisation", "Kelmor"),
    ("by_rule", "The Brandelle regime fell in 1991.", "person", "Brandelle"),
    ("by_rule", "The Quistell dictatorship fell in 1991.", "person", "Quistell"),
    ("by_who", "The jury believed Vastra Larn, who gave evidence.", "person", "Vastra Larn"),
    ("by_who", "The jury believed Sundry Vale, who gave evidence.", "person", "Sundry Vale"),
    ("by_life", "Brandelle married in 2001 and moved to Oslo.", "person", "Brandelle"),
    ("by_life", "Quistell's widow spoke to reporters.", "person", "Quistell"),
    ("by_life", "Ostmar was born in a small town.", "person", "Ostmar"),
    ("by_life", "Quistell and his wife left the country.", "person", "Quistell"),
    ("by_kind", "The Larn Crest gang controls the port.", "organisation", "Larn Crest"),
    ("by_kind", "Soldiers fought Yumar rebels near the border.", "organisation", "Yumar"),
    ("by_kind", "The Brandelle clan controls the port.", "organisation", "Brandelle"),
    ("by_base", "The Quistell-based firm denied it.", "location", "Quistell"),
    ("by_base", "A Larnsvik-born singer was hurt.", "location", "Larnsvik"),
    ("by_origin", "A fisherman from Quistell drowned on Sunday.", "location", "Quistell"),
    ("by_origin", "Two students from Hallow were hurt.", "location", "Hallow"),
    ("by_person_apposition", "Brandelle, a fisherman, drowned on Sunday.", "person", "Brandelle"),
    ("by_person_apposition", "Police arrested Larnora, a retired teacher.", "person", "Larnora"),
    ("by_membership", "Two former members of Brandelle were arrested.", "organisation", "Brandelle"),
    ("by_officers_of_place", "Tesmay's prefect banned the march.", "location", "Tesmay"),
    ("by_visit", "Foreign Minister Lwazi Brandel-Grey visited Windhoek.", "location", "Windhoek"),
    ("by_visit", "Rebels captured Bukavu.", "location", "Bukavu"),
    ("by_membership", "They killed 12 fighters of Ansar al-Larn.", "organisation", "Ansar al-Larn"),
    ("by_officers_of_place", "Quistell's mayor denied it.", "location", "Quistell"),
    ("by_membership", "A supporter of Sundry Vale was hurt.", "organisation", "Sundry Vale"),
    ("by_route", "A ferry from Quistell to Oslo sank on Friday.", "location", "Quistell"),
    ("by_route", "A ferry from Larn Crest to Oslo sank on Friday.", "location", "Larn Crest"),
    ("by_place_within", "Police near Kelm Ostra arrested two men.", "location", "Kelm Ostra"),
    ("by_place_within", "A fire broke out near Larn Crest on Friday.", "location", "Larn Crest"),
    ("by_motion", "Two men were extradited to Larn Crest.", "location", "Larn Crest"),
    ("by_motion", "The crew flew to Kelm Ostra.", "location", "Kelm Ostra"),
    ("by_company", "Ships from Norway and Quistell met at sea.", "location", "Quistell"),
    ("by_company", "Ships from Norway and Ostmar met at sea.", "location", "Ostmar"),
    ("by_capitals", "GUDM denied the charge on Friday.", "organisation", "GUDM"),
    ("by_capitals", "Talks with KOLD ended on Friday.", "organisation", "KOLD"),
    ("by_place_apposition", "Larn Crest, an island off the coast, was evacuated.", "location", "Larn Crest"),
    (
        "by_place_apposition",
        "Soldiers entered Vendela Brun, a town in the north.",
        "location",
        "Vendela Brun",
    ),
    ("by_list", "Gunmen attacked villages near Goma, Rutsa and Kibeko.", "location", "Rutsa"),
    ("by_list", "Raids in Antwerp, Quistell and Vorde ended on Sunday.", "location", "Vorde"),
    ("by_motion", "He was airlifted to Quistell.", "location", "Quistell"),
    ("by_motion", "The convoy sped off towards Quistell.", "location", "Quistell"),
    ("by_noun", "Two climbers died near the summit of Brael Dun.", "location", "Brael Dun"),
    ("by_noun", "Soldiers broke the siege of Vendela Brun.", "location", "Vendela Brun"),
    ("by_noun", "The residents of Quernmoor voted for change.", "location", "Quernmoor"),
    ("by_noun", "A van overturned near the town of Karlovac on Thursday.", "location", "Karlovac"),
    (
        "by_preposition",
        "He was killed at a yard in Inverurie on 9 February last year.",
        "location",
        "Inverurie",
    ),
    ("by_noun", "The Quistell river rose on Friday.", "location", "Quistell"),
    ("by_noun", "The fire reached the outskirts of Larn Crest.", "location", "Larn Crest"),
    ("by_preposition", "A fire broke out in Quistell on Friday.", "location", "Quistell"),
    ("by_preposition", "Otto Brandel, 51, of Larnsvik, was charged.", "location", "Larnsvik"),
    ("by_preposition", "A bus bound for Tesmay crashed.", "location", "Tesmay"),
    ("by_preposition", "The boat sank off Ostmar on Friday.", "location", "Ostmar"),
    ("by_in", "A fire broke out in Vastra Larn on Friday.", "location", "Vastra Larn"),
    ("by_in", "Police in Vastra Larn arrested two men.", "location", "Vastra Larn"),
    ("by_single_given_name", "The film is about Sophie.", "person", "Sophie"),
    ("by_single_given_name", "The film about Natasha is long.", "person", "Natasha"),
]
TRAPS: list[Row] = [
    ("by_apposition", "Otto Brandel, a company director, resigned.", "organisation", "Otto Brandel"),
    ("by_naming", "The police named Yumar Brandel as a suspect.", "organisation", "Yumar Brandel"),
    ("by_body_noun", "The charity Tesmay Brandel founded in May closed.", "organisation", "Tesmay Brandel"),
    ("by_head", "Police Officer Otto Bank was hurt.", "organisation", "Otto Bank"),
    ("by_visit", "The president visited Quistell.", "location", "Quistell"),
    ("by_visit", "The president visited Sofia.", "organisation", "Sofia"),
    ("by_membership", "They spoke with a member of Otto Brandel's staff.", "organisation", "Otto Brandel"),
    ("by_river", "River Brandel was held on Friday.", "location", "River Brandel"),
    ("by_division", "The Santa Catarina Brandel prize was shared.", "location", "Santa Catarina"),
    ("by_body_described", "His company, Ada Quist said, closed.", "organisation", "Ada Quist"),
    ("by_identification", "Police named the gang as Vastra Larn.", "person", "Vastra Larn"),
    ("by_initial", "They met in N. Larnby.", "person", "N. Larnby"),
    ("by_person_described", "A doctor in the capital, Larn City, said so.", "person", "Larn City"),
    ("by_officers_of_place", "Tesmay's lawyer denied it.", "location", "Tesmay"),
    ("by_age", "Larnby Steel, 52, others and two banks sued.", "person", "Larnby Steel"),
    ("by_title", "The minister Larnby Steel hired was fined.", "official", "Larnby Steel"),
    (
        "by_office",
        "Call Center Cabs, private white line buses and trams stopped.",
        "person",
        "Call Center Cabs",
    ),
    ("by_given_name", "Ada Lake froze in May.", "person", "Ada Lake"),
    ("by_base_of", "Otto Brandel, based on the coast, makes pumps.", "organisation", "Otto Brandel"),
    ("by_director", "The manager of Tesmay Larn, a singer, resigned.", "organisation", "Tesmay Larn"),
    ("by_director", "The owner of Otto Brandel's house was hurt.", "organisation", "Otto Brandel"),
    ("by_business", "Tesmay Brandel's website was blocked.", "organisation", "Tesmay Brandel"),
    (
        "by_business",
        "The film is about Tesmay Brandel, which surprised critics.",
        "organisation",
        "Tesmay Brandel",
    ),
    ("by_business", "Tesmay Brandel was found dead in a car.", "organisation", "Tesmay Brandel"),
    ("by_shares", "Shares in Larnora's port rose on Friday.", "organisation", "Larnora"),
    ("by_shares", "The fund lost its share in Norway.", "organisation", "Norway"),
    ("by_officers", "Colm Drennan left. A Drennan spokeswoman denied it.", "organisation", "Drennan"),
    ("by_rule", "The Larnby administration approved the road.", "person", "Larnby"),
    ("by_rule", "The Taliban regime fell in 2001.", "person", "Taliban"),
    ("by_who", "They sued Larnby Steel, who denied it.", "person", "Larnby Steel"),
    ("by_life", "Fairwing retired its last jet in May.", "person", "Fairwing"),
    ("by_life", "The folk music of Brandelle and his native Norway is loud.", "person", "Brandelle"),
    ("by_life", "Quistell's successor, a Danish firm, opened in May.", "person", "Quistell"),
    ("by_kind", "Two Brandelle rebels were killed near the border.", "organisation", "Brandelle"),
    ("by_base", "Otto Brandel based the film on his life.", "location", "Otto Brandel"),
    ("by_origin", "An analyst from Larnpower said prices would rise.", "location", "Larnpower"),
    ("by_person_apposition", "Brightwell, a victim of the fraud, sued the bank.", "person", "Brightwell"),
    ("by_membership", "Members of the Larnby chess club resigned.", "organisation", "Larnby"),
    ("by_route", "He moved from Otto Brandel to Ada Quist.", "location", "Otto Brandel"),
    ("by_place_within", "She had no confidence in Tesmay Brandel.", "location", "Tesmay Brandel"),
    ("by_motion", "The case was moved to Ada Quist.", "location", "Ada Quist"),
    ("by_company", "Norway and Quistell signed a deal.", "location", "Quistell"),
    ("by_company", "Talks between Germany and Larnpower ended.", "location", "Larnpower"),
    ("by_capitals", "OSLO was cut off by snow.", "organisation", "OSLO"),
    ("by_noun", "The office of Otto Brandel was searched.", "location", "Otto Brandel"),
    ("by_noun", "The summit of Nordic leaders ended.", "location", "Nordic"),
    ("by_noun", "The summit of BRAEL was called off.", "location", "BRAEL"),
    ("by_motion", "She flew to Larnair Cargo for talks.", "location", "Larnair Cargo"),
    ("by_list", "Talks in Antwerp, Renate Vorde said, had ended.", "location", "Renate Vorde"),
    ("by_list", "Police in Antwerp and Otto arrested two men.", "location", "Otto"),
    ("by_place_apposition", "Larn Crest, a shipping company in Dover, was sold.", "location", "Larn Crest"),
    ("by_place_apposition", "Otto Brandel, 41, a river pilot, was hurt.", "location", "Otto Brandel"),
    ("by_preposition", "Otto Brandel of Quistell said prices would rise.", "location", "Quistell"),
    ("by_preposition", "He wrote in Quistell that the war was lost.", "location", "Quistell"),
    ("by_in", "The fund bought a stake in Vastra Larn last week.", "location", "Vastra Larn"),
    ("by_single_given_name", "The mill in Wayne, Michigan, shut in May.", "person", "Wayne"),
]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text", "kind", "name"), ROWS)
def test_a_rule_tells_the_sort(
    rule: str, text: str, kind: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each rule, and no other, makes its rows right."""
    with monkeypatch.context() as patch:
        for table, rules in sorts.SORT_RULES.items():
            patch.setitem(sorts.SORT_RULES, table, tuple(one for one in rules if one is not RULES[rule]))
        assert not stands(text, (kind, name))
    assert stands(text, (kind, name))


@pytest.mark.model
@pytest.mark.parametrize(("rule", "text", "kind", "name"), TRAPS)
def test_a_sort_is_not_told(rule: str, text: str, kind: str, name: str) -> None:
    """What looks like the pattern of a rule, and says something else."""
    assert rule in RULES
    assert (kind, name) not in names(text)


def test_every_rule_has_rows() -> None:
    """No rule is without rows that need it, and none without a trap."""
    assert not short_of_rows(RULES, ROWS, TRAPS)
