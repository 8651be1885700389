"""Text to time mentions: fold, lex, match, normalise in reading order, join ranges.

Works without a language model; a parse only adds the tense of verbs. Cost is linear in the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from eventgraph.errors import UsageError
from eventgraph.model import Span, TimeMention
from eventgraph.text.parse import Parsed
from eventgraph.times.anchor import Base, Context, NamedYear, Told
from eventgraph.times.dates import YEAR_BEFORE_CHRIST, tells_day_first
from eventgraph.times.edtf import Ground
from eventgraph.times.fold import Folded, fold
from eventgraph.times.grammar import Match, find_matches
from eventgraph.times.meaning import AHEAD, Meaning
from eventgraph.times.narrative import is_aside, is_narrative
from eventgraph.times.normalise import normalise
from eventgraph.times.ranges import Range, join
from eventgraph.times.series import Found, read_series
from eventgraph.times.tense import TenseOf, tense_of_parse, tense_of_words
from eventgraph.times.tokens import Tokens, lex
from eventgraph.vocabulary import Basis, TimexType

BRACKETED = 8
"""Within so many tokens of both brackets, a date stands in brackets."""


def find_times(
    text: str,
    published: date | None = None,
    *,
    parsed: Parsed | None = None,
    document: str = "",
    anchor: Span | None = None,
) -> tuple[TimeMention, ...]:
    """The time expressions of an English text, in the order of their spans.

    ``published`` is the day that "Wednesday" and "last month" are reckoned from; ``anchor`` the words
    that told it, if any did. ``parsed`` is a parse of the same text. Spans count code points of the
    text as given and carry ``document``. A range ("from May 1 to May 7") is one mention more, whose
    ``parts`` are the spans of the mentions it joins.

    >>> [(time.value, time.when.edtf) for time in find_times("since March 2021") if time.when]
    [('2021-03', '2021-03/..'), ('2021-03', '2021-03')]
    """
    published = _day(published)
    folded = fold(text)
    tokens = lex(folded.text)
    matches = find_matches(tokens)
    spans = _Spans(document, folded, tokens)
    base = None if published is None else Base(published, Ground(Basis.PUBLICATION, anchor))
    years, tense = _named_years(matches, spans), _tense(tokens, folded, parsed)
    context = Context(base, years, tense, narrative=is_narrative(matches, published, tense))
    context.day_first = _day_first(matches)
    found = _read(matches, context, spans)
    mentions = [spans.mention(item) for item in found]
    mentions += [spans.range_mention(item) for item in join(found, tokens, context)]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))


@dataclass(frozen=True, slots=True)
class _Spans:
    """Tokens to spans of the document."""

    document: str
    folded: Folded
    tokens: Tokens

    def of(self, first: int, last: int) -> Span:
        """The span of tokens ``first`` to ``last`` (excluded)."""
        start, end = self.folded.original(self.tokens.starts[first], self.tokens.ends[last - 1])
        return Span(self.document, start, end)

    def mention(self, found: Found) -> TimeMention:
        span = self.of(found.match.first, found.match.last)
        return TimeMention(
            span.document,
            span.start,
            span.end,
            type=found.meaning.type,
            value=found.meaning.value,
            mod=found.meaning.mod,
            when=found.meaning.when,
            undated=found.meaning.reason,
            rule=found.match.rule.name,
        )

    def range_mention(self, made: Range) -> TimeMention:
        span = self.of(made.first, made.last)
        return TimeMention(
            span.document,
            span.start,
            span.end,
            type=made.type,
            value=made.value,
            when=made.when,
            rule=made.rule,
            parts=tuple(self.of(part.match.first, part.match.last) for part in made.parts),
        )


def _tense(tokens: Tokens, folded: Folded, parsed: Parsed | None) -> TenseOf:
    """Tense from the parse where there is one, else from cue words; worked out once for each date."""
    if parsed is None:
        return cache(tense_of_words(tokens))
    return cache(
        tense_of_parse(
            parsed, tokens, lambda index: folded.original(tokens.starts[index], tokens.ends[index])[0]
        )
    )


def _named_years(matches: list[Match], spans: _Spans) -> tuple[NamedYear, ...]:
    """The years that the text writes out, in its order."""
    return tuple(
        NamedYear(value, spans.of(index, index + 1))
        for match in matches
        for index in range(match.first, match.last)
        if match.tokens.kinds[index] == "year" and isinstance(value := match.tokens.values[index], int)
    )


def _day_first(matches: list[Match]) -> bool | None:
    """How the text writes its numeric dates; None where none tells, or they differ."""
    told = {tells_day_first(match) for match in matches if match.has("numeric")} - {None}
    return told.pop() if len(told) == 1 else None


def _read(matches: list[Match], context: Context, spans: _Spans) -> list[Found]:
    """What the matches mean, in reading order; each date told is remembered for those that follow."""
    found: list[Found] = []
    for match in matches:
        context.reach(match)
        for item in read_series(match, context) if match.rule.is_range else _single(match, context):
            found.append(item)
            context.thread.tell(item.meaning)
            if era := YEAR_BEFORE_CHRIST.match(item.meaning.value):
                context.before_christ = int(era[1])
            if item.meaning.period is not None and item.meaning.type is not TimexType.DURATION:
                _remember(item, context, spans)
    return found


def _remember(item: Found, context: Context, spans: _Spans) -> None:
    """Note a date for what follows. What stands in brackets, such as when somebody lived, is aside."""
    first, last, kinds = item.match.first, item.match.last, item.match.tokens.kinds
    before = kinds[max(first - BRACKETED, 0) : first]
    opened = "open" in before and "close" not in before[len(before) - before[::-1].index("open") :]
    aside = opened and "close" in kinds[last : last + BRACKETED]
    if item.meaning.period is not None and item.meaning.other is None and not aside:
        told = Told(item.meaning.period, spans.of(first, last), item.meaning.ground.year_inferred)
        context.remember(told, last, aside=is_aside(item.match, item.meaning))


def _single(match: Match, context: Context) -> tuple[Found, ...]:
    meaning = normalise(match, context)
    if meaning is not None and _lies_ahead(match, meaning, context):
        meaning = replace(meaning, period=None, reason=AHEAD)
    return () if meaning is None else (Found(match, meaning),)


def _lies_ahead(match: Match, meaning: Meaning, context: Context) -> bool:
    """Whether what was reckoned from another date lies after publication although it is told as past."""
    if meaning.period is None or meaning.ground.basis is not Basis.MENTION or context.published is None:
        return False
    tense = context.tense(match.first, match.last)
    return meaning.period.first > context.published.day and tense.past and tense.certain


def _day(published: date | None) -> date | None:
    """The day of publication, also of a `datetime`. UsageError for what is neither."""
    if published is not None and not isinstance(published, date):
        raise UsageError(f"the day of publication is a date, not {published!r}")
    return published.date() if isinstance(published, datetime) else published
