"""The closed lists of words that the model uses; their values are what stands in every file."""

from __future__ import annotations

from enum import StrEnum, auto


class Status(StrEnum):
    """How real an event is, by its text; the first that fits."""

    HYPOTHETICAL = auto()
    NEGATED = auto()
    DENIED = auto()
    ALLEGED = auto()
    PLANNED = auto()
    ONGOING = auto()
    HAPPENED = auto()


class Basis(StrEnum):
    """What a date rests on."""

    EXPLICIT = auto()
    """Written out in the text."""
    PUBLICATION = auto()
    """Reckoned from the publication date."""
    MENTION = auto()
    """Reckoned from another date in the text."""
    CONTEXT = auto()
    """Inferred, such as a year that nobody wrote."""
    DECISION = auto()
    """Fixed by a person, in ``decisions.toml``."""


class Precision(StrEnum):
    """How finely the words say when."""

    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    QUARTER = auto()
    SEASON = auto()
    YEAR = auto()
    DECADE = auto()
    CENTURY = auto()
    INTERVAL = auto()


class Confidence(StrEnum):
    """How directly the sentence says it."""

    STATED = auto()
    INFERRED = auto()
    WEAK = auto()


class PublishedBasis(StrEnum):
    """Where a publication date was found."""

    METADATA = auto()
    HEADER = auto()
    DATELINE = auto()
    BYLINE = auto()
    OPTION = auto()
    UNKNOWN = auto()


class TimexType(StrEnum):
    """The TIMEX3 type of a time expression (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexMod(StrEnum):
    """What the words add to a TIMEX3 value (ISO-TimeML, attribute ``mod``)."""

    BEFORE = "BEFORE"
    """Longer ago than that: "more than two years ago"."""
    AFTER = "AFTER"
    """Less long ago: "almost two years ago"."""
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class MentionKind(StrEnum):
    """How the words refer: by name, by a description, or by a pronoun."""

    NAME = "NAM"
    NOMINAL = "NOM"
    PRONOUN = "PRO"


class PlaceRelation(StrEnum):
    """How a place bears on an event."""

    IN = auto()
    NEAR = auto()
    FROM = auto()
    TO = auto()
    OUTSIDE = auto()


class PlaceBasis(StrEnum):
    """Whether the clause names the place or only the dateline does."""

    TEXT = auto()
    DATELINE = auto()


class EventRelation(StrEnum):
    """How one event bears on another."""

    PART_OF = auto()
    REPORTS = auto()
    CONCERNS = auto()
    FOLLOWS = auto()


class ClaimAbout(StrEnum):
    """What a claim speaks of."""

    WHEN = auto()
    PLACE = auto()
    QUANTITY = auto()
    STATUS = auto()
    ROLE = auto()


class ClaimState(StrEnum):
    """What became of a claim when sources were weighed."""

    CHOSEN = auto()
    OTHER = auto()
    SUPERSEDED = auto()
    WITHDRAWN = auto()
    REJECTED = auto()


class Verdict(StrEnum):
    """Whether two mentions speak of one thing."""

    SAME = auto()
    UNSURE = auto()


DECISION = "decision"
"""The rule of what a person decided, and the key of the detail of an event that says what was."""

FACTS = frozenset({Status.HAPPENED, Status.ONGOING})
"""The statuses of what a text tells as real; whatever has another must never be read as a fact."""

STATUS_WORDS = {
    Status.HYPOTHETICAL: "Hypothetical",
    Status.NEGATED: "Did not happen",
    Status.DENIED: "Denied",
    Status.ALLEGED: "Alleged",
    Status.PLANNED: "Planned",
    Status.ONGOING: "Ongoing",
    Status.HAPPENED: "Happened",
}
"""How a person reads a status."""

DEFAULT_BASE = "https://example.org/kg/"
"""What the IRIs of a graph's RDF begin with unless another base is given."""

SKIPPED_TABLE = "table at line "
"""How the message of a problem begins that tells of a table; the number of its first line follows."""
