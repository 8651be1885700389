"""Conditions on the words around a match, for what a pattern over kinds cannot tell.

Each takes the tokens and the first and last (excluded) token of a match and says whether it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.times.tokens import Tokens

Guard = Callable[[Tokens, int, int], bool]


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words or kinds of ``lexicon/times/rules.toml``."""
    return frozenset(load_lexicon("times/rules")["guards"][name])


@cache
def _years(name: str) -> range:
    first, last = load_lexicon("times/rules")["guards"][name]
    return range(first, last + 1)


def is_year(tokens: Tokens, first: int, last: int) -> bool:
    """Four digits that are a year, not an amount, a house number or a count of things."""
    number = last - 1
    if tokens.kinds[number] == "shortyear":
        return True
    if tokens.kind(number - 1) == "unit" and number > first:
        return tokens.values[number - 1] == "year"
    likely = tokens.values[number] in _years("likely_years")
    if likely and _opens_a_sentence(tokens, first):
        return True
    if tokens.word(last) in listed("counted") or tokens.word(last) in listed("plurals"):
        return False
    if tokens.kinds[first] == "about" and number > first:
        return tokens.word(first) not in listed("counters") and not _counts_things(tokens, last)
    if _is_numbered(tokens, first, last):
        return False
    before = tokens.kind(first - 1)
    if _counts_things(tokens, last) and not (likely and before in {"in", "since", "during", "by"}):
        return likely and before in {"the", "of", "for", "possessive"}
    return likely or _is_told_as_time(tokens, before, last) or _is_named_as_year(tokens, first, last)


def _opens_a_sentence(tokens: Tokens, first: int) -> bool:
    """Whether "In" opens a sentence right before a year, whatever follows it ("In 1948 troops came")."""
    return tokens.kind(first - 1) == "in" and tokens.kind(first - 2) in {"", "break", "stop"}


def _is_numbered(tokens: Tokens, first: int, last: int) -> bool:
    """Whether figures number a thing: "room 2012", "$2012", "2012%", "1945 Elm St"."""
    before, after = tokens.kind(first - 1), tokens.kind(last)
    if before in listed("not_before_year") or after in listed("not_after_year"):
        return True
    if before == "dash" and tokens.kind(first - 2) not in {"year", "month", "mid"}:
        return True
    street = _is_capital(tokens, last) and tokens.word(last + 1).rstrip(".") in listed("streets")
    return street or tokens.word(first - 1) in listed("numbered")


def _is_named_as_year(tokens: Tokens, first: int, last: int) -> bool:
    """Four digits before a name, behind an article, beside another year or alone as a heading.

    So in "the 1880 Kansas election", "the 1848 revolution", "1727 and 1734".
    """
    if tokens.values[last - 1] not in _years("possible_years"):
        return False
    before, after = tokens.kind(first - 1), tokens.kind(last)
    heading = before in {"", "break"} and after in {"", "break"}
    beside = before in {"and", "or", "to", "dash", "comma"} and tokens.kind(first - 2) == "year"
    thing = after == "other" and (before in {"the", "a", "possessive"} or _is_capital(tokens, last))
    return heading or beside or thing


def _is_told_as_time(tokens: Tokens, before: str, last: int) -> bool:
    """Whether a preposition or a bracket makes four digits a year: "in 1709", not "of 1709 pupils"."""
    noun = tokens.kind(last) == "other" and tokens.words[last].islower()
    near = {tokens.word(index) for index in range(max(last - NEAR, 0), last)}
    if near & listed("changed"):
        return False
    return before == "open" or (before in listed("time_prepositions") and not (before == "of" and noun))


def _counts_things(tokens: Tokens, index: int) -> bool:
    """Whether the next word is a noun in the plural: "2012 people", "1900 homes"."""
    word = tokens.words[index] if index < len(tokens) else ""
    if tokens.kind(index) != "other" or not word.islower():
        return False
    plural = word.endswith("s") and len(word) > len("was") and word not in listed("not_plurals")
    return plural or word in listed("plurals")


def is_year_range(tokens: Tokens, first: int, last: int) -> bool:
    """Two years in their order, the second perhaps of two digits: "1939-45", not "2012-737"."""
    index = next(i for i in range(first, last) if tokens.kinds[i] == "year")
    if tokens.word(first - 1) in listed("numbered") or tokens.kind(last) in {
        "units",
        "unit",
        "month",
        "percent",
    }:
        return False
    opened = index > first or tokens.kind(first - 1) == "open"
    if not opened and not is_year(tokens, index, index + 1):
        both = tokens.kinds[last - 1] == "year" and tokens.values[last - 1] in _possible_or_likely()
        if not both or _counts_things(tokens, last):
            return False
    connector = tokens.kinds[index + 1]
    if tokens.kinds[last - 1] == "year":
        return connector != "slash"
    begin, end = tokens.values[index], tokens.values[last - 1]
    if connector not in {"dash", "slash"} or not isinstance(begin, int) or not isinstance(end, int):
        return False
    return len(tokens.words[last - 1]) == len("45") and (end > begin % 100 or end == (begin + 1) % 100)


@cache
def _possible_or_likely() -> range:
    return range(_years("possible_years").start, _years("likely_years").stop)


def is_weekday(tokens: Tokens, first: int, last: int) -> bool:
    """A day of the week, not a sentence that ends in "the Sun.", nor "the Sunday Courier"."""
    if tokens.kind(first - 1) == "the" and last - first == 1 and _is_capital(tokens, last):
        return False
    if last - first > 1 or tokens.word(first) not in listed("nouns_or_weekdays"):
        return True
    before = tokens.kind(first - 1)
    return before == "on" or before in listed("time_prepositions") or tokens.kind(last) in {"comma", "month"}


def _is_capital(tokens: Tokens, index: int) -> bool:
    """Whether a word stands there that begins with a capital."""
    return index < len(tokens) and tokens.words[index][0].isupper()


def is_season(tokens: Tokens, _first: int, last: int) -> bool:
    """A season, not a part of a name: "the Winter Olympics"."""
    return tokens.words[last - 1].islower() or not _is_capital(tokens, last)


def is_holiday(tokens: Tokens, first: int, last: int) -> bool:
    """A day, not a place or a person: "Christmas Island", "Easter Road", "June Easter"."""
    alone = last - first == 1
    if tokens.word(first) == "new year" and tokens.kind(first - 1) == "the":
        return False  # "in the new year"
    return not (alone and (_is_capital(tokens, last) or tokens.kind(first - 1) in {"month", "shortmonth"}))


def is_of_month(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "the first Monday of the month", not "of the year"."""
    return all(tokens.values[i] == "month" for i in range(first, last) if tokens.kinds[i] == "unit")


def is_short_weekday(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "on Sat", "Sat night" and "Thurs"; not "sat", "Sun" or "Wed" by themselves."""
    if last - first > 1 or tokens.kind(first - 1) in {
        "on",
        "by",
        "until",
        "since",
        "from",
        "before",
        "after",
        "through",
    }:
        return True
    return tokens.word(first).rstrip(".") in listed("plain_weekdays") and not _is_capital(tokens, last)


def is_month(tokens: Tokens, first: int, last: int) -> bool:
    """A month, not a person's name ("April Jones"), a verb or a march."""
    if last - first > 1:
        return True
    before, after = tokens.kind(first - 1), tokens.kind(last)
    if tokens.word(last) in listed("delivered"):
        return True
    if tokens.word(first) in listed("verbs_or_months"):
        verb = before in {"", "stop", "break"} and after == "other" and tokens.words[last].islower()
        if verb or before in {"other", "the", "a"}:
            return False
    if before == "other" and tokens.words[first - 1][0].isupper():
        return False
    name = after in {"other", "season", "holiday"} and _is_capital(tokens, last)
    return not name or before in listed("time_prepositions")


def is_clock(tokens: Tokens, first: int, last: int) -> bool:
    """A time of day, not a score or a verse: it has a.m. or p.m., a zone, or a preposition before it."""
    if any(tokens.kinds[i] in {"noon", "zone", "oclock", "past_hour", "daypart"} for i in range(first, last)):
        return True
    word = next(tokens.words[i] for i in range(first, last) if tokens.kinds[i] == "clock")
    return word[-1] in ".mMs" or tokens.kind(first - 1) in listed("clock_prepositions")


def is_clock_range(tokens: Tokens, first: int, last: int) -> bool:
    """Two times of day, at least the second told as one."""
    clocks = [i for i in range(first, last) if tokens.kinds[i] in {"clock", "noon"}]
    if tokens.kinds[clocks[-1]] == "noon" or tokens.words[clocks[-1]][-1] in ".mM":
        return True
    opened = tokens.kinds[first] in {"from", "between"} or tokens.kind(first - 1) in {"at", "from", "between"}
    return opened and len(clocks) > 1


def is_decade(tokens: Tokens, first: int, last: int) -> bool:
    """A decade, not somebody's age: "in his 40s", "temperatures in the 70s"."""
    last -= tokens.kinds[last - 1] == "before_christ"
    word = tokens.words[last - 1]
    if word[0].isdigit() and len(word.replace("'", "")) == len("90s"):
        told = any(tokens.kinds[i] in {"the", "early", "late"} for i in range(first, last - 1))
        return told and not _is_age_or_heat(tokens, first)
    if tokens.kinds[last - 1] == "decadeword" and tokens.word(last - 2) != "the":
        return False
    return last - first > 1 or tokens.word(first - 1) not in listed("owners")


def is_decade_series(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "the 70s and 80s" of a century, not of degrees or of people's years."""
    figures = [tokens.words[i] for i in range(first, last) if tokens.kinds[i] == "decade"]
    if all(len(word.replace("'", "")) > len("90s") or word[0] == "'" for word in figures):
        return True
    long_first = len(figures[0]) > len("90s")
    return long_first or (tokens.kinds[first] == "the" and not _is_age_or_heat(tokens, first))


AGE_TOKENS = 3
NEAR = 8
"""How many tokens off a word may tell what figures count."""


def _is_age_or_heat(tokens: Tokens, first: int) -> bool:
    """Whether figures such as "the 70s" count degrees or somebody's years."""
    around = {tokens.word(index) for index in range(max(first - NEAR, 0), min(first + NEAR, len(tokens)))}
    return tokens.word(first - 1) in listed("owners") or bool(around & listed("degrees"))


def is_edge(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "the end of the year", "late last month", "year-end"; minutes and hours have no calendar."""
    return not any(tokens.values[i] in listed("without_calendar") for i in range(first, last))


def is_pointed(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "last week", "that summer"; not "this minute", nor "the last day" of something."""
    unit, after = tokens.values[last - 1], tokens.kind(last)
    joined = after == "dash" and tokens.kind(last + 1) in {"other", "old", "end", "units", "unit"}
    if unit in listed("without_calendar") or joined:
        return False
    if unit == "century" and tokens.kinds[last - 2] not in {"this", "last", "next", "past"}:
        return False
    if tokens.kinds[first] == "the" and tokens.kinds[last - 2] == "last":
        return after != "of" and unit in listed("after_the_last")
    return True


def is_the_unit(tokens: Tokens, _first: int, last: int) -> bool:
    """Accepts "the year" that is spoken of, not "the day of" or "the week when"."""
    if tokens.values[last - 1] in listed("not_spoken_of") or tokens.word(last) in {"when", "that"}:
        return False
    return tokens.kind(last) not in {"dash", "of", "before", "after", "possessive", "year"}


def is_first_or_last(tokens: Tokens, first: int, _last: int) -> bool:
    """Accepts "the first three months", not "the second three months"."""
    return tokens.values[first + 1] in {1, None} or tokens.kinds[first + 1] == "final"


def is_recent(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "the past five weeks", not "will last five weeks"."""
    verb = tokens.kind(first - 1) == "to" or tokens.word(first - 1) in listed("modals")
    bare = first + 3 == last and tokens.kinds[first] == "the"  # "the last days of the war"
    return not (tokens.kinds[first] == "last" and verb) and not (bare and tokens.kind(last) == "of")


def is_duration(tokens: Tokens, first: int, last: int) -> bool:
    """A length of time, not an age, a price or "one day"."""
    if tokens.kind(first - 1) == "currency" or tokens.kind(last) == "old":
        return False
    if "old" in tokens.kinds[max(first - AGE_TOKENS, 0) : first]:
        return False  # "aged 20 to 30 years"
    if tokens.kind(last) == "dash" and tokens.kind(last + 1) in {"old", "units"}:
        return False
    if tokens.kind(last) == "of" and tokens.word(last + 1) == "age":
        return False
    words = [tokens.word(i) for i in range(first, last)]
    if words == ["one", "day"]:
        return tokens.word(first - 1) in listed("before_one_day")
    if words[0] == "a" and tokens.word(first - 1) in listed("no_week"):
        return False
    if words == ["a", "minute"] and tokens.kind(last) == "other" and tokens.words[last].islower():
        return tokens.word(first - 1) in listed("before_a_minute")
    return not (tokens.values[last - 1] == "quarter" or tokens.kinds[last - 1] == "a")


def is_over(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "for over three years", "it took over a month"; "over three years" by itself is no bound."""
    told = tokens.kind(first - 1) in {"for", "after", "in", "of"} or tokens.word(first - 1) in listed(
        "spans_of"
    )
    return told and is_duration(tokens, first, last)


def is_duration_range(tokens: Tokens, first: int, last: int) -> bool:
    """Two lengths of time; "and" joins them only after "between"."""
    joined = any(tokens.kinds[i] == "and" for i in range(first, last))
    return is_duration(tokens, first, last) and (not joined or tokens.kinds[first] == "between")


def is_unknown_length(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "for years", "many years", "took months", "years of war"; not "the years", "office hours"."""
    if tokens.values[last - 1] in {"second", "quarter"} or tokens.kind(last) == "dash":
        return False
    before = tokens.kind(first - 1)
    if tokens.kind(first - 2) == "the" and before in {"last", "past"}:
        return False
    if tokens.kind(last) in {"before", "after"} and before in {"comma", "other"}:
        return True  # "he fled hours after the vote"
    if before in {"for", "in", "after", "within", "during", "over"} or tokens.word(first - 1) in listed(
        "spans_of"
    ):
        return True
    started = before in {"", "stop", "break", "comma"}
    return started and tokens.kind(last) == "of" and tokens.kind(last + 1) == "other"


def is_frequency(tokens: Tokens, first: int, _last: int) -> bool:
    """Accepts "daily" and the like; as part of a newspaper's name it is none."""
    if tokens.kind(first - 1) == "dash":
        return False
    return not tokens.words[first][0].isupper() or first == 0 or tokens.kind(first - 1) in {"stop", "break"}


def is_reference(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "now" and the like, not "now-defunct" nor a name such as "the Future Movement"."""
    words = tokens.words[first].split()
    if (words == ["Now"] and tokens.kind(last) == "comma") or (
        words == ["soon"] and tokens.word(last) == "as"
    ):
        return False
    return tokens.kind(last) != "dash" and not any(word[0].isupper() for word in words[1:])


def is_no_name(tokens: Tokens, first: int, last: int) -> bool:
    """Not a part of a name: "May and June Jones", "the Overnight Express"."""
    if tokens.words[first][0].islower():
        return True
    return not (tokens.kind(last) == "other" and tokens.words[last][0].isupper())


def is_no_night(tokens: Tokens, first: int, last: int) -> bool:
    """Accepts "at dawn"; "at night" and "by night" name no night."""
    return last - first > 1 or tokens.word(first) != "night"


def is_no_count(tokens: Tokens, first: int, last: int) -> bool:
    """Not "in May 10 people died", nor "in two thousand homes"."""
    return not (tokens.kind(first - 1) == "in" and _counts_things(tokens, last))


def is_duration_in_two_units(tokens: Tokens, first: int, last: int) -> bool:
    """The longer unit first, "two years and six months"; "six months and two years" are two lengths."""
    order: list[str] = load_lexicon("times/rules")["guards"]["from_short_to_long"]
    told = [i for i in range(first, last) if tokens.kinds[i] in {"unit", "units"}]
    longer, shorter = (order.index(str(tokens.values[i])) for i in told)
    return longer > shorter and is_duration(tokens, first, last)


def is_no_count_behind_a_comma(tokens: Tokens, _first: int, last: int) -> bool:
    """Not "on June 3, 1200 officers searched flats"; years of our time stay: "on May 5, 2010 rebels fled"."""
    year = tokens.values[last - 1]
    if tokens.kind(last - 2) != "comma" or not isinstance(year, int) or year in _years("likely_years"):
        return True
    return not (_counts_things(tokens, last) or tokens.word(last) in listed("counted"))


def ends_in_year(tokens: Tokens, _first: int, last: int) -> bool:
    """Accepts "the third quarter last year", not "the third quarter last week"."""
    return tokens.values[last - 1] == "year"


def is_day_alone(tokens: Tokens, _first: int, last: int) -> bool:
    """Accepts "on the 17th the army left"; not "on the 3rd floor", "the 5th man"."""
    noun = tokens.kind(last) == "other" and tokens.words[last][0].islower()
    return not noun or tokens.word(last) in listed("after_the_day")


def is_era(tokens: Tokens, first: int, _last: int) -> bool:
    """Accepts "347 AD" and "in the year 69", not "in the month 5"."""
    return tokens.kind(first + 1) != "unit" or tokens.values[first + 1] == "year"


def is_ordinal_series(tokens: Tokens, first: int, last: int) -> bool:
    """Quarters of a year or centuries of our era, not "the second and third days"."""
    unit = next(tokens.values[i] for i in range(first, last) if tokens.kinds[i] in {"unit", "units"})
    numbers = [
        tokens.values[i] for i in range(first, last) if tokens.kinds[i] in {"ordinalword", "dayordinal"}
    ]
    most = {"quarter": 4, "century": 21}.get(str(unit), 0)
    return all(isinstance(number, int) and 1 <= number <= most for number in numbers)


def is_list_of_days(tokens: Tokens, _first: int, last: int) -> bool:
    """Accepts "May 5, 7 and 9"; not "on May 5 and 12 people"."""
    return not _counts_things(tokens, last)


GUARDS: dict[str, Guard] = {
    guard.__name__: guard
    for guard in (
        is_year,
        is_year_range,
        is_month,
        is_no_name,
        is_of_month,
        is_weekday,
        is_holiday,
        is_season,
        is_clock,
        is_clock_range,
        is_decade,
        is_decade_series,
        is_edge,
        is_pointed,
        is_the_unit,
        is_duration,
        is_duration_range,
        is_over,
        is_short_weekday,
        is_unknown_length,
        is_frequency,
        is_first_or_last,
        is_recent,
        is_reference,
        is_no_night,
        is_list_of_days,
        is_day_alone,
        is_no_count,
        is_no_count_behind_a_comma,
        is_duration_in_two_units,
        ends_in_year,
        is_ordinal_series,
        is_era,
    )
}
"""The guards by the name that rules use."""
