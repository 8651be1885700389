"""How the news tells business: takeovers, launches, money given, sold and lost, jobs, markets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model

TypesAt = Callable[[str, str], set[str]]

TOLD = [
    ("Calder Group bought the shipyard in 2012.", "bought", "acquisition"),
    ("Brightwater Bank snapped up its rival for $2 billion.", "snapped up", "acquisition"),
    ("Calder Group tabled an offer in March.", "tabled an offer", "acquisition"),
    ("Calder Group launched a bid for the shipyard.", "launched a bid", "acquisition"),
    ("The fund took a 10 percent stake in Brightwater Bank.", "took a 10 percent stake", "acquisition"),
    ("Calder Group raised its stake in the bank to 30 percent.", "raised its stake", "acquisition"),
    ("The carmaker was swallowed up by Calder Group.", "swallowed up", "acquisition"),
    ("Norland nationalised the mines in 1971.", "nationalised", "acquisition"),
    ("The two banks merged in 2008.", "merged", "acquisition"),
    ("The retailer was taken private in June.", "taken private", "acquisition"),
    ("The takeover of the airline was completed in May.", "takeover", "acquisition"),
    ("The group made an offer for Calder Group in March.", "made an offer", "acquisition"),
    ("The fund gained control of the airline in May.", "gained control", "acquisition"),
    ("Mia Rowe founded the company in 2003.", "founded", "founding"),
    ("The charity was set up in 1987.", "set up", "founding"),
    ("The maker unveiled a new model on Monday.", "unveiled", "founding"),
    ("The bank rolled out its app in April.", "rolled out", "founding"),
    ("The site opened for business in 2020.", "opened for business", "founding"),
    ("The minister laid the foundation stone of the hospital.", "laid the foundation stone", "founding"),
    ("The plant was commissioned in 2015.", "commissioned", "founding"),
    ("The factory opened its doors in May.", "opened its doors", "founding"),
    ("The clinic was inaugurated on Tuesday.", "inaugurated", "founding"),
    ("Work began on the bridge when Ada Quist broke ground in June.", "broke ground", "founding"),
    ("The group spun off its chemicals arm in 2019.", "spun off", "founding"),
    ("The firm was incorporated in 1999.", "incorporated", "founding"),
    ("Tom Varga started a business in Larnby.", "started a business", "founding"),
    ("The service went live on Friday.", "went live", "founding"),
    ("Calder Group invested $40 million in the mine.", "invested", "investment"),
    ("The state pumped $5 million into the airline.", "pumped", "investment"),
    ("The startup raised $20 million in May.", "raised", "investment"),
    ("The government earmarked $3 billion for roads.", "earmarked", "investment"),
    ("The fund ploughed $10 million into the venture.", "ploughed", "investment"),
    ("Brightwater Bank lent $2 million to the firm.", "lent", "investment"),
    ("The ministry allocated $6 million for wells.", "allocated", "investment"),
    ("Norland bailed out its biggest lender in 2009.", "bailed out", "investment"),
    ("The fund granted the firm a loan in May.", "granted", "investment"),
    ("The startup closed a funding round in June.", "closed a funding round", "investment"),
    ("Brightwater Bank bankrolled the project.", "bankrolled", "investment"),
    ("Norland borrowed $3 billion from the fund.", "borrowed", "investment"),
    ("Calder Group sold its pump division in May.", "sold", "transfer"),
    ("The painting went under the hammer on Friday.", "went under the hammer", "transfer"),
    ("The vase fetched $5 million at auction.", "fetched", "transfer"),
    ("The museum gave back 312 statues in 2018.", "gave back", "transfer"),
    ("The land changed hands in 1982.", "changed hands", "transfer"),
    ("Calder Group offloaded its mines in June.", "offloaded", "transfer"),
    ("Tom Varga wired $40,000 to an account in Norland.", "wired", "transfer"),
    ("The council has not paid a ransom.", "paid", "transfer"),
    ("The bank will return $300 million to shareholders.", "return", "transfer"),
    ("The ministry took delivery of six jets.", "took delivery", "transfer"),
    ("Norland exported 3 million tonnes of grain last year.", "exported", "transfer"),
    ("Calder Group divested its stake in the mine.", "divested", "transfer"),
    ("The firm auctioned the wreck in May.", "auctioned", "transfer"),
    ("The museum handed back the mask in June.", "handed back", "transfer"),
    ("The tax office refunded $2 million to customers.", "refunded", "transfer"),
    ("The shipyard will shed 1,900 jobs.", "shed", "layoff"),
    ("Calder Group laid off 300 workers.", "laid off", "layoff"),
    ("The bank axed 500 posts on Monday.", "axed", "layoff"),
    ("The mine retrenched 80 workers in May.", "retrenched", "layoff"),
    ("Forty staff were made redundant in June.", "made redundant", "layoff"),
    ("The paper slashed its workforce by a third.", "slashed its workforce", "layoff"),
    ("Some 700 jobs will go in Larnby.", "go", "layoff"),
    ("The job cuts were announced on Monday.", "cuts", "layoff"),
    ("The carmaker trimmed its headcount by 5 percent.", "trimmed its headcount", "layoff"),
    ("The group let go of 200 employees.", "let go", "layoff"),
    ("About 90 people lost their jobs.", "lost their jobs", "layoff"),
    ("The firm handed out pink slips on Friday.", "pink slips", "layoff"),
    ("Shares in Calder Group plunged 17 percent on Friday.", "plunged", "market"),
    ("Oil rose above $62 a barrel.", "rose", "market"),
    ("The bourse closed 1.3 percent lower.", "closed", "market"),
    ("The agency cut its rating to junk.", "cut", "market"),
    ("The agency downgraded the bank on Friday.", "downgraded", "market"),
    ("The central bank raised rates in May.", "raised", "market"),
    ("The central bank left its rate unchanged.", "left", "market"),
    ("Brightwater Bank posted a loss of $3 million.", "posted", "market"),
    ("The airline swung to a profit last year.", "swung", "market"),
    ("Calder Group filed for bankruptcy in March.", "filed for bankruptcy", "market"),
    ("The retailer went bust in 2018.", "went bust", "market"),
    ("The builder was placed in administration on Monday.", "placed in administration", "market"),
    ("Norland defaulted on its bonds in 2001.", "defaulted", "market"),
    ("Inflation slowed to 3 percent in May.", "slowed", "market"),
    ("The krona weakened against the dollar on Friday.", "weakened", "market"),
    ("Unemployment edged up to 6 percent in June.", "edged", "market"),
    ("A fall in prices hurt farmers last year.", "fall", "market"),
    ("The economy shrank by 2 percent in 2020.", "shrank", "market"),
    ("The index hit a record high on Friday.", "hit a record high", "market"),
    ("Brightwater Bank went into receivership in May.", "went into receivership", "market"),
    ("Net profit doubled to $4 million last year.", "doubled", "market"),
    ("The group issued a dividend in May.", "dividend", "market"),
]

TRAPS = [
    ("Police bought time on Friday.", "bought", "acquisition"),
    ("The lanes merged near Larnby.", "merged", "acquisition"),
    ("Rebels took control of Larnby on Friday.", "took control", "acquisition"),
    ("Gunmen opened fire in Larnby.", "opened", "founding"),
    ("Prosecutors launched an inquiry on Monday.", "launched", "founding"),
    ("Norland launched two missiles on Monday.", "launched", "founding"),
    ("The minister started a fire in Larnby.", "started", "founding"),
    ("The jury found him guilty in May.", "found", "founding"),
    ("The flood raised the river by two metres.", "raised", "investment"),
    ("Firefighters pumped water from the mine.", "pumped", "investment"),
    ("The gang sold cocaine in Larnby.", "sold", "transfer"),
    ("The hikers returned on Sunday.", "returned", "transfer"),
    ("The letter was sent on Monday.", "sent", "transfer"),
    ("The officer was taken to hospital on Monday.", "taken", "transfer"),
    ("He paid a visit to Larnby on Monday.", "paid", "transfer"),
    ("The trees shed their leaves in October.", "shed", "layoff"),
    ("Police let go of the man on Friday.", "let go", "layoff"),
    ("The fall of the old regime came in 1989.", "fall", "market"),
    ("A rise in crime worried Larnby last year.", "rise", "market"),
    ("The rise in temperatures was felt in May.", "rise", "market"),
    ("The child fell from a window on Monday.", "fell", "market"),
    ("The river rose by two metres on Friday.", "rose", "market"),
    ("Police closed the road on Monday.", "closed", "market"),
    ("The minister cut the ribbon on Tuesday.", "cut", "market"),
    ("The drop of ten metres killed the climber in May.", "drop", "market"),
    ("Troops gained the ridge on Friday.", "gained", "market"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TOLD)
def test_a_telling_of_the_family_has_its_type(
    text: str, words: str, kind: str, event_types_at: TypesAt
) -> None:
    """The words trigger an event of the type."""
    assert event_types_at(text, words) == {kind}


@pytest.mark.parametrize(("text", "words", "kind"), TRAPS)
def test_another_sense_is_not_taken(text: str, words: str, kind: str, event_types_at: TypesAt) -> None:
    """The words look like the type and tell something else, or nothing."""
    assert kind not in event_types_at(text, words)
