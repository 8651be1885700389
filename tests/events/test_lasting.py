"""When a relation holds and who says so, over the whole step from a document to its observations."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from eventgraph.model import Document, RelationMention
from eventgraph.observe import observe_document

pytestmark = pytest.mark.model

PUBLISHED = date(2024, 3, 14)


@cache
def relations(text: str, published: date | None = PUBLISHED) -> tuple[RelationMention, ...]:
    """The relations of a text of that day."""
    return observe_document(Document(id="d", origin="d.txt", text=text, published=published)).relations


@pytest.mark.parametrize(
    ("text", "qualifier", "edtf"),
    [
        ("FBI Director Ada Quist spoke on Friday.", "", "2024-03-14"),
        ("Otto Brandel, a member of the Hells Angels, was held on Friday.", "", "2024-03-14"),
        ("Former FBI director Ada Quist spoke on Friday.", "former", "[..2024-03-14]"),
        ("FBI director-designate Ada Quist spoke on Friday.", "incoming", "[2024-03-14..]"),
        ("Ada Quist will become director of the FBI.", "", "[2024-03-14..]"),
        ("Ada Quist, director of the FBI since 2019, spoke on Friday.", "", "2019/.."),
        ("Ada Quist, who has led the FBI since May 2019, resigned.", "", "2019-05/.."),
        ("Ada Quist, who served as director of the FBI until 2019, died.", "former", "../2019"),
        ("Ada Quist was director of the FBI from 2011 to 2015.", "former", "2011/2015"),
        ("Ada Quist was director of the FBI in 2010.", "former", "2010"),
        ("Ada Quist was appointed director of the FBI in January.", "", "2024-01/.."),
        ("Ada Quist was appointed director of the FBI from May 1, 2024.", "incoming", "2024-05-01/.."),
        ("Ada Quist resigned as director of the FBI on Tuesday.", "former", "../2024-03-12"),
        ("Ada Quist will step down as director of the FBI on May 1.", "outgoing", "../2024-05-01"),
    ],
)
def test_when_a_post_is_held(text: str, qualifier: str, edtf: str) -> None:
    """The words that hang on a post date it, else the day on which the text tells it."""
    (relation,) = relations(text)
    assert relation.when is not None
    assert (relation.qualifier, relation.when.edtf) == (qualifier, edtf)


def test_what_is_told_as_it_is_may_be_so_before_and_after() -> None:
    """The day of publication is a day on which a post is held, neither its first nor its last."""
    (relation,) = relations("FBI Director Ada Quist spoke on Friday.")
    assert relation.when is not None
    assert (relation.when.begin, relation.when.end) == ((None, PUBLISHED), (PUBLISHED, None))
    assert relation.when.basis == "publication"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("FBI Director Ada Quist spoke on Friday.", None),
        ("Ada Quist ran the FBI.", PUBLISHED),
        ("The store in Portland, Ore., was robbed on Friday.", PUBLISHED),
    ],
)
def test_what_nothing_dates_has_no_date(text: str, published: date | None) -> None:
    """A text without a date, a past without a time and what hardly ever changes give no date."""
    assert [relation.when for relation in relations(text, published)] == [None]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Prosecutors said Otto Brandel is a member of the Hells Angels.", ["Prosecutors"]),
        ("Otto Brandel is a member of the Hells Angels, according to Europol.", ["Europol"]),
        ("Otto Brandel, a member of the Hells Angels, said he was ill.", []),
        ("Otto Brandel, a member of the Hells Angels, was arrested.", []),
    ],
)
def test_who_says_so(text: str, speakers: list[str]) -> None:
    """A relation within what somebody says has that speaker; nobody is a speaker of what they are."""
    (relation,) = (r for r in relations(text) if r.type == "member_of")
    assert [text[one.start : one.end] for one in relation.said_by] == speakers
