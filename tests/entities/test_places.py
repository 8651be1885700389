"""Where places lie: the gazetteer, which of several places a name means, and what a document sets apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from entities.handmade import Word, parsed
from entities.reading import Names, names
from eventgraph.entities import find_entities
from eventgraph.entities.atlas import atlas
from eventgraph.entities.places import contains
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Document, Mention


def entities(*sentences: Sequence[Word]) -> list[Mention]:
    """The mentions in sentences made by hand."""
    read = parsed(*sentences)
    return list(find_entities(Document(id="d", origin="d.txt", text=read.text), read).mentions)


def said(text: str) -> list[Word]:
    """A sentence of words: capitals are names, those after "@" are places to the model, after "%" people."""
    labels = {"@": "GPE", "%": "PERSON"}
    return [_word(word, labels.get(word[0], "")) for word in text.split()]


def _word(word: str, label: str) -> Word:
    text = word[1:] if label else word
    tag = "NNP" if text[0].isupper() else "IN" if text in {"in", "near", "from"} else "NN"
    return Word(text, tag, label)


def whereabouts(text: str, name: str) -> dict[str, str]:
    """The attributes of the first mention of a name."""
    found = entities(*[said(sentence) for sentence in text.split(" | ")])
    mention = next(one for one in found if one.name == name)
    return {attribute.key: attribute.value for attribute in mention.attributes}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Gaziantep", ["Gaziantep/Turkey", "/Turkey"]),
        ("Kiev", ["Kyiv City/Ukraine"]),
        ("Bombay", ["Maharashtra/India"]),
        ("Sao Paulo", ["São Paulo/Brazil", "/Brazil"]),
        ("Lodz", ["Łódź/Poland", "/Poland"]),
        ("Bogota", ["Bogotá/Colombia", "/Colombia"]),
        ("ORENBURG", ["Orenburg/Russia", "/Russia"]),
        ("Kherson region", ["/Ukraine"]),
        ("State of Ohio", ["/United States"]),
        ("the Hague", ["South Holland/Netherlands"]),
        ("Ore.", ["/United States"]),
        ("Larnby", []),
    ],
)
def test_places_by_all_their_names(name: str, expected: list[str]) -> None:
    """English, former and foreign names, without accents, in capitals, with the word for a division."""
    assert [f"{place.division}/{place.country}" for place in atlas().find(name)] == expected


def test_gazetteer_holds_what_its_description_says() -> None:
    """Each country of the hand-written list is known, each city lies in a country and has inhabitants."""
    cities = {place for known in atlas().places.values() for place in known if place.kind == "city"}
    assert all(atlas().find(country) for country in load_lexicon("places")["country"])
    assert all(place.country and place.people for place in cities)
    assert len([place for place in cities if place.people >= 100]) > 5900


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("Ore.", "Portland", True),
        ("Oregon", "Larnby", True),
        ("Ky.", "Paris", True),
        ("Turkey", "Gaziantep", True),
        ("United States", "Oregon", True),
        ("London", "Paris", False),
        ("Germany", "Paris", False),
        ("Ohio", "Texas", False),
        ("Berlin", "Paris", False),
        ("New York", "Paris", False),
        ("New York", "Larnby", True),
        ("Dubai", "Larnby", False),
        ("France", "Larn Empire", False),
        ("Israel", "Northern Syria", False),
        ("Larnby", "Portland", False),
    ],
)
def test_a_place_after_a_comma(outer: str, inner: str, expected: bool) -> None:  # noqa: FBT001 (a table)
    """It holds the one before, unless the two are a mere list."""
    assert contains(outer, inner) is expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("fire in @Portland , @Oregon .", "Portland", "Oregon, United States"),
        ("fire in @Portland , @Maine .", "Portland", "Maine, United States"),
        ("fire in @Portland .", "Portland", "United States"),
        ("fire in @Portland . | men came from @Oregon .", "Portland", "Oregon, United States"),
        ("fire in @Portland . | men came from @Oregon and @Maine .", "Portland", "United States"),
        ("fire in @Portland . | men came from @Eugene .", "Portland", "Oregon, United States"),
        ("fire in @Larnby , @Oregon .", "Larnby", "Oregon, United States"),
        ("fire in @Larnby .", "Larnby", ""),
        ("fire in @Georgia . | men came from @Tbilisi .", "Georgia", "Georgia"),
        ("fire in @Georgia . | men came from @Atlanta .", "Georgia", "Georgia, United States"),
        ("fire in @Georgia . | men came from @Texas .", "Georgia", ""),
        ("fire in @Georgia .", "Georgia", ""),
        ("fire in @Tripoli . | men came from @Lebanon .", "Tripoli", "North Lebanon, Lebanon"),
        ("fire in @Tripoli . | men came from @Misrata .", "Tripoli", "Tripoli, Libya"),
        ("fire in @Tripoli .", "Tripoli", ""),
        ("fire in @Hyderabad .", "Hyderabad", ""),
        ("fire in @Hyderabad . | the Pakistani army came .", "Hyderabad", "Sindh, Pakistan"),
        ("fire in @Valencia .", "Valencia", ""),
        ("fire in @Valencia . | men came from @Spain .", "Valencia", "Valencian Community, Spain"),
        ("fire in @Victoria .", "Victoria", ""),
        ("fire in @Birmingham .", "Birmingham", ""),
        ("fire in @Birmingham . | men came from @Alabama .", "Birmingham", "Alabama, United States"),
        ("fire in @London .", "London", "England, United Kingdom"),
        ("fire in @London , @Ontario .", "London", "Ontario, Canada"),
        ("fire in @Larnby , @France .", "Larnby", "France"),
        ("fire in @Larnby , @France and @Spain .", "Larnby", ""),
        ("fire in @Spain , @Larnby , @France .", "Larnby", ""),
        ("fire in @Larnby , @Oregon , @France and @Spain .", "Larnby", "Oregon, United States"),
        ("fire in @Paris , @Berlin and @Rome .", "Paris", "Île-de-France, France"),
        ("fire in @South .", "South", ""),
        ("fire in @Berlin .", "Berlin", "Berlin, Germany"),
        ("fire in @Gaza .", "Gaza", ""),
        ("fire in @Armenia .", "Armenia", ""),
        ("fire in @Armenia . | men came from @Colombia .", "Armenia", ""),
        ("fire in @Athens .", "Athens", "Attica, Greece"),
        ("fire in @Athens . | the American men came .", "Athens", "Attica, Greece"),
        ("fire in @Athens , @Ga. .", "Athens", "Georgia, United States"),
        ("fire in @Washington .", "Washington", "District of Columbia, United States"),
        ("fire in @Washington . | men came from @Seattle .", "Washington", "United States"),
        (
            "fire in @Washington . | men came from @Seattle , @Washington .",
            "Washington",
            "Washington, United States",
        ),
        ("fire in @Moscow .", "Moscow", "Moscow, Russia"),
        ("fire in @Minsk .", "Minsk", "Minsk City, Belarus"),
        ("fire in @Paris .", "Paris", "Île-de-France, France"),
    ],
)
def test_which_place_a_name_means(text: str, name: str, expected: str) -> None:
    """What stands beside it, else what the document names, else its size; else it stays open."""
    found = whereabouts(text, name)
    assert ", ".join(found[key] for key in ("division", "country") if key in found) == expected


def test_the_words_beside_a_place_are_the_evidence() -> None:
    """The division has the words that say it; the country, which nothing says, has the name itself."""
    found = entities(said("fire in @Portland , @Oregon . men of @Portland came ."))
    first = next(one for one in found if one.name == "Portland")
    assert [(a.key, a.span == first.span) for a in first.attributes] == [
        ("division", False),
        ("country", True),
    ]
    assert [len(one.attributes) for one in found if one.name == "Portland"] == [2, 0]


def test_two_places_of_one_name_in_one_document() -> None:
    """Each keeps its own, and the bare name is linked to neither."""
    read = parsed(said("fire in @Portland , @Oregon and @Portland , @Maine . while men left @Portland ."))
    found = find_entities(Document(id="d", origin="d.txt", text=read.text), read)
    portlands = [one for one in found.mentions if one.name == "Portland"]
    assert [[a.value for a in one.attributes] for one in portlands] == [
        ["Oregon", "United States"],
        ["Maine", "United States"],
        [],
    ]
    assert not found.links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fire near Chandigarh today .", ["Chandigarh"]),
        ("fire in Preston today .", ["Preston"]),
        ("then Preston won .", []),
        ("then Preston beat Burnley .", []),
        ("a letter from Preston came .", []),
        ("then %Preston , Lancashire .", []),
        ("fire in Preston Larnby today .", []),
        ("fire in Preston-Larnby today .", []),
        ("fire in %Preston today .", []),
        ("then Nizhny Novgorod won .", ["Nizhny Novgorod"]),
        ("then %Chandigarh , India .", ["Chandigarh", "India"]),
        ("a Surprise came .", []),
        ("fire near Orenburg , Russia .", ["Orenburg", "Russia"]),
    ],
)
def test_cities_that_the_model_does_not_see(text: str, expected: list[str]) -> None:
    """They are places only where the words around them say so; many are surnames and words as well."""
    assert [one.name for one in entities(said(text)) if one.type == "location"] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Ada Quist-Larn visited Gaborone.", [("location", "Gaborone")]),
        ("The minister visited Mr. Preston.", []),
        ("The minister thanked Preston.", []),
    ],
)
def test_cities_that_are_visited(text: str, expected: Names) -> None:
    """A city is one where somebody goes there or an army takes it, not where somebody else is spoken of."""
    assert [one for one in names(text) if one[0] == "location"] == expected
